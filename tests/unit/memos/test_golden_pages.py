"""Every kind's page, set again, looks like the page that people looked at and committed."""

from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from memos import CATALOGUE
from tests.unit.memos.test_samples import KINDS
from tests.unit.templates.papers import FONTS
from workflow.templates.compose import compose
from workflow.templates.render import render

_TURN = "look at the page, then: python -m tests.unit.memos.renew_samples"


def pictures(pdf: Path) -> "list[np.ndarray[Any, Any]]":
    """Return the pages in grey at 72 dots per inch."""
    return [np.asarray(page.render(scale=1.0).to_pil().convert("L"), float) for page in pypdfium2.PdfDocument(pdf)]


def unlike(one: "np.ndarray[Any, Any]", other: "np.ndarray[Any, Any]") -> float:
    """Return how much of the ink differs: 0 alike, 1 nothing in common."""
    if one.shape != other.shape:
        return 1.0
    ink = (255 - one).sum() + (255 - other).sum()
    return float(np.abs(one - other).sum() / max(ink, 1.0))


@pytest.mark.parametrize(("name", "folder"), KINDS.items(), ids=KINDS)
def test_the_page_set_again_is_the_committed_page(name: str, folder: Path, tmp_path: Path) -> None:
    kind = CATALOGUE[name]
    made = pictures(render(compose(kind, kind.sample()), tmp_path, "sample", fonts=FONTS).pdf)
    kept = pictures(folder / "sample.pdf")
    assert len(made) == len(kept), _TURN
    assert max(unlike(one, other) for one, other in zip(made, kept, strict=True)) < 0.01, _TURN
    shown = np.asarray(Image.open(folder / "sample.png").convert("L"), float)
    assert unlike(made[0], shown) < 0.1, _TURN


def test_a_line_moved_by_two_points_is_noticed(tmp_path: Path) -> None:
    (page, *_) = pictures(KINDS["reminder"] / "sample.pdf")
    moved = page.copy()
    rows = slice(300, 330)
    moved[rows] = np.roll(page[rows], 2, axis=0)
    assert unlike(page, moved) > 0.01

"""What an office sets of its papers' look is what its papers look like; an official one has the agency's own emblem."""

from dataclasses import replace
from pathlib import Path

import cv2
import docx
import numpy as np
import pytest

from tests.unit.templates.letters import ONE_PAGE, SEALED
from tests.unit.templates.papers import FONTS, MEASURE, long_memo
from workflow.core.document import Document
from workflow.core.errors import ConfigError, Refused
from workflow.core.style_settings import CM
from workflow.templates.emblem import SAMPLE, placed_emblem
from workflow.templates.house_style import HOUSE, house_style
from workflow.templates.layout import lay_out
from workflow.templates.render import render

OFFICIAL = house_style({}, official=True)


@pytest.mark.parametrize("document", [long_memo(3), ONE_PAGE], ids=["memo", "letter"])
def test_margins_of_the_office_are_those_of_both_files(document: Document, tmp_path: Path) -> None:
    style = house_style({"left": 2 * CM, "right": 3 * CM, "part_gap": 12.0})
    made = render(document, tmp_path, "paper", fonts=FONTS, style=style)
    section = docx.Document(str(made.docx)).sections[0]
    margins = [margin.cm for margin in (section.left_margin, section.right_margin) if margin is not None]
    assert margins == pytest.approx([2, 3], abs=0.01)
    gaps = {row.gap for page in lay_out(document, MEASURE, style) for _, row in page.rows}
    assert 12.0 in gaps and HOUSE.part_gap not in gaps


@pytest.mark.parametrize("document", [long_memo(1), ONE_PAGE, SEALED], ids=["memo", "letter", "sealed"])
def test_an_official_paper_is_refused_without_the_agencys_emblem(document: Document, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="ตราครุฑ") as caught:
        render(document, tmp_path, "paper", fonts=FONTS, style=OFFICIAL)
    assert "office.yaml" in caught.value.next_step
    assert not list(tmp_path.iterdir())


def test_an_official_paper_with_the_agencys_emblem_is_made(tmp_path: Path) -> None:
    emblem = tmp_path / "emblem.svg"
    emblem.write_bytes(SAMPLE.read_bytes())
    assert render(ONE_PAGE, tmp_path, "paper", fonts=FONTS, emblem=emblem, style=OFFICIAL).pdf.exists()


def test_an_endorsement_carries_no_emblem_and_needs_none(tmp_path: Path) -> None:
    note = replace(long_memo(1), form="endorsement", title="")
    assert render(note, tmp_path, "note", fonts=FONTS, style=OFFICIAL).pdf.exists()


def test_an_emblem_wider_than_high_stands_in_the_middle_of_a_letter(tmp_path: Path) -> None:
    wide = tmp_path / "wide.png"
    cv2.imwrite(str(wide), np.zeros((100, 120, 3), np.uint8))
    placed = placed_emblem("letter", wide, HOUSE)
    assert placed and placed.x + placed.height * 1.2 / 2 == pytest.approx(HOUSE.page_width / 2)
    assert placed.height == pytest.approx(3 * CM)


def test_a_damaged_emblem_is_told_not_drawn(tmp_path: Path) -> None:
    torn = tmp_path / "torn.png"
    torn.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    with pytest.raises(ConfigError):
        render(ONE_PAGE, tmp_path / "out", "paper", fonts=FONTS, emblem=torn)

"""The ruling lines of a table are seen on a grey page, thin and bitten by noise; print, bars and short strokes are none."""

import cv2
import numpy as np
import pytest

from workflow.parsers.recogniser.rules import ruling_lines
from workflow.parsers.scanned_cells import grids_of


def _page(thick: int = 2, grey: int = 60) -> np.ndarray:
    page = np.full((1200, 900), 255, np.uint8)
    for y in (200, 260, 400, 560):
        cv2.line(page, (100, y), (800, y), grey, thick)
    for x in (100, 240, 500, 800):
        cv2.line(page, (x, 200), (x, 560), grey, thick)
    return page


@pytest.mark.parametrize("thick", [1, 2, 4])
@pytest.mark.parametrize("noise", [0.0, 25.0])
def test_a_grid_is_seen_whatever_its_lines(thick: int, noise: float) -> None:
    page = _page(thick, 90).astype(np.float32) + np.random.default_rng(3).normal(0, noise, (1200, 900))
    found = ruling_lines(np.clip(page, 0, 255).astype(np.uint8), 200)
    (grid,) = grids_of(found, 0.36)
    assert [len([cell for cell in row if cell]) for row in grid] == [3, 3, 3]


def test_words_bars_and_short_strokes_are_no_lines() -> None:
    page = np.full((1200, 900), 255, np.uint8)
    cv2.putText(page, "MHIHMIHM", (100, 300), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 0, 2)
    cv2.rectangle(page, (100, 500), (700, 560), 0, -1)
    cv2.line(page, (100, 800), (140, 800), 0, 2)
    assert ruling_lines(page, 200) == []

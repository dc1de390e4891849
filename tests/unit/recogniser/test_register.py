"""Scanners that read the colours one after another: fringes are no coloured ink."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from workflow.parsers.recogniser.page_image import split
from workflow.parsers.recogniser.register import in_register

Pixels = NDArray[np.uint8]


def _page(red: float = 0.0) -> Pixels:
    """Return a page of strokes like letters, a red word above them; its red channel lies `red` pixels to the right."""
    dice = np.random.default_rng(3)
    page: Pixels = np.full((900, 700, 3), 252, np.uint8)
    for top in range(300, 800, 40):
        for left in range(80, 600, 14):
            end = (left + int(dice.integers(0, 9)), top + int(dice.integers(6, 20)))
            cv2.line(page, (left, top), end, (20, 20, 20), 2)
    cv2.rectangle(page, (80, 80), (180, 110), (30, 30, 220), 3)
    page = np.asarray(cv2.GaussianBlur(page, (0, 0), 0.7), np.uint8)
    move = np.array([[1, 0, red], [0, 1, 0]], np.float32)
    page[..., 2] = cv2.warpAffine(page[..., 2], move, (700, 900), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(page, np.uint8)


@pytest.mark.parametrize("apart", [-1.0, 0.7, 1.0, 2.0])
def test_colours_that_lie_beside_each_other_are_laid_together(apart: float) -> None:
    together = in_register(_page(apart))
    assert together is not None
    assert np.abs(together.astype(int) - _page()).mean() < 0.5 * np.abs(_page(apart).astype(int) - _page()).mean()


def test_a_page_in_register_stays_and_so_does_an_empty_one() -> None:
    assert in_register(_page()) is None
    assert in_register(np.full((120, 90, 3), 255, np.uint8)) is None


def test_fringes_of_print_are_no_ink_and_a_red_word_is() -> None:
    printed, ink = split(_page(1.0), 150)
    assert (ink[300:] < 200).sum() == 0 < (ink[:200] < 200).sum()
    assert (printed[300:] < 128).sum() > 1000

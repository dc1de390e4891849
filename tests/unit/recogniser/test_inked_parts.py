"""The parts of a page that bear ink hold all of it, and what is reckoned on them is what the whole page gives."""

import cv2
import numpy as np

from workflow.parsers.recogniser.components import components
from workflow.parsers.recogniser.inked_parts import inked_parts

DPI = 200


def test_parts_are_apart_and_hold_all_that_is_dark() -> None:
    page = np.full((400, 300), 255, np.uint8)
    page[50:60, 100:120] = 0
    page[65:70, 200:210] = 90
    page[300:310, 10:20] = 0
    assert list(inked_parts(page, 200, 10)) == [(slice(40, 80), slice(90, 220)), (slice(290, 320), slice(0, 30))]
    assert list(inked_parts(np.full((40, 30), 220, np.uint8), 200, 10)) == []


def test_components_of_a_sparse_page_are_those_of_the_page_with_specks_between() -> None:
    """Specks too small to be print make one part of what lies far apart."""
    page = np.full((900, 700), 255, np.uint8)
    for base in (100, 420, 800):
        for left in range(60, 600, 25):
            cv2.rectangle(page, (left, base - 16), (left + 10, base), 0, 2)
    specked = page.copy()
    specked[::20, 650] = 0
    sparse, dense = components(page, DPI), components(specked, DPI)
    assert len(list(inked_parts(page, 200, 36))) == 3 and len(list(inked_parts(specked, 200, 36))) == 1
    assert sorted(sparse[1].tolist()) == sorted(dense[1].tolist())
    for (left, top, right, bottom), name in zip(sparse[1].tolist(), sparse[2].tolist(), strict=True):
        own = np.argwhere(sparse[0] == name)
        assert own.min(0).tolist() == [top, left] and (own.max(0) + 1).tolist() == [bottom, right]

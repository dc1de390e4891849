"""Tall marks of the next page's first line, cut off at a page's foot, are no line of it."""

import pytest

from workflow.parsers.page import Line, Page
from workflow.parsers.pdf_overhang import without_overhang

NEXT = "- ตัวชี้วัดย่อยที่ 6.1 การเชื่อมต่อ"


def _page(number: int, *lines: tuple[str, int, float]) -> Page:
    """Return a page of 16-point lines: text, row, height of its box."""
    made = [Line(t, number, r, (90.0 + n, 700.0 + 20 * r, 200.0, 700.0 + 20 * r + h), 16.0) for n, (t, r, h) in enumerate(lines)]  # fmt: skip
    return Page(number, tuple(made), 595.0, 842.0)


def _kept(foot: list[tuple[str, int, float]], first: str = NEXT) -> list[str]:
    pages = (_page(1, ("ให้เสร็จใน 15 วัน", 0, 20.0), *foot), _page(2, ("- 2 -", 0, 20.0), (first, 1, 20.0)))
    return [line.text for line in without_overhang(pages)[0].lines]


def test_clusters_cut_at_the_foot_that_the_next_page_begins_with_are_dropped() -> None:
    assert _kept([("ชี้", 1, 2.0), ("ที่", 1, 2.0), ("ชื่", 1, 2.0)], "ตัวชี้วัดที่ชื่อ") == ["ให้เสร็จใน 15 วัน"]


@pytest.mark.parametrize(
    ("foot", "first"),
    [
        ([("ชี้", 1, 20.0)], NEXT),
        ([("ชี้", 1, 2.0), ("สื่", 1, 2.0)], NEXT),
        ([("ชี้วัด", 1, 2.0)], NEXT),
        ([("ที่", 1, 2.0)], "บัญชีแนบ"),
    ],
)
def test_words_of_the_page_stay(foot: list[tuple[str, int, float]], first: str) -> None:
    assert _kept(foot, first) == ["ให้เสร็จใน 15 วัน", *(text for text, *_ in foot)]


def test_the_last_page_is_left_alone() -> None:
    [page] = without_overhang([_page(1, ("ที่", 0, 2.0))])
    assert len(page.lines) == 1

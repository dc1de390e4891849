"""Lines, pages, catchwords."""

from itertools import pairwise

import pytest

from tests.unit.templates.papers import FONTS, MEASURE, SENTENCE, letters, long_memo, memo
from workflow.core.document import Block, Document
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.lines import Room, wrap
from workflow.templates.measure import shape
from workflow.templates.rows import Page

LENGTHS = [long_memo(n, length=m) for n in (1, 5, 9, 14, 23) for m in (1, 2, 7)]


def _pages(document: Document) -> tuple[Page, ...]:
    return lay_out(document, MEASURE, HOUSE)


def test_every_line_but_the_last_reaches_the_right_edge() -> None:
    shaped = shape(SENTENCE * 3, FONTS.regular)
    lines = wrap(shaped, HOUSE.size, Room(HOUSE.width, HOUSE.first_line))
    for line in lines[:-1]:
        stop = line.start + len(line.text)
        ink = shaped.width(line.start, stop) * HOUSE.size + line.tracking * (shaped.count(line.start, stop) - 1)
        assert line.x + ink == pytest.approx(HOUSE.width, abs=0.1)


def test_no_line_is_wider_than_the_text() -> None:
    shaped = shape("https://www.dga.example/" + "ก" * 400, FONTS.regular)
    lines = wrap(shaped, HOUSE.size, Room(HOUSE.width))
    assert len(lines) > 2
    assert all(shaped.width(line.start, line.end) * HOUSE.size <= HOUSE.width for line in lines)


def test_all_words_are_laid_out_once_and_in_order() -> None:
    document = long_memo(12)
    rows = [row for page in _pages(document) for _, row in page.rows if row.block is not None]
    assert letters("".join(text.text for row in rows for text in row.texts)) == letters(
        "".join(b.text for b in document.body)
    )


@pytest.mark.parametrize("document", LENGTHS)
def test_no_page_leaves_the_text_area_or_the_place_of_its_catchword(document: Document) -> None:
    for page in _pages(document):
        y, last = page.rows[-1]
        reserved = (HOUSE.catchword_lines - 1) * HOUSE.line if page.catchword else 0
        assert y + last.height <= HOUSE.foot - reserved + 0.01


@pytest.mark.parametrize("document", LENGTHS)
def test_no_page_ends_with_a_heading_or_parts_a_single_line(document: Document) -> None:
    pages = _pages(document)
    for page, after in pairwise(pages):
        last, first = page.rows[-1][1], after.rows[0][1]
        assert last.block is not None and document.body[last.block].kind != "heading"
        same = [row for _, row in page.rows if row.block == first.block]
        rest = [row for _, row in after.rows if row.block == first.block]
        assert not same or (len(same) >= 2 and len(rest) >= 2)


@pytest.mark.parametrize("document", LENGTHS)
def test_the_signature_stands_under_at_least_two_lines_of_text(document: Document) -> None:
    last = _pages(document)[-1]
    assert sum(row.block is not None for _, row in last.rows) >= 2
    assert any("สมชาย" in text.text for _, row in last.rows for text in row.texts)


@pytest.mark.parametrize("document", LENGTHS)
def test_a_catchword_is_the_first_words_of_the_next_page(document: Document) -> None:
    pages = _pages(document)
    assert pages[-1].catchword is None
    for page, after in pairwise(pages):
        assert page.catchword and page.catchword.startswith("/") and page.catchword.endswith("...")
        opening = "".join(text.text for text in after.rows[0][1].texts)
        assert opening.removeprefix("- ").startswith(page.catchword[1:-3])


def test_an_indicator_stays_with_its_recommendation() -> None:
    pair = [Block("item", "- ตัวชี้วัดย่อย ๒.๔ Data Literacy"), Block("paragraph", SENTENCE.strip())]
    for page in _pages(memo(pair * 14))[:-1]:
        last = page.rows[-1][1]
        assert last.block is not None and last.block % 2 == 1


def test_a_paragraph_longer_than_two_pages_is_still_set() -> None:
    pages = _pages(memo([Block("paragraph", SENTENCE * 40)]))
    assert len(pages) >= 4

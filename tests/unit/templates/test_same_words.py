"""DOCX and PDF say the same, and turn the page at the same word."""

from dataclasses import replace
from pathlib import Path

import pytest

from memos import CATALOGUE
from tests.unit.templates.papers import (
    FONTS,
    MEASURE,
    SENTENCE,
    docx_framed,
    docx_letters,
    docx_page_breaks,
    letters,
    long_memo,
    memo,
    pdf_letters,
    score_chart,
    score_table,
    without_charts,
)
from workflow.core.document import Block, Document
from workflow.templates.compose import compose
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out, page_number
from workflow.templates.render import render

PAPERS = {
    "three pages": long_memo(9),
    "one paragraph over pages": memo(
        [Block("paragraph", (SENTENCE * 30).strip()), Block("closing", "จึงเรียนมาเพื่อโปรดทราบ")]
    ),
    "a table over pages": memo(
        [Block("paragraph", SENTENCE.strip()), score_table(), Block("closing", "จึงเรียนมาเพื่อโปรดทราบ")]
    ),
    "a table and a chart": memo([score_table(4), score_chart(8, long=False), Block("paragraph", SENTENCE.strip())]),
    "two tables and nothing under them": memo([replace(score_table(3), text=""), replace(score_table(14), text="")]),
    **{name: compose(kind, kind.sample(), marks=("สำเนาถูกต้อง",)) for name, kind in CATALOGUE.items()},
}


@pytest.mark.parametrize("document", PAPERS.values(), ids=PAPERS)
def test_docx_and_pdf_say_the_same_words(document: Document, tmp_path: Path) -> None:
    made = render(document, tmp_path, "paper", fonts=FONTS)
    pages = lay_out(document, MEASURE, HOUSE)
    said = pdf_letters(made.pdf, pages)
    assert docx_letters(made.docx) == without_charts(said, pages)
    assert all(letters(line) in said for line in document.words().splitlines())


@pytest.mark.parametrize("document", PAPERS.values(), ids=PAPERS)
def test_docx_turns_the_page_as_often_as_pdf(document: Document, tmp_path: Path) -> None:
    made = render(document, tmp_path, "paper", fonts=FONTS)
    assert docx_page_breaks(made.docx) == made.pages - 1


def test_every_page_has_its_number_and_catchword_in_frames(tmp_path: Path) -> None:
    document = long_memo(9)
    made = render(document, tmp_path, "paper", fonts=FONTS)
    pages = lay_out(document, MEASURE, HOUSE)
    expected = [word for page in pages for word in (page_number(page.number), page.catchword) if word]
    assert expected[1:3] == ["- ๒ -", pages[1].catchword]
    assert docx_framed(made.docx) == expected

"""Texts longer than their place: refused on the form's single lines, cut soundly in the text."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.templates.papers import FONTS, MEASURE, SENTENCE, docx_letters, letters, memo, pdf_letters
from workflow.core.document import Block, Document
from workflow.core.errors import Refused, TooLong
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.render import render

ONE = memo([Block("paragraph", SENTENCE.strip())])


def _head(**given: object) -> Document:
    return replace(ONE, head=replace(ONE.head, **given))  # type: ignore[arg-type]


def _signed(**given: object) -> Document:
    assert ONE.signature
    return replace(ONE, signature=replace(ONE.signature, **given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("document", "named"),
    [
        (_head(unit="สำนักงาน" * 50), "“สำนักงาน"),
        (_head(number="๐๐๓๓.๑๒/" + "๑" * 60), "“๐๐๓๓.๑๒/๑๑"),
        (_signed(name="สมชาย" * 40), "“\\(สมชาย"),
        (_signed(title_lines=("ผบก." * 80,)), "“ผบก"),
    ],
)
def test_a_text_too_long_for_its_one_line_is_refused_by_its_words_not_overprinted(
    document: Document, named: str, tmp_path: Path
) -> None:
    with pytest.raises(TooLong, match=named) as caught:
        render(document, tmp_path / "out", "paper", fonts=FONTS)
    assert isinstance(caught.value, Refused) and caught.value.next_step and not (tmp_path / "out").exists()


@pytest.mark.parametrize("word", ["ก" * 400, "เกี่ยว" * 70, "เทอะ" * 100, "น้ำ" * 133, "x" * 400])
def test_a_subject_and_a_word_of_400_letters_are_cut_where_no_syllable_is_and_stay_whole(
    word: str, tmp_path: Path
) -> None:
    document = replace(memo([Block("paragraph", f"ที่ {word} นั้น")]), head=replace(ONE.head, subject=word))
    made = render(document, tmp_path, "paper", fonts=FONTS)
    pages = lay_out(document, MEASURE, HOUSE)
    said = pdf_letters(made.pdf, pages)
    assert said.count(letters(word)) == 2 and docx_letters(made.docx) == said
    rows = [text.text for page in pages for _, row in page.rows for text in row.texts]
    assert not [row for row in rows if row[0] in "ะาำิีึืุู่้๊๋์ๆฯ" or row[-1] in "เแโใไ"]

"""The PDF's text layer: every reader finds the letters that were written, in the order in which they were."""

import io
import re
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest

from benchmarks.memos_made import varied_memos
from tests.programs import asked
from tests.unit.templates.papers import FONTS, MEASURE, letters, long_memo, memo
from workflow.core.document import Block, Document
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.pdf.face import face, known
from workflow.templates.pdf.text import glyphs_of
from workflow.templates.pdf_page import pdf_bytes

HARD = "น้ำ ป่ำ ก๊ำ ป๋า ที่ ปี่ ฝั้น ญู ฐุ ฎู ฏุ กู้ ผู้ใหญ่ ต่าง ๆ สำรวจฯ ฤๅษี find flow ๐๑๒๓๔๕๖๗๘๙ Wi-Fi (AVTo) ซ้ำ"


def made(document: Document) -> bytes:
    return pdf_bytes(document, lay_out(document, MEASURE, HOUSE), FONTS, HOUSE)


def by_pdfium(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def by_pdfplumber(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return "\n".join(page.extract_text(use_text_flow=True) for page in opened.pages)


def by_poppler(pdf: bytes) -> str:
    return asked("pdftotext", "-", "-", given=pdf).stdout.decode()


READERS = pytest.mark.parametrize("read", (by_pdfium, by_pdfplumber, by_poppler))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@READERS
def test_hard_letters_are_read_as_they_were_written(read) -> None:  # type: ignore[no-untyped-def]
    found = flat(read(made(memo([Block("paragraph", HARD)]))))
    assert [word for word in HARD.split() if word not in found] == []


@READERS
def test_every_line_of_many_memos_is_read_to_the_letter(read) -> None:  # type: ignore[no-untyped-def]
    for document in varied_memos(12, seed=3):
        found = flat(read(made(document)))
        rows = [row for page in lay_out(document, MEASURE, HOUSE) for _, row in page.rows if row.block is not None]
        assert [row.texts[-1].text for row in rows if row.texts[-1].text not in found] == []


def test_no_ring_without_its_letter_is_in_the_text() -> None:
    assert "\u0e4d" not in by_pdfplumber(made(memo([Block("paragraph", HARD)])))


def test_every_glyph_but_the_missing_one_stands_for_letters() -> None:
    for path in (FONTS.regular, FONTS.bold):
        drawn = face(path)
        assert set(range(len(drawn.widths))) - drawn.letters.keys() == {0}


def test_the_glyphs_are_as_wide_as_the_layout_measured() -> None:
    assert glyphs_of(HARD, FONTS.regular).width == pytest.approx(MEASURE.width(HARD, 1.0), abs=1e-6)


def test_the_file_says_it_is_an_archive_and_is_whole() -> None:
    with pikepdf.open(io.BytesIO(made(long_memo(6)))) as pdf:
        told = pdf.open_metadata()
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")
        assert told["dc:title"] == str(pdf.docinfo["/Title"])
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert str(pdf.Root.Lang) == "th"
        assert pdf.check_pdf_syntax() == []


def test_the_tags_name_title_headings_and_paragraphs_and_hold_every_mark() -> None:
    with pikepdf.open(io.BytesIO(made(long_memo(6)))) as pdf:
        parts = list(pdf.Root.StructTreeRoot.K[0].K)
        kinds = [str(part.S) for part in parts]
        assert kinds.count("/H1") == 1
        assert kinds.count("/H2") == 6
        marks = sum(len(part.K) for part in parts)
        drawn = sum(page.Contents.read_bytes().count(b"<</MCID ") for page in pdf.pages)
        assert marks == drawn


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    document = memo([Block("paragraph", "การจัดทำข้อมูลตามภารกิจของแต่ละหน่วยงาน " * 90)])
    with pikepdf.open(io.BytesIO(made(document))) as pdf:
        over = [part for part in pdf.Root.StructTreeRoot.K[0].K if len({str(mark.Pg.objgen) for mark in part.K}) > 1]
    assert len(over) == 1


def test_equal_papers_give_equal_bytes() -> None:
    assert made(long_memo(3)) == made(long_memo(3))


def test_the_words_of_the_layout_are_the_words_of_the_file() -> None:
    document = long_memo(5)
    assert letters(document.body[-1].text) in letters(by_pdfium(made(document)))


@pytest.mark.parametrize("path", [FONTS.regular, FONTS.bold], ids=["regular", "bold"])
def test_what_can_be_printed_is_known_without_making_the_face(path: Path) -> None:
    assert known(path) == face(path).known and "๙" in known(path) and "😀" not in known(path)

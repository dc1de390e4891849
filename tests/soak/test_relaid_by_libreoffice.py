"""Two hundred memos as DOCX, laid out again by LibreOffice: as many pages, and every page begins with the same words.

And as PDF: every line is found to the letter by pdfplumber, pdfium and poppler.
"""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest

from benchmarks.memos_made import varied_memos
from benchmarks.others_write import soffice, to_pdf
from tests.unit.templates.papers import FONTS, MEASURE, letters
from workflow.core.document import Document
from workflow.templates.docx_page import Look, docx_bytes
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out, page_number
from workflow.templates.pdf_page import pdf_bytes
from workflow.templates.rows import Page

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]
COUNT = 200
_FIRST = 12  # letters of a page's first line that must be the same


def first_words(pages: Sequence[Page]) -> list[str]:
    """Return how every page but the first begins, under its number."""
    return [letters("".join(text.text for text in page.rows[0][1].texts))[:_FIRST] for page in pages[1:]]


def begins(pdf: Path) -> Iterator[str]:
    """Yield the letters of every page but the first, without page number and catchword (frames come in any order)."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        if number == 1:
            continue
        lines = page.get_textpage().get_text_range().splitlines()
        shown = [
            line
            for line in map(str.strip, lines)
            if line and line != page_number(number) and not re.match(r"/.*\.\.\.$", line)
        ]
        yield letters("".join(shown))[:_FIRST]


def same(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether there are as many pages and each begins as wanted (a short line is followed by the next)."""
    return len(wanted) == len(found) and all(f.startswith(w) for w, f in zip(wanted, found, strict=True))


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not on this machine")
def test_libreoffice_turns_the_pages_where_we_do(tmp_path: Path) -> None:
    wanted: dict[str, list[str]] = {}
    for n, document in enumerate(varied_memos(COUNT, seed=7)):
        pages = lay_out(document, MEASURE, HOUSE)
        (tmp_path / f"{n:03d}.docx").write_bytes(docx_bytes(document, pages, Look(MEASURE, HOUSE)))
        wanted[f"{n:03d}"] = first_words(pages)
    to_pdf(sorted(tmp_path.glob("*.docx")), tmp_path / "pdf", tmp_path / "profile")
    found = {name: list(begins(tmp_path / "pdf" / f"{name}.pdf")) for name in wanted}
    differ = {name: (want, found[name]) for name, want in wanted.items() if not same(want, found[name])}
    assert not differ, (len(differ), dict(list(differ.items())[:5]))


def texts(pdf: bytes) -> Iterator[tuple[str, str]]:
    yield "pdfium", "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        yield "pdfplumber", "\n".join(page.extract_text(use_text_flow=True) for page in opened.pages)
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
        yield "poppler", done.stdout.decode()


def unread(document: Document) -> Iterator[str]:
    """Yield what a reader did not find to the letter, or qpdf found wrong."""
    pages = lay_out(document, MEASURE, HOUSE)
    pdf = pdf_bytes(document, pages, FONTS, HOUSE)
    shown = [text.text for page in pages for _, row in page.rows for text in row.texts if text.text]
    for reader, found in texts(pdf):
        flat = re.sub(r"\s+", " ", found)
        yield from (f"{reader}: {line}" for line in shown if line.strip() not in flat)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield from opened.check_pdf_syntax()


def test_every_reader_finds_every_line_of_every_memo() -> None:
    wrong = [told for document in varied_memos(COUNT, seed=7) for told in unread(document)]
    assert not wrong, (len(wrong), wrong[:10])

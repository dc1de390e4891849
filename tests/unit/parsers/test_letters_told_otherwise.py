"""PDFs that tell a letter as another than they draw: as WeasyPrint tells ู, and pdfium a hyphen at the end of a line."""

from pathlib import Path

import pytest

from tests.unit.parsers.typeset import Sign, typeset
from workflow.parsers.pdf_file import read_pdf
from workflow.parsers.rows import flow, rows_of


def _read(path: Path, *lines: str, **told: str) -> list[str]:
    signs: list[list[Sign]] = [[(char, told.get(char, char)) for char in line] for line in lines]
    return [line.text for line in read_pdf(typeset(path, signs)).pages[0].lines]


def test_a_vowel_below_that_is_told_as_a_tone_is_read_as_it_is_drawn(tmp_path: Path) -> None:
    text = "ผู้อำนวยการศูนย์ข้อมูลกลุ่มนี้ให้"
    assert _read(tmp_path / "page.pdf", text.replace("ำ", "ํา"), **{"ู": "้"}) == [text]


def test_a_tone_that_is_told_as_the_vowel_below_is_the_one_the_page_lacks(tmp_path: Path) -> None:
    text = "ผู้อำนวยการศูนย์ข้อมูลกลุ่มให้ไม่"
    assert _read(tmp_path / "page.pdf", text.replace("ำ", "ํา"), **{"้": "ู"}) == [text]
    text = "ปู่ดูศูนย์ว่าไม่ให้กลุ่ม"
    assert _read(tmp_path / "page.pdf", text, **{"่": "ู"}) == [text]


@pytest.mark.parametrize("text", ["กลุ่มนี้ให้ดู", "ให้ที่นี้", "ดูให้ดี"])
def test_marks_above_stay_whichever_vowels_a_page_has(text: str, tmp_path: Path) -> None:
    assert _read(tmp_path / "page.pdf", text) == [text]


def test_a_hyphen_at_the_end_of_a_line_is_read(tmp_path: Path) -> None:
    path = typeset(
        tmp_path / "page.pdf", [[(char, char) for char in line] for line in ("ด้าน Data-", "driven Government")]
    )
    page = read_pdf(path).pages[0]
    assert flow(rows_of(page.lines)) == "ด้าน Data-driven Government"

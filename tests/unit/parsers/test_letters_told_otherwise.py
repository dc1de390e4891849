"""PDFs that tell a letter as another than they draw: as WeasyPrint tells ู, and pdfium a hyphen at the end of a line."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

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


def test_such_a_vowel_is_the_one_its_own_font_lacks_where_the_page_has_both(tmp_path: Path) -> None:
    text = "ผู้สั่งดูข้อมูลกลุ่มนี้ให้"
    signs: list[list[Sign]] = [[(char, "้" if char == "ู" else char) for char in text]]
    page, other = typeset(tmp_path / "page.pdf", signs), typeset(tmp_path / "other.pdf", [[], [(c, c) for c in text]])
    with pikepdf.open(page, allow_overwriting_input=True) as pdf, pikepdf.open(other) as bold:
        font = bold.pages[0].Resources.Font.F
        font.BaseFont = font.DescendantFonts[0].BaseFont = Name("/Sarabun-Bold")
        pdf.pages[0].add_overlay(bold.pages[0], pikepdf.Rectangle(0, 0, 595, 842))
        pdf.save(page)
    assert [line.text for line in read_pdf(page).pages[0].lines] == [text, text]


@pytest.mark.parametrize("text", ["กลุ่มนี้ให้ดู", "ให้ที่นี้", "ดูให้ดี"])
def test_marks_above_stay_whichever_vowels_a_page_has(text: str, tmp_path: Path) -> None:
    assert _read(tmp_path / "page.pdf", text) == [text]


def test_a_hyphen_at_the_end_of_a_line_is_read(tmp_path: Path) -> None:
    path = typeset(
        tmp_path / "page.pdf", [[(char, char) for char in line] for line in ("ด้าน Data-", "driven Government")]
    )
    page = read_pdf(path).pages[0]
    assert flow(rows_of(page.lines)) == "ด้าน Data-driven Government"


def test_two_tones_told_below_and_a_vowel_told_above_are_put_right_together(tmp_path: Path) -> None:
    text = "ผู้ดูกลุ่มว่าไม่อยู่ให้ห่างใกล้ศูนย์คุ้มครองกรุงนี้"
    plain = text.replace("่", "\ue001").replace("ุ", "่").replace("ู", "้").replace("\ue001", "ุ")
    told: dict[str, str] = {"ุ": "่", "ู": "้", "่": "ุ"}
    assert plain != text and _read(tmp_path / "page.pdf", text, **told) == [text]


def test_marks_told_as_each_other_within_a_cluster_say_what_they_say(tmp_path: Path) -> None:
    """LibreOffice draws the last cluster of a line backwards where it had to replace the typeface."""
    text = "ผู้ดูแลจู๋กลุ่มนี้ให้"
    drawn = text.replace("ู้", "\u0e49\u0e39").replace("ู๋", "\u0e4b\u0e39")  # the mark above first
    signs: list[Sign] = list(zip(drawn, text, strict=True))
    page = read_pdf(typeset(tmp_path / "page.pdf", [signs])).pages[0]
    assert [line.text for line in page.lines] == [text]


def test_a_page_that_tells_both_vowels_below_as_tones_is_read_as_a_picture(tmp_path: Path) -> None:
    text = "ผู้ดูแลกลุ่มนี้ให้ข้อมูลบุคคล"
    told = [(char, {"ู": "้", "ุ": "่"}.get(char, char)) for char in text]
    assert read_pdf(typeset(tmp_path / "page.pdf", [told])).scanned == (1,)

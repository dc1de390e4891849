"""PDFs whose glyphs have no letter, or a space that is none: as WeasyPrint, fpdf2 and PyMuPDF write Thai."""

from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from tests.unit.parsers.printed import FONTS
from tests.unit.parsers.typeset import Sign, typeset
from workflow.parsers.pdf_file import read_pdf
from workflow.parsers.pdf_lines import lines_of
from workflow.parsers.pdf_printed import Glyph, Style
from workflow.parsers.pdf_unmapped import LOST, with_letters


def _signs(text: str, **told: str) -> list[Sign]:
    return [(char, told.get(char, char)) for char in text]


@pytest.mark.parametrize("told", [{"ํ": ""}, {"ํ": "ำ", "า": ""}])
def test_the_half_of_an_am_without_a_letter_is_read_from_its_other_half(told: dict[str, str], tmp_path: Path) -> None:
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs("สํารวจ", **told)])).pages[0]
    assert [line.text for line in page.lines] == ["สำรวจ"]


def test_a_tone_between_the_halves_stays(tmp_path: Path) -> None:
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs("นํ้าท", **{"ํ": ""})])).pages[0]
    assert [line.text for line in page.lines] == ["น้ำท"]


def test_a_page_with_a_letter_that_nobody_knows_is_read_as_a_picture(tmp_path: Path) -> None:
    read = read_pdf(typeset(tmp_path / "page.pdf", [_signs("งานของเราทุกคน" * 10 + "ชี้วัด", **{"้": ""})]))
    assert read.scanned == (1,)


def test_a_sign_without_a_letter_that_stands_alone_costs_no_page(tmp_path: Path) -> None:
    assert read_pdf(typeset(tmp_path / "page.pdf", [[("•", ""), (" ", " "), *_signs("งาน")]])).pages


def test_a_space_that_the_next_letter_takes_back_is_none(tmp_path: Path) -> None:
    font = TTFont(FONTS / "THSarabunNew-Regular.ttf")
    wide = font["hmtx"]["space"][0] / font["head"].unitsPerEm
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs("ตัว ชี้ วัด")], word_gap=-wide)).pages[0]
    assert [line.text for line in page.lines] == ["ตัวชี้วัด"]


def test_a_space_judged_behind_a_mark_that_leans_left_over_its_letter_is_none() -> None:
    places = [("ป", 0.0, 7.7), ("้", 1.1, 5.9), (" ", 7.7, 7.7), ("อ", 7.7, 14.3), (" ", 14.3, 14.3), ("ง", 18.0, 24.0)]
    glyphs = [Glyph(char, left, right, (left, 88.0, right, 100.0), Style(11.5, 99.0)) for char, left, right in places]
    assert [line.text for line in lines_of(glyphs, 1)] == ["ป้อ ง"]


def test_where_each_aa_is_told_as_am_only_those_behind_a_ring_are_one(tmp_path: Path) -> None:
    page = read_pdf(
        typeset(tmp_path / "page.pdf", [_signs("สํานักงานทํางานตํ่ากว่า", **{"ํ": "", "า": "ำ"}), _signs("กว่าตํ่า", **{"ํ": ""})])
    ).pages[0]
    assert [line.text for line in page.lines] == ["สำนักงานทำงานต่ำกว่า", "กว่าต่ำ"]


def test_a_ring_told_as_am_on_a_page_without_any_aa_stays_one(tmp_path: Path) -> None:
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs("ทําตํ่า", **{"ํ": "ำ", "า": ""})])).pages[0]
    assert [line.text for line in page.lines] == ["ทำต่ำ"]


def test_a_mark_that_the_file_writes_between_the_halves_of_an_am_keeps_them_together() -> None:
    assert "".join(with_letters("ซ้ำ ้ a\x13 ข", lambda at: int(at in (6, 7)))).replace(" ", "") == "ซ้้ำข"


def test_a_tone_told_with_the_ring_behind_it_is_no_lost_letter() -> None:
    told, without = "ตE่ำ\x0eสุด", {1, 4}
    assert "".join(with_letters(told, lambda at: int(at in without))) == "ต่ำสุด"
    assert LOST in with_letters("ตE่ำสุดมากว่า", lambda at: int(at == 1))
    assert LOST in with_letters("กE้\x0eง", lambda at: int(at in (1, 3)))


@pytest.mark.parametrize("slant", [0.0, 3.5])
def test_letters_of_one_kind_running_stay_two_though_slanted_boxes_overlap(slant: float) -> None:
    places = [("ธ", 0.0, 5.0), ("ร", 5.0, 9.6), ("ร", 9.6, 14.2), ("ม", 14.2, 20.0)]
    boxes = [(char, left, right + slant) for char, left, right in places]
    glyphs = [Glyph(char, left, right, (left, 88.0, right, 100.0), Style(9.8, 99.0)) for char, left, right in boxes]
    assert [line.text for line in lines_of(glyphs, 1)] == ["ธรรม"]


def test_a_letter_printed_again_over_itself_is_one() -> None:
    places = [("ธ", 0.0, 5.0), ("ร", 5.0, 9.6), ("ร", 5.4, 10.0), ("ม", 9.6, 15.0)]
    glyphs = [Glyph(char, left, right, (left, 88.0, right, 100.0), Style(9.8, 99.0)) for char, left, right in places]
    assert [line.text for line in lines_of(glyphs, 1)] == ["ธรม"]


def test_a_half_of_an_am_whose_number_is_that_of_a_line_break_is_no_space(tmp_path: Path) -> None:
    numbered = _signs("กขคงจฉ สํางาน", **{"ํ": "ำ", "า": ""})
    assert [char for char, _ in dict.fromkeys(numbered)].index("า") + 1 == ord("\n")
    page = read_pdf(typeset(tmp_path / "page.pdf", [[*numbered[:10], ("ง", "ง")]])).pages[0]
    assert [line.text for line in page.lines] == ["กขคงจฉ สำง"]


def test_a_space_behind_an_am_stays_one(tmp_path: Path) -> None:
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs("จํา ยา", **{"ํ": "ำ"})])).pages[0]
    assert [line.text for line in page.lines] == ["จำ ยา"]
    assert "".join(with_letters("จำ ยา\nทำ\r\nา", lambda at: 0)) == "จำ ยา\nทำ\r\nา"


def test_two_marks_each_told_as_the_other_are_read_as_they_are_drawn(tmp_path: Path) -> None:
    crossed = _signs("ได้รู้ศูนย์ครู", **{"้": "ู", "ู": "้"})
    page = read_pdf(typeset(tmp_path / "page.pdf", [crossed, _signs("ผู้รู้ทุกที่")])).pages[0]
    assert [line.text for line in page.lines] == ["ได้รู้ศูนย์ครู", "ผู้รู้ทุกที่"]


def test_marks_told_as_they_are_drawn_stay(tmp_path: Path) -> None:
    said = "ญาติผู้ใหญ่ดูรูปฐานปูกฎุฏูไฟฟ้าปู่ฝู้"
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs(said)])).pages[0]
    assert [line.text for line in page.lines] == [said]


def _two_pages(tmp_path: Path, first: list[Sign], second: list[Sign]) -> list[str]:
    """Return the lines of two pages that share one font."""
    with pikepdf.open(typeset(tmp_path / "both.pdf", [first, second])) as pdf:
        before, row, after = pdf.pages[0].Contents.read_bytes().partition(b"TJ")
        pdf.pages.append(pdf.pages[0])
        pdf.pages[0].Contents = pdf.make_stream(before + row + b" ET")
        pdf.pages[1].Contents = pdf.make_stream(b"BT 0 Tr /F 16 Tf" + after)
        pdf.save(tmp_path / "pages.pdf")
    return [line.text for page in read_pdf(tmp_path / "pages.pdf").pages for line in page.lines]


def test_a_page_without_an_am_of_its_own_is_read_as_the_page_before_of_the_same_font(tmp_path: Path) -> None:
    told = {"ํ": "", "า": "ำ"}
    assert _two_pages(tmp_path, _signs("สํานักงานตรวจว่าทําตามจริง", **told), _signs("นายทองดี มาลา", **told)) == [
        "สำนักงานตรวจว่าทำตามจริง",
        "นายทองดี มาลา",
    ]


def test_a_page_before_the_one_that_tells_is_read_again(tmp_path: Path) -> None:
    told = {"ํ": "", "า": "ำ"}
    assert _two_pages(tmp_path, _signs("นางเรณู มาลี", **told), _signs("สํานักงานทําตามว่า", **told)) == [
        "นางเรณู มาลี",
        "สำนักงานทำตามว่า",
    ]


def test_a_page_whose_words_are_none_with_am_and_some_with_aa_is_told_by_them(tmp_path: Path) -> None:
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs("ปฏิบัติราชการแทน นายทองดี", **{"า": "ำ"})])).pages[0]
    assert [line.text for line in page.lines] == ["ปฏิบัติราชการแทน นายทองดี"]


@pytest.mark.parametrize("said", ["ลำดับ จำนวน คำสั่ง ทำนำคว่ำ", "สำรวจ กำราบ", "รำชัด กำรอ"])
def test_a_page_that_has_am_and_no_aa_and_spells_words_stays(said: str, tmp_path: Path) -> None:
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs(said)])).pages[0]
    assert [line.text for line in page.lines] == [said]


def test_a_slip_of_the_typist_changes_no_letter_of_a_font_that_has_aa(tmp_path: Path) -> None:
    page = read_pdf(typeset(tmp_path / "page.pdf", [_signs("สำรวจงำนของกรม มาตรา")])).pages[0]
    assert [line.text for line in page.lines] == ["สำรวจงำนของกรม มาตรา"]


def test_a_ring_drawn_once_its_line_is_belongs_to_the_vowel_it_stands_before() -> None:
    """As WeasyPrint draws ชำ in Noto Sans Thai; a bullet without a letter stands before both."""
    places = {0: (146.5, 773.2), 1: (151.6, 773.2), 2: (157.7, 773.2), 3: (163.0, 773.2), 5: (148.1, 773.19)}
    told = "ชานา ;"
    assert "".join(with_letters(told, lambda at: 1, place=lambda n: places[n])) == "ชำนา "
    assert "".join(with_letters(told, lambda at: 1, place=lambda n: places[n] if n < 5 else (140.0, 773.2))) == told
    assert "".join(with_letters(told, lambda at: 1, place=lambda n: places[n] if n < 5 else (148.1, 753.2))) == told

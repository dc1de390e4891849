"""A PDF's text layer comes out as a person reads it: words whole, columns apart, stamps by themselves."""

from pathlib import Path

import pikepdf
import pytest

from tests.conftest import ROOT
from tests.unit.parsers.printed import printed
from tests.unit.parsers.typeset import typeset
from workflow.core.errors import Refused
from workflow.parsers.page import Line
from workflow.parsers.pdf_file import page_image, read_pdf

SPECIMEN = ROOT / "specimens" / "police-chain.pdf"
TABLE = "#table(columns: (2cm, 4cm, 3cm), [ที่], [ตัวชี้วัด], [คะแนน], [๑], [แนวนโยบายและหลักปฏิบัติด้านดิจิทัล], [๔๑.๐๗])"


def texts(path: Path, page: int = 1) -> list[str]:
    return [line.text for line in read_pdf(path).pages[page - 1].lines]


def test_three_slanted_stamps_keep_their_own_lines_together() -> None:
    inked = [line.text for line in read_pdf(SPECIMEN).pages[4].lines if line.inked]
    assert inked == [
        *("สำนักงานตำรวจแห่งชาติ", "เลขรับ ๒๘๔๑๖", "วันที่ ๑๒ พ.ย. ๒๕๖๘", "เวลา ๐๙.๔๐ น."),
        *("สทส.", "เลขรับ ๓๙๕๘", "วันที่ ๑๒ พ.ย. ๒๕๖๘", "เวลา ๑๓.๓๕ น."),
        *("ฝอ.๒ บก.อก.สทส.", "เลขรับ ๗๒๖๔", "วันที่ ๑๓ พ.ย. ๒๕๖๘", "เวลา ๐๙.๐๕ น."),
    ]


def test_the_number_and_the_sender_of_a_letter_are_two_lines_of_one_row() -> None:
    number, sender = read_pdf(SPECIMEN).pages[4].lines[:2]
    assert (number.text, sender.text) == ("ที่ สพร ๒๕๖๘/ว๒๓๖๑", "สำนักงานพัฒนารัฐบาลดิจิทัล")
    assert number.row == sender.row


def test_a_box_holds_its_line_in_points_from_the_top_left() -> None:
    page_number = read_pdf(SPECIMEN).pages[1].lines[0]
    assert page_number.text == "- ๔ -"
    assert page_number.box and page_number.box[1] < 60 and 290 < page_number.box[0] < page_number.box[2] < 330


def test_a_justified_and_letter_spaced_line_keeps_its_words_whole() -> None:
    assert "๒. หน่วยงานภาครัฐระดับจังหวัด ๗๖ จังหวัด จำนวน ๑,๕๒๐ หน่วยงาน ตอบแบบสำรวจ จำนวน" in texts(SPECIMEN, 5)


def test_a_dotted_rule_parts_two_fields_and_is_not_text(tmp_path: Path) -> None:
    path = printed(tmp_path, 'ลงชื่อ#("." * 40)ผู้รับ วันที่#("." * 20)')
    assert texts(path) == ["ลงชื่อ", "ผู้รับ วันที่"]


@pytest.mark.parametrize("dots", [3, 12])
def test_a_catchword_keeps_its_dots(tmp_path: Path, dots: int) -> None:
    assert texts(printed(tmp_path, f'/๒.๒ ตัวชี้วัด#("." * {dots})')) == ["/๒.๒ ตัวชี้วัด..."]


def test_a_cluster_that_the_writer_doubled_is_read_once(tmp_path: Path) -> None:
    assert texts(printed(tmp_path, "ทั่วประเทศ ทั้งสิ้น ในที่ที่เหมาะสม สิ่งที่ส่งมาด้วย")) == ["ทั่วประเทศ ทั้งสิ้น ในที่ที่เหมาะสม สิ่งที่ส่งมาด้วย"]


def test_letters_of_a_ligature_are_read_each(tmp_path: Path) -> None:
    line = [("F", "Offi"), ("c", "c"), ("e", "e"), (" ", " "), ("H", "Staff"), (" ", " "), ("f", "fl"), ("o", "o")]
    assert texts(typeset(tmp_path / "a.pdf", [line])) == ["Office Staff flo"]


def test_coloured_text_beside_black_text_is_another_line(tmp_path: Path) -> None:
    lines = read_pdf(printed(tmp_path, "เรียน ผบช. #text(fill: red)[ด่วนมาก]")).pages[0].lines
    assert {(line.text, line.inked) for line in lines} == {("เรียน ผบช.", False), ("ด่วนมาก", True)}


def test_bold_is_seen(tmp_path: Path) -> None:
    head, body = read_pdf(printed(tmp_path, "*บันทึกข้อความ*\n\nส่วนราชการ")).pages[0].lines
    assert (head.bold, body.bold) == (True, False)


def test_a_ruled_table_is_read_by_its_cells(tmp_path: Path) -> None:
    page = read_pdf(printed(tmp_path, TABLE)).pages[0]
    assert page.tables[0].rows == (
        ("ที่", "ตัวชี้วัด", "คะแนน"),
        ("๑", page.tables[0].rows[1][1], "๔๑.๐๗"),
    )
    assert page.tables[0].rows[1][1].replace(" ", "") == "แนวนโยบายและหลักปฏิบัติด้านดิจิทัล"


def test_neighbouring_cells_are_lines_of_one_row(tmp_path: Path) -> None:
    first: list[Line] = [line for line in read_pdf(printed(tmp_path, TABLE)).pages[0].lines if line.row == 0]
    assert [line.text for line in first] == ["ที่", "ตัวชี้วัด", "คะแนน"]


def test_a_blank_page_is_a_page_without_lines_not_a_scan(tmp_path: Path) -> None:
    read = read_pdf(printed(tmp_path, "หน้าแรก#pagebreak()#pagebreak()หน้าสุดท้าย"))
    assert [len(page.lines) for page in read.pages] == [1, 0, 1]
    assert read.scanned == ()


def test_text_without_a_character_map_is_to_be_recognised(tmp_path: Path) -> None:
    path = printed(tmp_path, "แจ้งผลการสำรวจระดับความพร้อมการพัฒนารัฐบาลดิจิทัลของหน่วยงานภาครัฐ " * 3)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            del font["/ToUnicode"]
        content = pdf.pages[0].Contents.read_bytes().replace(b"ActualText", b"Nothing000")
        pdf.pages[0].Contents = pdf.make_stream(content)
        pdf.save(path)
    assert read_pdf(path).scanned == (1,)


def test_more_than_five_hundred_pages_are_refused(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        for _ in range(501):
            pdf.add_blank_page()
        pdf.save(tmp_path / "หนา.pdf")
    with pytest.raises(Refused, match="๕๐๑ หน้า"):
        read_pdf(tmp_path / "หนา.pdf")


def test_a_wall_sized_page_is_rendered_within_the_limit_of_pixels(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(14400, 14400))
        pdf.save(tmp_path / "ใหญ่.pdf")
    png, dpi = page_image(tmp_path / "ใหญ่.pdf", 1, dpi=300)
    assert dpi == 31 and png.startswith(b"\x89PNG")

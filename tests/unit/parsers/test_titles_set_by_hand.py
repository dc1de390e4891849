"""A signer's title over several lines, centred by hand in a transcript or as paragraphs of a Word file."""

from pathlib import Path

import pytest

from tests.unit.parsers.papers import only, read_text
from tests.unit.parsers.test_files_docx import paragraph, texts
from workflow.core.reading import Instrument
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.page import Line
from workflow.parsers.read_file import read_file
from workflow.parsers.rows import rows_of

HEAD = """                         บันทึกข้อความ
ส่วนราชการ  กลุ่มข้อมูล โทร. ๑๕
ที่  ตย ๑/๑๑๘                              วันที่  ๑ เมษายน ๒๕๖๔
เรื่อง  ผลการสำรวจ
เรียน  อธิบดีกรมตัวอย่าง
          ด้วยสำนักงานตัวอย่างแจ้งผลการสำรวจ นั้น
          จึงเรียนมาเพื่อโปรดทราบ

"""
ORDER = """
- ทราบ
(นายสมเจตน์ สมมุติ)
อธิบดีกรมตัวอย่าง
๒ เม.ย. ๖๔
"""
POST = "ผู้อำนวยการกลุ่มส่งเสริมการศึกษาทางไกล"


def centred(*lines: str) -> str:
    return "".join(f"{line:^80}".rstrip() + "\n" for line in lines)


def memo(folder: Path, *signed: str, below: str = ORDER) -> Instrument:
    return only(read_text(folder, HEAD + centred(*signed) + below))


def position(paper: Instrument) -> str | None:
    return paper.signatory.position if paper.signatory else None


def ordered(paper: Instrument) -> tuple[str, ...]:
    return paper.order.text if paper.order else ()


@pytest.mark.parametrize(
    "more", [("เทคโนโลยีสารสนเทศและการสื่อสาร",), ("และเทคโนโลยีสารสนเทศ",), ("สื่อสารองค์กร", "กรมตัวอย่าง")]
)
def test_a_title_centred_over_several_lines_is_one(tmp_path: Path, more: tuple[str, ...]) -> None:
    paper = memo(tmp_path, "(นางสาวจิดาภา สมมุติ)", POST, *more)
    assert position(paper) == " ".join((POST, *more)) and ordered(paper) == ("ทราบ",)


@pytest.mark.parametrize("words", ["ทราบ", "เห็นชอบตามเสนอ", "มอบกลุ่มข้อมูลดำเนินการ", "อนุมัติ"])
def test_an_order_on_the_same_middle_is_no_title(tmp_path: Path, words: str) -> None:
    paper = memo(tmp_path, "(นางสาวจิดาภา สมมุติ)", POST, words, "(นายสมเจตน์ สมมุติ)", "อธิบดีกรมตัวอย่าง", below="")
    assert position(paper) == POST and ordered(paper) == (words,)


def test_a_line_at_the_margin_below_a_centred_title_is_no_part_of_it(tmp_path: Path) -> None:
    paper = memo(tmp_path, "(นางสาวจิดาภา สมมุติ)", POST, below="เทคโนโลยีไม่พร้อม ใช้ปีหน้า\n" + ORDER)
    assert position(paper) == POST


def _signed(title: tuple[str, ...], below: str, room: float) -> str | None:
    """Return the position of who signs a block centred on a page with places, `below` standing `room` points under its last line."""
    tops = [100.0 + 13 * n for n in range(len(title) + 1)]
    lines = ("(นางสาวจิดาภา สมมุติ)", *title, below)
    tops.append(tops[-1] + 13 + room)
    found = rows_of(
        Line(text, 1, n, (400 - 2.5 * len(text), top, 400 + 2.5 * len(text), top + 14), 14.0)
        for n, (text, top) in enumerate(zip(lines, tops, strict=True))
    )
    return signatures(found)[0].signatory.position


@pytest.mark.parametrize("title", [(POST,), ("ผู้อำนวยการกลุ่มข้อมูล", "กรมตัวอย่าง")])
@pytest.mark.parametrize("words", ["เห็นชอบ", "อนุมัติตามเสนอ และมอบกลุ่มข้อมูลดำเนินการ", "ทราบ แจ้งเวียน"])
def test_an_order_close_below_a_title_with_more_room_above_it_is_no_title(title: tuple[str, ...], words: str) -> None:
    assert _signed(title, words, 12.0) == " ".join(title)


@pytest.mark.parametrize(
    ("more", "room"), [("อนุญาตและมาตรฐาน", 0.0), ("พิจารณาคำขอ", 1.0), ("แจ้งเตือนภัย", 0.0), ("กรมตัวอย่าง", 6.0)]
)
def test_a_titles_second_line_may_begin_as_an_order_does(more: str, room: float) -> None:
    assert _signed(("ผู้อำนวยการกองการ",), more, room) == f"ผู้อำนวยการกองการ {more}"


@pytest.mark.parametrize("before", [" " * 24, "\t\t\t"])
def test_a_title_set_on_one_edge_far_from_the_margin_is_one(tmp_path: Path, before: str) -> None:
    block = "".join(f"{before}{line}\n" for line in ("(นางสาวจิดาภา สมมุติ)", POST, "เทคโนโลยีสารสนเทศ"))
    paper = only(read_text(tmp_path, HEAD + block + ORDER))
    assert position(paper) == f"{POST} เทคโนโลยีสารสนเทศ" and ordered(paper) == ("ทราบ",)


@pytest.mark.parametrize(
    "middle", ['<w:ind w:left="3969"/><w:jc w:val="center"/>', '<w:jc w:val="center"/>', '<w:ind w:left="4000"/>']
)
def test_paragraphs_of_a_word_file_set_alike_are_one_title(tmp_path: Path, middle: str) -> None:
    lines = [line.strip() for line in HEAD.splitlines() if line.strip()]
    signed = ("(นางสาวจิดาภา สมมุติ)", POST, "เทคโนโลยีสารสนเทศและการสื่อสาร")
    texts(tmp_path, "".join(map(paragraph, lines)) + "".join(paragraph(line, middle) for line in signed))
    assert position(only(read_file(tmp_path / "a.docx"))) == f"{POST} {signed[2]}"

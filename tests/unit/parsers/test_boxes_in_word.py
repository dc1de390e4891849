"""A receipt stamp in a box, a frame or a table of a Word file is read apart from the text, wherever it is anchored."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.parsers.papers import only
from tests.unit.parsers.test_files_docx import MC, R, paragraph, part, texts, words
from workflow.core.reading import Instrument, Stamp
from workflow.parsers.docx_file import read_docx
from workflow.parsers.read_file import read_file

STAMP = Stamp("เทศบาลเมืองตัวอย่าง", "6204", date(2025, 6, 10), "11:05")
LINES = ("เทศบาลเมืองตัวอย่าง", "เลขที่รับ ๖๒๐๔", "วันที่ ๑๐ มิ.ย. ๒๕๖๘", "เวลา ๑๑.๐๕ น.")
LETTER = (
    "ที่ ตย ๒๕๖๘/ว ๔๔๑</w:t><w:tab/><w:t>สำนักงานตัวอย่างแห่งชาติ", "๑๒๐ ถนนสมมุติ กทม. ๑๐๐๐๐", "๕ มิถุนายน ๒๕๖๘",
    "เรื่อง  แจ้งผลสำรวจ ประจำปี ๒๕๖๘", "เรียน  นายกเทศมนตรีเมืองตัวอย่าง", "ตามหนังสือที่อ้างถึง สำนักงานได้สำรวจแล้ว นั้น",
    "จึงเรียนมาเพื่อโปรดทราบ", "(นายกฤต สมมุติ)", "ผู้อำนวยการ",
)  # fmt: skip
MEMO = (
    "บันทึกข้อความ", "ส่วนราชการ ศูนย์ข้อมูล กรมตัวอย่าง", "ที่ ตย ๐๔๐๙/๘๘</w:t><w:tab/><w:t>วันที่ ๕ มิถุนายน ๒๕๖๘",
    "เรื่อง ผลการสำรวจ", "เรียน อธิบดีกรมตัวอย่าง", "ตามที่สำนักงานตัวอย่างแจ้งผลการสำรวจ นั้น", "จึงเรียนมาเพื่อโปรดทราบ",
    "(นายกฤต สมมุติ)", "ผู้อำนวยการศูนย์ข้อมูล",
)  # fmt: skip
HEADS = {"letter": ("สำนักงานตัวอย่างแห่งชาติ", "แจ้งผลสำรวจ ประจำปี 2568"), "memo": ("ศูนย์ข้อมูล กรมตัวอย่าง", "ผลการสำรวจ")}


def box(*lines: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{''.join(map(paragraph, lines))}</w:txbxContent></w:pict></w:r>"


def anchored(paper: tuple[str, ...], at: int, held: str) -> str:
    return "".join(f"<w:p>{words(text)}{held if n == at else ''}</w:p>" for n, text in enumerate(paper))


def before(paper: tuple[str, ...], at: int, held: str) -> str:
    return "".join((held if n == at else "") + paragraph(text) for n, text in enumerate(paper))


def read(folder: Path, body: str) -> Instrument:
    texts(folder, body)
    return only(read_file(folder / "a.docx"))


def head(paper: Instrument) -> tuple[str | None, str | None]:
    return paper.sender, paper.subject


@pytest.mark.parametrize("at", range(9))
@pytest.mark.parametrize("paper", [LETTER, MEMO])
def test_a_stamp_in_a_box_is_read_whatever_paragraph_it_is_anchored_in(
    tmp_path: Path, paper: tuple[str, ...], at: int
) -> None:
    got = read(tmp_path, anchored(paper, at, box(*LINES)))
    assert got.receipts == (STAMP,)
    assert head(got) == HEADS[got.kind] and got.date == date(2025, 6, 5)


def test_several_boxes_of_one_paragraph_stay_several(tmp_path: Path) -> None:
    other = box("กองกลาง", "รับที่ ๑๒", "วันที่ ๑๑ มิ.ย. ๒๕๖๘", "เวลา ๙.๐๐ น.")
    got = read(tmp_path, anchored(LETTER, 1, box(*LINES) + other + box("ด่วนมาก")))
    assert [stamp.unit for stamp in got.receipts] == ["เทศบาลเมืองตัวอย่าง", "กองกลาง"]
    assert got.urgency == "ด่วนมาก" and head(got) == HEADS["letter"]


@pytest.mark.parametrize("at", [0, 1, 2, 4])
@pytest.mark.parametrize("paper", [LETTER, MEMO])
def test_a_stamp_in_a_frame_is_read_apart(tmp_path: Path, paper: tuple[str, ...], at: int) -> None:
    frame = "".join(paragraph(text, '<w:framePr w:w="2000" w:x="100" w:y="20"/>') for text in LINES)
    got = read(tmp_path, before(paper, at, frame))
    assert got.receipts == (STAMP,) and head(got) == HEADS[got.kind]


def test_a_large_first_letter_is_no_frame_apart(tmp_path: Path) -> None:
    body = paragraph("ด", '<w:framePr w:dropCap="drop" w:lines="2"/>') + paragraph("้วยสำนักงานแจ้ง")
    texts(tmp_path, body)
    assert [line.boxed for line in read_docx(tmp_path / "a.docx").pages[0].lines] == [None, None]


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


@pytest.mark.parametrize("at", [0, 1, 3])
@pytest.mark.parametrize(
    "table", [_table(*((line,) for line in LINES)), _table(LINES[:1], *((*line.split(" ", 1),) for line in LINES[1:]))]
)
def test_a_stamp_made_of_a_table_is_read_apart(tmp_path: Path, table: str, at: int) -> None:
    got = read(tmp_path, before(LETTER, at, table))
    assert got.receipts == (STAMP,) and head(got) == HEADS["letter"]


def test_a_stamp_in_a_box_in_a_cell_is_read(tmp_path: Path) -> None:
    cells = f"<w:tc><w:p>{words(LETTER[0])}{box(*LINES)}</w:p></w:tc>"
    got = read(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + "".join(map(paragraph, LETTER[1:])))
    assert got.receipts == (STAMP,) and got.date == date(2025, 6, 5)


def test_an_urgency_beside_a_stamp_is_not_its_unit(tmp_path: Path) -> None:
    stamp = "".join(map(paragraph, LINES))
    layout = f"<w:tbl><w:tr><w:tc>{paragraph('ด่วนมาก')}</w:tc><w:tc>{stamp}</w:tc></w:tr></w:tbl>"
    got = read(tmp_path, before(LETTER, 0, layout))
    assert got.receipts == (STAMP,) and got.urgency == "ด่วนมาก"


@pytest.mark.parametrize("cells", [1, -1])
def test_a_stamp_in_a_cell_beside_the_head_of_a_letter_is_read(tmp_path: Path, cells: int) -> None:
    head_cell, stamp = ("".join(map(paragraph, lines)) for lines in (LETTER[:3], LINES))
    row = "".join(f"<w:tc>{cell}</w:tc>" for cell in (head_cell, stamp)[::cells])
    got = read(tmp_path, f"<w:tbl><w:tr>{row}</w:tr></w:tbl>" + "".join(map(paragraph, LETTER[3:])))
    assert got.receipts == (STAMP,) and (got.number, got.date) == ("ตย 2568/ว441", date(2025, 6, 5))


def test_a_table_that_holds_the_head_of_a_paper_is_no_stamp(tmp_path: Path) -> None:
    table = _table((LETTER[0].partition("<")[0], "กองกลาง"), ("", "รับที่ ๑๒"), ("", LINES[3]))
    got = read(tmp_path, table + "".join(map(paragraph, LETTER[2:])))
    assert got.number == "ตย 2568/ว441"


@pytest.mark.parametrize("beside", ["", "กรมตัวอย่าง"])
def test_a_stamp_in_a_box_of_the_header_is_read(tmp_path: Path, beside: str) -> None:
    header = part("hdr", f"<w:p>{words(beside)}{box(*LINES)}</w:p>")
    ends = f'<w:sectPr><w:headerReference w:type="default" r:id="h1" xmlns:r="{R}"/></w:sectPr>'
    texts(tmp_path, "".join(map(paragraph, MEMO)) + ends, h1=("header", header))
    assert only(read_file(tmp_path / "a.docx")).receipts == (STAMP,)


def test_a_box_that_word_writes_twice_gives_one_stamp(tmp_path: Path) -> None:
    new, old = (f"<mc:{name}>{box(*LINES)}</mc:{name}>" for name in ("Choice", "Fallback"))
    both = f'<w:r><mc:AlternateContent xmlns:mc="{MC}">{new}{old}</mc:AlternateContent></w:r>'
    assert read(tmp_path, anchored(MEMO, 0, both)).receipts == (STAMP,)


def test_words_in_a_box_run_into_no_field_around_them(tmp_path: Path) -> None:
    got = [read(tmp_path, anchored(LETTER, at, box("สำเนาเก็บไว้ที่ฝ่าย"))) for at in (0, 3, 4)]
    assert {head(paper) for paper in got} == {HEADS["letter"]}
    assert {paper.to for paper in got} == {("นายกเทศมนตรีเมืองตัวอย่าง",)}

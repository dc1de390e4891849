"""Signed blocks in cells beside one another of a Word file are read one after the other; other tables row by row."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.parsers.test_files_docx import paragraph, texts
from workflow.core.reading import Instrument
from workflow.parsers.read_file import read_file

MEMO = (
    "บันทึกข้อความ", "ส่วนราชการ กองคลังสมมุติ", "ที่ สม ๐๑๐๒/๘๘</w:t><w:tab/><w:t>วันที่ ๒ มิถุนายน ๒๕๖๘", "เรื่อง ขออนุมัติยืมพัสดุ",
    "เรียน เลขาธิการสมมุติ", "กองคลังขอยืมเครื่องพิมพ์หนึ่งเครื่อง", "จึงเรียนมาเพื่อโปรดพิจารณา",
)  # fmt: skip
LETTER = (
    "ที่ สม ๐๑๐๒/๘๘", "๒ มิถุนายน ๒๕๖๘", "เรื่อง ขอส่งแบบสำรวจ", "เรียน นายอำเภอทุกอำเภอ", "กองคลังขอส่งแบบสำรวจมาพร้อมนี้",
    "จึงเรียนมาเพื่อโปรดทราบ", "ขอแสดงความนับถือ", "(นายเก่ง ตัวอย่างดี)", "อธิบดีกรมสมมุติ",
)  # fmt: skip
FIRST = (
    "ที่ สม ๐๑๐๑/๙๐",
    "เรียน ผู้อำนวยการสำนักพัสดุ",
    "เพื่อโปรดดำเนินการ",
    "(นางแก้ว ใจดีงาม)",
    "หัวหน้าสำนักงานเลขาธิการ",
    "๔ มิ.ย. ๖๘",
)
SECOND = ("ที่ สม ๐๑๐๕/๓๑", "เรียน หัวหน้าฝ่ายทะเบียน", "เพื่อทราบ", "(นายกล้า สมมุติกุล)", "ผู้อำนวยการสำนักพัสดุ", "๙ มิ.ย. ๖๘")
SIGNER = ("ลงชื่อ ..............", "(นายเก่ง ตัวอย่างดี)", "ผู้อำนวยการกองคลังสมมุติ")
ORDER = ("- อนุมัติ", "- แจ้งทุกกอง", "(นายเจษ สมมุติ)", "เลขาธิการสมมุติ", "๑๐ มิ.ย. ๖๘")


def _cell(*lines: str) -> str:
    return f"<w:tc>{''.join(map(paragraph, lines or ('',)))}</w:tc>"


def _table(*rows: tuple[tuple[str, ...], ...]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(_cell(*cell) for cell in row) + '</w:tr>' for row in rows)}</w:tbl>"


def _read(folder: Path, above: tuple[str, ...], table: str) -> list[Instrument]:
    texts(folder, "".join(map(paragraph, above)) + table)
    return list(read_file(folder / "a.docx").instruments)


def _noted(paper: Instrument) -> tuple[object, ...]:
    signer = paper.signatory
    return paper.kind, paper.number, paper.date, paper.to, signer and (signer.name, signer.position)


@pytest.mark.parametrize("by_lines", [False, True])
def test_two_endorsements_in_one_row_of_cells_are_two(tmp_path: Path, by_lines: bool) -> None:
    lines = tuple(((one,), (other,)) for one, other in zip(FIRST, SECOND, strict=True))
    _, *noted = _read(tmp_path, LETTER, _table(*lines) if by_lines else _table((FIRST, (), SECOND)))
    assert [_noted(paper) for paper in noted] == [
        ("endorsement", "สม 0101/90", date(2025, 6, 4), ("ผู้อำนวยการสำนักพัสดุ",), ("แก้ว ใจดีงาม", "หัวหน้าสำนักงานเลขาธิการ")),
        ("endorsement", "สม 0105/31", date(2025, 6, 9), ("หัวหน้าฝ่ายทะเบียน",), ("กล้า สมมุติกุล", "ผู้อำนวยการสำนักพัสดุ")),
    ]  # fmt: skip


@pytest.mark.parametrize("turned", [1, -1])
@pytest.mark.parametrize("order", [ORDER, ("คำสั่ง", *ORDER), ("ความเห็นผู้บังคับบัญชา", *ORDER)])
def test_the_signature_and_the_order_in_one_row_are_told_apart(
    tmp_path: Path, turned: int, order: tuple[str, ...]
) -> None:
    (memo,) = _read(tmp_path, MEMO, _table((SIGNER, order)[::turned]))
    assert memo.signatory and memo.order and memo.order.signatory
    assert (memo.signatory.name, memo.signatory.position) == ("เก่ง ตัวอย่างดี", "ผู้อำนวยการกองคลังสมมุติ")
    assert (memo.order.text, memo.order.date) == (("อนุมัติ", "แจ้งทุกกอง"), date(2025, 6, 10))
    assert (memo.order.signatory.name, memo.order.signatory.position) == ("เจษ สมมุติ", "เลขาธิการสมมุติ")


@pytest.mark.parametrize("turned", [1, -1])
def test_an_order_still_to_be_given_takes_nothing_of_the_signature_beside_it(tmp_path: Path, turned: int) -> None:
    waiting = ("คำสั่ง ................", "(....................)", "เลขาธิการสมมุติ")
    (memo,) = _read(tmp_path, MEMO, _table((SIGNER, waiting)[::turned]))
    assert memo.order is None and memo.signatory
    assert (memo.signatory.name, memo.signatory.position) == ("เก่ง ตัวอย่างดี", "ผู้อำนวยการกองคลังสมมุติ")


def test_two_who_sign_a_memo_beside_one_another_order_nothing(tmp_path: Path) -> None:
    checked = ("ลงชื่อ ........ ผู้ตรวจสอบ", "(นางแก้ว ใจดีงาม)", "ผู้อำนวยการกองพัสดุสมมุติ")
    (memo,) = _read(tmp_path, MEMO, _table((("ลงชื่อ ........ ผู้เสนอ", *SIGNER[1:]), checked)))
    assert memo.order is None and memo.signatory
    assert (memo.signatory.name, memo.signatory.position) == ("เก่ง ตัวอย่างดี", "ผู้อำนวยการกองคลังสมมุติ")


def test_a_list_of_names_in_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = ((("ชื่อ",), ("ตำแหน่ง",)), (("(นายเก่ง ตัวอย่างดี)",), ("ประธาน",)), (("(นางแก้ว ใจดีงาม)",), ("กรรมการ",)))
    assert texts(tmp_path, _table(*rows)) == [[text for row in rows for (text,) in row]]


def test_a_head_laid_in_cells_is_read_row_by_row(tmp_path: Path) -> None:
    head = ((("ที่ สม ๑/๒",), ("กรมสมมุติ", "ถนนสมมุติ")), (("เรื่อง",), ("ขออนุมัติ",)), (("เรียน",), ("เลขาธิการ",)))
    assert texts(tmp_path, _table(*head)) == [["ที่ สม ๑/๒", "กรมสมมุติ", "ถนนสมมุติ", "เรื่อง", "ขออนุมัติ", "เรียน", "เลขาธิการ"]]


def test_what_stands_in_one_cell_of_a_table_within_a_cell_keeps_its_lines(tmp_path: Path) -> None:
    stamp = ("ศูนย์สมมุติกลาง", "เลขรับ ๑๒๘๔", "วันที่ ๖ มิ.ย. ๒๕๖๘", "เวลา ๑๔.๒๕ น.")
    inner = f"<w:tc><w:p/>{_table((stamp,))}<w:p/></w:tc>"
    body = f"<w:tbl><w:tr>{_cell()}{inner}</w:tr></w:tbl>" + "".join(map(paragraph, LETTER))
    texts(tmp_path, body)
    (paper,) = read_file(tmp_path / "a.docx").instruments
    (receipt,) = paper.receipts
    assert (receipt.unit, receipt.number, receipt.date) == ("ศูนย์สมมุติกลาง", "1284", date(2025, 6, 6))


def test_cells_beside_one_another_in_a_table_within_a_cell_stay_one_line(tmp_path: Path) -> None:
    inner = f"<w:tc>{_table((('๑.๑', '(ต่อ)'), ('ก',)), (('',), ('ข', 'ค')))}</w:tc>"
    assert texts(tmp_path, f"<w:tbl><w:tr>{inner}</w:tr></w:tbl>") == [["๑.๑ (ต่อ) ก", "ข", "ค"]]

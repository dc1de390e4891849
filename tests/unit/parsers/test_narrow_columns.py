"""Columns with hardly more than a space between them: a run is cut where other rows begin something at the same edge."""

from pathlib import Path

import pytest

from tests.unit.parsers.printed import printed
from workflow.core.reading import Instrument
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.pdf_file import read_pdf
from workflow.parsers.read_file import read_file
from workflow.parsers.rows import in_columns, rows_of

HEADS = "[ตัวชี้วัด], [ตัวชี้วัดย่อย], [รหัส], [คะแนน], [ค่าเฉลี่ย], [ข้อเสนอแนะ]"
CELLS = """
[Policy], [Roadmap Alignment], [1.1], [26.64], [53.66], [แปลงแผนที่นำทางเป็นแผนงานรายกอง],
[Skills and Culture], [Change Leadership], [3.1], [68.37], [58.20], [แต่งตั้งผู้นำการเปลี่ยนแปลงทุกกอง],
[Services], [Service Redesigned], [4.1], [31.09], [47.25], [ลดขั้นตอนการขออนุญาต],
[Services], [Feedback], [4.3], [65.16], [70.51], [แจ้งผลกลับเป็นรายบุคคล],
"""
TABLE = f"""#set text(size: 10pt)
ตารางแสดงคะแนนและข้อเสนอแนะ สำนักงานสมมุติ

ปี 2568

#table(columns: (83pt, 84pt, 36pt, 36pt, 51pt, 190pt), stroke: none, inset: (x: 1pt, y: 3pt), {HEADS}, {CELLS})"""


def _instrument(path: Path) -> Instrument:
    (held,) = read_file(path).instruments
    return held


def test_a_table_whose_columns_nearly_touch_is_read_cell_by_cell(tmp_path: Path) -> None:
    held = _instrument(printed(tmp_path, TABLE))
    assert held.kind == "table"
    assert [(r.code, r.name, r.indicator) for r in held.recommendations] == [
        ("1.1", "Roadmap Alignment", "Policy"),
        ("3.1", "Change Leadership", "Skills and Culture"),
        ("4.1", "Service Redesigned", "Services"),
        ("4.3", "Feedback", "Services"),
    ]


def test_codes_may_stand_behind_the_names(tmp_path: Path) -> None:
    page = read_pdf(printed(tmp_path, TABLE)).pages[0]
    read = score_table((), rows_of(page.lines)).indicators
    assert [(i.code, i.name, i.score, i.group_average) for i in read][:2] == [
        ("1.1", "Roadmap Alignment", 26.64, 53.66), ("3.1", "Change Leadership", 68.37, 58.2),
    ]  # fmt: skip


def test_a_wide_space_under_which_no_other_row_begins_anything_stays_one(tmp_path: Path) -> None:
    text = "เรื่อง#h(12pt)แจ้งผล\\ เรียน#h(13pt)อธิบดีกรมตัวอย่าง\\ หน่วยงาน#h(200pt)วันที่\\ " + "ก#h(100pt)ข\\ " * 3
    rows = rows_of(read_pdf(printed(tmp_path, text)).pages[0].lines)
    assert [len(row.parts) for row in in_columns(rows)] == [len(row.parts) for row in rows]


@pytest.mark.parametrize("order", ["icnt", "nct", "cnit", "itcn"])
def test_a_letter_s_table_without_rules_is_read_in_whatever_order_its_columns_are(tmp_path: Path, order: str) -> None:
    cells = {"c": "ข้อ", "n": "ตัวชี้วัดย่อย", "i": "ตัวชี้วัด", "t": "ข้อเสนอแนะของ สพร."}
    wide = {"c": "auto", "n": "105pt", "i": "80pt", "t": "1fr"}
    records = [
        {"c": f"1.{n}", "n": "การเปิดเผยข้อมูล (Open Data)", "i": "ธรรมาภิบาล", "t": "เผยแพร่ชุดข้อมูล " * 4} for n in (2, 3, 4)
    ]
    body = ", ".join(f"[{row[key]}]" for row in [cells, *records] for key in order)
    table = f"#table(columns: ({', '.join(wide[key] for key in order)}), stroke: none, {body})"
    text = f"ที่ สม 1/23#h(150pt)กรมสมมุติ\n\nเรื่อง รายงานผล\n\nเรียน อธิบดีกรมตัวอย่าง\n\n{table}\n\nจึงเรียนมาเพื่อโปรดทราบ"
    held = _instrument(printed(tmp_path, text)).recommendations
    assert [(r.code, r.name, r.indicator) for r in held] == [
        (f"1.{n}", "การเปิดเผยข้อมูล (Open Data)", "ธรรมาภิบาล" if "i" in order else None) for n in (2, 3, 4)
    ]

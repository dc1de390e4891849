"""A column of a table of advice names the indicators when its cells do so for the codes, whatever its head is called."""

import pytest

from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_over_tables import groups_over
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, rows_of

HEADS = ["มุมมอง", "หัวข้อหลัก", "เสา", "แกนการประเมิน"]
ROWS = (("1.2", "แผน", "ควรทบทวนแผน"), ("2.1", "คน", "ควรอบรมคน"), ("2.3", "เงิน", "ควรตั้งงบประมาณ"))


def _read(head: str, parts: tuple[str, str, str], *, first: bool = False) -> list[Recommendation]:
    heads = [head, "รหัส", "ตัวชี้วัด", "ข้อแนะนำ"] if first else ["รหัส", "ตัวชี้วัด", "ข้อแนะนำ", head]
    rows = [(part, *row) if first else (*row, part) for part, row in zip(parts, ROWS, strict=True)]
    return recommendations_in([Table(1, (tuple(heads), *rows))])


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("head", HEADS)
def test_cells_that_are_one_for_codes_that_begin_alike_name_the_indicator(head: str, *, first: bool) -> None:
    read = _read(head, ("ทิศทาง", "กำลังคน", "กำลังคน"), first=first)
    assert [(r.name, r.indicator) for r in read] == [("แผน", "ทิศทาง"), ("คน", "กำลังคน"), ("เงิน", "กำลังคน")]


@pytest.mark.parametrize("parts", [("๑. ทิศทาง", "๒. กำลังคน", ""), ("1) ทิศทาง", "2) กำลังคน", "2) กำลังคน")])
def test_numbered_cells_may_be_merged_over_their_rows(parts: tuple[str, str, str]) -> None:
    assert [r.indicator for r in _read("หัวข้อหลัก", parts, first=True)] == ["ทิศทาง", "กำลังคน", "กำลังคน"]


@pytest.mark.parametrize(
    "parts",
    [
        ("สูง", "กลาง", "ต่ำ"),  # codes that begin alike differ
        ("เร่งด่วน", "เร่งด่วน", "เร่งด่วน"),  # others do not
        ("ภายใน 3 เดือน", "ภายใน 6 เดือน", "ภายใน 6 เดือน"),  # figures
        ("๒. ทิศทาง", "๑. กำลังคน", "๑. กำลังคน"),  # not the codes' own number
    ],
)
def test_cells_that_tell_something_else_name_none(parts: tuple[str, str, str]) -> None:
    assert [r.indicator for r in _read("มุมมอง", parts)] == [None, None, None]


@pytest.mark.parametrize("head", ["ผู้รับผิดชอบ", "ระยะเวลา", "หมายเหตุ"])
def test_a_head_that_says_otherwise_is_believed(head: str) -> None:
    assert [r.indicator for r in _read(head, ("กองแผน", "กองคลัง", "กองคลัง"))] == [None, None, None]


TITLES = ("ความสำคัญลำดับที่หนึ่ง", "ความสำคัญลำดับที่สอง")
HEAD = ("รหัส", "ตัวชี้วัด", "ข้อแนะนำ")


def _rows(*texts: str) -> list[Row]:
    return rows_of(Line(text, 1, n, (85.0, 60.0 + 18 * n, 400.0, 71.0 + 18 * n), 11.0) for n, text in enumerate(texts))


def _groups(titles: tuple[str, ...], heads: tuple[tuple[str, ...], ...]) -> list[str | None]:
    tables = [Table(1, (head, (f"{n}.1", "แผน", "ควรทบทวน"))) for n, head in enumerate(heads, 1)]
    lines = [
        line for n, title in enumerate(titles) for line in (title, "  ".join(heads[n]), f"{n + 1}.1  แผน  ควรทบทวน")
    ]
    return groups_over(tables, _rows(*lines))[0]


def test_lines_that_begin_alike_above_tables_of_one_head_group_their_rows() -> None:
    assert _groups(TITLES, (HEAD, HEAD)) == list(TITLES)


@pytest.mark.parametrize(
    ("titles", "heads"),
    [
        (TITLES[:1], (HEAD,)),  # nothing it is told apart from
        (TITLES, (HEAD, ("ที่", "ตัวชี้วัด", "ข้อแนะนำ"))),  # tables of two kinds
        (("คำอธิบายของตารางแรก", "หมายเหตุท้ายตาราง"), (HEAD, HEAD)),
        (("หน่วยงานควรเร่งดำเนินการ", "หน่วยงานควรทบทวนแผน"), (HEAD, HEAD)),  # advice itself
    ],
)
def test_other_lines_above_tables_are_no_group(titles: tuple[str, ...], heads: tuple[tuple[str, ...], ...]) -> None:
    assert set(_groups(titles, heads)) == {None}


def test_a_heading_may_say_what_is_good_and_to_be_carried_on() -> None:
    titles = ("1. เรื่องที่ต้องปรับปรุงโดยเร็ว", "2. เรื่องที่ทำได้ดีและควรต่อยอด")
    assert _groups(titles, (HEAD, HEAD)) == ["เรื่องที่ต้องปรับปรุงโดยเร็ว", "เรื่องที่ทำได้ดีและควรต่อยอด"]

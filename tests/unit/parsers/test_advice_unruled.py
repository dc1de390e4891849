"""A table of advice whose ruling lines nobody saw: its cells are told by where their runs begin."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from workflow.parsers.bundle import papers_of
from workflow.parsers.draft import Draft
from workflow.parsers.fields.advice_unruled import pages_unread
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.rows import rows_of
from workflow.parsers.understand import understand

Runs = Sequence[tuple[float, str]]
HEAD: list[Runs] = [
    [(84, "ที่ สม ๐๒๐๑/๔๕"), (330, "สำนักงานสำรวจสมมุติ")], [(302, "๙ ตุลาคม ๒๕๖๖")], [(84, "เรื่อง แจ้งผลการประเมินความพร้อม")],
    [(84, "เรียน อธิบดีกรมตัวอย่าง")], [(146, "ขอแจ้งข้อเสนอแนะตามตาราง")],
    [(96, "รหัส"), (152, "ชื่อ"), (240, "คะแนน"), (380, "ข้อเสนอแนะ")],
]  # fmt: skip
ROWS: list[Runs] = [
    [(89, "๑.๔"), (125, "ศูนย์ข้อมูล"), (234, "๓๐.๑๐"), (279, "ย้ายเครื่องแม่ข่ายไปไว้ใน")],
    [(125, "ของกรม"), (279, "ศูนย์กลางภาครัฐ")],
    [(89, "๓.๒"), (125, "บริการเว็บ"), (233, "๔๑.๐๐"), (279, "ทดสอบกับผู้ใช้จริง")],
    [(89, "๓.๓"), (125, "การชำระเงิน"), (234, "๔๒.๐๐"), (279, "เปิดรับบัตรเดบิต")],
]
END: list[Runs] = [[(146, "จึงเรียนมาเพื่อโปรดทราบและถือปฏิบัติในหน่วยงาน")], [(303, "ขอแสดงความนับถือ")],
                   [(340, "(นายดี ตัวอย่างกุล)")], [(330, "ผู้อำนวยการสำนักงาน")]]  # fmt: skip
READ = [
    ("1.4", "ศูนย์ข้อมูลของกรม", "ย้ายเครื่องแม่ข่ายไปไว้ในศูนย์กลางภาครัฐ"),
    ("3.2", "บริการเว็บ", "ทดสอบกับผู้ใช้จริง"),
    ("3.3", "การชำระเงิน", "เปิดรับบัตรเดบิต"),
]


def _read(rows: Sequence[Runs], sure: float = 0.99) -> Draft:
    (draft,) = understand(papers_of([Page(1, tuple(_lines(rows, sure)), 595.0, 842.0)]))
    return draft


def _lines(rows: Sequence[Runs], sure: float) -> list[Line]:
    return [
        Line(text, 1, n, (x, 90 + 16.0 * n, x + 4.5 * len(text), 101 + 16.0 * n), 11.0, confidence=sure)
        for n, runs in enumerate(rows)
        for x, text in runs
    ]


def _given(draft: Draft) -> list[tuple[str, str, str]]:
    return [(r.code, r.name, r.text) for r in draft.instrument.recommendations]


def _lost(draft: Draft) -> bool:
    return any(f.field == "recommendations" and "ตาราง" in f.message for f in draft.findings)


def test_cells_without_ruling_lines_are_told_by_their_left_edges() -> None:
    draft = _read([*HEAD, *ROWS, *END])
    assert _given(draft) == READ
    assert not _lost(draft)


def test_a_head_that_lost_its_word_over_the_codes_heads_the_other_columns() -> None:
    draft = _read([*HEAD[:-1], HEAD[-1][1:], *ROWS, *END])
    assert _given(draft) == READ


def test_a_row_across_the_columns_names_the_group_below_it() -> None:
    draft = _read([*HEAD, *ROWS[:2], [(200, "กลุ่มที่ต้องเร่งพัฒนา")], *ROWS[2:], *END])
    assert _given(draft) == READ
    assert [r.group for r in draft.instrument.recommendations] == [None, "กลุ่มที่ต้องเร่งพัฒนา", "กลุ่มที่ต้องเร่งพัฒนา"]


def test_a_row_whose_code_is_torn_is_told_and_the_rows_below_it_are_read() -> None:
    draft = _read([*HEAD, *ROWS[:2], [(89, "๓ฟ๒"), *ROWS[2][1:]], ROWS[3], *END])
    assert _given(draft) == [READ[0], READ[2]]
    assert _lost(draft)


def test_a_table_whose_codes_stand_in_the_middle_of_their_cells_is_told_and_not_guessed() -> None:
    middle: list[Runs] = [[ROWS[0][1]], [(89, "๑.๔"), (234, "๓๐.๑๐"), (279, "ย้ายเครื่องแม่ข่าย")], [(125, "ของกรม")]]
    draft = _read([*HEAD, *middle, *END])
    assert (_given(draft), _lost(draft)) == ([], True)


def test_rows_may_be_counted_before_their_codes_and_names() -> None:
    head: Runs = [(90, "ลำดับ"), (150, "ตัวชี้วัดย่อย"), (300, "ข้อเสนอแนะ"), (440, "กลุ่ม")]
    rows: list[Runs] = [
        [(90, "๑"), (130, "๑.๔ ศูนย์ข้อมูล"), (279, "ย้ายเครื่องแม่ข่ายไปไว้ใน"), (440, "กลุ่มเร่งด่วน")], [(130, "ของกรม"), (279, "ศูนย์กลางภาครัฐ")],
        [(90, "๒"), (130, "๓.๒ บริการเว็บ"), (279, "ทดสอบกับผู้ใช้จริง"), (440, "กลุ่มเร่งด่วน")],
    ]  # fmt: skip
    draft = _read([*HEAD[:-1], head, *rows, *END])
    assert _given(draft) == READ[:2] and not _lost(draft)
    assert {r.group for r in draft.instrument.recommendations} == {"กลุ่มเร่งด่วน"}


def test_a_name_behind_its_code_goes_on_below_in_the_first_column() -> None:
    head: Runs = [(90, "ตัวชี้วัดย่อย"), (234, "คะแนน"), (300, "ข้อเสนอแนะ")]
    rows: list[Runs] = [
        [(89, "๑.๔ ศูนย์ข้อมูล"), (234, "๓๐.๑๐"), (279, "ย้ายเครื่องแม่ข่ายไปไว้ใน")], [(89, "ของกรม"), (279, "ศูนย์กลางภาครัฐ")],
        [(89, "๓.๒ บริการเว็บ"), (234, "๔๑.๐๐"), (279, "ทดสอบกับผู้ใช้จริง")],
    ]  # fmt: skip
    assert _given(_read([*HEAD[:-1], head, *rows, *END])) == READ[:2]


def _below(text: str, x: float, air: float) -> Draft:
    """Return what is read when a line stands so much farther below the last row than the rows stand apart."""
    lines = [*HEAD, *ROWS]
    made = _lines(lines, 0.99)
    top = (made[-1].box or (0.0,) * 4)[1] + 16.0 + air
    tail = Line(text, 1, 90, (x, top, x + 4.5 * len(text), top + 11), 11.0, confidence=0.99)
    (draft,) = understand(papers_of([Page(1, (*made, tail), 595.0, 842.0)]))
    return draft


@pytest.mark.parametrize(
    ("text", "air"), [("๓. ข้อเสนอเพื่อพิจารณา", 0.0), ("จึงเรียนมาเพื่อโปรดทราบ", 0.0), ("โปรดเร่งรัด", 5.0)]
)
def test_a_line_below_the_table_is_no_part_of_the_last_name(text: str, air: float) -> None:
    assert _given(_below(text, 128, air)) == READ


def test_a_line_that_follows_as_the_rows_do_goes_on_with_the_name() -> None:
    assert _given(_below("ทางโทรศัพท์", 125, 0.0))[-1][1] == "การชำระเงินทางโทรศัพท์"


def test_two_tables_on_one_page_are_each_read_once_under_their_own_headings() -> None:
    again: list[Runs] = [[(146, "ข. กลุ่มที่ต้องเร่งพัฒนา")], HEAD[-1], *ROWS[2:]]
    draft = _read([*HEAD[:-1], [(146, "ก. กลุ่มที่โดดเด่น")], HEAD[-1], *ROWS[:2], *again, *END])
    assert _given(draft) == READ and not _lost(draft)
    assert [r.group for r in draft.instrument.recommendations] == ["กลุ่มที่โดดเด่น", *["กลุ่มที่ต้องเร่งพัฒนา"] * 2]


def test_the_letter_of_a_heading_across_the_columns_is_no_part_of_the_group() -> None:
    draft = _read([*HEAD, *ROWS[:2], [(200, "ข. กลุ่มที่ต้องเร่งพัฒนา")], *ROWS[2:], *END])
    assert draft.instrument.recommendations[-1].group == "กลุ่มที่ต้องเร่งพัฒนา"


def test_a_pen_s_tick_beside_the_heading_of_a_table_is_no_part_of_it() -> None:
    lines = _lines([*HEAD[:-1], [(146, "๒.๒ กลุ่มที่ต้องเร่งพัฒนา")], HEAD[-1], *ROWS, *END], 0.99)
    tick = Line("v", 1, 5, (57, 168, 68, 182), 11.0, confidence=0.85)
    at = next(n for n, line in enumerate(lines) if line.row == 5)
    (draft,) = understand(papers_of([Page(1, (*lines[:at], tick, *lines[at:]), 595.0, 842.0)]))
    assert {r.group for r in draft.instrument.recommendations} == {"กลุ่มที่ต้องเร่งพัฒนา"}


@pytest.mark.parametrize("head", [[], [HEAD[-1]]], ids=["no head", "its head again"])
@pytest.mark.parametrize("first", [1, 2, 3], ids=["torn", "whole", "one left"])
@pytest.mark.parametrize("aside", [0.0, 9.0, -9.0])
def test_a_table_goes_on_over_the_page_and_so_does_a_row_that_the_page_tears(
    aside: float, first: int, head: list[Runs]
) -> None:
    begun = Page(1, tuple(_lines([*HEAD, *ROWS[:first]], 0.99)), 595.0, 842.0)
    moved = [[(x + aside, text) for x, text in runs] for runs in (*head, *ROWS[first:])]
    lines = (replace(line, page=2) for line in _lines([*moved, *END], 0.99))
    draft = understand(papers_of([begun, Page(2, tuple(lines), 595.0, 842.0)]))[0]
    assert _given(draft) == READ and not _lost(draft)


WIDE: Runs = [(89, "รหัส"), (125, "ชื่อตัวชี้วัดย่อยตามกรอบการสำรวจ"), (234, "คะแนนร้อยละ"), (279, "ข้อเสนอแนะ")]
SAID = ("โดยมีรายละเอียด {} ตัวชี้วัดย่อย ดังตาราง", "รายละเอียดของ {} ตัวชี้วัด ดังนี้", "มีรายตัวชี้วัดย่อย {} รายการ ตามตารางต่อไปนี้")


@pytest.mark.parametrize("said", SAID)
def test_a_count_above_a_table_of_as_many_advices_is_stated(said: str) -> None:
    draft = _read([*HEAD[:-2], [(146, said.format("๓"))], WIDE, *ROWS, *END])
    assert (_given(draft), draft.instrument.stated_indicator_count) == (READ, 3)


@pytest.mark.parametrize("said", ["ตัวชี้วัดแบ่งเป็น ๓ ด้าน ดังนี้", "สำรวจจากตัวชี้วัดย่อย ๙ ตัวชี้วัด ดังตาราง"])
def test_a_count_of_something_else_states_nothing(said: str) -> None:
    draft = _read([*HEAD[:-2], [(146, said)], WIDE, *ROWS, *END])
    assert (_given(draft), draft.instrument.stated_indicator_count) == (READ, None)


def test_a_page_with_a_head_of_which_nothing_was_read_is_told() -> None:
    head = [
        Line(text, page, 0, (left, 60.0, left + 60, 72.0), 12.0)
        for page in (1, 2)
        for left, text in ((60.0, "รหัส"), (130.0, "ตัวชี้วัดย่อย"), (360.0, "ข้อเสนอแนะ"))
    ]
    assert pages_unread(rows_of(head), [Table(2, (("รหัส", "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"),))]) == {1}


@pytest.mark.parametrize("form", ["({})", "{})", "[{}]", "{}"])
def test_codes_may_stand_in_brackets_alone_or_before_their_names(form: str) -> None:
    head: Runs = [(90, "ลำดับ"), (150, "ตัวชี้วัดย่อย"), (300, "ข้อเสนอแนะ")]
    named: list[Runs] = [
        [(90, "๑"), (130, f"{form.format('๑.๔')} ศูนย์ข้อมูล"), (279, "ย้ายเครื่องแม่ข่ายไปไว้ใน")], [(130, "ของกรม"), (279, "ศูนย์กลางภาครัฐ")],
        [(90, "๒"), (130, f"{form.format('๓.๒')} บริการเว็บ"), (279, "ทดสอบกับผู้ใช้จริง")],
    ]  # fmt: skip
    assert _given(_read([*HEAD[:-1], head, *named, *END])) == READ[:2]
    alone = [[(x, form.format(text) if "." in text and len(text) == 3 else text) for x, text in row] for row in ROWS]
    assert _given(_read([*HEAD, *alone, *END])) == READ


def test_a_code_and_a_name_joined_by_a_narrow_gap_are_two_cells() -> None:
    lines = _lines([*HEAD, *ROWS, *END], 1.0)
    first, second = (line for line in lines if line.row == len(HEAD) and line.box and line.box[0] < 200)
    assert first.box and second.box
    around = (first.box[0], first.box[1], second.box[2], second.box[3])
    joined = replace(first, text=f"{first.text} {second.text}", box=around, pieces=(first, second))
    kept = [joined if line is first else line for line in lines if line is not second]
    (draft,) = understand(papers_of([Page(1, tuple(kept), 595.0, 842.0)]))
    assert _given(draft) == READ


def test_a_table_of_codes_and_advice_alone_is_read() -> None:
    head: Runs = [(96, "รหัส"), (380, "ข้อเสนอแนะ")]
    rows: list[Runs] = [[(x, text) for x, text in row if x in {89, 279}] for row in ROWS]
    assert [(code, text) for code, _, text in _given(_read([*HEAD[:-1], head, *rows, *END]))] == [
        (c, t) for c, _, t in READ
    ]


def test_an_indicator_s_heading_may_stand_under_a_group_s_and_at_the_head_of_a_page() -> None:
    over: list[Runs] = [[(89, "กลุ่มที่ ๑ จุดแข็งที่ควรรักษาไว้")], [(125, "ตัวชี้วัด ข้อมูล")]]
    begun = Page(1, tuple(_lines([*HEAD, *over, *ROWS[:2]], 0.99)), 595.0, 842.0)
    lines = (replace(line, page=2) for line in _lines([HEAD[-1], [(125, "ตัวชี้วัด บริการ")], *ROWS[2:], *END], 0.99))
    draft = understand(papers_of([begun, Page(2, tuple(lines), 595.0, 842.0)]))[0]
    assert _given(draft) == READ
    assert [r.indicator for r in draft.instrument.recommendations] == ["ข้อมูล", "บริการ", "บริการ"]
    assert draft.instrument.recommendations[0].group == "จุดแข็งที่ควรรักษาไว้"

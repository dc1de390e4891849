"""An item and its advice side by side without ruling lines are cut into their cells."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from workflow.parsers.bundle import papers_of
from workflow.parsers.draft import Draft
from workflow.parsers.fields.advice_in_two import in_two
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import rows_of
from workflow.parsers.understand import understand

Runs = Sequence[tuple[float, str]]
HEAD: list[Runs] = [
    [(84, "ที่ สม ๐๒๐๑/๔๕"), (330, "สำนักงานสำรวจสมมุติ")], [(302, "๙ ตุลาคม ๒๕๖๖")], [(84, "เรื่อง แจ้งผลการประเมินความพร้อม")],
    [(84, "เรียน อธิบดีกรมตัวอย่าง")], [(146, "ขอแจ้งข้อเสนอแนะรวม ๓ ตัวชี้วัดย่อย ดังนี้")],
]  # fmt: skip
END: list[Runs] = [[(146, "จึงเรียนมาเพื่อโปรดทราบและถือปฏิบัติในหน่วยงาน")], [(303, "ขอแสดงความนับถือ")],
                   [(340, "(นายดี ตัวอย่างกุล)")], [(330, "ผู้อำนวยการสำนักงาน")]]  # fmt: skip
READ = [
    ("1.4", "ศูนย์ข้อมูลของกรม", "ด้านสมมุติ", "ย้ายเครื่องแม่ข่ายไปไว้ในศูนย์กลางภาครัฐ"),
    ("3.2", "บริการเว็บ", "ด้านเว็บ", "ทดสอบกับผู้ใช้จริงก่อนเปิดระบบ"),
    ("3.3", "การชำระเงิน", "ด้านเว็บ", "เปิดรับบัตรเดบิตทุกสาขาของกรม"),
]


def records(lead: str = "ข้อเสนอแนะ: ", item: str = "ตัวชี้วัดย่อย ") -> list[Runs]:
    return [
        [(84, f"{item}๑.๔ ศูนย์ข้อมูล"), (330, f"{lead}ย้ายเครื่องแม่ข่ายไปไว้ใน")],
        [(84, "ของกรม (ตัวชี้วัดด้าน"), (330, "ศูนย์กลางภาครัฐ")], [(84, "สมมุติ)")],
        [(84, f"{item}๓.๒ บริการเว็บ (ตัวชี้วัดด้านเว็บ)"), (330, f"{lead}ทดสอบกับผู้ใช้จริง")], [(330, "ก่อนเปิดระบบ")],
        [(84, f"{item}๓.๓ การชำระเงิน (ตัวชี้วัดด้านเว็บ)"), (330, f"{lead}เปิดรับบัตรเดบิต")], [(330, "ทุกสาขาของกรม")],
    ]  # fmt: skip


def lines(rows: Sequence[Runs], sure: float = 1.0) -> list[Line]:
    return [
        Line(text, 1, n, (x, 90 + 16.0 * n, x + 4.5 * len(text), 101 + 16.0 * n), 11.0, confidence=sure)
        for n, runs in enumerate(rows)
        for x, text in runs
    ]


def read(rows: Sequence[Runs], sure: float = 1.0) -> Draft:
    (draft,) = understand(papers_of([Page(1, tuple(lines(rows, sure)), 595.0, 842.0)]))
    return draft


def given(draft: Draft) -> list[tuple[str, str, str | None, str]]:
    return [(r.code, r.name, r.indicator, r.text) for r in draft.instrument.recommendations]


def tables(rows: Sequence[Runs]) -> int:
    return len(in_two(rows_of(lines(rows))))


@pytest.mark.parametrize("sure", [1.0, 0.99])
@pytest.mark.parametrize("lead", ["ข้อเสนอแนะ: ", "คำแนะนำ : ", ""])
@pytest.mark.parametrize("item", ["ตัวชี้วัดย่อย ", "- ตัวชี้วัดที่ ", ""])
@pytest.mark.parametrize("head", [[], [[(110.0, "ตัวชี้วัดย่อย"), (350.0, "ข้อเสนอแนะ")]]], ids=["no head", "a head"])
def test_an_item_and_its_advice_side_by_side_are_whole(head: list[Runs], item: str, lead: str, sure: float) -> None:
    assert given(read([*HEAD, *head, *records(lead, item), *END], sure)) == READ


def test_a_heading_between_the_records_groups_those_below_it() -> None:
    own = records()
    draft = read([*HEAD, [(84, "๑. กลุ่มที่โดดเด่น")], *own[:3], [(84, "๒. กลุ่มที่ควรพัฒนา")], *own[3:], *END])
    assert given(draft) == READ
    assert [r.group for r in draft.instrument.recommendations] == ["กลุ่มที่โดดเด่น", *["กลุ่มที่ควรพัฒนา"] * 2]


@pytest.mark.parametrize("first", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("aside", [0.0, 9.0, -9.0])
@pytest.mark.parametrize("head", [[], [[(110.0, "ตัวชี้วัดย่อย"), (350.0, "ข้อเสนอแนะ")]]], ids=["no head", "a head"])
def test_they_go_on_over_the_page_and_so_does_a_record_that_the_page_tears(
    head: list[Runs], aside: float, first: int
) -> None:
    own = records()
    begun = Page(1, tuple(lines([*HEAD, *head, *own[:first]])), 595.0, 842.0)
    moved = [[(x + aside, text) for x, text in runs] for runs in (*head, *own[first:])]
    below = tuple(replace(line, page=2) for line in lines([*moved, *END]))
    (draft,) = understand(papers_of([begun, Page(2, below, 595.0, 842.0)]))
    assert given(draft) == READ


def test_a_record_whose_code_is_torn_is_told_and_no_part_of_the_one_above() -> None:
    own = records()
    torn: Runs = [(84, "ตัวชี้วัดย่อย ฟ บริการเว็บ"), own[3][1]]
    draft = read([*HEAD, *own[:3], torn, *own[4:], *END], 0.99)
    assert given(draft) == [READ[0], READ[2]]
    assert any("ตาราง" in finding.message for finding in draft.findings)


def test_lines_that_go_on_across_both_edges_are_no_cells() -> None:
    own = [row for row in records() if len(row) == 2]
    wrapped: Runs = [(84, "ซึ่งเป็นข้อความที่เขียนต่อกันไปตลอดทั้งบรรทัดจนสุดขอบขวาของหน้ากระดาษแผ่นนี้")]
    assert tables([*HEAD, *(row for runs in own for row in (runs, wrapped)), *END]) == 0


def test_a_row_at_no_edge_is_not_left_out_unseen() -> None:
    own = records()
    assert tables([*HEAD, *own[:4], [(250, "ก่อนเปิดระบบ")], *own[5:], *END]) == 0


SCORES: list[Runs] = [[(84, f"ตัวชี้วัดย่อย ๑.{n} แผนสมมุติ"), (279, f"{n}๑.๒๕")] for n in range(1, 6)]
CONTENTS: list[Runs] = [[(84, f"๑.{n} บทสมมุติ"), (279, str(n))] for n in range(1, 6)]
OWNERS: list[Runs] = [[(84, f"ตัวชี้วัดย่อย ๑.{n} แผนสมมุติ"), (279, "กองสมมุติ")] for n in range(1, 6)]
DONE: list[Runs] = [[(84, f"๑.{n} แผนสมมุติ"), (279, "จัดทำแผนสมมุติของกรมเสร็จแล้ว")] for n in range(1, 6)]
THREE: list[Runs] = [[*row[:1], (279, "กองสมมุติ"), (380, "ข้อเสนอแนะ: ทบทวนแผนให้ครบ")] for row in OWNERS]
OTHER: list[Runs] = [[(110, "กิจกรรม"), (300, "รายละเอียด")], *([row[0], (279, "จัดทำแผนสมมุติของกรม")] for row in DONE)]
HEADS: list[Runs] = [
    [(84, "ที่ สม ๐๒๐๑.๑/๔๕"), (279, "สำนักงานสำรวจสมมุติ")], [(279, "ถนนสมมุติ แขวงสมมุติ")],
    [(84, "(นายดี ตัวอย่างกุล)"), (279, "(นางสาวดี ตัวอย่างกุล)")], [(84, "ผู้อำนวยการกอง"), (279, "ผู้อำนวยการสำนัก")],
]  # fmt: skip


@pytest.mark.parametrize("rows", [SCORES, CONTENTS, OWNERS, DONE, THREE, OTHER, HEADS])
def test_other_things_side_by_side_are_no_advice(rows: list[Runs]) -> None:
    assert tables([*HEAD, *rows, *END]) == 0


def test_codes_in_cells_of_their_own_below_a_table_of_scores_and_parts_over_them() -> None:
    scores: list[Runs] = [
        [(84, code), (119, name), (401, "61.30"), (460, "63.83")]
        for code, name in (
            ("๑", "ด้านหนึ่ง"),
            ("๑.๔", "ศูนย์ข้อมูล"),
            ("๓", "ด้านสาม"),
            ("๓.๒", "บริการเว็บ"),
            ("๓.๓", "การชำระเงิน"),
        )
    ]
    table: list[Runs] = [
        [(84, "หมวด ๑ ด้านหนึ่ง")], [(84, "๑.๔"), (119, "ศูนย์ข้อมูลของกรม"), (330, "ย้ายเครื่องแม่ข่ายไปไว้ใน")], [(330, "ศูนย์กลางภาครัฐ")],
        [(84, "หมวด ๓ ด้านสาม")], [(84, "๓.๒"), (119, "บริการเว็บ"), (330, "ทดสอบกับผู้ใช้จริง")], [(330, "ก่อนเปิดระบบ")],
        [(84, "๓.๓"), (119, "การชำระเงิน"), (330, "เปิดรับบัตรเดบิต")], [(330, "ทุกสาขาของกรม")],
    ]  # fmt: skip
    said: list[Runs] = [[(146, "หน่วยงานได้คะแนนรายด้าน ดังนี้")], *scores, HEAD[-1]]
    told = read([*HEAD[:-1], *said, *table, *END]).instrument.recommendations
    assert [(one.code, one.name, one.indicator) for one in told] == [
        ("1.4", "ศูนย์ข้อมูลของกรม", "หนึ่ง"), ("3.2", "บริการเว็บ", "สาม"), ("3.3", "การชำระเงิน", "สาม"),
    ]  # fmt: skip
    assert [one.text for one in told] == [text for *_, text in READ]

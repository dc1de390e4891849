"""Heads of items: below however full a line, and with the name on a line of its own."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

Told = list[tuple[str, str, str]]


def told(*lines: tuple[float, float, str]) -> Told:
    heading = (71, 268, "ข้อเสนอแนะรายตัวชี้วัด")
    return [(one.code, one.name, one.text) for one in recommendations_of(set_out([heading, *lines])).given]


def test_a_head_below_a_full_line_of_an_advice_set_deeper_is_the_next_one() -> None:
    assert told(
        (99, 291, "1.1 แผนสมมุติ (Plan)"),
        (114, 544, "ข้อเสนอแนะ : ให้หน่วยงานจัดสรรงบประมาณสำหรับแผนอย่างต่อเนื่องและขยายผลไปยัง"),
        (114, 530, "สังกัดทุกแห่งภายในปีงบประมาณถัดไป รวมทั้งแลกเปลี่ยนประสบการณ์กับหน่วยงานอื่น"),
        (99, 326, "1.2 ข้อมูลสมมุติ (Data)"),
        (114, 544, "ข้อเสนอแนะ : พิจารณานำเครื่องมือกลางมาใช้สนับสนุนข้อมูลสมมุติให้สอดคล้องกับกฎหมาย"),
        (114, 300, "ว่าด้วยข้อมูล"),
    ) == [
        (
            "1.1", "แผนสมมุติ (Plan)",
            "ให้หน่วยงานจัดสรรงบประมาณสำหรับแผนอย่างต่อเนื่องและขยายผลไปยัง"
            "สังกัดทุกแห่งภายในปีงบประมาณถัดไป รวมทั้งแลกเปลี่ยนประสบการณ์กับหน่วยงานอื่น",
        ),
        ("1.2", "ข้อมูลสมมุติ (Data)", "พิจารณานำเครื่องมือกลางมาใช้สนับสนุนข้อมูลสมมุติให้สอดคล้องกับกฎหมายว่าด้วยข้อมูล"),
    ]  # fmt: skip


def test_a_number_that_an_advice_breaks_off_before_opens_nothing() -> None:
    read = told(
        (99, 291, "1.1 แผนสมมุติ (Plan)"),
        (114, 544, "ข้อเสนอแนะ : ให้หน่วยงานจัดสรรงบประมาณสำหรับแผนอย่างต่อเนื่องโดยให้เป็นไปตามข้อ"),
        (99, 530, "2.3 ของแนวปฏิบัติ และขยายผลไปยังหน่วยงานในสังกัดทุกแห่งภายในปีงบประมาณถัดไปด้วย"),
        (99, 326, "1.2 ข้อมูลสมมุติ (Data)"),
        (114, 300, "ข้อเสนอแนะ : พิจารณานำเครื่องมือกลางมาใช้"),
    )
    assert [code for code, _, _ in read] == ["1.1", "1.2"]


def test_the_name_of_an_item_may_stand_below_its_code_without_a_colon() -> None:
    assert told(
        (94, 160, "ตัวชี้วัดย่อย 1.1"),
        (94, 308, "ชื่อตัวชี้วัด แผนสมมุติ (Plan)"),
        (94, 400, "ข้อเสนอแนะ ควรทบทวนแผนทุกปี"),
        (94, 160, "ตัวชี้วัดย่อย 1.2"),
        (94, 308, "ชื่อตัวชี้วัด ข้อมูลสมมุติ (Data)"),
        (94, 400, "ข้อเสนอแนะ ควรจัดทำบัญชีข้อมูล"),
    ) == [
        ("1.1", "แผนสมมุติ (Plan)", "ควรทบทวนแผนทุกปี"),
        ("1.2", "ข้อมูลสมมุติ (Data)", "ควรจัดทำบัญชีข้อมูล"),
    ]


def test_a_head_may_break_before_its_code_or_inside_its_name() -> None:
    assert told(
        (108, 528, "- การจัดทำแผนสมมุติของหน่วยงานในระดับต่าง ๆ (Digital Plan) (ตัวชี้วัดย่อย"),
        (108, 133, "1.1)"),
        (119, 526, "ข้อเสนอแนะ ให้หน่วยงานจัดสรรงบประมาณสำหรับการจัดทำแผนสมมุติของหน่วยงาน"),
        (119, 235, "อย่างต่อเนื่อง"),
        (108, 528, "- การพัฒนาทักษะสมมุติของข้าราชการและบุคลากรภาครัฐทุกระดับ (Digital Skill"),
        (108, 293, "Development) (ตัวชี้วัดย่อย 3.1)"),
        (119, 520, "ข้อเสนอแนะ ควรจัดอบรม"),
    ) == [
        (
            "1.1",
            "การจัดทำแผนสมมุติของหน่วยงานในระดับต่าง ๆ (Digital Plan)",
            "ให้หน่วยงานจัดสรรงบประมาณสำหรับการจัดทำแผนสมมุติของหน่วยงานอย่างต่อเนื่อง",
        ),
        ("3.1", "การพัฒนาทักษะสมมุติของข้าราชการและบุคลากรภาครัฐทุกระดับ (Digital Skill Development)", "ควรจัดอบรม"),
    ]


PARTED = "ควรทบทวนแผนที่มีอยู่ให้เป็นปัจจุบันทุกปี"


@pytest.mark.parametrize(
    "shape",
    [
        "- ตัวชี้วัด {} {}\nข้อเสนอแนะ %",
        "ตัวชี้วัดที่ {} {} : %",
        "• {} {} – %",
        "- {1} (ตัวชี้วัด {0})\nข้อเสนอแนะ %",
        "ตัวชี้วัด {}\nชื่อตัวชี้วัด {}\nข้อเสนอแนะ %",
        "{} {}\nข้อเสนอแนะ : %",
    ],
)
def test_items_may_bear_the_numbers_of_whole_indicators(shape: str) -> None:
    names = {"1": "นโยบายสมมุติ", "3": "บริการสมมุติ", "6": "เทคโนโลยีสมมุติ"}
    lines = [shape.format(code, name).replace("%", PARTED) for code, name in names.items()]
    rows = [(113.0, 400.0, text) for line in lines for text in line.split("\n")]
    assert told(*rows) == [(code, name, PARTED) for code, name in names.items()]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. เรื่องเดิม", "ข้อเสนอแนะ : ควรทบทวนแผน", "2. ข้อพิจารณา", "ข้อเสนอแนะ : ควรทบทวน"],  # clauses
        ["- ตัวชี้วัด 3 ตัวที่ควรเร่งพัฒนา", "ข้อเสนอแนะ ควรทบทวนแผน", "- ตัวชี้วัด 5 ด้าน", "ข้อเสนอแนะ ควรทบทวน"],
        ["- ตัวชี้วัด 1 นโยบาย", "ข้อเสนอแนะ ควรทบทวนแผน"],  # one alone
        ["- ตัวชี้วัด 1 นโยบาย", "ได้คะแนนสูงสุด", "- ตัวชี้วัด 2 บริการ", "ได้คะแนนต่ำสุด"],  # told no advice
    ],
)
def test_numbers_that_count_something_else_are_no_codes(lines: list[str]) -> None:
    assert [code for code, _, _ in told(*((113.0, 400.0, text) for text in lines)) if code] == []


def test_a_heading_may_name_the_limit_that_groups_its_items() -> None:
    rows = set_out([
        (71, 268, "ข้อเสนอแนะรายตัวชี้วัด"),
        (85, 300, "ตัวชี้วัดที่มีคะแนนตั้งแต่ 60 คะแนนขึ้นไป"),
        (113, 280, "- ตัวชี้วัดย่อย 1.1 แผนสมมุติ"),
        (113, 500, "ข้อเสนอแนะ ควรทบทวนแผนทุกปี"),
        (85, 300, "กลุ่มที่ 2 ตัวชี้วัดที่มีคะแนนต่ำกว่าร้อยละ 60"),
        (113, 280, "- ตัวชี้วัดย่อย 1.2 ข้อมูลสมมุติ"),
        (113, 500, "ข้อเสนอแนะ ควรจัดทำบัญชีข้อมูล"),
    ])  # fmt: skip
    assert [one.group for one in recommendations_of(rows).given] == [
        "ตัวชี้วัดที่มีคะแนนตั้งแต่ 60 คะแนนขึ้นไป", "ตัวชี้วัดที่มีคะแนนต่ำกว่าร้อยละ 60",
    ]  # fmt: skip


def _below_a_table(*texts: tuple[float, float, str]) -> list[Row]:
    """Return lines below a table of scores that begins farther to the left, its codes where theirs do."""
    table = [
        (
            (75.0, f"ตัวชี้วัดที่ {n} ด้านสมมุติ"),
            (110.0, f"{n}.1"), (150.0, "แผนสมมุติ (Plan)"), (400.0, "60.00"), (470.0, "50.00"),
        )
        for n in (1, 2)
    ]  # fmt: skip
    lines: list[Line] = []
    for n, (part, *cells) in enumerate(table):
        top = 60.0 + 36 * n
        lines.append(Line(part[1], 1, 2 * n, (part[0], top, part[0] + 200, top + 11), 11.0))
        for left, text in cells:
            lines.append(Line(text, 1, 2 * n + 1, (left, top + 18, left + 6 * len(text), top + 29), 11.0))
    for n, (left, right, text) in enumerate(texts, 4):
        lines.append(Line(text, 1, n, (left, 60.0 + 18 * n, right, 71.0 + 18 * n), 11.0))
    return rows_of(lines)


def test_a_table_above_a_list_tells_nothing_of_its_margins() -> None:
    read = recommendations_of(
        _below_a_table(
            (108, 268, "ข้อเสนอแนะรายตัวชี้วัด"),
            (108, 539, "• 1.1 แผนสมมุติ (Plan) – พิจารณานำเครื่องมือกลางมาใช้สนับสนุนแผนเพื่อลดขั้นตอนและให้"),
            (108, 285, "คำปรึกษาตามความเหมาะสม"),
            (108, 539, "• 2.1 ข้อมูลสมมุติ (Data) – ควรจัดทำแผนพัฒนาความสามารถในการใช้ข้อมูลของบุคลากร"),
            (108, 399, "ระยะสามปี"),
        )
    ).given
    assert [(one.code, one.text[-22:]) for one in read] == [
        ("1.1", "คำปรึกษาตามความเหมาะสม"), ("2.1", "มูลของบุคลากรระยะสามปี"),
    ]  # fmt: skip


def test_the_codes_of_a_table_are_none_of_a_list_at_their_edge() -> None:
    read = recommendations_of(
        _below_a_table(
            (108, 268, "ข้อเสนอแนะรายตัวชี้วัด"),
            (110, 300, "1.1 แผนสมมุติ (Plan)"),
            (124, 540, "ควรทบทวนแผนปฏิบัติการของหน่วยงานให้เป็นปัจจุบันและติดตามผลอย่างใกล้ชิด"),
            (108, 200, "ทุกปี"),
            (110, 300, "2.1 ข้อมูลสมมุติ (Data)"),
            (124, 400, "พิจารณานำเครื่องมือกลางมาใช้"),
            (110, 300, "2.4 ทักษะสมมุติ (Skill)"),
            (124, 400, "ควรจัดอบรม"),
        )
    ).given
    assert [(one.code, one.text) for one in read] == [
        ("1.1", "ควรทบทวนแผนปฏิบัติการของหน่วยงานให้เป็นปัจจุบันและติดตามผลอย่างใกล้ชิดทุกปี"), ("2.1", "พิจารณานำเครื่องมือกลางมาใช้"), ("2.4", "ควรจัดอบรม"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "name"), [("หน่วยงาน", "บริการสมมุติ"), ("กรมทดลอง", "บริการสมมุติ"), ("ผู้บริหารทุกระดับ", "บริการ")]
)
def test_whoever_is_to_do_it_may_end_the_row_of_the_name(who: str, name: str) -> None:
    heading = (71, 268, "ข้อเสนอแนะรายตัวชี้วัด")
    lines = [
        (156, 544, f"(1) ตัวชี้วัดย่อย 4.3 Made ID ภายใต้ตัวชี้วัด{name}: {who}"), (85, 358, "ควรใช้การยืนยันตัวตนทุกระบบ"),
        (156, 544, "(2) ตัวชี้วัดย่อย 6.1 Made AI ภายใต้ตัวชี้วัดเทคโนโลยี: หน่วยงานควรกำหนดแนว"), (85, 300, "ปฏิบัติก่อนนำมาใช้"),
    ]  # fmt: skip
    given = recommendations_of(set_out([heading, *lines])).given
    assert [(one.indicator, one.text) for one in given] == [
        (name, f"{who}ควรใช้การยืนยันตัวตนทุกระบบ"), ("เทคโนโลยี", "หน่วยงานควรกำหนดแนวปฏิบัติก่อนนำมาใช้")
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Board: คณะกรรมการสมมุติ", "แผน : ระบบสมมุติ"])
def test_what_stands_behind_a_colon_in_a_short_row_is_of_the_name(name: str) -> None:
    assert told(
        (94, 290, f"ตัวชี้วัดย่อย 1.1 {name}"),
        (110, 480, "ควรทบทวนแผนทุกปีร่วมกับผู้เกี่ยวข้องทุกฝ่าย"),
        (94, 290, "ตัวชี้วัดย่อย 1.2 ข้อมูลสมมุติ"),
        (110, 480, "ควรจัดทำบัญชีข้อมูลให้ครบทุกชุด"),
    ) == [
        ("1.1", name, "ควรทบทวนแผนทุกปีร่วมกับผู้เกี่ยวข้องทุกฝ่าย"), ("1.2", "ข้อมูลสมมุติ", "ควรจัดทำบัญชีข้อมูลให้ครบทุกชุด")
    ]  # fmt: skip


def test_an_indicator_behind_the_word_for_it_and_a_colon_is_no_one_to_do_it() -> None:
    heading = (71, 268, "ข้อเสนอแนะรายตัวชี้วัด")
    lines = [
        (94, 544, "ตัวชี้วัดย่อย 1.1 แผนสมมุติ ภายใต้ตัวชี้วัด: องค์กรดิจิทัล"), (94, 480, "ควรทบทวนแผนทุกปีร่วมกับผู้เกี่ยวข้อง"),
        (94, 544, "ตัวชี้วัดย่อย 1.2 ข้อมูลสมมุติ ภายใต้ตัวชี้วัด: องค์กรดิจิทัล"), (94, 480, "ควรจัดทำบัญชีข้อมูล"),
    ]  # fmt: skip
    assert {one.indicator for one in recommendations_of(set_out([heading, *lines])).given} == {"องค์กรดิจิทัล"}


def in_one_breath(below: str) -> list[tuple[str | None, str]]:
    lines = [
        (71, 539, "กรมสมมุติได้รับแจ้งผลการทดลองแล้ว มีตัวชี้วัดย่อยที่ควรเร่งพัฒนา คือ"),
        (147, 539, "- ตัวชี้วัดย่อย 3.3 Made Service ข้อเสนอแนะ: สำรวจความพึงพอใจของ"), (147, 348, below),
        (147, 537, "- ตัวชี้วัดย่อย 6.1 Made Net ข้อเสนอแนะ: ติดตั้งอุปกรณ์รายงานผล"), (147, 255, "ที่สถานีทุกแห่ง"),
    ]  # fmt: skip
    return [(one.group, one.text) for one in recommendations_of(set_out(lines)).given]


def test_the_last_words_of_an_item_told_in_one_breath_head_nothing() -> None:
    last = (None, "ติดตั้งอุปกรณ์รายงานผลที่สถานีทุกแห่ง")
    assert in_one_breath("เกษตรกรหลังใช้บริการทุกครั้ง") == [(None, "สำรวจความพึงพอใจของเกษตรกรหลังใช้บริการทุกครั้ง"), last]


@pytest.mark.parametrize("title", ["ตัวชี้วัดที่ควรปรับปรุง", "กลุ่มที่ควรเร่งรัด", "2. ตัวชี้วัดที่ควรพัฒนา"])
def test_a_line_that_names_a_group_heads_it_below_however_full_a_row(title: str) -> None:
    assert [group for group, _ in in_one_breath(title)] == [None, title.removeprefix("2. ")]


@pytest.mark.parametrize("limit", ["60 คะแนน", "ร้อยละ 60", "60.00 คะแนน"])
def test_a_heading_that_ends_in_a_mark_waits_for_no_number(limit: str) -> None:
    text = f"กลุ่มที่ 1 ตัวชี้วัดที่มีคะแนนต่ำกว่า {limit}\n1.2 สถาปัตยกรรมสมมุติ (Architecture)\nข้อเสนอแนะ : ควรมอบหมายผู้รับผิดชอบ\n"
    read = recommendations_of(rows(f"{text}2.1 ทักษะสมมุติ (Skill)\nข้อเสนอแนะ : ควรจัดอบรม")).given
    assert [one.code for one in read] == ["1.2", "2.1"]


@pytest.mark.parametrize(
    ("title", "number", "found"),
    [
        ("ข้อเสนอแนะเพื่อยกระดับการพัฒนารัฐบาลดิจิทัล", "{}", ["1", "3", "4"]),
        ("ข้อเสนอแนะเพื่อยกระดับการพัฒนารัฐบาลดิจิทัล", "{}.", ["", "", ""]),  # a list counts so: names without codes
        ("มติที่ประชุมคณะกรรมการดิจิทัล", "{}", []),
    ],
)
def test_whole_indicators_below_a_title_of_advice_are_told_what_to_do_in_deeper_lines(
    title: str, number: str, found: list[str]
) -> None:
    names = {"1": "นโยบายสมมุติ", "3": "บริการสมมุติ", "4": "งานสมมุติ"}
    lines: list[tuple[float, float, str]] = [(150.0, 420.0, title)]
    for code, name in names.items():
        lines += [(114.0, 260.0, f"{number.format(code)} {name}"), (128.0, 540.0, "ควรทบทวนงานของหน่วยงานให้เป็นปัจจุบัน")]
        lines += [(85.0, 200.0, "และรายงานผลทุกไตรมาส")]
    given = recommendations_of(set_out(lines)).given
    assert [one.code for one in given] == found
    assert all(one.text.endswith("ทุกไตรมาส") and one.name in names.values() for one in given)

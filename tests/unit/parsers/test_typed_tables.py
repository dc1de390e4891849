"""Tables typed into plain text with spaces between their columns; what only has wide spaces is none."""

from datetime import date

import pytest

from tests.unit.parsers.papers import LETTERHEAD, drafts
from workflow.parsers.tabbed import with_tabs

ROWS = [
    "  รหัส   ตัวชี้วัด        คะแนน    ค่าเฉลี่ยกลุ่ม ",
    "  ๑     แผนและนโยบาย   ๕๗.๒๕   ๕๕.๗๕",
    "  ๑.๑   แผนพัฒนา       ๖๔.๐๐   ๕๘.๕๐",
    "  ๑.๒   งบประมาณ      ๕๐.๕๐   ๕๓.๐๐",
]
ADVISED = """๓. ข้อเสนอแนะของคณะผู้ประเมิน จำนวน ๒ ตัวชี้วัดย่อย

- แผนพัฒนา (๑.๑) ตัวชี้วัดแผนและนโยบาย
ข้อเสนอแนะ: ควรทบทวนแผนพัฒนาทุกปี

- งบประมาณ (๑.๒) ตัวชี้วัดแผนและนโยบาย
ข้อเสนอแนะ: ควรตั้งงบประมาณบำรุงรักษาระบบ"""


def test_rows_in_columns_get_tabs_and_the_lines_around_them_stay() -> None:
    told = with_tabs("\n".join(["เรียน  นายกเทศมนตรี", *ROWS, "", "จึงเรียนมา"])).split("\n")
    assert told[:3] == ["เรียน  นายกเทศมนตรี", "รหัส\tตัวชี้วัด\tคะแนน\tค่าเฉลี่ยกลุ่ม", "๑\tแผนและนโยบาย\t๕๗.๒๕\t๕๕.๗๕"]
    assert told[-2:] == ["", "จึงเรียนมา"]


@pytest.mark.parametrize(
    "lines",
    [ROWS[:2], ["ก  ข  ค", "ง  จ  ฉ", "ช  ซ  ฌ"], ["ก  1.0", "ข  2.0", "ค  3.0"], ["ก  ข  1", "ค  2", "ง  จ  3"]],
)
def test_few_rows_words_alone_two_columns_and_uneven_ones_are_no_table(lines: list[str]) -> None:
    assert with_tabs("\n".join(lines)) == "\n".join(lines)


def test_a_letter_with_a_typed_table_gives_its_scores_and_no_advice_out_of_its_rows() -> None:
    head = LETTERHEAD.format(number="๐๑๐๑/๗", date="๗ มกราคม ๒๕๖๘")
    text = "\n".join(
        ["เรื่อง แจ้งผลการประเมินสมมุติ ประจำปี ๒๕๖๗", "เรียน ผู้อำนวยการสถาบันตัวอย่าง", "", "ผลมีดังนี้", *ROWS, "", ADVISED]
    )
    (draft,) = drafts(f"{head}{text}\n\nจึงเรียนมาเพื่อโปรดทราบ\n\nขอแสดงความนับถือ\n(นายหนึ่ง ทดสอบกุล)\nอธิบดี")
    paper = draft.instrument
    assert paper.date == date(2025, 1, 7) and paper.survey
    assert [(one.code, one.score, one.group_average) for one in paper.survey.indicators] == [
        ("1", 57.25, 55.75), ("1.1", 64.0, 58.5), ("1.2", 50.5, 53.0),
    ]  # fmt: skip
    assert [(one.code, one.name, one.indicator) for one in paper.recommendations] == [
        ("1.1", "แผนพัฒนา", "แผนและนโยบาย"), ("1.2", "งบประมาณ", "แผนและนโยบาย"),
    ]  # fmt: skip
    assert paper.stated_indicator_count == 2
    assert [f.field for f in draft.findings if (f.field or "").startswith("recommendations")] == []


@pytest.mark.parametrize("columns", [2, 3])
def test_the_last_row_of_a_pasted_table_takes_no_heading_below_it_for_its_advice(columns: int) -> None:
    table = "\n".join("\t".join(row.split()[: columns + 1]) for row in ROWS)
    (draft,) = drafts(f"{table}\n{ADVISED}")
    assert [one.code for one in draft.instrument.recommendations] == ["1.1", "1.2"]

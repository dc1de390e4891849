"""Headings as authors who never met the reader set them, and lines at the edge that are none."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from tests.unit.parsers.test_headings_over_advice import GOOD, ITEM, PARTS, WEAK, told
from workflow.parsers.fields.advice_headings import Heading, heading_of
from workflow.parsers.fields.recommendations import recommendations_of


@pytest.mark.parametrize(
    ("upper", "lower"), [("{N}. {}", "{N}.{n} {}"), ("{L}. {}", "({n}) {}"), ("2.{N} {}", "2.{N}.{n} {}")]
)
def test_groups_may_stand_under_the_indicators(upper: str, lower: str) -> None:
    lines = []
    for n, (_, above, code, name, text) in enumerate((PARTS[0], PARTS[0], PARTS[1], PARTS[2])):
        places = {"n": n % 2 + 1, "N": n // 2 + 1, "L": "กข"[n // 2]}
        lines += [upper.format(f"ตัวชี้วัด{above}", **places)] if n % 2 == 0 else []
        lines += [
            lower.format((GOOD, WEAK)[n % 2], **places),
            ITEM.format(code=f"{code[:2]}{n + 1}", name=name, text=text),
        ]
    assert [(group, above) for group, above, *_ in told("\n".join(lines))] == [
        (GOOD, PARTS[0][1]), (WEAK, PARTS[0][1]), (GOOD, PARTS[1][1]), (WEAK, PARTS[1][1]),
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["รายการที่อยู่ในเกณฑ์ดี", "หน่วยงานที่ต้องปรับปรุง", "รายด้านที่ต้องเร่งรัด"])
def test_a_numbered_title_that_begins_as_a_count_does_is_a_heading(title: str) -> None:
    below = rows("- ตัวชี้วัดย่อยที่ 1.4 การกำกับโครงการ ภายใต้ตัวชี้วัดผู้นำ\nคำแนะนำ: ขอให้ติดตามทุกเดือน")
    assert heading_of(f"2.1 {title}", below) == Heading("2.1", title)


def test_a_word_for_a_kind_at_the_left_edge_that_full_lines_wrap_to_heads_nothing() -> None:
    lines = []
    for code, last in (
        ("1.2", "กรม เพื่อลดความซ้ำซ้อนของการจัดหา"),
        ("2.1", "ด้านดิจิทัลก่อนพ้นทดลองปฏิบัติหน้าที่ราชการ"),
        ("2.3", "ภายนอกเป็นรายโครงการ"),
    ):
        lines += [
            (156, 360, f"- {code} แผนสมมุติ (ตัวชี้วัดกำลังคน)"),
            (170, 535, "ข้อเสนอแนะ ควรกำหนดให้ข้าราชการบรรจุใหม่ทุกคนผ่านการทดสอบ"),
            (85, 270, last),
        ]
    given = recommendations_of(set_out(lines)).given
    assert [one.indicator for one in given] == ["กำลังคน"] * 3
    assert given[1].text == "ควรกำหนดให้ข้าราชการบรรจุใหม่ทุกคนผ่านการทดสอบด้านดิจิทัลก่อนพ้นทดลองปฏิบัติหน้าที่ราชการ"


@pytest.mark.parametrize("joined", ["และ", "ซึ่ง", "แต่"])
def test_what_goes_on_behind_a_mark_broken_off_above_is_no_heading(joined: str) -> None:
    below = rows("1.1 แผนสมมุติ ควรทบทวน")
    assert heading_of("2.12 ตัวชี้วัดที่ต้องแก้ไขก่อน", below)
    assert heading_of(f"65.12 {joined}มีตัวชี้วัดที่ต้องแก้ไขก่อน จำนวน 4 ตัวชี้วัด ตามรายการต่อไปนี้", below) is None

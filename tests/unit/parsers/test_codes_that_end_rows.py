"""Items whose name and code in brackets fill a row of their own, the advice below in whatever words; the part told before the code."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import recommendations_of

TITLE = "ข้อเสนอแนะจำแนกตามตัวชี้วัด"
PARTS = (("1.1", "สถาปัตยกรรมสมมุติ"), ("1.2", "การจัดซื้อสมมุติ"), ("2.1", "โฉนดสมมุติ"), ("2.3", "ประวัติสมมุติ"))
TEXTS = ("ปรับแบบจำลองให้ครบทุกแห่ง", "จัดทำข้อกำหนดกลางไว้ใช้", "แปลงสารบบเก่าเป็นภาพทั้งหมด", "แสดงรายการย้อนหลังแก่เจ้าของ")


def given(*lines: tuple[float, str]) -> tuple[Recommendation, ...]:
    """Return what is advised in rows (left edge in points, text) of one page."""
    title = ((200.0, 420.0, TITLE), (85.0, 430.0, "กรมสมมุติ"))
    return recommendations_of(set_out([*title, *((left, 430.0, text) for left, text in lines)])).given


@pytest.mark.parametrize(("deep", "mark"), [(125.0, "- "), (125.0, "• "), (125.0, ""), (108.0, "- "), (108.0, "• ")])
@pytest.mark.parametrize("head", ["{} (ตัวชี้วัดย่อย {})", "{} (ตัวชี้วัดย่อยที่ {})", "{} ({})", "{} [รหัส {}]"])
def test_a_name_and_its_code_alone_on_a_row_head_the_row_below(head: str, mark: str, deep: float) -> None:
    lines = [
        line
        for (code, name), text in zip(PARTS, TEXTS, strict=True)
        for line in ((108.0, head.format(name, code)), (deep, f"{mark}{text}"))
    ]
    found = given(*lines)
    assert [(one.code, one.name) for one in found] == list(PARTS)
    assert tuple(one.text.removeprefix("- ").removeprefix("• ") for one in found) == TEXTS


def test_the_indicator_may_stand_behind_the_code_or_on_the_row_below() -> None:
    behind = [
        line
        for (code, name), text in zip(PARTS, TEXTS, strict=True)
        for line in ((108.0, f"{name} (ตัวชี้วัดย่อย {code}) ในตัวชี้วัดแผนสมมุติ"), (125.0, text))
    ]
    below = [
        line
        for (code, name), text in zip(PARTS, TEXTS, strict=True)
        for line in ((108.0, f"{name} ({code})"), (125.0, "(ตัวชี้วัดแผนสมมุติ)"), (125.0, text))
    ]
    for lines in (behind, below):
        assert [(g.code, g.name, g.indicator) for g in given(*lines)] == [(*part, "แผนสมมุติ") for part in PARTS]


@pytest.mark.parametrize(
    "lines",
    [
        [(108.0, f"{name} ({code})") for code, name in PARTS],  # names alone
        [line for code, name in PARTS for line in ((108.0, f"{name} ({code})"), (125.0, "ได้ 61.25 คะแนน จากทั้งหมด"))],
        [line for _, name in PARTS for line in ((108.0, f"{name} (1.1)"), (125.0, "ปรับแบบจำลองให้ครบทุกแห่ง"))],
        [
            (108.0, f"{PARTS[0][1]} (1.1)"),
            (125.0, TEXTS[0]),
            (108.0, f"{PARTS[1][1]} (1.2)"),
            (125.0, TEXTS[1]),
        ],  # too few
    ],
)
def test_rows_that_end_in_codes_otherwise_are_no_items(lines: list[tuple[float, str]]) -> None:
    assert given(*lines) == ()


@pytest.mark.parametrize("part", ["ด้านที่ {} {}", "มิติที่ {} {}", "ตัวชี้วัดที่ {} {}", "ตัวชี้วัดหลักที่ {}. {}", "ด้าน{1}"])
@pytest.mark.parametrize("text", ["ควรปรับแบบจำลอง", "ปรับแบบจำลองให้ครบ"])
def test_the_part_before_the_code_is_the_indicator(part: str, text: str) -> None:
    above = {"1": "แผนสมมุติ", "2": "บริการสมมุติ"}
    lines = [
        line
        for code, name in PARTS
        for line in ((108.0, f"• {part.format(code[0], above[code[0]])} ตัวชี้วัดย่อยที่ {code} {name}"), (122.0, text))
    ]
    found = given(*lines)
    assert [(g.code, g.name, g.indicator) for g in found] == [(c, name, above[c[0]]) for c, name in PARTS]
    assert {g.text for g in found} == {text}


def test_words_behind_the_sign_of_a_bracketed_code_tell_the_item() -> None:
    lines = [
        line
        for (code, name), text in zip(PARTS, TEXTS, strict=True)
        for line in ((108.0, f"({code}) {name} : {text} และ"), (131.0, "รัฐวิสาหกิจสาขาสมมุติ"))
    ]
    assert [(g.code, g.name) for g in given(*lines)] == list(PARTS)

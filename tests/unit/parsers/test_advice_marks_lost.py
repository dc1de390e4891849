"""Entries whose marks a recogniser lost or misread, or that never had one, are a list where they begin alike."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import recommendations_of

ITEMS = (
    ("2.1", "การฝึกสมมุติ", "สมรรถนะสมมุติ"),
    ("4.2", "การเฝ้าระวังสมมุติ", "ความปลอดภัยสมมุติ"),
    ("1.1", "แผนสมมุติ", "นโยบายสมมุติ"),
)


def told(
    *marks: str, scan: bool = True, head: str = "{name} (ตัวชี้วัดย่อย {code} ตัวชี้วัด{part}) ข้อเสนอแนะจาก"
) -> tuple[Recommendation, ...]:
    lines: list[tuple[float, float, str]] = [(155, 530, "2. กองสมมุติขอเรียนสรุปข้อเสนอแนะในตัวชี้วัดที่ต้องปรับปรุง ดังนี้")]
    for mark, (code, name, part) in zip(marks, ITEMS, strict=True):
        lines += [(184, 533, f"{mark}{head.format(name=name, code=code, part=part)}")]
        lines += [(85, 535, "สปม. ขอให้ขยายการฝึกแบบปฏิบัติจริงไปยังหน่วยสนามทุกภาคและจัดทำคู่มือ"), (85, 130, "ฉบับย่อ")]
    rows = set_out(lines)
    return recommendations_of([replace(row, sure=(0.99,) * len(row.text)) for row in rows] if scan else rows).given


@pytest.mark.parametrize(
    "marks", [("", "", ""), (". ", "", ""), ("• ", "• ", "• "), ("0 ", "0 ", "0 "), ("๐ ", "๐ ", "๐ ")]
)
def test_entries_that_begin_alike_are_items_whatever_became_of_their_marks(marks: tuple[str, ...]) -> None:
    assert [(g.code, g.name, g.indicator) for g in told(*marks)] == list(ITEMS)
    assert all(g.text.endswith("ฉบับย่อ") for g in told(*marks))


def test_such_a_list_in_a_text_layer_needs_no_marks() -> None:
    assert [(g.code, g.name, g.indicator) for g in told("", "", "", scan=False)] == list(ITEMS)


@pytest.mark.parametrize("sign", ["0", "๐", "O"])
def test_a_sign_that_stands_again_and_again_at_one_edge_is_a_bullet(sign: str) -> None:
    found = told(*(f"{sign} ",) * 3, head="รหัส {code} {name} ตามตัวชี้วัด{part} ข้อเสนอแนะจาก")
    assert [(g.code, g.name, g.indicator) for g in found] == list(ITEMS)


@pytest.mark.parametrize("lost", ["1,", "1, ", "1. ", "1 ", "1/", "(1 "])
def test_a_bracket_that_a_scan_lost_is_told_by_those_of_its_likes(lost: str) -> None:
    found = told(lost, "2) ", "3) ", head="{code} {name} ภายใต้ด้าน{part} ข้อเสนอแนะ :")
    assert [(g.code, g.name, g.indicator) for g in found] == list(ITEMS)


def test_a_number_of_three_parts_is_no_bracket_lost_where_the_codes_have_three() -> None:
    found = told("1.", "1) 2.", "2) 3.", head="{code} {name} ภายใต้ด้าน{part} ข้อเสนอแนะ :")
    assert [g.code for g in found] == ["1.2.1", "2.4.2", "3.1.1"]

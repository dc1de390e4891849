"""Items of a bare code, a name and an advice that nothing but a space parts, and the scores behind the names of their indicators."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import recommendations_of

SAID = "โดย สสม. มีข้อเสนอแนะรวม 4 ตัวชี้วัดย่อย เรียงตามตัวชี้วัดหลักพร้อมคะแนน ดังต่อไปนี้"
ITEMS = (
    ("1.1", "แผนสมมุติ (Plan)", "ให้ทบทวนแผนทุกปีก่อนจัดทำคำของบประมาณ"),
    ("1.3", "การแก้ระเบียบสมมุติ", "ควรสำรวจระเบียบที่ยังบังคับให้ยื่นสำเนา"),
    ("2.1", "ผู้นำกับข้อมูลสมมุติ", "ผู้บริหารทุกกองควรใช้กระดานข้อมูลในการประชุม"),
    ("2.4", "ทักษะสมมุติ", "เร่งอบรมบุคลากรทุกสายงานให้ครบในปีนี้"),
)
PARTS = {"1": "ทิศทางสมมุติ", "2": "คนสมมุติ"}


def given(score: str = "", *, said: str = SAID, number: str = "{n}. ") -> tuple[Recommendation, ...]:
    rows: list[tuple[float, float, str]] = [(150, 530, said)]
    last = ""
    for code, name, text in ITEMS:
        if code[0] != last:
            last = code[0]
            head, _, below = f"{number.format(n=last)}ตัวชี้วัดหลักที่ {last} {PARTS[last]}{score}".partition("|")
            rows += [(150, 510, head), *([(80, 150, below)] if below else [])]
        rows += [(167, 520, f"{code} {name} {text}"), (80, 300, "และรายงานผลภายในสิ้นปี")]
    rows += [(150, 430, "จึงเรียนมาเพื่อโปรดทราบ"), (300, 420, "(นายสมมุติ ตัวอย่างดี)")]
    return recommendations_of(set_out(rows)).given


WANTED = [(code, name, f"{text}และรายงานผลภายในสิ้นปี") for code, name, text in ITEMS]


def test_a_space_parts_name_and_advice_below_words_that_announce_it() -> None:
    found = given()
    assert [(g.code, g.name, g.text) for g in found] == WANTED
    assert [g.indicator for g in found] == ["ทิศทางสมมุติ"] * 2 + ["คนสมมุติ"] * 2


@pytest.mark.parametrize(
    "score",
    [
        " ได้ 68.20 คะแนน (ค่าเฉลี่ยกลุ่ม 61.05 คะแนน)",
        " ได้ 68.20 คะแนน (ค่าเฉลี่ยกลุ่ม|61.05 คะแนน)",
        " ได้ 68.20 คะแนน (ค่าเฉลี่ยกลุ่ม 61.05|คะแนน)",
        " [68.20 / 61.05]",
    ],
)
@pytest.mark.parametrize("number", ["{n}. ", ""])
def test_the_score_behind_an_indicators_name_is_none_of_it(score: str, number: str) -> None:
    found = given(score, number=number)
    assert [g.indicator for g in found] == ["ทิศทางสมมุติ"] * 2 + ["คนสมมุติ"] * 2
    assert [g.code for g in found] == [code for code, _, _ in ITEMS]


def test_clauses_that_nothing_announces_are_no_items() -> None:
    assert given(said="2. กองสมมุติได้ตรวจสอบรายละเอียดของแต่ละเรื่องแล้ว มีผลตามลำดับ") == ()


def test_a_clause_that_proposes_is_no_item_behind_a_list_of_them() -> None:
    lines: list[tuple[float, float, str]] = [(156, 530, "2. สมมุติได้รับคำแนะนำ 2 ตัวชี้วัดย่อย ดังนี้")]
    for code, name, text in ITEMS[:2]:
        lines += [(156, 400, f"- ตัวชี้วัดย่อย {code} {name}"), (170, 530, f"คำแนะนำของ สสม. : {text}")]
    lines += [(119, 191, "3. ข้อพิจารณา"), (156, 539, "3.1 เห็นควรแจ้งผลและคำแนะนำของ สสม. ให้ บก. และ ภ.จว. ในสังกัด")]
    lines += [(85, 258, "ทราบ และใช้เป็นแนวทางปรับปรุงงาน"), (119, 173, "4. ข้อเสนอ")]
    assert [g.code for g in recommendations_of(set_out(lines)).given] == ["1.1", "1.3"]

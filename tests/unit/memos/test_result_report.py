"""The four-part staff paper says what the case says, and nothing else."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memos import CATALOGUE
from tests.unit.memos.cases import police_2562, said
from workflow.core.reading import Recommendation, Survey
from workflow.core.thai_digits import to_arabic, to_thai

CASE = police_2562()


def test_the_four_parts_stand_in_order() -> None:
    words = said("result-report", CASE)
    places = [words.index(part) for part in ("๑. เรื่องเดิม", "๒. ข้อเท็จจริง", "๓. ข้อพิจารณา", "๔. ข้อเสนอ", "จึงเรียนมา")]
    assert places == sorted(places)


def test_the_letter_is_cited_with_its_number_and_date() -> None:
    assert "มีหนังสือ ที่ สพร ๒๕๖๒/ว๔๐๙๙ ลง ๑ พ.ย.๖๒ เรื่อง ขอแจ้งผลการสำรวจ" in said("result-report", CASE)


def test_every_recommendation_stands_under_its_letters_heading() -> None:
    lines = said("result-report", CASE).splitlines()
    for item in CASE.recommendations:
        at = lines.index(f"- ตัวชี้วัดย่อย {to_thai(item.code)} ชื่อ {to_thai(item.code)} ภายใต้ตัวชี้วัดบริการภาครัฐ")
        assert lines[at + 1] == f"ข้อเสนอแนะจาก สพร. ควรปรับปรุง {to_thai(item.code)}"
        heading = next(line for line in reversed(lines[:at]) if line.startswith("๒."))
        assert (item.group or "ไม่ปรากฏหัวข้อกลุ่ม") in heading


def test_the_count_is_the_stated_one_and_what_was_found_is_said_beside_it() -> None:
    words = said("result-report", CASE)
    assert "จำนวน ๑๓ ตัว ตามที่ระบุในต้นฉบับ" in words
    assert "จำนวน ๓ ตัว จากที่ระบุไว้ ๑๓ ตัว" in words
    assert "ต้นฉบับขาด หน้า ๓ ของบันทึก" in words


@pytest.mark.parametrize(
    ("removed", "gone"),
    [
        ({"survey": None}, ("๕๕.๕๔", "๖๔.๖๐", "คะแนน", "๒๕๖๒ ประจำปี")),
        ({"survey": Survey("การสำรวจ", 2562, 55.54, None)}, ("๖๔.๖๐", "ต่ำกว่า", "สูงกว่า", "ภาพรวมของกลุ่ม")),
        ({"survey": Survey("การสำรวจ", 2562, None, 64.60)}, ("๖๔.๖๐", "คะแนน", "ต่ำกว่า")),
        ({"recommendations": ()}, ("ข้อเสนอแนะของ สพร.", "ข้อเสนอแนะจาก", "ตัวชี้วัดย่อย", "ควรปรับปรุง")),
        ({"stated_count": None}, ("๑๓", "จากที่ระบุไว้", "ควรเร่งพัฒนา จำนวน")),
        ({"missing": ()}, ("ต้นฉบับขาด",)),
        ({"sender_short": None}, ("จาก สพร.", "ของ สพร.")),
        ({"letter": None}, ("๔๐๙๙",)),
        ({"background": ()}, ("๑๕๓๙",)),
    ],
)
def test_a_fact_taken_from_the_case_is_gone_from_the_paper(removed: dict[str, Any], gone: tuple[str, ...]) -> None:
    words = said("result-report", replace(CASE, **removed))
    assert not [fact for fact in gone if fact in words]


scores = st.none() | st.floats(0, 100).map(lambda value: round(value, 2))
recommendations = st.lists(
    st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["ก", "เร่งพัฒนา", None])), max_size=6
)


@settings(max_examples=60, deadline=None)
@given(score=scores, average=scores, rows=recommendations, stated=st.none() | st.integers(0, 60))
def test_every_number_on_the_paper_is_a_number_of_the_case(
    score: float | None, average: float | None, rows: list[tuple[int, int, str | None]], stated: int | None
) -> None:
    items = tuple(Recommendation(f"{a}.{b}", "ชื่อ", None, group, "ข้อความ", 1) for a, b, group in rows)
    case = replace(CASE, survey=Survey("การสำรวจ", 2562, score, average), recommendations=items, stated_count=stated)
    written = to_arabic(said("result-report", case))
    decimals = set(re.findall(r"(?<![\d.])\d+\.\d\d(?![\d/])", written)) - {"0033.12"}
    shown = {f"{value:.2f}" for value in (score, average if score is not None else None) if value is not None}
    assert decimals == shown
    assert len(re.findall("ตัวชี้วัดย่อย", written)) == len(items)
    assert re.findall(r"ควรเร่งพัฒนา จำนวน (\d+) ตัว", written) == ([] if stated is None else [str(stated)])


def test_a_score_of_zero_is_a_score() -> None:
    assert "ร้อยละ ๐.๐๐" in said("result-report", replace(CASE, survey=Survey("การสำรวจ", 2562, 0.0, None)))


def test_a_login_inside_a_recommendation_is_masked() -> None:
    item = replace(CASE.recommendations[0], text="ดูผลด้วย Username: 00X99Y9-777 และ Password: qwert99 ได้ทันที")
    words = said("result-report", replace(CASE, recommendations=(item,)))
    assert "qwert" not in words and "00X99Y9" not in words


def test_an_acting_title_is_printed_in_the_signature() -> None:
    signature = CATALOGUE["result-report"].sample().signature
    assert said("result-report", CASE).splitlines()[-1] == signature.title_lines[0] == "รอง ผบช.ฯ ปรท.ผบช.สทส."

"""Rounds: whom to remind before the opening, and what may be compared with what."""

from datetime import date

import pytest

from tests.conftest import ROOT
from workflow.core.round_comparison import TOTAL, Score, compare
from workflow.core.survey_round import BEFORE_OPENING, Phase, SurveyRound, due_notice
from workflow.store.office_files import load_calendar

CALENDAR = load_calendar(ROOT / "config")
OPENING = date(2026, 5, 11)


def a_round(year: int, series: str = "หนึ่ง", opens: date | None = None) -> SurveyRound:
    return SurveyRound(
        "สำรวจ", year, series, (), (Phase("answer", opens),) if opens else (), {"2": "บช.ศ.", "2.4": "สทส."}
    )


@pytest.mark.parametrize("before", BEFORE_OPENING)
def test_every_rung_falls_so_many_working_days_before_the_opening(before: int) -> None:
    on = CALENDAR.add(OPENING, -before)
    notice = due_notice(a_round(2569, opens=OPENING), CALENDAR, today=on)
    assert notice and (notice.days_before, notice.promised_for) == (before, on)
    assert CALENDAR.between(on, OPENING) == before


def test_after_a_month_out_of_reach_only_the_nearest_rung_is_due() -> None:
    notice = due_notice(a_round(2569, opens=OPENING), CALENDAR, today=CALENDAR.add(OPENING, -5))
    assert notice and notice.days_before == 7


@pytest.mark.parametrize("day", [OPENING, date(2026, 5, 12), date(2026, 5, 9), CALENDAR.add(OPENING, -61)])
def test_nobody_is_told_once_it_is_open_nor_on_a_free_day_nor_before_the_first_rung(day: date) -> None:
    assert due_notice(a_round(2569, opens=OPENING), CALENDAR, today=day) is None


def test_who_answers_for_a_code_is_named_for_it_else_for_its_indicator_else_the_owner_unit() -> None:
    coming = a_round(2569)
    assert [coming.owner(code, "ศทก.") for code in ("2.4", "2.1", "3.1")] == ["สทส.", "บช.ศ.", "ศทก."]


def test_equal_series_are_compared_and_others_break() -> None:
    scores = [Score(y, TOTAL, "คะแนนรวม", s) for y, s in ((2562, 55.54), (2563, 60.04), (2566, 70.0))]
    (line,) = compare(scores, [a_round(2562), a_round(2563), a_round(2566, "สอง")])
    assert line.steps == {2563: 4.5}
    assert list(line.breaks) == [2566] and "กรอบ" in line.breaks[2566]


def test_a_code_that_names_another_indicator_is_not_compared() -> None:
    scores = [Score(2562, "6", "เทคโนโลยีดิจิทัล", 22.7), Score(2563, "6", "ข้อมูล", 30.0)]
    (line,) = compare(scores, [a_round(2562), a_round(2563)])
    assert not line.steps and "เป็นตัวชี้วัดอื่น" in line.breaks[2563]


def test_a_round_nobody_described_is_compared_with_nothing() -> None:
    (line,) = compare([Score(2562, "1", "ก", 1), Score(2568, "1", "ก", 2)], [a_round(2562)])
    assert not line.steps and "๒๕๖๘" in line.breaks[2568]


def test_a_total_is_never_made_out_of_parts() -> None:
    lines = compare([Score(2562, "1", "ก", 10), Score(2562, "2", "ข", 20)], [a_round(2562)])
    assert [line.code for line in lines] == ["1", "2"]


def test_codes_stand_in_the_order_of_their_numbers_the_total_first() -> None:
    lines = compare([Score(2562, c, "", 1) for c in ("10", "2.10", TOTAL, "2.2", "2")], [a_round(2562)])
    assert [line.code for line in lines] == [TOTAL, "2", "2.2", "2.10", "10"]

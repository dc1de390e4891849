"""Which rung is due: the furthest only, never on a day off; which ladder: matter before unit before office."""

from datetime import date

import pytest

from workflow.core.reminder import Ladder, Overrides, Reached, Rung, effective_ladder, reached
from workflow.core.working_days import WorkingCalendar

CALENDAR = WorkingCalendar({date(2019, 12, 10): "วันรัฐธรรมนูญ"}, frozenset({2562}), "v1")
BEFORE, DUE, LATE, LAST = Rung("ก่อน", -1), Rung("ครบ", 0), Rung("เลย", 2), Rung("สุดท้าย", 5, escalate=True)
LADDER = (BEFORE, DUE, LATE, LAST)
SENT, DUE_ON = date(2019, 12, 2), date(2019, 12, 9)  # จันทร์ ถึง จันทร์
URGENT, OWN, BUREAU, HURRIED = (Rung("ด่วน", 0),), (Rung("เอง", 1),), (Rung("หน่วย", 2),), (Rung("หน่วยด่วน", 3),)
OVERRIDES = Overrides((("ด่วนที่สุด", URGENT),), (("บก.", None, BUREAU), ("บก.", "ด่วนที่สุด", HURRIED)))


def _due(today: date, sent: date = SENT, due_on: date = DUE_ON) -> str | None:
    found = reached(LADDER, CALENDAR, sent_on=sent, due_on=due_on, today=today)
    return found.rung.name if found else None


@pytest.mark.parametrize(
    ("day", "rung"),
    [(5, None), (6, "ก่อน"), (9, "ครบ"), (11, "ครบ"), (12, "เลย"), (16, "เลย"), (17, "สุดท้าย"), (30, "สุดท้าย")],
)
def test_the_furthest_rung_reached_is_the_one_due(day: int, rung: str | None) -> None:
    assert _due(date(2019, 12, day)) == rung


@pytest.mark.parametrize("day", [7, 8, 10])
def test_nobody_is_reminded_on_a_day_off(day: int) -> None:
    assert _due(date(2019, 12, day)) is None


def test_a_rung_that_fell_before_the_sending_is_none() -> None:
    assert _due(date(2019, 12, 6), sent=date(2019, 12, 6)) is None
    assert _due(DUE_ON, sent=date(2019, 12, 6)) == "ครบ"


def test_the_promised_day_is_the_rungs_own_and_not_today() -> None:
    found = reached(LADDER, CALENDAR, sent_on=SENT, due_on=DUE_ON, today=date(2019, 12, 13))
    assert found == Reached(LATE, date(2019, 12, 12))


def test_without_a_ladder_nobody_is_reminded() -> None:
    assert reached((), CALENDAR, sent_on=SENT, due_on=DUE_ON, today=DUE_ON) is None


def test_a_rung_beyond_the_tables_edge_is_not_reached_and_stops_nobody() -> None:
    assert _due(date(2019, 12, 31), sent=date(2019, 12, 20), due_on=date(2019, 12, 31)) == "ครบ"
    assert _due(date(2020, 1, 3)) is None


@pytest.mark.parametrize(
    ("units", "urgency", "matter", "rungs", "source"),
    [
        ((), None, None, LADDER, "หน่วยงาน (office.yaml rungs)"),
        ((), "ด่วนที่สุด", None, URGENT, "ชั้นความเร็ว ด่วนที่สุด (office.yaml ladders)"),
        (("กก.", "บก.", "ตร."), None, None, BUREAU, "หน่วย บก. (ladders.csv)"),
        (("กก.", "บก.", "ตร."), "ด่วน", None, BUREAU, "หน่วย บก. (ladders.csv)"),
        (("บก.",), "ด่วนที่สุด", None, HURRIED, "หน่วย บก. ชั้นความเร็ว ด่วนที่สุด (ladders.csv)"),
        (("บก.",), "ด่วนที่สุด", (3, OWN), OWN, "เรื่องที่ 3"),
    ],
)
def test_the_nearest_ladder_is_in_force_and_says_where_it_is_written(
    units: tuple[str, ...], urgency: str | None, matter: tuple[int, tuple[Rung, ...]] | None, rungs: tuple[Rung, ...], source: str
) -> None:  # fmt: skip
    found = effective_ladder(LADDER, OVERRIDES, units=units, urgency=urgency, matter=matter)
    assert found == Ladder(rungs, source)

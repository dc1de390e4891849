"""What becomes of a due day when the table of holidays changes."""

from datetime import date

from workflow.core.working_days import Told, WorkingCalendar, moved_due

YEARS = frozenset({2562})
BEFORE = WorkingCalendar({date(2019, 12, 10): "วันรัฐธรรมนูญ"}, YEARS, "v1")
LONGER = WorkingCalendar({**BEFORE.holidays, date(2019, 12, 30): "วันหยุดเพิ่มเป็นกรณีพิเศษ"}, YEARS, "v2")
SHORTER = WorkingCalendar({}, YEARS, "v3")
SENT, TODAY = date(2019, 12, 23), date(2019, 12, 24)


def _moved(due: date, now: WorkingCalendar, *, reminded: bool = False, sent: date = SENT, today: date = TODAY) -> date:
    return moved_due(Told(sent, due, reminded), BEFORE, now, today=today)


def test_a_bridge_day_declared_late_moves_the_due_day_on() -> None:
    assert _moved(date(2019, 12, 30), LONGER) == date(2019, 12, 31)
    assert _moved(date(2019, 12, 27), LONGER) == date(2019, 12, 27)


def test_a_holiday_taken_back_moves_the_due_day_nearer_but_not_into_the_past() -> None:
    sent, due = date(2019, 12, 6), date(2019, 12, 13)
    assert _moved(due, SHORTER, sent=sent, today=date(2019, 12, 9)) == date(2019, 12, 12)
    assert _moved(due, SHORTER, sent=sent, today=date(2019, 12, 12)) == due


def test_what_people_were_reminded_of_is_never_moved_nearer() -> None:
    assert _moved(date(2019, 12, 13), SHORTER, reminded=True, sent=date(2019, 12, 6), today=date(2019, 12, 9)) == date(
        2019, 12, 13
    )


def test_a_year_the_table_lacks_leaves_the_due_day_as_it_was() -> None:
    assert _moved(date(2019, 12, 31), WorkingCalendar({}, frozenset(), "v4")) == date(2019, 12, 31)


def test_a_year_is_warned_of_when_it_is_missing_and_when_it_is_not_confirmed() -> None:
    waiting = WorkingCalendar(BEFORE.holidays, YEARS, "v5", unconfirmed=YEARS)
    assert BEFORE.warning(SENT) is None
    assert "ยังไม่ยืนยันครบ" in (waiting.warning(SENT) or "")
    assert "ไม่มีวันหยุดราชการของปี พ.ศ. ๒๕๖๓" in (BEFORE.warning(date(2020, 1, 2)) or "")

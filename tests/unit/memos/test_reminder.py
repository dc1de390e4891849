"""The reminder: what, when, how late, what to do."""

from dataclasses import replace

import pytest

from memos import CATALOGUE
from tests.unit.memos.cases import police_2562, said
from workflow.core.errors import UsageError
from workflow.core.memo_kind import CaseFile

KIND = CATALOGUE["reminder"]


def _late(days: int) -> CaseFile:
    case = KIND.sample()
    assert case.overdue
    return replace(case, overdue=replace(case.overdue, working_days_late=days))


def test_it_names_paper_day_sent_day_due_and_what_to_do() -> None:
    words = said("reminder", KIND.sample())
    for told in (
        "ที่ ๐๐๓๓.๑๒/๖๑๐๒ ลง ๒๖ ม.ค.๖๙",
        "เมื่อวันที่ ๒๖ มกราคม ๒๕๖๙",
        "ภายในวันที่ ๒ กุมภาพันธ์ ๒๕๖๙",
        "๒ วันทำการ",
        "ลงรับหนังสือ",
    ):
        assert told in words


@pytest.mark.parametrize(
    ("days", "told"), [(5, "ล่วงเลยกำหนดดังกล่าวมาแล้ว ๕ วันทำการ"), (0, "ครบกำหนดดังกล่าวแล้ว"), (-1, "ใกล้ครบกำหนด")]
)
def test_the_words_fit_how_late_it_is(days: int, told: str) -> None:
    words = said("reminder", _late(days))
    assert told in words
    assert ("ล่วงเลย" in words) == (days > 0)


def test_a_case_with_nothing_overdue_gets_no_reminder() -> None:
    with pytest.raises(UsageError, match="ไม่มีหนังสือค้างตอบ"):
        said("reminder", police_2562())

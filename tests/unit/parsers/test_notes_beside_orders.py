"""A note without a number to whoever gave the order of the memo beside it came before that order."""

from datetime import date

import pytest

from tests.unit.parsers.papers import rows
from workflow.core.almanac import Almanac
from workflow.core.reading import Instrument, OrderText, Reference, Signatory
from workflow.parsers.checks import Context
from workflow.parsers.checks.dates import check
from workflow.parsers.draft import Draft, PrintedDate
from workflow.parsers.fields.closing import purposes_of

NOTED, ORDERED, HEAD = date(2024, 12, 3), date(2024, 12, 4), "อธิบดีกรมตัวอย่าง"


def _kept(to: str, number: str | None, closing: str = "เพื่อโปรดทราบ") -> date | None:
    """Return the day of a note dated before the order on the memo it stands on, as it is left by the check."""
    order = OrderText(("แจ้งตามเสนอ",), Signatory(name="สาม ทดสอบกุล", position=HEAD), ORDERED)
    memo = Instrument("memo", (1,), number="สม 1/22", date=date(2024, 12, 2), to=(HEAD,), order=order)
    note = Instrument("endorsement", (1,), number=number, date=NOTED, to=(to,), closing=closing, host=0)
    drafts = [Draft(memo), Draft(note, dates=[PrintedDate("date", "3 ธันวาคม 2567")])]
    check(drafts, Context((), almanac=Almanac()))
    return drafts[1].instrument.date


def test_a_note_to_who_orders_keeps_its_day_before_the_order() -> None:
    assert _kept(HEAD, None) == NOTED
    assert _kept("ผู้อำนวยการกองช่าง", None, "เพื่อโปรดพิจารณาสั่งการ") == NOTED
    assert _kept(HEAD, "สม 1/23", "เพื่อโปรดทราบ เห็นควรแจ้งทุกกอง") == NOTED


@pytest.mark.parametrize(("to", "number"), [("ผู้อำนวยการกองช่าง", None), (HEAD, "สม 1/23")])
def test_a_note_to_others_or_with_a_number_does_not_come_before_the_order(to: str, number: str | None) -> None:
    assert _kept(to, number) != NOTED


@pytest.mark.parametrize(("pages", "kept"), [((3,), True), ((1, 3), False)])
def test_a_note_on_one_memo_may_come_before_another_memo_of_the_matter(pages: tuple[int, ...], *, kept: bool) -> None:
    memo = Instrument("memo", (1,), number="สม 1/22", date=date(2024, 12, 2), subject="ผลการสำรวจสมมุติ", to=(HEAD,))
    passed_on = Instrument("memo", pages, number="สม 1/ว 23", date=ORDERED, subject="แจ้งผลการสำรวจสมมุติ")
    note = Instrument("endorsement", (1,), date=NOTED, to=("ผู้อำนวยการกองช่าง",), closing="เพื่อโปรดทราบ", host=0)
    drafts = [Draft(memo), Draft(passed_on), Draft(note, dates=[PrintedDate("date", "3 ธันวาคม 2567")])]
    check(drafts, Context((), almanac=Almanac()))
    assert (drafts[2].instrument.date == NOTED) == kept


def test_a_note_on_a_letter_may_come_before_a_reminder_of_the_matter() -> None:
    circular = Instrument("letter", (1,), number="สม 2/ว 11", date=date(2024, 12, 2), subject="แจ้งผลการสำรวจสมมุติ")
    reminder = Instrument(
        "stamped", (2,), number="สม 2/14", date=date(2025, 1, 20), references=(Reference("สม 2/ว 11"),)
    )
    note = Instrument("endorsement", (1,), date=NOTED, to=("ผู้อำนวยการกองช่าง",), closing="เพื่อโปรดทราบ", host=0)
    drafts = [Draft(circular), Draft(reminder), Draft(note, dates=[PrintedDate("date", "3 ธันวาคม 2567")])]
    check(drafts, Context((), almanac=Almanac()))
    assert drafts[2].instrument.date == NOTED


def test_a_purpose_told_in_a_list_is_one_and_other_entries_are_none() -> None:
    assert purposes_of(rows("เรียน อธิบดี\n- เพื่อโปรดพิจารณา\n- เพื่อนร่วมงานรับทราบ\n- แจ้งทุกกอง")) == "เพื่อโปรดพิจารณา"

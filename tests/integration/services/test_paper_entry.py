"""Acts done on paper are entered later, with their day and evidence; a wrong receipt number is doubted and mended."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.begun import Play
from tests.integration.services.police import holes, sent_to_everyone
from workflow.core.errors import Conflict, NotFound, Refused, UsageError
from workflow.core.register import Book, RegisterKey
from workflow.core.when import When
from workflow.services.answer import AckRequest, StampRequest, acknowledge, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.mend_receipt import RightReceipt, WrongReceipt, doubt_receipt, mend_receipt
from workflow.services.paper_entry import OnPaper, enter_from_paper, evidence_of
from workflow.store.matters import dispatch_to, events, receipts
from workflow.store.registers import Registers

DONE, ENTERED = When.day(date(2025, 12, 3)), When.day(date(2025, 12, 9), "10:00")
CLERK = "ด.ต. ตัวอย่าง"


@pytest.fixture
def desk(police_after: Callable[[Play], Desk]) -> Desk:
    return police_after(sent_to_everyone)


def entry(scan: Path | None = None, why_none: str = "", done: When = DONE) -> OnPaper:
    return OnPaper(1, "ภ.4", "ack", done, CLERK, ENTERED, scan, why_none)


def enter(desk: Desk, what: OnPaper) -> str:
    def act(number: int) -> str:
        return acknowledge(desk, AckRequest(1, "ภ.4", what.done, evidence="paper", dispatch=number)).what

    return enter_from_paper(desk, what, act)


def test_an_act_on_paper_keeps_its_day_its_clerk_and_its_scan(desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "รับทราบ.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    assert enter(desk, entry(scan)) == enter(desk, entry(scan))
    with desk.store.read() as session:
        (kept,) = evidence_of(session, 1)
        assert dispatch_to(session, 1, "ภ.4").state == "acknowledged"
        (told,) = [e for e in events(session, 1) if e.kind == "paper-entry"]
    assert (kept.done_on, kept.entered_by, kept.act) == (DONE.on, CLERK, "ack")
    assert desk.originals.path(kept.sha256).read_bytes() == b"%PDF-1.7 scan"
    assert "รับทราบเมื่อ ๓ ธ.ค.๖๘" in told.text and told.at == ENTERED.at


def test_without_a_scan_a_reason_is_wanted(desk: Desk) -> None:
    with pytest.raises(UsageError, match="หลักฐาน"):
        enter(desk, entry())
    enter(desk, entry(why_none="ตอบทางวิทยุสื่อสาร"))
    with desk.store.read() as session:
        assert evidence_of(session, 1)[0].why_none == "ตอบทางวิทยุสื่อสาร"


@pytest.mark.parametrize("day", [date(2025, 12, 10), date(2025, 11, 28)])
def test_a_day_that_has_not_come_or_before_the_sending_is_refused(desk: Desk, day: date) -> None:
    with pytest.raises(Refused):
        enter(desk, entry(why_none="…", done=When.day(day)))
    with desk.store.read() as session:
        assert evidence_of(session, 1) == []


def test_an_unknown_act_is_told(desk: Desk) -> None:
    with pytest.raises(UsageError, match="vote"):
        enter_from_paper(desk, OnPaper(1, "ภ.4", "vote", DONE, CLERK, ENTERED, why_none="…"), lambda n: n)


def test_a_doubted_receipt_number_is_mended_and_both_numbers_stay_accounted_for(desk: Desk) -> None:
    stamp_receipt(desk, StampRequest(1, "ภ.4", DONE, paper_number=712))
    with desk.store.read() as session:
        number = dispatch_to(session, 1, "ภ.4").id or 0
    doubt_receipt(desk, WrongReceipt(1, number, "ภ.4", "เลขนี้เป็นของหนังสืออื่น", ENTERED))
    right = RightReceipt(1, number, "ภ.4", 721, ENTERED)
    assert (mend_receipt(desk, right), mend_receipt(desk, right)) == (False, True)
    with desk.store.read() as session:
        entries = Registers(session, "police", {}).entries(RegisterKey("ภ.4", Book.INCOMING, 2568))
        assert [row.number for row in receipts(session, 1)] == [721]
    remarks = {row.number: row.remark for row in entries}
    assert "ทักท้วง" in remarks[712] and "แก้เป็น ๗๒๑" in remarks[712]
    assert set(holes(desk).values()) == {0}


def test_a_right_number_that_is_used_for_another_paper_is_a_conflict(desk: Desk) -> None:
    stamp_receipt(desk, StampRequest(1, "ภ.4", DONE, paper_number=712))
    acknowledge(desk, AckRequest(1, "ภ.4", DONE))
    dispatch_memo(desk, DispatchRequest(1, ("ผบช.ภ.4", "ผบก. ในสังกัด สง.ผบ.ตร."), DONE))
    with desk.store.read() as session:
        first = receipts(session, 1)[0].dispatch_id
        second = dispatch_to(session, 1, "ภ.4").id or 0
    stamp_receipt(desk, StampRequest(1, "ภ.4", DONE, paper_number=713, dispatch=second))
    with pytest.raises(Conflict):
        mend_receipt(desk, RightReceipt(1, first, "ภ.4", 713, ENTERED))
    with pytest.raises(NotFound):
        doubt_receipt(desk, WrongReceipt(1, first, "สงป.", "…", ENTERED))

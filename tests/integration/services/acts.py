"""Every kind of act, one after the other: what a matter goes through, and what happens at the door; each a name and something to do."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pyotp

from tests.integration.services import intake_desk, police
from tests.integration.services.test_edited_memos import sent_back, subject
from workflow.bootstrap import masked_copy
from workflow.core.register import Book
from workflow.core.reminder import Rung
from workflow.core.vault import Credential, Look
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.core.working_days import WorkingCalendar
from workflow.services.accounts import (
    DeskGiven,
    NewAccount,
    add_account,
    change_password,
    first_link,
    give_desk,
    open_first,
    reset,
    set_by_link,
    set_disabled,
    take_desk,
)
from workflow.services.answer import AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.close_paper import Recall, SentBack, recall, send_back
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.enter_intake import Typed, enter_intake, save_fields
from workflow.services.export_package import PackageOut, export_package
from workflow.services.give_order import Decision, give_order
from workflow.services.keep_credentials import reveal
from workflow.services.keep_register import LineName, NumberRequest, Reservation, issue_numbers, reserve_numbers
from workflow.services.keep_round import Keeping, RoundRow, keep_from_matter, keep_rows
from workflow.services.ladder import clear_matter_ladder, set_matter_ladder
from workflow.services.log_in import log_in
from workflow.services.mend_receipt import RightReceipt, WrongReceipt, doubt_receipt, mend_receipt
from workflow.services.paper_entry import OnPaper, enter_from_paper
from workflow.services.promises import Promise, Report, make_promise, report_promise
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.redate import redate
from workflow.services.resend_paper import Resend, resend
from workflow.services.second_factor import enrol, give_code, leave_off, new_enrolment
from workflow.services.send_outbox import send_outbox
from workflow.services.send_reminders import sweep_reminders
from workflow.services.show_link import revoke_link
from workflow.services.void_number import VoidRequest, void_number
from workflow.services.web_sessions import Browser, change_desk, log_out, revoke_sessions, visitor
from workflow.store.matters import dispatch_to
from workflow.store.vault import keep

Act = tuple[str, Callable[[], object]]
CLERK = "ส.ต.ต. ตัวอย่าง"
LATER = When.day(date(2025, 12, 9), "10:00")
WHY = "ไม่อยู่ในอำนาจหน้าที่"
PASSWORD = "ช้างน้อยเดินข้ามทุ่งนาเขียว"


def of_a_matter(desk: Desk, folder: Path) -> Iterator[Act]:
    """From a letter to its answers, with everything that goes wrong on the way; then reminders, packages and rounds."""

    def to(unit: str) -> int:
        with desk.store.read() as session:
            return dispatch_to(session, 1, unit).id or 0

    out = MemoOut(1, "result-report", police.DAY)
    yield "receive", lambda: receive_letter(desk, Arrival(police.LETTER, "police", "สทส.", police.DAY))
    yield "draft", lambda: draft_memo(desk, out)
    yield "edit in Word", lambda: sent_back(desk, folder, subject("แจ้งผลการสำรวจความพร้อม"))
    yield "submit", lambda: submit_memo(desk, out)
    yield "order", lambda: give_order(desk, Decision(1, police.WORDS, police.ORDERING, police.DAY))
    yield "dispatch", lambda: dispatch_memo(desk, DispatchRequest(1, (police.EVERYONE,), police.DAY))
    yield "stamp", lambda: stamp_receipt(desk, StampRequest(1, "สงป.", LATER))
    yield "acknowledge", lambda: acknowledge(desk, AckRequest(1, "สงป.", LATER, by_post="รอง ผบช.สงป."))
    yield "forward", lambda: forward(desk, DispatchRequest(1, ("ผบก.ในสังกัด สงป.",), LATER, unit="สงป."))
    yield "send back", lambda: send_back(desk, SentBack(1, "ภ.4", WHY, LATER))
    yield "resend", lambda: resend(desk, Resend(1, to("ภ.4"), "ส่งใหม่", LATER))
    paper = OnPaper(1, "ภ.5", "ack", LATER, CLERK, LATER, why_none="ตอบทางวิทยุสื่อสาร")
    by_paper = lambda number: acknowledge(desk, AckRequest(1, "ภ.5", LATER, evidence="paper", dispatch=number))  # noqa: E731
    yield "enter from paper", lambda: enter_from_paper(desk, paper, by_paper)
    yield "doubt a receipt", lambda: doubt_receipt(desk, WrongReceipt(1, to("สงป."), "สงป.", "อ่านไม่ชัด", LATER))
    yield "mend a receipt", lambda: mend_receipt(desk, RightReceipt(1, to("สงป."), "สงป.", 9_000, LATER))
    yield "package", lambda: export_package(desk, PackageOut(1, LATER, to("ภ.6")), folder / "out.zip", masked_copy)
    yield "take a link back", lambda: revoke_link(desk, to("ภ.6"), LATER)
    yield "take it back again", lambda: revoke_link(desk, to("ภ.6"), LATER)
    rungs = (Rung("เตือน", 3),)
    yield "set a ladder", lambda: set_matter_ladder(desk, 1, rungs, CLERK, LATER)
    yield "clear the ladder", lambda: clear_matter_ladder(desk, 1, CLERK, LATER)
    yield "remind", lambda: sweep_reminders(desk, at=When.day(date(2025, 12, 24), "09:00").at)
    yield "mail", lambda: send_outbox(desk, at=When.day(date(2025, 12, 24), "09:10").at)
    calendar = desk.calendar()
    other = WorkingCalendar({**calendar.holidays, date(2025, 12, 15): "เพิ่ม"}, calendar.years, "other")
    yield "redate", lambda: redate(replace(desk, calendar=lambda: other), when=LATER)
    yield "recall", lambda: recall(desk, Recall(1, "ข้อมูลผิด", LATER))
    yield from _of_registers(desk)
    yield from _of_rounds(desk)


def _of_registers(desk: Desk) -> Iterator[Act]:
    of = ("police", "สทส.", Book.OUTGOING)
    issued: list[int] = []
    yield "number", lambda: issued.extend(issue_numbers(desk, NumberRequest(*of, LATER, "n", "ก")).numbers)
    yield "reserve", lambda: reserve_numbers(desk, Reservation(*of, LATER, "r", "รอลงนาม", CLERK, count=2))
    yield "void", lambda: void_number(desk, VoidRequest(LineName(*of, 2568, issued[0]), "พิมพ์ซ้ำ", CLERK, LATER))


def _of_rounds(desk: Desk) -> Iterator[Act]:
    rows = [RoundRow("ตร.", "1", "นโยบาย", 49.0)]
    keeping = Keeping("police", 2562, "ตาราง", LATER.at)
    yield "keep a round", lambda: keep_from_matter(desk, 1, at=LATER.at)
    yield "keep a score", lambda: keep_rows(desk, rows, keeping)
    yield "another score", lambda: keep_rows(desk, [RoundRow("ตร.", "1", "นโยบาย", 50.5)], keeping)
    promise = Promise("police", 2568, "1.3", "สงป.", "เลิกขอสำเนาบัตร", CLERK, LATER)
    yield "promise", lambda: make_promise(desk, promise)
    yield "report", lambda: report_promise(desk, Report(1, "เลิกแล้ว", CLERK, LATER))


def at_the_door(desk: Desk) -> Iterator[Act]:
    """A file that comes in and its login; accounts, sessions, second factors, and all of it months later."""
    came, look = intake_desk.CAME, Look("ผู้ดูแล", "ตั้งค่าระบบ", intake_desk.CAME.at)
    intakes: list[int] = []
    typed = [Typed(1, "date", "1/11/2562")]

    def keep_login() -> None:
        with desk.store.write() as session:
            keep(session, desk.vault_key(), 1, [Credential(1, "[ปกปิด: รหัสผ่าน]", "Secret99")], came.at)

    yield "hand in", lambda: intakes.append(intake_desk.taken(desk))
    yield "correct", lambda: save_fields(desk, intake_desk.CLERK, intakes[0], typed, came)
    yield "enter", lambda: enter_intake(desk, intake_desk.CLERK, intakes[0], came)
    yield "correct later", lambda: save_fields(desk, intake_desk.CLERK, intakes[0], [Typed(1, "sender", "สพร.")], came)
    yield "keep a login", keep_login
    yield "look into the vault", lambda: reveal(desk, 1, look)
    yield from _of_accounts(desk, came)


def _of_accounts(desk: Desk, when: When) -> Iterator[Act]:
    told, registry = NewAccount("admin", "ผู้ดูแล ระบบ", PASSWORD), DeskGiven("test", Role.REGISTRY, "สงป.")
    tokens: dict[str, str] = {}

    def keep(name: str, token: str) -> None:
        tokens[name] = token

    def entered(at: When) -> None:
        keep("sid", log_in(desk, "admin", PASSWORD, Browser(tokens.get("sid", "")), at).token)

    def elsewhere() -> None:
        seen = visitor(desk, tokens["sid"], when)
        assert seen is not None
        keep("sid", change_desk(desk, seen, Browser(tokens["sid"]), seen.desks[1].key, when))

    yield "first link", lambda: keep("first", first_link(desk, when))
    yield "another first link", lambda: keep("first", first_link(desk, when))
    yield "first account", lambda: open_first(desk, tokens["first"], told, "test", when)
    yield "add an account", lambda: keep("link", add_account(desk, "clerk", "เสมียน ตรา", (registry,), when))
    yield "set the password", lambda: set_by_link(desk, tokens["link"], PASSWORD, when)
    yield "take the desk", lambda: take_desk(desk, "clerk", 4)
    yield "give a desk", lambda: give_desk(desk, "clerk", registry)
    yield "log in", lambda: entered(when)
    yield "another desk", elsewhere
    yield "log in again", lambda: entered(when)
    yield "change the password", lambda: change_password(desk, 1, PASSWORD, PASSWORD + "ใหม่", when, keep=2)
    yield "and back", lambda: change_password(desk, 1, PASSWORD + "ใหม่", PASSWORD, when, keep=2)
    yield from _of_codes(desk, when, tokens)
    yield "close", lambda: set_disabled(desk, "clerk", when, disabled=True)
    yield "log out", lambda: log_out(desk, Browser(tokens["sid"]), when)
    yield "end them all", lambda: revoke_sessions(desk, "admin", when)
    yield "months later", lambda: entered(When(when.at + timedelta(days=90)))
    yield "and later still", lambda: entered(When(when.at + timedelta(days=180)))


def _of_codes(desk: Desk, when: When, tokens: dict[str, str]) -> Iterator[Act]:
    secret = new_enrolment("admin").secret
    kept: list[str] = []

    def code(at: When) -> str:
        return pyotp.TOTP(secret).at(at.at)

    def by_recovery() -> None:
        browser = Browser(log_in(desk, "admin", PASSWORD, Browser(), when).token)
        tokens["sid"] = give_code(desk, browser, kept[0], when)

    yield "second factor", lambda: kept.extend(enrol(desk, 1, secret, code(when), when, keep=2))
    yield "recovery code", by_recovery
    yield "second factor off", lambda: leave_off(desk, 1, PASSWORD, when)
    yield "and on again", lambda: enrol(desk, 1, secret, code(when), when, keep=2)
    yield "reset", lambda: reset(desk, "admin", when, second_factor=True)

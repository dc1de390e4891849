"""A small police office some weeks into the chain of 2562: what the pages are looked at with."""

import shutil
from datetime import date, datetime
from pathlib import Path

from tests.browser.letters import born_digital
from tests.conftest import ROOT
from tests.integration.services import police
from tests.newest import laid
from workflow.bootstrap import make_desk
from workflow.core.register import Book
from workflow.core.thai_date import BANGKOK
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.services.answer import AckRequest, StampRequest, acknowledge, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo
from workflow.services.enter_intake import enter_intake
from workflow.services.keep_register import LineName, NumberRequest, Reservation, issue_numbers, reserve_numbers
from workflow.services.keep_round import Keeping, RoundRow, keep_from_matter, keep_rows
from workflow.services.promises import Promise, Report, make_promise, report_promise
from workflow.services.take_in import read_taken, take_in
from workflow.services.void_number import VoidRequest, void_number
from workflow.settings import Settings

NOW = datetime(2025, 12, 22, 10, 0, tzinfo=BANGKOK)
LATER = When.day(date(2025, 12, 19), "09:30")
CLERK = "ส.ต.ต. ตัวอย่าง"
DRAFTER = WorkingAs(1, CLERK, "police", "สทส.", Role.DRAFTER, "เจ้าหน้าที่เจ้าของเรื่อง สทส.")
SCORES_2562 = {"": 55.54, "1": 49.17, "2": 62.3, "3": 58.1}
SCORES_2563 = {"": 61.2, "1": 57.4, "2": 60.1, "3": 66.9}
NAMES = {"": "คะแนนรวม", "1": "นโยบายและหลักปฏิบัติ", "2": "ทักษะดิจิทัลเจ้าหน้าที่", "3": "บริการภาครัฐ"}


def settings_in(folder: Path) -> Settings:
    """The configuration copied into a folder, so that an import may write there, and a database beside it."""
    config = folder / "config"
    if not config.exists():
        shutil.copytree(ROOT / "config", config)
    return Settings.from_environment(
        {
            "SARABAN_DATA": str(folder / "data"),
            "SARABAN_CONFIG": str(config),
            "SARABAN_DATABASE_URL": f"sqlite:///{folder / 'saraban.sqlite3'}",
        }
    )


def seeded_desk(folder: Path) -> Desk:
    """The desk with one matter sent to every command, some of which answered; a register with every kind of line; two rounds."""
    settings = settings_in(folder)
    laid(settings.database_url)
    desk = make_desk(settings)
    matter = _sent(desk)
    _answered(desk, matter)
    _registers(desk)
    _rounds(desk, matter)
    return desk


def letters_on_their_way(desk: Desk, folder: Path) -> None:
    """Before the desks: a bundle to be checked, a letter that is drafted, two memos at the commander; a file that nobody can read.

    Files 1 (read), 2 (entered as matter 2) and 3 (unread); matters 3 and 4 are submitted.
    """
    _handed_in(desk, police.CHAIN)
    drafted = enter_intake(desk, DRAFTER, _handed_in(desk, born_digital(folder, "๒๕๐๑")), LATER).matter
    draft_memo(desk, MemoOut(drafted, "result-report", LATER))
    broken = folder / "เสียหาย.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing follows")
    _handed_in(desk, broken)
    for number in ("๒๕๐๒", "๒๕๐๓"):
        letter = folder / f"{number}.txt"
        letter.write_text(police.LETTER.read_text("utf-8").replace("ว๒๔๐๗", f"ว{number}"), "utf-8")
        police.submitted(desk, letter, LATER)


def _handed_in(desk: Desk, file: Path) -> int:
    number = take_in(desk, DRAFTER, (file.name, file.read_bytes()), LATER).intake
    read_taken(desk, number)
    return number


def _sent(desk: Desk) -> int:
    matter = police.submitted(desk)
    police.ordered(desk, matter, When.day(date(2025, 12, 4), "10:05"))
    dispatch_memo(desk, DispatchRequest(matter, (police.EVERYONE,), When.day(date(2025, 12, 8), "13:20")))
    return matter


def _answered(desk: Desk, matter: int) -> None:
    for n, unit in enumerate(("สงป.", "สกบ.", "ภ.1", "ภ.4", "บช.น.")):
        stamp_receipt(desk, StampRequest(matter, unit, When.day(date(2025, 12, 9 + n % 2), "09:45")))
    for unit in ("สงป.", "สกบ.", "ภ.4"):
        acknowledge(desk, AckRequest(matter, unit, When.day(date(2025, 12, 11), "11:00"), name="พล.ต.ต. ตัวอย่าง รับทราบ"))


def _registers(desk: Desk) -> None:
    on = When.day(date(2025, 12, 15), "10:10")
    papers = (("แต่งตั้งคณะทำงานขับเคลื่อนรัฐบาลดิจิทัล", "หน.ทุกหน่วยในสังกัด", Book.ORDER), ("ตอบข้อหารือการใช้ระบบ", "สพร.", Book.OUTGOING),
              ("ขอเชิญประชุมคณะทำงาน", "สงป.", Book.OUTGOING), ("ส่งรายงานผลการดำเนินการ", "สพร.", Book.OUTGOING))  # fmt: skip
    for n, (subject, whom, book) in enumerate(papers):
        issue_numbers(desk, NumberRequest("police", "สทส.", book, on, f"seed-{n}", subject, whom, method="ไปรษณีย์ตอบรับ"))
    reserve_numbers(
        desk,
        Reservation(
            "police", "สทส.", Book.OUTGOING, on, "seed-kept", "รอลงนาม", CLERK, count=2, until=date(2025, 12, 30)
        ),
    )
    wrong = issue_numbers(
        desk, NumberRequest("police", "สทส.", Book.OUTGOING, on, "seed-void", "ขอเชิญประชุม (พิมพ์ซ้ำ)", "สงป.")
    )
    line = LineName("police", "สทส.", Book.OUTGOING, 2568, wrong.numbers[0])
    void_number(desk, VoidRequest(line, "พิมพ์ซ้ำกับฉบับก่อน", CLERK, on))


def _rounds(desk: Desk, matter: int) -> None:
    at = When.day(date(2025, 12, 16), "14:00")
    keep_from_matter(desk, matter, at=at.at)
    for year, scores in ((2562, SCORES_2562), (2563, SCORES_2563)):
        rows = [RoundRow("ตร.", code, NAMES[code], score, score - 3) for code, score in scores.items()]
        keep_rows(desk, rows, Keeping("police", year, "ตารางคะแนน", at.at))
    number = make_promise(
        desk, Promise("police", 2568, "1.3", "สงป.", "เลิกขอสำเนาบัตรประชาชน", CLERK, at, due_on=date(2025, 12, 19))
    )
    report_promise(desk, Report(number, "เลิกแล้วใน ๓ จาก ๕ งานบริการ", CLERK, at))

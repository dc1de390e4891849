"""The police desk on any database, and what its tables and registers hold."""

from datetime import date
from pathlib import Path

from sqlmodel import SQLModel, select

from tests.conftest import ROOT
from tests.newest import laid
from workflow.bootstrap import make_desk
from workflow.core.register import Book, RegisterKey
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.draft_memo import MemoOut, draft_memo, submit_memo
from workflow.services.give_order import Decision, give_order
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.settings import Settings
from workflow.store.registers import Registers
from workflow.store.tables import CounterRow

LETTER = ROOT / "specimens/result-letter.txt"
CHAIN = ROOT / "specimens/police-chain.pdf"
DAY = When.day(date(2025, 12, 1), "09:30")
EVERYONE = "ผบช. หรือผู้ดำรงตำแหน่งเทียบเท่า"
ORDERING = "ผู้ช่วย ผบ.ตร.(ปร 3)"
WORDS = "เห็นชอบตามที่เสนอในข้อ ๓"


def environment(url: str, folder: Path) -> dict[str, str]:
    """What a process is given to work on this database, its files in a folder."""
    return {"SARABAN_DATA": str(folder), "SARABAN_CONFIG": str(ROOT / "config"), "SARABAN_DATABASE_URL": url}


def police_desk(url: str, folder: Path) -> Desk:
    """The desk that bootstrap lays there; where there is no database yet, on one with the newest schema."""
    laid(url)
    return make_desk(Settings.from_environment(environment(url, folder)))


def submitted(desk: Desk, letter: Path = LETTER, when: When = DAY) -> int:
    """Receive a letter (the specimen), draft and submit its memo; return the matter."""
    matter = receive_letter(desk, Arrival(letter, "police", "สทส.", when)).matter
    draft_memo(desk, MemoOut(matter, "result-report", when))
    submit_memo(desk, MemoOut(matter, "result-report", when))
    return matter


def ordered(desk: Desk, matter: int, when: When = DAY) -> None:
    """Give the order."""
    give_order(desk, Decision(matter, WORDS, ORDERING, when))


def submitted_and_ordered(desk: Desk) -> int:
    """The memo on the specimen letter has its order; return the matter."""
    matter = submitted(desk)
    ordered(desk, matter)
    return matter


def sent_to_everyone(desk: Desk) -> int:
    """Send the ordered memo to every command; return the matter."""
    matter = submitted_and_ordered(desk)
    dispatch_memo(desk, DispatchRequest(matter, (EVERYONE,), DAY))
    return matter


def rows(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the database."""
    with desk.store.read() as session:
        tables = SQLModel.metadata.sorted_tables
        return {t.name: sorted((tuple(r) for r in session.connection().execute(t.select())), key=str) for t in tables}


def holes(desk: Desk) -> dict[RegisterKey, int]:
    """How many holes each open register of the police has."""
    with desk.store.read() as session:
        keys = [RegisterKey(c.unit, Book(c.book), c.year) for c in session.exec(select(CounterRow))]
        registers = Registers(session, "police", desk.office("police").openings)
        return {key: len(registers.holes(key)) for key in keys}

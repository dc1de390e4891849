"""A register as it is read: its lines, and the numbers no line accounts for."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.core.register import Book, EntryKind, NumberSpan, RegisterKey
from workflow.core.thai_digits import to_thai
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.store.registers import Registers
from workflow.store.tables import EntryRow


@dataclass(frozen=True)
class RegisterLine:
    """One line: the columns of แบบที่ ๑๓/๑๔ (`done` is การปฏิบัติ, told where a page asks for it).

    Of a paper going out also its dated acts: written, numbered (`at`), how it is sent, to whom; `lacking` names those not recorded yet.
    """

    numbers: str
    kind: str
    at: datetime
    letter_number: str
    letter_date: date | None
    sender: str
    addressee: str
    subject: str
    remark: str
    created_at: datetime | None = None
    method: str = ""
    method_at: datetime | None = None
    destination_at: datetime | None = None
    lacking: tuple[str, ...] = ()
    number: int = 0
    done: str = ""


@dataclass(frozen=True)
class RegisterView:
    """A unit's book of one Buddhist-era year."""

    unit: str
    book: str
    cover: str
    year: int
    lines: tuple[RegisterLine, ...]
    holes: tuple[NumberSpan, ...]


def show_register(desk: Desk, office_code: str, unit: str, book: Book, year: int) -> RegisterView:
    """Return a register; NotFound when the chart has no such unit."""
    office = desk.office(office_code)
    key = RegisterKey(find_unit(office.chart, unit).code, book, year)
    with desk.store.read() as session:
        registers = Registers(session, office.code, office.openings)
        lines = tuple(register_line(entry) for entry in registers.entries(key))
        return RegisterView(key.unit, book.value, book.cover, year, lines, tuple(registers.holes(key)))


def register_line(entry: EntryRow, done: str = "") -> RegisterLine:
    """Return a row as its line."""
    numbers = str(entry.number) if entry.number == entry.number_to else f"{entry.number}–{entry.number_to}"
    return RegisterLine(
        to_thai(numbers), entry.kind, entry.at, entry.letter_number, entry.letter_date,
        entry.sender, entry.addressee, entry.subject, entry.remark, entry.created_at or entry.at, entry.method,
        entry.method_at, entry.destination_at, _lacking(entry), entry.number, done,
    )  # fmt: skip


def _lacking(entry: EntryRow) -> tuple[str, ...]:
    """Return which of the acts of a paper going out nobody has recorded."""
    if entry.kind != EntryKind.ISSUED or not Book(entry.book).goes_out:
        return ()
    acts = (("วิธีส่ง", entry.method), ("ผู้รับ", entry.addressee))
    return tuple(name for name, told in acts if not told)

"""A register as it is read: its lines, and the numbers no line accounts for."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.core.register import Book, NumberSpan, RegisterKey
from workflow.core.thai_digits import to_thai
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.store.registers import Registers
from workflow.store.tables import EntryRow


@dataclass(frozen=True)
class RegisterLine:
    """One line: the columns of แบบที่ ๑๓/๑๔."""

    numbers: str
    kind: str
    at: datetime
    letter_number: str
    letter_date: date | None
    sender: str
    addressee: str
    subject: str
    remark: str


@dataclass(frozen=True)
class RegisterView:
    """A unit's book of one Buddhist-era year."""

    unit: str
    book: str
    year: int
    lines: tuple[RegisterLine, ...]
    holes: tuple[NumberSpan, ...]


def show_register(desk: Desk, office_code: str, unit: str, book: Book, year: int) -> RegisterView:
    """Return a register; NotFound when the chart has no such unit."""
    office = desk.office(office_code)
    key = RegisterKey(find_unit(office.chart, unit).code, book, year)
    with desk.store.read() as session:
        registers = Registers(session, office.code, office.openings)
        lines = tuple(_line(entry) for entry in registers.entries(key))
        return RegisterView(key.unit, book.value, year, lines, tuple(registers.holes(key)))


def _line(entry: EntryRow) -> RegisterLine:
    numbers = str(entry.number) if entry.number == entry.number_to else f"{entry.number}–{entry.number_to}"
    return RegisterLine(
        to_thai(numbers), entry.kind, entry.at, entry.letter_number, entry.letter_date,
        entry.sender, entry.addressee, entry.subject, entry.remark,
    )  # fmt: skip

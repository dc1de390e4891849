"""A register as a table to print: lines taken from the store some hundred at a time, so that a book of any length needs little memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from workflow.core.register import Book, EntryKind, RegisterKey
from workflow.core.thai_date import BANGKOK, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.units import find_unit
from workflow.services.certify_register import certified
from workflow.services.desk import Desk
from workflow.services.register_acts import acts_on
from workflow.store.tables import CounterRow, EntryRow
from workflow.templates.numerals import in_thai_digits
from workflow.templates.overlay.book import HOLE, VOID, BookLine, BookTitle, write_book
from workflow.templates.whole_file import whole_file

AT_ONCE = 500


@dataclass(frozen=True)
class RegisterPrint:
    """Which book of which unit; `first` and `last` are days of registration, None: from the year's beginning, to its end."""

    office: str
    unit: str
    book: Book
    year: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Printed:
    """The file, its pages, and how many lines of the register it has."""

    path: Path
    pages: int
    lines: int


def print_register(desk: Desk, request: RegisterPrint, out: Path) -> Printed:
    """Write the register as PDF (whole, or not at all); NotFound when the chart has no such unit. The register is only read."""
    office = desk.office(request.office)
    key = RegisterKey(find_unit(office.chart, request.unit).code, request.book, request.year)
    title = BookTitle(request.book, key.unit, request.year, request.first, request.last)
    fonts = desk.fonts()
    with desk.store.read() as session, whole_file(out) as file:
        rows = _Rows(session, request, key)
        foot = certified(session, request.office, key) if request.first is None and request.last is None else ()
        pages = write_book(file, title, rows.lines(), fonts, foot)
    return Printed(out, pages, rows.count)


@dataclass
class _Rows:
    """The lines of one register in order of number, counted as they are taken."""

    session: Session
    request: RegisterPrint
    key: RegisterKey
    count: int = 0

    def lines(self) -> Iterator[BookLine]:
        """Yield the lines; when the whole year is printed, numbers that no line accounts for stand in their place."""
        counter = self.session.get(CounterRow, (self.request.office, self.key.unit, self.key.book.value, self.key.year))
        whole = counter is not None and self.request.first is None and self.request.last is None
        expected = counter.opened_after + 1 if counter else 0
        for entries in self._batches():
            done = acts_on(self.session, self.key, entries)
            for entry in entries:
                if whole and entry.number > expected:
                    yield _hole(expected, entry.number - 1)
                expected = max(expected, entry.number_to + 1)
                self.count += 1
                yield _line(entry, done.get(entry.id or 0, ""))
        if whole and counter and counter.last >= expected:
            yield _hole(expected, counter.last)

    def _batches(self) -> Iterator[list[EntryRow]]:
        after = -1
        while batch := list(self.session.exec(self._query(after))):
            after = batch[-1].number
            yield batch
            self.session.expunge_all()  # rows already printed need not be kept

    def _query(self, after: int) -> SelectOfScalar[EntryRow]:
        where = [EntryRow.office == self.request.office, EntryRow.unit == self.key.unit, EntryRow.book == self.key.book]
        query = select(EntryRow).where(*where, EntryRow.year == self.key.year, EntryRow.number > after)
        if self.request.first:
            query = query.where(col(EntryRow.at) >= _midnight(self.request.first))
        if self.request.last:
            query = query.where(col(EntryRow.at) < _midnight(self.request.last + timedelta(days=1)))
        return query.order_by(col(EntryRow.number)).limit(AT_ONCE)


def _line(entry: EntryRow, done: str) -> BookLine:
    void = entry.kind == EntryKind.VOID
    numbers = str(entry.number) if entry.number == entry.number_to else f"{entry.number}–{entry.number_to}"
    remark = " ".join(
        filter(None, (VOID if void else "", entry.remark))
    )  # a number kept for later says so in its remark
    cells = (
        to_thai(numbers), to_thai(entry.letter_number), short(entry.letter_date) if entry.letter_date else "",
        to_thai(entry.sender), to_thai(entry.addressee), in_thai_digits(entry.subject), in_thai_digits(done),
        in_thai_digits(remark),
    )  # fmt: skip
    return BookLine(cells, None if entry.kind == EntryKind.PAPER else When(entry.at).on, void=void)


def _hole(first: int, last: int) -> BookLine:
    numbers = to_thai(str(first) if first == last else f"{first}–{last}")
    return BookLine((numbers, "", "", "", "", "", "", HOLE), None, hole=True)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BANGKOK)

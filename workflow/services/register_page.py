"""A register a page at a time, and which books a unit has: what a registry turns over on the screen."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, func, select

from workflow.core.register import Book, EntryKind, NumberSpan, RegisterKey
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.services.register_acts import acts_on
from workflow.services.show_register import RegisterLine, register_line
from workflow.store.registers import Registers
from workflow.store.tables import CounterRow, EntryRow

PER_PAGE = 50
_NUMBERS = func.coalesce(func.sum(col(EntryRow.number_to) - col(EntryRow.number) + 1), 0)


@dataclass(frozen=True)
class PageWanted:
    """Which page of which book; `kind` only lines of that kind, `find` only those whose subject, number or correspondent has the words."""

    office: str
    unit: str
    book: Book
    year: int
    page: int = 1
    kind: EntryKind | None = None
    find: str = ""


@dataclass(frozen=True)
class RegisterPage:
    """One page of a book; `counts` numbers by kind, `matching` lines that fit the question, `holes` numbers no line accounts for."""

    unit: str
    book: Book
    year: int
    lines: tuple[RegisterLine, ...]
    counts: dict[EntryKind, int]
    holes: tuple[NumberSpan, ...]
    matching: int
    page: int
    pages: int


@dataclass(frozen=True)
class BookCard:
    """A book on the shelf: its last number, how many numbers of each kind, whether every number is accounted for."""

    unit: str
    book: Book
    year: int
    last: int
    counts: dict[EntryKind, int]
    sound: bool


def register_page(desk: Desk, wanted: PageWanted) -> RegisterPage:
    """Return a page of a register; NotFound when the chart has no such unit. A page beyond the last is the last."""
    office = desk.office(wanted.office)
    key = RegisterKey(find_unit(office.chart, wanted.unit).code, wanted.book, wanted.year)
    with desk.store.read() as session:
        of = _lines_of(office.code, key)
        asked = [*of, *_fits(wanted)]
        matching = session.exec(select(func.count()).select_from(EntryRow).where(*asked)).one()
        pages = max(1, -(-matching // PER_PAGE))
        page = min(max(1, wanted.page), pages)
        query = select(EntryRow).where(*asked).order_by(col(EntryRow.number))
        rows = session.exec(query.offset((page - 1) * PER_PAGE).limit(PER_PAGE)).all()
        done = acts_on(session, key, rows)
        lines = tuple(register_line(row, done[row.id or 0]) for row in rows)
        counts = _counts(session, of)
        holes = () if _sound(session, office.code, key, counts) else _holes(session, office.code, key)
    return RegisterPage(key.unit, key.book, key.year, lines, counts, holes, matching, page, pages)


def shelf(desk: Desk, office: str, unit: str) -> tuple[BookCard, ...]:
    """Return a unit's books, the newest year first; NotFound when the chart has no such unit."""
    code = find_unit(desk.office(office).chart, unit).code
    order = (col(CounterRow.year).desc(), col(CounterRow.book))
    with desk.store.read() as session:
        counters = session.exec(
            select(CounterRow).where(CounterRow.office == office, CounterRow.unit == code).order_by(*order)
        )
        return tuple(_card(session, office, counter) for counter in counters.all())


def _card(session: Session, office: str, counter: CounterRow) -> BookCard:
    key = RegisterKey(counter.unit, Book(counter.book), counter.year)
    counts = _counts(session, _lines_of(office, key))
    return BookCard(key.unit, key.book, key.year, counter.last, counts, _sound(session, office, key, counts))


def _lines_of(office: str, key: RegisterKey) -> list[ColumnElement[bool]]:
    return [
        col(EntryRow.office) == office, col(EntryRow.unit) == key.unit, col(EntryRow.book) == key.book.value,
        col(EntryRow.year) == key.year,
    ]  # fmt: skip


def _fits(wanted: PageWanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [col(EntryRow.kind) == wanted.kind.value] if wanted.kind else []
    if words := wanted.find.strip():
        found.append(or_(*(column.contains(text, autoescape=True) for column in _searched() for text in _spelt(words))))
    return found


def _searched() -> list[Any]:
    return [col(c) for c in (EntryRow.subject, EntryRow.letter_number, EntryRow.sender, EntryRow.addressee)]


def _spelt(words: str) -> set[str]:
    """Papers write their numbers in either digits; who looks for them types what he has."""
    return {words, to_thai(words), to_arabic(words)}


def _counts(session: Session, of: list[ColumnElement[bool]]) -> dict[EntryKind, int]:
    rows = session.exec(select(EntryRow.kind, _NUMBERS).where(*of).group_by(EntryRow.kind))
    return dict.fromkeys(EntryKind, 0) | {EntryKind(kind): int(count) for kind, count in rows}


def _sound(session: Session, office: str, key: RegisterKey, counts: dict[EntryKind, int]) -> bool:
    """Whether as many numbers are accounted for as were given out: lines never share a number, so then none is missing."""
    counter = session.get(CounterRow, (office, key.unit, key.book.value, key.year))
    return counter is None or sum(counts.values()) == counter.last - counter.opened_after


def _holes(session: Session, office: str, key: RegisterKey) -> tuple[NumberSpan, ...]:
    return tuple(Registers(session, office, {}).holes(key))

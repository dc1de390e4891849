"""ไม่มีเลขขาด: for each book of each unit whether every number up to the last is accounted for, and a digest anyone can compute again.

The digest is the SHA-256 of the lines that `write_lines` writes (docs/registers.md): who has the file needs nothing of ours to check it.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from workflow.core.register import Book, EntryKind, NumberSpan, RegisterKey
from workflow.core.thai_digits import to_thai
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.store.register_lines import digest_rows
from workflow.store.registers import Registers
from workflow.store.tables import CounterRow
from workflow.templates.whole_file import whole_file


@dataclass(frozen=True)
class Certificate:
    """One book: its numbers run from `first` to `last`; how many were used how; what is missing; the digest of its lines."""

    unit: str
    book: Book
    year: int
    first: int
    last: int
    issued: int
    void: int
    reserved: int
    paper: int
    holes: tuple[NumberSpan, ...]
    sha256: str

    @property
    def sound(self) -> bool:
        """Whether no number is missing."""
        return not self.holes


def certify(desk: Desk, office: str, unit: str | None = None, year: int | None = None) -> tuple[Certificate, ...]:
    """Return a certificate of each open book (of one unit, of one year); NotFound when the chart has no such unit."""
    found = desk.office(office)
    code = find_unit(found.chart, unit).code if unit else None
    with desk.store.read() as session:
        where = [col(CounterRow.office) == office]
        where += [col(CounterRow.unit) == code] if code else []
        where += [col(CounterRow.year) == year] if year else []
        order = (col(CounterRow.unit), col(CounterRow.year), col(CounterRow.book))
        counters = session.exec(select(CounterRow).where(*where).order_by(*order)).all()
        registers = Registers(session, office, found.openings)
        return tuple(_certificate(session, registers, counter) for counter in counters)


def certified(session: Session, office: str, key: RegisterKey) -> tuple[str, ...]:
    """Return the two lines under a printed book: that no number is missing (or which is), and the digest; () for an empty book."""
    counter = session.get(CounterRow, (office, key.unit, key.book.value, key.year))
    return told(_certificate(session, Registers(session, office, {}), counter)) if counter else ()


def told(found: Certificate) -> tuple[str, str]:
    """Return a certificate in two lines of Thai."""
    used = (("ออกเลข", found.issued), ("สมุดกระดาษ", found.paper), ("จอง", found.reserved), ("ยกเลิก", found.void))
    parts = " ".join(f"{name} {to_thai(f'{count:,}')}" for name, count in used if count)
    missing = ", ".join(to_thai(hole) for hole in found.holes)
    verdict = f"เลขขาด {missing}" if missing else "ไม่มีเลขขาด"
    numbers = NumberSpan(found.first, found.last)
    return f"รับรองเลข {to_thai(numbers)}: {verdict} ({parts or 'ยังไม่ออกเลข'})", f"SHA-256 {found.sha256}"


def write_lines(desk: Desk, office: str, register: RegisterKey, out: Path) -> str:
    """Write the lines of which the digest is made, and return it: one line a number, its fields parted by a tab, UTF-8."""
    digest = hashlib.sha256()
    with desk.store.read() as session, whole_file(out) as file:
        for line in _canonical(session, office, register):
            digest.update(line)
            file.write(line)
    return digest.hexdigest()


def _certificate(session: Session, registers: Registers, counter: CounterRow) -> Certificate:
    key = RegisterKey(counter.unit, Book(counter.book), counter.year)
    counts, digest = dict.fromkeys(EntryKind, 0), hashlib.sha256()
    for row in digest_rows(session, registers.office, key):
        counts[EntryKind(row[2])] += row[1] - row[0] + 1
        digest.update(_line(row))
    return Certificate(
        key.unit, key.book, key.year, counter.opened_after + 1, counter.last, counts[EntryKind.ISSUED], counts[EntryKind.VOID],
        counts[EntryKind.RESERVED], counts[EntryKind.PAPER], tuple(registers.holes(key)), digest.hexdigest(),
    )  # fmt: skip


def _canonical(session: Session, office: str, key: RegisterKey) -> Iterator[bytes]:
    return map(_line, digest_rows(session, office, key))


def _line(row: Sequence[Any]) -> bytes:
    """Return the fields named in `DIGESTED`, parted by tabs; white space inside a field is one space, nothing is "", a day is 2019-11-22."""
    cells = ("" if cell is None else " ".join(str(cell).split()) for cell in row)
    return ("\t".join(cells) + "\n").encode()

"""Registers (ทะเบียน): the number belongs to unit × book × Buddhist-era year, never to the paper, and runs without a hole.

A number given out on paper before or beside this program is accounted for as a range (`paper`), never skipped in silence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Book(StrEnum):
    """Which register: incoming, outgoing, circulars in a series of their own (ข้อ ๓๒), orders, and one to practise in.

    Secret papers would need registers of their own; this program refuses them, so there is none.
    """

    INCOMING = "รับ"
    OUTGOING = "ส่ง"
    CIRCULAR = "ว"
    ORDER = "คำสั่ง"
    TRIAL = "ทดสอบ"

    @property
    def cover(self) -> str:
        """What stands on the book's cover."""
        return _COVERS[self]

    @property
    def goes_out(self) -> bool:
        """Whether its lines are papers that leave the unit, so that their way out is recorded."""
        return self in {Book.OUTGOING, Book.CIRCULAR, Book.ORDER}


_COVERS = {
    Book.INCOMING: "ทะเบียนหนังสือรับ",
    Book.OUTGOING: "ทะเบียนหนังสือส่ง",
    Book.CIRCULAR: "ทะเบียนหนังสือเวียน",
    Book.ORDER: "ทะเบียนคำสั่ง",
    Book.TRIAL: "ทะเบียนทดสอบ (ไม่ใช่ทะเบียนจริง)",
}


class EntryKind(StrEnum):
    """How a number was used: here, on paper outside this program (a range), kept for later (จอง), or void (burnt, never reused)."""

    ISSUED = "issued"
    PAPER = "paper"
    RESERVED = "reserved"
    VOID = "void"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _KINDS[self]


_KINDS = {
    EntryKind.ISSUED: "ออกเลขแล้ว",
    EntryKind.PAPER: "ออกในสมุดกระดาษ",
    EntryKind.RESERVED: "จอง",
    EntryKind.VOID: "ยกเลิก",
}


@dataclass(frozen=True)
class RegisterKey:
    """A register: one unit, one book, one Buddhist-era year (the calendar year, not the budget year)."""

    unit: str
    book: Book
    year: int


@dataclass(frozen=True)
class NumberSpan:
    """Numbers `first` to `last`, both included, accounted for by one entry."""

    first: int
    last: int

    def __str__(self) -> str:
        """Return `5053–5182`, or the one number."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def holes(opened_after: int, last: int, spans: Iterable[NumberSpan]) -> list[NumberSpan]:
    """Return the spans of numbers between `opened_after` + 1 and `last` that no entry accounts for; [] for a sound register."""
    found, expected = [], opened_after + 1
    for span in sorted(spans, key=lambda s: s.first):
        if span.first > expected:
            found.append(NumberSpan(expected, span.first - 1))
        expected = max(expected, span.last + 1)
    if expected <= last:
        found.append(NumberSpan(expected, last))
    return found

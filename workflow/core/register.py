"""Registers (ทะเบียน): the number belongs to unit × book × Buddhist-era year, never to the paper, and runs without a hole.

A number given out on paper before or beside this program is accounted for as a range (`paper`), never skipped in silence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workflow.core.org import Unit
from workflow.core.thai_digits import to_thai


class Book(StrEnum):
    """Which register: incoming ทะเบียนรับ, outgoing ทะเบียนส่ง."""

    INCOMING = "รับ"
    OUTGOING = "ส่ง"


class EntryKind(StrEnum):
    """How a number was used: here, on paper outside this program (a range), or void (ยกเลิก, burnt and never reused)."""

    ISSUED = "issued"
    PAPER = "paper"
    VOID = "void"


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


def letter_number(unit: Unit, number: int, *, circular: bool = False) -> str:
    """Return the number as printed after ที่: `๐๐๓๓.๑๒/๕๐๕๒`, of a circular `๐๐๓๓.๑๒/ว ๕๐๕๒` (the same series, ว added: ข้อ ๓๒)."""
    running = f"ว {number}" if circular else str(number)
    return to_thai(f"{unit.number_prefix}/{running}") if unit.number_prefix else to_thai(running)


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

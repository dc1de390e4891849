"""How a unit writes its letter numbers (ที่): a pattern of its own, kept as data in `units.csv`.

A pattern is the printed form with places in braces: `{prefix}` the unit's number_prefix, `{unit}` its code, `{year}` the Buddhist-era
year, `{number}` the running number (once), `{ว}` or `{ว }` the mark of a circular with the space this office puts behind it:
`{prefix} {year}/{ว}{number}` gives `สพร ๒๕๖๒/ว๔๐๙๙`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workflow.core.org import Unit
from workflow.core.register import Book
from workflow.core.thai_digits import to_thai

USUAL, WITHOUT_PREFIX, ORDER = "{prefix}/{ว }{number}", "{ว }{number}", "คำสั่ง {unit} ที่ {number}/{year}"
TRIAL = "(ทดสอบ) {number}"  # no stroke, no prefix: no reader takes it for the number of a letter
_PLACE = re.compile(r"\{([^{}]*)\}")
_MARK = re.compile(r"ว\.?\s?")
_KNOWN = frozenset({"prefix", "unit", "year", "number"})


@dataclass(frozen=True)
class NumberForm:
    """What stands before and behind the running number, in Thai digits: all of a letter number that is known before it is taken."""

    before: str
    after: str = ""

    def write(self, number: int) -> str:
        """Return the whole number as printed."""
        return f"{self.before}{to_thai(number)}{self.after}"


def number_form(unit: Unit, book: Book, year: int, *, circular: bool = False) -> NumberForm:
    """Return the form of a unit's numbers in a book; `circular` puts the ว of a หนังสือเวียน (ข้อ ๓๒)."""
    values = {"prefix": unit.number_prefix or "", "unit": unit.code, "year": str(year)}
    before, _, after = _filled(_pattern(unit, book), values, circular=circular or book == Book.CIRCULAR).partition("\0")
    return NumberForm(to_thai(before), to_thai(after))


def letter_number(unit: Unit, number: int, year: int, *, circular: bool = False) -> str:
    """Return the number as printed after ที่: `๐๐๓๓.๑๒/๕๐๕๒`, of a circular `๐๐๓๓.๑๒/ว ๕๐๕๒`, or as the unit's own pattern says."""
    return number_form(unit, Book.OUTGOING, year, circular=circular).write(number)


def book_for(unit: Unit, *, circular: bool) -> Book:
    """Return the book in which a unit numbers a paper going out: circulars in their own series only where the unit keeps one."""
    return Book.CIRCULAR if circular and unit.own_circulars else Book.OUTGOING


def wrong_with(pattern: str, *, marked: bool = False) -> str | None:
    """Return in Thai what is wrong with a pattern, None for a good one; `marked`: it must show which number is a circular's."""
    places = _PLACE.findall(pattern)
    unknown = [place for place in places if place not in _KNOWN and not _MARK.fullmatch(place)]
    if unknown:
        return f"ไม่รู้จัก {{{unknown[0]}}}"
    if places.count("number") != 1:
        return "ต้องมี {number} หนึ่งแห่ง"
    if marked and not any(_MARK.fullmatch(place) for place in places):
        return "ต้องมี {ว} เพราะหนังสือเวียนของหน่วยนี้นับเลขแยก เลขที่จะซ้ำกับหนังสือส่ง"
    return None


def _pattern(unit: Unit, book: Book) -> str:
    if book == Book.TRIAL:
        return TRIAL
    if book == Book.ORDER:
        return unit.order_format or ORDER
    return unit.number_format or (USUAL if unit.number_prefix else WITHOUT_PREFIX)


def _filled(pattern: str, values: Mapping[str, str], *, circular: bool) -> str:
    def place(found: re.Match[str]) -> str:
        name = found[1]
        if name == "number":
            return "\0"
        return values.get(name, name if circular else "")

    return _PLACE.sub(place, pattern)

"""What a printed line really says once a person has corrected one value of it: the words a recogniser should have read. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from workflow.core.correction import Correction
from workflow.core.thai_date import DATE_PATTERN, MONTHS, SHORT_MONTHS, be_year
from workflow.core.thai_digits import to_arabic, to_thai
from workflow.parsers.page import Line
from workflow.parsers.paper_text import PaperText, Place, packed

ALIKE = 55.0  # percent: a misread date still looks like its form
_DATE_LIKE = re.compile(r"\d{1,2}\s*[ก-๙]{1,3}[ก-๙.\s]{1,12}?\d{2,4}")


def retyped(read: str, made: Correction) -> tuple[str, range] | None:
    """Return the line with the corrected value in it as it is printed there, and which characters of `read` gave way; None in doubt."""
    text = PaperText([Line(read, 1, 0)])
    place = _place(text, made)
    pieces = text.pieces(place) if place else []
    if len(pieces) != 1:
        return None
    old = read[pieces[0].start : pieces[0].stop]
    new = _as_printed(made, old)
    if new is None:
        return None
    return read[: pieces[0].start] + new + read[pieces[0].stop :], range(pieces[0].start, pieces[0].stop)


def _place(text: PaperText, made: Correction) -> Place | None:
    """Return where the wrong value stands: as it was read, as it was printed, or where the right one would nearly fit."""
    if made.field.rsplit(".", 1)[-1] == "date":
        return _dated(text, made.printed or "")
    told = [part for part in (made.was, made.printed, made.value) if part and len(packed(part)) <= len(text.text)]
    exact = (text.find(part) for part in told)
    return next((place for place in exact if place), None) or text.find_like(made.value)


def _dated(text: PaperText, printed: str) -> Place | None:
    if seen := text.find(printed):
        inner = list(text.matches_across(_packed_date(), seen.start, seen.end))
        return inner[0] if inner else seen
    return next(text.matches_across(_packed_date()), None)


def _packed_date() -> str:
    return DATE_PATTERN.pattern.replace(r"\s*", "").replace(r"\s?", "") + "|" + _DATE_LIKE.pattern.replace(r"\s*", "")


def _as_printed(made: Correction, old: str) -> str | None:
    """Return the right value in the digits and the form of the wrong one."""
    dress = to_thai if any(char in "๐๑๒๓๔๕๖๗๘๙" for char in old) else to_arabic
    if made.field.rsplit(".", 1)[-1] == "date":
        forms = [dress(form) for form in _date_forms(date.fromisoformat(made.value))]
        best = max(forms, key=lambda form: fuzz.ratio(form, old))
        return _spaced(best, old) if fuzz.ratio(best, old) >= ALIKE else None
    value = made.value.replace(":", ".") if made.field.endswith(".time") else made.value
    return _spaced(dress(value), old)


def _date_forms(on: date) -> Iterator[str]:
    year = be_year(on)
    for month in (MONTHS[on.month - 1], SHORT_MONTHS[on.month - 1]):
        yield f"{on.day} {month} {year}"
        yield f"{on.day} {month} พ.ศ. {year}"
        yield f"{on.day} {month} {year % 100:02d}"
        yield f"{on.day} {month}{year % 100:02d}"


def _spaced(new: str, old: str) -> str:
    """Set the new letters with the spaces of the old ones when they are as many: the paper's spacing, not the contract's."""
    letters = iter("".join(new.split()))
    if len("".join(new.split())) != len("".join(old.split())):
        return new
    return "".join(char if char.isspace() else next(letters) for char in old)

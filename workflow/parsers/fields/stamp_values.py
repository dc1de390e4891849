"""What a receipt stamp's lines tell: its number, day, hour and unit, each with how surely it was read. Pure."""

import re
from collections.abc import Sequence
from datetime import date

from workflow.core.thai_date import DATE_PATTERN, NAMED_BETWEEN, meant_year, parse
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.dated import loose_date
from workflow.parsers.fields.stamp_words import NUMBER, TIME, TOLD_TIME, names_unit, unit_before, unmarked
from workflow.parsers.page import Line
from workflow.parsers.stamp_labels import FILLER, TIME_LABEL

_LABELLED_TIME = re.compile(rf"{TIME_LABEL}{FILLER}{TIME.pattern}")
_UNDOTTED = re.compile(rf"{TIME_LABEL}{FILLER}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?!\d)")  # soldiers write 1015
_LAST_TIME = re.compile(rf"(?<!\d){TIME.pattern}[.\s]*$")
IN_FIGURES = re.compile(r"(?<![\d/-])(?P<day>\d{1,2})\s?[/-]\s?(?P<month>\d{1,2})\s?[/-]\s?(?P<year>\d{4}|\d{2})(?!\d)")
_ABBREVIATED = re.compile(r"(?!กรม$|กอง$)[ก-ฮ]{2,6}")  # consonants alone are no word but an office's abbreviation
_CENTRED = 3.0  # points
FULL = 0.9  # of a stamp's width
Value = tuple[str | None, float]
NOTHING: Value = (None, 1.0)


def number_in(lines: Sequence[Line]) -> Value:
    """Return the number behind its label, else a line that is nothing but a number."""
    texts = [(line, to_arabic(line.text)) for line in lines]
    behind = ((line, NUMBER.search(text, len(text) - len(unmarked(text)))) for line, text in texts)
    labelled = (_value(line, found, "number") for line, found in behind if found)
    bare = (_value(line, found) for line, text in texts if (found := re.fullmatch(r"\s*(\d{2,6})\s*", text)))
    return next((value for value in (*labelled, *bare)), NOTHING)


def date_in(lines: Sequence[Line]) -> Value:
    """Return the date as printed, a whole one before one that no calendar has."""
    texts = [(line, to_arabic(line.text)) for line in lines]
    whole = (
        _value(line, found)
        for line, text in texts
        if (found := DATE_PATTERN.search(text) or NAMED_BETWEEN.search(text) or IN_FIGURES.search(text))
    )
    loose = ((printed, line.confidence) for line, text in texts if (printed := loose_date(text)))
    return next((value for value in (*whole, *loose)), NOTHING)


def day_told(printed: str) -> date | None:
    """Return the day a printed date means; two digits of a year are 25YY."""
    if on := parse(printed):
        return on
    if not (found := IN_FIGURES.search(printed)):
        return None
    try:
        return date(meant_year(int(found["year"])), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def time_in(lines: Sequence[Line]) -> Value:
    texts = [(line, to_arabic(line.text)) for line in lines]
    labelled = [
        (line, found) for line, text in texts if (found := _LABELLED_TIME.search(text) or _UNDOTTED.search(text))
    ]
    alone = [(line, found) for line, text in texts if (found := TIME.fullmatch(text.strip().rstrip(". น")))]
    beside = [(line, found) for line, text in texts if (found := TOLD_TIME.search(text) or _behind_a_day(text))]
    for line, found in (*labelled, *alone, *beside):
        if int(found["hour"]) < 24 and int(found["minute"]) < 60:
            value = f"{int(found['hour']):02d}:{found['minute']}"
            return value, min(_sure(line, *found.span("hour")), _sure(line, *found.span("minute")))
    return NOTHING


def _behind_a_day(text: str) -> re.Match[str] | None:
    """Return the hour that ends a line behind its day: `27 ม.ค. 64  09.40`, `27/1/64 09:40`."""
    day = DATE_PATTERN.search(text) or IN_FIGURES.search(text)
    found = _LAST_TIME.search(text, day.end()) if day else None
    return found if day and found and not re.search(r"\w", text[day.end() : found.start()]) else None


def unit_in(lines: Sequence[Line]) -> Value:
    """Return the unit: the first line that is neither label nor number nor date; as sure as its letters are on the mean."""
    named = [line for line in lines if names_unit(to_arabic(line.text.strip()))]
    if not named:
        before = ((line, unit_before(to_arabic(line.text.strip()))) for line in lines)
        return next(((unit, line.confidence) for line, unit in before if unit), NOTHING)
    first = named[0]
    below = lines[lines.index(first) + 1] if lines.index(first) + 1 < len(lines) else None
    name = unmarked(to_arabic(first.text.strip()))
    if below is not None and below in named and (_full(first, lines) or _goes_on(first, below, lines)):
        return name + to_arabic(below.text.strip()), min(first.confidence, below.confidence)
    dotless = first.sure and _ABBREVIATED.fullmatch(name)  # a scan loses the smallest marks first
    return f"{name}." if dotless else name, first.confidence


def _goes_on(line: Line, below: Line, lines: Sequence[Line]) -> bool:
    """Whether a name goes on in the line below: inside its bracket, or in one set under its middle above the number."""
    if line.text.count("(") > line.text.count(")"):
        return True
    if not (line.box and below.box) or any(_above(other, below) for other in lines if other is not line):
        return False
    return abs(line.box[0] + line.box[2] - below.box[0] - below.box[2]) / 2 < _CENTRED < below.box[0] - line.box[0]


def _above(one: Line, other: Line) -> bool:
    return bool(one is not other and one.box and other.box and one.box[3] <= other.box[1])


def _full(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line runs over the whole width of its stamp, so that a name may go on below it."""
    boxes = [other.box for other in lines if other.box]
    return bool(line.box and line.box[2] - line.box[0] > FULL * (max(b[2] for b in boxes) - min(b[0] for b in boxes)))


def _value(line: Line, found: re.Match[str], group: str | int = 0) -> Value:
    return found[group].strip(), _sure(line, *found.span(group))


def _sure(line: Line, start: int, stop: int) -> float:
    """Return how sure the least sure letter or digit of a part is; its dots and spaces say nothing."""
    if not line.sure:
        return line.confidence
    pairs = zip(line.text[start:stop], line.sure[start:stop], strict=False)
    return min((sure for char, sure in pairs if char not in " .:/-"), default=line.confidence)

"""How sure a value is: the recogniser's word for the letters it was read from, looked up where the value stands. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workflow.core.thai_date import DATE_PATTERN
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.dated import NOISY_DATE
from workflow.parsers.rows import Row

NOT_AS_PRINTED = 0.5  # a value put right by its place: likely, but not what the page says
_DATE = re.compile(DATE_PATTERN.pattern)
_NOISY_DATE = re.compile(NOISY_DATE)
_AFTER = 60  # characters within which the date of a citation follows its number


@dataclass(frozen=True)
class Sureness:
    """The least sure letter, and what part of the letters is expected to be wrong; 1 and 0 for text no recogniser read."""

    least: float = 1.0
    wrong: float = 0.0


@dataclass(frozen=True)
class Letters:
    """The letters of rows without their spaces, and how sure each is."""

    text: str
    sure: tuple[float, ...]

    def of(self, value: str) -> Sureness:
        """Return how sure a value is that stands among these letters; one that does not stand so was put right."""
        wanted = re.sub(r"\s+", "", value)
        start = self.text.find(wanted)
        if not wanted or start < 0:
            return Sureness(NOT_AS_PRINTED, 0.0) if wanted else Sureness()
        return _over(self.sure[start : start + len(wanted)])

    def of_citation(self, number: str) -> Sureness:
        """Return how sure a cited number is together with the date behind it."""
        wanted = re.sub(r"\s+", "", number)
        start = self.text.find(wanted)
        if start < 0:
            return Sureness(NOT_AS_PRINTED, 0.0)
        end = start + len(wanted)
        dated = _dated(self.text[end : end + _AFTER])
        return _over(self.sure[start : end + (dated.end() if dated else 0)])


def letters_of(rows: Sequence[Row]) -> Letters | None:
    """Return the letters of recognised rows; None when no recogniser was at work."""
    if not any(row.sure for row in rows):
        return None
    pairs = [
        (char, sure)
        for row in rows
        for char, sure in zip(row.text, row.sure or (1.0,) * len(row.text), strict=True)
        if not char.isspace()
    ]
    return Letters("".join(char for char, _ in pairs), tuple(sure for _, sure in pairs))


def runs_into(row: Row, number: str) -> bool:
    """Whether more is printed right behind a number: a stamp over its end may hide digits. What a column or วันที่ begins is not behind it."""
    packed = re.sub(r"\s+", "", number)
    found = re.search(r"\s*".join(map(re.escape, packed)), row.text)
    return bool(
        row.sure
        and found
        and re.match(r"^\s?[^\s.]", row.text[found.end() :])
        and not re.match(r"^\s*วัน", row.text[found.end() :])
    )


def of_date(row: Row) -> Sureness | None:
    """Return how sure the date on a recognised row is; None for a row no recogniser read. A date put right is as doubtful as any repair."""
    letters = letters_of([row])
    if letters is None:
        return None
    text = re.sub(r"\s+", "", row.text)
    exact = _DATE.search(text)
    if found := exact or _NOISY_DATE.search(text):
        sure = _over(letters.sure[found.start() : found.end()])
        if exact and not _half_hidden(row, found[0]):
            return sure
        return Sureness(min(sure.least, NOT_AS_PRINTED), sure.wrong)
    return Sureness(NOT_AS_PRINTED)


def _half_hidden(row: Row, date: str) -> bool:
    """Whether coloured ink lies over a date of one figure: its other may be gone under a stroke, and the rest read surely."""
    alone = not date[1:2].isdigit()
    return alone and any(part.crossed and date in re.sub(r"\s+", "", to_arabic(part.text)) for part in row.parts)


def _dated(text: str) -> re.Match[str] | None:
    return _DATE.search(text) or _NOISY_DATE.search(text)


def least(found: Iterable[Sureness]) -> Sureness:
    """Return the worst of several."""
    every = list(found)
    return Sureness(min((s.least for s in every), default=1.0), max((s.wrong for s in every), default=0.0))


def _over(sure: Sequence[float]) -> Sureness:
    return Sureness(min(sure, default=1.0), sum(1 - s for s in sure) / max(1, len(sure)))

"""A labelled field of a head; those that are told otherwise: `จาก ก ถึง ข` on one row, a subject whose label a scan lost. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from workflow.parsers.fields.labels import GREETINGS, label_of
from workflow.parsers.rows import Row, flow

_RULED_OFF = re.compile(r"\s*(?:(?:[\u2500-\u257f\u2012-\u2015_=~*.-]\s?){3,}|…[\s.…]*)$")
THEN_TO = re.compile(r"\sถึง(?:\s*[:：]\s*|\s+)(?=\S)")
_A_LABEL = 60  # percent: what is left of a label


@dataclass(frozen=True)
class HeadField:
    """A labelled field: its rows with the label taken off the first."""

    label: str
    rows: tuple[Row, ...]
    values: tuple[str, ...]
    apart: frozenset[int] = frozenset()  # rows set in below a row with room left: each says something else

    @property
    def text(self) -> str:
        """The value in one line."""
        text = flow([Row(v, v, r.page) for v, r in zip(self.values, self.rows, strict=True) if v])
        return _RULED_OFF.sub("", text)


def from_and_to(fields: dict[str, HeadField], to: re.Match[str]) -> dict[str, HeadField]:
    """Return the fields with a row `จาก ก ถึง ข` parted into who sends and who is addressed."""
    both = fields["ถึง"]
    if both.values[0] != to.string:  # addressed above already
        return fields
    sender = HeadField("จาก", both.rows[:1], (to.string[: to.start()].strip(),))
    return {"จาก": sender, **fields, "ถึง": replace(both, values=(to.string[to.end() :].strip(), *both.values[1:]))}


def with_subject(fields: dict[str, HeadField], rows: Sequence[Row]) -> dict[str, HeadField]:
    """Return the fields of a scan with a subject whose label is hardly one any more: it stands right above whom the paper addresses."""
    greeting = next((fields[label].rows[0] for label in GREETINGS if label in fields), None)
    at = rows.index(greeting) if greeting and greeting.sure and greeting in rows and "เรื่อง" not in fields else 0
    for n in range(at - 1, max(at - 3, -1), -1):
        label, _, value = rows[n].text.strip().partition(" ")
        if value and label_of(rows[n]) is None and len(label) < 8 and fuzz.ratio(label, "เรื่อง") >= _A_LABEL:
            told = rows[n:at]
            return {**fields, "เรื่อง": HeadField("เรื่อง", tuple(told), (value.strip(), *(r.text for r in told[1:])))}
    return fields

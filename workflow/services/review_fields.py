"""The fields of a paper that a person may mend, in the order of a letter, each with its value as it is typed. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workflow.core.correction import value_of
from workflow.core.field_names import thai_name
from workflow.core.reading import Evidence, Instrument
from workflow.core.thai_date import full
from workflow.templates.numerals import in_thai_digits

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_LONG = {"subject", "text"}
_NAMES = ("number", "date", "urgency", "sender", "subject")
_REFERENCE = ("number", "date", "subject")
_SIGNATORY = ("rank", "name", "position", "acting", "acting_for")
_STAMP = ("unit", "number", "date", "time")
_SURVEY = ("name", "year", "score", "group_average")


@dataclass(frozen=True)
class EditField:
    """A field by its key in the contract: its Thai label, its value as shown in a form, and what kind of box it wants."""

    key: str
    label: str
    value: str
    kind: str


def edit_fields(paper: Instrument) -> tuple[EditField, ...]:
    """Return the fields of a paper; those every letter has are there even when nothing was read, so that they can be filled in."""
    return tuple(EditField(key, thai_name(key), shown(paper, key), _kind(key)) for key in _keys(paper))


def shown(paper: Instrument, key: str) -> str:
    """Return a field's value as people write it: dates in the Buddhist era, Thai digits where the paper is Thai."""
    return as_typed(key, value_of(paper, key))


def as_typed(key: str, value: str | None) -> str:
    """Return a value of the contract as a person types it; "" for none."""
    if value is None:
        return ""
    if _kind(key) == "date":
        return full(date.fromisoformat(value)) if _ISO.fullmatch(value) else value
    return in_thai_digits(value)


def place_of(paper: Instrument, key: str) -> Evidence | None:
    """Return where a field stands: its own place, else that of the whole it belongs to (a stamp, a signature block)."""
    return paper.evidence.get(key) or paper.evidence.get(key.rsplit(".", 1)[0]) or paper.evidence.get(key.split("[")[0])


def group_of(key: str) -> str:
    """Return the Thai name of the part a field belongs to; "" for what stands in every letter's head."""
    first = re.split(r"[.\[]", key)[0]
    return "" if first in {*_NAMES, "to", "via"} else thai_name(first)


def _keys(paper: Instrument) -> Iterator[str]:
    yield from _NAMES
    yield from (f"to[{n}]" for n in range(max(1, len(paper.to))))
    if paper.via:
        yield "via"
    for n in range(len(paper.references)):
        yield from (f"references[{n}].{part}" for part in _REFERENCE)
    yield from (f"enclosures[{n}]" for n in range(len(paper.enclosures)))
    if paper.survey:
        yield from (f"survey.{part}" for part in _SURVEY)
    if paper.stated_indicator_count is not None:
        yield "stated_indicator_count"
    for n in range(len(paper.recommendations)):
        yield from (f"recommendations[{n}].{part}" for part in ("name", "text"))
    acting = paper.signatory and paper.signatory.acting
    yield from (f"signatory.{part}" for part in (_SIGNATORY if acting else _SIGNATORY[:3]))
    for n in range(len(paper.receipts)):
        yield from (f"receipts[{n}].{part}" for part in _STAMP)


def _kind(key: str) -> str:
    name = key.rsplit(".", 1)[-1].split("[")[0]
    return "date" if name == "date" else "long" if name in _LONG else "line"

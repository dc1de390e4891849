"""A person's correction of what was read, kept beside the reading and never over it: the paper is evidence, and so is its reading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, is_dataclass, replace
from datetime import date, datetime
from typing import Any

from workflow.core.errors import NotFound, UsageError
from workflow.core.field_names import thai_name
from workflow.core.reading import Box, Instrument, Reading, Reference, Signatory, Stamp, Survey
from workflow.core.thai_date import typed_day
from workflow.core.thai_digits import to_arabic, to_thai

_PART = re.compile(r"(?P<name>[a-z_]+)(?:\[(?P<at>\d{1,3})\])?")
_NUMBERS = {"score", "group_average", "pct"}
_COUNTS = {"surveyed", "answered", "year", "stated_indicator_count"}
_FIXED = {"kind", "pages", "missing_pages", "circular", "secrecy", "host", "copy_certified", "evidence"}
_NEW: dict[str, Any] = {
    "references": Reference, "receipts": Stamp, "signatory": Signatory, "survey": Survey, "to": str, "enclosures": str,
}  # fmt: skip
_EXAMPLES = "number, date, subject, sender, to[0], references[0].number, receipts[0].date, signatory.name"


@dataclass(frozen=True)
class Correction:
    """What a field really is: `paper` counts from 1 in the order of the reading; where it stood and how it was printed as read.

    `value` is in the contract's form (Arabic digits in numbers, ISO dates); `was` is the value read, None where nothing was.
    """

    paper: int
    field: str
    value: str
    by: str
    at: datetime
    was: str | None = None
    printed: str | None = None
    page: int | None = None
    box: Box | None = None


def canonical(field: str, value: str) -> str:
    """Return a typed value in the contract's form; UsageError when the field cannot be corrected or the value is none for it."""
    text = re.sub(r"\s+", " ", value).strip()
    name = field.rsplit(".", 1)[-1].split("[")[0]
    if not text:
        raise UsageError("ค่าที่แก้ว่างเปล่า", next_step='พิมพ์ค่าที่ถูกต้องหลัง --value เช่น --value "ทส 0102/456"')
    if name in _FIXED or not all(_PART.fullmatch(part) for part in field.split(".")):
        raise _no_field(field)
    if name == "date":
        return _day(text).isoformat()
    if name in _NUMBERS or name in _COUNTS:
        return _number(text, whole=name in _COUNTS)
    return text


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """Return the reading as people have corrected it, later corrections over earlier ones; the reading given stays as it is."""
    papers = list(reading.instruments)
    for made in corrections:
        if 0 < made.paper <= len(papers):
            papers[made.paper - 1] = put(papers[made.paper - 1], made.field, made.value)
    return replace(reading, instruments=tuple(papers))


def put(paper: Instrument, field: str, value: str) -> Instrument:
    """Return the paper with one value replaced; UsageError when it has no such field."""
    changed: Instrument = _put(paper, field.split("."), _typed(field, value), field)
    if field == "number":
        changed = replace(changed, circular="ว" in value.rsplit("/", 1)[-1])
    return changed


def value_of(paper: Instrument, field: str) -> str | None:
    """Return the value read for a field as text, None where nothing was read."""
    value: Any = paper
    for part in field.split("."):
        found = _PART.fullmatch(part)
        if value is None or found is None:
            return None
        value = value.get(found["name"]) if isinstance(value, dict) else getattr(value, found["name"], None)
        if found["at"] is not None:
            value = value[int(found["at"])] if value and int(found["at"]) < len(value) else None
    return None if value is None else value.isoformat() if isinstance(value, date) else str(value)


def paper_of(reading: Reading, number: int) -> Instrument:
    """Return a paper by its place, counted from 1; NotFound says how many there are."""
    if not 0 < number <= len(reading.instruments):
        raise NotFound(
            f"ไม่มีหนังสือฉบับที่ {to_thai(number)} ในเรื่องนี้ (มี {to_thai(len(reading.instruments))} ฉบับ)",
            next_step="ดูลำดับฉบับด้วย saraban read แฟ้ม --explain",
        )
    return reading.instruments[number - 1]


def _put(holder: Any, parts: list[str], value: Any, field: str) -> Any:
    found = _PART.fullmatch(parts[0])
    name, at = (found["name"], found["at"]) if found else ("", None)
    known = holder.keys() if isinstance(holder, dict) else getattr(holder, "__dataclass_fields__", {}).keys()
    if name not in known:
        raise _no_field(field)
    current = holder[name] if isinstance(holder, dict) else getattr(holder, name)
    inner = _listed(current, name, int(at), field) if at is not None else current
    if len(parts) == 1:
        if is_dataclass(inner) or isinstance(inner, tuple | dict) or (at is None and name in _NEW):
            raise _no_field(field)
        new = value
    else:
        new = _put(_NEW[name]() if inner is None and name in _NEW else inner, parts[1:], value, field)
    if at is not None:
        new = (*current[: int(at)], new, *current[int(at) + 1 :])
    return {**holder, name: new} if isinstance(holder, dict) else replace(holder, **{name: new})


def _listed(current: Any, name: str, at: int, field: str) -> Any:
    """Return an item of a list; one place past its end gives an empty one, for what the reader overlooked."""
    if not isinstance(current, tuple) or at > len(current) or (at == len(current) and name not in _NEW):
        raise _no_field(field)
    return current[at] if at < len(current) else _NEW[name]()


def _typed(field: str, value: str) -> Any:
    name = field.rsplit(".", 1)[-1]
    if name == "date":
        return date.fromisoformat(value)
    if name in _NUMBERS:
        return float(value)
    return int(value) if name in _COUNTS else value


def _day(text: str) -> date:
    found = typed_day(text)
    if found is None:
        raise UsageError(f"ไม่เข้าใจวันที่ “{text}”", next_step="พิมพ์เช่น '๒๒ พ.ย. ๒๕๖๒', 22/11/2562 หรือ 2019-11-22")
    return found


def _number(text: str, *, whole: bool) -> str:
    plain = to_arabic(text).replace(",", "")
    if not re.fullmatch(r"\d{1,9}" if whole else r"\d{1,9}(?:\.\d{1,4})?", plain):
        raise UsageError(f"“{text}” ไม่ใช่ตัวเลข", next_step="พิมพ์ตัวเลขอย่างเดียว เช่น ๕๕.๕๔")
    return plain


def _no_field(field: str) -> UsageError:
    return UsageError(f"แก้ช่อง “{field}” ({thai_name(field)}) ไม่ได้", next_step=f"ช่องที่แก้ได้ เช่น {_EXAMPLES}")

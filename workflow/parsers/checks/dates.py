"""Dates that cannot be: no such day, before their cause, on a weekend. Repaired only when one candidate survives chain and weekday.

The chain of a bundle runs letter → its stamps → memo → its stamps → order → endorsement → its stamps → next endorsement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.thai_date import BUDDHIST_ERA, SHORT_MONTHS, WEEKDAYS, month_number, short
from workflow.parsers.checks.chains import chains
from workflow.parsers.draft import Draft
from workflow.parsers.fields.dated import LOOSE

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

# month abbreviations that recognisers and hurried pens take for one another
_MONTHS_ALIKE = (
    {"พย", "พค", "มย"},
    {"มิย", "มีค", "มีย", "มิค", "พย"},
    {"กย", "กค"},
    {"มค", "มีค"},
    {"เมย", "มย"},
    {"ธค", "สค"},
)
_DIGITS_ALIKE = {"1": "7", "7": "1", "2": "5", "5": "2", "8": "9", "9": "8", "3": "8", "6": "0", "0": "6"}


@dataclass(frozen=True)
class _Place:
    """One date of the chain: which draft, which field, what was read."""

    draft: int
    field: str
    value: date | None
    printed: str | None


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about dates; the drafts' dates are put right or emptied on the way."""
    return [finding for linked in chains(drafts) for finding in _along(drafts, list(_chain(drafts, linked)))]


def _along(drafts: Sequence[Draft], places: list[_Place]) -> list[Finding]:
    """Return doubts along one chain, putting dates right on the way."""
    findings: list[Finding] = []
    for n, place in enumerate(places):
        floor = next((p.value for p in reversed(places[:n]) if p.value), None)
        if place.value is None and place.printed is None:
            continue
        if place.value and (floor is None or place.value >= floor):
            findings += _weekend(drafts, place)
            continue
        ceiling = _ceiling(places[n + 1 :], floor, place)
        chosen, finding = _mend(drafts, place, floor, ceiling)
        places[n] = replace(place, value=chosen)
        _store(drafts[place.draft], place.field, chosen)
        findings.append(finding)
    return findings


def _chain(drafts: Sequence[Draft], linked: Sequence[int]) -> Iterator[_Place]:
    """Yield the dates of linked papers in the order in which things must have happened."""
    order = {"letter": 0, "invitation": 0, "stamped": 0, "memo": 1, "endorsement": 2}
    known = [
        (order[d.instrument.kind], d.instrument.date or date.max, n)
        for n, d in enumerate(drafts)
        if d.instrument.kind in order and n in linked
    ]
    for _, _, n in sorted(known):
        yield _place(drafts, n, "date", drafts[n].instrument.date)
        for k, stamp in enumerate(drafts[n].instrument.receipts):
            yield _place(drafts, n, f"receipts[{k}].date", stamp.date)
        if ordered := drafts[n].instrument.order:
            yield _place(drafts, n, "order.date", ordered.date)


def _place(drafts: Sequence[Draft], n: int, name: str, value: date | None) -> _Place:
    printed = drafts[n].printed(name)
    return _Place(n, name, value, printed.printed if printed else None)


def _ceiling(later: Sequence[_Place], floor: date | None, place: _Place) -> date | None:
    """Return the earliest later date that is itself possible; stamps of one paper do not bound one another."""
    same_stamps = place.field.startswith("receipts")
    days = [
        p.value
        for p in later
        if p.value
        and (not floor or p.value >= floor)
        and not (same_stamps and p.draft == place.draft and p.field.startswith("receipts"))
    ]
    return min(days, default=None)


def _mend(
    drafts: Sequence[Draft], place: _Place, floor: date | None, ceiling: date | None
) -> tuple[date | None, Finding]:
    possible = {
        on: changes for on, changes in _candidates(place).items()
        if (not floor or on >= floor) and (not ceiling or on <= ceiling) and on.weekday() < 5
    }  # fmt: skip
    fewest = [on for on, changes in possible.items() if changes == min(possible.values())]
    chosen = fewest[0] if len(fewest) == 1 else None
    code = "date-before-cause" if place.value else "impossible-date"
    cause = f" ซึ่งต้องไม่ก่อน {short(floor)}" if floor else ""
    why = "เพราะเป็นวันเดียวที่เป็นไปได้" if len(possible) == 1 else "ซึ่งต่างจากที่อ่านได้น้อยที่สุด โปรดยืนยันกับต้นฉบับ"
    outcome = f"ใช้ {short(chosen)} {why}" if chosen else "โปรดดูต้นฉบับแล้วระบุวันที่"
    message = f"วันที่ “{place.printed or place.value}” เป็นไปไม่ได้{cause}: {outcome}"
    where = drafts[place.draft].printed(place.field)
    return chosen, Finding(
        code, "warning" if chosen else "error", message, instrument=place.draft, field=place.field,
        page=where.page if where else None, box=where.box if where else None,
        candidates=tuple(on.isoformat() for on in sorted(possible)),
    )  # fmt: skip


def _candidates(place: _Place) -> dict[date, int]:
    """Return every date the printed one may have been, with how many of its parts a recogniser must have changed."""
    found = LOOSE.search((place.printed or "").strip().rstrip("."))
    if not found:
        return {}
    year = int(found["year"])
    year = (year + 2500 if year < 100 else year) - BUDDHIST_ERA
    days, months = _days(found["day"]), _months(found["month"])
    dated = {_date(year, month, day): m + d for month, m in months.items() for day, d in days.items()}
    return {on: changes for on, changes in dated.items() if on}


def _days(printed: str | None) -> dict[int, int]:
    if not printed:
        return {}
    alike = [printed[:n] + _DIGITS_ALIKE.get(c, c) + printed[n + 1 :] for n, c in enumerate(printed)]
    return {**{int(day): 1 for day in alike}, int(printed): 0}


def _months(printed: str) -> dict[int, int]:
    key = printed.replace(".", "").replace(" ", "")
    names = {name for group in _MONTHS_ALIKE if key in group for name in group}
    alike = {n: 1 for name in names if (n := month_number(name))}
    own = month_number(key)
    if own:
        return {**alike, own: 0}
    return alike or {n: 1 for m in SHORT_MONTHS if m.replace(".", "")[-1:] == key[-1:] and (n := month_number(m))}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _store(draft: Draft, name: str, value: date | None) -> None:
    instrument = draft.instrument
    if name == "date":
        draft.instrument = replace(instrument, date=value)
    elif name == "order.date" and instrument.order:
        draft.instrument = replace(instrument, order=replace(instrument.order, date=value))
    else:
        index = int(name[len("receipts[") : name.index("]")])
        stamps = list(instrument.receipts)
        stamps[index] = replace(stamps[index], date=value)
        draft.instrument = replace(instrument, receipts=tuple(stamps))


def _weekend(drafts: Sequence[Draft], place: _Place) -> list[Finding]:
    if place.value is None or place.value.weekday() < 5:
        return []
    message = f"{short(place.value)} เป็นวัน{WEEKDAYS[place.value.weekday()]} ไม่ใช่วันทำการ โปรดตรวจวันที่กับต้นฉบับ"
    return [
        Finding(
            "not-a-working-day",
            "info",
            message,
            instrument=place.draft,
            field=place.field,
            page=drafts[place.draft].instrument.pages[0],
        )
    ]

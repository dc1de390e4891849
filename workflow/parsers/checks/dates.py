"""Dates that cannot be: no such day, before their cause, on a weekend. Repaired only when one candidate survives chain and weekday.

The chain of a bundle runs letter → its stamps → memo → its stamps → order → endorsement → its stamps → next endorsement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from workflow.core.almanac import Almanac
from workflow.core.reading import Finding, Instrument
from workflow.core.thai_date import WEEKDAYS, short
from workflow.parsers.binding.endorsed import ASKS, THINKS
from workflow.parsers.checks.chains import INCOMING, chains, cites, hosts_of
from workflow.parsers.checks.date_candidates import candidates
from workflow.parsers.draft import Draft
from workflow.parsers.fields.order import is_addressed

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


@dataclass(frozen=True)
class _Place:
    """One date of the chain: which draft, which field, what was read."""

    draft: int
    field: str
    value: date | None
    printed: str | None


@dataclass(frozen=True)
class _Bounds:
    """Between which days a date must lie to keep the chain, and the days on which no office writes."""

    floor: date | None
    ceiling: date | None
    almanac: Almanac

    def allow(self, on: date) -> bool:
        """Whether a paper can bear this day."""
        kept = (not self.floor or on >= self.floor) and (not self.ceiling or on <= self.ceiling)
        return kept and on.weekday() < 5 and not self.almanac.day_off(on)


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about dates; the drafts' dates are put right or emptied on the way."""
    linked = [list(_chain(drafts, papers)) for papers in chains(drafts)]
    return [finding for places in linked for finding in _along(drafts, places, context.almanac)]


def _along(drafts: Sequence[Draft], places: list[_Place], almanac: Almanac) -> list[Finding]:
    """Return doubts along one chain, putting dates right on the way."""
    findings: list[Finding] = []
    for n, place in enumerate(places):
        floor = next((p.value for p in reversed(places[:n]) if p.value and _binds(drafts, p, place)), None)
        if place.value is None and place.printed is None:
            continue
        if place.value and (floor is None or place.value >= floor):
            findings += [*_day_off(drafts, place, almanac), *_before_stamps(place, places[:n])]
            continue
        ceiling = _ceiling([p for p in places[n + 1 :] if _causes(drafts, place, p)], floor, place)
        chosen, finding = _mend(drafts, place, _Bounds(floor, ceiling, almanac))
        places[n] = replace(place, value=chosen)
        _store(drafts[place.draft], place.field, chosen)
        findings.append(finding)
    return findings


def _causes(drafts: Sequence[Draft], cause: _Place, effect: _Place) -> bool:
    """Whether what bears one date must have happened before what bears the other.

    Within a paper always. Papers that came in do not bind one another, nor does a registry that stamped one of them late; a paper
    that cites others answers only those. A note that asks for an order, tells what to order, or is addressed to who gave it, as the
    paper may be, stands above it or beside it, and is the earlier one.
    """
    if cause.draft == effect.draft:
        return True
    earlier, later = drafts[cause.draft].instrument, drafts[effect.draft].instrument
    if later.kind in INCOMING or cause.field.startswith("receipts"):
        return False
    if cause.field == "order.date" and (earlier.kind == "endorsement" or _sent_up(earlier, later)):
        return False  # what one unit ordered on a note binds no other unit
    if _rides_elsewhere(drafts, earlier, later):
        return False
    return earlier.kind not in INCOMING or cites(later, earlier) or not later.references


def _rides_elsewhere(drafts: Sequence[Draft], earlier: Instrument, note: Instrument) -> bool:
    """Whether a note stands on a page of another paper than one it does not cite: a reminder, or what was written once that was sent up."""
    if note.kind != "endorsement" or earlier.kind == "endorsement":
        return False
    hosts = hosts_of(note, (draft.instrument for draft in drafts))
    return bool(hosts) and earlier not in hosts and not cites(note, earlier)


def _sent_up(ordered: Instrument, note: Instrument) -> bool:
    """Whether a note on a paper led to the order on it; with a number of its own it must both ask for one and be to who gave it."""
    purpose, told = note.closing or "", _told(ordered, note)
    asks = bool(ASKS.match(purpose) or THINKS.search(purpose))
    return (asks and told) if note.number else (asks or told)


def _told(ordered: Instrument, note: Instrument) -> bool:
    """Whether a note is addressed to who gave the order of a paper, or by the words in which the paper is addressed."""
    signed = ordered.order.signatory if ordered.order else None
    return bool(signed and is_addressed(signed, note.to)) or bool(set(ordered.to) & set(note.to))


def _binds(drafts: Sequence[Draft], cause: _Place, effect: _Place) -> bool:
    """Whether a date may not lie before another: a possible order may lie before a stamp of its paper, set where it was sent on to."""
    sent_on = effect.field == "order.date" and effect.value and cause.field.startswith("receipts")
    return not sent_on and _causes(drafts, cause, effect)


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


def _mend(drafts: Sequence[Draft], place: _Place, bounds: _Bounds) -> tuple[date | None, Finding]:
    floor = bounds.floor
    possible = {on: changes for on, changes in candidates(place.printed or "").items() if bounds.allow(on)}
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


def _before_stamps(place: _Place, before: Sequence[_Place]) -> list[Finding]:
    """Return a doubt about an order dated before a stamp of its own paper: sent on since, or one of both is misread."""
    stamps = (p.value for p in before if p.value and p.draft == place.draft and p.field.startswith("receipts"))
    latest = max(stamps, default=None)
    if place.field != "order.date" or place.value is None or latest is None or latest <= place.value:
        return []
    message = f"สั่งการเมื่อ {short(place.value)} ก่อนวันที่ในตรารับ {short(latest)} โปรดตรวจทั้งสองแห่งกับต้นฉบับ"
    return [Finding("date-before-cause", "info", message, instrument=place.draft, field=place.field)]


def _day_off(drafts: Sequence[Draft], place: _Place, almanac: Almanac) -> list[Finding]:
    if place.value is None:
        return []
    holiday = almanac.day_off(place.value)
    if place.value.weekday() < 5 and not holiday:
        return []
    named = holiday or f"วัน{WEEKDAYS[place.value.weekday()]}"
    message = f"{short(place.value)} เป็น{named} ไม่ใช่วันทำการ โปรดตรวจวันที่กับต้นฉบับ"
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

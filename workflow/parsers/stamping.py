"""Stamps onto papers: two readings of one stamp are one, and a shared page's stamps go to the endorsement they were received under. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from workflow.core.reading import Finding, Instrument, Stamp
from workflow.core.secrets import mask
from workflow.core.thai_digits import mixed
from workflow.parsers.draft import Draft, PrintedDate
from workflow.parsers.fields.receipts import StampFound

_OWN_NAME = 6  # letters on end that name a unit
_MOST_OF_NAME = 0.6  # สำนักงาน alone is nobody
_LABELS = {"number": "เลขรับ", "date": "วันที่", "time": "เวลา", "unit": "ชื่อหน่วยงาน"}


def add_stamps(draft: Draft, stamps: Sequence[StampFound]) -> None:
    """Add the stamps; two readings of one stamp (same time, same day or one unreadable) are one."""
    kept: list[StampFound] = []
    for stamp in sorted(stamps, key=lambda s: _worth(s.stamp), reverse=True):
        twin = next((n for n, other in enumerate(kept) if _same_stamp(stamp, other)), None)
        if twin is None:
            kept.append(stamp)
        else:
            kept[twin] = _merged(kept[twin], stamp)
    kept.sort(key=lambda s: (s.stamp.date is None, s.stamp.date, s.stamp.time or ""))
    for n, stamp in enumerate(kept):
        line = stamp.lines[0]
        if stamp.printed_date:
            draft.dates.append(PrintedDate(f"receipts[{n}].date", stamp.printed_date, line.page, line.box))
        draft.findings.extend((*_doubts(n, stamp), *_mixed(n, stamp)))
    draft.instrument = replace(draft.instrument, receipts=tuple(s.stamp for s in kept))


def _doubts(n: int, stamp: StampFound) -> Iterator[Finding]:
    """Yield what of a stamp is only a suggestion: what was filled in by hand is seldom read for certain."""
    line = stamp.lines[0]
    for name, label in _LABELS.items():
        value = getattr(stamp.stamp, name)
        if value is not None and name not in stamp.unsure:
            continue
        said = f"อ่าน{label}ในตรารับได้ไม่ชัด" if value is not None else f"อ่าน{label}ในตรารับไม่ได้"
        yield Finding(
            "low-confidence", "warning", f"{said} โปรดดูตราบนต้นฉบับแล้วยืนยัน", field=f"receipts[{n}].{name}",
            page=line.page, box=line.box,
        )  # fmt: skip


def _mixed(n: int, stamp: StampFound) -> Iterator[Finding]:
    """Yield a doubt about a line of a stamp in which Thai and Arabic digits stand side by side."""
    for line in stamp.lines:
        if mixed(line.text):
            message = f"“{mask(line.text)[:60]}” มีเลขไทยปนเลขอารบิก โปรดตรวจทีละหลัก"
            yield Finding("mixed-digits", "info", message, field=f"receipts[{n}]", page=line.page, box=line.box)


def _worth(stamp: Stamp) -> int:
    return sum(value is not None for value in (stamp.unit, stamp.number, stamp.date, stamp.time)) + 2 * (
        stamp.number is not None
    )


def _same_stamp(one: StampFound, other: StampFound) -> bool:
    same_time = one.stamp.time is not None and one.stamp.time == other.stamp.time
    days = {one.stamp.date, other.stamp.date} - {None}
    numbers = {one.stamp.number, other.stamp.number} - {None}
    return same_time and len(days) <= 1 and (len(numbers) <= 1 or len(days) == 1)


def _merged(one: StampFound, other: StampFound) -> StampFound:
    stamp = replace(
        one.stamp, unit=one.stamp.unit or other.stamp.unit, number=one.stamp.number or other.stamp.number,
        date=one.stamp.date or other.stamp.date,
    )  # fmt: skip
    unsure = tuple(name for name in one.unsure if getattr(one.stamp, name) is not None)
    printed = max((one.printed_date or "", other.printed_date or ""), key=len) or None
    return replace(one, stamp=stamp, printed_date=printed, unsure=unsure)


def share_stamps(pages: Sequence[Sequence[Draft]], stamps: Sequence[tuple[int, StampFound]]) -> None:
    """Give each stamp to the endorsement it was received under; `pages` holds the endorsements of each page, `stamps` name theirs.

    A stamp of the unit that wrote an endorsement is on what came to it, the one before; any other is on the newest not after it.
    """
    drafts = [draft for page in pages for draft in page]
    shares: dict[int, list[StampFound]] = {n: [] for n in range(len(drafts))}
    for at, stamp in stamps:
        first = sum(len(page) for page in pages[:at])
        own = range(first, first + len(pages[at]))
        written = _written_by(drafts, own, stamp.stamp)
        place = _newest(drafts, range(written) if written else own, stamp.stamp)
        if place is not None:
            shares[place].append(stamp)
    for n, share in shares.items():
        add_stamps(drafts[n], share)


def parted(
    host: Draft, notes: Sequence[Draft], above: Sequence[StampFound], below: Sequence[StampFound]
) -> tuple[list[StampFound], list[StampFound]]:
    """Return the stamps of a page that a paper shares with what is endorsed below it: those on the paper, those on the endorsements.

    A stamp is on what it is not dated before and whose addressee its unit is, else on what stands where it does.
    """
    placed = [*((stamp, False) for stamp in above), *((stamp, True) for stamp in below)]
    noted = [_on_notes(host, notes, stamp.stamp, below=under) for stamp, under in placed]
    parts: tuple[list[StampFound], list[StampFound]] = [], []
    for (stamp, _), on in zip(placed, noted, strict=True):
        parts[on].append(stamp)
    return parts


def _on_notes(host: Draft, notes: Sequence[Draft], stamp: Stamp, *, below: bool) -> bool:
    early = [_before(stamp.date, draft.instrument.date) for draft in (host, *notes)]
    if early[0] != all(early[1:]):
        return early[0]
    own, *theirs = [_addressed(stamp.unit or "", draft.instrument) for draft in (host, *notes)]
    return below if own == max(theirs) else own < max(theirs)


def _addressed(unit: str, paper: Instrument) -> int:
    """Return how many letters on end most of a unit's name shares with an addressee of a paper; 0 when it is nobody's."""
    name = unit.replace(" ", "")
    shared = max((_alike(name, to) for to in paper.to), default=0)
    return shared if shared >= max(_OWN_NAME, _MOST_OF_NAME * len(name)) else 0


def _newest(drafts: Sequence[Draft], places: Sequence[int], stamp: Stamp) -> int | None:
    """Return the newest of the endorsements that is not after the stamp, else the oldest."""
    days = [(on, n) for n in places if (on := drafts[n].instrument.date)]
    before = [(on, n) for on, n in days if stamp.date and on <= stamp.date]
    return max(before)[1] if before else min(days)[1] if days else next(iter(places), None)


def _written_by(drafts: Sequence[Draft], places: Sequence[int], stamp: Stamp) -> int:
    """Return which endorsement, not the first of all, the stamp's own unit signed on that day or later; 0 when none or several.

    Who signed several sent nothing to itself.
    """
    alike = [_shared(stamp.unit or "", draft.instrument) for draft in drafts]
    best = [n for n, length in enumerate(alike) if length >= _OWN_NAME and length == max(alike)]
    if len(best) != 1 or best[0] not in places or _before(drafts[best[0]].instrument.date, stamp.date):
        return 0
    return best[0]


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _shared(unit: str, paper: Instrument) -> int:
    """Return how many letters on end a unit shares with the post that signed a paper, or was acted for."""
    signer = paper.signatory
    post = (signer.acting_for or signer.position or "") if signer else ""
    return _alike(unit, post)


def _alike(one: str, other: str) -> int:
    return SequenceMatcher(None, one.replace(" ", ""), other.replace(" ", "")).find_longest_match().size

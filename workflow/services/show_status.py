"""Who has the paper: the tree of addressees, four counted truths, and where the days went."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from workflow.core.bundle_facts import KIND_THAI
from workflow.core.correction import Correction
from workflow.core.dispatch import DispatchState
from workflow.core.field_names import thai_name
from workflow.core.hops import Hop, Step, hops
from workflow.core.matter import MatterState
from workflow.core.office import Office
from workflow.core.reminder import BESIDE
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.services.recipients import LISTED, AckLine, Recipient, all_recipients, everyone
from workflow.store import matters
from workflow.store.corrections import corrections_of, in_force
from workflow.store.counting import count_matter
from workflow.store.json_shapes import reading_from
from workflow.store.tables import EventRow, MatterRow, MemoRow
from workflow.store.tallies import recipients_counted

__all__ = ["AckLine", "Recipient", "everyone", "list_matters", "office_of", "show_status"]


@dataclass(frozen=True)
class TrailLine:
    """One line of the timeline, with the days since the line before it; `dispatch` when it happened at one addressee."""

    kind: str
    unit: str
    text: str
    when: When
    days: int
    dispatch: int | None = None


@dataclass(frozen=True)
class MemoLine:
    """A paper written for the matter; the files exist once it is rendered."""

    id: int
    kind: str
    unit: str
    number: str
    pages: int
    docx: str
    pdf: str


@dataclass(frozen=True)
class CorrectionLine:
    """A field that a person corrected: in which paper, what was read, what it is, who says so."""

    paper: int
    kind: str
    field: str
    name: str
    was: str | None
    value: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Counts:
    """The four truths, counted apart (one addressee may be counted in several), and what is overdue."""

    sent: int
    received: int
    acknowledged: int
    forwarded: int
    overdue: int
    waiting: int = 0


@dataclass(frozen=True)
class MatterStatus:
    """Everything a person asks about a matter.

    With more than `LISTED` recipients none is listed (`listed` False) and the trail is the matter's own: services/track.py goes down the
    tree from here, unit by unit.
    """

    matter: int
    office: str
    unit: str
    subject: str
    state: str
    state_thai: str
    counts: Counts
    recipients: tuple[Recipient, ...]
    timeline: tuple[TrailLine, ...]
    memos: tuple[MemoLine, ...]
    hops: tuple[Hop, ...]
    corrections: tuple[CorrectionLine, ...] = ()
    listed: bool = True


@dataclass(frozen=True)
class _Found:
    """What the rows say: the trail to show, the events the days are counted from, the addressees and their counts."""

    trail: list[EventRow]
    path: list[EventRow]
    recipients: tuple[Recipient, ...]
    counts: Counts
    listed: bool = True


def show_status(desk: Desk, number: int, *, today: date) -> MatterStatus:
    """Return the status of a matter as of a day; NotFound when there is no such matter."""
    with desk.store.read() as session:
        row = matters.look_at(session, number)
        papers = matters.memos(session, number)
        mended = _corrections(row, in_force(corrections_of(session, number)))
        many = recipients_counted(session, number) > LISTED
        found = _counted(session, number, today) if many else _listed(session, number, today)
    return replace(_status(desk, row, papers, found), corrections=mended)


def _listed(session: Session, number: int, today: date) -> _Found:
    events, recipients = matters.events(session, number), all_recipients(session, number, today)
    return _Found(events, events, recipients, _counts(recipients))


def _counted(session: Session, number: int, today: date) -> _Found:
    """Return the counts alone, and the trail of the matter with that of the addressee that answered last."""
    trunk, counts = matters.trunk(session, number), count_matter(session, number, today)
    told = Counts(counts.total, counts.received, counts.acknowledged, counts.forwarded, counts.overdue, counts.waiting)
    return _Found(trunk, [*trunk, *matters.branch_answered_last(session, number)], (), told, listed=False)


def list_matters(desk: Desk) -> list[MatterRow]:
    """Return every matter, newest first."""
    with desk.store.read() as session:
        return matters.all_matters(session)


def _status(desk: Desk, row: MatterRow, papers: list[MemoRow], found: _Found) -> MatterStatus:
    return MatterStatus(
        matter=row.id or 0, office=row.office, unit=row.unit, subject=row.subject, state=row.state,
        state_thai=MatterState(row.state).thai, counts=found.counts, recipients=found.recipients, timeline=_timeline(found.trail),
        memos=tuple(_memo_line(desk, paper) for paper in papers), hops=tuple(hops(_main_path(found.path), desk.calendar())),
        listed=found.listed,
    )  # fmt: skip


def _corrections(row: MatterRow, made: list[Correction]) -> tuple[CorrectionLine, ...]:
    papers = reading_from(row.reading).instruments if made else ()
    kinds = {n: KIND_THAI[paper.kind] for n, paper in enumerate(papers, 1)}
    return tuple(
        CorrectionLine(c.paper, kinds.get(c.paper, ""), c.field, thai_name(c.field), c.was, c.value, c.by, c.at)
        for c in made
    )


def _counts(tree: tuple[Recipient, ...]) -> Counts:
    flat = everyone(tree)
    return Counts(
        sent=len(flat),
        received=sum(bool(r.receipts) for r in flat),
        acknowledged=sum(bool(r.acknowledgements) for r in flat),
        forwarded=sum(bool(r.children) for r in flat),
        overdue=sum(r.overdue for r in flat),
        waiting=sum(not DispatchState(r.state).answered for r in flat),
    )


def _timeline(events: list[EventRow]) -> tuple[TrailLine, ...]:
    lines: list[TrailLine] = []
    for event in events:
        when = When(event.at, event.timed)
        days = (when.on - lines[-1].when.on).days if lines else 0
        lines.append(TrailLine(event.kind, event.unit, event.text, when, days, event.dispatch_id))
    return tuple(lines)


def _memo_line(desk: Desk, row: MemoRow) -> MemoLine:
    docx, pdf = memo_files(desk, row)
    return MemoLine(row.id or 0, row.kind, row.unit, row.number, row.pages, str(docx), str(pdf))


def _main_path(events: list[EventRow]) -> list[Step]:
    """Return the steps from the letter to the dispatch, then those of the addressee that answered last."""
    trunk = [e for e in events if e.dispatch_id is None and e.kind not in {"drafted", *BESIDE}]
    sent = next((n for n, e in enumerate(trunk) if e.kind == "dispatched"), len(trunk) - 1)
    answers = [e for e in events if e.dispatch_id is not None and e.kind in {"acknowledged", "forwarded"}]
    branch = [e for e in events if answers and e.dispatch_id == answers[-1].dispatch_id and e.kind not in BESIDE]
    return [Step(e.kind, e.unit, When(e.at).on) for e in [*trunk[: sent + 1], *branch]]


def office_of(desk: Desk, number: int) -> Office:
    """Return the office whose matter it is."""
    with desk.store.read() as session:
        return desk.office(matters.look_at(session, number).office)

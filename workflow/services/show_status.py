"""Who has the paper: the tree of addressees, four counted truths, and where the days went."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

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
from workflow.services.write_memo import memo_files
from workflow.store import matters
from workflow.store.corrections import corrections_of, in_force
from workflow.store.json_shapes import reading_from
from workflow.store.tables import AcknowledgementRow, DispatchRow, EventRow, MatterRow, MemoRow, ReceiptRow


@dataclass(frozen=True)
class ReceiptLine:
    """A registry's stamp."""

    unit: str
    number: int
    at: datetime


@dataclass(frozen=True)
class AckLine:
    """A person's word."""

    name: str
    capacity: str
    evidence: str
    at: datetime


@dataclass(frozen=True)
class Recipient:
    """One addressee: how far the paper has come there, and to whom it was passed on."""

    dispatch: int
    memo: int
    unit: str
    post: str
    state: str
    state_thai: str
    reason: str
    sent_at: datetime
    due_on: date
    overdue: bool
    receipts: tuple[ReceiptLine, ...]
    acknowledgements: tuple[AckLine, ...]
    children: tuple["Recipient", ...] = ()


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


@dataclass(frozen=True)
class MatterStatus:
    """Everything a person asks about a matter."""

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


@dataclass(frozen=True)
class _Answers:
    rows: list[DispatchRow]
    receipts: list[ReceiptRow]
    acknowledgements: list[AcknowledgementRow]
    today: date


def show_status(desk: Desk, number: int, *, today: date) -> MatterStatus:
    """Return the status of a matter as of a day; NotFound when there is no such matter."""
    with desk.store.read() as session:
        row = matters.matter(session, number)
        events = matters.events(session, number)
        papers = matters.memos(session, number)
        answers = _Answers(
            matters.dispatches(session, number),
            matters.receipts(session, number),
            matters.acknowledgements(session, number),
            today,
        )
        mended = _corrections(row, in_force(corrections_of(session, number)))
    return replace(_status(desk, row, (events, papers), answers), corrections=mended)


def list_matters(desk: Desk) -> list[MatterRow]:
    """Return every matter, newest first."""
    with desk.store.read() as session:
        return matters.all_matters(session)


def everyone(recipients: Iterable[Recipient]) -> list[Recipient]:
    """Return a tree of recipients as one list, parents before children."""
    return [r for recipient in recipients for r in (recipient, *everyone(recipient.children))]


def _status(desk: Desk, row: MatterRow, trail: tuple[list[EventRow], list[MemoRow]], answers: _Answers) -> MatterStatus:
    events, papers = trail
    tree = _tree(answers)
    return MatterStatus(
        matter=row.id or 0, office=row.office, unit=row.unit, subject=row.subject, state=row.state,
        state_thai=MatterState(row.state).thai, counts=_counts(tree), recipients=tree, timeline=_timeline(events),
        memos=tuple(_memo_line(desk, paper) for paper in papers), hops=tuple(hops(_main_path(events), desk.calendar())),
    )  # fmt: skip


def _corrections(row: MatterRow, made: list[Correction]) -> tuple[CorrectionLine, ...]:
    papers = reading_from(row.reading).instruments if made else ()
    kinds = {n: KIND_THAI[paper.kind] for n, paper in enumerate(papers, 1)}
    return tuple(
        CorrectionLine(c.paper, kinds.get(c.paper, ""), c.field, thai_name(c.field), c.was, c.value, c.by, c.at)
        for c in made
    )


def _tree(answers: _Answers) -> tuple[Recipient, ...]:
    stamps: dict[int, list[ReceiptLine]] = {}
    for stamp in answers.receipts:
        stamps.setdefault(stamp.dispatch_id, []).append(ReceiptLine(stamp.unit, stamp.number, stamp.at))
    words: dict[int, list[AckLine]] = {}
    for word in answers.acknowledgements:
        words.setdefault(word.dispatch_id, []).append(AckLine(word.name, word.capacity, word.evidence, word.at))
    below: dict[int | None, list[DispatchRow]] = {}
    for row in answers.rows:
        below.setdefault(row.parent_id, []).append(row)

    def node(row: DispatchRow) -> Recipient:
        state, key = DispatchState(row.state), row.id or 0
        return Recipient(
            dispatch=key, memo=row.memo_id, unit=row.unit, post=row.post, state=state, state_thai=state.thai, reason=row.reason,
            sent_at=row.sent_at, due_on=row.due_on, overdue=not state.answered and row.due_on < answers.today,
            receipts=tuple(stamps.get(key, ())), acknowledgements=tuple(words.get(key, ())),
            children=tuple(node(child) for child in below.get(key, ())),
        )  # fmt: skip

    return tuple(node(row) for row in below.get(None, ()))


def _counts(tree: tuple[Recipient, ...]) -> Counts:
    flat = everyone(tree)
    return Counts(
        sent=len(flat),
        received=sum(bool(r.receipts) for r in flat),
        acknowledged=sum(bool(r.acknowledgements) for r in flat),
        forwarded=sum(bool(r.children) for r in flat),
        overdue=sum(r.overdue for r in flat),
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
        return desk.office(matters.matter(session, number).office)

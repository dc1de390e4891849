"""The addressees of a matter with what each has answered, put together from rows: all of them, one, or a page of one unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from workflow.core.dispatch import DispatchState
from workflow.store import matters
from workflow.store.tables import AcknowledgementRow, DispatchRow, ReceiptRow

LISTED = 2_000  # so many recipients are read and shown at once; more are counted


@dataclass(frozen=True)
class ReceiptLine:
    """A registry's stamp."""

    unit: str
    number: int
    at: datetime


@dataclass(frozen=True)
class AckLine:
    """A person's word; `evidence` says how it is known (core/evidence_level.py)."""

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
    from_unit: str = ""


@dataclass(frozen=True)
class Answers:
    """Dispatches and what was answered to them, as rows; `today` decides what is overdue."""

    rows: Sequence[DispatchRow]
    receipts: Sequence[ReceiptRow]
    acknowledgements: Sequence[AcknowledgementRow]
    today: date


def tree(answers: Answers) -> tuple[Recipient, ...]:
    """Return the addressees of the owner, each with those it was passed on to; those of a parent that is not there stand at the top."""
    stamps: dict[int, list[ReceiptLine]] = {}
    for stamp in answers.receipts:
        stamps.setdefault(stamp.dispatch_id, []).append(ReceiptLine(stamp.unit, stamp.number, stamp.at))
    words: dict[int, list[AckLine]] = {}
    for word in answers.acknowledgements:
        words.setdefault(word.dispatch_id, []).append(AckLine(word.name, word.capacity, word.evidence, word.at))
    here = {row.id for row in answers.rows}
    below: dict[int | None, list[DispatchRow]] = {}
    for row in answers.rows:
        below.setdefault(row.parent_id if row.parent_id in here else None, []).append(row)

    def node(row: DispatchRow) -> Recipient:
        state, key = DispatchState(row.state), row.id or 0
        return Recipient(
            dispatch=key, memo=row.memo_id, unit=row.unit, post=row.post, state=state, state_thai=state.thai, reason=row.reason,
            sent_at=row.sent_at, due_on=row.due_on, overdue=not state.answered and row.due_on < answers.today,
            receipts=tuple(stamps.get(key, ())), acknowledgements=tuple(words.get(key, ())),
            children=tuple(node(child) for child in below.get(key, ())), from_unit=row.from_unit,
        )  # fmt: skip

    return tuple(node(row) for row in below.get(None, ()))


def everyone(recipients: Iterable[Recipient]) -> list[Recipient]:
    """Return a tree of recipients as one list, parents before children."""
    return [r for recipient in recipients for r in (recipient, *everyone(recipient.children))]


def all_recipients(session: Session, matter: int, today: date) -> tuple[Recipient, ...]:
    """Return every addressee of a matter as a tree."""
    rows = matters.dispatches(session, matter)
    return tree(Answers(rows, matters.receipts(session, matter), matters.acknowledgements(session, matter), today))


def one_recipient(session: Session, matter: int, dispatch: int, today: date) -> Recipient:
    """Return one addressee with those it was passed on to directly; NotFound when the matter has no such dispatch."""
    row = matters.dispatch_of(session, matter, dispatch)
    return _answered(session, [row, *matters.passed_on(session, dispatch)], today)[0]


def recipients_at(
    session: Session, matter: int, unit: str, today: date, part: tuple[int, int]
) -> tuple[int, tuple[Recipient, ...]]:
    """Return how many addressees a unit has, and a part of them (start, length), those who have not answered first."""
    count, rows = matters.dispatches_at(session, matter, unit, part)
    return count, _answered(session, rows, today)


def _answered(session: Session, rows: Sequence[DispatchRow], today: date) -> tuple[Recipient, ...]:
    ids = [row.id or 0 for row in rows]
    return tree(Answers(rows, matters.receipts_of(session, ids), matters.acknowledgements_of(session, ids), today))

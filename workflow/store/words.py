"""Acknowledgements by the batch: how the dispatches stand, and everything that a batch of words changes, each by one statement."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import TextClause, text
from sqlmodel import Session, col, select

from workflow.core.dispatch import DispatchState
from workflow.routing.acknowledging import Acknowledged, Position, Said, Standing
from workflow.store.dialects import on_postgresql
from workflow.store.link_tables import LinkRow
from workflow.store.row_lists import as_list, as_rows, id_list, instant_text, rows_table
from workflow.store.sending_tables import RosterRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, MatterRow

_ACKNOWLEDGEMENT = {
    "dispatch_id": "int",
    "post": "text",
    "name": "text",
    "capacity": "text",
    "evidence": "text",
    "at": "time",
}
_EVENT = {
    "matter_id": "int",
    "dispatch_id": "int",
    "at": "time",
    "timed": "bool",
    "kind": "text",
    "unit": "text",
    "text": "text",
}
_TALLY = {"memo_id": "int", "unit": "text", "acknowledged": "int", "answered": "int"}
_SENDING = {"memo_id": "int", "touched_at": "time"}


@dataclass(frozen=True, slots=True)
class Case:
    """A dispatch as it stands, with what its answer touches; `edition` is that of its link."""

    dispatch: int
    matter: int
    memo: int
    office: str
    standing: Standing
    edition: int


@dataclass(frozen=True, slots=True)
class Change:
    """A word that was taken: the case before it, what it came to, and whether the hour is known."""

    case: Case
    done: Acknowledged
    timed: bool


def cases(session: Session, dispatches: Sequence[int], *, lock: bool) -> dict[int, Case]:
    """Return the dispatches that exist; with `lock`, nobody else answers in their matters until the transaction ends."""
    ids = sorted(set(dispatches))
    if lock:
        _lock_matters(session, ids)
    named = select(DispatchRow.id, DispatchRow.matter_id, DispatchRow.memo_id, MatterRow.office, DispatchRow.unit,
                   DispatchRow.post, DispatchRow.state, DispatchRow.sent_at, RosterRow.title, RosterRow.rank, RosterRow.name, MatterRow.unit,
                   LinkRow.edition)  # type: ignore[call-overload]  # fmt: skip
    joined = (
        named.join(MatterRow, col(MatterRow.id) == col(DispatchRow.matter_id))
        .outerjoin(
            RosterRow, (col(RosterRow.office) == col(MatterRow.office)) & (col(RosterRow.post) == col(DispatchRow.post))
        )
        .outerjoin(LinkRow, col(LinkRow.dispatch_id) == col(DispatchRow.id))
    )
    here = text(f"dispatch.id IN {id_list(session)}").bindparams(ids=as_list(ids))
    said = _said(session, ids)
    return {row[0]: _case(row, said.get(row[0], {})) for row in session.connection().execute(joined.where(here))}


def write_words(session: Session, changes: Sequence[Change]) -> None:
    """Write what the words changed: states, acknowledgements, trail, counters; one statement each."""
    _move(session, changes)
    _insert(session, "acknowledgement", _ACKNOWLEDGEMENT, (_acknowledgement(session, c) for c in changes))
    _insert(session, "event", _EVENT, (_event(session, c) for c in changes))
    _count(session, changes)
    _touch(session, changes)


def take_back(session: Session, dispatch: int, at: datetime) -> None:
    """Begin a new edition of a dispatch's link: the tokens of the one before are worthless."""
    row = session.get(LinkRow, dispatch, with_for_update=True) or LinkRow(dispatch_id=dispatch, edition=0)
    row.edition, row.revoked_at = row.edition + 1, at
    session.add(row)


def _lock_matters(session: Session, ids: Sequence[int]) -> None:
    """Take the matters' rows in order, as every other answer does (PostgreSQL; SQLite has one writer anyway)."""
    if on_postgresql(session):
        matters = f"SELECT matter_id FROM dispatch WHERE id IN {id_list(session)}"
        locking = text(f"SELECT id FROM matter WHERE id IN ({matters}) ORDER BY id FOR NO KEY UPDATE")
        session.connection().execute(locking, {"ids": as_list(ids)})


def _said(session: Session, ids: Sequence[int]) -> dict[int, dict[str, Said]]:
    row = AcknowledgementRow
    here = text(f"acknowledgement.dispatch_id IN {id_list(session)}").bindparams(ids=as_list(ids))
    asked = select(row.dispatch_id, row.post, row.name, row.capacity, row.at, row.evidence).where(here)  # type: ignore[call-overload]
    found: dict[int, dict[str, Said]] = {}
    for dispatch, post, *said in session.connection().execute(asked):
        found.setdefault(dispatch, {})[post] = Said(*said)
    return found


def _case(row: Any, said: Mapping[str, Said]) -> Case:
    dispatch, matter, memo, office, unit, post, state, sent_at, title, rank, name, owner, edition = row
    position = None if title is None else Position(title, f"{rank} {name}".strip() if name else "")
    return Case(
        dispatch,
        matter,
        memo,
        office,
        Standing(unit, post, DispatchState(state), sent_at, said, position, owner),
        edition or 0,
    )


def _move(session: Session, changes: Sequence[Change]) -> None:
    moved: dict[str, list[int]] = {}
    for change in changes:
        if change.done.state != change.done.before:
            moved.setdefault(change.done.state, []).append(change.case.dispatch)
    for state, ids in moved.items():
        _run(
            session,
            f"UPDATE dispatch SET state = :state WHERE id IN {id_list(session)}",
            ids=as_list(ids),
            state=str(state),
        )


def _acknowledgement(session: Session, change: Change) -> dict[str, Any]:
    said = change.done.said
    return {"dispatch_id": change.case.dispatch, "post": change.done.post, "name": said.name, "capacity": said.capacity,
            "evidence": said.evidence, "at": instant_text(session, said.at)}  # fmt: skip


def _event(session: Session, change: Change) -> dict[str, Any]:
    return {"matter_id": change.case.matter, "dispatch_id": change.case.dispatch, "at": instant_text(session, change.done.said.at),
            "timed": change.timed, "kind": "acknowledged", "unit": change.case.standing.unit, "text": change.done.text}  # fmt: skip


def _insert(session: Session, table: str, columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    _run(
        session, f"INSERT INTO {table} ({names}) SELECT {names} FROM {rows_table(session, columns)}", rows=as_rows(rows)
    )


def _count(session: Session, changes: Sequence[Change]) -> None:
    """Add up what the words move in each unit's counters, then move each counter once."""
    first: Counter[tuple[int, str]] = Counter()
    answered: Counter[tuple[int, str]] = Counter()
    for change in changes:
        place = (change.case.memo, change.case.standing.unit)
        first[place] += change.done.first
        answered[place] += change.done.answers
    rows = [
        {"memo_id": memo, "unit": unit, "acknowledged": n, "answered": answered[memo, unit]}
        for (memo, unit), n in sorted(first.items())
    ]
    moved = ", ".join(f"{name} = tally.{name} + r.{name}" for name in ("acknowledged", "answered"))
    here = "tally.memo_id = r.memo_id AND tally.unit = r.unit"
    _run(session, f"UPDATE tally SET {moved} FROM {rows_table(session, _TALLY)} WHERE {here}", rows=as_rows(rows))


def _touch(session: Session, changes: Sequence[Change]) -> None:
    last = {c.case.memo: c.done.said.at for c in changes}
    rows = as_rows({"memo_id": memo, "touched_at": instant_text(session, at)} for memo, at in last.items())
    source = rows_table(session, _SENDING)
    _run(
        session,
        f"UPDATE sending SET touched_at = r.touched_at, moves = sending.moves + 1 FROM {source} WHERE sending.memo_id = r.memo_id",
        rows=rows,
    )


def _run(session: Session, statement: str, **values: object) -> None:
    session.connection().execute(_text(statement), values)


_KNOWN: dict[str, TextClause] = {}


def _text(statement: str) -> TextClause:
    return _KNOWN.setdefault(statement, text(statement))

"""Whoever changes a sealed row through the program leaves what it said before, in the same transaction (`row_change`).

The session does so by itself for every row it changes or deletes; of a row without a number of its own (`sealed.NOTED`) also what it says
at first. A statement that changes many rows at once says so by `note_many`. Whoever changes a row holds its lock: two who change it at
once on PostgreSQL would each note what the other one had not said yet.
"""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session as AnySession
from sqlalchemy.orm import UOWTransaction
from sqlmodel import Session, col, insert, select

from workflow.store.seal_tables import ChangeRow
from workflow.store.sealed import CHANGES, DELETED, FOLLOWS, NOTED, Kept, kept

GONE = "saraban_gone"  # rows deleted in this session: SQLite may give their numbers to new ones


def note_many(session: Session, table: str, memo: int, **changed: tuple[Any, Any]) -> None:
    """Say that one statement changes all such rows of a memo: each column from `old` to `new` (old None: whatever it was)."""
    plain = {name: [_plain(table, name, old), _plain(table, name, new)] for name, (old, new) in changed.items()}
    session.add(ChangeRow(tab=table, row=None, said={"memo_id": memo, **plain}))


def _plain(table: str, name: str, value: Any) -> Any:
    words = kept(table).words({name: value})
    return words.get(name, value)  # a column that is not sealed itself (a state) is named as it is


def _before_flush(session: AnySession, _context: UOWTransaction, _instances: object) -> None:
    changed = [row for row in session.dirty if _sealed(row) and session.is_modified(row)]
    notes = [_note(row, _changes(row)) for row in changed]
    for row in [row for row in session.deleted if _sealed(row)]:
        session.info.setdefault(GONE, set()).add((row.__tablename__, _key(row)))
        notes.append(_note(row, {name: [value, None] for name, value in _words(row).items()}))
    session.add_all(note for note in notes if note.said)


def _after_flush(session: AnySession, _context: UOWTransaction) -> None:
    gone = session.info.get(GONE, ())
    for row in [row for row in session.new if _sealed(row)]:
        name, key = row.__tablename__, _key(row)
        if name in NOTED or (name, key) in gone or (name in DELETED and _told_of(session, name, key)):
            said = {column: [None, value] for column, value in _words(row).items()}
            session.connection().execute(insert(ChangeRow).values(tab=name, row=key, said=said))


def _told_of(session: AnySession, name: str, key: int) -> bool:
    """Whether an earlier row had this number: SQLite gives the last one out again."""
    asked = select(ChangeRow.id).where(col(ChangeRow.tab) == name, col(ChangeRow.row) == key)
    return session.connection().execute(asked.limit(1)).first() is not None


def _sealed(row: Any) -> bool:
    name = getattr(row, "__tablename__", "")
    return name in NOTED or (name in FOLLOWS and name != CHANGES)


def _key(row: Any) -> int:
    return int(getattr(row, kept(row.__tablename__).key))


def _note(row: Any, said: dict[str, Any]) -> ChangeRow:
    return ChangeRow(tab=row.__tablename__, row=_key(row), said=said)


def _changes(row: Any) -> dict[str, Any]:
    columns, state = kept(row.__tablename__), inspect(row)
    old: dict[str, Any] = {}
    for name in columns.columns:
        history = state.attrs[name].load_history()
        if history.has_changes():
            old[name] = history.deleted[0] if history.deleted else None
    before, now = columns.words(old), columns.words({name: getattr(row, name) for name in old})
    return {name: [before.get(name), now.get(name)] for name in old if before.get(name) != now.get(name)}


def _words(row: Any) -> dict[str, Any]:
    columns: Kept = kept(row.__tablename__)
    return columns.words({name: getattr(row, name) for name in columns.columns})


def watch() -> None:
    """Let every session note what it changes; safe to call again."""
    for name, heard in (("before_flush", _before_flush), ("after_flush", _after_flush)):
        if not event.contains(Session, name, heard):
            event.listen(Session, name, heard)

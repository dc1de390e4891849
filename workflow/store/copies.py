"""Copies of memos and merges: what is made already, a page of rows at a time, so that memory stays flat whatever the count."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, delete
from sqlmodel import Session, SQLModel, col, func, select

from workflow.store.copy_tables import CopyMasterRow, CopyRow, MergePieceRow, MergeRow
from workflow.store.dialects import inserting
from workflow.store.engine import Store
from workflow.store.tables import DispatchRow

PAGE = 500


def recipients(store: Store, memo_id: int) -> Iterator[list[tuple[int, int, str]]]:
    """Yield (dispatch, copy number, post) of a memo's recipients who have no copy yet, a page at a time, numbered in order of sending."""
    last, number = 0, 0
    while True:
        with store.read() as session:
            where = (DispatchRow.memo_id == memo_id, col(DispatchRow.id) > last)
            rows = session.exec(
                select(DispatchRow.id, DispatchRow.post).where(*where).order_by(col(DispatchRow.id)).limit(PAGE)
            ).all()
            done = set(session.exec(_made(memo_id, [row[0] for row in rows])))
        if not rows:
            return
        yield [(d or 0, number + n, post) for n, (d, post) in enumerate(rows, 1) if d not in done]
        last, number = rows[-1][0] or 0, number + len(rows)


def _made(memo_id: int, dispatches: Sequence[int | None]) -> Any:
    where = (CopyRow.memo_id == memo_id, col(CopyRow.dispatch_id).in_(dispatches), col(CopyRow.delta).is_not(None))
    return select(CopyRow.dispatch_id).where(*where)


def keep_copies(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep copies; one that was made already stays as it is, one that failed before takes its new outcome."""
    _upsert(
        session, CopyRow, rows, ("memo_id", "dispatch_id"), ("delta", "trouble", "name"), col(CopyRow.delta).is_(None)
    )


def copies(store: Store, memo_id: int) -> Iterator[CopyRow]:
    """Yield the copies of a memo that were made, in order."""
    last = 0
    while True:
        with store.read() as session:
            where = (CopyRow.memo_id == memo_id, col(CopyRow.number) > last, col(CopyRow.delta).is_not(None))
            rows = session.exec(select(CopyRow).where(*where).order_by(col(CopyRow.number)).limit(PAGE)).all()
        if not rows:
            return
        yield from rows
        last = rows[-1].number


def copy_to(session: Session, memo_id: int, dispatch_id: int) -> CopyRow | None:
    """Return one recipient's copy, None when it was not made."""
    where = (CopyRow.memo_id == memo_id, CopyRow.dispatch_id == dispatch_id, col(CopyRow.delta).is_not(None))
    return session.exec(select(CopyRow).where(*where)).first()


def count_recipients(session: Session, memo_id: int) -> int:
    """Return to how many the memo was sent."""
    return session.exec(select(func.count()).select_from(DispatchRow).where(DispatchRow.memo_id == memo_id)).one()


def place_of(session: Session, memo_id: int, dispatch_id: int) -> int:
    """Return the number of a recipient's copy: its place in the order of sending."""
    where = (DispatchRow.memo_id == memo_id, col(DispatchRow.id) <= dispatch_id)
    return session.exec(select(func.count()).select_from(DispatchRow).where(*where)).one()


def count_copies(session: Session, memo_id: int) -> int:
    """Return how many copies are made."""
    where = (CopyRow.memo_id == memo_id, col(CopyRow.delta).is_not(None))
    return session.exec(select(func.count()).select_from(CopyRow).where(*where)).one()


def failed_copies(session: Session, memo_id: int) -> list[tuple[int, str, str]]:
    """Return (number, name, trouble) of the copies that could not be made."""
    where = (CopyRow.memo_id == memo_id, col(CopyRow.delta).is_(None))
    found = select(CopyRow.number, CopyRow.name, CopyRow.trouble).where(*where).order_by(col(CopyRow.number))
    return [(number, name, trouble) for number, name, trouble in session.exec(found)]


def forget_copies(session: Session, memo_id: int) -> None:
    """Remove the master and the copies, so that they are made anew."""
    for table in (CopyRow, CopyMasterRow):
        session.exec(delete(table).where(col(table.memo_id) == memo_id))


def merge_by_key(session: Session, key: str) -> MergeRow | None:
    """Return the merge an earlier, equal request began."""
    return session.exec(select(MergeRow).where(MergeRow.key == key)).first()


def made_pieces(session: Session, run_id: int) -> set[int]:
    """Return the lines of a merge whose memos are made."""
    where = (MergePieceRow.run_id == run_id, MergePieceRow.pages > 0)
    return set(session.exec(select(MergePieceRow.number).where(*where)))


def failed_pieces(session: Session, run_id: int) -> list[tuple[int, str]]:
    """Return (line, trouble) of the memos of a merge that could not be made."""
    where = (MergePieceRow.run_id == run_id, MergePieceRow.pages == 0)
    found = select(MergePieceRow.number, MergePieceRow.trouble).where(*where).order_by(col(MergePieceRow.number))
    return [(number, trouble) for number, trouble in session.exec(found)]


def keep_pieces(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep the outcomes of some memos of a merge; one made already stays as it is."""
    _upsert(session, MergePieceRow, rows, ("run_id", "number"), ("pages", "trouble"), col(MergePieceRow.pages) == 0)


def _upsert(
    session: Session,
    table: type[SQLModel],
    rows: Sequence[Mapping[str, Any]],
    key: tuple[str, ...],
    renewed: tuple[str, ...],
    where: Any,
) -> None:
    if not rows:
        return
    shape: Table = table.__table__  # type: ignore[attr-defined]
    statement = inserting(session, shape)
    values = {name: statement.excluded[name] for name in renewed}
    session.connection().execute(
        statement.on_conflict_do_update(index_elements=key, set_=values, where=where), [dict(row) for row in rows]
    )

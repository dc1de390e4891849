"""Questions about the chain, and its next link."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func
from sqlalchemy import select as columns_of
from sqlmodel import Session, SQLModel, col, select

from workflow.core.seal import Batch, absent, batch_digest, digest
from workflow.store.dialects import on_postgresql
from workflow.store.engine import Store
from workflow.store.readable import readable
from workflow.store.seal_tables import SealBatchRow, SealRow
from workflow.store.sealed import CHANGES, FOLLOWS, Kept, kept

ROWS_A_BATCH = 1_000
ROWS_A_SEAL = 20_000
NEVER = 2**31 - 1  # no seal has this number
LATE = timedelta(hours=1)  # a transaction that drew its number before a seal has so long to commit (PostgreSQL)


@contextmanager
def snapshot(store: Store) -> Iterator[Session]:
    """Give a session that sees one moment of the database, however long it asks."""
    engine = store.engine.execution_options(saraban_read=True)
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


def head(session: Session) -> tuple[int, str]:
    """Return the number and the digest of the last seal; (0, "") before the first."""
    row = session.exec(select(SealRow).order_by(col(SealRow.number).desc()).limit(1)).first()
    return (row.number, row.sha256) if row else (0, "")


def unsealed(session: Session, at: datetime) -> tuple[Batch, ...]:
    """Return the next batches to seal: every change first (a row and its changes must not part), then rows up to `ROWS_A_SEAL`."""
    found: list[Batch] = []
    room = ROWS_A_SEAL
    young = _first_since(session, at - LATE)
    for name in FOLLOWS:
        late = _late(session, kept(name), young) if on_postgresql(session) else []
        taken = list(_batches(session, kept(name), _end(session, name), late, None if name == CHANGES else room))
        found += taken
        room -= 0 if name == CHANGES else sum(batch.rows for batch in taken)
    return tuple(found)


def _batches(session: Session, table: Kept, last: int, late: list[int], room: int | None) -> Iterator[Batch]:
    while room is None or room > 0:
        rows = table.after(session, last, ROWS_A_BATCH if room is None else min(ROWS_A_BATCH, room))
        if not rows and not late:
            return
        first, last_now = last + 1, rows[-1][0] if rows else last
        before = list(table.numbered(session, late)) if late else []
        sha256, marks = batch_digest((n, digest(words)) for n, words in [*before, *rows])
        numbers = tuple(n for n, _ in before)
        gone = absent(first, last_now, [n for n, _ in rows])
        yield Batch(table.table.name, first, last_now, gone, numbers, len(before) + len(rows), sha256, marks)
        last, late = last_now, []
        room = None if room is None else room - len(rows)


def _end(session: Session, table: str) -> int:
    """Return the last row of a table that a seal took; one step into the index (`ix_seal_batch_tab_last`)."""
    return session.exec(select(func.max(SealBatchRow.last)).where(SealBatchRow.tab == table)).one() or 0


def _first_since(session: Session, at: datetime) -> int:
    """Return the number of the first seal after a moment; the chain's moments go up with its numbers."""
    asked = select(func.min(SealRow.number)).where(col(SealRow.at) > at)
    return session.exec(asked).one() or NEVER


def _late(session: Session, table: Kept, young: int) -> list[int]:
    """Return the rows that were committed after a seal of higher numbers, not older than `young` (their numbers were drawn before it)."""
    rows = session.exec(
        select(SealBatchRow.missing, SealBatchRow.late).where(  # not the marks, which are as long as the rows are many
            col(SealBatchRow.seal) >= young, SealBatchRow.tab == table.table.name
        )
    ).all()
    taken = {n for _, late in rows for n in late}
    open_ = [(first, last) for missing, _ in rows for first, last in missing]
    return [n for first, last in open_ for n, _ in table.between(session, first, last) if n not in taken]


def keep(session: Session, seal: SealRow, batches: tuple[Batch, ...]) -> None:
    """Add a link to the chain."""
    session.add(seal)
    session.flush()
    session.add_all(_row(seal.number, n, batch) for n, batch in enumerate(batches))


def _row(seal: int, position: int, batch: Batch) -> SealBatchRow:
    listed: dict[str, Any] = {"missing": [list(s) for s in batch.missing], "late": list(batch.late)}
    same = {name: getattr(batch, name) for name in ("first", "last", "rows", "sha256", "marks")}
    return SealBatchRow(seal=seal, position=position, tab=batch.table, **same, **listed)


def chain(session: Session) -> Iterator[tuple[int, SealRow | None, tuple[Batch, ...]]]:
    """Yield the number of every seal, the seal (None: it cannot be read) and what it took, in order; two questions, however many there are."""
    seals, batches = (SQLModel.metadata.tables[name] for name in ("seal", "seal_batch"))
    taken: dict[int, list[Batch | None]] = {}
    asked = columns_of(batches).order_by(batches.c.seal, batches.c.position)
    for key, row in readable(session, asked, [batches.c.seal, batches.c.position]):
        taken.setdefault(key[0], []).append(_batch(row) if row else None)
    for (number,), row in readable(session, columns_of(seals).order_by(seals.c.number), [seals.c.number]):
        of = taken.get(number, [])
        whole = [batch for batch in of if batch]
        yield number, SealRow(**row) if row and len(whole) == len(of) else None, tuple(whole)


def without_seal(session: Session) -> Sequence[int]:
    """Return the numbers of seals that are gone while what they took still lies there: the last one leaves no gap behind it."""
    asked = select(SealBatchRow.seal).distinct().order_by(col(SealBatchRow.seal))
    return session.exec(asked.where(col(SealBatchRow.seal).not_in(select(SealRow.number)))).all()


def misnumbered(session: Session) -> Sequence[int]:
    """Return the seals whose batches do not stand at 0, 1, 2 …: their order is sealed, their places are not."""
    first, last, count = func.min(SealBatchRow.position), func.max(SealBatchRow.position), func.count()
    asked = select(SealBatchRow.seal).group_by(col(SealBatchRow.seal)).order_by(col(SealBatchRow.seal))
    return session.exec(asked.having((first != 0) | (last != count - 1))).all()


def _batch(row: Any) -> Batch:
    return Batch(
        row["tab"], row["first"], row["last"], _spans(row["missing"]), _listed(row["late"]), row["rows"],
        row["sha256"], row["marks"],
    )  # fmt: skip


def _spans(missing: Any) -> tuple[Any, ...]:
    return tuple(tuple(span) if isinstance(span, list) else span for span in _listed(missing))


def _listed(said: Any) -> tuple[Any, ...]:
    return tuple(said) if isinstance(said, list) else (said,)  # a mangled one fails the seal's digest

"""อัตรากำลัง in the database: the whole list of an office comes in at once, and only what differs is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, select

from workflow.core.errors import Refused
from workflow.core.thai_digits import to_thai
from workflow.store.dialects import on_postgresql
from workflow.store.sending_tables import RosterRow

COLUMNS = ("post", "unit", "title", "rank", "name", "email")
_NAMED = ", ".join(COLUMNS)
_NEW_TABLE = f"CREATE TEMPORARY TABLE roster_new (line INTEGER, {', '.join(f'{c} TEXT' for c in COLUMNS)})"
_REMOVE = "DELETE FROM roster WHERE office = :o AND NOT EXISTS (SELECT 1 FROM roster_new n WHERE n.post = roster.post)"
_OTHERS = COLUMNS[1:]
_CHANGE = (
    f"UPDATE roster SET {', '.join(f'{c} = n.{c}' for c in _OTHERS)} FROM roster_new n WHERE roster.office = :o AND n.post = roster.post"  # noqa: S608
    f" AND ({', '.join(f'roster.{c}' for c in _OTHERS)}) <> ({', '.join(f'n.{c}' for c in _OTHERS)})"
)
_ADD = (
    f"INSERT INTO roster (office, {_NAMED}) SELECT CAST(:o AS VARCHAR), {_NAMED} FROM roster_new n"  # noqa: S608
    " WHERE NOT EXISTS (SELECT 1 FROM roster r WHERE r.office = :o AND r.post = n.post) ORDER BY unit, line"
)


@dataclass(frozen=True)
class RosterChange:
    """How many positions came in, changed and went, and how many there are now."""

    added: int
    changed: int
    removed: int
    total: int


def lock_roster(session: Session, office: str) -> None:
    """Let nobody else send to everybody, or import, at the same time (SQLite has one writer anyway)."""
    if on_postgresql(session):
        session.connection().execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:o, 0))"), {"o": f"roster {office}"}
        )


def replace_roster(session: Session, office: str, rows: Iterable[Sequence[str]]) -> RosterChange:
    """Make the roster of the office these rows (`COLUMNS`); positions that stay keep their number.

    New ones come in unit by unit: a piece of a sending then counts for few units. Refused when a position is named twice. 200,000 rows
    take a few seconds and no memory.
    """
    connection = session.connection()
    connection.execute(text("DROP TABLE IF EXISTS roster_new"))
    connection.execute(text(_NEW_TABLE))
    _load(session, ((line, *row) for line, row in enumerate(rows, 1)))
    _refuse_doubles(session)
    connection.execute(text("CREATE UNIQUE INDEX ix_roster_new ON roster_new (post)"))
    removed, changed, added = (connection.execute(text(s), {"o": office}).rowcount for s in (_REMOVE, _CHANGE, _ADD))
    total = connection.execute(text("SELECT count(*) FROM roster_new")).scalar_one()
    connection.execute(text("DROP TABLE roster_new"))
    learn(session, "roster")
    return RosterChange(added, changed, removed, total)


def learn(session: Session, table: str) -> None:
    """Let PostgreSQL learn at once what it holds now: until it has, it reads a big table in the worst of ways."""
    if on_postgresql(session):
        session.connection().execute(text(f"ANALYZE {table}"))


def _load(session: Session, rows: Iterable[tuple[Any, ...]]) -> None:
    """Stream the rows into the temporary table by the driver's fastest way."""
    cursor: Any = session.connection().connection.cursor()
    try:
        if on_postgresql(session):
            with cursor.copy(f"COPY roster_new (line, {_NAMED}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            cursor.execute("ANALYZE roster_new")
        else:
            cursor.executemany("INSERT INTO roster_new VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    finally:
        cursor.close()


def _refuse_doubles(session: Session) -> None:
    twice = "SELECT post FROM roster_new GROUP BY post HAVING count(*) > 1 ORDER BY min(line) LIMIT 5"
    if posts := session.connection().execute(text(twice)).scalars().all():
        raise Refused(
            f"เลขที่ตำแหน่งซ้ำในแฟ้ม: {to_thai(', '.join(posts))}", next_step="แก้แฟ้มให้แต่ละตำแหน่งมีบรรทัดเดียว แล้วนำเข้าใหม่"
        )


def position(session: Session, office: str, post: str) -> RosterRow | None:
    """Return a position of the roster by its number."""
    return session.exec(select(RosterRow).where(RosterRow.office == office, RosterRow.post == post)).first()

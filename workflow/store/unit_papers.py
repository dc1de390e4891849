"""The papers that lie before a unit or a post, over all matters: found by the units' counters, so that what was answered is not read again."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from workflow.store.counting import day_value


class Tray(StrEnum):
    """Which papers of an inbox: those with something left to do, some of these, or those that are done."""

    OPEN = "open"
    OVERDUE = "overdue"
    UNSTAMPED = "unstamped"
    STAMPED = "stamped"
    DONE = "done"

    @property
    def thai(self) -> str:
        """The officer's words for it."""
        return _THAI[self]


_THAI = {
    Tray.OPEN: "ต้องทำ",
    Tray.OVERDUE: "เกินกำหนด",
    Tray.UNSTAMPED: "ยังไม่ลงรับ",
    Tray.STAMPED: "รอรับทราบ",
    Tray.DONE: "ทำแล้ว",
}
_OPEN = "d.state IN ('sent', 'received')"
_STAMPED = "EXISTS (SELECT 1 FROM receipt r WHERE r.dispatch_id = d.id)"
_TRAYS = {
    Tray.OPEN: _OPEN,
    Tray.OVERDUE: f"{_OPEN} AND d.due_on < :today",
    Tray.UNSTAMPED: f"{_OPEN} AND NOT {_STAMPED}",
    Tray.STAMPED: f"{_OPEN} AND {_STAMPED}",
    Tray.DONE: f"NOT ({_OPEN})",
}
# A position of the roster answers by its own link; the tray of a unit holds what came to its posts.
_POSITION = "EXISTS (SELECT 1 FROM roster p WHERE p.office = m.office AND p.post = d.post)"
_OF_UNIT = f"""
    FROM matter m CROSS JOIN sending s CROSS JOIN tally t CROSS JOIN dispatch d
    WHERE m.office = :office AND s.matter_id = m.id AND t.memo_id = s.memo_id AND t.unit = :unit
      AND d.matter_id = m.id AND d.unit = t.unit AND +d.memo_id = s.memo_id AND NOT {_POSITION}"""  # +: SQLite shall look by unit, not by memo
_OF_POST = """
    FROM dispatch d CROSS JOIN matter m
    WHERE d.post = :post AND m.id = d.matter_id AND m.office = :office"""


@dataclass(frozen=True)
class Before:
    """Whose papers: a unit's, or (where one is named) those sent to a post; as of a day."""

    office: str
    unit: str
    post: str | None
    today: date


def count_trays(session: Session, before: Before) -> dict[Tray, int]:
    """Return how many papers lie in each tray."""
    source, given = _source(session, before)
    sums = ", ".join(f"coalesce(sum(CASE WHEN {where} THEN 1 ELSE 0 END), 0)" for where in _TRAYS.values())
    row = session.connection().execute(text(f"SELECT {sums} {source}"), given).one()
    return dict(zip(_TRAYS, map(int, row), strict=True))


def papers_in(session: Session, before: Before, tray: Tray, part: tuple[int, int]) -> list[int]:
    """Return the dispatches of a part (start, length) of a tray: the soonest due first; of what is done, the newest first."""
    source, given = _source(session, before)
    order = "d.id DESC" if tray == Tray.DONE else "d.due_on, d.id"
    statement = f"SELECT d.id {source} AND {_TRAYS[tray]} ORDER BY {order} LIMIT :length OFFSET :start"
    given |= {"start": part[0], "length": part[1]}
    return list(session.connection().execute(text(statement), given).scalars())


def _source(session: Session, before: Before) -> tuple[str, dict[str, Any]]:
    given = {"office": before.office, "today": day_value(session, before.today)}
    if before.post is not None:
        return _OF_POST, {**given, "post": before.post}
    return _OF_UNIT, {**given, "unit": before.unit}

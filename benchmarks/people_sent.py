"""A matter sent to very many people, as rows: every unit of an office has as many positions, each position one dispatch."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import Session

from workflow.core.when import When
from workflow.entrypoints.clock import now
from workflow.routing.seats import tree_of
from workflow.services.desk import Desk
from workflow.store.sending_tables import RosterRow, SendingRow, TallyRow
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.store.tallies import keep_tree

DAY = now().date() - timedelta(days=1)  # links grow old
PIECE = 20_000


@dataclass(frozen=True)
class Sent:
    """The matter and the memo that went to so many."""

    matter: int
    memo: int
    people: int


def send_to_people(desk: Desk, office_code: str, people: int, units: list[str] | None = None) -> Sent:
    """Write a matter sent to so many positions, spread over the office's units (or over these)."""
    office = desk.office(office_code)
    with desk.store.write() as session:
        matter, memo = _paper(session, office_code, office.owner_unit)
        tree = tree_of(office.chart, DAY)
        keep_tree(session, tree)
        seats = {seat.unit: seat.seat for seat in tree.seats}
        spread = units or list(seats)
        _sending(session, matter, memo, (office.owner_unit, tree.name, people))
        for start in range(0, people, PIECE):
            _piece(
                session,
                office_code,
                (matter, memo, office.owner_unit),
                [spread[n % len(spread)] for n in range(start, min(start + PIECE, people))],
                start,
            )
        _count(session, matter, memo, people, spread, seats)
    if desk.store.engine.dialect.name == "postgresql":
        with desk.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    return Sent(matter, memo, people)


def _paper(session: Session, office: str, unit: str) -> tuple[int, int]:
    at = When.day(DAY).at
    matter = MatterRow(
        office=office, unit=unit, subject="แจ้งเวียนเพื่อทราบ", state="dispatched", sha256=f"{office}{at}", file_name="x"
    )
    matter.opened_at = at
    session.add(matter)
    session.flush()
    memo = MemoRow(
        matter_id=matter.id or 0,
        kind="forwarding-note",
        unit=unit,
        key=f"people:{matter.id}",
        number="๐๐๓๓/๑",
        dated=DAY,
    )
    session.add(memo)
    session.flush()
    return matter.id or 0, memo.id or 0


def _sending(session: Session, matter: int, memo: int, what: tuple[str, str, int]) -> None:
    unit, tree, people = what
    sending = SendingRow(
        memo_id=memo, matter_id=matter, from_unit=unit, predicate="ข้าราชการทุกคน", planned=people, state="sent",
        due_on=DAY + timedelta(days=7), calendar_version="benchmark", tree=tree,
    )  # fmt: skip
    sending.sent_at = sending.touched_at = When.day(DAY).at
    session.add(sending)
    session.flush()


def _piece(session: Session, office: str, what: tuple[int, int, str], units: list[str], start: int) -> None:
    matter, memo, owner = what
    shared: dict[str, Any] = {
        "matter_id": matter, "memo_id": memo, "parent_id": None, "from_unit": owner, "reason": "ข้าราชการทุกคน", "downward": True,
        "state": "sent", "due_on": DAY + timedelta(days=7), "calendar_version": "benchmark", "sent_at": When.day(DAY).at,
    }  # fmt: skip
    numbered = [(unit, f"{n:07d}") for n, unit in enumerate(units, start)]
    connection = session.connection()
    people = [
        {"office": office, "unit": u, "post": p, "title": "เจ้าหน้าที่", "rank": "", "name": f"ตัวอย่าง {p}", "email": ""}
        for u, p in numbered
    ]
    connection.execute(insert(RosterRow), people)
    connection.execute(insert(DispatchRow), [{**shared, "unit": unit, "post": post} for unit, post in numbered])


def _count(session: Session, matter: int, memo: int, people: int, spread: list[str], seats: dict[str, int]) -> None:
    each, more = divmod(people, len(spread))
    none = dict.fromkeys(("received", "acknowledged", "forwarded", "answered", "closed"), 0)
    rows = [
        {"memo_id": memo, "matter_id": matter, "unit": unit, "seat": seats[unit], "total": each + (n < more), **none}
        for n, unit in enumerate(spread)
        if each + (n < more)
    ]
    session.connection().execute(insert(TallyRow), rows)

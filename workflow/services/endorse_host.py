"""Endorsements on the page they ride on: a rendition beside each endorsement's own files, made from the papers that are there."""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, select

from workflow.core.document import Document
from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.thai_digits import to_thai
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.services.order_paper import written_on
from workflow.services.show_recipient import is_numbered
from workflow.services.write_memo import style_for
from workflow.store.json_shapes import document_from
from workflow.store.matters import matter, memos
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.templates.house_style import HouseStyle
from workflow.templates.overlay.endorse import OnHost, endorse
from workflow.templates.whole_file import write_whole


@dataclass(frozen=True)
class Endorsed:
    """A rendition: the endorsement's number, the file, and where each endorsement of the chain stands in it, the oldest first."""

    number: str
    path: Path
    places: tuple[OnHost, ...]


@dataclass(frozen=True)
class _Chain:
    """An endorsement with the paper at the bottom of its chain, what officers wrote on that, and the endorsements up to it."""

    host: MemoRow
    notes: tuple[MemoRow, ...]
    orders: tuple[Document, ...]


def endorse_host(desk: Desk, number: int, unit: str | None = None) -> tuple[Endorsed, ...]:
    """Write `…-on-host.pdf` for every endorsement of a matter (`unit`: of one unit only); the host's own files are not changed.

    NotFound when there is no endorsement, or the host's PDF has not been made.
    """
    with desk.store.read() as session:
        row = matter(session, number)
        office = desk.office(row.office)
        code = find_unit(office.chart, unit).code if unit else None
        chains = [
            chain
            for note in _notes(session, row)
            if code in (None, note.unit)
            for chain in _chain(session, office, note)
        ]
    if not chains:
        raise NotFound(
            f"เรื่องที่ {to_thai(number)} ไม่มีเกษียนที่มีหนังสือต้นเรื่องให้เขียนท้าย",
            next_step=f"เวียนก่อนด้วย saraban dispatch {number} --to …",
        )
    return tuple(_write(desk, chain, style_for(office)) for chain in chains)


def _notes(session: Session, row: MatterRow) -> list[MemoRow]:
    return [memo for memo in memos(session, row.id or 0) if memo.document.get("form") == "endorsement"]


def _chain(session: Session, office: Office, note: MemoRow) -> list[_Chain]:
    """Return the endorsement's chain: what it was passed on from, down to the newest บันทึกข้อความ before it; [] without one."""
    notes, passed_on = [note], _dispatch_of(session, note)
    while passed_on is not None and passed_on.parent_id is not None:
        passed_on = session.get_one(DispatchRow, passed_on.parent_id)
        notes.append(session.get_one(MemoRow, passed_on.memo_id))
    oldest = notes[-1].id or 0
    hosts = [
        memo
        for memo in memos(session, note.matter_id)
        if (memo.id or 0) < oldest and memo.document.get("form") == "memo" and is_numbered(memo.number)
    ]
    return [_Chain(h, tuple(reversed(notes)), tuple(written_on(session, office, h))) for h in hosts[-1:]]


def _dispatch_of(session: Session, note: MemoRow) -> DispatchRow | None:
    query = select(DispatchRow).where(DispatchRow.memo_id == note.id).order_by(col(DispatchRow.id))
    return session.exec(query).first()


def _write(desk: Desk, chain: _Chain, style: HouseStyle) -> Endorsed:
    _, host = memo_files(desk, chain.host)
    if not host.exists():
        raise NotFound(
            f"ยังไม่มีแฟ้ม PDF ของหนังสือ ที่ {chain.host.number}", next_step="สร้างแฟ้มใหม่ด้วย saraban run หรือแจ้งผู้ดูแลระบบ"
        )
    notes = [document_from(note.document) for note in chain.notes]
    made, places = endorse(host.read_bytes(), [*chain.orders, *notes], desk.fonts(), style)
    note = chain.notes[-1]
    _, own = memo_files(desk, note)
    out = own.with_name(f"{own.stem}-on-host.pdf")
    write_whole(out, made)
    return Endorsed(note.number, out, places[len(chain.orders) :])

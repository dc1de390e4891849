"""The memo as it lies before the last officer: opinions on the way, then the order, each under its signature, on the memo's own page.

They are drawn like endorsements: below the memo's print or beside its signature, on a slip where there is no room. An officer who let the
memo pass without a word leaves nothing on the paper; the journey tells of him.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow.core.document import Block, Document, Head, SignatureBlock
from workflow.core.errors import NotFound
from workflow.core.journey import StepState
from workflow.core.office import Office
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.draw_pages import drawn_once
from workflow.services.memo_files import memo_files
from workflow.services.write_memo import style_for
from workflow.store.journey_tables import JourneyStepRow
from workflow.store.journeys import journeys_of, last_journey, steps_of
from workflow.store.matters import matter
from workflow.store.tables import MemoRow
from workflow.templates.compose import printed
from workflow.templates.house_style import HouseStyle
from workflow.templates.overlay.endorse import OnHost, endorse
from workflow.templates.whole_file import write_whole

_KEPT = 200  # papers drawn to be looked at; the oldest are forgotten


@dataclass(frozen=True)
class OrderPaper:
    """The file, the memo's number, and where each opinion and order stands on it."""

    number: str
    path: Path
    places: tuple[OnHost, ...]


@dataclass(frozen=True)
class _Found:
    """The memo's own PDF, what was written on it, and how the office's papers look."""

    number: str
    host: Path
    notes: tuple[Document, ...]
    style: HouseStyle


def order_paper(desk: Desk, number: int) -> OrderPaper:
    """Write `…-with-order.pdf` beside a matter's submitted memo, whose own files are not changed; NotFound while nobody has said anything."""
    found = _found(desk, number)
    made, places = endorse(found.host.read_bytes(), found.notes, desk.fonts(), found.style)
    out = found.host.with_name(f"{found.host.stem}-with-order.pdf")
    write_whole(out, made)
    return OrderPaper(found.number, out, places)


def order_paper_seen(desk: Desk, number: int) -> Path:
    """Return the same paper to look at, drawn once for each state of memo and notes; NotFound while nobody has said anything."""
    found = _found(desk, number)
    host = found.host.read_bytes()
    said = f"{found.notes} {found.style}".encode()
    name = hashlib.sha256(hashlib.sha256(host).digest() + said).hexdigest()[:32]
    path = desk.memo_folder.parent / "previews" / "orders" / f"{name}.pdf"
    return drawn_once(path, _KEPT, lambda: endorse(host, found.notes, desk.fonts(), found.style)[0])


def _found(desk: Desk, number: int) -> _Found:
    with desk.store.read() as session:
        office = desk.office(matter(session, number).office)
        journey = last_journey(session, number)
        memo = session.get_one(MemoRow, journey.memo_id) if journey else None
        notes = written_on(session, office, memo) if memo else []
    if memo is None or not notes:
        raise NotFound(
            f"เรื่องที่ {to_thai(number)} ยังไม่มีความเห็นหรือคำสั่งการบนบันทึก", next_step=f"ดูว่ารอผู้ใดด้วย saraban journey {number}"
        )
    _, host = memo_files(desk, memo)
    if not host.exists():
        raise NotFound(f"ยังไม่มีแฟ้ม PDF ของหนังสือ ที่ {memo.number}", next_step="สร้างแฟ้มใหม่ด้วย saraban run หรือแจ้งผู้ดูแลระบบ")
    return _Found(memo.number, host, tuple(notes), style_for(office))


def written_on(session: Session, office: Office, memo: MemoRow) -> list[Document]:
    """Return what was written on a memo on its last journey, in the order of writing; an earlier journey's paper was another one."""
    own = [journey for journey in journeys_of(session, memo.matter_id) if journey.memo_id == memo.id]
    rows = steps_of(session, [own[-1].id or 0]) if own else []
    said = [(row.position, row.acted_at, row.id, row) for row in rows if row.text and row.acted_at]
    return [_note(row, office) for *_, row in sorted(said)]


def _note(row: JourneyStepRow, office: Office) -> Document:
    lines = [line.strip().removeprefix("-").strip() for line in row.text.splitlines() if line.strip()]
    upward = row.state == StepState.NOTED
    to = (Block("address", printed(f"เรียน {office.chart.post(office.addressee_post).title}")),) if upward else ()
    dash = "" if upward else "- "
    body = tuple(Block("item", printed(dash + line)) for line in lines)
    on = When(row.acted_at).on if row.acted_at else None
    signed = SignatureBlock(
        rank=printed(row.by_rank) if row.by_rank else None, name=printed(row.by_name),
        title_lines=(printed(row.capacity),), dated=short(on) if on else None,
    )  # fmt: skip
    return Document("endorsement", "", Head(unit="", number=""), (*to, *body), signed)

"""One memo before a commander: the paper itself, what is doubtful about the letter it rests on, what changed since it was last before him."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow.core.errors import NotFound
from workflow.core.reading import Finding
from workflow.core.when import When
from workflow.core.word_changes import Change, changes
from workflow.core.working_as import WorkingAs
from workflow.routing.speaking import speaks_for
from workflow.services.desk import Desk
from workflow.services.draw_pages import page_picture_of, pages_in
from workflow.services.explain_paper import RANK, note_of
from workflow.services.explained import Note
from workflow.services.memo_files import memo_files
from workflow.services.order_paper import order_paper_seen
from workflow.services.orders_waiting import WaitingMemo, due_step
from workflow.services.show_journey import JourneyView, show_journey
from workflow.store.corrections import corrections_of, in_force
from workflow.store.json_shapes import document_from, reading_from
from workflow.store.matters import look_at
from workflow.store.memo_versions import versions_of, written_words
from workflow.store.tables import MatterRow, MemoRow
from workflow.templates.breaks import words_of


@dataclass(frozen=True)
class OrderView:
    """What the order page shows; `versus` says against which version `changes` are told ("" when there is only one)."""

    memo: WaitingMemo
    pages: int
    findings: tuple[Note, ...]
    mended: int
    secrets: int
    versus: str
    changes: tuple[Change, ...]
    journey: JourneyView
    helpers: tuple[tuple[str, str], ...]


def show_order(desk: Desk, who: WorkingAs, step: int, when: When) -> OrderView:
    """Return the page of a step whose turn is this desk's; NotFound for any other."""
    waiting = due_step(desk, who, step, when)
    with desk.store.read() as session:
        row = look_at(session, waiting.matter)
        memo = session.get_one(MemoRow, waiting.memo)
        reading = reading_from(row.reading)
        mended = in_force(corrections_of(session, waiting.matter))
        versus, told = _changes(session, memo)
        helpers = tuple(_helpers(desk, row, who))
    fields = {(one.paper - 1, one.field) for one in mended}
    open_doubts = [f for f in reading.findings if f.severity != "info" and (f.instrument, f.field) not in fields]
    return OrderView(
        memo=waiting, pages=_pages(_paper(desk, waiting.matter, waiting.memo)), findings=_notes(open_doubts),
        mended=len(mended), secrets=len(reading.secrets), versus=versus, changes=told,
        journey=show_journey(desk, waiting.matter, today=when.on), helpers=helpers,
    )  # fmt: skip


def order_page(desk: Desk, who: WorkingAs, step: int, page: int, when: When) -> Path:
    """Return a page of the memo as it lies before the officer, with what was written on it before him, as PNG."""
    waiting = due_step(desk, who, step, when)
    pdf = _paper(desk, waiting.matter, waiting.memo)
    if not pdf.exists():
        raise NotFound("ยังไม่มีแฟ้ม PDF ของบันทึกนี้", next_step="แจ้งเจ้าของเรื่องให้ร่างใหม่ หรือแจ้งผู้ดูแลระบบ")
    return page_picture_of(desk, pdf, page)


def _paper(desk: Desk, number: int, memo: int) -> Path:
    """Return the memo's PDF with the opinions on it, or the memo alone while nobody has written on it."""
    with desk.store.read() as session:
        pdf = memo_files(desk, session.get_one(MemoRow, memo))[1]
    try:
        return order_paper_seen(desk, number)
    except NotFound:
        return pdf


def _pages(pdf: Path) -> int:
    return pages_in(pdf) if pdf.exists() else 0


def _changes(session: Session, memo: MemoRow) -> tuple[str, tuple[Change, ...]]:
    """Return what differs from the version before this one: the words submitted last, or those the program wrote."""
    versions = versions_of(session, memo.id or 0)
    if not versions:
        return "", ()
    now = document_from(memo.document)
    before = [document_from(version.document) for version in versions if version.document != memo.document]
    base = before[-1] if before else written_words(session, memo)
    return f"ฉบับก่อนหน้า (จาก {len(versions)} ฉบับ)", changes(base, now, words_of)


def _notes(findings: Sequence[Finding]) -> tuple[Note, ...]:
    return tuple(note_of(f) for f in sorted(findings, key=lambda f: RANK[f.severity]))


def _helpers(desk: Desk, row: MatterRow, who: WorkingAs) -> Iterator[tuple[str, str]]:
    """Yield the posts that may be asked for more: the unit's head, and the officers the memo went through."""
    chart = desk.office(row.office).chart
    head = chart.head(row.unit)
    if head and head.code != speaks_for(who):
        yield head.code, head.title

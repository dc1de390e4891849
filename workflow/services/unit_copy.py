"""One recipient's copy of a memo, whenever somebody asks for it: the bytes kept for it, or those that would be kept; nothing is written down."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow.services.desk import Desk
from workflow.services.draw_pages import drawn_once, page_picture_of, pages_in
from workflow.services.make_copies import copy_of, file_name, names_of, words_digest
from workflow.services.show_recipient import find_memo_file
from workflow.services.write_memo import style_for
from workflow.store.copies import copy_to, count_recipients, place_of
from workflow.store.copy_tables import CopyMasterRow, CopyRow
from workflow.store.matters import dispatch_of, written_memo
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.templates.copies import Copy, copy_delta, copy_pdf
from workflow.templates.copies_docx import copy_docx
from workflow.templates.copies_master import make_master, read_master

_KEPT = 400  # copies made to be looked at; the oldest are forgotten, and made anew when somebody asks


@dataclass(frozen=True)
class UnitCopy:
    """A recipient's copy: its PDF and its pages, whose it is, its number among `of`; `sent` when it was kept as it went out."""

    pdf: Path
    pages: int
    name: str
    number: int
    of: int
    sent: bool
    file_name: str


@dataclass(frozen=True)
class _Found:
    """The rows of a copy: the dispatch, its memo, the master and the copy where they were kept."""

    sent: DispatchRow
    memo: MemoRow
    master: CopyMasterRow | None
    kept: CopyRow | None
    office: str
    number: int
    of: int


def unit_copy(desk: Desk, matter: int, dispatch: int) -> UnitCopy:
    """Return a recipient's copy; NotFound when the matter has no such dispatch, or the memo's file is not made yet."""
    with desk.store.read() as session:
        found = _found(session, matter, dispatch)
    row = _row(desk, found)
    path = _as_sent(desk, found.master, row) if found.master and found.kept else _as_will_be_sent(desk, found, row)
    return UnitCopy(path, pages_in(path), row.name, row.number, found.of, found.kept is not None, file_name(row))


def unit_copy_page(desk: Desk, matter: int, dispatch: int, page: int) -> Path:
    """Return a page of a recipient's copy as PNG; NotFound when it has no such page."""
    return page_picture_of(desk, unit_copy(desk, matter, dispatch).pdf, page)


def unit_copy_docx(desk: Desk, matter: int, dispatch: int) -> tuple[bytes, str]:
    """Return the memo's DOCX with the recipient's name and the copy's number at the same place, and the name to keep it under."""
    with desk.store.read() as session:
        found = _found(session, matter, dispatch)
    docx, row = find_memo_file(desk, found.memo.id or 0, "docx").path.read_bytes(), _row(desk, found)
    made = copy_docx(docx, Copy(row.name, row.number, found.of), style_for(desk.office(found.office)))
    return made, f"{Path(file_name(row)).stem}.docx"


def _found(session: Session, matter: int, dispatch: int) -> _Found:
    sent = dispatch_of(session, matter, dispatch)
    memo, kept = written_memo(session, sent.memo_id), copy_to(session, sent.memo_id, dispatch)
    office, number = session.get_one(MatterRow, matter).office, place_of(session, sent.memo_id, dispatch)
    master, of = session.get(CopyMasterRow, sent.memo_id), count_recipients(session, sent.memo_id)
    return _Found(sent, memo, master, kept, office, number, of)


def _row(desk: Desk, found: _Found) -> CopyRow:
    """Return the copy as it was kept, or as it would be: whose it is and its number."""
    memo, sent = found.memo.id or 0, found.sent
    return found.kept or CopyRow(
        memo_id=memo, dispatch_id=sent.id or 0, number=found.number, name=names_of(desk, memo)(sent.post)
    )


def _as_sent(desk: Desk, master: CopyMasterRow, row: CopyRow) -> Path:
    pdf = master.pdf + (row.delta or b"")
    return drawn_once(_place(desk, row, pdf), _KEPT, lambda: pdf)


def _as_will_be_sent(desk: Desk, found: _Found, row: CopyRow) -> Path:
    words = words_digest(found.memo)
    copy = copy_of((row.name, row.number, found.of), desk.url, found.sent.matter_id, row.dispatch_id)
    said = f"{words} {found.master.made_at if found.master else ''} {copy}"
    return drawn_once(_place(desk, row, said.encode()), _KEPT, lambda: _drawn(desk, found, words, copy))


def _drawn(desk: Desk, found: _Found, words: str, copy: Copy) -> bytes:
    file, fonts = find_memo_file(desk, found.memo.id or 0, "pdf").path, desk.fonts().regular
    pdf = found.master.pdf if found.master and found.master.words == words else None
    master = read_master(pdf or make_master(file.read_bytes(), fonts, style_for(desk.office(found.office))))
    return copy_pdf(master, copy_delta(master, copy, fonts))


def _place(desk: Desk, row: CopyRow, shown: bytes) -> Path:
    return desk.memo_folder.parent / "unit-copies" / f"{row.dispatch_id}-{hashlib.sha256(shown).hexdigest()[:32]}.pdf"

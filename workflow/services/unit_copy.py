"""One recipient's copy of a memo, whenever somebody asks for it: the bytes kept for it, or those that would be kept; nothing is written down."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow.services.desk import Desk
from workflow.services.draw_pages import forget_oldest, page_picture_of, pages_in
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
from workflow.templates.whole_file import write_whole

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
    if found.master and found.kept:
        pdf, name = found.master.pdf + (found.kept.delta or b""), found.kept.name
        path = _laid(desk, dispatch, hashlib.sha256(pdf).hexdigest(), pdf)
        return UnitCopy(path, pages_in(path), name, found.kept.number, found.of, True, file_name(found.kept))
    copy = _copy(desk, found)
    path = _made(desk, found, copy)
    row = CopyRow(memo_id=found.memo.id or 0, dispatch_id=dispatch, number=copy.number, name=copy.name)
    return UnitCopy(path, pages_in(path), copy.name, copy.number, copy.of, False, file_name(row))


def unit_copy_page(desk: Desk, matter: int, dispatch: int, page: int) -> Path:
    """Return a page of a recipient's copy as PNG; NotFound when it has no such page."""
    return page_picture_of(desk, unit_copy(desk, matter, dispatch).pdf, page)


def unit_copy_docx(desk: Desk, matter: int, dispatch: int) -> tuple[bytes, str]:
    """Return the memo's DOCX with the recipient's name and the copy's number at the same place, and the name to keep it under."""
    made = unit_copy(desk, matter, dispatch)
    with desk.store.read() as session:
        found = _found(session, matter, dispatch)
    docx = find_memo_file(desk, found.memo.id or 0, "docx").path.read_bytes()
    whose = Copy(made.name, made.number, made.of)
    return copy_docx(docx, whose, style_for(desk.office(found.office))), f"{Path(made.file_name).stem}.docx"


def _found(session: Session, matter: int, dispatch: int) -> _Found:
    sent = dispatch_of(session, matter, dispatch)
    memo, kept = written_memo(session, sent.memo_id), copy_to(session, sent.memo_id, dispatch)
    office, number = session.get_one(MatterRow, matter).office, place_of(session, sent.memo_id, dispatch)
    master, of = session.get(CopyMasterRow, sent.memo_id), count_recipients(session, sent.memo_id)
    return _Found(sent, memo, master, kept, office, number, of)


def _copy(desk: Desk, found: _Found) -> Copy:
    sent, names = found.sent, names_of(desk, found.memo.id or 0)
    return copy_of((names(sent.post), found.number, found.of), desk.url, sent.matter_id, sent.id or 0)


def _made(desk: Desk, found: _Found, copy: Copy) -> Path:
    """Return the copy's file, made when it does not lie there yet."""
    words = words_digest(found.memo)
    said = f"{words} {found.master.made_at if found.master else ''} {copy}"
    name = hashlib.sha256(said.encode()).hexdigest()
    if (known := _place(desk, found.sent.id or 0, name)).exists():
        return known
    file, fonts = find_memo_file(desk, found.memo.id or 0, "pdf").path, desk.fonts().regular
    pdf = found.master.pdf if found.master and found.master.words == words else None
    master = read_master(pdf or make_master(file.read_bytes(), fonts, style_for(desk.office(found.office))))
    return _laid(desk, found.sent.id or 0, name, copy_pdf(master, copy_delta(master, copy, fonts)))


def _place(desk: Desk, dispatch: int, name: str) -> Path:
    return desk.memo_folder.parent / "unit-copies" / f"{dispatch}-{name[:32]}.pdf"


def _laid(desk: Desk, dispatch: int, name: str, pdf: bytes) -> Path:
    path = _place(desk, dispatch, name)
    if not path.exists():
        forget_oldest(path.parent, _KEPT)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, pdf)
    return path

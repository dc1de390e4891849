"""Make a copy of a sent memo for every recipient: one body for all, and what is each one's own; safe to stop and to run again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import Session

from workflow.core.errors import Refused
from workflow.services.desk import Desk
from workflow.services.write_memo import memo_files, render_memos
from workflow.store import copies as store
from workflow.store.tables import CopyMasterRow, CopyRow, MatterRow
from workflow.templates.compose import printed
from workflow.templates.copies.copy import Copy, delta
from workflow.templates.copies.master import Master, opened_master, prepared
from workflow.templates.copies.print_file import write_all

_AT_ONCE = 500


@dataclass(frozen=True)
class Copied:
    """How many copies the memo has now, and how many of them this run made."""

    copies: int
    made: int


def copy_memo(desk: Desk, memo: int, progress: Callable[[int, int], None] = lambda done, of: None) -> Copied:
    """Make the copies that are still missing; `progress` hears how many of how many there are.

    Refused when the memo has no number or no recipient. Every five hundred copies are one transaction.
    """
    with desk.store.read() as session:
        wanted = _wanted(session, memo)
    master, made = _master(desk, memo), 0
    while True:
        with desk.store.write() as session:
            fresh = [*_next(session, desk, memo, master)]
            session.add_all(fresh)
            made += len(fresh)
            done = store.last_number(session, memo) if not fresh else fresh[-1].number
        progress(done, wanted)
        if not fresh:
            return Copied(done, made)


def _wanted(session: Session, memo: int) -> int:
    row, wanted = store.memo_of(session, memo), store.count_recipients(session, memo)
    if not row.number or not wanted:
        raise Refused("บันทึกนี้ยังไม่ได้ออกเลขหรือยังไม่ได้ส่งถึงผู้ใด จึงไม่มีสำเนารายผู้รับ", next_step="ส่งบันทึกด้วย saraban dispatch ก่อน")
    return wanted


def _master(desk: Desk, memo: int) -> Master:
    """Return the body all copies share; made and kept before the first copy, so that every copy adds to the same bytes."""
    with desk.store.read() as session:
        known, row = store.master_of(session, memo), store.memo_of(session, memo)
        matter = row.matter_id
    if known is None:
        render_memos(desk, matter)
        body = prepared(memo_files(desk, row)[1].read_bytes(), desk.fonts().regular)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "body.pdf"
            path.write_bytes(body)
            sha256 = desk.originals.keep(path)
        with desk.store.write() as session:
            known = store.master_of(session, memo) or CopyMasterRow(memo_id=memo, sha256=sha256)
            session.add(known)
    return opened_master(desk.originals.path(known.sha256).read_bytes())


def _next(session: Session, desk: Desk, memo: int, master: Master) -> Iterator[CopyRow]:
    row = store.memo_of(session, memo)
    chart = desk.office(session.get_one(MatterRow, row.matter_id).office).chart
    last = store.last_number(session, memo)
    for number, to in enumerate(store.without_copy(session, memo, _AT_ONCE), last + 1):
        copy = Copy(printed(chart.post(to.post).title), number, _page(desk, row.matter_id, to.dispatch))
        yield CopyRow(
            dispatch_id=to.dispatch, memo_id=memo, number=number, name=copy.name,
            added=delta(master, copy, desk.fonts().regular),
        )  # fmt: skip


def _page(desk: Desk, matter: int, dispatch: int) -> str:
    """Return the address of the page that follows this copy."""
    return f"{desk.address}/matters/{matter}/recipients/{dispatch}"


def copy_bytes(desk: Desk, dispatch: int) -> bytes:
    """Return a recipient's copy as a whole PDF; NotFound before it is made."""
    with desk.store.read() as session:
        row = store.copy_of_dispatch(session, dispatch)
        known = store.master_of(session, row.memo_id)
    return desk.originals.path(known.sha256 if known else "").read_bytes() + row.added


def write_copies(desk: Desk, memo: int, folder: Path) -> int:
    """Write every copy of a memo as a PDF of its own into the folder and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    body, count = _master(desk, memo).data, 0
    for row in _all(desk, memo):
        (folder / f"{row.number:06d}.pdf").write_bytes(body + row.added)
        count += 1
    return count


def write_print_file(desk: Desk, memo: int, path: Path) -> int:
    """Write one PDF of all copies, to print in one go, and return how many pages it has."""
    with desk.store.read() as session:
        matter = store.memo_of(session, memo).matter_id
    made = (Copy(row.name, row.number, _page(desk, matter, row.dispatch_id)) for row in _all(desk, memo))
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("wb") as out:
            pages = write_all(_master(desk, memo), made, desk.fonts().regular, out)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return pages


def _all(desk: Desk, memo: int) -> Iterator[CopyRow]:
    after = 0
    while True:
        with desk.store.read() as session:
            rows = store.copies(session, memo, after, _AT_ONCE)
        if not rows:
            return
        yield from rows
        after = rows[-1].number

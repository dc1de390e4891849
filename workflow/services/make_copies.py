"""Copies of one memo for all its recipients: one master, and for each recipient an update of about a kilobyte.

Batches are kept as they are made, each copy once: killed at any point and asked again, the work goes on where it stopped.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlmodel import Session

from workflow.core.errors import Conflict, NotFound, SarabanError
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.services.write_memo import render_memos, style_for
from workflow.store.copies import (
    copies,
    count_copies,
    count_recipients,
    failed_copies,
    forget_copies,
    keep_copies,
    recipients,
)
from workflow.store.copy_tables import CopyMasterRow, CopyRow
from workflow.store.matters import written_memo
from workflow.store.tables import MatterRow, MemoRow
from workflow.templates.compose import printed
from workflow.templates.copies import Copy, copy_delta, copy_pdf
from workflow.templates.copies_master import Master, make_master, read_master
from workflow.templates.copies_print import write_print_file
from workflow.templates.whole_file import write_whole

Seal = Callable[[bytes], bytes]
_BATCH_NAME = 60  # characters of a name in a file name: a Thai letter takes three of its 255 bytes


@dataclass(frozen=True)
class CopiesRequest:
    """Copies of which memo; `url` is where the tracking page is reached (QR codes lead there).

    `again` makes master and copies anew; `seal` signs the master before the copies are made from it.
    """

    memo: int
    url: str
    when: When
    again: bool = False
    seal: Seal | None = None


@dataclass(frozen=True)
class CopiesMade:
    """How many recipients there are, how many copies are made in all and by this call, and (number, name, why) of those that failed."""

    memo: int
    total: int
    made: int
    now: int
    failed: tuple[tuple[int, str, str], ...]


def make_copies(
    desk: Desk, request: CopiesRequest, tell: Callable[[int, int], None] = lambda done, total: None
) -> CopiesMade:
    """Make the copies that are missing; `tell` hears after every batch how many recipients are dealt with, of how many."""
    work, before = _begin(desk, request)
    dealt = before
    tell(dealt, work.total)
    for page in recipients(desk.store, request.memo):
        rows = [_made(work, request, *one) for one in page]
        with desk.store.write() as session:
            keep_copies(session, rows)
        dealt += len(rows)
        tell(dealt, work.total)
    with desk.store.read() as session:
        made, failed = count_copies(session, request.memo), failed_copies(session, request.memo)
    return CopiesMade(request.memo, work.total, made, made - before, tuple(failed))


@dataclass(frozen=True)
class _Work:
    """What every copy of a memo needs; `total` is to how many it was sent."""

    master: Master
    font: Path
    names: Callable[[str], str]
    matter: int
    total: int


def _begin(desk: Desk, request: CopiesRequest) -> tuple[_Work, int]:
    """Return what is needed, the master made when there is none, and how many copies were made before."""
    with desk.store.read() as session:
        matter = written_memo(session, request.memo).matter_id
        total = count_recipients(session, request.memo)
    if not total:
        raise NotFound(
            f"บันทึกลำดับที่ {to_thai(request.memo)} ยังไม่ได้ส่งถึงผู้ใด",
            next_step=f"เวียนก่อนด้วย saraban dispatch {matter} --to …",
        )
    render_memos(desk, matter)
    with desk.store.write() as session:
        if request.again:
            forget_copies(session, request.memo)
        row = session.get(CopyMasterRow, request.memo) or _new_master(session, desk, request)
        _same_words(session, row)
        master, before = read_master(row.pdf), count_copies(session, request.memo)
    return _Work(master, desk.fonts().regular, names_of(desk, request.memo), matter, total), before


def _new_master(session: Session, desk: Desk, request: CopiesRequest) -> CopyMasterRow:
    memo = written_memo(session, request.memo)
    office = desk.office(session.get_one(MatterRow, memo.matter_id).office)
    pdf = make_master(memo_files(desk, memo)[1].read_bytes(), desk.fonts().regular, style_for(office))
    sealed = request.seal(pdf) if request.seal else pdf
    row = CopyMasterRow(
        memo_id=request.memo,
        words=words_digest(memo),
        pdf=sealed,
        signed=request.seal is not None,
        made_at=request.when.at,
    )
    session.add(row)
    session.flush()
    return row


def _same_words(session: Session, row: CopyMasterRow) -> None:
    if row.words != words_digest(written_memo(session, row.memo_id)):
        raise Conflict(
            f"บันทึกลำดับที่ {to_thai(row.memo_id)} ถูกแก้ถ้อยคำหลังจากทำสำเนาไปแล้ว",
            next_step=f"ทำสำเนาใหม่ทั้งชุดด้วย saraban memo copies {row.memo_id} --again",
        )


def words_digest(memo: MemoRow) -> str:
    """Return the SHA-256 of a memo's words."""
    return hashlib.sha256(json.dumps(memo.document, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def names_of(desk: Desk, memo: int) -> Callable[[str], str]:
    """Return how a post is printed: its title on the chart, or the name it was sent under when the chart has it no longer."""
    with desk.store.read() as session:
        office = desk.office(session.get_one(MatterRow, written_memo(session, memo).matter_id).office)
    posts = office.chart.post_by_code
    return lambda post: printed(posts[post].title if post in posts else post)


def _made(work: _Work, request: CopiesRequest, dispatch: int, number: int, post: str) -> dict[str, Any]:
    copy = copy_of((work.names(post), number, work.total), request.url, work.matter, dispatch)
    row: dict[str, Any] = {"memo_id": request.memo, "dispatch_id": dispatch, "number": number, "name": copy.name}
    try:
        delta = copy_delta(work.master, copy, work.font)
    except SarabanError as error:
        return {**row, "delta": None, "trouble": str(error)}
    return {**row, "delta": delta, "trouble": ""}


def copy_of(whose: tuple[str, int, int], url: str, matter: int, dispatch: int) -> Copy:
    """Return what is printed on a recipient's copy (name, number, of how many), the same whenever it is made."""
    return Copy(*whose, f"{url.rstrip('/')}/matters/{matter}/recipients/{dispatch}")


def write_copies(desk: Desk, memo: int, folder: Path, seal: Seal | None = None) -> Iterator[Path]:
    """Write each copy as a file of its own and yield its path; a file that is there already is not written again.

    `seal` signs each copy after its recipient was put in; a signed file bears another name than an unsigned one.
    """
    master = _master(desk, memo)
    folder.mkdir(parents=True, exist_ok=True)
    for row in copies(desk.store, memo):
        name = file_name(row)
        path = folder / (name if seal is None else f"{name.removesuffix('.pdf')} (ลงนาม).pdf")
        whole = copy_pdf(master, row.delta or b"")
        if not path.exists() or (seal is None and path.read_bytes() != whole):
            write_whole(path, seal(whole) if seal else whole, lasting=False)
        yield path


def print_copies(desk: Desk, memo: int, file: Path, *, duplex: bool = False) -> int:
    """Write all copies into one file for a printer; return how many pages it has."""
    made = (row.delta or b"" for row in copies(desk.store, memo))
    return write_print_file(file, _master(desk, memo), made, duplex=duplex)


def _master(desk: Desk, memo: int) -> Master:
    with desk.store.read() as session:
        return read_master(session.get_one(CopyMasterRow, memo).pdf)


def file_name(row: CopyRow) -> str:
    """Return the name of a copy's file: its number and whose it is."""
    kept = "".join(letter if letter.isprintable() and letter not in '/\\:*?"<>|' else "-" for letter in row.name)
    return f"{row.number:06d} {kept[:_BATCH_NAME].strip()}.pdf"

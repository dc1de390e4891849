"""A file is handed in through the web: it is kept, the durable engine reads it in the background, and what became of it is told.

The same bytes handed in again by the same unit are the same file; one that could not be read is then read anew. A classified paper is
not kept: its bytes are removed as soon as the reader has found its mark.
"""

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow import failpoints
from workflow.core.bundle_facts import result_letter
from workflow.core.errors import NotFound, Refused, SarabanError, UsageError
from workflow.core.intake import IntakeState
from workflow.core.reading import Reading
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.parsers.open_file import kind_of
from workflow.services.desk import Desk
from workflow.services.sending import once_ready
from workflow.store.intake_tables import IntakeRow
from workflow.store.intakes import intake, intake_of_file, look_at_intake
from workflow.store.json_shapes import to_json
from workflow.store.matters import matter_of_file
from workflow.templates.whole_file import write_whole

WORK = "read"
MAX_UPLOAD = 50_000_000  # bytes of one file, as it comes over the network
MAX_AT_ONCE = 20  # files of one press of the button
ENDINGS = (".pdf", ".docx", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".eml", ".txt")
_LONGEST = 60  # letters of a file's name that are kept
_ODD = re.compile(r"[^\w.()\- \u0e00-\u0e7f]+")


@dataclass(frozen=True)
class TakenIn:
    """The file's number, whether this unit had handed it in before, and the matter under which it was entered (None: not yet)."""

    intake: int
    again: bool
    matter: int | None


def folder_of(desk: Desk, sha256: str) -> Path:
    """Return where a file that was handed in lies, with its pages."""
    return desk.intake_folder / sha256[:2] / sha256


def take_in(desk: Desk, who: WorkingAs, file: tuple[str, bytes], when: When) -> TakenIn:
    """Keep a file (its name and bytes) and ask for its reading; UsageError and Refused for what nobody here reads."""
    name, data = _named(file[0]), file[1]
    _readable(name, data)
    desk.office(who.office).chart.unit(who.unit)
    sha256 = hashlib.sha256(data).hexdigest()
    _kept(folder_of(desk, sha256) / name, data)
    return once_ready(desk, lambda: _keep(desk, _row(who, (name, sha256, len(data)), when)))


def _kept(file: Path, data: bytes) -> None:
    try:
        write_whole(file, data)
    except FileNotFoundError:
        # The same paper, handed in by another, was refused at this moment, and its empty folder was taken away.
        write_whole(file, data)


def _taken_away(folder: Path) -> None:
    """Remove what is kept of a refused paper, but not what another is just writing of it: his own reading will refuse that."""
    kept = list(folder.rglob("*"))
    for path in kept:
        if path.is_file() and not path.name.endswith(".part"):
            path.unlink(missing_ok=True)
    for place in (*sorted((path for path in kept if path.is_dir()), reverse=True), folder):
        with suppress(OSError):  # not empty, or gone
            place.rmdir()


def _row(who: WorkingAs, file: tuple[str, str, int], when: When) -> IntakeRow:
    name, sha256, size = file
    return IntakeRow(
        office=who.office, unit=who.unit, sha256=sha256, file_name=name, size=size, by=who.person,
        came_at=when.at, state=IntakeState.WAITING,
    )  # fmt: skip


def read_again(desk: Desk, number: int) -> None:
    """Ask once more for the reading of a file that could not be read; Refused while it is being read, or once it was."""
    once_ready(desk, lambda: _again(desk, number))


def read_taken(desk: Desk, number: int) -> None:
    """Read a file that was handed in, in the guarded child; the durable engine calls this, as often as it must."""
    with desk.store.read() as session:
        row = look_at_intake(session, number)
    if row.state != IntakeState.WAITING:
        return
    folder = folder_of(desk, row.sha256)
    try:
        reading = _looked_at(desk, row, folder)
    except SarabanError as error:
        _told(desk, row, error)
        return
    failpoints.reached("intake.looked")
    letter = result_letter(reading)
    with desk.store.write() as session:
        row = intake(session, number)
        row.state, row.trouble, row.next_step = IntakeState.READ, "", ""
        row.reading, row.pages = to_json(reading), reading.source.pages
        row.subject = (letter.subject if letter else None) or row.file_name


def _looked_at(desk: Desk, row: IntakeRow, folder: Path) -> Reading:
    """Read it; NotFound when it is gone: refused by a program that was killed before it could say so, or by another at the same time."""
    file = folder / row.file_name
    if not file.exists():
        raise _gone(row)
    try:
        return desk.look(file, folder)
    except FileNotFoundError as error:
        raise _gone(row) from error


def record_unread(session: Session, error: str, number: int) -> None:
    """Keep that the reading of a file broke down in a way nobody foresaw."""
    row = intake(session, number)
    row.state, row.trouble = IntakeState.FAILED, f"อ่านแฟ้ม {row.file_name} ไม่สำเร็จเพราะโปรแกรมขัดข้อง"
    row.next_step = "กด “อ่านใหม่” หากยังไม่สำเร็จให้แจ้งผู้ดูแลระบบพร้อมเวลาที่เกิด"


def _keep(desk: Desk, new: IntakeRow) -> TakenIn:
    with desk.store.write() as session:
        known = intake_of_file(session, new.office, new.unit, new.sha256)
        entered = matter_of_file(session, new.office, new.unit, new.sha256)
        row = known or new
        if known and known.state in {IntakeState.FAILED, IntakeState.REFUSED}:
            _ask(session, desk, known, again=True)
            known.file_name = new.file_name
        if known is None:
            session.add(new)
            session.flush()
            _ask(session, desk, new, again=False)
        matter = row.matter_id or (entered.id if entered else None)
        return TakenIn(row.id or 0, again=known is not None, matter=matter)


def _again(desk: Desk, number: int) -> None:
    with desk.store.write() as session:
        row = intake(session, number)
        if row.state != IntakeState.FAILED:
            raise Refused(
                f"แฟ้มรับเข้าที่ {to_thai(number)} อยู่ในสถานะ “{IntakeState(row.state).thai}” จึงไม่ต้องอ่านใหม่",
                next_step="ดูสถานะล่าสุดในรายการ",
            )
        if not (folder_of(desk, row.sha256) / row.file_name).exists():
            raise _gone(row)
        _ask(session, desk, row, again=True)


def _gone(row: IntakeRow) -> NotFound:
    return NotFound(f"ไม่มีแฟ้ม {row.file_name} ในเครื่องแล้ว", next_step="ส่งแฟ้มเข้ามาใหม่")


def _ask(session: Session, desk: Desk, row: IntakeRow, *, again: bool) -> None:
    row.state, row.tries = IntakeState.WAITING, row.tries + again
    ask_for_reading(session, desk, row)


def ask_for_reading(session: Session, desk: Desk, row: IntakeRow) -> None:
    """Hand in the reading of a file that waits; asked for twice it is read once."""
    desk.engine.enqueue(session, WORK, f"{WORK}:{row.id}:{row.tries}", row.id)


def _told(desk: Desk, read: IntakeRow, error: SarabanError) -> None:
    refused, folder = isinstance(error, Refused), folder_of(desk, read.sha256)
    if refused:  # first: a crash in between must not leave a classified paper behind a row that says it is gone
        _taken_away(folder)
        failpoints.reached("intake.refused")
    with desk.store.write() as session:
        row = intake(session, read.id or 0)
        if row.state == IntakeState.WAITING:  # nobody else has told meanwhile
            row.state = IntakeState.REFUSED if refused else IntakeState.FAILED
            row.trouble, row.next_step = str(error), error.next_step
    if refused:  # once more: another may have handed it in again in between, and was told that it waits already
        _taken_away(folder)


def _named(name: str) -> str:
    """Return a file's name as it may stand on a disk and in a sentence: no folder, no odd sign, not too long, its ending kept."""
    bare = _ODD.sub("-", name.replace("\\", "/").rpartition("/")[2]).strip(" .-") or "แฟ้ม"
    stem, dot, ending = bare.rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{ending[:8].lower()}" if stem else bare[:_LONGEST]


def _readable(name: str, data: bytes) -> None:
    if not data:
        raise UsageError(f"แฟ้ม {name} ว่างเปล่า", next_step="เลือกแฟ้มใหม่")
    if len(data) > MAX_UPLOAD:
        raise Refused(
            f"แฟ้ม {name} ใหญ่เกิน {to_thai(MAX_UPLOAD // 1_000_000)} ล้านไบต์",
            next_step="แยกแฟ้ม หรือสแกนใหม่ที่ ๓๐๐ จุดต่อนิ้ว แล้วส่งใหม่",
        )
    if kind_of(Path(name).suffix) is None:
        raise Refused(f"ไม่อ่านแฟ้มชนิดนี้: {name}", next_step=f"ส่งเป็น {', '.join(ending[1:].upper() for ending in ENDINGS)}")

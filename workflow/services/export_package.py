"""Make the package of a letter for another office: what was sent, how far it has come, and nothing that holds a login."""

import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from workflow.core.bundle_facts import result_letter
from workflow.core.dispatch import DispatchState
from workflow.core.ecms import Binary, EcmsLetter, secret_code, speed_code
from workflow.core.errors import NotFound, Refused, SarabanError
from workflow.core.exchange import (
    LETTER_XML,
    MEMO_DOCX,
    MEMO_PDF,
    READING,
    SCHEMA,
    LetterSheet,
    Manifest,
    OfficeName,
    Original,
    printable,
)
from workflow.core.secrets import find, mask
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.parsers.masking import masked
from workflow.services.desk import Desk
from workflow.services.letter_sheet import LetterSource, letter_sheet, receiver
from workflow.services.memo_files import memo_files
from workflow.services.write_memo import render_memos
from workflow.store.corrections import reading_in_force
from workflow.store.exchange_tables import ExchangeRow
from workflow.store.exchanges import OUT, last_sent, times_resent, went_out
from workflow.store.json_shapes import document_from, to_json
from workflow.store.matters import dispatch_numbered, matter
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.templates.ecms_xml import letter_xml
from workflow.templates.exchange_file import as_json, package
from workflow.templates.whole_file import write_whole

MaskedCopy = Callable[[Path, Path], Path]
"""Writes a copy of a received file without its secrets: the file, where to (its ending may change); returns the copy."""
_MIME = {".pdf": "application/pdf", ".txt": "text/plain"}


@dataclass(frozen=True)
class PackageOut:
    """Which letter: the one of a `dispatch`, to be answered, or (None) the whole matter's, to be read; `original`: its masked copy too."""

    matter: int
    when: When
    dispatch: int | None = None
    original: bool = True


@dataclass(frozen=True)
class Packed:
    """The package written, and why the paper that the matter began with is not in it ("" when it is)."""

    path: Path
    number: str
    whom: str
    left_out: str = ""


def export_package(desk: Desk, request: PackageOut, out: Path, copy: MaskedCopy) -> Packed:
    """Write the package; the same state of the matter gives the same bytes.

    Refused for a classified letter, a closed dispatch, and a memo whose words hold a login; NotFound when nothing was sent.
    """
    render_memos(desk, request.matter)
    with desk.store.write() as session:
        source = _source(session, desk, request)
        sheet = letter_sheet(session, source)
        reply_code = _reply_code(session, source, request.when)
    original, enclosed = _original(desk, source.row, copy) if request.original else (_not_wanted(source.row), {})
    docx, pdf = memo_files(desk, source.memo)
    files = {
        MEMO_DOCX: docx.read_bytes(),
        MEMO_PDF: pdf.read_bytes(),
        READING: as_json(to_json(source.reading)),
        **enclosed,
    }
    sheet = replace(sheet, original=original)
    files[LETTER_XML] = letter_xml(_on_the_wire(sheet, files))
    office = OfficeName(source.office.code, source.office.name, source.office.short_name)
    write_whole(out, package(Manifest(SCHEMA, "letter", office, reply_code, sheet), files))
    return Packed(out, sheet.number, sheet.to.title if sheet.to else "", original.why)


def _source(session: Session, desk: Desk, request: PackageOut) -> LetterSource:
    row = matter(session, request.matter)
    sent = None if request.dispatch is None else dispatch_numbered(session, request.matter, request.dispatch)
    memo = session.get_one(MemoRow, sent.memo_id) if sent else last_sent(session, request.matter)
    if memo is None:
        raise NotFound(
            f"เรื่องที่ {to_thai(request.matter)} ยังไม่ได้ส่งถึงใคร", next_step=f"ส่งก่อนด้วย saraban dispatch {request.matter}"
        )
    source = LetterSource(desk.office(row.office), row, memo, sent, masked(reading_in_force(session, row), {}))
    _may_leave(source)
    return source


def _may_leave(source: LetterSource) -> None:
    """Refuse what is classified, closed, or holds a login in the memo's own words."""
    letter = result_letter(source.reading)
    if secret_code(letter.secrecy if letter else None) != secret_code(None):
        raise Refused(
            f"หนังสือชั้น{letter.secrecy if letter else ''} ส่งเป็นชุดแลกเปลี่ยนไม่ได้",
            next_step="ส่งตามระเบียบว่าด้วยการรักษาความลับของทางราชการ",
        )
    if source.sent and DispatchState(source.sent.state).closed:
        raise Refused(
            f"ฉบับที่ {to_thai(source.sent.id)} {DispatchState(source.sent.state).thai} จึงไม่ทำชุดส่งอีก",
            next_step=f"ส่งใหม่ด้วย saraban resend {source.row.id} --dispatch {source.sent.id}",
        )
    if find(document_from(source.memo.document).words()):
        raise Refused(
            f"บันทึก ที่ {source.memo.number} มีรหัสผ่านหรือข้อมูลส่วนบุคคลอยู่ในข้อความ",
            next_step=f"แก้ด้วย saraban memo upload {source.memo.id} แล้วทำชุดใหม่",
        )


def _reply_code(session: Session, source: LetterSource, when: When) -> str:
    """Return the code by which the answer finds its dispatch, drawn once for each time it was sent; "" when nobody is asked to answer."""
    if source.sent is None:
        return ""
    times = times_resent(session, source.sent.id or 0)
    known = went_out(session, source.sent.id or 0) or _opened(source.row, source.sent, when)
    if not known.reply_code or known.times != times:  # what was answered before it was sent anew answers nothing now
        known.reply_code, known.times = secrets.token_hex(16), times
    session.add(known)
    return known.reply_code


def _opened(row: MatterRow, sent: DispatchRow, when: When) -> ExchangeRow:
    return ExchangeRow(
        direction=OUT,
        office=row.office,
        unit=sent.unit,
        reply_code="",
        matter_id=row.id or 0,
        dispatch_id=sent.id,
        at=when.at,
    )


def _not_wanted(row: MatterRow) -> Original:
    return Original(printable(mask(row.file_name)), row.sha256, why="ผู้ส่งไม่ได้แนบ")


def _original(desk: Desk, row: MatterRow, copy: MaskedCopy) -> tuple[Original, dict[str, bytes]]:
    """Return the masked copy of the paper that the matter began with; the paper itself never leaves: it may hold a login."""
    told = Original(printable(mask(row.file_name)), row.sha256)
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder) / f"original{Path(row.file_name).suffix.lower()}"
        try:
            shutil.copyfile(desk.originals.path(row.sha256), held)
            made = copy(held, Path(folder) / "masked")
        except SarabanError as error:
            return replace(told, why=printable(str(error))), {}
        name = f"enclosures/01-masked{made.suffix}"
        return replace(told, copy=name), {name: made.read_bytes()}


def _on_the_wire(sheet: LetterSheet, files: Mapping[str, bytes]) -> EcmsLetter:
    copy = sheet.original.copy if sheet.original else ""
    return EcmsLetter(
        number=sheet.number, dated=sheet.dated, subject=sheet.subject, speed=speed_code(sheet.urgency), secret=secret_code(None),
        sender=sheet.signer, receiver=receiver(sheet.to), references=sheet.references,
        attachment="สำเนาหนังสือต้นเรื่อง (ปกปิดข้อมูลลับแล้ว)" if copy else "", sent_on=When(sheet.sent_at).on,
        main=Binary(_MIME[".pdf"], files[MEMO_PDF]),
        attachments=(Binary(_MIME[Path(copy).suffix], files[copy]),) if copy else (),
    )  # fmt: skip

"""A memo edited in Word comes back: its words become the version that counts, pages and catchwords are made anew, the change is told."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session, select

from workflow.core.block_styles import memo_of
from workflow.core.document import Block, Document
from workflow.core.errors import NotFound, Refused, UsageError
from workflow.core.matter import MatterState
from workflow.core.places import filled, values_of
from workflow.core.returned_file import ReturnedFile
from workflow.core.returned_words import restored, share_known
from workflow.core.secrets import find
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.word_changes import Change, changes
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.services.write_memo import render_memos
from workflow.store.json_shapes import document_from, to_json
from workflow.store.matters import Trail, matter
from workflow.store.memo_versions import PROGRAM, NewVersion, keep_version, memo, versions_of, written_words
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.templates.breaks import words_of
from workflow.templates.compose import printed
from workflow.templates.docx_shape import shape_of
from workflow.templates.glyphs import missing_glyphs
from workflow.templates.measure import Measure

_OF_THIS_MEMO = 1 / 3  # of its blocks must be found in a file that does not say whose it is
_OPEN = {MatterState.DRAFTED, MatterState.RETURNED}
_REGISTERED = {"number": "ที่", "dated": "วันที่"}


@dataclass(frozen=True)
class Upload:
    """An edited DOCX of a memo, and who edited it."""

    memo: int
    file: Path
    by: str
    when: When


@dataclass(frozen=True)
class Uploaded:
    """The version's number, what it changed against the words written, its files and pages; `again`: it was there already."""

    memo: int
    version: int
    changes: tuple[Change, ...]
    docx: Path
    pdf: Path
    pages: int
    again: bool = False


def upload_memo(desk: Desk, upload: Upload) -> Uploaded:
    """Keep the edited words and make both files again; Refused, UnreadableFile and UsageError say what is wrong with the file."""
    _named(upload)
    measure = Measure(desk.fonts())
    file = desk.returned(upload.file)
    with desk.store.write() as session:
        row = memo(session, upload.memo)
        owner = matter(session, row.matter_id)
        _may_change(session, owner, row)
        _is_of(row, file, upload)
        known = document_from(row.document)
        edited = _as_printed(restored(known, file, shape_of(known, measure)))
        _refuse(known, edited, desk)
        number, told, again = _kept(session, row, edited, upload)
        if not again:
            row.document, row.rendered = to_json(edited), False
            text = f"แก้ไขร่างใน Word เป็นฉบับที่ {to_thai(number)} โดย {upload.by.strip()}"
            Trail(session, row.matter_id).note("edited", row.unit, text, upload.when)
        matter_id = row.matter_id
    render_memos(desk, matter_id)
    with desk.store.read() as session:
        row = session.get_one(MemoRow, upload.memo)
        return Uploaded(upload.memo, number, told, *memo_files(desk, row), row.pages, again)


def _named(upload: Upload) -> None:
    """Refuse an upload by nobody, under a name that gives a secret away, or of a file that is not there."""
    if not upload.by.strip():
        raise UsageError("ไม่ได้บอกว่าใครแก้", next_step='ระบุผู้แก้ เช่น --by "ส.ต.ต. ตัวอย่าง สมมุติ"')
    if find(upload.by):
        raise Refused("ชื่อผู้แก้มีข้อมูลลับ (รหัสผ่านหรือโทรศัพท์เคลื่อนที่) จึงไม่เก็บ", next_step="ระบุ --by เป็นยศ ชื่อ และสกุล")
    if not upload.file.is_file():
        raise NotFound(f"ไม่พบแฟ้ม {upload.file.name}", next_step="ตรวจชื่อแฟ้มและโฟลเดอร์ แล้วสั่งใหม่")


def memo_changes(desk: Desk, number: int) -> tuple[Change, ...]:
    """Return what the words that count change against the words the program wrote."""
    with desk.store.read() as session:
        row = memo(session, number)
        return changes(written_words(session, row), document_from(row.document), words_of)


def _kept(session: Session, row: MemoRow, edited: Document, upload: Upload) -> tuple[int, tuple[Change, ...], bool]:
    """Keep the version and return its number, its changes, and whether the very same words counted already."""
    told = changes(written_words(session, row), edited, words_of)
    versions = versions_of(session, row.id or 0)
    if to_json(edited) == row.document:
        return len(versions), told, True
    if not versions:
        keep_version(session, row.id or 0, NewVersion("written", document_from(row.document), PROGRAM, upload.when.at))
    sha256 = hashlib.sha256(upload.file.read_bytes()).hexdigest()
    new = NewVersion("edited", edited, upload.by.strip(), upload.when.at, sha256, upload.file.name, told)
    return keep_version(session, row.id or 0, new), told, False


def _may_change(session: Session, owner: MatterRow, row: MemoRow) -> None:
    """Refuse a memo that has left the unit: what others have in their hands is not changed behind their backs."""
    sent = session.exec(select(DispatchRow).where(DispatchRow.memo_id == row.id)).first()
    state = MatterState(owner.state)
    if sent is not None or state not in _OPEN:
        raise Refused(
            f"บันทึกลำดับที่ {to_thai(row.id)} ส่งออกไปแล้ว (เรื่องอยู่ในสถานะ “{state.thai}”) จึงแก้ไม่ได้",
            next_step=f"ให้ผู้บังคับบัญชาส่งคืนก่อนด้วย saraban return {owner.id} แล้วส่งแฟ้มที่แก้ใหม่",
        )


def _is_of(row: MemoRow, file: ReturnedFile, upload: Upload) -> None:
    said = memo_of(file.bookmarks)
    if said is not None and said != row.id:
        raise Refused(
            f"แฟ้ม {upload.file.name} เป็นของบันทึกลำดับที่ {to_thai(said)} ไม่ใช่ลำดับที่ {to_thai(row.id)}",
            next_step=f"ส่งด้วย saraban memo upload {said} หรือเลือกแฟ้มของบันทึกฉบับนี้",
        )
    if said is None and share_known(document_from(row.document), file) < _OF_THIS_MEMO:
        raise Refused(
            f"แฟ้ม {upload.file.name} ไม่ใช่แฟ้มของบันทึกลำดับที่ {to_thai(row.id)} เพราะแทบไม่มีข้อความเดิม",
            next_step=f"เปิดแฟ้ม DOCX ที่โปรแกรมทำ (saraban status {row.matter_id}) แก้ในแฟ้มนั้น แล้วส่งใหม่",
        )


def _as_printed(document: Document) -> Document:
    """Return the words as an official paper has them: one line a block, Thai digits, no secrets."""
    outside = filled(document, {place: printed(text) for place, text in values_of(document).items()})
    return replace(outside, body=tuple(map(_block_as_printed, document.body)))


def _block_as_printed(block: Block) -> Block:
    cells = tuple(tuple(map(printed, row)) for row in block.cells)
    return replace(block, text=printed(block.text), cells=cells)


def _refuse(known: Document, edited: Document, desk: Desk) -> None:
    """Refuse what no memo may hold: another number or date than the register's, no words at all, a letter without a glyph."""
    for name, label in _REGISTERED.items():
        for was, now in _registered(known, edited, name):
            if was != now:
                raise Refused(
                    f"ช่อง “{label}” ในแฟ้มเป็น “{now or '(ว่าง)'}” แต่ทะเบียนเป็น “{was or '(ว่าง)'}” เลขและวันที่แก้ในแฟ้มไม่ได้ เพราะอยู่ในทะเบียน",
                    next_step="แก้ช่องนั้นกลับแล้วส่งใหม่ เลขจะออกเมื่อสั่ง saraban submit หากต้องยกเลิกเลขที่ออกแล้ว ให้ส่งคืนด้วย saraban return "
                    "แล้วให้เจ้าหน้าที่ทะเบียนหมายเหตุยกเลิกในทะเบียนส่ง",
                )
    if not edited.body:
        raise Refused("แฟ้มที่ส่งกลับไม่มีเนื้อความ", next_step="เติมเนื้อความแล้วส่งใหม่")
    if missing := missing_glyphs(edited.words(), desk.fonts()):
        raise Refused(f"แบบอักษรไม่มีตัวอักษร {' '.join(missing)} จึงพิมพ์ไม่ได้", next_step="ลบหรือเปลี่ยนตัวอักษรนั้นใน Word แล้วส่งใหม่")


def _registered(known: Document, edited: Document, name: str) -> list[tuple[str, str]]:
    places = [("head", name), ("signature", name)]
    was, now = values_of(known), values_of(edited)
    return [(_plain(was.get(place, "")), _plain(now.get(place, ""))) for place in places]


def _plain(text: str) -> str:
    return to_thai("".join(text.split()))

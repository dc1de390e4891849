"""A package comes in: a letter opens a matter at the unit it is for, an answer moves the dispatch it answers."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow import failpoints
from workflow.core.errors import Conflict, Refused, UsageError
from workflow.core.exchange import MEMO_PDF, READING, LetterSheet, Manifest, Refusal
from workflow.core.matter import MatterState
from workflow.core.reading import Reading, Source
from workflow.core.register import Book, RegisterKey
from workflow.core.secrets import mask
from workflow.core.thai_date import be_year, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.parsers.exchange_file import Package, look_into
from workflow.parsers.masking import masked
from workflow.routing.units import find_unit
from workflow.services.apply_answer import Applied, apply_answer
from workflow.services.desk import Desk
from workflow.store.exchange_tables import ExchangeRow
from workflow.store.exchanges import IN, came_in, opened_by
from workflow.store.json_shapes import answered_from, letter_json, reading_of, to_json
from workflow.store.matters import Trail, matter_of_file
from workflow.store.registers import EntryDraft, Registers
from workflow.store.tables import EntryRow, MatterRow

_SAID = 5  # deviations told in one refusal; `package check` tells all


@dataclass(frozen=True)
class PackageIn:
    """A package to be taken in at a unit of an office (of an answer neither is asked); `paper_number` is what its stamp already bears."""

    path: Path
    office: str
    unit: str | None
    when: When
    paper_number: int | None = None


@dataclass(frozen=True)
class Opened:
    """The matter a letter opened and its receipt number; `meant_for` the unit it names when that is another one; `again`: had before."""

    matter: int
    number: int
    letter: str
    meant_for: str = ""
    again: bool = False


def import_package(desk: Desk, request: PackageIn) -> Opened | Applied:
    """Take a package in; a package that deviates in anything is refused whole, and taking it in twice changes nothing more."""
    found = look_into(request.path)
    manifest = found.manifest
    if found.deviations or manifest is None:
        raise _refused(request.path, found)
    if manifest.answer:
        return apply_answer(desk, manifest, request.when)
    if manifest.letter is None or not request.unit:
        raise UsageError("ยังไม่ได้บอกหน่วยที่รับหนังสือ", next_step="ระบุ --unit เช่น --unit สทส.")
    return _open(desk, request, found, manifest.letter)


def _refused(path: Path, found: Package) -> Refused:
    told = "; ".join(d.message for d in found.deviations[:_SAID])
    more = f" และอีก {to_thai(len(found.deviations) - _SAID)} ข้อ" if len(found.deviations) > _SAID else ""
    return Refused(
        f"ไม่นำเข้า {path.name}: {told}{more}", next_step=f"ขอชุดจากผู้ส่งใหม่ (ดูทุกข้อด้วย saraban package check {path.name})"
    )


def _open(desk: Desk, request: PackageIn, found: Package, letter: LetterSheet) -> Opened:
    office = desk.office(request.office)
    unit = find_unit(office.chart, request.unit or "").code
    if request.when.on < When(letter.sent_at).on:
        raise Refused(
            f"วันที่รับ {short(request.when.on)} อยู่ก่อนวันที่ส่งหนังสือ ({short(When(letter.sent_at).on)})",
            next_step="ตรวจวันที่ แล้วระบุ --at ใหม่",
        )
    sha256, reading = _kept(desk, request.path, found)
    failpoints.reached("package.kept")
    meant = letter.to.unit if letter.to and letter.to.unit != unit else ""
    with desk.store.write() as session:
        registers = Registers(session, office.code, office.openings)
        known = _known(session, (office.code, unit), found, sha256)
        again = known is not None and known.reply_code == _code(found)
        row = (
            session.get_one(MatterRow, known.matter_id)
            if known
            else _matter(session, request, unit, letter, sha256, reading)
        )
        entry = registers.find(f"receive:{row.id}") or _enter(registers, row, request, letter, found.manifest)
        if not again:
            _note(session, row, request.when, letter, None if known else entry.number)
            session.add(_exchange(request, found, row))
        return Opened(row.id or 0, entry.number, letter.number, meant, again=again)


def _exchange(request: PackageIn, found: Package, row: MatterRow) -> ExchangeRow:
    return ExchangeRow(
        direction=IN, office=row.office, unit=row.unit, reply_code=_code(found), matter_id=row.id or 0, sha256=found.sha256,
        letter=letter_json(found.manifest), at=request.when.at,
    )  # fmt: skip


def _code(found: Package) -> str:
    """Return the reply code, or for a letter that is not to be answered the package's own name."""
    code = found.manifest.reply_code if found.manifest else ""
    return code or f"sha256:{found.sha256}"


def _kept(desk: Desk, path: Path, found: Package) -> tuple[str, Reading]:
    """Keep the package and the memo in it as they came, and return the memo's SHA-256 with the letter's data as the sender read them.

    The data are masked again here: what a stranger says is free of secrets may not be.
    """
    desk.originals.keep(path)
    with tempfile.TemporaryDirectory() as folder:
        memo = Path(folder) / MEMO_PDF
        memo.write_bytes(found.files[MEMO_PDF])
        sha256 = desk.originals.keep(memo)
    data = found.files.get(READING)
    reading = Reading(Source(MEMO_PDF, sha256, "pdf", 1, True), ()) if data is None else reading_of(data)
    return sha256, masked(reading, {})


def _known(session: Session, where: tuple[str, str], found: Package, sha256: str) -> ExchangeRow | None:
    """Return the exchange by which this letter was received before: this very one, or one that was refused and is sent anew.

    Conflict when the letter came by another way, or for another post of the unit.
    """
    if known := came_in(session, *where, _code(found)):
        return known
    other = matter_of_file(session, *where, sha256)
    if other is None:
        return None
    before = opened_by(session, other.id or 0)
    if before and isinstance(answered_from(before.answered), Refusal):
        return before
    raise Conflict(
        f"{where[1]} ลงรับหนังสือฉบับนี้ไว้แล้ว เป็นเรื่องที่ {to_thai(other.id)}", next_step=f"ดูด้วย saraban status {other.id}"
    )


def _matter(
    session: Session, request: PackageIn, unit: str, letter: LetterSheet, sha256: str, reading: Reading
) -> MatterRow:
    row = MatterRow(
        office=request.office, unit=unit, subject=mask(letter.subject), state=MatterState.RECEIVED, sha256=sha256, file_name=MEMO_PDF,
        opened_at=request.when.at, reading=to_json(reading),
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def _enter(
    registers: Registers, row: MatterRow, request: PackageIn, letter: LetterSheet, manifest: Manifest | None
) -> EntryRow:
    sender = f"{letter.from_unit_name} {manifest.office.short_name if manifest else ''}".strip()
    draft = EntryDraft(
        key=f"receive:{row.id}", at=request.when.at, matter_id=row.id, subject=row.subject, letter_number=letter.number,
        letter_date=letter.dated, sender=sender, addressee=letter.to.title if letter.to else "",
    )  # fmt: skip
    register = RegisterKey(row.unit, Book.INCOMING, be_year(request.when.on))
    if request.paper_number is None:
        return registers.issue(register, draft)
    return registers.record(register, request.paper_number, draft)


def _note(session: Session, row: MatterRow, when: When, letter: LetterSheet, number: int | None) -> None:
    """Note what came; `number` None: the letter is in the register already and was sent anew."""
    trail = Trail(session, row.id or 0)
    anew = "ที่ส่งใหม่" if number is None else ""
    if number is not None and letter.dated <= when.on:
        text = f"หนังสือ {to_thai(letter.number)} ลง {short(letter.dated)}"
        trail.note("letter-dated", letter.from_unit, text, When.day(letter.dated))
    trail.note("arrived", row.unit, f"ได้รับชุดแลกเปลี่ยน{anew}จาก {letter.from_unit_name}", when)
    if number is not None:
        trail.note("registered", row.unit, f"ลงรับ เลขรับ {to_thai(number)}", when)

"""The receiving office answers a package: its receipt number, and the word of a person or the reason why it does not take the letter."""

from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from workflow.core.ecms import Message, Notice
from workflow.core.errors import NotFound, Refused, UsageError
from workflow.core.exchange import (
    ACCEPTED_XML,
    ARRIVED_XML,
    REFUSED_XML,
    SCHEMA,
    AnswerSheet,
    Manifest,
    OfficeName,
    Refusal,
    Stamped,
    Word,
    printable,
)
from workflow.core.office import Office
from workflow.core.thai_date import BANGKOK, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.authority import capacity
from workflow.services.desk import Desk
from workflow.store.exchange_tables import ExchangeRow
from workflow.store.exchanges import opened_by
from workflow.store.json_shapes import answered_from, answered_json, manifest_from
from workflow.store.matters import Trail, matter
from workflow.store.registers import Registers
from workflow.store.tables import EntryRow, MatterRow
from workflow.templates.ecms_xml import notice_xml
from workflow.templates.exchange_file import package
from workflow.templates.whole_file import write_whole


@dataclass(frozen=True)
class Answering:
    """What to answer for a matter that a package opened: the receipt always; with `by_post` รับทราบ, with `why` that it is not taken."""

    matter: int
    when: When
    by_post: str | None = None
    name: str | None = None
    why: str = ""
    wrong_unit: bool = False


def answer_package(desk: Desk, request: Answering, out: Path) -> AnswerSheet:
    """Write the answer and return what it says; what was answered before is answered again alike.

    Refused when the letter is not to be answered, when a signature has no authority, or when the other answer was given before.
    """
    if request.by_post and request.why.strip():
        raise UsageError("รับทราบและไม่รับพร้อมกันไม่ได้", next_step="เลือก --by หรือ --refuse อย่างเดียว")
    with desk.store.write() as session:
        row = matter(session, request.matter)
        office = desk.office(row.office)
        came = _came(session, row)
        said = manifest_from(came.letter)
        _answer(session, office, request, came)
        sheet = _sheet(session, office, row, came, said)
    files = _notices(sheet)
    own = OfficeName(office.code, office.name, office.short_name)
    write_whole(out, package(Manifest(SCHEMA, "answer", own, came.reply_code, answer=sheet), files))
    return sheet


def _came(session: Session, row: MatterRow) -> ExchangeRow:
    came = opened_by(session, row.id or 0)
    if came is None:
        raise NotFound(
            f"เรื่องที่ {to_thai(row.id)} ไม่ได้เข้ามาเป็นชุดแลกเปลี่ยน", next_step="ตอบด้วย saraban receipt หรือ saraban ack"
        )
    if not manifest_from(came.letter).reply_code:
        raise Refused("ชุดนี้ส่งมาเพื่อทราบทั้งเรื่อง จึงไม่มีผู้ให้ตอบกลับ", next_step="ขอชุดที่ระบุผู้รับ (--dispatch) จากผู้ส่ง")
    return came


def _answer(session: Session, office: Office, request: Answering, came: ExchangeRow) -> None:
    """Record the word or the refusal, the first time; it is never changed."""
    given = answered_from(came.answered)
    wanted = Word if request.by_post else Refusal if request.why.strip() else None
    if wanted is None or (given and isinstance(given, wanted)):
        return
    if given:
        raise Refused("เรื่องนี้ตอบไปแล้วเป็นอย่างอื่น", next_step=f"ดูด้วย saraban status {request.matter}")
    if request.when.at < came.at:
        raise Refused(
            f"ตอบวันที่ {short(request.when.on)} ก่อนลงรับ ({short(When(came.at).on)}) ไม่ได้",
            next_step="ตรวจวันที่ แล้วระบุ --at ใหม่",
        )
    trail = Trail(session, request.matter)
    if request.by_post:
        word = _word(office, request, came)
        came.answered = answered_json(word)
        trail.note("acknowledged", came.unit, f"รับทราบ โดย {word.name} {word.capacity}", request.when)
    else:
        refusal = Refusal(printable(request.why), request.wrong_unit, request.when.at.astimezone(BANGKOK))
        came.answered = answered_json(refusal)
        kind, told = ("missent", "แจ้งว่าส่งผิดหน่วย") if request.wrong_unit else ("rejected", "ส่งคืนไม่รับ")
        trail.note(kind, came.unit, f"{told}: {refusal.why}", request.when)


def _word(office: Office, request: Answering, came: ExchangeRow) -> Word:
    on, by_post = request.when.on, request.by_post or ""
    head = office.chart.head(came.unit)
    post = office.chart.post(by_post)
    acted_as = capacity(office.chart, signer_post=by_post, for_post=head.code if head else by_post, on=on)
    holder = office.chart.holder(by_post, on)
    name = request.name or (holder.name if holder else post.title)
    return Word(
        printable(name), printable(" ".join(acted_as.title_lines)), request.when.at.astimezone(BANGKOK), "command"
    )


def _sheet(session: Session, office: Office, row: MatterRow, came: ExchangeRow, said: Manifest) -> AnswerSheet:
    entry = Registers(session, office.code, office.openings).find(f"receive:{row.id}")
    letter = said.letter
    if entry is None or letter is None:
        raise NotFound(f"เรื่องที่ {to_thai(row.id)} ไม่มีเลขรับ", next_step="นำเข้าชุดใหม่ด้วย saraban package import")
    given = answered_from(came.answered)
    return AnswerSheet(
        number=letter.number, dated=letter.dated, subject=letter.subject, unit=row.unit,
        unit_name=office.chart.unit(row.unit).name, arrived_at=came.at.astimezone(BANGKOK), stamped=_stamped(entry),
        word=given if isinstance(given, Word) else None, refusal=given if isinstance(given, Refusal) else None,
    )  # fmt: skip


def _stamped(entry: EntryRow) -> Stamped:
    return Stamped(entry.unit, entry.number, entry.year, entry.at.astimezone(BANGKOK))


def _notices(sheet: AnswerSheet) -> dict[str, bytes]:
    stamped = sheet.stamped
    arrived = Notice(Message.RECEIVED, sheet.number, sheet.dated, sheet.subject)
    accepted = replace(
        arrived, message=Message.ACCEPTED, accept_id=to_thai(stamped.number), accepted_on=When(stamped.at).on,
        department=sheet.unit_name, department_code=stamped.unit,
    )  # fmt: skip
    files = {ARRIVED_XML: notice_xml(arrived), ACCEPTED_XML: notice_xml(accepted)}
    if sheet.refusal:
        message = Message.INVALID if sheet.refusal.wrong_unit else Message.REJECTED
        files[REFUSED_XML] = notice_xml(replace(arrived, message=message))
    return files

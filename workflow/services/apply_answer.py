"""An answer from another office moves the dispatch it answers: received under its number, acknowledged by a person, or sent back."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from workflow.core.dispatch import DispatchMove, DispatchState, after
from workflow.core.errors import Conflict, Refused
from workflow.core.exchange import AnswerSheet, Manifest
from workflow.core.thai_date import be_year, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.close_paper import close
from workflow.services.desk import Desk
from workflow.store.exchanges import answered_to, times_resent
from workflow.store.matters import Trail, dispatch_numbered, matter
from workflow.store.tables import AcknowledgementRow, DispatchRow, MatterRow, MemoRow, ReceiptRow
from workflow.store.tallies import answered_by, count

EVIDENCE = "package"  # how we know that somebody acknowledged: another office says so


@dataclass(frozen=True)
class Applied:
    """Which dispatch of which matter an answer moved, and what became known by it; () when all of it was known."""

    matter: int
    dispatch: int
    unit: str
    learnt: tuple[str, ...]


def apply_answer(desk: Desk, manifest: Manifest, now: When) -> Applied:
    """Apply an answer in one transaction, all of it or nothing; applying it twice changes nothing more.

    Refused when no letter from here bears its reply code, or when its days cannot be; Conflict for another receipt number.
    """
    answer = manifest.answer
    with desk.store.write() as session:
        sent = _dispatch(session, manifest)
        if answer is None:
            raise Refused("ชุดนี้ไม่ใช่คำตอบ", next_step="ขอชุดคำตอบจากผู้รับ")
        _from_addressee(desk, session, sent, answer)
        _possible(session, sent, answer, now)
        whose = f"{answer.unit_name} {manifest.office.short_name}"
        learnt = [
            _received(session, sent, answer, whose), _acknowledged(session, sent, answer, whose), _sent_back(session, sent, answer),
        ]  # fmt: skip
        return Applied(sent.matter_id, sent.id or 0, sent.unit, tuple(told for told in learnt if told))


def _dispatch(session: Session, manifest: Manifest) -> DispatchRow:
    known = answered_to(session, manifest.reply_code) if manifest.reply_code else None
    if known is None or known.dispatch_id is None or manifest.answer is None:
        raise Refused("คำตอบนี้ไม่ตรงกับหนังสือฉบับใดที่ส่งจากที่นี่", next_step="ตรวจว่าเป็นคำตอบของหนังสือที่ออกชุดจากระบบนี้")
    matter(session, known.matter_id)  # locked, as every act on a matter locks it
    sent = dispatch_numbered(session, known.matter_id, known.dispatch_id)
    number = session.get_one(MemoRow, sent.memo_id).number
    if known.times != times_resent(session, sent.id or 0):
        raise Refused(
            "หนังสือฉบับนี้ส่งใหม่แล้วหลังทำชุดที่คำตอบนี้ตอบ",
            next_step=f"ทำชุดใหม่ด้วย saraban package export {sent.matter_id} --dispatch {sent.id}",
        )
    if manifest.answer.number != number:
        raise Refused(
            f"คำตอบอ้างหนังสือ ที่ {to_thai(manifest.answer.number)} แต่ฉบับนี้คือ ที่ {number}", next_step="ขอคำตอบใหม่จากผู้รับ"
        )
    return sent


def _from_addressee(desk: Desk, session: Session, sent: DispatchRow, answer: AnswerSheet) -> None:
    """Refuse the answer of another unit that our chart knows; a desk below the addressee or a registry above it may answer.

    Another office's codes are its own: a unit that our chart does not know is named in the trail.
    """
    chart = desk.office(session.get_one(MatterRow, sent.matter_id).office).chart
    on = When(sent.sent_at).on
    kin = {sent.unit, *chart.ancestors(sent.unit, on)}
    if (
        answer.unit in chart.unit_by_code
        and answer.unit not in kin
        and sent.unit not in chart.ancestors(answer.unit, on)
    ):
        raise Refused(
            f"คำตอบมาจาก {to_thai(answer.unit)} แต่ฉบับนี้ส่งถึง {to_thai(sent.unit)}",
            next_step=f"ส่งชุดให้ถูกหน่วย หรือส่งใหม่ด้วย saraban resend {sent.matter_id} --dispatch {sent.id}",
        )


def _possible(session: Session, sent: DispatchRow, answer: AnswerSheet, now: When) -> None:
    """Refuse an answer of a day before the letter was sent, or of one that has not come.

    A letter sent anew keeps the receipt of the first time, so that a receipt may be as old as the letter itself.
    """
    went_out = When(sent.sent_at).on
    written = session.get_one(MemoRow, sent.memo_id).dated or went_out
    said = [(answer.stamped.at, min(written, went_out)), (answer.arrived_at, went_out)]
    said += [(x.at, went_out) for x in (answer.word, answer.refusal) if x]
    for day, first in ((When(at).on, first) for at, first in said):
        if not first <= day <= now.on:
            raise Refused(
                f"คำตอบลงวันที่ {short(day)} ซึ่งอยู่นอกช่วงตั้งแต่วันส่ง ({short(first)}) ถึงวันนี้ ({short(now.on)})",
                next_step="ตรวจวันที่กับผู้รับ หรือระบุ --at",
            )
    if answer.stamped.year != be_year(When(answer.stamped.at).on):
        raise Refused("ปีของเลขรับไม่ตรงกับวันที่ลงรับ", next_step="ขอคำตอบใหม่จากผู้รับ")


def _received(session: Session, sent: DispatchRow, answer: AnswerSheet, whose: str) -> str:
    stamped = answer.stamped
    known = list(session.exec(select(ReceiptRow).where(ReceiptRow.dispatch_id == sent.id).order_by(col(ReceiptRow.id))))
    here = next((r for r in known if r.unit == sent.unit), None)
    if here:
        if here.number != stamped.number:
            raise Conflict(
                f"{whose} แจ้งเลขรับ {to_thai(stamped.number)} แต่ที่บันทึกไว้คือ {to_thai(here.number)}",
                next_step=f"ทักท้วงด้วย saraban doubt-receipt {sent.matter_id} --dispatch {sent.id}",
            )
        return ""
    if sent.state == DispatchState.SENT:
        sent.state = after(DispatchState(sent.state), DispatchMove.RECEIVE)
    count(session, sent, stamped.at, {"received": int(not known)})
    session.add(ReceiptRow(dispatch_id=sent.id or 0, unit=sent.unit, number=stamped.number, at=stamped.at))
    told = f"ลงรับ เลขรับ {to_thai(stamped.number)}"
    Trail(session, sent.matter_id).note(
        "received", sent.unit, f"{told} (ตามคำตอบของ {whose})", When(stamped.at), sent.id
    )
    return told


def _acknowledged(session: Session, sent: DispatchRow, answer: AnswerSheet, whose: str) -> str:
    word = answer.word
    known = list(session.exec(select(AcknowledgementRow).where(AcknowledgementRow.dispatch_id == sent.id)))
    if word is None or any(row.post == sent.post for row in known):
        return ""
    before, sent.state = sent.state, after(DispatchState(sent.state), DispatchMove.ACKNOWLEDGE)
    count(session, sent, word.at, {"acknowledged": int(not known), "answered": answered_by(before, sent.state)})
    session.add(
        AcknowledgementRow(
            dispatch_id=sent.id or 0, post=sent.post, name=word.name, capacity=word.capacity, evidence=EVIDENCE, at=word.at
        )
    )  # fmt: skip
    told = f"รับทราบ โดย {word.name} {word.capacity}"
    Trail(session, sent.matter_id).note(
        "acknowledged", sent.unit, f"{told} (ตามคำตอบของ {whose})", When(word.at), sent.id
    )
    return told


def _sent_back(session: Session, sent: DispatchRow, answer: AnswerSheet) -> str:
    refusal = answer.refusal
    if refusal is None or sent.state in {DispatchState.REJECTED, DispatchState.MISSENT}:
        return ""
    move = DispatchMove.MISSEND if refusal.wrong_unit else DispatchMove.REJECT
    close(session, sent, move, refusal.why, When(refusal.at))
    return f"{move.thai}: {refusal.why}"

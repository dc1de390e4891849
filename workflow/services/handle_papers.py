"""One press at a unit's desk: stamp, or stamp and acknowledge, one paper or many; what is refused harms none of the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlmodel import Session

from workflow.core.errors import NotFound, Refused, SarabanError
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.routing.acknowledging import Word
from workflow.routing.speaking import speaks_for, voice_for
from workflow.services.answer import StampRequest, stamp_in
from workflow.services.desk import Desk
from workflow.services.take_words import Spoken, take_words
from workflow.store import matters
from workflow.store.tables import DispatchRow, MatterRow

AT_ONCE = 200  # papers of one press


class PaperAct(StrEnum):
    """What is done with a paper at the desk."""

    RECEIVE = "receive"
    ACKNOWLEDGE = "acknowledge"

    @property
    def thai(self) -> str:
        """The officer's words for it."""
        return {PaperAct.RECEIVE: "ลงรับ", PaperAct.ACKNOWLEDGE: "ลงรับ + รับทราบ"}[self]


@dataclass(frozen=True)
class Handled:
    """What came of one paper: the receipt number of the unit, the capacity of who acknowledged, or why it was refused.

    `matter` and `subject` name the paper to people; 0 and "" where it is none of this desk's.
    """

    dispatch: int
    matter: int = 0
    subject: str = ""
    to: str = ""
    receipt: str = ""
    capacity: str = ""
    evidence: EvidenceLevel | None = None
    again: bool = False
    refusal: SarabanError | None = None


def handle_papers(
    desk: Desk, who: WorkingAs, act: PaperAct, dispatches: Sequence[int], when: When
) -> tuple[Handled, ...]:
    """Do the same with each paper, each in a transaction of its own, and say of each what came of it; pressing twice changes nothing."""
    if len(dispatches) > AT_ONCE:
        raise Refused(f"เลือกได้ครั้งละไม่เกิน {AT_ONCE} ฉบับ", next_step="เลือกเป็นหลายครั้ง")
    return tuple(_kindly(desk, who, act, number, when) for number in dict.fromkeys(dispatches))


def _kindly(desk: Desk, who: WorkingAs, act: PaperAct, number: int, when: When) -> Handled:
    try:
        with desk.store.write() as session:
            return _handle(session, desk, (who, act, when), number)
    except SarabanError as refusal:
        return Handled(number, refusal=refusal)


def _handle(session: Session, desk: Desk, what: tuple[WorkingAs, PaperAct, When], number: int) -> Handled:
    who, act, when = what
    sent = paper_before(session, who, number)
    stamped = stamp_in(session, desk, StampRequest(sent.matter_id, sent.unit, when, dispatch=number))
    session.flush()  # the stamp stands on the trail before the word, which is written by one statement
    subject = matters.matter(session, sent.matter_id).subject
    done = Handled(number, sent.matter_id, subject, sent.post, stamped.what, again=stamped.again)
    if act == PaperAct.RECEIVE:
        return done
    voice = voice_for(who, sent.post)
    word = Word(when, voice.post, who.person, voice.level)
    (said,) = take_words(session, desk, [Spoken(number, word, sent.matter_id)])
    if isinstance(said, SarabanError):
        raise said
    return replace(done, capacity=said.what, evidence=voice.level, again=said.again)


def paper_before(session: Session, who: WorkingAs, number: int) -> DispatchRow:
    """Return a paper that lies before this desk; NotFound for one that does not; Refused for a desk that does not answer."""
    sent = session.get(DispatchRow, number)
    matter = session.get(MatterRow, sent.matter_id) if sent else None
    if (
        sent is None
        or matter is None
        or matter.office != who.office
        or not (sent.unit == who.unit or sent.post == speaks_for(who))
    ):
        raise NotFound(f"ไม่พบหนังสือฉบับที่ {number} ในกล่องนี้", next_step="กลับไปที่กล่องรับแล้วเลือกใหม่")
    if who.role not in {Role.REGISTRY, Role.OFFICER}:
        raise Refused(f"“{who.title}” ไม่ใช่ผู้ลงรับหนังสือของหน่วย", next_step="ให้งานสารบรรณหรือผู้ดำรงตำแหน่งของหน่วยดำเนินการ")
    return sent

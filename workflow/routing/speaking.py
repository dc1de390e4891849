"""In whose name somebody at a desk acknowledges, and how that is known: as himself, or for another by an appointment in force."""

from dataclasses import dataclass

from workflow.core.errors import Refused
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.thai_digits import to_thai
from workflow.core.working_as import WorkingAs


@dataclass(frozen=True)
class Voice:
    """The post by which somebody speaks, and what his word is worth as evidence."""

    post: str
    level: EvidenceLevel


def voice_for(who: WorkingAs, to: str) -> Voice:
    """Return how somebody who has logged in acknowledges what was sent to the post `to`; Refused when it is not his to say.

    A desk without a post (งานสารบรรณ) stamps and passes on, but says รับทราบ for nobody; who may act for another does so at that desk.
    """
    if who.post is None:
        raise Refused(
            f"“{to_thai(who.title)}” ลงรับและส่งต่อได้ แต่รับทราบแทนผู้ดำรงตำแหน่งไม่ได้",
            next_step="ให้ผู้ดำรงตำแหน่งกดรับทราบ หรือบันทึกที่ทำบนกระดาษแล้ว",
        )
    if to == speaks_for(who):
        return Voice(who.post, EvidenceLevel.ACTING if who.acting_for else EvidenceLevel.LOGIN)
    raise Refused(
        f"หนังสือถึง {to_thai(to)} ไม่ใช่ {to_thai(who.title)}",
        next_step="ให้ผู้รับกดเอง หรือสลับตำแหน่งที่แถบบน หากมีคำสั่งให้ทำการแทน",
    )


def speaks_for(who: WorkingAs) -> str | None:
    """Return the post whose papers lie before somebody at this desk; None at a desk without a post, where the unit's lie."""
    return who.acting_for or who.post

"""What is asked before a coming round (`memos/data-request`): each sub-indicator of the last round and the evidence its owner is to hand in."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlmodel import Session

from workflow.core.case_facts import EvidenceAsked, NextRound
from workflow.services.desk import Desk
from workflow.services.promises import BoardLine, board_in
from workflow.services.round_notices import coming_round, last_kept, owner_of

KIND = "data-request"


def next_round(session: Session, desk: Desk, office: str, *, on: date, units: Collection[str]) -> NextRound | None:
    """Return the coming round and what these units are asked; None when no round lies ahead, or until when to hand in is not known.

    A unit that owns no sub-indicator is asked for all of them: it may have evidence that nobody knows of.
    """
    coming = coming_round(desk.rounds(office), on)
    collection = coming.phase("collection") if coming else None
    if coming is None or collection is None:
        return None
    last = last_kept(session, desk.office(office), before=coming.year)
    lines = board_in(session, desk, office, last, today=on) if last else ()
    owned = [line for line in lines if owner_of(line, coming) in units]
    answer = coming.phase("answer")
    announced = answer if answer and answer.confirmed else None  # a day that nobody announced is not written to others
    return NextRound(
        coming.survey, coming.year, collection.until or collection.on, tuple(_asked(owned or lines)),
        announced.on if announced else None, announced.until if announced else None,
    )  # fmt: skip


def subject_of(coming: NextRound) -> str:
    """Return the subject of the request."""
    return f"ขอข้อมูลและหลักฐานประกอบการตอบแบบ{coming.survey.removeprefix('การ')} ประจำปี {coming.year}"


def _asked(lines: Iterable[BoardLine]) -> list[EvidenceAsked]:
    """Return each sub-indicator once, in the order of the codes."""
    wanted: dict[str, EvidenceAsked] = {}
    for line in lines:
        about = f"ตามที่รับไว้: {line.promised}" if line.promised else f"ตามข้อเสนอแนะ: {line.advice}"
        known = wanted.get(line.code)
        wanted[line.code] = EvidenceAsked(
            line.code, line.name, f"{known.evidence} และ{about}" if known else f"หลักฐานการดำเนินการ{about}"
        )
    return [wanted[code] for code in sorted(wanted)]

"""What was done on paper and is entered later (the lawful baseline is hybrid): the day it was done, who enters it, and its evidence.

The evidence is written first, under the act's own key; cut off between the two, the same entry made again finishes it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session, select

from workflow.core.errors import Refused, UsageError
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.store.matters import Trail, dispatch_meant
from workflow.store.paper_tables import PaperEvidenceRow

Done = TypeVar("Done")
ACTS = {"receipt": "ลงรับ", "ack": "รับทราบ", "forward": "ส่งต่อ"}


@dataclass(frozen=True)
class OnPaper:
    """An act of a unit done on paper: which (`receipt`, `ack`, `forward`), on which day, entered by whom and when.

    `scan` is its evidence; without one, `why_none` says why. `post` tells two acknowledgements of one paper apart.
    """

    matter: int
    unit: str
    act: str
    done: When
    entered_by: str
    entered: When
    scan: Path | None = None
    why_none: str = ""
    post: str = ""
    dispatch: int | None = None


def enter_from_paper(desk: Desk, entry: OnPaper, act: Callable[[int], Done]) -> Done:
    """Keep the evidence, then do `act` with the number of the dispatch, and say in the trail that it comes from paper.

    UsageError without evidence or a reason for its absence, Refused for a day that has not come or before the paper was sent.
    """
    _check(entry)
    sha256 = desk.originals.keep(entry.scan) if entry.scan else ""
    with desk.store.write() as session:
        sent = dispatch_meant(session, entry.matter, entry.unit, entry.dispatch)
        number = sent.id or 0
        if entry.done.on < When(sent.sent_at).on:
            raise Refused(
                f"วันที่ {short(entry.done.on)} อยู่ก่อนวันที่ส่งหนังสือ ({short(When(sent.sent_at).on)})",
                next_step="ตรวจวันที่บนกระดาษ",
            )
        known = _known(session, entry, number)
        if known is None:
            session.add(_evidence(entry, number, sha256))
            Trail(session, entry.matter).note("paper-entry", entry.unit, _told(entry), entry.entered, number)
    return act(number)


def evidence_of(session: Session, matter: int) -> list[PaperEvidenceRow]:
    """Return what was entered from paper for a matter, in the order of entering."""
    return list(session.exec(select(PaperEvidenceRow).where(PaperEvidenceRow.matter_id == matter).order_by("id")))


def _check(entry: OnPaper) -> None:
    if entry.act not in ACTS:
        raise UsageError(f"ไม่รู้จักการกระทำ “{entry.act}”", next_step=f"ใช้ {', '.join(ACTS)}")
    if entry.scan is None and not entry.why_none.strip():
        raise UsageError(
            "ยังไม่ได้แนบหลักฐานของการทำบนกระดาษ", next_step="แนบภาพหรือ PDF (--scan) หรือบอกเหตุที่ไม่มี (--why-none)"
        )
    if entry.done.on > entry.entered.on:
        raise Refused(f"วันที่ {short(entry.done.on)} ยังมาไม่ถึง จึงบันทึกย้อนหลังไม่ได้", next_step="ตรวจวันที่บนกระดาษ")


def _known(session: Session, entry: OnPaper, number: int) -> PaperEvidenceRow | None:
    where = (
        PaperEvidenceRow.dispatch_id == number,
        PaperEvidenceRow.act == entry.act,
        PaperEvidenceRow.unit == entry.unit,
    )
    return session.exec(select(PaperEvidenceRow).where(*where, PaperEvidenceRow.post == entry.post)).first()


def _evidence(entry: OnPaper, number: int, sha256: str) -> PaperEvidenceRow:
    return PaperEvidenceRow(
        matter_id=entry.matter, dispatch_id=number, act=entry.act, unit=entry.unit, post=entry.post, done_on=entry.done.on,
        entered_by=entry.entered_by, entered_at=entry.entered.at, sha256=sha256, why_none=entry.why_none.strip(),
    )  # fmt: skip


def _told(entry: OnPaper) -> str:
    proof = f"หลักฐาน {entry.scan.name}" if entry.scan else f"ไม่มีหลักฐาน: {entry.why_none}"
    what = f"บันทึกย้อนหลังจากกระดาษ: {ACTS[entry.act]}เมื่อ {short(entry.done.on)} บันทึกโดย {entry.entered_by} ({proof})"
    return to_thai(what)


__all__ = ["ACTS", "OnPaper", "enter_from_paper", "evidence_of"]

"""What each kind of memo takes from a matter beyond the result memo's facts: to whom it goes, and what the registers and orders say.

A kind that is not named here is written from the result memo's facts, or refuses in its own words (`memos/needs.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time

from sqlmodel import Session

from workflow.core.case_facts import Event, Receipt
from workflow.core.memo_kind import CaseFile, CitedOrder
from workflow.core.office import Office
from workflow.core.reading import Instrument
from workflow.core.thai_date import full
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.store.matters import last_order
from workflow.store.registers import Registers
from workflow.store.rounds import attendees
from workflow.store.tables import MatterRow

__all__ = ["Dossier", "fitted"]


@dataclass(frozen=True)
class Dossier:
    """A matter with the transaction and the office in which its facts are found."""

    session: Session
    row: MatterRow
    office: Office


def fitted(kind: str, case: CaseFile, dossier: Dossier) -> CaseFile:
    """Return the case as this kind of memo needs it; the case itself when the kind needs nothing else."""
    fit = _FITS.get(kind)
    return fit(case, dossier) if fit else case


def _summary(case: CaseFile, _: Dossier) -> CaseFile:
    return replace(case, subject=f"สรุป{case.subject.removeprefix('แจ้ง')}")


def _undirected(case: CaseFile, _: Dossier) -> CaseFile:
    """Down the command nobody is addressed until somebody says whom: the kind then refuses and names what is missing."""
    return replace(case, to=(), via=None)


def _receipt(case: CaseFile, dossier: Dossier) -> CaseFile:
    sender = case.letter.sender if case.letter else None
    registers = Registers(dossier.session, dossier.office.code, dossier.office.openings)
    entry = registers.find(f"receive:{dossier.row.id}")
    receipt = Receipt(to_thai(entry.number), entry.at) if entry else None
    return replace(case, to=(sender,) if sender else (), via=None, subject="ตอบรับหนังสือ", receipt=receipt)


def _answer(case: CaseFile, dossier: Dossier) -> CaseFile:
    given = last_order(dossier.session, dossier.row.id or 0)
    order = CitedOrder(dossier.office.short_name, When(given.at).on, tuple(given.text.splitlines())) if given else None
    head = _head_of_sender(case.letter)
    return replace(
        case, to=(head,) if head else (), via=None, subject=f"ตอบรับทราบ{case.subject.removeprefix('แจ้ง')}", order=order,
        agency=dossier.office.name, references=_cited(case.letter),
    )  # fmt: skip


def _invited(case: CaseFile, dossier: Dossier) -> CaseFile:
    """Fill in what the letter invites to, and who was named for it; the kind refuses when the letter does not say when and where."""
    letter, meeting = case.letter, case.letter.meeting if case.letter else None
    if letter is None or meeting is None or meeting.start is None or meeting.place is None:
        return case
    named = attendees(dossier.session, dossier.row.id or 0)
    event = Event(
        name=_event_name(letter.subject or ""), on=meeting.on, start=time.fromisoformat(meeting.start), place=meeting.place,
        end=time.fromisoformat(meeting.end) if meeting.end else None, reply_by=meeting.reply_by,
        reply_to=letter.sender if meeting.reply_by else None,
        attendees=tuple(f"{row.name} {row.position}".strip() for row in named if not row.withdrawn),
    )  # fmt: skip
    return replace(case, event=event)


def _event_name(subject: str) -> str:
    """Return what a subject invites to: `ขอเชิญประชุมชี้แจง…` invites to the ประชุมชี้แจง…"""
    for opening in ("ขอเรียนเชิญ", "ขอเชิญ", "การเชิญ", "เชิญ"):
        if subject.startswith(opening):
            return subject.removeprefix(opening).removeprefix("เข้าร่วม").removeprefix("ร่วม").strip()
    return subject


def _head_of_sender(letter: Instrument | None) -> str | None:
    """Return whom an answer goes to: the post the letter was signed for, else by, else the sender itself."""
    if letter is None:
        return None
    signed = letter.signatory
    return (signed.acting_for or signed.position if signed else None) or letter.sender


def _cited(letter: Instrument | None) -> tuple[str, ...]:
    """Return the letter as อ้างถึง cites it: its kind, number and date in full; () when neither is known."""
    if letter is None or not (letter.number and letter.date):
        return ()
    urgency = f" {letter.urgency}" if letter.urgency else ""
    return (f"หนังสือ{letter.sender or ''}{urgency} ที่ {letter.number} ลงวันที่ {full(letter.date)}",)


_FITS: dict[str, Callable[[CaseFile, Dossier], CaseFile]] = {
    "summary-for-commander": _summary,
    "circular": _undirected,
    "recommendation-assignment": _undirected,
    "data-request": _undirected,
    "invitation-forward": _invited,
    "receipt-reply": _receipt,
    "external-letter": _answer,
}

"""Which units a letter has reached already, in this matter or in another one that was opened for the same letter."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from workflow.core.dispatch import DispatchState
from workflow.core.register import Book
from workflow.core.thai_digits import to_arabic
from workflow.core.when import When
from workflow.store.tables import DispatchRow, EntryRow, MatterRow, MemoRow

Reached = tuple[str, str, str, date]
"""The unit, who sent it the paper, the paper's number, the day."""


def reached_earlier(session: Session, matter: MatterRow, sender: str) -> Sequence[Reached]:
    """Return whom the same letter has reached through other units than `sender`, oldest first; what was recalled does not count."""
    where = (
        col(DispatchRow.matter_id).in_(_same_letter(session, matter)),
        DispatchRow.from_unit != sender,
        DispatchRow.state != DispatchState.RECALLED,
    )
    columns = select(DispatchRow.unit, DispatchRow.from_unit, MemoRow.number, DispatchRow.sent_at)
    joined = columns.join(MemoRow, col(MemoRow.id) == col(DispatchRow.memo_id)).where(*where)
    return [(u, by, number, When(at).on) for u, by, number, at in session.exec(joined.order_by(col(DispatchRow.id)))]


def last_sent(session: Session, matter: int, sender: str) -> list[DispatchRow]:
    """Return the dispatches of the last paper that `sender` sent in the matter; empty when it sent none."""
    where = (DispatchRow.matter_id == matter, DispatchRow.from_unit == sender)
    memo = session.exec(select(DispatchRow.memo_id).where(*where).order_by(col(DispatchRow.memo_id).desc())).first()
    rows = select(DispatchRow).where(*where, DispatchRow.memo_id == memo).order_by(col(DispatchRow.id))
    return list(session.exec(rows)) if memo is not None else []


def _same_letter(session: Session, matter: MatterRow) -> set[int]:
    """Return the matters of this office that were opened for a letter of the same number and date."""
    entered = select(EntryRow).where(EntryRow.office == matter.office, EntryRow.book == Book.INCOMING)
    found = {matter.id or 0}
    for letter in session.exec(entered.where(EntryRow.matter_id == matter.id, EntryRow.letter_number != "")).all():
        same = session.exec(entered.where(EntryRow.letter_date == letter.letter_date)).all()
        found |= {e.matter_id for e in same if e.matter_id and _alike(e.letter_number, letter.letter_number)}
    return found


def _alike(one: str, other: str) -> bool:
    return _packed(one) == _packed(other)


def _packed(number: str) -> str:
    return to_arabic(number).replace(" ", "").replace(".", "")

"""การปฏิบัติ: what a unit did with the papers that stand in its register, from the matters' own events."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from workflow.core.register import RegisterKey
from workflow.core.thai_digits import to_thai
from workflow.store.tables import EntryRow, EventRow

DONE_WITH_IT = ("submitted", "dispatched", "acknowledged", "forwarded", "acted")
"""Events that say what a unit did with a paper."""


def acts_on(session: Session, key: RegisterKey, entries: Sequence[EntryRow]) -> dict[int, str]:
    """Return what the unit did with the paper of each line, by the line's id: its newest act on the matter; of an outgoing one, its sending."""
    by_matter: dict[int, list[EventRow]] = {}
    matters = {entry.matter_id for entry in entries if entry.matter_id is not None}
    where = (col(EventRow.matter_id).in_(matters), EventRow.unit == key.unit, col(EventRow.kind).in_(DONE_WITH_IT))
    for event in session.exec(select(EventRow).where(*where).order_by(col(EventRow.at), col(EventRow.id))):
        by_matter.setdefault(event.matter_id, []).append(event)
    return {e.id or 0: _act(key, e, by_matter.get(e.matter_id or 0, ())) for e in entries}


def _act(key: RegisterKey, entry: EntryRow, acts: Iterable[EventRow]) -> str:
    if key.book.goes_out:
        acts = [act for act in acts if act.text.endswith(f"ที่ {to_thai(entry.letter_number)}")]
    sent = f"ส่งทาง{entry.method}" if entry.method else ""
    return next((act.text for act in reversed(list(acts)) if act.at >= entry.at), sent)

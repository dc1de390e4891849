"""Which units have a part in a matter, asked so that one row answers: who wrote a paper of it, was sent one, sent one, or stands on its way."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from workflow.core.thai_digits import to_arabic, to_thai
from workflow.store.dialects import among
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.matters import AT_A_GLANCE
from workflow.store.sending_tables import SendingRow, TallyRow
from workflow.store.tables import DispatchRow, MatterRow, MemoRow

TOGETHER = 5_000  # names in one statement
Units = Sequence[str]


def at_a_glance(session: Session, matter: int) -> MatterRow | None:
    """Return a matter without what was read of its letter; None when there is no such one."""
    return session.get(MatterRow, matter, options=[AT_A_GLANCE])


def wrote(session: Session, matter: int, units: Units) -> bool:
    """Whether one of these units wrote a paper of the matter that went up or out; what it passed on to those below it is none."""
    first_hand = or_(
        col(MemoRow.id).in_(
            select(SendingRow.memo_id).where(SendingRow.matter_id == matter, col(SendingRow.parent_id).is_(None))
        ),
        col(MemoRow.id).in_(select(JourneyRow.memo_id).where(JourneyRow.matter_id == matter)),
    )
    asked = select(MemoRow.id).where(MemoRow.matter_id == matter, first_hand)
    return _any(session, lambda some: asked.where(among(session, col(MemoRow.unit), some)), units)


def on_the_way(session: Session, matter: int, posts: Units) -> bool:
    """Whether a memo of the matter goes up through, or to, one of these posts."""
    steps = select(JourneyStepRow.id).join(JourneyRow, col(JourneyRow.id) == JourneyStepRow.journey_id)
    return _any(
        session,
        lambda some: steps.where(JourneyRow.matter_id == matter, among(session, col(JourneyStepRow.post), some)),
        posts,
    )


def was_sent(session: Session, matter: int, units: Units) -> bool:
    """Whether one of these units was sent a paper of the matter."""
    return _any(
        session,
        lambda some: select(DispatchRow.id).where(
            DispatchRow.matter_id == matter, among(session, col(DispatchRow.unit), some)
        ),
        units,
    )


def memos_sent(session: Session, matter: int, units: Units) -> set[int]:
    """Return the memos of the matter sent to these units, and those they were passed on from."""
    found: set[int] = set()
    for some in _parts(units):
        asked = (
            select(TallyRow.memo_id)
            .where(TallyRow.matter_id == matter, among(session, col(TallyRow.unit), some))
            .distinct()
        )
        found.update(session.exec(asked))
    level = set(found)
    while level:
        parents = select(SendingRow.parent_id).where(
            col(SendingRow.memo_id).in_(level), col(SendingRow.parent_id).is_not(None)
        )
        above = set(session.exec(select(DispatchRow.memo_id).where(col(DispatchRow.id).in_(parents))))
        level = above - found
        found |= above
    return found


def seen_by(session: Session, units: Units, posts: Units) -> ColumnElement[bool]:
    """Return the condition on a matter that these units (and posts) have a part in it; for lists."""
    steps = select(JourneyRow.matter_id).join(JourneyStepRow, col(JourneyRow.id) == JourneyStepRow.journey_id)
    matter = col(MatterRow.id)
    return or_(
        among(session, col(MatterRow.unit), units),
        matter.in_(select(MemoRow.matter_id).where(among(session, col(MemoRow.unit), units))),
        matter.in_(select(TallyRow.matter_id).where(among(session, col(TallyRow.unit), units))),
        matter.in_(steps.where(among(session, col(JourneyStepRow.post), posts))),
    )


def matters_seen(
    session: Session, office: str, units: Units, posts: Units, *, find: str = "", limit: int
) -> list[MatterRow]:
    """Return the office's matters in which these have a part, newest first, at most `limit`, without what was read of their letters."""
    where = [col(MatterRow.office) == office, seen_by(session, units, posts)]
    if find:
        subject = col(MatterRow.subject)
        where.append(or_(*(subject.contains(word, autoescape=True) for word in {find, to_thai(find), to_arabic(find)})))
    asked = select(MatterRow).options(AT_A_GLANCE).where(*where)
    return list(session.exec(asked.order_by(col(MatterRow.id).desc()).limit(limit)))


def _any(session: Session, asked: Callable[[Units], Any], units: Units) -> bool:
    return any(session.exec(asked(some).limit(1)).first() is not None for some in _parts(units))


def _parts(units: Units) -> Iterable[Units]:
    return (units[start : start + TOGETHER] for start in range(0, len(units), TOGETHER))

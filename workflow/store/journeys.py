"""Questions about journeys, and opening one; what may be done at a step is decided in core/journey.py."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from workflow.core.journey import Role, Step, StepState
from workflow.core.way_up import Stop
from workflow.core.when import When
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.memo_versions import versions_of
from workflow.store.tables import MemoRow


@dataclass(frozen=True)
class Way:
    """The places a memo goes through, and the post it is addressed to."""

    stops: tuple[Stop, ...]
    to: str


def seen(memo: MemoRow) -> str:
    """Return the SHA-256 of a memo's words as they stand: what a decision is bound to."""
    words = json.dumps(memo.document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def journeys_of(session: Session, matter_id: int) -> list[JourneyRow]:
    """Return a matter's journeys, the oldest first."""
    return list(session.exec(select(JourneyRow).where(JourneyRow.matter_id == matter_id).order_by(col(JourneyRow.id))))


def last_journey(session: Session, matter_id: int) -> JourneyRow | None:
    """Return the journey of the memo submitted last; None when none was since journeys are kept."""
    query = select(JourneyRow).where(JourneyRow.matter_id == matter_id).order_by(col(JourneyRow.id).desc())
    return session.exec(query.limit(1)).first()


def steps_of(session: Session, journey_ids: Iterable[int]) -> list[JourneyStepRow]:
    """Return the steps of these journeys in their order."""
    order = (col(JourneyStepRow.journey_id), col(JourneyStepRow.position), col(JourneyStepRow.id))
    query = select(JourneyStepRow).where(col(JourneyStepRow.journey_id).in_(list(journey_ids))).order_by(*order)
    return list(session.exec(query))


def as_steps(rows: Sequence[JourneyStepRow]) -> tuple[Step, ...]:
    """Return rows as the rules see them."""
    return tuple(Step(r.id or 0, r.position, r.post, Role(r.role), r.needed, StepState(r.state)) for r in rows)


def open_journey(session: Session, memo: MemoRow, way: Way, when: When) -> JourneyRow:
    """Write the journey a memo sets out on; submitted again, its next round."""
    before = [j.round for j in journeys_of(session, memo.matter_id) if j.memo_id == memo.id]
    row = JourneyRow(
        matter_id=memo.matter_id, memo_id=memo.id or 0, round=max(before, default=0) + 1, sha256=seen(memo),
        version=len(versions_of(session, memo.id or 0)), submitted_at=when.at, timed=when.timed,
    )  # fmt: skip
    session.add(row)
    session.flush()
    for position, stop in enumerate(way.stops, 1):
        _place(session, row, position, (Role.VIA, stop))
    _place(session, row, len(way.stops) + 1, (Role.TO, Stop((way.to,), 1)))
    session.flush()
    return row


def ask_back(session: Session, journey: JourneyRow, position: int, asked: tuple[str, str]) -> None:
    """Write that an officer is to give the addressee more (`asked` is both posts), after which the memo is before the addressee again."""
    _place(session, journey, position + 1, (Role.ASKED, Stop((asked[0],), 1)))
    _place(session, journey, position + 2, (Role.TO, Stop((asked[1],), 1)))
    session.flush()


def _place(session: Session, journey: JourneyRow, position: int, what: tuple[Role, Stop]) -> None:
    role, stop = what
    session.add_all(
        JourneyStepRow(journey_id=journey.id or 0, position=position, role=role, post=post, needed=stop.needed)
        for post in stop.posts
    )

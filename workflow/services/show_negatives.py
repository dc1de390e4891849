"""พ้นตำแหน่งโดยไม่ได้รับทราบ: who left a post before acknowledging what was sent to it; the post's duty goes on."""

from dataclasses import dataclass
from datetime import date

from workflow.services.desk import Desk
from workflow.store.branches import left_unread

SHOWN = 200


@dataclass(frozen=True)
class Negative:
    """One who left: the dispatch, the unit and post, the name, and the day."""

    dispatch: int
    unit: str
    post: str
    name: str
    left_on: date


def show_negatives(desk: Desk, matter: int) -> tuple[Negative, ...]:
    """Return the newest of a matter's negative receipts."""
    with desk.store.read() as session:
        found = left_unread(session, matter, SHOWN)
        return tuple(Negative(n.dispatch_id, sent.unit, n.post, n.name, n.left_on) for n, sent in found)

"""The hop bar: the days from the letter to the last answer, cut by what the paper was doing, as the parts of a bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.core.hops import Hop, HopKind, totals, whole
from workflow.entrypoints.web.words import STEPS

LOOKS = {HopKind.TRANSIT: "transit", HopKind.WAITING: "waiting", HopKind.DECIDING: "deciding"}
ROOM_FOR_A_NUMBER = 5.0  # percent of the bar


@dataclass(frozen=True)
class Segment:
    """One hop: where it lies on the bar (percent), how it looks, and what happened at its ends."""

    hop: Hop
    look: str
    x: float
    width: float
    start: str
    end: str

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.x + self.width / 2, 2)

    @property
    def numbered(self) -> bool:
        """Whether there is room for its number."""
        return self.width >= ROOM_FOR_A_NUMBER


@dataclass(frozen=True)
class HopBar:
    """The bar, and days and working days: of each kind, and of the whole."""

    segments: tuple[Segment, ...]
    totals: tuple[tuple[str, str, int, int | None], ...]
    days: int
    working_days: int | None


def hop_bar(hops: Sequence[Hop]) -> HopBar | None:
    """Return the bar of a matter; None while nothing has moved."""
    days_in_all, working_days = whole(hops)
    if not days_in_all:
        return None
    segments, passed = [], 0
    for hop in hops:
        x, width = (round(100 * days / days_in_all, 2) for days in (passed, hop.days))
        start, end = (STEPS.get(step.kind, step.kind) for step in (hop.start, hop.end))
        segments.append(Segment(hop, LOOKS[hop.kind], x, width, start, end))
        passed += hop.days
    kinds = tuple((kind.value, LOOKS[kind], *days) for kind, days in totals(hops).items())
    return HopBar(tuple(segments), kinds, days_in_all, working_days)

"""How far a paper has come, counted: the numbers of everything at and below one place of the tree."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

COUNTERS = ("total", "received", "acknowledged", "forwarded", "answered", "closed", "overdue")


@dataclass(frozen=True, slots=True)
class NodeCounts:
    """`answered` are those nobody is reminded of any more, `closed` those of them recalled, refused or withdrawn; the rest overlap freely."""

    total: int = 0
    received: int = 0
    acknowledged: int = 0
    forwarded: int = 0
    answered: int = 0
    closed: int = 0
    overdue: int = 0

    @property
    def waiting(self) -> int:
        """How many have not answered."""
        return self.total - self.answered

    @property
    def percent(self) -> int:
        """Percent answered; 100 only when everybody has, 0 only when nobody has."""
        if not self.total:
            return 100
        exact = 100 * self.answered / self.total
        return min(99, max(1, round(exact))) if 0 < self.answered < self.total else round(exact)

    def __add__(self, other: "NodeCounts") -> "NodeCounts":
        """Return both together."""
        return NodeCounts(*(getattr(self, name) + getattr(other, name) for name in COUNTERS))


def together(counts: Iterable[NodeCounts]) -> NodeCounts:
    """Return all counts as one."""
    return sum(counts, NodeCounts())


class Pill(StrEnum):
    """Which recipients of a matter are listed: those of one truth, those still awaited, or everybody."""

    ALL = "sent"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    FORWARDED = "forwarded"
    UNANSWERED = "unanswered"
    OVERDUE = "overdue"
    CLOSED = "closed"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _PILLS[self][0]

    def of(self, counts: NodeCounts) -> int:
        """Return how many it lists."""
        return int(getattr(counts, _PILLS[self][1]))


_PILLS = {
    Pill.ALL: ("ทั้งหมด", "total"),
    Pill.RECEIVED: ("ลงรับ", "received"),
    Pill.ACKNOWLEDGED: ("รับทราบ", "acknowledged"),
    Pill.FORWARDED: ("ส่งต่อ", "forwarded"),
    Pill.UNANSWERED: ("ยังไม่ตอบ", "waiting"),
    Pill.OVERDUE: ("เกินกำหนด", "overdue"),
    Pill.CLOSED: ("ยุติ", "closed"),
}

"""How addressees are spoken to: the line along which they stand under the sender decides the words.

Command: เพื่อทราบ, and an order (ให้…). A functional or a coordinating line: เพื่อโปรดทราบ, and a request (ขอความร่วมมือ…). Superiors, equals
and other commands: เพื่อโปรดทราบ. The routing plan says which it is (`routing/plan.py`); nothing is guessed from a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workflow.core.memo_kind import AddressGroup, CaseFile, CitedOrder

# a refusal (ไม่เห็นชอบ, มิอนุมัติ) must never be passed on as an order to act
_APPROVED = r"(?<!ไม่)(?<!ไม่ )(?<!มิ)(?:เห็นชอบ|อนุมัติ|ดำเนินการ)"
_ACTS = re.compile(_APPROVED)
_DECIDED = re.compile(_APPROVED + r"[^\d๐-๙]*?ข้อ\s*([0-9๐-๙]+(?:\.[0-9๐-๙]+)*)")


@dataclass(frozen=True)
class Told:
    """One group as it is written: its addressees, whether they may be ordered or only asked, what they are to do."""

    to: tuple[str, ...]
    downward: bool
    asks: bool
    action: str | None

    @property
    def names(self) -> str:
        """Return the addressees in a sentence: `ก ข และ ค`."""
        return joined(self.to)


def told_groups(case: CaseFile) -> tuple[Told, ...]:
    """Return the case's groups with what each is to do: its own action, else what the order decides."""
    by_order = _by_order(case.order)
    return tuple(Told(g.to, g.downward, g.asks, g.action or by_order) for g in groups_of(case))


def groups_of(case: CaseFile) -> tuple[AddressGroup, ...]:
    """Return the groups of the routing plan; without a plan the addressees are spoken to politely."""
    return case.groups or (AddressGroup(case.to, downward=False),)


def tone(case: CaseFile) -> str:
    """Return how a paper with one text for all speaks: `order`, `ask` or `inform`, the most polite that one of them is due."""
    groups = groups_of(case)
    if all(group.downward for group in groups):
        return "order"
    return "ask" if all(group.downward or group.asks for group in groups) else "inform"


def joined(names: Iterable[str]) -> str:
    """Return names in a sentence: `ก ข และ ค`."""
    *first, last = [*names] or [""]
    return f"{' '.join(first)} และ {last}" if first else last


def acts(order: CitedOrder | None) -> bool:
    """Whether an order lets something be done, rather than taking note or refusing."""
    return order is not None and any(_ACTS.search(line) for line in order.text)


def _by_order(order: CitedOrder | None) -> str | None:
    """Return what the order lets the addressees do; None when it only takes note or refuses."""
    if order is None or not acts(order):
        return None
    decided = next((found[1] for line in order.text if (found := _DECIDED.search(line))), None)
    return "พิจารณาดำเนินการในส่วนที่เกี่ยวข้อง" + (f"ตามข้อ {decided}" if decided else "")

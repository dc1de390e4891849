"""What commanders do with a memo before them: order, return, pass it on with an opinion or without, ask for more; one matter or many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.core.errors import SarabanError
from workflow.core.journey import StepAct
from workflow.services.desk import Desk
from workflow.services.journey_rules import Decision
from workflow.services.walk_journey import Decided, take_step

__all__ = ["Decided", "Decision", "Ordered", "ask_for_more", "give_order", "order_many", "pass_memo", "return_memo"]


@dataclass(frozen=True)
class Ordered:
    """What became of one of many orders: the capacity in which it was given, or why it was not."""

    matter: int
    decided: Decided | None
    trouble: SarabanError | None = None


def give_order(desk: Desk, decision: Decision) -> Decided:
    """Record the order on a matter, which ends its journey; the very same order given twice is one order."""
    return take_step(desk, decision, StepAct.DECIDE)


def return_memo(desk: Desk, decision: Decision) -> Decided:
    """Record that the memo goes back to its unit to be mended, and why; it keeps its number within the year."""
    return take_step(desk, decision, StepAct.RETURN)


def pass_memo(desk: Desk, decision: Decision) -> Decided:
    """Let the memo pass to the next officer; words are an opinion (ความเห็น) that goes with it on the paper."""
    return take_step(desk, decision, StepAct.NOTE if decision.text.strip() else StepAct.PASS)


def ask_for_more(desk: Desk, decision: Decision, of_post: str | None = None) -> Decided:
    """Ask an officer of the journey, or the unit's head (None), for more; his answer brings the memo before the addressee again."""
    return take_step(desk, decision, StepAct.ASK, of_post)


def order_many(desk: Desk, decision: Decision, matters: Sequence[int]) -> tuple[Ordered, ...]:
    """Give one order on many matters, each an act of its own; what is refused for one does not hold up the others."""
    return tuple(_order_one(desk, replace(decision, matter=number)) for number in dict.fromkeys(matters))


def _order_one(desk: Desk, decision: Decision) -> Ordered:
    try:
        return Ordered(decision.matter, give_order(desk, decision))
    except SarabanError as error:
        return Ordered(decision.matter, None, error)

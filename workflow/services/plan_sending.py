"""Show a sending before it is made: who and why, who has the letter already, and what is different from last time."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlmodel import Session

from workflow.core.errors import NotFound
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.plan import PlannedDispatch, RoutingPlan, plan
from workflow.routing.plan_diff import PlanChange, Snapshot, plan_diff, snapshot
from workflow.routing.plan_findings import EarlierReceipt
from workflow.services.desk import Desk
from workflow.store.matters import look_at
from workflow.store.received_earlier import last_sent, reached_earlier

LAST: Literal["last"] = "last"


@dataclass(frozen=True)
class PlanQuestion:
    """What would be sent to whom; `against` the last sending of the same unit in the matter, or the chart of another day."""

    matter: int
    to: tuple[str, ...]
    when: When
    unit: str | None = None
    against: Literal["last"] | date | None = None


@dataclass(frozen=True)
class PlanShown:
    """The plan, with what it was compared (None: nothing) and the differences."""

    plan: RoutingPlan
    against: str | None = None
    changes: tuple[PlanChange, ...] = ()


def plan_sending(desk: Desk, question: PlanQuestion) -> PlanShown:
    """Return what would be sent; nothing is numbered, nothing is written. NotFound when there is nothing to compare with."""
    with desk.store.read() as session:
        row = look_at(session, question.matter)
        sender, on = question.unit or row.unit, question.when.on
        earlier = [EarlierReceipt(*reached) for reached in reached_earlier(session, row, sender)]
        sent = _last(session, question.matter, sender) if question.against == LAST else None
    chart = desk.office(row.office).chart
    found = plan(chart, question.to, sender=sender, on=on, earlier=earlier)
    if question.against is None:
        return PlanShown(found)
    if isinstance(question.against, date):
        sent = snapshot(plan(chart, question.to, sender=sender, on=question.against), question.against)
    if sent is None:
        raise NotFound(
            f"{to_thai(sender)} ยังไม่เคยส่งเรื่องที่ {to_thai(question.matter)} จึงไม่มีอะไรให้เทียบ",
            next_step="ตัด --against ออก หรือเทียบกับผังของวันอื่น เช่น --against 1/10/2562",
        )
    told = f"การส่งครั้งก่อน {short(sent.on)}" if question.against == LAST else f"ผังหน่วยของวันที่ {short(sent.on)}"
    return PlanShown(found, told, plan_diff(chart, sent, snapshot(found, on)))


def _last(session: Session, number: int, sender: str) -> Snapshot | None:
    rows = last_sent(session, number, sender)
    if not rows:
        return None
    dispatches = [PlannedDispatch(row.post, row.unit, row.reason, row.downward) for row in rows]
    return Snapshot(When(rows[0].sent_at).on, dispatches, lines=False)

"""A commander decides on a submitted memo: gives an order, or returns it; only the post addressed, or one acting for it on that day."""

from dataclasses import dataclass

from sqlmodel import Session

from workflow.core.matter import MatterMove
from workflow.core.office import Office
from workflow.core.org import OrgChart
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.authority import capacity
from workflow.services.desk import Desk
from workflow.store.matters import Trail, last_memo, last_order, matter, move
from workflow.store.tables import MatterRow, OrderRow


@dataclass(frozen=True)
class Decision:
    """What is decided, by which post, when; `name` and `capacity` as a paper bears them, None: as the chart has them on that day."""

    matter: int
    text: str
    by_post: str
    when: When
    name: str | None = None
    kind: str = "result-report"


@dataclass(frozen=True)
class Decided:
    """In which capacity the decision was made."""

    capacity: str
    again: bool = False


def give_order(desk: Desk, decision: Decision) -> Decided:
    """Record the order on a matter; the very same order given twice is one order."""
    with desk.store.write() as session:
        row = matter(session, decision.matter)
        office = desk.office(row.office)
        given = last_order(session, decision.matter)
        if given and given.text == decision.text and given.by_post == decision.by_post:
            return Decided(given.capacity, again=True)
        move(row, MatterMove.ORDER)
        return _record(session, office, row, decision, "order")


def return_memo(desk: Desk, decision: Decision) -> Decided:
    """Record that the memo goes back to be mended, and why."""
    with desk.store.write() as session:
        row = matter(session, decision.matter)
        move(row, MatterMove.RETURN)
        return _record(session, desk.office(row.office), row, decision, "return")


def _record(session: Session, office: Office, row: MatterRow, decision: Decision, what: str) -> Decided:
    acted_as = capacity(office.chart, signer_post=decision.by_post, for_post=office.addressee_post, on=decision.when.on)
    title = " ".join(acted_as.title_lines)
    name = decision.name or _holder(office.chart, decision)
    memo = last_memo(session, decision.matter, decision.kind)
    session.add(_row(decision, memo.id or 0, what, (name, title)))
    kind = "ordered" if what == "order" else "returned"
    one_line = " / ".join(decision.text.splitlines())
    word = "สั่งการ" if what == "order" else "ส่งคืน"
    unit = office.chart.post(decision.by_post).unit
    Trail(session, decision.matter).note(kind, unit, f"{word} “{to_thai(one_line)}” โดย {name} {title}", decision.when)
    return Decided(title)


def _row(decision: Decision, memo: int, what: str, who: tuple[str, str]) -> OrderRow:
    name, title = who
    return OrderRow(
        matter_id=decision.matter, memo_id=memo, decision=what, text=decision.text,
        by_post=decision.by_post, by_name=name, capacity=title, at=decision.when.at,
    )  # fmt: skip


def _holder(chart: OrgChart, decision: Decision) -> str:
    holder = chart.holder(decision.by_post, decision.when.on)
    return holder.name if holder else chart.post(decision.by_post).title

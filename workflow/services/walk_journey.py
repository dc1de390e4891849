"""One act on a memo that is on its way up: whose turn it is, with what authority, on which words and not before what came before."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from workflow import failpoints
from workflow.core.errors import NotFound
from workflow.core.journey import ENDS, Role, Step, StepAct, StepState, after, settled, turn
from workflow.core.matter import MatterMove
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.authority import Capacity
from workflow.services.desk import Desk
from workflow.services.journey_rules import (
    Decision,
    Walk,
    authority,
    memo_as_submitted,
    own_step,
    repeated,
    require_order_of_time,
    require_sayable,
    speaker,
    whom_to_ask,
)
from workflow.store.journey_tables import JourneyRow
from workflow.store.journeys import Way, as_steps, ask_back, last_journey, open_journey, seen, steps_of
from workflow.store.matters import Trail, last_order, matter, memos, move
from workflow.store.tables import MatterRow, MemoRow, OrderRow

_MOVE = {StepAct.DECIDE: MatterMove.ORDER, StepAct.RETURN: MatterMove.RETURN}
_EVENT = {
    StepState.PASSED: ("passed", "ผ่าน"),
    StepState.NOTED: ("noted", "เสนอความเห็น"),
    StepState.RETURNED: ("returned", "ส่งคืน"),
    StepState.DECIDED: ("ordered", "สั่งการ"),
    StepState.ASKED: ("asked", "ขอข้อมูลเพิ่ม"),
}


@dataclass(frozen=True)
class Decided:
    """In which capacity it was done, whether it had been done before, and the posts whose turn it is now."""

    capacity: str
    again: bool = False
    waiting: tuple[str, ...] = ()


def take_step(desk: Desk, decision: Decision, act: StepAct, ask: str | None = None) -> Decided:
    """Do one act at the step whose turn it is; the very same act done twice is one. `ask` names who is asked for more."""
    decision = replace(decision, text=decision.text.strip())
    require_sayable(desk, decision, act)
    with desk.store.write() as session:
        row = matter(session, decision.matter)
        office = desk.office(row.office)
        journey = last_journey(session, decision.matter)
        rows = steps_of(session, [journey.id or 0]) if journey else []
        if done := repeated(office, row, rows, (decision, act)) or _ordered_before(session, journey, decision, act):
            return Decided(done.capacity, again=True, waiting=tuple(s.post for s in turn(as_steps(rows))))
        move(row, _MOVE.get(act, MatterMove.PASS))
        if journey is None or journey.state != "open":
            journey = _adopted(session, desk, row)
            rows = steps_of(session, [journey.id or 0])
        walk = Walk(session, office, row, journey, rows, decision, act)
        step = own_step(walk)
        acted_as = authority(walk, step)
        require_order_of_time(walk)
        memo = memo_as_submitted(walk)
        _settle(walk, step, acted_as)
        failpoints.reached("order.settled")
        if act == StepAct.ASK:
            ask_back(session, journey, step.position, (whom_to_ask(walk, ask), step.post))
        _record(walk, step, acted_as, memo)
        return Decided(
            acted_as.title, waiting=tuple(s.post for s in turn(as_steps(steps_of(session, [journey.id or 0]))))
        )


def _ordered_before(session: Session, journey: JourneyRow | None, decision: Decision, act: StepAct) -> OrderRow | None:
    """Return the very same order, given before journeys were kept."""
    given = last_order(session, decision.matter) if journey is None and act == StepAct.DECIDE else None
    return given if given and (given.by_post, given.text) == (decision.by_post, decision.text) else None


def _adopted(session: Session, desk: Desk, row: MatterRow) -> JourneyRow:
    """Open the journey of a memo that was submitted before journeys were kept."""
    office = desk.office(row.office)
    numbered = (memo for memo in memos(session, row.id or 0) if memo.number and not memo.number.endswith("/"))
    out = [memo for memo in numbered if not desk.kind(memo.kind).aside]
    if not out or out[-1].dated is None:
        raise NotFound(f"เรื่องที่ {to_thai(row.id)} ไม่มีบันทึกที่เสนอแล้ว", next_step=f"เสนอก่อนด้วย saraban submit {row.id}")
    return open_journey(session, out[-1], Way(office.way_up, office.addressee_post), When.day(out[-1].dated))


def _settle(walk: Walk, step: Step, acted_as: Capacity) -> None:
    holder, decision = speaker(walk), walk.decision
    states = settled(walk.steps, step, walk.act)
    for row in walk.rows:
        row.state = states.get(row.id or 0, row.state)
        if row.id == step.id:
            row.by_post, row.by_rank, row.by_name = decision.by_post, holder.rank or "", holder.name
            row.capacity, row.appointment = acted_as.title, acted_as.order_number
            row.text, row.acted_at, row.timed = decision.text, decision.when.at, decision.when.timed
    if states[step.id] in ENDS:
        walk.journey.state = states[step.id]


def _record(walk: Walk, step: Step, acted_as: Capacity, memo: MemoRow) -> None:
    """Keep the order or return, and tell the trail. An office whose orders are papers of their own (คำสั่ง) numbers them here, as one act."""
    decision, state = walk.decision, after(step, walk.act)
    row = next(row for row in walk.rows if row.id == step.id)
    if state in ENDS:
        walk.session.add(
            OrderRow(
                matter_id=decision.matter, memo_id=memo.id or 0, text=decision.text, by_post=decision.by_post,
                decision="order" if state == StepState.DECIDED else "return", by_name=row.by_name, capacity=row.capacity,
                at=decision.when.at, sha256=seen(memo), version=walk.journey.version, appointment=acted_as.order_number,
            )
        )  # fmt: skip
    kind, word = _EVENT[state] if step.role != Role.ASKED or state != StepState.NOTED else ("noted", "ให้ข้อมูลเพิ่ม")
    said = f" “{to_thai(' / '.join(decision.text.splitlines()))}”" if decision.text else ""
    unit = walk.office.chart.post(decision.by_post).unit
    Trail(walk.session, decision.matter).note(
        kind, unit, f"{word}{said} โดย {row.by_name} {row.capacity}", decision.when
    )

"""What lies before an officer: every memo whose turn has come at his post, or at the post he acts for, and in which capacity he would speak."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from workflow.core.acting import Act
from workflow.core.errors import NotFound, Refused
from workflow.core.journey import MOVES, Role, Step, StepAct, turn
from workflow.core.office import Office
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.routing.authority import capacity, stand_ins
from workflow.routing.speaking import speaks_for
from workflow.services.desk import Desk
from workflow.services.ladder import urgency_of
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.journeys import as_steps, steps_of
from workflow.store.tables import MatterRow, MemoRow
from workflow.store.turns_up import journey_of_step, waiting_at

AT_ONCE = 200  # memos one list shows, and one press of the button may order


@dataclass(frozen=True)
class WaitingMemo:
    """A memo before an officer: since when, how long in working days, and as what he would act (`why_not` where he may not).

    `capacity` is the title under an opinion or a return, `ordering` the one under an order: an officer on the way decides for the addressee.
    """

    step: int
    matter: int
    subject: str
    urgency: str
    unit: str
    number: str
    memo: int
    role: str
    since: When
    working_days: int | None
    acts: frozenset[str]
    capacity: str
    ordering: str
    why_not: str
    seen: str


@dataclass(frozen=True)
class _Lying:
    """A memo where it lies: its journey, its matter, the step whose turn it is, since when, its number, its letter's urgency as corrected."""

    journey: JourneyRow
    matter: MatterRow
    step: Step
    since: When
    number: str
    urgency: str


def orders_waiting(desk: Desk, who: WorkingAs, when: When) -> tuple[WaitingMemo, ...]:
    """Return what waits for the officer at this desk, the longest wait first; () at a desk that has no post."""
    post = speaks_for(who)
    if post is None:
        return ()
    with desk.store.read() as session:
        office = desk.office(who.office)
        rows = waiting_at(session, who.office, post, AT_ONCE)
        steps: dict[int, list[JourneyStepRow]] = {}
        for step in steps_of(session, [journey.id or 0 for journey, _ in rows]):
            steps.setdefault(step.journey_id, []).append(step)
        numbers = _numbers(session, [journey.memo_id for journey, _ in rows])
        found = []
        for journey, row in rows:
            own = steps.get(journey.id or 0, [])
            due = next((step for step in turn(as_steps(own)) if step.post == post), None)
            if due:
                found.append(
                    _Lying(
                        journey,
                        row,
                        due,
                        _since(journey, own),
                        numbers[journey.memo_id],
                        urgency_of(session, row) or "",
                    )
                )
        return tuple(_waiting(desk, office, each, (who, when.on)) for each in found)


def due_step(desk: Desk, who: WorkingAs, step: int, when: When) -> WaitingMemo:
    """Return a step when it is the turn of this desk; NotFound for any other, whoever it belongs to."""
    with desk.store.read() as session:
        found = journey_of_step(session, step)
        if found and found[2].office == who.office and found[0].post == speaks_for(who):
            row, journey, matter = found
            steps = steps_of(session, [journey.id or 0])
            due = next((one for one in turn(as_steps(steps)) if one.id == row.id), None)
            if due and journey.state == "open":
                number = _numbers(session, [journey.memo_id])[journey.memo_id]
                at = _Lying(journey, matter, due, _since(journey, steps), number, urgency_of(session, matter) or "")
                return _waiting(desk, desk.office(who.office), at, (who, when.on))
    raise NotFound(f"ไม่พบเรื่องที่รอท่านอยู่ ณ ขั้นที่ {to_thai(step)}", next_step="กลับไปที่รายการรอสั่งการ อาจมีผู้ดำเนินการไปแล้ว")


def _since(journey: JourneyRow, steps: Sequence[JourneyStepRow]) -> When:
    """Return since when the memo lies where it is: submitted, or done with at the step before."""
    return When(max((journey.submitted_at, *(step.acted_at for step in steps if step.acted_at))))


def _numbers(session: Session, memos: Sequence[int]) -> dict[int | None, str]:
    return dict(session.exec(select(MemoRow.id, MemoRow.number).where(col(MemoRow.id).in_(memos))).all())


def _waiting(desk: Desk, office: Office, at: _Lying, by: tuple[WorkingAs, date]) -> WaitingMemo:
    row, step, since = at.matter, at.step, at.since
    who, on = by
    acts = frozenset(_acts(office, row, step, who, on))
    title, why_not = _capacity(office, row, step, (who, on))
    ordering = _ordering(office, row, (who, on)) if "decide" in acts and not why_not else ""
    return WaitingMemo(
        step=step.id, matter=row.id or 0, subject=row.subject, urgency=at.urgency, unit=row.unit, number=at.number,
        memo=at.journey.memo_id, role=step.role.thai, since=since, working_days=desk.calendar().count(since.on, max(on, since.on)),
        acts=acts, capacity=title, ordering=ordering, why_not=why_not, seen=at.journey.sha256,
    )  # fmt: skip


def _acts(office: Office, row: MatterRow, step: Step, who: WorkingAs, on: date) -> Iterator[str]:
    """Yield what may be done at this step; an officer on the way decides only where power was delegated to him."""
    for role, act in MOVES:
        if role == step.role and (act != StepAct.DECIDE or role == Role.TO or _decides(office, row, who, on)):
            yield act.value


def _decides(office: Office, row: MatterRow, who: WorkingAs, on: date) -> bool:
    return who.post in stand_ins(office.chart, office.addressee_post, on, Act.ORDER, row.unit)


def _capacity(office: Office, row: MatterRow, step: Step, by: tuple[WorkingAs, date]) -> tuple[str, str]:
    """Return the title that will stand under the name, or why the officer may not speak that day."""
    who, on = by
    act = Act.ORDER if step.role == Role.TO else Act.ENDORSE
    try:
        if not office.chart.holder(who.post or "", on):
            raise Refused(f"ไม่มีผู้ดำรงตำแหน่ง {who.post} ในวันนี้")
        return capacity(
            office.chart, signer_post=who.post or "", for_post=step.post, on=on, act=act, unit=row.unit
        ).title, ""
    except Refused as error:
        return "", f"{error} {error.next_step}".strip()


def _ordering(office: Office, row: MatterRow, by: tuple[WorkingAs, date]) -> str:
    who, on = by
    to = office.addressee_post
    return capacity(office.chart, signer_post=who.post or "", for_post=to, on=on, act=Act.ORDER, unit=row.unit).title

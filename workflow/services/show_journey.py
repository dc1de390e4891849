"""ทางเสนอ as people ask for it: whose turn it is, what each officer did on the memo, and how long it lay with him."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from workflow.core.journey import Role, StepState, turn
from workflow.core.org import OrgChart
from workflow.core.when import When
from workflow.core.working_days import WorkingCalendar
from workflow.services.desk import Desk
from workflow.store.journey_tables import JourneyRow, JourneyStepRow
from workflow.store.journeys import as_steps, journeys_of, seen, steps_of
from workflow.store.matters import look_at
from workflow.store.tables import MemoRow

SHOWN = 8  # letters of a hash that people are shown


@dataclass(frozen=True)
class StepView:
    """One post on the way: since when the memo lay before it, what was done, in how many days; `due`: it is its turn.

    `working_days` is None where it has not come so far, or the calendar does not cover the years.
    """

    position: int
    role: str
    post: str
    title: str
    needed: int
    state: str
    state_thai: str
    due: bool
    name: str
    capacity: str
    appointment: str
    text: str
    since: When | None
    acted: When | None
    days: int | None
    working_days: int | None


@dataclass(frozen=True)
class RoundView:
    """One time the memo was submitted: its number, which words (`seen`, what `--seen` takes), and its steps in order.

    `changed`: the memo's words are no longer those that were submitted.
    """

    memo: int
    number: str
    round: int
    state: str
    seen: str
    version: int
    changed: bool
    submitted: When
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class JourneyView:
    """A matter's journeys, the oldest first, and the titles of those whose turn it is."""

    matter: int
    subject: str
    rounds: tuple[RoundView, ...]
    waiting: tuple[str, ...]


def show_journey(desk: Desk, number: int, *, today: date) -> JourneyView:
    """Return the journeys of a matter as of a day; NotFound when there is no such matter."""
    with desk.store.read() as session:
        row = look_at(session, number)
        chart = desk.office(row.office).chart
        journeys = journeys_of(session, number)
        steps = steps_of(session, [journey.id or 0 for journey in journeys])
        rounds = tuple(_round(session, j, [s for s in steps if s.journey_id == j.id], chart) for j in journeys)
    rounds = tuple(_waited(each, desk.calendar(), today) for each in rounds)
    return JourneyView(number, row.subject, rounds, tuple(s.title for each in rounds for s in each.steps if s.due))


def _round(session: Session, journey: JourneyRow, rows: Sequence[JourneyStepRow], chart: OrgChart) -> RoundView:
    memo, submitted = session.get_one(MemoRow, journey.memo_id), When(journey.submitted_at, journey.timed)
    due = {step.id for step in turn(as_steps(rows))} if journey.state == "open" else set()
    return RoundView(
        memo=memo.id or 0, number=memo.number, round=journey.round, state=journey.state, seen=journey.sha256[:SHOWN],
        version=journey.version, changed=seen(memo) != journey.sha256, submitted=submitted,
        steps=tuple(_steps(rows, submitted, due, chart)),
    )  # fmt: skip


def _steps(rows: Sequence[JourneyStepRow], submitted: When, due: set[int], chart: OrgChart) -> Iterator[StepView]:
    for row in rows:
        acted = When(row.acted_at, row.timed) if row.acted_at else None
        before = [When(r.acted_at, r.timed) for r in rows if r.acted_at and r.position < row.position]
        came = max(before, key=lambda when: when.at, default=submitted) if acted or row.id in due else None
        post = chart.post_by_code.get(row.post)
        yield StepView(
            position=row.position, role=Role(row.role).thai, post=row.post, title=post.title if post else row.post,
            needed=row.needed, state=row.state, state_thai=StepState(row.state).thai, due=row.id in due,
            name=" ".join(filter(None, (row.by_rank, row.by_name))), capacity=row.capacity, appointment=row.appointment,
            text=row.text, since=came, acted=acted, days=None, working_days=None,
        )  # fmt: skip


def _waited(each: RoundView, calendar: WorkingCalendar, today: date) -> RoundView:
    return replace(each, steps=tuple(_with_days(step, calendar, today) for step in each.steps))


def _with_days(step: StepView, calendar: WorkingCalendar, today: date) -> StepView:
    if step.since is None:
        return step
    start, end = step.since.on, step.acted.on if step.acted else max(today, step.since.on)
    return replace(step, days=(end - start).days, working_days=calendar.count(start, end))

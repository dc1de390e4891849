"""A desk where a memo is on its way up: through two officers to the head of the office, who delegated to one of them in December 2562."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests import build
from tests.unit.templates.papers import FONTS
from workflow.core.acting import Absence
from workflow.core.office import Office
from workflow.core.org import ActingAppointment
from workflow.core.way_up import stop_of
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.give_order import Decision
from workflow.services.write_memo import render_memos
from workflow.store.engine import Store
from workflow.store.journey_tables import JourneyStepRow
from workflow.store.journeys import Way, journeys_of, open_journey, steps_of
from workflow.store.tables import MatterRow, MemoRow

HEAD, CHIEF, DEPUTY, OTHER = "หัวหน้า สนง.", "ผบช.สงป.", "รอง ผบช.สงป.", "ผบก.ก."
FIRST, LAST = date(2019, 12, 1), date(2019, 12, 31)
SUBMITTED = When.day(date(2019, 12, 2))


def office(**changed: object) -> Office:
    """The office: ผบช.สงป. may decide for the head in December, and รอง ผบช.สงป. stands in for ผบช.สงป. while he is away on the 20th."""
    chart = build.chart()
    acting = (
        ActingAppointment(CHIEF, HEAD, "ปรท.", "คำสั่ง ๙/๒๕๖๒", FIRST, LAST),
        ActingAppointment(DEPUTY, CHIEF, "รรท.", "คำสั่ง ๑๐/๒๕๖๒", FIRST, LAST),
    )
    chart = replace(chart, acting=acting, absences=(Absence(CHIEF, date(2019, 12, 20), date(2019, 12, 20)),))
    return replace(build.office(), chart=replace(chart, **changed))  # type: ignore[arg-type]


def desk(store: Store, folder: Path, **changed: object) -> Desk:
    """The desk; `changed` are fields of the chart."""
    return replace(build.desk(store, folder, lambda: FONTS), office=lambda _: office(**changed))


def submitted(
    desk: Desk, way: Sequence[str] = (DEPUTY, CHIEF), *, subject: str = build.SUBJECT, rendered: bool = False
) -> int:
    """A matter whose memo was submitted on 2 December through these places."""
    number = build.matter(desk, subject=subject)
    memo = build.memo(desk, number, "เพื่อโปรดพิจารณา", kind="result-report")
    with desk.store.write() as session:
        session.get_one(MatterRow, number).state = "submitted"
        row = session.get_one(MemoRow, memo)
        row.document = {**row.document, "form": "memo", "title": "บันทึกข้อความ"}
        open_journey(session, row, Way(tuple(map(stop_of, way)), HEAD), SUBMITTED)
    if rendered:
        render_memos(desk, number)
    return number


def says(matter: int, by: str, text: str = "", day: int = 3, clock: str | None = None) -> Decision:
    """What an officer says on a day of December."""
    return Decision(matter, text, by, When.day(date(2019, 12, day), clock))


def steps(desk: Desk, matter: int) -> list[JourneyStepRow]:
    """The steps of the matter's last journey."""
    with desk.store.read() as session:
        return steps_of(session, [journeys_of(session, matter)[-1].id or 0])


def states(desk: Desk, matter: int) -> list[str]:
    """Their states, in order."""
    return [step.state for step in steps(desk, matter)]

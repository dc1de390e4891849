"""A round of the survey (รอบสำรวจ): who answers, under which framework, on which days; and whom to remind before it opens.

Rounds differ from year to year (2562: twenty offices a province; 2566: one committee), so all of it is data (`config/<office>/rounds/`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from workflow.core.working_days import WorkingCalendar

PhaseName = Literal["announcement", "briefing", "collection", "answer", "result", "award"]
PHASES: dict[PhaseName, str] = {
    "announcement": "ประกาศการสำรวจ",
    "briefing": "ประชุมชี้แจง",
    "collection": "รวบรวมข้อมูลและหลักฐาน",
    "answer": "ตอบแบบสำรวจ",
    "result": "แจ้งผล",
    "award": "มอบรางวัล",
}
BEFORE_OPENING = (60, 30, 14, 7, 1)
"""Working days before a round opens on which the owners of sub-indicators are reminded."""


@dataclass(frozen=True)
class Phase:
    """A phase of a round, from `on` to `until` (None: one day); `confirmed` is False for a day that nobody has announced yet."""

    name: PhaseName
    on: date
    until: date | None = None
    source: str = ""
    confirmed: bool = True

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return PHASES[self.name]


@dataclass(frozen=True)
class Respondents:
    """One type of respondents: predicates on the chart of the round's day, and how many its source states (`groups` × `each`).

    `grouped_by` is the level of the bodies they are counted by (`จังหวัด`).
    """

    type: str
    who: tuple[str, ...]
    stated: int | None = None
    groups: int | None = None
    each: int | None = None
    grouped_by: str | None = None
    source: str = ""


@dataclass(frozen=True)
class SurveyRound:
    """One round: `year` in the Buddhist era; rounds of one `series` may be compared indicator by indicator, others may not.

    `owners` is who answers for a sub-indicator (`2.4`) or a whole indicator (`2`); who is not named there is the office's owner unit.
    """

    survey: str
    year: int
    series: str
    respondents: tuple[Respondents, ...]
    phases: tuple[Phase, ...]
    owners: Mapping[str, str] = field(default_factory=dict)

    def phase(self, name: PhaseName) -> Phase | None:
        """Return the phase of that name."""
        return next((phase for phase in self.phases if phase.name == name), None)

    @property
    def opens_on(self) -> date | None:
        """The first day on which respondents answer."""
        answer = self.phase("answer")
        return answer.on if answer else None

    @property
    def seen_on(self) -> date:
        """The day as of which its respondents stand in the chart: when answering begins, else its first known day."""
        return self.opens_on or min((phase.on for phase in self.phases), default=date(self.year - 543, 1, 1))

    def owner(self, code: str, otherwise: str) -> str:
        """Return the unit that answers for a sub-indicator."""
        return self.owners.get(code) or self.owners.get(code.split(".")[0]) or otherwise


@dataclass(frozen=True)
class RoundNotice:
    """The reminder due now: how many working days before the opening, and the working day it is promised for."""

    days_before: int
    promised_for: date


def due_notice(coming: SurveyRound, calendar: WorkingCalendar, *, today: date) -> RoundNotice | None:
    """Return the nearest rung reached by `today`; None on a day offices do not work, before the first rung, or once the round is open.

    Only the nearest: an owner who was out of reach for a month gets one reminder, not every one that was missed.
    """
    opening = coming.opens_on
    if opening is None or today >= opening or not calendar.is_working_day(today):
        return None
    reached = [(before, calendar.add(opening, -before)) for before in BEFORE_OPENING]
    due = [(before, on) for before, on in reached if on <= today]
    return RoundNotice(*min(due)) if due else None

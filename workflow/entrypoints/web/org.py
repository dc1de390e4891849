"""ผังหน่วย: the chart as of a day, who acts and who signed for whom."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from workflow.core.errors import SarabanError
from workflow.core.thai_date import be_year
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.given import READING, Moment, TheDesk, Who
from workflow.entrypoints.web.problems import status_of
from workflow.entrypoints.web.reader import tongue
from workflow.entrypoints.web.register_forms import day
from workflow.entrypoints.web.rules import ANY_DESK, rule
from workflow.entrypoints.web.views import html
from workflow.services.may_see import matters_seen, reach
from workflow.services.show_org import acting_on, show_org
from workflow.services.signed_for import signed_for

router = APIRouter(prefix="/org")


class Asked(BaseModel):
    """Which unit, as of which day (as typed), and words to look for."""

    unit: str | None = None
    on: str = Field("", max_length=40)
    find: str = Field("", max_length=100)


TheQuestion = Annotated[Asked, Query()]


@router.api_route("", methods=READING)
@rule(ANY_DESK)
def org(desk: TheDesk, when: Moment, who: Who, asked: TheQuestion) -> HTMLResponse:
    """ผังหน่วย: the tree down to a unit, its posts and people as of a day."""
    on, error = _as_of(asked.on, when)
    shown = show_org(desk, who.office, on, unit=asked.unit or None, find=asked.find, opened=True)
    status = status_of(error)
    facts = {"asked": asked, "error": error, "days_of": _slider, "admin": who.role == Role.ADMIN, "today": when.on}
    return html("org.html.j2", status=status, org=shown, **facts)


@router.api_route("/acting", methods=READING)
@rule(ANY_DESK)
def acting(desk: TheDesk, when: Moment, who: Who, asked: TheQuestion) -> HTMLResponse:
    """การแทน: appointments as of a day, and who signed for whom on the matters the desk sees."""
    on, error = _as_of(asked.on, when)
    seen = frozenset(row.id or 0 for row in matters_seen(desk, who, when))
    units = reach(desk.office(who.office).chart, who, when).units
    facts = {"acts": signed_for(desk, who.office, seen, units), "on": on, "asked": asked, "error": error}
    status = status_of(error)
    return html("acting.html.j2", status=status, acting=acting_on(desk, who.office, on), **facts)


def _as_of(typed: str, when: When) -> tuple[date, SarabanError | None]:
    """Return the day typed, today for an empty field; what is no day is told beside the field, and today's chart is shown."""
    try:
        return day(typed) or when.on, None
    except SarabanError as error:
        return when.on, error


def _slider(days: Iterable[date]) -> list[dict[str, str]]:
    """Return the days as the slider takes them: what it types into the field, and what it says."""
    say = tongue().full_day
    return [{"typed": f"{d.day}/{d.month}/{be_year(d)}", "said": say(d)} for d in days]

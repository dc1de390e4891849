"""A survey round as an office sees it: how many respondents of each type stand in the chart, beside what its source states; its days."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from workflow.core.errors import NotFound
from workflow.core.office import Office
from workflow.core.org import OrgChart
from workflow.core.survey_round import Phase, Respondents, SurveyRound
from workflow.core.thai_digits import to_thai
from workflow.routing.addressees import resolve_clauses
from workflow.services.desk import Desk


@dataclass(frozen=True)
class CountedRespondents:
    """One type of respondents: counted in the chart, stated by the source, and spread over how many bodies of the level named.

    `each` is how many every body has; None when they differ (`spread` then tells the least and the most).
    """

    type: str
    counted: int
    stated: int | None
    groups: int | None
    each: int | None
    spread: tuple[int, int] | None
    source: str

    @property
    def as_stated(self) -> bool:
        """Whether the chart holds as many as the source states."""
        return self.stated is None or self.counted == self.stated

    @property
    def product(self) -> str:
        """How the number comes about, as papers say it: `๗๖ × ๒๐`; empty when it is one body each or uneven."""
        return to_thai(f"{self.groups} × {self.each}") if self.groups and self.each and self.each > 1 else ""


@dataclass(frozen=True)
class RoundShown:
    """A round with its counted respondents, and its days as of `today`."""

    survey: str
    year: int
    series: str
    respondents: tuple[CountedRespondents, ...]
    total: int
    phases: tuple[Phase, ...]
    opens_in: int | None


def rounds_of(desk: Desk, office: str) -> tuple[SurveyRound, ...]:
    """Return the rounds an office knows; NotFound when it has none."""
    desk.office(office)
    found = desk.rounds(office)
    if not found:
        raise NotFound(f"หน่วยงาน {office} ยังไม่มีข้อมูลรอบสำรวจ", next_step=f"เพิ่มแฟ้ม config/{office}/rounds/ปี.yaml")
    return found


def round_of(desk: Desk, office: str, year: int) -> SurveyRound:
    """Return the round of a Buddhist-era year; NotFound lists the years there are."""
    found = rounds_of(desk, office)
    try:
        return next(r for r in found if r.year == year)
    except StopIteration:
        years = ", ".join(to_thai(r.year) for r in found)
        raise NotFound(f"ไม่มีข้อมูลรอบสำรวจปี {to_thai(year)} ของ {office}", next_step=f"ปีที่มี: {years}") from None


def show_round(desk: Desk, office: str, year: int, *, today: date) -> RoundShown:
    """Return a round; the chart is asked as of the day on which answering begins."""
    asked, chosen = desk.office(office), round_of(desk, office, year)
    counted = tuple(_counted(asked, row, chosen.seen_on) for row in chosen.respondents)
    opening = chosen.opens_on
    opens_in = desk.calendar().count(today, opening) if opening and opening > today else None
    total = sum(row.counted for row in counted)
    return RoundShown(chosen.survey, year, chosen.series, counted, total, chosen.phases, opens_in)


def respondents(office: Office, row: Respondents, on: date) -> tuple[str, ...]:
    """Return the units of one type of respondents on a day, in the chart's order, none twice."""
    # asked by whom the survey addresses, not by the unit that does the work: that unit may be a respondent itself
    asking = office.respondent
    clauses = resolve_clauses(row.who, office.chart, sender=asking, on=on)
    return tuple(dict.fromkeys(a.unit for clause in clauses for a in clause.addressees))


def _counted(office: Office, row: Respondents, on: date) -> CountedRespondents:
    units = respondents(office, row, on)
    spread = Counter(filter(None, (_body(office.chart, unit, row.grouped_by, on) for unit in units)))
    sizes = (min(spread.values()), max(spread.values())) if spread else None
    each = sizes[0] if sizes and sizes[0] == sizes[1] else None
    return CountedRespondents(
        row.type, len(units), row.stated, len(spread) or None, each, None if each else sizes, row.source
    )


def _body(chart: OrgChart, unit: str, level: str | None, on: date) -> str | None:
    """Return the body of a level to which a unit belongs by any line; None when no level was named or none is above it."""
    above = [e.parent for e in chart.lines_above(unit) if e.exists_on(on)] if level else []
    return next((u for u in above if chart.unit(u).level == level), None)

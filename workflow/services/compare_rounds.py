"""A respondent's rounds side by side."""

from dataclasses import dataclass

from workflow.core.round_comparison import ComparedLine, Score, compare
from workflow.services.desk import Desk
from workflow.store.rounds import scores


@dataclass(frozen=True)
class Compared:
    """The years that have scores, and a line for each indicator, the total first."""

    unit: str
    years: tuple[int, ...]
    lines: tuple[ComparedLine, ...]


def compare_rounds(desk: Desk, office: str, unit: str | None = None) -> Compared:
    """Return the comparison for a unit (None: that of the office's addressee); empty when nothing was kept of any round."""
    asked = desk.office(office)
    respondent = asked.chart.unit(unit or asked.respondent).code
    with desk.store.read() as session:
        found = [Score(r.year, r.code, r.name, r.score, r.average) for r in scores(session, office, respondent)]
    years = tuple(sorted({score.year for score in found}))
    return Compared(respondent, years, compare(found, desk.rounds(office)))

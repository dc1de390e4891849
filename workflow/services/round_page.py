"""The board of a round as its owners look at it: recommendations with what became of them, rounds side by side, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workflow.core.errors import NotFound
from workflow.core.survey_round import SurveyRound
from workflow.core.thai_digits import to_thai
from workflow.services.compare_rounds import Compared, compare_rounds
from workflow.services.desk import Desk
from workflow.services.promises import BoardLine, board
from workflow.services.round_answers import RollUpLine, roll_up
from workflow.services.round_notices import coming_round
from workflow.store import rounds


@dataclass(frozen=True)
class RoundCard:
    """A round in the list: its series ("": not described in the configuration), its total, how many recommendations and open ones."""

    year: int
    series: str
    opens_on: date | None
    score: float | None
    advices: int
    open: int
    overdue: int


@dataclass(frozen=True)
class Coming:
    """The next round: when it opens, in how many working days (None: the calendar does not reach so far), what will be asked again."""

    year: int
    opens_on: date | None
    opens_in: int | None
    questions: tuple[RollUpLine, ...]

    @property
    def handed_in(self) -> int:
        """How many questions have an answer."""
        return sum(line.text is not None for line in self.questions)


@dataclass(frozen=True)
class RoundPage:
    """One round: its board, its scores beside the round before, and what is to be answered before the next one (None: none is known)."""

    year: int
    series: str
    lines: tuple[BoardLine, ...]
    compared: Compared
    coming: Coming | None

    @property
    def done(self) -> int:
        """How many recommendations are done."""
        return sum(not line.open for line in self.lines)


def round_cards(desk: Desk, office: str, *, today: date) -> tuple[RoundCard, ...]:
    """Return the rounds that are described or of which something was kept, the newest first."""
    known = {r.year: r for r in desk.rounds(office)}
    respondent = desk.office(office).respondent
    with desk.store.read() as session:
        totals = {row.year: row.score for row in rounds.scores(session, office, respondent) if row.code == ""}
        advised = {row.year for row in rounds.advices(session, office, respondent)}
    years = sorted({*known, *totals, *advised}, reverse=True)
    return tuple(_card(known.get(year), year, totals.get(year), _lines(desk, office, year, today)) for year in years)


def round_page(desk: Desk, office: str, year: int, *, today: date) -> RoundPage:
    """Return a round; NotFound when neither the configuration nor anything kept knows it."""
    found = compare_rounds(desk, office)
    described = next((r for r in desk.rounds(office) if r.year == year), None)
    lines = _lines(desk, office, year, today)
    if described is None and year not in found.years and not lines:
        raise NotFound(f"ไม่มีข้อมูลรอบสำรวจปี {to_thai(year)}", next_step="ดูรอบที่มีที่หน้ารอบสำรวจ")
    series = described.series if described else ""
    return RoundPage(year, series, lines, _side_by_side(found, year), _coming(desk, office, today))


def _lines(desk: Desk, office: str, year: int, today: date) -> tuple[BoardLine, ...]:
    return board(desk, office, year, today=today)


def _card(described: SurveyRound | None, year: int, score: float | None, lines: Sequence[BoardLine]) -> RoundCard:
    return RoundCard(
        year, described.series if described else "", described.opens_on if described else None, score,
        len({line.code for line in lines}), sum(line.open for line in lines), sum(line.overdue for line in lines),
    )  # fmt: skip


def _side_by_side(found: Compared, year: int) -> Compared:
    """Return the round with the one before it that has scores, the lines of neither left out."""
    upto = [y for y in found.years if y <= year][-2:]
    return Compared(found.unit, tuple(upto), tuple(line for line in found.lines if any(y in line.scores for y in upto)))


def _coming(desk: Desk, office: str, today: date) -> Coming | None:
    coming = coming_round(desk.rounds(office), today)
    if coming is None:
        return None
    opening = coming.opens_on
    days = desk.calendar().count(today, opening) if opening and opening > today else None
    try:
        questions = roll_up(desk, office, coming.year)
    except NotFound:  # nothing was kept of any round before it
        questions = ()
    return Coming(coming.year, opening, days, questions)

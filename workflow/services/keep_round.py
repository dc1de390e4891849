"""Keep a round's scores and recommendations: from a matter's letter as it is read and corrected, or from rows of a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from workflow.core.bundle_facts import recommendations, result_letter, survey
from workflow.core.errors import Refused
from workflow.core.reading import Reading
from workflow.core.round_comparison import TOTAL
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.store.corrections import reading_in_force
from workflow.store.matters import matter
from workflow.store.round_tables import RoundAdviceRow, RoundScoreRow
from workflow.store.rounds import keep


@dataclass(frozen=True)
class RoundRow:
    """One line of a round: a respondent's score of one indicator (`code` empty: the total), or what it was recommended, or both."""

    unit: str
    code: str
    name: str = ""
    score: float | None = None
    average: float | None = None
    heading: str = ""
    advice: str = ""


@dataclass(frozen=True)
class Keeping:
    """Where rows come from: the round's office and year, the source as it is cited, the matter it was read in, and when."""

    office: str
    year: int
    source: str
    at: datetime
    matter: int | None = None


@dataclass(frozen=True)
class RoundKept:
    """How much was kept, and what stood there before and said something else (a sentence each)."""

    year: int
    scores: int
    advices: int
    changed: tuple[str, ...]


def keep_from_matter(desk: Desk, number: int, *, at: datetime, unit: str | None = None) -> RoundKept:
    """Keep what a matter's papers say of the round they report; Refused when they do not say which year it was.

    `unit` is the respondent (None: the unit of the post the letter is addressed to).
    """
    with desk.store.write() as session:
        row = matter(session, number)
        office, reading = desk.office(row.office), reading_in_force(session, row)
        facts, letter = survey(reading), result_letter(reading)
        if facts is None or facts.year is None:
            raise Refused(
                f"เรื่องที่ {to_thai(number)} ไม่บอกปีของการสำรวจ จึงเก็บเป็นผลของรอบใดไม่ได้",
                next_step="แก้ปีด้วย saraban correct แล้วเก็บใหม่",
            )
        respondent = office.chart.unit(unit or office.respondent).code
        source = f"หนังสือ ที่ {letter.number}" if letter and letter.number else row.file_name
        keeping = Keeping(row.office, facts.year, to_thai(source), at, number)
        return _keep(session, keeping, rows_of(reading, respondent))


def keep_rows(desk: Desk, rows: Iterable[RoundRow], keeping: Keeping) -> RoundKept:
    """Keep rows of a table; NotFound names a unit that the chart does not know, and then nothing is kept."""
    chart, found = desk.office(keeping.office).chart, list(rows)
    for row in found:
        chart.unit(row.unit)
    with desk.store.write() as session:
        return _keep(session, keeping, found)


def rows_of(reading: Reading, unit: str) -> list[RoundRow]:
    """Return what a bundle's papers say of their round: the total, the score table, the recommendations."""
    facts = survey(reading)
    rows = []
    if facts and facts.score is not None:
        rows.append(RoundRow(unit, TOTAL, "คะแนนรวม", facts.score, facts.group_average))
    for line in facts.indicators if facts else ():
        if line.score is not None:
            rows.append(RoundRow(unit, line.code, line.name or "", line.score, line.group_average))
    rows += [RoundRow(unit, r.code, r.name, heading=r.group or "", advice=r.text) for r in recommendations(reading)]
    return rows


def _keep(session: Session, keeping: Keeping, rows: Iterable[RoundRow]) -> RoundKept:
    scored = advised = 0
    changed = []
    for row in rows:
        whose: dict[str, Any] = {
            "office": keeping.office, "unit": row.unit, "year": keeping.year, "code": row.code, "name": row.name,
            "source": keeping.source, "matter_id": keeping.matter, "at": keeping.at,
        }  # fmt: skip
        if row.score is not None:
            scored += 1
            was = keep(session, RoundScoreRow(**whose, score=row.score, average=row.average))
            changed += [_told(row, f"{was.score:.2f}", f"{row.score:.2f}")] if was else []
        if row.advice:
            advised += 1
            said = keep(session, RoundAdviceRow(**whose, heading=row.heading, text=row.advice))
            changed += [_told(row, said.text, row.advice)] if said else []
    return RoundKept(keeping.year, scored, advised, tuple(changed))


def _told(row: RoundRow, before: str, now: str) -> str:
    return to_thai(f"{row.unit} {row.code or 'คะแนนรวม'}: เดิม {before} เป็น {now}")

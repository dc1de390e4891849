"""Questions about the memory of survey rounds, and what is put into it."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlmodel import Session, col, select

from workflow.store.dialects import inserting
from workflow.store.round_tables import (
    AttendeeRow,
    CommitmentReportRow,
    CommitmentRow,
    RoundAdviceRow,
    RoundAnswerRow,
    RoundNoticeRow,
    RoundScoreRow,
)

Kept = TypeVar("Kept", RoundScoreRow, RoundAdviceRow)


def scores(session: Session, office: str, unit: str) -> Sequence[RoundScoreRow]:
    """Return every score of a respondent, oldest round first."""
    where = (RoundScoreRow.office == office, RoundScoreRow.unit == unit)
    return session.exec(
        select(RoundScoreRow).where(*where).order_by(col(RoundScoreRow.year), col(RoundScoreRow.code))
    ).all()


def advices(session: Session, office: str, unit: str, year: int | None = None) -> Sequence[RoundAdviceRow]:
    """Return the recommendations a respondent got, in one round or in all."""
    where = [RoundAdviceRow.office == office, RoundAdviceRow.unit == unit]
    if year is not None:
        where.append(RoundAdviceRow.year == year)
    return session.exec(
        select(RoundAdviceRow).where(*where).order_by(col(RoundAdviceRow.year), col(RoundAdviceRow.id))
    ).all()


def keep(session: Session, row: Kept) -> Kept | None:
    """Keep a row under (office, unit, year, code); return what stood there before when it said something else, else None."""
    table = type(row)
    where = (table.office == row.office, table.unit == row.unit, table.year == row.year, table.code == row.code)
    known = session.exec(select(table).where(*where)).first()
    if known is None:
        session.add(row)
        return None
    if _said(known) == _said(row):
        return None
    session.delete(known)
    session.flush()
    session.add(row)
    return known


def _said(row: RoundScoreRow | RoundAdviceRow) -> tuple[object, ...]:
    if isinstance(row, RoundScoreRow):
        return row.score, row.average, row.name
    return row.name, row.heading, row.text


def commitments(session: Session, office: str) -> Sequence[CommitmentRow]:
    """Return every promise made in an office, oldest first."""
    return session.exec(
        select(CommitmentRow).where(CommitmentRow.office == office).order_by(col(CommitmentRow.id))
    ).all()


def last_reports(session: Session, promised: Iterable[int]) -> dict[int, CommitmentReportRow]:
    """Return the newest report of each promise that has one."""
    where = col(CommitmentReportRow.commitment_id).in_(list(promised))
    rows = session.exec(select(CommitmentReportRow).where(where).order_by(col(CommitmentReportRow.id)))
    return {row.commitment_id: row for row in rows}


def answers(session: Session, office: str, year: int) -> dict[tuple[str, str], RoundAnswerRow]:
    """Return what each unit handed in for each sub-indicator of a round, the newest counting."""
    where = (RoundAnswerRow.office == office, RoundAnswerRow.year == year)
    rows = session.exec(select(RoundAnswerRow).where(*where).order_by(col(RoundAnswerRow.id)))
    return {(row.code, row.unit): row for row in rows}


def noticed(session: Session, office: str, year: int) -> set[tuple[str, int]]:
    """Return which owners have been reminded on which rung of a coming round."""
    where = (RoundNoticeRow.office == office, RoundNoticeRow.year == year)
    return {(row.unit, row.days_before) for row in session.exec(select(RoundNoticeRow).where(*where))}


def attendees(session: Session, matter: int) -> Sequence[AttendeeRow]:
    """Return the names sent in for a matter's event, those withdrawn among them."""
    return session.exec(
        select(AttendeeRow).where(AttendeeRow.matter_id == matter).order_by(col(AttendeeRow.unit), col(AttendeeRow.id))
    ).all()


def offices(session: Session) -> Sequence[str]:
    """Return the offices for which recommendations of some round were kept."""
    return session.exec(select(RoundAdviceRow.office).distinct().order_by(RoundAdviceRow.office)).all()


def promise_notice(session: Session, row: RoundNoticeRow) -> bool:
    """Write the promise; False when another sweep made it first (the unique key decides)."""
    values = row.model_dump(exclude={"id"})
    statement = (
        inserting(session, RoundNoticeRow).values(**values).on_conflict_do_nothing().returning(col(RoundNoticeRow.id))
    )
    return session.connection().execute(statement).scalar_one_or_none() is not None

"""What units promised about recommendations, how far they have come, and what is open before the next round."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from workflow.core.errors import NotFound, Refused
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.store import rounds
from workflow.store.round_tables import CommitmentReportRow, CommitmentRow, RoundAdviceRow


@dataclass(frozen=True)
class Promise:
    """A promise to be kept: about which sub-indicator of which round, by which unit, in what words, until when, entered by whom."""

    office: str
    year: int
    code: str
    unit: str
    text: str
    by: str
    when: When
    due_on: date | None = None


@dataclass(frozen=True)
class BoardLine:
    """One recommendation: its score in that round, who answers for it, what was promised, how far that is; `open` when not done.

    `evidence` is the SHA-256 of the file that the newest report brought ("": none).
    """

    year: int
    code: str
    name: str
    heading: str
    advice: str
    score: float | None
    owner: str
    promise: int | None
    promised: str
    due_on: date | None
    report: str
    open: bool
    overdue: bool
    evidence: str = ""


def make_promise(desk: Desk, promise: Promise) -> int:
    """Keep a promise and return its number; Refused when nothing was recommended for that code in that round."""
    office = desk.office(promise.office)
    office.chart.unit(promise.unit)
    with desk.store.write() as session:
        respondent = office.respondent
        advised = {row.code for row in rounds.advices(session, promise.office, respondent, promise.year)}
        if promise.code not in advised:
            raise Refused(
                f"รอบปี {to_thai(promise.year)} ไม่มีข้อเสนอแนะของตัวชี้วัดย่อย {to_thai(promise.code)}",
                next_step=f"ตัวชี้วัดย่อยที่มี: {to_thai(', '.join(sorted(advised)) or '-')}",
            )
        row = CommitmentRow(
            office=promise.office, year=promise.year, code=promise.code, unit=promise.unit, text=promise.text,
            due_on=promise.due_on, by=promise.by, at=promise.when.at,
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row.id or 0


@dataclass(frozen=True)
class Report:
    """How far a promise has come, in words; `done` closes it; `evidence` is a file that is kept."""

    promise: int
    text: str
    by: str
    when: When
    done: bool = False
    evidence: Path | None = None


def report_promise(desk: Desk, report: Report) -> None:
    """Add a report to a promise; NotFound when there is no such promise."""
    sha256 = desk.originals.keep(report.evidence) if report.evidence else ""
    with desk.store.write() as session:
        if session.get(CommitmentRow, report.promise) is None:
            raise NotFound(f"ไม่พบคำรับที่ {to_thai(report.promise)}", next_step="ดูเลขคำรับด้วย saraban rounds board")
        session.add(
            CommitmentReportRow(
                commitment_id=report.promise,
                text=report.text,
                done=report.done,
                by=report.by,
                sha256=sha256,
                at=report.when.at,
            )
        )


def owner_of_promise(desk: Desk, office: str, promise: int) -> str:
    """Return the unit that made a promise; NotFound when the office has no such promise."""
    with desk.store.read() as session:
        return _promised(session, office, promise).unit


def evidence_of(desk: Desk, office: str, promise: int) -> Path:
    """Return the file that a promise's newest report brought; NotFound when it brought none."""
    with desk.store.read() as session:
        _promised(session, office, promise)
        report = rounds.last_reports(session, [promise]).get(promise)
    if report is None or not report.sha256:
        raise NotFound(f"คำรับที่ {to_thai(promise)} ไม่มีแฟ้มหลักฐาน", next_step="ดูรายงานล่าสุดของคำรับนี้ที่หน้ารอบสำรวจ")
    return desk.originals.path(report.sha256)


def _promised(session: Session, office: str, promise: int) -> CommitmentRow:
    row = session.get(CommitmentRow, promise)
    if row is None or row.office != office:
        raise NotFound(f"ไม่พบคำรับที่ {to_thai(promise)}", next_step="ดูเลขคำรับด้วย saraban rounds board")
    return row


def board(desk: Desk, office: str, year: int, *, today: date) -> tuple[BoardLine, ...]:
    """Return the recommendations of a round with what became of them, the open ones first."""
    with desk.store.read() as session:
        return board_in(session, desk, office, year, today=today)


def board_in(session: Session, desk: Desk, office: str, year: int, *, today: date) -> tuple[BoardLine, ...]:
    """Return the same inside the caller's transaction."""
    asked = desk.office(office)
    respondent = asked.respondent
    owners = next((r for r in desk.rounds(office) if r.year == year), None)
    advised = rounds.advices(session, office, respondent, year)
    scored = {row.code: row.score for row in rounds.scores(session, office, respondent) if row.year == year}
    promised = [row for row in rounds.commitments(session, office) if row.year == year]
    reports = rounds.last_reports(session, [row.id or 0 for row in promised])
    lines = []
    for advice in advised:
        of_code: list[CommitmentRow | None] = [row for row in promised if row.code == advice.code]
        owner = owners.owner(advice.code, asked.owner_unit) if owners else asked.owner_unit
        for row in of_code or [None]:
            report = reports.get(row.id or 0) if row else None
            lines.append(_line(advice, scored.get(advice.code), owner, (row, report), today))
    return tuple(sorted(lines, key=lambda line: (not line.overdue, not line.open)))


def _line(
    advice: RoundAdviceRow,
    score: float | None,
    owner: str,
    promise: tuple[CommitmentRow | None, CommitmentReportRow | None],
    today: date,
) -> BoardLine:
    row, report = promise
    still_open = not (report and report.done)
    due_on = row.due_on if row else None
    return BoardLine(
        advice.year, advice.code, advice.name, advice.heading, advice.text, score, row.unit if row else owner,
        row.id if row else None, row.text if row else "", due_on, report.text if report else "", still_open,
        bool(still_open and due_on and due_on < today), report.sha256 if report else "",
    )  # fmt: skip

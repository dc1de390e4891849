"""Before a round opens: each owner of a sub-indicator is told last round's score, what was recommended, promised, and is still open."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from workflow.core.office import Office
from workflow.core.survey_round import RoundNotice, SurveyRound, due_notice
from workflow.core.thai_date import full
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.promises import BoardLine, board
from workflow.services.reminder_people import Directory
from workflow.store import rounds
from workflow.store.reminder_tables import OutboxRow
from workflow.store.round_tables import RoundNoticeRow


@dataclass(frozen=True)
class OwnerNotice:
    """What one owner is told on one rung: how many working days are left as of the day asked, and the lines of his sub-indicators."""

    office: str
    year: int
    unit: str
    post: str
    address: str
    days_before: int
    days_left: int
    promised_for: date
    opens_on: date
    lines: tuple[BoardLine, ...]

    @property
    def subject(self) -> str:
        """The subject of the mail."""
        return to_thai(f"เตรียมตอบแบบสำรวจ ปี {self.year} เปิดวันที่ {full(self.opens_on)} (อีก {self.days_left} วันทำการ)")

    def words(self) -> str:
        """Return the text of the mail, one sub-indicator a paragraph."""
        head = f"เรียน {self.post}\nการสำรวจปี {self.year} จะเปิดให้ตอบวันที่ {full(self.opens_on)} รายการที่ {self.unit} รับผิดชอบ ดังนี้"
        return to_thai("\n\n".join([head, *(_paragraph(line) for line in self.lines)]))


def due_notices(desk: Desk, office: str, *, today: date) -> tuple[OwnerNotice, ...]:
    """Return who is to be told on that day about the coming round, and was not told yet; nothing is written."""
    coming = coming_round(desk.rounds(office), today)
    due = due_notice(coming, desk.calendar(), today=today) if coming else None
    if coming is None or due is None:
        return ()
    with desk.store.read() as session:
        told = rounds.noticed(session, office, coming.year)
        last = last_kept(session, desk.office(office), before=coming.year)
    by_owner: dict[str, list[BoardLine]] = {}
    for line in board(desk, office, last, today=today) if last else ():
        by_owner.setdefault(owner_of(line, coming), []).append(line)
    return tuple(
        _notice(desk, (coming, due, today), office, (unit, lines))
        for unit, lines in by_owner.items() if (unit, due.days_before) not in told
    )  # fmt: skip


def promise_notices(desk: Desk, *, at: datetime) -> int:
    """Write the mails that are due today about coming rounds, each in the transaction of its promise; return how many.

    One owner and rung is promised once, whoever sweeps and however often (the unique key); the sweep of reminders sends them.
    """
    with desk.store.read() as session:
        offices = rounds.offices(session)
    promised = 0
    for office in offices:
        for told in due_notices(desk, office, today=When(at).on):
            with desk.store.write() as session:
                if rounds.promise_notice(session, _promise(told, at)):
                    session.add(_mail(desk.office(office), told, at))
                    promised += 1
    return promised


def _promise(told: OwnerNotice, at: datetime) -> RoundNoticeRow:
    return RoundNoticeRow(
        office=told.office, year=told.year, unit=told.unit, days_before=told.days_before, promised_for=told.promised_for, at=at
    )  # fmt: skip


def _mail(office: Office, told: OwnerNotice, at: datetime) -> OutboxRow:
    unit = hashlib.sha256(told.unit.encode()).hexdigest()[:12]
    identity = f"round.{office.code}.{told.year}.{unit}.{told.days_before}@{office.mail_from.rpartition('@')[2]}"
    return OutboxRow(
        message_id=identity, sender=office.mail_from, address=told.address, subject=told.subject, body=told.words(),
        state="created" if told.address else "failed", next_try=at,
        trouble="" if told.address else "ไม่มีที่อยู่อีเมลของหัวหน้าหน่วยนี้ในผังหน่วย",
    )  # fmt: skip


def owner_of(line: BoardLine, coming: SurveyRound) -> str:
    """Return who answers for a line in the coming round: who promised something, else whom the round names."""
    return line.owner if line.promise else coming.owner(line.code, line.owner)


def coming_round(known: Iterable[SurveyRound], today: date) -> SurveyRound | None:
    """Return the next round that has not opened yet."""
    ahead = [r for r in known if r.opens_on and r.opens_on > today]
    return min(ahead, key=lambda r: r.opens_on or date.max, default=None)


def last_kept(session: Session, office: Office, *, before: int) -> int | None:
    """Return the newest round before a year whose recommendations were kept for the office; None when none was."""
    respondent = office.respondent
    return max(
        (row.year for row in rounds.advices(session, office.code, respondent) if row.year < before), default=None
    )


def _notice(
    desk: Desk, when: tuple[SurveyRound, RoundNotice, date], office: str, whose: tuple[str, list[BoardLine]]
) -> OwnerNotice:
    (coming, due, today), (unit, lines) = when, whose
    chart, opening = desk.office(office).chart, coming.opens_on or today
    head = chart.head(unit)
    told = Directory(desk.office(office), today).person(head.code if head else unit, unit)
    return OwnerNotice(
        office, coming.year, unit, told.title if head else unit, told.address, due.days_before,
        desk.calendar().between(today, opening), due.promised_for, opening, tuple(lines),
    )  # fmt: skip


def _paragraph(line: BoardLine) -> str:
    score = f" คะแนนรอบก่อน {line.score:.2f}" if line.score is not None else ""
    told = [f"ตัวชี้วัดย่อย {line.code} {line.name}{score}", f"ข้อเสนอแนะ: {line.advice}"]
    told.append(f"ที่รับไว้: {line.promised}" if line.promised else "ยังไม่ได้รับว่าจะดำเนินการอย่างไร")
    if line.report:
        told.append(f"รายงานล่าสุด: {line.report}")
    told.append("ยังค้างอยู่" if line.open else "ดำเนินการแล้ว")
    return "\n".join(told)

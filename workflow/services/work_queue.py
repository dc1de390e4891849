"""งานของฉัน: what a desk has to do, red first; each line leads to the page where it is done. No question reads all rows of a matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlmodel import Session

from workflow.core.matter import MatterState
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.services.desk import Desk
from workflow.store import open_work
from workflow.store.intakes import to_review
from workflow.store.open_work import PostPaper, SentPaper, UnitPaper

EACH = 30  # lines of one kind; the page says when there are more
SOON = timedelta(days=3)


class Task(StrEnum):
    """What is to be done, in the officer's words; the order is that of the page."""

    ORDER = "สั่งการ"
    MEND = "แก้แล้วเสนอใหม่"
    ACKNOWLEDGE = "รับทราบ"
    RECEIVE = "ลงรับ"
    REVIEW = "ตรวจหนังสือที่อ่านแล้ว"
    DISPATCH = "เวียน"
    SUBMIT = "ตรวจร่างแล้วเสนอ"
    DRAFT = "ตรวจและร่างบันทึก"
    FORWARD = "ส่งต่อหน่วยในสังกัด"
    CHASE = "ติดตามผู้ที่ยังไม่ตอบ"


@dataclass(frozen=True)
class Work:
    """One line of the queue, with the numbers of where it is done: `matter` (0: none yet), `dispatch`, `step`, or `intake`.

    `late`: past its day, or sent back; `soon`: due within three days. `count` recipients stand behind the line.
    """

    task: Task
    matter: int
    subject: str
    note: str
    due_on: date | None = None
    late: bool = False
    soon: bool = False
    count: int = 1
    dispatch: int | None = None
    step: int | None = None
    intake: int | None = None


@dataclass(frozen=True)
class Queue:
    """The lines, red first, and the kinds of which there may be more than are shown."""

    lines: tuple[Work, ...]
    cut: tuple[Task, ...]

    @property
    def late(self) -> int:
        """How many lines are red."""
        return sum(line.late for line in self.lines)


_OWN_MATTERS = {
    MatterState.RETURNED: Task.MEND,
    MatterState.ORDERED: Task.DISPATCH,
    MatterState.DRAFTED: Task.SUBMIT,
    MatterState.RECEIVED: Task.DRAFT,
}


def work_queue(desk: Desk, who: WorkingAs, when: When) -> Queue:
    """Return what the desk has to do that day; an administrator of accounts has no papers."""
    if who.role == Role.ADMIN:
        return Queue((), ())
    with desk.store.read() as session:
        found = list(_lines(desk, session, who, when.on))
    order = {task: n for n, task in enumerate(Task)}
    lines = sorted(found, key=lambda w: (not w.late, not w.soon, order[w.task], w.due_on or date.max, w.matter))
    cut = tuple(task for task in Task if sum(line.task == task for line in found) >= EACH)
    return Queue(tuple(lines), cut)


def _lines(desk: Desk, session: Session, who: WorkingAs, today: date) -> Iterator[Work]:
    if who.role == Role.OFFICER:
        yield from _before_officer(session, who, today)
    if who.role in {Role.REGISTRY, Role.DRAFTER}:
        for file in to_review(session, who.office, who.unit, EACH):
            yield Work(Task.REVIEW, 0, file.subject or file.file_name, file.file_name, intake=file.id)
    if who.role == Role.REGISTRY:
        yield from _before_registry(desk, session, who, today)
    if who.role == Role.DRAFTER:
        yield from _before_drafter(session, who, today)


def _before_officer(session: Session, who: WorkingAs, today: date) -> Iterator[Work]:
    post = who.acting_for or who.post or ""
    for memo in open_work.memos_before(session, who.office, post, EACH):
        yield Work(Task.ORDER, memo.matter, memo.subject, f"จาก {memo.unit}", step=memo.step)
    for paper in open_work.papers_of_post(session, who.office, post, EACH):
        yield _by_day(Task.ACKNOWLEDGE, paper, f"จาก {paper.from_unit}", today, dispatch=paper.dispatch)


def _before_registry(desk: Desk, session: Session, who: WorkingAs, today: date) -> Iterator[Work]:
    below = bool(desk.office(who.office).chart.children(who.unit, today))
    for paper in open_work.papers_of_unit(session, who.office, who.unit, today, EACH):
        waiting = paper.total - max(paper.received, paper.answered)
        task = Task.RECEIVE if waiting > 0 else Task.FORWARD
        if task == Task.FORWARD and (not below or paper.forwarded):
            continue
        dispatch = open_work.first_waiting(session, paper.matter, paper.memo, who.unit)
        yield _by_day(task, paper, f"จาก {paper.from_unit}", today, count=max(waiting, 1), dispatch=dispatch)


def _before_drafter(session: Session, who: WorkingAs, today: date) -> Iterator[Work]:
    for state, task in _OWN_MATTERS.items():
        for row in open_work.matters_to_do(session, who.office, who.unit, (state,), EACH):
            yield Work(task, row.id or 0, row.subject, state.thai, late=task == Task.MEND)
    for sent in open_work.unanswered_of(session, who.office, who.unit, today + SOON, EACH):
        yield _by_day(Task.CHASE, sent, "", today, count=sent.waiting)


def _by_day(
    task: Task,
    paper: UnitPaper | PostPaper | SentPaper,
    note: str,
    today: date,
    *,
    count: int = 1,
    dispatch: int | None = None,
) -> Work:
    """Return the line of a paper that has a day to be answered by."""
    due, late, soon = paper.due_on, paper.due_on < today, today <= paper.due_on <= today + SOON
    return Work(task, paper.matter, paper.subject, note, due, late, soon, count, dispatch)

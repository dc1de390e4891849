"""เตือนทั้งสาย: a person reminds everybody of a branch who has not answered, by the ways and within the bounds of every other reminder.

Each person gets one message a day at most, whoever asks; nothing is promised on a day offices do not work; the next sweep sends.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from workflow.core.errors import Refused
from workflow.core.reminder import Reached, Rung
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.tracking import Pill
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.promise_reminders import promise_reminders
from workflow.services.reminder_people import Directory, Person
from workflow.services.reminder_plan import DuePaper, PersonDue, Plan
from workflow.store import counting
from workflow.store.matters import Trail, look_at
from workflow.store.recipient_lists import Place, Wanted, places
from workflow.store.reminders import OpenPaper, papers_numbered, roster_mail, told_today

AT_ONCE = 2_000  # papers of one press; more of them are the ladder's


@dataclass(frozen=True)
class BranchReminder:
    """Which matter's papers, in which branch (None: everywhere; one dispatch: `only`), by whom."""

    matter: int
    unit: str | None
    by: str
    when: When
    only: int | None = None


@dataclass(frozen=True)
class BranchReminded:
    """What came of it: people who get a message, those who have had today's already, and those no message can reach."""

    people: int
    told_already: int
    unreachable: int


def remind_branch(desk: Desk, asked: BranchReminder) -> BranchReminded:
    """Promise the reminders; Refused on a day offices do not work, where nobody waits, and for more papers than one press may remind of."""
    today, calendar = asked.when.on, desk.calendar()
    if not calendar.works_on(today):
        following = calendar.next_working_day(today)
        raise Refused(
            "วันนี้ไม่ใช่วันทำการ จึงไม่ส่งคำเตือน", next_step=f"เตือนได้อีกครั้ง {short(following)}" if following else "เตือนในวันทำการ"
        )
    with desk.store.read() as session:
        row = look_at(session, asked.matter)
        office = desk.office(row.office)
        papers = _waiting(session, asked)
        directory = Directory(office, today, roster_mail(session, office.code, sorted({p.post for p in papers})))
        people = _by_person(directory, papers)
        told = told_today(session, office.code, list(people), today)
    reached = Reached(Rung(f"เตือนโดย {asked.by} {short(today)}", 0), today)
    plan = Plan(today, calendar, directories={office.code: directory})
    plan.people += [
        PersonDue(office, person, tuple(DuePaper(paper, reached) for paper in mine))
        for key, (person, mine) in people.items() if key not in told
    ]  # fmt: skip
    done = list(promise_reminders(desk, plan, asked.when))
    if done:
        _note(desk, asked, len(done))
    return BranchReminded(len(done), len(told), sum(not who.person.reachable for who in done))


def _waiting(session: Session, asked: BranchReminder) -> list[OpenPaper]:
    if asked.only is not None:
        found = [paper for paper in papers_numbered(session, [asked.only]) if paper.matter == asked.matter]
    else:
        spans = None if asked.unit is None else counting.spans_at(session, asked.matter, [asked.unit])
        wanted = Wanted(asked.matter, Pill.UNANSWERED, asked.when.on, spans)
        found = papers_numbered(session, [p.dispatch for p in places(session, wanted, Place(), AT_ONCE + 1)])
    if not found:
        raise Refused("ไม่มีผู้ที่ยังไม่ตอบ จึงไม่มีใครให้เตือน", next_step="กลับไปที่หน้าติดตาม")
    if len(found) > AT_ONCE:
        raise Refused(
            f"สายนี้ยังไม่ตอบเกิน {to_thai(f'{AT_ONCE:,}')} ราย จึงไม่เตือนด้วยปุ่มเดียว",
            next_step="เลือกหน่วยที่เล็กลง ส่วนที่เหลือระบบเตือนเองตามกำหนด",
        )
    return found


def _by_person(directory: Directory, papers: Iterable[OpenPaper]) -> dict[str, tuple[Person, list[OpenPaper]]]:
    found: dict[str, tuple[Person, list[OpenPaper]]] = {}
    for paper in papers:
        person = directory.person(paper.post, paper.unit)
        found.setdefault(person.key, (person, []))[1].append(paper)
    return found


def _note(desk: Desk, asked: BranchReminder, people: int) -> None:
    where = f"ทั้งสาย {asked.unit}" if asked.unit else "ทุกหน่วย"
    text = to_thai(f"{asked.by} เตือน{'' if asked.only else where} {people} คน")
    with desk.store.write() as session:
        row = look_at(session, asked.matter)
        Trail(session, asked.matter).note("reminded", asked.unit or row.unit, text, asked.when)

"""May a desk use what lies at one unit's desk: a sending, whom it chose, a file handed in, a memo on its way up, a promise?

As in `may_see.py`, what is not its own is not found (404).
"""

from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.services import review_intake
from workflow.services.desk import Desk
from workflow.services.may_see import Sight, reach, sight
from workflow.services.promises import owner_of_promise
from workflow.services.show_sendings import SendingLine, show_sending
from workflow.store.tables import MatterRow
from workflow.store.turns_up import journey_of_step
from workflow.store.ways_tables import DispatchChoiceRow


def see_sending(desk: Desk, who: WorkingAs, memo: int, when: When) -> SendingLine:
    """Return a sending of one's own unit, or of a matter one sees as a whole; NotFound otherwise."""
    line = show_sending(desk, memo)
    found = sight(desk, who, line.matter, when)
    if found is Sight.WHOLE or (found is Sight.BRANCH and line.unit == who.unit):
        return line
    raise NotFound(f"ไม่พบการส่งลำดับที่ {to_thai(memo)}", next_step="ดูการส่งของหน่วยที่หน้าการส่ง")


def own_sending(desk: Desk, who: WorkingAs, memo: int, when: When) -> SendingLine:
    """Return a sending of one's own unit: only that unit stops it or goes on with it; NotFound otherwise."""
    line = see_sending(desk, who, memo, when)
    if line.unit != who.unit:
        raise NotFound(f"การส่งลำดับที่ {to_thai(memo)} ไม่ใช่ของ {to_thai(who.unit)}", next_step="ให้หน่วยที่ส่งเป็นผู้หยุดหรือส่งต่อ")
    return line


def own_choice(desk: Desk, who: WorkingAs, name: str) -> None:
    """Refuse (NotFound) a choice of addressees that another unit made."""
    with desk.store.read() as session:
        row = session.get(DispatchChoiceRow, name)
        matter = session.get(MatterRow, row.matter_id) if row else None
    if row is None or matter is None or (matter.office, row.unit) != (who.office, who.unit) or who.role == Role.ADMIN:
        raise NotFound("ไม่พบรายการผู้รับที่เลือกไว้", next_step="กลับไปเลือกผู้รับใหม่จากหน้าเรื่อง")


def own_intake(desk: Desk, who: WorkingAs, number: int) -> None:
    """Refuse (NotFound) a file that another unit handed in."""
    with desk.store.read() as session:
        review_intake.own_intake(session, who, number)


def see_step(desk: Desk, who: WorkingAs, step: int, when: When) -> None:
    """Refuse (NotFound) a step of a matter of which the desk sees nothing; whose turn it is the handler asks (`due_step`)."""
    with desk.store.read() as session:
        found = journey_of_step(session, step)
        matter = (found[2].id or 0) if found else 0
    if not matter or sight(desk, who, matter, when) is Sight.NONE:
        raise NotFound(f"ไม่พบเรื่องที่รอท่านอยู่ ณ ขั้นที่ {to_thai(step)}", next_step="กลับไปที่รายการรอสั่งการ")


def evidence_of_units(desk: Desk, who: WorkingAs, when: When) -> frozenset[str]:
    """Return the units whose evidence the desk may open: those it stands for; all of the office for the unit that answers for the survey."""
    office = desk.office(who.office)
    if who.unit == office.owner_unit:
        return frozenset(office.chart.unit_by_code)
    return frozenset(reach(office.chart, who, when).units)


def see_evidence(desk: Desk, who: WorkingAs, promise: int, when: When) -> None:
    """Refuse (NotFound) the file of a promise to all but its unit, those above it, and the unit that answers for the survey."""
    owner = owner_of_promise(desk, who.office, promise)
    if who.role == Role.ADMIN or owner not in evidence_of_units(desk, who, when):
        raise NotFound(f"ไม่พบหลักฐานของคำรับที่ {to_thai(promise)}", next_step="ขอจากหน่วยที่ให้คำรับ")

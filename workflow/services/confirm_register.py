"""ยืนยันเลขสุดท้ายหลังกู้คืน: a clerk looks at the last number on paper, and the register goes on behind it."""

from dataclasses import dataclass

from workflow.core.register import RegisterKey
from workflow.core.when import When
from workflow.routing.units import find_unit
from workflow.services.desk import Desk
from workflow.services.keep_register import LineName
from workflow.store.registers import Act, Registers


@dataclass(frozen=True)
class Confirmed:
    """The last number on paper, and how many numbers before it the restore lost (they are accounted for as one line)."""

    last: int
    lost: int


def confirm_register(desk: Desk, line: LineName, by: str, when: When) -> Confirmed:
    """Unlock a register; `line.number` is the last number on paper. Conflict when the register is further than that already."""
    office = desk.office(line.office)
    register = RegisterKey(find_unit(office.chart, line.unit).code, line.book, line.year)
    with desk.store.write() as session:
        registers = Registers(session, office.code, office.openings)
        lost = registers.confirm(register, line.number, when.at)
        row = registers.line(register, line.number)
        if row is not None:
            registers.note(row, "confirmed", by, Act(when.at, f"ยืนยันเลขสุดท้ายบนกระดาษ {line.number}"))
    return Confirmed(line.number, lost)

"""How much of a matter a page may show: the whole of it, or the branch that somebody's desk stands for."""

from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.entrypoints.web.forms import Here
from workflow.services.desk import Desk
from workflow.services.may_see import Sight, reach


def branch_for(here: Here, seen: Sight, unit: str | None) -> str | None:
    """Return the unit whose branch is shown (None: the whole matter); NotFound for a branch that is not the desk's to see."""
    if seen is Sight.WHOLE:
        return unit or None
    return own_branch(here.desk, here.who, unit, here.when)


def own_branch(desk: Desk, who: WorkingAs, unit: str | None, when: When) -> str:
    """Return the unit asked for at or below the desk's own (the desk's own where none is); NotFound for any other."""
    if not unit or unit == who.unit:
        return who.unit
    if unit in reach(desk.office(who.office).chart, who, when).units:
        return unit
    raise NotFound(
        f"ไม่พบหน่วย {to_thai(unit)} ในสายของ {to_thai(who.unit)}", next_step="เลือกหน่วยในสายของตน หรือเปลี่ยนโต๊ะที่แถบบน"
    )

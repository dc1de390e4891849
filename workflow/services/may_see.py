"""May a desk see a paper? What is not its own is not found (404), as if it did not exist: nobody learns that it does.

A desk sees the whole of a matter when its unit, or one below it along the chain of command, owns the matter, wrote a paper of it or stands
on its way up; when papers only came to that branch, it sees the branch. An administrator of accounts sees no paper.
"""

from dataclasses import dataclass
from enum import Enum

from sqlmodel import Session

from workflow.core.errors import NotFound
from workflow.core.org import OrgChart
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.services.desk import Desk
from workflow.store import sights
from workflow.store.matters import look_at
from workflow.store.tables import DispatchRow, MatterRow, MemoRow

AT_MOST = 500  # matters in a list


class Sight(Enum):
    """How much of a matter a desk sees."""

    NONE = 0
    BRANCH = 1
    WHOLE = 2


@dataclass(frozen=True)
class Reach:
    """The units at and below a desk's on a day, and the posts in them."""

    units: tuple[str, ...]
    posts: tuple[str, ...]


def reach(chart: OrgChart, who: WorkingAs, when: When) -> Reach:
    """Return what a desk stands for: its unit and every unit below it along the chain of command that day, with their posts."""
    units = (who.unit, *chart.subtree(who.unit, when.on))
    return Reach(units, tuple(post for unit in units for post in chart.posts_of.get(unit, ())))


def sight(desk: Desk, who: WorkingAs, matter: int, when: When) -> Sight:
    """Return how much of the matter the desk sees; NONE also when there is no such matter."""
    with desk.store.read() as session:
        row = sights.at_a_glance(session, matter)
        return _sight(desk, session, who, row, when) if row else Sight.NONE


def see_matter(desk: Desk, who: WorkingAs, matter: int, when: When) -> Sight:
    """Return how much of the matter the desk sees; NotFound when nothing."""
    found = sight(desk, who, matter, when)
    if found is Sight.NONE:
        raise _no_matter(matter)
    return found


def see_whole(desk: Desk, who: WorkingAs, matter: int, when: When) -> None:
    """Refuse (NotFound) a matter that is not the desk's to see as a whole."""
    if sight(desk, who, matter, when) is not Sight.WHOLE:
        raise _no_matter(matter)


def own_matter(desk: Desk, who: WorkingAs, matter: int) -> None:
    """Refuse (NotFound) a matter that the desk's own unit does not own: only that unit drafts, dispatches and closes it."""
    with desk.store.read() as session:
        row = sights.at_a_glance(session, matter)
    if row is None or (row.office, row.unit) != (who.office, who.unit) or who.role == Role.ADMIN:
        raise _no_matter(matter)


def see_dispatch(desk: Desk, who: WorkingAs, matter: int, dispatch: int, when: When) -> DispatchRow:
    """Return the dispatch when the desk sees the whole matter, or the paper came to its branch or was sent from it; NotFound otherwise."""
    with desk.store.read() as session:
        row, sent = sights.at_a_glance(session, matter), session.get(DispatchRow, dispatch)
        if row and sent and sent.matter_id == matter and who.role != Role.ADMIN and row.office == who.office:
            units = set(reach(desk.office(who.office).chart, who, when).units)
            if {sent.unit, sent.from_unit} & units or _sight(desk, session, who, row, when) is Sight.WHOLE:
                return sent
    raise NotFound(
        f"ไม่พบผู้รับลำดับที่ {to_thai(dispatch)} ของเรื่องที่ {to_thai(matter)}", next_step="กลับไปที่งานของฉัน แล้วเลือกจากหน้านั้น"
    )


def own_dispatch(desk: Desk, who: WorkingAs, matter: int, dispatch: int, when: When) -> DispatchRow:
    """Return the dispatch when it came to the desk's own unit: only that unit answers it; NotFound otherwise."""
    sent = see_dispatch(desk, who, matter, dispatch, when)
    if sent.unit != who.unit:
        raise NotFound(
            f"ฉบับที่ {to_thai(dispatch)} ไม่ได้ส่งถึง {to_thai(who.unit)}", next_step="กลับไปที่งานของฉัน หรือเปลี่ยนโต๊ะที่แถบบน"
        )
    return sent


def sent_dispatch(desk: Desk, who: WorkingAs, matter: int, dispatch: int, when: When) -> DispatchRow:
    """Return the dispatch when the desk's own unit sent it: only that unit takes it back or sends it anew; NotFound otherwise."""
    sent = see_dispatch(desk, who, matter, dispatch, when)
    if sent.from_unit != who.unit:
        raise NotFound(
            f"ฉบับที่ {to_thai(dispatch)} ไม่ได้ส่งจาก {to_thai(who.unit)}",
            next_step="ให้หน่วยที่ส่งดำเนินการ หรือเปลี่ยนโต๊ะที่แถบบน",
        )
    return sent


def see_copy(desk: Desk, who: WorkingAs, matter: int, dispatch: int, when: When) -> DispatchRow:
    """Return the dispatch whose copy the desk may look at: the unit that sent it and the one it went to alone; NotFound otherwise."""
    sent = see_dispatch(desk, who, matter, dispatch, when)
    if who.unit not in {sent.unit, sent.from_unit}:
        raise NotFound(
            f"ฉบับที่ {to_thai(dispatch)} ไม่ได้ส่งจากหรือถึง {to_thai(who.unit)}", next_step="ให้หน่วยที่ส่งหรือหน่วยผู้รับเปิด"
        )
    return sent


def see_memo(desk: Desk, who: WorkingAs, memo: int, when: When) -> None:
    """Refuse (NotFound) a memo of a matter the desk does not see; a branch sees what was sent to it and what those papers ride on."""
    with desk.store.read() as session:
        row = session.get(MemoRow, memo)
        seen = _sight(desk, session, who, look_at(session, row.matter_id), when) if row else Sight.NONE
        if row and (seen is Sight.WHOLE or (seen is Sight.BRANCH and _came(desk, session, who, row, when))):
            return
    raise NotFound(f"ไม่พบบันทึกเลขที่ {to_thai(memo)} ในระบบ", next_step="กลับไปที่หน้าเรื่องแล้วเลือกบันทึกจากรายการ")


def see_unit(desk: Desk, who: WorkingAs, unit: str, when: When) -> None:
    """Refuse (NotFound) the books of a unit that is neither the desk's own nor below it."""
    if who.role == Role.ADMIN or unit not in reach(desk.office(who.office).chart, who, when).units:
        raise NotFound(f"ไม่พบทะเบียนของ {to_thai(unit)}", next_step="เลือกทะเบียนของหน่วยตนเอง หรือเปลี่ยนโต๊ะที่แถบบน")


def matters_seen(desk: Desk, who: WorkingAs, when: When, *, find: str = "", limit: int = AT_MOST) -> list[MatterRow]:
    """Return the matters a desk sees anything of (those whose subject says `find`, in Thai or Arabic digits), newest first."""
    if who.role == Role.ADMIN:
        return []
    mine = reach(desk.office(who.office).chart, who, when)
    with desk.store.read() as session:
        return sights.matters_seen(session, who.office, mine.units, mine.posts, find=find, limit=limit)


def _sight(desk: Desk, session: Session, who: WorkingAs, row: MatterRow, when: When) -> Sight:
    if who.role == Role.ADMIN or row.office != who.office:
        return Sight.NONE
    mine = reach(desk.office(who.office).chart, who, when)
    number = row.id or 0
    held = (who.post,) if who.post else ()
    if (
        row.unit in mine.units
        or sights.wrote(session, number, mine.units)
        or sights.on_the_way(session, number, (*mine.posts, *held))
    ):
        return Sight.WHOLE
    return Sight.BRANCH if sights.was_sent(session, number, mine.units) else Sight.NONE


def _came(desk: Desk, session: Session, who: WorkingAs, row: MemoRow, when: When) -> bool:
    """Whether a memo came to the branch, or is the numbered บันทึก before it on which the order was given."""
    mine = reach(desk.office(who.office).chart, who, when)
    came = sights.memos_sent(session, row.matter_id, mine.units)
    base = row.document.get("form") == "memo" and bool(row.number) and not row.number.endswith("/")
    return row.id in came or (base and bool(came) and (row.id or 0) < max(came))


def _no_matter(number: int) -> NotFound:
    return NotFound(f"ไม่พบเรื่องที่ {to_thai(number)}", next_step="กลับไปที่งานของฉัน แล้วเลือกจากหน้านั้น")

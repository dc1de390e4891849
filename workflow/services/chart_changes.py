"""The chart changes while papers are out: duties follow the post, a new unit takes over, and who left unread is told apart.

Nothing moves by itself: a check says what it found and would do, and does it when asked; done twice it changes nothing more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from workflow.core.dispatch import DispatchMove, DispatchState
from workflow.core.errors import Conflict
from workflow.core.office import Office
from workflow.core.org import OrgChart, Post
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.plan import PlannedDispatch
from workflow.routing.reach import lines_below
from workflow.services.close_paper import close
from workflow.services.desk import Desk
from workflow.services.resend_paper import replace_dispatch
from workflow.store.matters import Trail
from workflow.store.paper_tables import NegativeReceiptRow
from workflow.store.tables import AcknowledgementRow, DispatchRow, MatterRow

Trouble = Literal["moved", "orphaned", "vacant", "left"]
THAI: dict[Trouble, str] = {
    "moved": "หน่วยถูกยุบหรือรวม",
    "orphaned": "ไม่มีหน่วยรับช่วง",
    "vacant": "ตำแหน่งว่าง",
    "left": "ผู้ดำรงตำแหน่งพ้นไป",
}


@dataclass(frozen=True)
class Change:
    """What the chart of a day means for one open dispatch; `to` the post that takes over, `name` who left."""

    trouble: Trouble
    matter: int
    dispatch: int
    unit: str
    post: str
    told: str
    to: str | None = None
    name: str | None = None
    left_on: date | None = None


def chart_changes(desk: Desk, *, today: date, matter: int | None = None) -> tuple[Change, ...]:
    """Return what the chart of that day changes for papers that wait for an answer; nothing is written."""
    with desk.store.read() as session:
        return tuple(_changes(session, desk, today, matter))


def apply_changes(desk: Desk, *, when: When, matter: int | None = None) -> tuple[Change, ...]:
    """Move the duties of units that were merged to their successors and record who left unread; return what was done."""
    done = []
    with desk.store.write() as session:
        for change in list(_changes(session, desk, when.on, matter)):
            if change.trouble == "moved" and change.to:
                _move(session, desk, change, when)
            elif change.trouble == "left":
                _leave(session, change, when)
            else:
                continue
            done.append(change)
    return tuple(done)


def _changes(session: Session, desk: Desk, today: date, matter: int | None) -> Iterator[Change]:
    """Yield the changes; only dispatches whose unit or post the chart changed are looked at, for 200,000 may be waiting."""
    waiting: list[ColumnElement[bool]] = [col(DispatchRow.state).in_([DispatchState.SENT, DispatchState.RECEIVED])]
    if matter is not None:
        waiting.append(col(DispatchRow.matter_id) == matter)
    joined = (col(MatterRow.id) == col(DispatchRow.matter_id), *waiting)
    gone = {(r.dispatch_id, r.name) for r in session.exec(select(NegativeReceiptRow))}
    for code in session.exec(select(MatterRow.office).where(*joined).distinct()).all():
        office = desk.office(code)
        units = session.exec(select(DispatchRow.unit).where(MatterRow.office == code, *joined).distinct())
        closed = [unit for unit in units if not _exists(office.chart, unit, today)]
        changed = or_(col(DispatchRow.unit).in_(closed), col(DispatchRow.post).in_(_changed_posts(office.chart, today)))
        rows = session.exec(
            select(DispatchRow).where(MatterRow.office == code, changed, *joined).order_by(col(DispatchRow.id))
        )
        for sent in rows.all():
            yield from _of(session, office, sent, (today, gone))


def _exists(chart: OrgChart, unit: str, on: date) -> bool:
    found = chart.unit_by_code.get(unit)
    return found is not None and found.exists_on(on)


def _changed_posts(chart: OrgChart, today: date) -> list[str]:
    """Return the posts that are vacant on a day or that somebody has left by then."""
    held = {holder.post for holder in chart.holders if holder.holds_on(today)}
    left = {holder.post for holder in chart.holders if holder.valid_to and holder.valid_to < today}
    return [post.code for post in chart.posts if post.code in left or post.code not in held]


def _of(
    session: Session, office: Office, sent: DispatchRow, seen: tuple[date, set[tuple[int, str]]]
) -> Iterable[Change]:
    today, gone = seen
    chart, number = office.chart, sent.id or 0
    post = chart.post_by_code.get(sent.post)
    if not _exists(chart, sent.unit, today):
        yield _without_unit(chart, sent, today)
        return
    if post is None:  # a position of the roster: its holder is not the chart's business
        return
    left = chart.holder(post.code, When(sent.sent_at).on)
    now = chart.holder(post.code, today)
    gone_unread = left and left != now and left.valid_to and left.valid_to < today and (number, left.name) not in gone
    if left and left.valid_to and gone_unread and not _acknowledged(session, number, left.name):
        told = f"{left.name} พ้นจาก {post.title} เมื่อ {short(left.valid_to)} โดยยังไม่รับทราบ หน้าที่อยู่กับตำแหน่งต่อไป"
        yield Change(
            "left", sent.matter_id, number, sent.unit, sent.post, to_thai(told), name=left.name, left_on=left.valid_to
        )
    if now is None and not any(a.for_post == post.code and a.in_force_on(today) for a in chart.acting):
        told = f"{post.title} ว่าง และไม่มีผู้รักษาราชการแทน จึงยังไม่มีผู้รับทราบ: แต่งตั้งผู้รักษาราชการแทน หรือส่งใหม่ถึงตำแหน่งอื่น"
        yield Change("vacant", sent.matter_id, number, sent.unit, sent.post, to_thai(told))


def _without_unit(chart: OrgChart, sent: DispatchRow, today: date) -> Change:
    heir = _successor(chart, sent.unit, today)
    whose = (sent.matter_id, sent.id or 0, sent.unit, sent.post)
    if heir is None:
        return Change(
            "orphaned", *whose, to_thai(f"ไม่มีหน่วย {sent.unit} แล้ว และผังหน่วยไม่บอกผู้รับช่วง: ส่งใหม่ด้วย saraban resend --to")
        )
    return Change("moved", *whose, to_thai(f"{sent.unit} ไม่มีแล้ว หน้าที่ไปที่ {heir.title}"), to=heir.code)


def _successor(chart: OrgChart, code: str, today: date) -> Post | None:
    """Return the head of the unit that took over, through as many mergers as there were; None when nobody did."""
    seen: set[str] = set()
    unit = chart.unit_by_code.get(code)
    while unit and not unit.exists_on(today) and unit.code not in seen:
        seen.add(unit.code)
        unit = chart.unit_by_code.get(unit.successor or "")
    return chart.head(unit.code) if unit and unit.exists_on(today) else None


def _acknowledged(session: Session, dispatch: int, name: str) -> bool:
    where = (AcknowledgementRow.dispatch_id == dispatch, AcknowledgementRow.name == name)
    return session.exec(select(AcknowledgementRow.id).where(*where)).first() is not None


def _move(session: Session, desk: Desk, change: Change, when: When) -> None:
    """Open the duty at the successor; where it has the same paper already, only close the old one."""
    sent = session.get_one(DispatchRow, change.dispatch)
    chart = desk.office(session.get_one(MatterRow, sent.matter_id).office).chart
    heir = chart.post(change.to or "")
    line = lines_below(chart, sent.from_unit, when.on).get(heir.unit)
    planned = PlannedDispatch(heir.code, heir.unit, change.told, downward=sent.downward, line=line)
    try:
        replace_dispatch(session, desk, sent, planned, (DispatchMove.MOVE, change.told, when))
    except Conflict:
        close(session, sent, DispatchMove.MOVE, f"{change.told} ซึ่งได้รับฉบับนี้อยู่แล้ว", when)


def _leave(session: Session, change: Change, when: When) -> None:
    session.add(
        NegativeReceiptRow(
            dispatch_id=change.dispatch, post=change.post, name=change.name or "", left_on=change.left_on or when.on, at=when.at
        )
    )  # fmt: skip
    Trail(session, change.matter).note("left", change.unit, change.told, when, change.dispatch)

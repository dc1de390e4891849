"""What is different between two plans, or a plan and what was sent: who is new, who is gone, who stands under another line, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workflow.core.org import OrgChart
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.routing.plan import EveryoneIn, PlannedDispatch, RoutingPlan


@dataclass(frozen=True)
class Snapshot:
    """Who was told, or would have been, on a day; `lines` is False where only upward and downward are known (what was sent)."""

    on: date
    dispatches: Sequence[PlannedDispatch]
    everyone: Sequence[EveryoneIn] = ()
    lines: bool = True


@dataclass(frozen=True)
class PlanChange:
    """One difference: the post (empty for all the people of a unit), its unit, and a Thai sentence that says why."""

    kind: Literal["added", "gone", "line"]
    post: str
    unit: str
    why: str


def snapshot(plan: RoutingPlan, on: date) -> Snapshot:
    """Return a plan as one side of a comparison."""
    return Snapshot(on, plan.dispatches, plan.everyone)


def plan_diff(chart: OrgChart, before: Snapshot, after: Snapshot) -> tuple[PlanChange, ...]:
    """Return the differences: gone first, then new, then changed lines, each in the order of its own side."""
    return tuple(Comparison(chart, before, after).changes())


@dataclass(frozen=True)
class Comparison:
    """Two snapshots on one chart, which knows both days."""

    chart: OrgChart
    before: Snapshot
    after: Snapshot

    def changes(self) -> Iterator[PlanChange]:
        """Yield the differences."""
        old, new = _by_post(self.before), _by_post(self.after)
        for post, was in old.items():
            if post not in new:
                yield PlanChange("gone", post, was.unit, self._gone(was, new))
        for post, now in new.items():
            if post not in old:
                yield PlanChange("added", post, now.unit, self._added(now, old))
        for post, now in new.items():
            if post in old and (why := self._line(old[post], now)):
                yield PlanChange("line", post, now.unit, why)
        yield from self._people()

    def _gone(self, was: PlannedDispatch, new: Mapping[str, PlannedDispatch]) -> str:
        unit = self.chart.unit_by_code.get(was.unit)
        if unit is None:
            return "ไม่มีหน่วยนี้ในผังหน่วยแล้ว"
        if not unit.exists_on(self.after.on):
            taken = f" งานไปอยู่ที่ {unit.successor}" if unit.successor else ""
            return to_thai(f"หน่วยสิ้นสุด {short(unit.valid_to)}{taken}" if unit.valid_to else "หน่วยยังไม่ตั้ง")
        if was.post not in self.chart.post_by_code:
            return "ไม่มีตำแหน่งนี้ในผังหน่วยแล้ว"
        instead = next((now.post for now in new.values() if now.unit == was.unit), None)
        return to_thai(f"หน่วยเดิมส่งถึง {instead} แทน") if instead else self._moved(was.unit) or "เงื่อนไขผู้รับไม่ถึงแล้ว"

    def _added(self, now: PlannedDispatch, old: Mapping[str, PlannedDispatch]) -> str:
        unit = self.chart.unit(now.unit)
        if not unit.exists_on(self.before.on):
            former = [u.code for u in self.chart.units if u.successor == unit.code]
            taken = f" รับช่วงงานของ {', '.join(former)}" if former else ""
            return to_thai(f"หน่วยตั้งขึ้น {short(unit.valid_from)}{taken}" if unit.valid_from else "หน่วยตั้งขึ้นใหม่")
        instead = next((was.post for was in old.values() if was.unit == now.unit), None)
        return to_thai(f"หน่วยเดิมเคยส่งถึง {instead}") if instead else self._moved(now.unit) or now.reason

    def _moved(self, unit: str) -> str | None:
        was, now = (self.chart.parent(unit, side.on) for side in (self.before, self.after))
        return to_thai(f"ย้ายจาก {was or 'หน่วยสูงสุด'} ไป {now or 'หน่วยสูงสุด'}") if was != now else None

    def _line(self, was: PlannedDispatch, now: PlannedDispatch) -> str | None:
        """Return how a recipient's line changed: along which line, or only whether it is ordered, where no more is known."""
        if self.before.lines and self.after.lines:
            ends: tuple[str, str] = was.line or "ไม่อยู่ใต้ผู้ส่ง", now.line or "ไม่อยู่ใต้ผู้ส่ง"
        else:
            ends = _told(was), _told(now)
        return f"จาก {ends[0]} เป็น {ends[1]}" if ends[0] != ends[1] else None

    def _people(self) -> Iterator[PlanChange]:
        old, new = (dict.fromkeys(u for e in side.everyone for u in e.units) for side in (self.before, self.after))
        yield from (PlanChange("gone", "", u, self._moved(u) or "ไม่ได้แจ้งทุกคนแล้ว") for u in old if u not in new)
        yield from (PlanChange("added", "", u, self._moved(u) or "แจ้งทุกคนเพิ่ม") for u in new if u not in old)


def _told(dispatch: PlannedDispatch) -> str:
    return "เพื่อทราบ" if dispatch.downward else "เพื่อโปรดทราบ"


def _by_post(side: Snapshot) -> dict[str, PlannedDispatch]:
    return {dispatch.post: dispatch for dispatch in side.dispatches}

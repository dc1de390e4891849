"""Acting appointments: over, in a chain, for oneself, of the wrong kind for a post that is held or vacant, two at one time."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from workflow.core.org import ActingAppointment, OrgChart
from workflow.core.thai_date import short
from workflow.routing.checks.doubt import ChartDoubt, info, over, overlap, warning

TABLE = "acting.csv"


def check(chart: OrgChart, on: date) -> Iterator[ChartDoubt]:
    """Yield the doubts about acting appointments on that day."""
    by_principal: dict[str, list[ActingAppointment]] = {}
    for acting in chart.acting:
        by_principal.setdefault(acting.for_post, []).append(acting)
    for acting in chart.acting:
        yield from _over(acting, by_principal[acting.for_post], on)
        yield from _chained(acting, by_principal.get(acting.by_post, []))
        if acting.in_force_on(on):
            yield from _fitting(chart, acting, on)
    for several in by_principal.values():
        yield from _at_once(several)


def _key(acting: ActingAppointment) -> tuple[str, str, str]:
    return acting.by_post, acting.for_post, acting.order_number


def _over(acting: ActingAppointment, others: list[ActingAppointment], on: date) -> Iterator[ChartDoubt]:
    """An appointment that is over and was not renewed."""
    renewed = any(o.by_post == acting.by_post and not over(o, on) for o in others)
    later = any(o.by_post == acting.by_post and o.valid_from > acting.valid_from for o in others)
    if over(acting, on) and acting.valid_to and not renewed and not later:
        yield info(
            "chart.acting_over", f"{acting.by_post} {acting.kind} {acting.for_post} หมดอายุ {short(acting.valid_to)} แล้ว",
            "เพิ่มบรรทัดคำสั่งฉบับใหม่ถ้ายังปฏิบัติหน้าที่ คำสั่งเดิมคงไว้เป็นหลักฐาน", TABLE, *_key(acting),
        )  # fmt: skip


def _chained(acting: ActingAppointment, for_the_signer: list[ActingAppointment]) -> Iterator[ChartDoubt]:
    """Somebody acts for the one who acts: allowed each on its own, but no power passes through a second hand."""
    if acting.by_post == acting.for_post:
        yield warning(
            "chart.acting_self", f"{acting.by_post} ปฏิบัติหน้าที่แทนตนเอง", "แก้ by_post หรือ for_post", TABLE, *_key(acting)
        )
        return
    for first in for_the_signer:
        if overlap(first, acting):
            yield warning(
                "chart.acting_chain",
                f"{first.by_post} แทน {acting.by_post} ซึ่งแทน {acting.for_post}: อำนาจไม่ต่อกันเป็นทอด",
                f"ถ้า {first.by_post} ต้องลงนามแทน {acting.for_post} ให้มีคำสั่งแต่งตั้งโดยตรง", TABLE, *_key(first),
            )  # fmt: skip


def _fitting(chart: OrgChart, acting: ActingAppointment, on: date) -> Iterator[ChartDoubt]:
    if chart.holder(acting.by_post, on) is None:
        yield warning(
            "chart.acting_vacant", f"{acting.by_post} ซึ่งแทน {acting.for_post} ว่าง จึงไม่มีผู้ลงนาม",
            "เพิ่มผู้ดำรงตำแหน่งใน holders.csv หรือแต่งตั้งผู้อื่น", TABLE, *_key(acting),
        )  # fmt: skip
    held = chart.holder(acting.for_post, on) is not None
    if acting.delegates and not held:
        yield warning(
            "chart.acting_kind", f"{acting.for_post} ว่าง จึงมอบอำนาจ ({acting.kind}) ไม่ได้", "ใช้ รรท. ตามคำสั่งแต่งตั้ง", TABLE,
            *_key(acting),
        )  # fmt: skip
    elif not acting.delegates and chart.at_work(acting.for_post, on):
        yield info(
            "chart.acting_kind", f"{acting.for_post} มีผู้ดำรงตำแหน่งอยู่ ผู้{acting.kind}จึงยังลงนามไม่ได้",
            "ถ้าผู้ดำรงตำแหน่งไม่อยู่ บันทึกใน absences.csv มิฉะนั้นใช้ ปรท.", TABLE, *_key(acting),
        )  # fmt: skip


def _at_once(several: list[ActingAppointment]) -> Iterator[ChartDoubt]:
    """Two different posts that stand in for one at the same time; powers may be delegated to several."""
    standing_in = [acting for acting in several if not acting.delegates]
    for one, other in combinations(standing_in, 2):
        if one.by_post != other.by_post and overlap(one, other):
            yield warning(
                "chart.acting_two", f"{one.by_post} และ {other.by_post} แทน {one.for_post} ในเวลาเดียวกัน",
                "แก้ช่วงเวลาของคำสั่งฉบับเดิม", TABLE, *_key(other),
            )  # fmt: skip

"""Units: without a head, without anything above, closed with something open under them, successors, numbers and names of two."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from workflow.core.org import OrgChart, Unit
from workflow.core.thai_date import short
from workflow.routing.checks.doubt import DAY, ChartDoubt, info, over, overlap, warning
from workflow.routing.spelling import spelling

TABLE = "units.csv"


def check(chart: OrgChart, on: date) -> Iterator[ChartDoubt]:
    """Yield the doubts about units on that day."""
    for unit in chart.units:
        if unit.exists_on(on):
            yield from _headless(chart, unit, on)
            yield from _orphan(chart, unit, on)
        yield from _closed(chart, unit, on)
        yield from _succession(chart, unit)
    yield from _prefixes(chart)
    yield from _names(chart)


def _headless(chart: OrgChart, unit: Unit, on: date) -> Iterator[ChartDoubt]:
    if chart.receiver(unit.code, on) is None:
        yield warning(
            "chart.headless", f"หน่วย {unit.code} ไม่มีตำแหน่งหัวหน้า หนังสือถึงหน่วยนี้จึงไม่มีผู้รับ",
            "เพิ่มตำแหน่งใน posts.csv ที่ช่อง head เป็น yes (คณะกรรมการ: เพิ่มเลขานุการใน committees.csv)", TABLE, unit.code,
        )  # fmt: skip


def _orphan(chart: OrgChart, unit: Unit, on: date) -> Iterator[ChartDoubt]:
    """A unit whose command ended or was closed, or one that no line leads to or from; a department at the top of its own is none."""
    lines = chart.lines_above(unit.code)
    if chart.parent(unit.code, on) is None and any(line.kind == "สายบังคับบัญชา" for line in lines):
        yield warning(
            "chart.orphan", f"หน่วย {unit.code} ไม่มีสายบังคับบัญชาในวันที่ {short(on)}",
            "กรอกช่อง parent ใน units.csv หรือเพิ่มบรรทัดสายบังคับบัญชาใน lines.csv", TABLE, unit.code,
        )  # fmt: skip
    elif not lines and not chart.has_below(unit.code) and len(chart.units) > 1:
        yield warning(
            "chart.orphan", f"หน่วย {unit.code} ไม่ได้ขึ้นกับหน่วยใด และไม่มีหน่วยใดขึ้นด้วย",
            "กรอกช่อง parent ใน units.csv หรือลบหน่วยที่ไม่ใช้แล้ว", TABLE, unit.code,
        )  # fmt: skip


def _closed(chart: OrgChart, unit: Unit, on: date) -> Iterator[ChartDoubt]:
    if not over(unit, on) or unit.valid_to is None:
        return
    left = chart.children(unit.code, on)
    if left:
        yield warning(
            "chart.closed_parent", f"หน่วย {unit.code} สิ้นสุด {short(unit.valid_to)} แต่ยังมีหน่วยขึ้นกับหน่วยนี้: {', '.join(left[:5])}",
            f"ย้ายหน่วยเหล่านั้นไปขึ้นกับ {unit.successor or 'หน่วยที่รับช่วงต่อ'} ตั้งแต่ {short(unit.valid_to + DAY)}", TABLE, unit.code,
        )  # fmt: skip
    if unit.successor is None:
        yield info(
            "chart.no_successor", f"หน่วย {unit.code} สิ้นสุด {short(unit.valid_to)} โดยไม่ได้บอกว่าหน่วยใดรับช่วงงาน",
            "กรอกช่อง successor ถ้ามีหน่วยรับช่วง", TABLE, unit.code,
        )  # fmt: skip


def _succession(chart: OrgChart, unit: Unit) -> Iterator[ChartDoubt]:
    after = chart.unit_by_code.get(unit.successor or "")
    if after is None:
        return
    if unit.valid_to is None:
        yield warning(
            "chart.successor", f"หน่วย {unit.code} มีหน่วยรับช่วง ({after.code}) แต่ยังไม่สิ้นสุด",
            "กรอกช่อง valid_to ของหน่วยนี้ หรือลบช่อง successor", TABLE, unit.code,
        )  # fmt: skip
    elif not after.exists_on(unit.valid_to + DAY):
        yield warning(
            "chart.successor", f"หน่วย {after.code} รับช่วงจาก {unit.code} แต่ไม่มีอยู่ในวันถัดจากวันสิ้นสุด ({short(unit.valid_to)})",
            "แก้ valid_to ของหน่วยเดิม หรือ valid_from ของหน่วยที่รับช่วง ให้ต่อกัน", TABLE, unit.code,
        )  # fmt: skip


def _prefixes(chart: OrgChart) -> Iterator[ChartDoubt]:
    holders: dict[str, list[Unit]] = {}
    for unit in chart.units:
        if unit.number_prefix and unit.can_issue_number:
            holders.setdefault(unit.number_prefix, []).append(unit)
    for prefix, units in holders.items():
        for one, other in combinations(units, 2) if len(units) > 1 else ():
            if overlap(one, other):
                yield warning(
                    "chart.prefix", f"เลขประจำหน่วย {prefix} เป็นของทั้ง {one.code} และ {other.code} ในเวลาเดียวกัน",
                    "แก้ number_prefix ของหน่วยใดหน่วยหนึ่ง หรือวันที่สิ้นสุดของหน่วยเดิม", TABLE, other.code,
                )  # fmt: skip


def _names(chart: OrgChart) -> Iterator[ChartDoubt]:
    """Names that two units of one time share: a paper that names them reaches the first only."""
    bearers: dict[str, Unit] = {}
    for unit in chart.units:
        for name in dict.fromkeys((unit.code, unit.name, *unit.aliases)):
            first = bearers.setdefault(spelling(name), unit)
            if first is not unit and overlap(first, unit):
                yield warning(
                    "chart.name", f"ชื่อ “{name}” เป็นของทั้ง {first.code} และ {unit.code} หนังสือที่ใช้ชื่อนี้จะถึง {first.code} เท่านั้น",
                    "แก้ชื่อหรือชื่ออื่น (aliases.csv) ให้ต่างกัน", TABLE, unit.code,
                )  # fmt: skip

"""Committees: without members, without somebody who receives papers, with a member whose unit is closed."""

from collections.abc import Iterator
from datetime import date

from workflow.core.committee import RECEIVING_ROLES
from workflow.core.org import OrgChart
from workflow.routing.checks.doubt import ChartDoubt, warning

TABLE = "committees.csv"


def check(chart: OrgChart, on: date) -> Iterator[ChartDoubt]:
    """Yield the doubts about committees that exist on that day."""
    for committee in (unit.code for unit in chart.units if unit.is_committee and unit.exists_on(on)):
        members = chart.members_of(committee, on)
        for role in RECEIVING_ROLES if members else ():
            if not any(member.role == role for member in members):
                yield warning(
                    "chart.committee", f"{committee} ไม่มี{role}", f"เพิ่มบรรทัดที่ role เป็น {role}", "units.csv", committee
                )
        for member in members:
            unit = chart.unit(chart.post(member.post).unit)
            if not unit.exists_on(on):
                yield warning(
                    "chart.member", f"{member.post} เป็น{member.role}ของ {committee} แต่หน่วย {unit.code} ไม่มีอยู่แล้ว",
                    "กรอก valid_to แล้วเพิ่มผู้แทนจากหน่วยที่รับช่วง", TABLE, committee, member.post,
                )  # fmt: skip

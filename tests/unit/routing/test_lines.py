"""The line along which an addressee stands under the sender: a province's office answers to the governor and to a department."""

from datetime import date

import pytest

from tests.conftest import ROOT
from workflow.core.org import CHAIN_OF_COMMAND, Edge, OrgChart, Post, Unit
from workflow.routing.plan import plan
from workflow.routing.reach import lines_below
from workflow.store.office_files import load_office

ON = date(2019, 12, 6)
PROVINCE, TREASURY, REVENUE = "จังหวัดร้อยเอ็ด", "สำนักงานคลังจังหวัดร้อยเอ็ด", "สำนักงานสรรพากรพื้นที่ร้อยเอ็ด"


@pytest.fixture(scope="module")
def interior() -> OrgChart:
    return load_office(ROOT / "config", "interior").chart


@pytest.mark.parametrize(
    ("sender", "to", "line"),
    [
        (PROVINCE, TREASURY, CHAIN_OF_COMMAND),
        ("กรมบัญชีกลาง", TREASURY, "สายงาน"),
        (PROVINCE, REVENUE, "ประสาน"),
        ("กรมสรรพากร", REVENUE, CHAIN_OF_COMMAND),
        (TREASURY, PROVINCE, None),
        (TREASURY, REVENUE, None),
    ],
)
def test_one_office_is_ordered_along_one_line_and_asked_along_the_other(
    interior: OrgChart, sender: str, to: str, line: str | None
) -> None:
    found = plan(interior, [to], sender=sender, on=ON)
    assert [d.line for d in found.dispatches] == [g.line for g in found.groups] == [line]
    assert [d.downward for d in found.dispatches] == [line == CHAIN_OF_COMMAND]
    assert found.groups[0].asks == (line in {"สายงาน", "ประสาน"})


def test_a_governor_orders_the_regional_offices_and_asks_those_of_the_central_administration(
    interior: OrgChart,
) -> None:
    lines = lines_below(interior, PROVINCE, ON)
    asked = {unit for unit, line in lines.items() if line == "ประสาน"}
    assert len(lines) == 20 + 20 and len(asked) == 4
    assert REVENUE in asked and TREASURY not in asked


def test_a_circular_of_a_province_groups_who_is_ordered_and_who_is_asked(interior: OrgChart) -> None:
    everyone = ["หัวหน้าส่วนราชการประจำจังหวัด ในสังกัด จังหวัดร้อยเอ็ด", "นายอำเภอ ในสังกัด จังหวัดร้อยเอ็ด", REVENUE]
    groups = plan(interior, everyone, sender=PROVINCE, on=ON).groups
    assert [(group.to, group.line) for group in groups] == [
        ((REVENUE,), "ประสาน"),
        (tuple(everyone[:2]), CHAIN_OF_COMMAND),
    ]


def test_a_clause_that_reaches_along_both_lines_is_asked_not_ordered() -> None:
    chart = _chart(Edge("ข", "ก", "ประสาน"), Edge("ค", "ก"))
    (group,) = plan(chart, ["หัวหน้า"], sender="ก", on=ON).groups
    assert (group.line, group.asks, group.downward) == ("ประสาน", True, False)


def test_who_is_under_a_unit_that_is_asked_is_asked_too() -> None:
    chart = _chart(Edge("ข", "ก", "สายงาน"), Edge("ค", "ข"))
    assert lines_below(chart, "ก", ON) == {"ข": "สายงาน", "ค": "สายงาน"}


def _chart(*edges: Edge) -> OrgChart:
    units = tuple(Unit(code, code, "ส่วน") for code in "กขค")
    posts = tuple(Post(f"หัวหน้า {code}", f"หัวหน้า {code}", code, "หัวหน้า", head=True) for code in "ขค")
    return OrgChart("ตัวอย่าง", ("หัวหน้า",), units, edges, posts)

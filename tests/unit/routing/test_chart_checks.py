"""What is wrong with a chart is said, each doubt once, and a sound chart is silent."""

from dataclasses import replace
from datetime import date

import pytest

from workflow.core.committee import Member
from workflow.core.org import ActingAppointment, Edge, Holder, OrgChart, Post, Unit
from workflow.routing.checks import ChartDoubt, check_chart

ON = date(2026, 7, 1)
CLOSED = date(2026, 3, 31)
NEXT = date(2026, 4, 1)


def _sound() -> OrgChart:
    units = (Unit("กรม", "กรม", "กรม", "๑"), Unit("ก", "กอง ก", "กอง", "๒"), Unit("ข", "กอง ข", "กอง", "๓"))
    return OrgChart(
        office="ทดสอบ",
        grades=("อธิบดี", "ผอ."),
        units=units,
        edges=(Edge("ก", "กรม"), Edge("ข", "กรม")),
        posts=tuple(Post(f"หน.{u.code}", f"หน.{u.code}", u.code, "ผอ.", head=True) for u in units),
        holders=tuple(Holder(f"หน.{u.code}", None, f"{u.code} ตัวอย่าง", "a@b.example") for u in units),
    )


def _unit(code: str, **changed: object) -> OrgChart:
    chart = _sound()
    return replace(chart, units=tuple(replace(u, **changed) if u.code == code else u for u in chart.units))  # type: ignore[arg-type]


def _doubts(chart: OrgChart) -> list[ChartDoubt]:
    return list(check_chart(chart, ON))


def _acting(*rows: ActingAppointment) -> OrgChart:
    return replace(_sound(), acting=rows)


def _for(
    by: str, principal: str, kind: str = "ปรท.", first: date = date(2026, 1, 1), last: date | None = None
) -> ActingAppointment:
    return ActingAppointment(f"หน.{by}", f"หน.{principal}", kind, f"คำสั่ง {by}{principal}", first, last)


SOUND = _sound()
NEW = Unit("ใหม่", "กองใหม่", "กอง", None, valid_from=NEXT)
COMMITTEE = replace(
    SOUND, units=(*SOUND.units, Unit("คณะ", "คณะ", "คณะกรรมการ")), edges=(*SOUND.edges, Edge("คณะ", "กรม"))
)
CASES = {
    "chart.headless": (replace(SOUND, posts=(replace(SOUND.posts[0], head=False), *SOUND.posts[1:])), "กรม"),
    "chart.orphan": (replace(SOUND, edges=(*SOUND.edges[:1], Edge("ข", "กรม", valid_to=CLOSED))), "ไม่มีสายบังคับบัญชา"),
    "chart.closed_parent": (
        replace(_unit("ก", valid_to=CLOSED, successor="ข"), edges=(*SOUND.edges[:1], Edge("ข", "ก")), holders=SOUND.holders[2:]),
        "ตั้งแต่ ๑ เม.ย.๖๙",
    ),
    "chart.no_successor": (replace(_unit("ก", valid_to=CLOSED), holders=()), "รับช่วง"),
    "chart.successor": (_unit("ก", successor="ข"), "ยังไม่สิ้นสุด"),
    "chart.prefix": (_unit("ข", number_prefix="๒"), "ทั้ง ก และ ข"),
    "chart.name": (_unit("ข", name="กองก"), "จะถึง ก เท่านั้น"),
    "chart.ring": (replace(SOUND, edges=(*SOUND.edges, Edge("ก", "ข", "สายงาน"), Edge("ข", "ก", "สายงาน"))), "ก → ข → ก"),
    "chart.line_twice": (replace(SOUND, edges=(*SOUND.edges, *(Edge("ก", "ข", "ประสาน") for _ in "12"))), "สองบรรทัด"),
    "chart.line_outside": (
        replace(SOUND, units=(*SOUND.units, NEW), edges=(*SOUND.edges, Edge("ใหม่", "กรม", valid_from=CLOSED))),
        "เริ่ม ๑ เม.ย.๖๙",
    ),
    "chart.vacant": (replace(SOUND, holders=SOUND.holders[1:]), "ไม่มีผู้รักษาราชการแทน"),
    "chart.no_mail": (replace(SOUND, holders=(replace(SOUND.holders[0], email=None), *SOUND.holders[1:])), "อีเมล"),
    "chart.holder_left": (_unit("ก", valid_to=CLOSED, successor="ข"), "2026-03-31"),
    "chart.acting_over": (_acting(_for("ก", "กรม", last=CLOSED)), "๓๑ มี.ค.๖๙"),
    "chart.acting_self": (_acting(_for("ก", "ก")), "ตนเอง"),
    "chart.acting_chain": (_acting(_for("ก", "กรม"), _for("ข", "ก")), "ไม่ต่อกันเป็นทอด"),
    "chart.acting_vacant": (replace(_acting(_for("ก", "กรม")), holders=SOUND.holders[::2]), "ไม่มีผู้ลงนาม"),
    "chart.acting_kind": (_acting(_for("ก", "กรม", "รรท.")), "มีผู้ดำรงตำแหน่งอยู่"),
    "chart.acting_two": (_acting(_for("ก", "กรม", "รรท."), _for("ข", "กรม", "รรท.")), "ในเวลาเดียวกัน"),
    "chart.committee": (replace(COMMITTEE, members=(Member("คณะ", "หน.ก", "ประธาน"),)), "เลขานุการ"),
    "chart.member": (
        replace(
            COMMITTEE, units=(*_unit("ก", valid_to=CLOSED, successor="ข").units, COMMITTEE.units[-1]),
            members=(Member("คณะ", "หน.ก", "ประธาน"), Member("คณะ", "หน.ข", "เลขานุการ")),
        ),
        "ไม่มีอยู่แล้ว",
    ),
}  # fmt: skip


def test_a_sound_chart_gives_no_doubt() -> None:
    assert _doubts(_sound()) == []


@pytest.mark.parametrize("code", CASES)
def test_each_mistake_is_said_once_with_what_to_do_and_its_row(code: str) -> None:
    chart, words = CASES[code]
    (doubt,) = [doubt for doubt in _doubts(chart) if doubt.code == code]
    assert words in f"{doubt.message} {doubt.next_step}"
    assert doubt.next_step and doubt.table.endswith(".csv") and all(doubt.key)


def test_no_doubt_of_another_kind_comes_with_a_mistake_that_has_nothing_to_do_with_it() -> None:
    alone = ("chart.headless", "chart.prefix", "chart.name", "chart.ring", "chart.no_mail", "chart.acting_over")
    assert {code: len(_doubts(CASES[code][0])) for code in alone} == dict.fromkeys(alone, 1)


def test_a_delegated_power_of_a_vacant_post_is_a_mistake_and_standing_in_for_it_is_none() -> None:
    vacant = replace(_sound(), holders=SOUND.holders[1:])
    delegated, stood_in = (_doubts(replace(vacant, acting=(_for("ก", "กรม", kind),))) for kind in ("ปรท.", "รรท."))
    assert [(d.code, d.severity) for d in delegated] == [("chart.vacant", "info"), ("chart.acting_kind", "warning")]
    assert [(d.code, d.severity) for d in stood_in] == [("chart.vacant", "info")]


def test_an_appointment_that_was_renewed_is_no_news() -> None:
    renewed = _acting(_for("ก", "กรม", last=CLOSED), _for("ก", "กรม", first=NEXT))
    assert _doubts(renewed) == []


def test_a_successor_that_begins_after_a_gap_is_named() -> None:
    late = replace(_unit("ก", valid_to=date(2026, 3, 1), successor="ใหม่"), holders=SOUND.holders[::2])
    found = [d.code for d in _doubts(replace(late, units=(*late.units, NEW), edges=(*late.edges, Edge("ใหม่", "กรม"))))]
    assert "chart.successor" in found


def test_what_needs_nobody_is_only_worth_knowing() -> None:
    kinds = {code: {d.severity for d in _doubts(CASES[code][0]) if d.code == code} for code in CASES}
    assert [code for code, found in kinds.items() if found == {"info"}] == [
        "chart.no_successor",
        "chart.acting_over",
        "chart.acting_kind",
    ]

"""Two plans beside each other: who is new, who is gone, whose line changed, and why."""

from dataclasses import replace
from datetime import date

from tests.unit.routing.charts import small
from workflow.core.org import Edge, OrgChart, Post, Unit
from workflow.routing.plan import PlannedDispatch, plan
from workflow.routing.plan_diff import PlanChange, Snapshot, plan_diff, snapshot
from workflow.routing.plan_findings import EarlierReceipt

BEFORE, AFTER = date(2019, 9, 30), date(2019, 10, 1)


def _chart() -> OrgChart:
    """กอง ก is closed on the last day of the year and กอง ข takes its work; ฝ่าย moves from one to the other; ตรง is only asked then."""
    units = (
        Unit("กรม", "กรม", ""),
        Unit("กอง ก", "กอง ก", "", valid_to=BEFORE, successor="กอง ข"),
        Unit("กอง ข", "กอง ข", "", valid_from=AFTER),
        Unit("ฝ่าย", "ฝ่าย", ""),
        Unit("ตรง", "ตรง", ""),
    )
    edges = (
        Edge("กอง ก", "กรม"), Edge("กอง ข", "กรม"), Edge("ฝ่าย", "กอง ก", valid_to=BEFORE), Edge("ฝ่าย", "กอง ข", valid_from=AFTER),
        Edge("ตรง", "กรม", valid_to=BEFORE), Edge("ตรง", "กรม", "ประสาน", valid_from=AFTER),
    )  # fmt: skip
    posts = tuple(Post(f"ผอ.{u.code}", f"ผอ.{u.code}", u.code, "ผอ.", head=True) for u in units)
    return OrgChart("ทดสอบ", ("ผอ.",), units, edges, posts)


def _changes(*to: str, sender: str = "กรม") -> tuple[PlanChange, ...]:
    sides = [snapshot(plan(_chart(), to, sender=sender, on=on), on) for on in (BEFORE, AFTER)]
    return plan_diff(_chart(), *sides)


def test_a_reorganisation_says_who_is_gone_and_who_took_over() -> None:
    assert _changes("ทุกหน่วยในสังกัด กรม", "ตรง") == (
        PlanChange("gone", "ผอ.กอง ก", "กอง ก", "หน่วยสิ้นสุด ๓๐ ก.ย.๖๒ งานไปอยู่ที่ กอง ข"),
        PlanChange("added", "ผอ.กอง ข", "กอง ข", "หน่วยตั้งขึ้น ๑ ต.ค.๖๒ รับช่วงงานของ กอง ก"),
        PlanChange("line", "ผอ.ตรง", "ตรง", "จาก สายบังคับบัญชา เป็น ประสาน"),
    )


def test_a_unit_that_moved_away_is_gone_because_it_moved() -> None:
    (moved,) = _changes("ทุกหน่วยในสังกัด กรม ยกเว้น กอง ก, กอง ข")
    assert (moved.kind, moved.unit, moved.why) == ("gone", "ตรง", "ย้ายจาก กรม ไป หน่วยสูงสุด")


def test_the_people_of_units_are_compared_unit_by_unit() -> None:
    found = _changes("ทุกคนในสังกัด กรม ยกเว้น ตรง")
    assert [(c.kind, c.post, c.unit) for c in found] == [("gone", "", "กอง ก"), ("added", "", "กอง ข")]


def test_other_words_on_the_same_day_give_their_own_reason() -> None:
    chart = small()
    sides = [snapshot(plan(chart, [to], sender="สนง.", on=BEFORE), BEFORE) for to in ("ผบช.ก้อง", "บก.ใน")]
    assert [c.why for c in plan_diff(chart, *sides)] == ["เงื่อนไขผู้รับไม่ถึงแล้ว", "หัวหน้าหน่วย บก.ใน ที่ระบุโดยตรง"]


def test_another_post_of_the_same_unit_is_named() -> None:
    chart = small()
    sides = [snapshot(plan(chart, [to], sender="สนง.", on=BEFORE), BEFORE) for to in ("ผบช.ก้อง", "ผู้ช่วยรอง")]
    assert [c.why for c in plan_diff(chart, *sides)] == ["หน่วยเดิมส่งถึง ผู้ช่วยรอง แทน", "หน่วยเดิมเคยส่งถึง ผบช.ก้อง"]


def test_of_what_was_sent_only_the_politeness_is_compared() -> None:
    chart = small()
    now = snapshot(plan(chart, ["บก.ใน"], sender="สนง.", on=BEFORE), BEFORE)
    then = [PlannedDispatch("ผบก.ใน", "บก.ใน", "", downward=True)]
    assert plan_diff(chart, Snapshot(BEFORE, then, lines=False), now) == ()
    (change,) = plan_diff(chart, Snapshot(BEFORE, [replace(then[0], downward=False)], lines=False), now)
    assert change.why == "จาก เพื่อโปรดทราบ เป็น เพื่อทราบ"


def test_what_left_the_chart_since_is_said() -> None:
    chart = small()
    then = [PlannedDispatch("ผบก.เก่า", "บก.เก่า", "", True), PlannedDispatch("ผู้ช่วยเก่า", "บก.ใน", "", True)]
    now = Snapshot(BEFORE, ())
    assert [c.why for c in plan_diff(chart, Snapshot(BEFORE, then), now)] == [
        "ไม่มีหน่วยนี้ในผังหน่วยแล้ว",
        "ไม่มีตำแหน่งนี้ในผังหน่วยแล้ว",
    ]


def test_who_has_the_letter_from_the_other_parent_is_told_by_whom_and_when() -> None:
    earlier = [EarlierReceipt("บก.ใน", "กรม", "กค 0400/ว 12", BEFORE), EarlierReceipt("กองปิด", "กรม", "๑", BEFORE)]
    (finding,) = [
        f for f in plan(small(), ["บก.ใน"], sender="สนง.", on=AFTER, earlier=earlier).findings if "rece" in f.code
    ]
    assert finding.candidates == ("บก.ใน",)
    assert "ได้รับแล้วทาง กรม ที่ กค ๐๔๐๐/ว ๑๒ ลง ๓๐ ก.ย.๖๒" in finding.message

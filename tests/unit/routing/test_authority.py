"""Who may sign for whom, and how it is printed."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.routing.charts import IN_2562, TODAY, police, small
from workflow.core.acting import Absence, Act, FieldOfWork
from workflow.core.errors import NotFound, Refused
from workflow.core.org import ActingAppointment, OrgChart
from workflow.routing.authority import acting_post, capacity, signature, stand_ins


def test_a_holder_signs_for_his_own_post_under_his_own_title() -> None:
    found = capacity(police(), signer_post="ผบช.สทส.", for_post="ผบช.สทส.", on=IN_2562)
    assert found.title_lines == ("ผบช.สทส.",) and found.acting is None


@pytest.mark.parametrize("on", [date(2019, 11, 22), IN_2562, TODAY, date(2027, 12, 31)])
def test_a_deputy_acting_for_his_chief_is_printed_as_the_memo_of_2562_prints_him(on: date) -> None:
    found = capacity(police(), signer_post="รอง ผบช.สทส.", for_post="ผบช.สทส.", on=on)
    assert found.title_lines == ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)
    assert found.acting and found.acting.in_force_on(on)


def test_the_assistant_chief_signs_without_his_portfolio() -> None:
    found = capacity(police(), signer_post="ผู้ช่วย ผบ.ตร.(ปร 3)", for_post="ผบ.ตร.", on=date(2019, 11, 26))
    assert found.title_lines == ("ผู้ช่วย ผบ.ตร. ปรท.ผบ.ตร.",)


def test_an_expired_appointment_is_refused_and_its_period_named() -> None:
    with pytest.raises(Refused, match=r"๑ พ\.ค\.๖๒ ถึง ๓๐ ก\.ย\.๖๒"):
        capacity(police(), signer_post="รอง ผบช.สกพ.", for_post="ผบช.สกพ.", on=IN_2562)
    assert capacity(police(), signer_post="รอง ผบช.สกพ.", for_post="ผบช.สกพ.", on=date(2019, 9, 30)).acting


def test_nobody_signs_for_another_without_an_order() -> None:
    with pytest.raises(Refused, match="ไม่มีคำสั่งแต่งตั้ง"):
        capacity(police(), signer_post="ผบช.สทส.", for_post="ผบ.ตร.", on=IN_2562)


def test_who_acts_for_a_deputy_does_not_act_for_the_chief() -> None:
    assert capacity(small(), signer_post="ผบก.ใน", for_post="รอง ผบช.ก้อง", on=IN_2562).acting
    with pytest.raises(Refused):
        capacity(small(), signer_post="ผบก.ใน", for_post="ผบช.ก้อง", on=IN_2562)


def test_an_appointment_covers_its_first_and_last_day_and_no_more() -> None:
    def allowed(on: date) -> bool:
        try:
            return bool(capacity(small(), signer_post="รอง ผบช.ก้อง", for_post="ผบช.ก้อง", on=on).acting)
        except Refused:
            return False

    days = [date(2019, 11, 30), date(2019, 12, 1), date(2019, 12, 31), date(2020, 1, 1)]
    assert [allowed(day) for day in days] == [False, True, True, False]


def test_a_signature_bears_the_rank_and_name_of_the_holder_on_that_day() -> None:
    then = signature(police(), signer_post="รอง ผบช.สทส.", for_post="ผบช.สทส.", on=IN_2562)
    now = signature(police(), signer_post="รอง ผบช.สทส.", for_post="ผบช.สทส.", on=TODAY)
    assert then.rank == "พล.ต.ต." and then.title_lines == ("รอง ผบช.ฯ ปรท.ผบช.สทส.",)
    assert then.name != now.name


def test_a_vacant_post_signs_nothing() -> None:
    with pytest.raises(Refused, match="ไม่มีผู้ดำรงตำแหน่ง"):
        signature(police(), signer_post="ผบก.ปอท.", for_post="ผบก.ปอท.", on=TODAY)


def test_an_unknown_post_is_not_found() -> None:
    with pytest.raises(NotFound):
        capacity(police(), signer_post="ผบช.ไม่มี", for_post="ผบ.ตร.", on=TODAY)


def limited(scope: str) -> OrgChart:
    """The small office, its deputy's power delegated within this scope; the bureau and what is below it do งานสารบรรณ."""
    delegated = ActingAppointment("รอง ผบช.ก้อง", "ผบช.ก้อง", "ปรท.", "คำสั่ง ๓/๒๕๖๒", date(2019, 1, 1), scope=scope)
    return replace(small(), absences=(), acting=(delegated,), fields_of_work=(FieldOfWork("งานสารบรรณ", ("บช.ก้อง",)),))


def may(chart: OrgChart, act: Act, unit: str | None = None) -> bool:
    return "รอง ผบช.ก้อง" in stand_ins(chart, "ผบช.ก้อง", IN_2562, act, unit)


@pytest.mark.parametrize(
    ("scope", "acts"),
    [
        ("ทั่วไป", set(Act)),
        ("สั่งการ", {Act.ORDER}),
        ("ลงนามหนังสือ; รับทราบ", {Act.SIGN, Act.ACKNOWLEDGE}),
        ("งานสารบรรณ", set()),
    ],
)
def test_an_appointment_covers_only_the_acts_its_scope_names(scope: str, acts: set[Act]) -> None:
    assert {act for act in Act if may(limited(scope), act)} == acts


def test_an_appointment_for_a_field_of_work_covers_the_matters_of_its_units_and_of_those_below() -> None:
    units = ("บช.ก้อง", "ฝ่ายและงาน", "กองตรง", None)
    assert [may(limited("งานสารบรรณ"), Act.ORDER, unit) for unit in units] == [True, True, False, False]
    assert [may(limited("สั่งการ; งานสารบรรณ"), act, "บช.ก้อง") for act in (Act.ORDER, Act.SIGN)] == [True, False]


def test_what_a_scope_leaves_out_is_refused_and_named() -> None:
    with pytest.raises(Refused, match="ให้อำนาจเฉพาะลงนามหนังสือ ไม่รวมการสั่งการ"):
        capacity(limited("ลงนามหนังสือ"), signer_post="รอง ผบช.ก้อง", for_post="ผบช.ก้อง", on=IN_2562, act=Act.ORDER)


def test_nobody_stands_in_for_a_chief_who_is_there_but_a_delegate_may_act_beside_him() -> None:
    there = replace(small(), absences=())
    assert not may(there, Act.SIGN) and may(limited("ทั่วไป"), Act.SIGN)
    with pytest.raises(Refused, match="ปฏิบัติราชการอยู่"):
        capacity(there, signer_post="รอง ผบช.ก้อง", for_post="ผบช.ก้อง", on=IN_2562)


def test_a_chief_signs_nothing_while_he_is_away_on_the_first_day_the_last_and_between() -> None:
    def signs(on: date) -> bool:
        try:
            return bool(capacity(small(), signer_post="ผบช.ก้อง", for_post="ผบช.ก้อง", on=on))
        except Refused:
            return False

    days = (date(2019, 10, 31), date(2019, 11, 1), date(2020, 1, 31), date(2020, 2, 1))
    assert [signs(day) for day in days] == [True, False, False, True]


def test_a_post_answers_by_its_holder_and_by_another_only_while_he_is_away_or_the_post_is_vacant() -> None:
    there, vacant = replace(small(), absences=()), replace(small(), holders=small().holders[1:])
    assert [acting_post(chart, "ผบช.ก้อง", IN_2562) for chart in (there, small(), vacant)] == [
        "ผบช.ก้อง", "รอง ผบช.ก้อง", "รอง ผบช.ก้อง",
    ]  # fmt: skip
    assert acting_post(limited("ทั่วไป"), "ผบช.ก้อง", IN_2562) == "ผบช.ก้อง"
    assert acting_post(small(), "ผบช.ก้อง", date(2020, 1, 2)) == "ผบช.ก้อง"  # away, and nobody is appointed


def test_an_absent_deputy_acts_for_nobody() -> None:
    away = replace(limited("ทั่วไป"), absences=(Absence("รอง ผบช.ก้อง", IN_2562, IN_2562),))
    assert not may(away, Act.ORDER)
    with pytest.raises(Refused, match="ไม่อยู่ในวันที่"):
        capacity(away, signer_post="รอง ผบช.ก้อง", for_post="ผบช.ก้อง", on=IN_2562)


def test_a_phrase_written_out_stands_over_the_post_acted_for_and_an_abbreviation_beside_it() -> None:
    written = replace(small(), acting=tuple(replace(a, kind="รักษาราชการแทน") for a in small().acting))
    short, long = (
        capacity(chart, signer_post="รอง ผบช.ก้อง", for_post="ผบช.ก้อง", on=date(2019, 12, 5)).title_lines
        for chart in (small(), written)
    )
    assert len(short) == 1 and long == (short[0].replace("รรท.ผบช.ก้อง", "รักษาราชการแทน"), "ผบช.ก้อง")

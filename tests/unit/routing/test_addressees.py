"""Words after เรียน become posts, on the chart of the police and on a small one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.routing.charts import DIRECT, EQUALS, IN_2562, TODAY, police, small
from workflow.core.errors import NotFound, UsageError
from workflow.core.thai_digits import to_thai
from workflow.routing.addressees import Addressee, resolve


def _units(predicate: str, *, sender: str = "สทส.", on: date = IN_2562) -> list[str]:
    return [a.unit for a in resolve(predicate, police(), sender=sender, on=on)]


def _posts(predicate: str, *, sender: str = "สนง.", on: date = IN_2562) -> list[str]:
    return [a.post for a in resolve(predicate, small(), sender=sender, on=on)]


def test_the_first_addressee_of_2562_means_at_least_thirty_commands() -> None:
    found = _units(EQUALS)
    assert len(found) >= 30
    assert {"สงป.", "บช.น.", "ภ.9", "รพ.ตร.", "จต."} <= set(found)
    assert "บก.น.1" not in found


def test_equals_are_meant_only_when_the_words_say_so() -> None:
    without = _units("ผบช.")
    assert "รพ.ตร." not in without and "บช.น." in without
    assert set(without) < set(_units(EQUALS))


def test_divisions_of_the_chiefs_office_are_not_those_of_the_bureaus_inside_it() -> None:
    assert _units(DIRECT) == ["สลก.ตร.", "ตท.", "สท.", "สง.ก.ต.ช.", "บ.ตร.", "วน.", "ILEA"]


def test_divisions_of_one_bureau_are_its_own() -> None:
    assert _units("ผบก.ในสังกัด สงป.", sender="สงป.") == ["งป.", "กง.", "กช."]


def test_stations_two_levels_down_belong_to_their_command() -> None:
    found = _units("ผกก. ในสังกัด บช.น.", sender="บช.น.")
    assert {"สน.นางเลิ้ง", "สน.บางรัก", "ฝอ.1 บก.อก.บช.น."} <= set(found)


def test_a_bureau_founded_in_2563_is_not_an_addressee_in_2562() -> None:
    assert "บช.สอท." not in _units(EQUALS)
    assert "บช.สอท." in _units(EQUALS, on=TODAY)
    assert not [u for u in _units("ทุกหน่วยในสังกัด ตร.", sender="ตร.") if "สอท." in u]


def test_naming_a_unit_before_it_was_founded_says_since_when_it_exists() -> None:
    with pytest.raises(NotFound, match=r"๙ ก\.ย\.๖๓"):
        _units("ผบช.สอท.")


def test_the_sender_does_not_write_to_himself() -> None:
    assert "สทส." not in _units(EQUALS)
    assert "สทส." in _units(EQUALS, sender="สงป.")


def test_a_post_of_the_senders_own_unit_is_an_addressee_when_it_is_named_outright() -> None:
    assert _posts("ผบช.ก้อง\nรอง ผบช.ก้อง", sender="บช.ก้อง") == ["ผบช.ก้อง", "รอง ผบช.ก้อง"]


def test_a_list_with_the_sender_in_it_goes_to_the_others() -> None:
    assert _units("สทส., สงป.") == ["สงป."]


def test_a_paper_to_nobody_but_oneself_is_not_found() -> None:
    with pytest.raises(NotFound, match="ผู้ส่งเอง"):
        _units("สทส.")


@pytest.mark.parametrize("text", ["ทุกหน่วยในสังกัด ภ.4", "หน่วยในสังกัด ตำรวจภูธรภาค ๔ ทุกหน่วย", "เรียน ทุกหน่วยสังกัด ภ.๔"])
def test_every_unit_under_a_unit_is_the_whole_tree(text: str) -> None:
    found = _units(text, sender="ภ.4")
    assert len([u for u in found if u.startswith("ภ.จว.")]) == 12
    assert "สภ.ชุมแพ" in found and "ภ.4" not in found


def test_every_unit_without_a_name_is_the_senders_own() -> None:
    assert _units("ทุกหน่วยในสังกัด", sender="สงป.") == _units("ทุกหน่วยในสังกัด สงป.", sender="สงป.")


def test_exceptions_may_be_a_list_of_units_and_classes() -> None:
    assert "สงป." not in _units(EQUALS + " ยกเว้น สงป. และ ผบช.น.")
    assert "บช.น." not in _units(EQUALS + "\n(ยกเว้น สงป., ผบช.น.)")
    assert _units("ทุกหน่วยในสังกัด สงป. ยกเว้น ผกก. ในสังกัด สงป.", sender="สงป.") == ["งป.", "กง.", "กช."]


def test_excepting_a_unit_keeps_the_units_under_it() -> None:
    found = _units("ทุกหน่วยในสังกัด สงป. ยกเว้น กง.", sender="สงป.")
    assert "กง." not in found and "ฝ่าย 1 กง." in found


def test_a_name_that_contains_and_is_not_cut_in_two() -> None:
    assert _posts("ฝ่ายและงาน") == ["ผกก.ฝ่าย"]
    assert _posts("ผบก.ใน และ ฝ่ายและงาน") == ["ผบก.ใน", "ผกก.ฝ่าย"]
    assert _units("สำนักงานงบประมาณและการเงินและกองวินัย") == ["สงป.", "วน."]


def test_a_run_of_numbers_means_each_of_them() -> None:
    assert _units("ผบช.ภ.๑-๙") == [f"ภ.{n}" for n in range(1, 10)]


@pytest.mark.parametrize(
    "text", ["ผกก.ฝอ.สงป.", "ผกก. ฝอ. สงป.", "ผกก.ฝอ.สงป", "ผกก.ฝ่ายอำนวยการ สำนักงานงบประมาณและการเงิน", "ฝอ.สงป."]
)
def test_odd_spellings_of_one_post_are_one_post(text: str) -> None:
    assert _units(text) == ["ฝอ.สงป."]


@pytest.mark.parametrize(
    "text",
    [
        "ผบช.หรือตำแหน่งเทียบเท่า",
        "ผบช.  หรือผู้ดํารงตําแหน่งเทียบเท่า",
        "ผบช. และผู้ดำรงตำแหน่งเทียบเท่า",
        "ผบช.\nหรือผู้ดำรงตำแหน่งเทียบเท่า",
    ],
)
def test_equals_are_understood_in_every_usual_wording(text: str) -> None:
    assert _units(text) == _units(EQUALS)


def test_the_reason_says_which_words_chose_the_addressee() -> None:
    found = resolve(f"{EQUALS}\nวน.", police(), sender="สทส.", on=IN_2562)
    assert Addressee("ผบช.น.", "บช.น.", "ดำรงตำแหน่งระดับ ผบช.") in found
    assert Addressee("นายแพทย์ใหญ่ (สบ 8) รพ.ตร.", "รพ.ตร.", "ดำรงตำแหน่งเทียบเท่า ผบช.") in found
    assert found[-1].reason == "หัวหน้าหน่วย วน. ที่ระบุโดยตรง"


def test_where_the_head_is_of_the_class_he_alone_receives_for_the_unit() -> None:
    assert "ที่ปรึกษากองตรง" not in _posts("ผบก. หรือผู้ดำรงตำแหน่งเทียบเท่า")
    assert _posts("ที่ปรึกษากองตรง") == ["ที่ปรึกษากองตรง"]


def test_deputies_lead_no_unit_and_are_each_addressed() -> None:
    assert _posts("รอง ผบช. ในสังกัด บช.ก้อง") == ["รอง ผบช.ก้อง", "ผู้ช่วยรอง"]


def test_a_closed_unit_receives_nothing() -> None:
    assert _posts("ผบก. ในสังกัด สนง. หรือผู้ดำรงตำแหน่งเทียบเท่า") == ["ผู้อำนวยการกองตรง"]


@pytest.mark.parametrize(
    "text", ["ผบก. ในสังกัด ฝอ.สงป.", "ผบช. ยกเว้น ผบช.", "สทสส.", "ผบก. ในสังกัด หน่วยที่ไม่มีจริง", "สง.ผบ.ตร."]
)
def test_words_that_mean_nobody_are_not_found_and_say_what_to_do(text: str) -> None:
    with pytest.raises(NotFound) as caught:
        _units(text)
    assert caught.value.next_step


@pytest.mark.parametrize(
    "text", ["", " \n ", ",", "ยกเว้น สงป.", "ผบช. ยกเว้น", "ผบร. ในสังกัด สงป.", "ผบร. หรือผู้ดำรงตำแหน่งเทียบเท่า"]
)
def test_words_in_no_known_form_are_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        _units(text)
    assert caught.value.next_step


def test_a_mistyped_name_is_answered_with_the_nearest_ones() -> None:
    with pytest.raises(NotFound) as caught:
        _units("สทสส.")
    assert "สทส." in caught.value.next_step


CLASSES = st.sampled_from(["ผบช.", "ผบก.", "ผกก."])
ABOVE = st.sampled_from(["", "ตร.", "สง.ผบ.ตร.", "บช.น.", "ภ.4", "สงป.", "ภ.จว.ขอนแก่น"])


@settings(deadline=None, max_examples=40)
@given(CLASSES, ABOVE, st.booleans(), st.sampled_from(["สทส.", "ภ.4", "ตร."]), st.sampled_from([IN_2562, TODAY]))
def test_no_class_and_no_set_of_units_ever_reaches_a_unit_twice(
    grade: str, above: str, equals: bool, sender: str, on: date
) -> None:
    words = f"{grade}{' ในสังกัด ' + above if above else ''}{' หรือผู้ดำรงตำแหน่งเทียบเท่า' if equals else ''}"
    try:
        found = _units(f"{words}\n{to_thai(words)}\nทุกหน่วยในสังกัด สตม.", sender=sender, on=on)
    except NotFound:
        return
    assert len(found) == len(set(found)) and sender not in found
    assert all(police().unit(unit).exists_on(on) for unit in found)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("ผบชกฝอตรส. ,;และ()ยกเว้นหรือเทียบเท่าในสังกัด๑1-\n"), max_size=60))
def test_no_text_makes_the_reader_of_addressees_crash(text: str) -> None:
    try:
        assert resolve(text, small(), sender="สนง.", on=IN_2562)
    except (NotFound, UsageError) as error:
        assert error.next_step

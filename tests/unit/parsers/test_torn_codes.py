"""Codes a scan tore are put right only when order and indicator leave one reading; names are made one over the paper."""

import pytest

from workflow.core.reading import Recommendation
from workflow.parsers.certainty import Sureness
from workflow.parsers.fields.advice_codes import readings, settle
from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_items import item_of
from workflow.parsers.fields.advice_votes import agree
from workflow.parsers.latin import plain_latin

PEOPLE, SERVICE = "กำลังคนดิจิทัล", "บริการภาครัฐ"


def item(
    code: str, indicator: str | None = PEOPLE, *, whole: bool = True, name: str = "ชื่อ", sure: float = 0.99
) -> Found:
    read = Sureness(sure, 1 - sure)
    return Found(Recommendation(code, name, indicator, "กลุ่ม", "ควรทำ", 1), whole, sure < 1, read, read, read, read)


@pytest.mark.parametrize("printed", ["2.A", "2,4", "2 4", "Z.4", "24", "2·4"])
def test_a_torn_code_has_one_reading(printed: str) -> None:
    assert readings(printed) == ["2.4"]


@pytest.mark.parametrize(
    "line", ["- ตัวชี้วัดย่อย 2.A ชื่อ", "- ตัวชี้วัดย่อย 2,4 ชื่อ", "- ตัวชี้วัดย่อยที่ Z.4 ชื่อ", "(๑) ตัวชี้วัดย่อย 2 4 ชื่อ"]
)
def test_an_item_with_a_torn_code_is_still_an_item(line: str) -> None:
    found = item_of(line, [])
    assert found and not found.whole and found.name == "ชื่อ"


def test_a_torn_code_that_ascends_is_put_right_and_told() -> None:
    kept, doubts = settle([item("2.3"), item("2.A", whole=False), item("3.1", SERVICE)])
    assert kept[1].given.code == "2.4"
    assert [(d.index, d.candidates, d.repaired) for d in doubts] == [(1, ("2.A", "2.4"), True)]


def test_a_torn_code_against_the_order_stays_as_it_is_and_is_told() -> None:
    kept, doubts = settle([item("2.5"), item("2.A", whole=False)])
    assert kept[1].given.code == "2.A"
    assert [(d.index, d.repaired) for d in doubts] == [(1, False)]


def test_a_lost_second_number_is_left_open_with_what_it_may_be() -> None:
    kept, doubts = settle([item("2.6"), item("2.", whole=False)])
    assert (kept[1].given.code, doubts[0].candidates) == ("2.", ("2.", "2.7", "2.8", "2.9"))


def test_a_code_that_begins_unlike_its_indicator_is_told() -> None:
    _, doubts = settle([item("2.1"), item("2.2"), item("6.3"), item("3.1", SERVICE)])
    assert [(d.index, d.candidates) for d in doubts] == [(2, ("6.3", "2.3"))]


def test_right_codes_raise_no_doubt() -> None:
    assert settle([item("2.1"), item("2.2"), item("3.1", SERVICE), item("3.2", SERVICE)])[1] == []


def test_the_form_of_an_indicator_seen_most_stands_for_all() -> None:
    kept, doubts = agree([item("2.1"), item("2.2"), item("2.3", "กำสังคนติจิทัล")])
    assert {f.given.indicator for f in kept} == {PEOPLE}
    assert [(d.index, d.part, d.repaired) for d in doubts] == [(2, "indicator", True)]


def test_names_of_a_text_layer_stay_as_they_are_printed() -> None:
    printed = [item("2.1", sure=1.0), item("2.2", sure=1.0), item("2.3", "กำลังคน ดิจิทัล", sure=1.0)]
    assert agree(printed) == (printed, [])


def test_a_name_read_unsurely_or_of_two_scripts_is_told() -> None:
    _, doubts = agree([item("2.1", sure=0.96), item("2.2", name="ปsability")])
    assert {(0, "name"), (1, "name")} <= {(d.index, d.part) for d in doubts}


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("SkiIl", "Skill"), ("SkiI1", "Skill"), ("ldentity", "Identity"), ("COmplaint", "Complaint"), ("EXperience", "Experience"),
        ("Multi=Factor", "Multi-Factor"), ("DevOps", "DevOps"), ("e-KYC", "e-KYC"), ("IoT", "IoT"), ("OpenID", "OpenID"),
    ],
)  # fmt: skip
def test_english_words_are_put_right_where_only_one_reading_is_a_word(read: str, meant: str) -> None:
    assert plain_latin(read) == meant


def test_a_speck_between_the_mark_and_the_code_of_an_item_is_no_part_of_either() -> None:
    item = item_of("3).4.3 ระบบสมมุติ ภายใต้ตัวชี้วัดงานสมมุติ", [])
    assert item is not None and item.code == "4.3"

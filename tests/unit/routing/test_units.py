"""Finding a unit by the words on a stamp or a line of a list."""

import pytest

from tests.unit.routing.charts import police
from workflow.core.errors import NotFound
from workflow.routing.units import find_unit


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ฝอ.๒ บก.อก.สทส.", "ฝอ.2 บก.อก.สทส."),
        ("ฝอ.2บก.อก.สทส", "ฝอ.2 บก.อก.สทส."),
        ("ฝอ. ๒\u200b สทส.", "ฝอ.2 บก.อก.สทส."),
        ("สํานักงานตํารวจแห่งชาติ", "ตร."),
        ("ตำรวจภูธรภาค 4", "ภ.4"),
        ("ภ.จว.ขก.", "ภ.จว.ขอนแก่น"),
        ("สถานีตำรวจภูธรเมืองขอนแก่น", "สภ.เมืองขอนแก่น"),
        ("สง.ผู้ช่วย ผบ.ตร.(ปร ๓/มค ๕)", "สง.ผู้ช่วย ผบ.ตร.(ปร 3)"),
    ],
)
def test_a_unit_is_found_under_each_of_its_spellings(text: str, code: str) -> None:
    assert find_unit(police(), text).code == code


def test_every_code_name_and_alias_finds_its_own_unit() -> None:
    for unit in police().units:
        assert {find_unit(police(), text).code for text in (unit.code, *unit.aliases[:1])} == {unit.code}


def test_an_unknown_unit_is_answered_with_the_nearest_spellings() -> None:
    with pytest.raises(NotFound) as caught:
        find_unit(police(), "สทด.")
    assert "สทส." in caught.value.next_step

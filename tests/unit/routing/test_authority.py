"""Who may sign for whom, and how it is printed."""

from datetime import date

import pytest

from tests.unit.routing.charts import IN_2562, TODAY, police, small
from workflow.core.errors import NotFound, Refused
from workflow.routing.authority import capacity, signature


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

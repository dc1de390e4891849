"""Forms of writing that papers of other offices brought: numbers with series and units, other bullets, posts in one line."""

import pytest

from tests.unit.parsers.papers import drafts, rows
from workflow.core.reading import Instrument
from workflow.parsers.fields.addressee import endorsement_addressees
from workflow.parsers.fields.numbers import is_circular, number_of
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey import survey_of
from workflow.parsers.fields.surveyed import counts

LETTER = """ที่ สม ๐๑๐๒/๕๕
กระทรวงสมมุติ
๗ สิงหาคม ๒๕๖๗
เรื่อง ส่งผลการสมมุติ
เรียน {to}

ตามที่กระทรวงสมมุติได้แจ้งไว้แล้ว นั้น
จึงเรียนมาเพื่อโปรดทราบ
"""
ADVICE = """ผลการประเมินมีดังนี้

{one}
ตัวชี้วัดย่อย 1.1 : แผนสมมุติ
ข้อเสนอแนะ : ควรทบทวนแผนทุกปี
{two}
ตัวชี้วัดย่อย 2.1 : บริการสมมุติ
ข้อเสนอแนะ : ควรเปิดบริการใหม่"""


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("ที่ ๐๐๑๙.(ศบส.)/ว ๓๙๙๑", "0019.(ศบส.)/ว3991"),
        ("ที่ กษ ๐๖๑๐/ท ๑๒๔", "กษ 0610/ท124"),
        ("ที่ มท ๕๓๐๒.๒.๑/บ.๑๒", "มท 5302.2.1/บ.12"),
        ("ที่ นร ๐๕๐๖/ว(ล) ๑๒๓", "นร 0506/ว(ล)123"),
        ("ที่ ป.ป.ส. ๐๐๐๓/ว ๑๒", "ป.ป.ส.0003/ว12"),
        ("ที่ สว(กมธ ๑)๐๐๑๙/๒๓", "สว(กมธ1)0019/23"),
    ],
)
def test_a_number_may_bear_a_unit_or_a_series_of_its_own(printed: str, number: str) -> None:
    found = number_of(rows(printed))
    assert found and found[0] == number


def test_a_series_that_only_begins_with_the_letter_of_circulars_is_none() -> None:
    assert is_circular("นร 0506/ว(ล)123")
    assert not is_circular("นร 0506/วท123")


def addressed(to: str) -> tuple[str, ...]:
    return drafts(LETTER.format(to=to))[0].instrument.to


def test_posts_told_in_one_line_are_addressed_each() -> None:
    told = "นายอำเภอ ทุกอำเภอ นายกองค์การบริหารส่วนจังหวัดสมมุติ และนายกเทศมนตรีเมืองสมมุติ"
    assert addressed(told) == ("นายอำเภอ ทุกอำเภอ", "นายกองค์การบริหารส่วนจังหวัดสมมุติ", "นายกเทศมนตรีเมืองสมมุติ")


def test_a_post_behind_an_acting_phrase_is_no_addressee_of_its_own() -> None:
    assert addressed("รองอธิการบดี รักษาการแทน อธิการบดีมหาวิทยาลัยสมมุติ") == ("รองอธิการบดี รักษาการแทน อธิการบดีมหาวิทยาลัยสมมุติ",)


def test_who_is_every_one_of_a_kind_ends_an_addressee() -> None:
    told = "ผู้ตรวจราชการ ทุกเขต\nนักวิชาการสมมุติ ทุกจังหวัด\nผู้อำนวยการสมมุติ ทุกแห่ง"
    assert len(addressed(told)) == 3


def test_what_is_asked_in_a_list_is_no_addressee() -> None:
    note = rows("เรียน ผู้อำนวยการสมมุติ\n- เพื่อโปรดทราบ\n- เห็นควรมอบกลุ่มสมมุติจัดทำแผน")
    assert endorsement_addressees(note) == ("ผู้อำนวยการสมมุติ",)


@pytest.mark.parametrize("mark", ["◆", "➢", "•", "\uf0a7"])
def test_a_heading_behind_any_bullet_opens_a_group(mark: str) -> None:
    text = ADVICE.format(one=f"{mark} จุดแข็งของหน่วยงาน", two=f"{mark} ประเด็นที่ต้องพัฒนา")
    groups = [given.group for given in recommendations_of(rows(text)).given]
    assert groups == ["จุดแข็งของหน่วยงาน", "ประเด็นที่ต้องพัฒนา"]


def test_a_dimension_without_a_number_heads_the_items_below_it() -> None:
    text = ADVICE.format(one="◆ มิติด้านการนำ", two="◆ มิติด้านบริการ")
    given = recommendations_of(rows(text)).given
    assert [one.indicator for one in given] == ["มิติด้านการนำ", "มิติด้านบริการ"]
    assert given[0].text == "ควรทบทวนแผนทุกปี"


def test_the_last_entry_of_a_list_inside_an_advice_is_no_heading() -> None:
    text = ADVICE.format(one="", two="• จัดอบรมบุคลากรสมมุติ\n• ซื้อเครื่องสมมุติใหม่")
    given = recommendations_of(rows(text)).given
    assert given[1].group is None


def test_a_count_broken_off_before_its_number_is_no_indicator() -> None:
    text = "ผู้ประเมินให้ข้อเสนอแนะไว้\n2 ตัวชี้วัด คือ\n" + ADVICE.format(one="", two="")
    found = recommendations_of(rows(text))
    assert stated_count(found.rest, {}) == (2, None)


def test_a_count_before_a_table_is_stated() -> None:
    assert stated_count("และมีข้อเสนอแนะเพื่อการพัฒนา 3 ตัวชี้วัด ดังตารางต่อไปนี้", {}) == (3, None)


def averaged(text: str) -> tuple[float | None, float | None]:
    scores = survey_of(None, text).scores
    return scores.score, scores.average


def test_a_group_of_schools_has_an_average() -> None:
    text = "มหาวิทยาลัยสมมุติได้คะแนนเฉลี่ย 3.82 โดยกลุ่มมหาวิทยาลัยเอกชนมีคะแนนเฉลี่ย 3.47"
    assert averaged(text) == (3.82, 3.47)


def test_a_survey_of_one_kind_of_offices_has_a_total() -> None:
    found = counts("มีองค์กรปกครองส่วนท้องถิ่นเข้ารับการประเมิน 98 แห่ง จากทั้งหมด 104 แห่ง คิดเป็นร้อยละ 94.2")
    assert (found["total"].surveyed, found["total"].answered) == (104, 98)


def test_a_province_names_no_survey() -> None:
    paper: Instrument = drafts(
        LETTER.format(to="นายอำเภอ") + "ด้วยจังหวัดสมมุติได้รับแจ้งว่า ผลการประเมินความพร้อมสมมุติ ประจำปี ๒๕๖๗ ปรากฏดังนี้"
    )[0].instrument
    assert paper.survey and paper.survey.name == "การประเมินความพร้อมสมมุติ"

"""Surveys of which a letter tells how many offices were asked, and not how many answered."""

import pytest

from tests.unit.parsers.papers import drafts
from workflow.core.reading import Count
from workflow.parsers.fields.counts_asked import asked_counts, sums_amiss, told_as_asked
from workflow.parsers.fields.surveyed import counts

ASKED = {"total": Count(300), "central": Count(224), "provincial": Count(76)}


@pytest.mark.parametrize(
    "text",
    [
        "ได้สำรวจหน่วยงานทั้งสิ้น 300 แห่ง ประกอบด้วยหน่วยงานระดับกรม 224 แห่ง และจังหวัด 76 แห่ง บัดนี้เสร็จแล้ว",
        "สำรวจความพร้อม รวม 300 หน่วยงาน แบ่งเป็น 1) กรมหรือเทียบเท่า 224 หน่วยงาน 2) จังหวัด 76 หน่วยงาน",
        "ประเมินหน่วยงานระดับกรม จำนวน 224 แห่ง และหน่วยงานระดับจังหวัด จำนวน 76 แห่ง รวมทั้งสิ้น 300 แห่ง",
        "กลุ่มเป้าหมายของการสำรวจ 300 แห่ง คือ ส่วนราชการระดับกรม 224 กรม และ 76 จังหวัด",
    ],
)
def test_the_sum_proves_how_many_were_asked(text: str) -> None:
    assert (asked_counts(text), sums_amiss(text), told_as_asked(ASKED, text)) == (ASKED, False, True)


def test_a_group_without_a_name_of_its_own_leaves_the_total_alone() -> None:
    told = "สำรวจหน่วยงานรวม 300 แห่ง ประกอบด้วยกรม 224 แห่ง รัฐวิสาหกิจ 56 แห่ง และจังหวัด 20 แห่ง"
    assert asked_counts(told) == {"total": Count(300)}
    assert not told_as_asked(asked_counts(told), told)


def test_a_sum_that_does_not_hold_is_a_doubt() -> None:
    text = "สำรวจหน่วยงานรวม 301 แห่ง ประกอบด้วยหน่วยงานระดับกรม 224 แห่ง และจังหวัด 76 แห่ง"
    assert (asked_counts(text), sums_amiss(text)) == ({}, True)


@pytest.mark.parametrize(
    "text",
    [
        "จัดสรรเครื่องให้หน่วยงานรวม 300 แห่ง ประกอบด้วยหน่วยงานระดับกรม 224 แห่ง และจังหวัด 76 แห่ง",
        "สำรวจเสร็จแล้ว มีหน่วยงานตอบแบบสำรวจรวม 300 แห่ง ประกอบด้วยกรม 224 แห่ง และจังหวัด 76 แห่ง",
        "สำรวจหน่วยงาน 300 แห่ง และจะสำรวจจังหวัดละ 7 แห่งในปีหน้า",
        "สำรวจบุคลากรรวม 300 คน ประกอบด้วยระดับกรม 224 คน และจังหวัด 76 คน",
    ],
)
def test_what_was_not_asked_of_a_survey_is_no_count(text: str) -> None:
    assert (asked_counts(text), sums_amiss(text)) == ({}, False)


def test_who_answered_is_still_told_by_the_verb() -> None:
    text = "สำรวจหน่วยงาน 300 แห่ง ตอบกลับ 285 แห่ง คิดเป็นร้อยละ 95.0"
    assert counts(text) == {"total": Count(300, 285, 95.0)} and not asked_counts(text)


def test_what_is_told_behind_of_who_answered_leaves_a_doubt() -> None:
    text = "สำรวจหน่วยงานรวม 300 แห่ง ประกอบด้วยกรม 224 แห่ง และจังหวัด 76 แห่ง ซึ่งตอบแบบสำรวจร้อยละ 95"
    assert asked_counts(text) == ASKED and not told_as_asked(ASKED, text)


def test_a_letter_gives_what_it_tells() -> None:
    (draft,) = drafts(
        "ที่ สม ๑/๕\n๕ มกราคม ๒๕๖๗\nเรื่อง แจ้งผลการสำรวจความพร้อม ประจำปี ๒๕๖๖\nเรียน อธิบดีกรมสมมุติ\n"
        "ด้วยสำนักงานตัวอย่างได้สำรวจหน่วยงานรวม ๓๐๐ แห่ง ประกอบด้วยหน่วยงานระดับกรม ๒๒๔ แห่ง และระดับจังหวัด ๗๖ แห่ง\n"
        "จึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายหนึ่ง ทดสอบกุล)\nอธิบดีกรมตัวอย่าง"
    )
    assert draft.instrument.survey and draft.instrument.survey.counts == ASKED

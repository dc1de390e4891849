"""Counts, scores and items told in other words: what is printed is kept, and a number that belongs to a sentence is no code."""

import pytest

from tests.unit.parsers.papers import set_out
from workflow.core.reading import Count
from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_names import split_indicator
from workflow.parsers.fields.count_proof import groups_named
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.survey import survey_of
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.page import Line
from workflow.parsers.rows import rows_of


@pytest.mark.parametrize("verb", ["ตอบครบถ้วน", "ตอบครบทุกข้อ", "ตอบทั้งหมด"])
def test_a_verb_of_answering_names_no_local_offices(verb: str) -> None:
    text = (
        f"มีผู้{verb} 90 จาก 100 หน่วยงาน คิดเป็นร้อยละ 90.0 ประกอบด้วยหน่วยงานส่วนกลาง 18 จาก 20 หน่วยงาน (ร้อยละ 90.0) "
        "หน่วยงานส่วนภูมิภาค 27 จาก 30 หน่วยงาน (ร้อยละ 90.0) และหน่วยงานส่วนท้องถิ่น 45 จาก 50 หน่วยงาน (ร้อยละ 90.0)"
    )
    found = counts(text)
    assert (found["total"], found["local"]) == (Count(100, 90, 90.0), Count(50, 45, 90.0))


def test_a_group_named_outright_outranks_one_that_a_torn_word_looks_like() -> None:
    assert [name for _, name in groups_named("ส่วนกลาง ห้องกิน")] == ["central"]
    assert [name for _, name in groups_named("องค์กรปกครองส่วนทองถิน")] == ["local"]


def test_the_abbreviations_of_local_offices_are_still_theirs() -> None:
    assert [name for _, name in groups_named("หน่วยงานอปท.")] == ["local"]


def test_a_wrong_percentage_of_one_out_of_the_other_is_kept_as_printed() -> None:
    text = (
        "หน่วยงานส่วนกลางตอบกลับ 18 จาก 20 แห่ง (ร้อยละ 90.0) จังหวัด 27 จาก 30 แห่ง (ร้อยละ 60.0) "
        "และส่วนท้องถิ่น 40 จาก 50 แห่ง (ร้อยละ 80.0)"
    )
    assert counts(text)["provincial"] == Count(30, 27, 60.0)


def test_a_sign_of_a_percentage_misread_as_nine_is_put_right_by_the_two_numbers() -> None:
    text = "ส่วนกลาง 18 จาก 20 แห่ง (90.0%) จังหวัด 43 จาก 61 แห่ง (70.59) ส่วนท้องถิ่น 40 จาก 50 แห่ง (80.09)"
    found = counts(text)
    assert (found["provincial"], found["local"]) == (Count(61, 43, 70.5), Count(50, 40, 80.0))


@pytest.mark.parametrize("said", ["มีระดับความสำเร็จร้อยละ", "มีผลการตรวจประเมินร้อยละ", "อยู่ที่ร้อยละ"])
def test_the_per_cent_beside_the_average_is_the_score(said: str) -> None:
    found = scores_of(f"ปรากฏว่าองค์การสมมุติ{said} 47.25 (ค่าเฉลี่ยของกลุ่มองค์การมหาชน ร้อยละ 58.10)", 2567)
    assert (found.score, found.average, found.scores_seen) == (47.25, 58.10, ())


def test_the_share_that_answered_is_no_score_though_an_average_follows() -> None:
    text = "มีหน่วยงานที่ตอบแบบสำรวจ อยู่ที่ร้อยละ 91.75 โดยค่าเฉลี่ยของทุกหน่วยงานอยู่ที่ 58.10 คะแนน"
    assert scores_of(text, 2567).score is None


@pytest.mark.parametrize(
    "tail",
    [
        "",
        " ได้ร้อยละ 61.30",
        " ได้คะแนน 61.30",
        " มีคะแนนร้อยละ 61.30",
        " (คะแนน 61.30)",
        " ได้ 61.30 คะแนน",
        " คะแนน 61.30",
        "คะแนน 61.30",
    ],
)
def test_an_indicator_ends_at_its_bracket_and_the_items_score_is_part_of_neither(tail: str) -> None:
    name, indicator, _ = split_indicator(f"คลังความรู้ (Library) (ตัวชี้วัดการเรียนรู้){tail}")
    assert (name, indicator) == ("คลังความรู้ (Library)", "การเรียนรู้")


@pytest.mark.parametrize("tail", [" คะแนน 61.30", "คะแนน 61.30", "ได้61.30 คะแนน", " ได้คะแนน 61.30"])
def test_a_score_right_behind_the_indicator_is_no_part_of_it(tail: str) -> None:
    assert split_indicator(f"คลังความรู้ ในตัวชี้วัดการเรียนรู้{tail}")[:2] == ("คลังความรู้", "การเรียนรู้")


def test_a_name_that_tells_a_share_keeps_it() -> None:
    assert split_indicator("บริการที่เปิดได้ครบร้อยละ 80")[0] == "บริการที่เปิดได้ครบร้อยละ 80"


def test_a_number_that_ends_a_broken_sentence_is_no_code() -> None:
    lines = (
        (100, 540, "- ตัวชี้วัดย่อย 2.3 คลังความรู้ขององค์กร (ตัวชี้วัดการเรียนรู้) ได้ร้อยละ"),
        (85, 120, "53.96"),
        (110, 400, "ข้อแนะนำ ควรรวบรวมเรื่องที่ถามบ่อย"),
        (100, 500, "- ตัวชี้วัดย่อย 2.4 การสอนงาน (ตัวชี้วัดการเรียนรู้) ได้ร้อยละ 40.10"),
        (110, 400, "ข้อแนะนำ ควรจัดพี่เลี้ยงให้ผู้เข้าใหม่"),
    )
    assert [(r.code, r.name, r.indicator) for r in recommendations_of(set_out(lines)).given] == [
        ("2.3", "คลังความรู้ขององค์กร", "การเรียนรู้"),
        ("2.4", "การสอนงาน", "การเรียนรู้"),
    ]


@pytest.mark.parametrize("mark", ["-", "1 ", "° ", "»", ". ", "๑"])
@pytest.mark.parametrize("between", [" : ", ":", " - "])
def test_a_head_with_a_code_is_an_item_whatever_its_mark_and_the_verb_of_its_advice(mark: str, between: str) -> None:
    lines = (
        f"{mark}ตัวชี้วัดย่อย 2.3 คลังความรู้{between}เร่งรวบรวมเรื่องที่ถามบ่อย",
        f"{mark}ตัวชี้วัดย่อย 2.4 การสอนงาน{between}เสนอให้จัดพี่เลี้ยงแก่ผู้เข้าใหม่",
    )
    rows = set_out((100, 450, to_arabic(text)) for text in lines)
    assert [(r.code, r.name, r.text) for r in recommendations_of(rows).given] == [
        ("2.3", "คลังความรู้", "เร่งรวบรวมเรื่องที่ถามบ่อย"),
        ("2.4", "การสอนงาน", "เสนอให้จัดพี่เลี้ยงแก่ผู้เข้าใหม่"),
    ]


def test_advice_below_a_head_in_a_text_without_places_begins_with_what_is_to_be_done() -> None:
    lines = ("- ตัวชี้วัดย่อย 2.3 คลังความรู้", "หน่วยงานพึงรวบรวมเรื่องที่ถามบ่อย", "- ตัวชี้วัดย่อย 2.4 การสอนงาน", "เร่งจัดพี่เลี้ยง")
    rows = rows_of([Line(text, 1, n) for n, text in enumerate(lines)])
    assert [(r.name, r.text) for r in recommendations_of(rows).given] == [
        ("คลังความรู้", "หน่วยงานพึงรวบรวมเรื่องที่ถามบ่อย"),
        ("การสอนงาน", "เร่งจัดพี่เลี้ยง"),
    ]


@pytest.mark.parametrize(
    "over",
    [
        "จังหวัดทั้ง 76 จังหวัด",
        "กรมทั้งหมด 20 กรม",
        "จังหวัด 76 จังหวัด อยู่ที่",
        "ทุกจังหวัด (76 จังหวัด)",
        "รัฐวิสาหกิจจำนวน 55 แห่ง",
        "กลุ่มจังหวัดภาคสมมุติ 17 จังหวัด เท่ากับ",
    ],
)
@pytest.mark.parametrize("mean", ["ค่าเฉลี่ยของ", "คะแนนเฉลี่ย"])
def test_over_how_many_bodies_a_mean_is_taken_is_no_mean(mean: str, over: str) -> None:
    found = scores_of(f"จังหวัดสมมุติได้คะแนน 59.80 คะแนน {mean}{over} 61.02 คะแนน", 2567)
    assert (found.score, found.average, found.averages_seen) == (59.8, 61.02, ())


@pytest.mark.parametrize("said", ["ได้คะแนนรวม 76 หน่วยงาน อื่น", "ได้ร้อยละ 76 หน่วยงานในกลุ่มเดียวกัน"])
def test_a_whole_score_before_other_bodies_is_a_score(said: str) -> None:
    found = scores_of(f"กรมสมมุติ{said}เฉลี่ย 61.02 คะแนน", 2567)
    assert (found.score, found.average) == (76.0, 61.02)


def test_a_score_behind_which_the_lead_in_begins_is_no_part_of_the_indicator() -> None:
    assert split_indicator("Usability ภายใต้ตัวชี้วัดบริการภาครัฐ ได้คะแนน 77.65 คะแนน สพร. มี")[:2] == (
        "Usability",
        "บริการภาครัฐ",
    )


@pytest.mark.parametrize("mean", ["มีคะแนนเฉลี่ยร้อยละ 45.90", "ได้คะแนนเฉลี่ย 45.90 คะแนน", "ซึ่งมีค่าเฉลี่ยร้อยละ 45.90"])
@pytest.mark.parametrize(
    "answered", ["ตอบแบบสำรวจ 160 แห่ง (ร้อยละ 93.0)", "ส่งแบบสำรวจกลับ 160 แห่ง", "เข้าร่วม 160 แห่ง คิดเป็นร้อยละ 93.0"]
)
def test_the_mean_of_those_who_answered_is_the_groups(answered: str, mean: str) -> None:
    found = scores_of(f"โดยองค์กรปกครองส่วนท้องถิ่นในจังหวัด จำนวน 172 แห่ง {answered} {mean} จึงขอให้แจ้ง", 2564)
    assert (found.score, found.average) == (None, 45.9)


@pytest.mark.parametrize(
    "text",
    [
        "จังหวัดตอบแบบสำรวจแล้ว อยู่ในอันดับที่ 5 จาก 76 จังหวัด มีคะแนนเฉลี่ยร้อยละ 70.25",
        "ตอบแบบสำรวจ 160 แห่ง (ร้อยละ 93.0) เทศบาลสมมุติได้คะแนนเฉลี่ยร้อยละ 70.25",
        "ตอบแบบสำรวจ 160 แห่ง (ร้อยละ 93.0) มีคะแนนเฉลี่ยรวมของหน่วยงานท่านร้อยละ 70.25",
    ],
)
def test_a_mean_with_a_subject_of_its_own_is_the_offices(text: str) -> None:
    assert scores_of(text, 2564).score == 70.25


def test_what_is_surveyed_names_no_group_of_offices() -> None:
    text = (
        "ตอบแบบสำรวจความพร้อมจังหวัดดิจิทัล ประจำปี พ.ศ. 2568 จำนวน 1,212 แห่ง นั้น มีหน่วยงานตอบแบบสำรวจรวม 1,087 แห่ง คิดเป็นร้อยละ 89.7 "
        "แบ่งเป็น ส่วนราชการระดับกรม 148 แห่ง ตอบ 139 แห่ง (ร้อยละ 93.9) หน่วยงานส่วนภูมิภาค 912 แห่ง ตอบ 824 แห่ง (ร้อยละ 90.4) "
        "และองค์กรปกครองส่วนท้องถิ่น 152 แห่ง ตอบ 124 แห่ง (ร้อยละ 81.6)"
    )
    told = {group: (one.surveyed, one.answered) for group, one in counts(text).items()}
    assert told == {"total": (1212, 1087), "central": (148, 139), "provincial": (912, 824), "local": (152, 124)}


def test_one_kind_of_offices_surveyed_whole_is_all_of_them() -> None:
    text = "ความพร้อมจังหวัดดิจิทัล การตรวจวัดครั้งนี้สำรวจครบทั้ง 76 จังหวัด และมีจังหวัดส่งข้อมูลกลับมา 73 จังหวัด คิดเป็นร้อยละ 96.1"
    assert counts(text) == {"total": Count(76, 73, 96.1)}


def test_an_office_that_is_a_network_is_no_group_of_others() -> None:
    told = scores_of("เครือข่ายโรงพยาบาลสมมุติได้คะแนนรวมร้อยละ 58.34 ขณะที่ค่าเฉลี่ยของกลุ่มเครือข่ายโรงพยาบาลเท่ากับร้อยละ 63.10", 2566)
    assert (told.score, told.average) == (58.34, 63.10)


@pytest.mark.parametrize(
    ("subject", "whole"),
    [("แจ้งผลการสำรวจท้องถิ่นดิจิทัล ประจำปี 2567", True), ("แจ้งผลการสำรวจความพร้อมดิจิทัลของกรมสมมุติ ประจำปี 2567", False)],
)
def test_the_one_group_that_a_survey_is_of_is_its_total_too(subject: str, *, whole: bool) -> None:
    text = "ได้สำรวจจากองค์กรปกครองส่วนท้องถิ่นจำนวน 1,204 แห่ง ได้รับคำตอบ 1,083 แห่ง คิดเป็นร้อยละ 90.0"
    found = survey_of(subject, text).survey
    assert found
    assert found.counts["local"].surveyed == 1204
    assert ("total" in found.counts) is whole


def test_the_number_of_the_next_clause_makes_no_row_of_a_table_of_a_score() -> None:
    text = "2.1 ภ.10 ได้คะแนนร้อยละ 59.75 2.2 ค่าเฉลี่ยของหน่วยงานระดับ บช. ร้อยละ 63.20 2.3 สทส. ให้ข้อเสนอแนะ"
    found = scores_of(text, 2567)
    assert (found.score, found.average) == (59.75, 63.2)

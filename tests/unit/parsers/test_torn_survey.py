"""Name, year, score and average of a survey on recognised pages."""

import pytest

from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey import survey_of

SUBJECT = "ขอแจ้งผลการประเมินความพร้อมด้านข้อมูลของส่วนราชการ ประจำปี 2567"


@pytest.mark.parametrize(
    "text",
    [
        "กรมตัวอย่างได้คะแนนรวมรอยละ 41.11 (คาเฉลียของหน่วยงานระตับกรมทั้งหมดรอยละ 61.64)",
        "กรมตัวอย่างไต้คะแนนรวมร้อยละ 41,11 (ค่าเฉลี่ยของหน่วยงานระดับกรมร้อยละ 61.64)",
    ],
)
def test_score_and_average_are_read_from_torn_words(text: str) -> None:
    found = scores_of(text, 2567, torn=True)
    assert (found.score, found.average) == (41.11, 61.64)


def test_what_only_torn_words_give_is_a_doubt() -> None:
    assert scores_of("กรมตัวอย่าง ไตรับรอยละ 41.11", 2567, torn=True).scores_seen == (41.11,)


def test_name_and_year_are_read_without_their_marks() -> None:
    survey = survey_of("ขอแจงผลการประเมินความพรอมดานขอมูล ประจาป 2567", "", torn=True).survey
    assert survey and (survey.name, survey.year) == ("การประเมินความพรอมดานขอมูล", 2567)


def test_a_year_far_from_the_papers_own_gives_way_to_one_that_is_near() -> None:
    found = survey_of(SUBJECT.replace("2567", "2527"), "การประเมินความพร้อม ประจำปี 2567", written=2567, torn=True)
    assert found.survey and found.survey.year == 2567
    assert found.years == (2527, 2567)


def test_a_year_that_the_text_contradicts_twice_is_a_doubt_and_stays() -> None:
    found = survey_of(SUBJECT.replace("2567", "2561"), "ประจำปี 2567 และ ประจำปี 2567", written=2562, torn=True)
    assert found.survey and (found.survey.year, found.years) == (2561, (2561, 2567))


def test_years_of_a_text_layer_are_taken_as_printed() -> None:
    found = survey_of(SUBJECT.replace("2567", "2527"), "ประจำปี 2567", written=2567)
    assert found.survey and (found.survey.year, found.years) == (2527, ())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("โดยมีตัวชีวัดยอยที่ สมม. ให้ขอเสนอแนะ จานวน 9 ตัว สรุปไต้ตังนี้", (9, None)),
        ("มีตัวชี้วัต จำนวน 13 ตัว ที่ควรเร่งพัฒนา (ตามขอ 2. 4) เห็นควร", (13, "2.4")),
    ],
)
def test_a_stated_count_and_its_clause_are_read_from_torn_words(text: str, read: tuple[int, str | None]) -> None:
    assert stated_count(text, {}) == read

"""Name, year, score and average of a survey on recognised pages."""

import pytest

from tests.unit.parsers.papers import rows
from workflow.core.reading import Count, Survey
from workflow.parsers.bundle import Paper, Sheet
from workflow.parsers.certainty import Letters
from workflow.parsers.endorsements import split_endorsements
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey import survey_of
from workflow.parsers.fields.survey_sureness import unsure_numbers

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


def letters(text: str, unsure: str = "") -> Letters:
    """Return the letters of a text, of which those of one part were read unsurely."""
    packed, doubtful = text.replace(" ", ""), unsure.replace(" ", "")
    start = packed.find(doubtful) if doubtful else -1
    return Letters(packed, tuple(0.5 if start <= n < start + len(doubtful) else 0.99 for n in range(len(packed))))


TOLD = "หน่วยงานทั้งสิ้น 1,858 แห่ง ตอบกลับ 1,659 แห่ง (ร้อยละ 89.3) ได้คะแนนร้อยละ 55.50 ค่าเฉลี่ย 64.60 มีตัวชี้วัด จำนวน 13 ตัว"
SURVEY = Survey(None, 2567, 55.5, 64.6, {"total": Count(1858, 1659, 89.3)})


@pytest.mark.parametrize(
    ("unsure", "fields"),
    [
        ("", []), ("55.50", ["survey.score"]), ("64.60", ["survey.group_average"]), ("1,858", ["survey.counts.total"]),
        ("89.3", ["survey.counts.total"]), ("13 ตัว", ["stated_indicator_count"]), ("แห่ง", []),
    ],
)  # fmt: skip
def test_a_number_of_unsure_digits_is_told(unsure: str, fields: list[str]) -> None:
    assert [field for field, _ in unsure_numbers(SURVEY, 13, letters(TOLD, unsure))] == fields


def test_a_number_read_surely_once_is_sure() -> None:
    twice = letters(f"ได้คะแนน 55.50 {TOLD}", "55.50")
    assert list(unsure_numbers(SURVEY, 13, twice)) == []


def test_an_endorsement_page_without_a_readable_number_is_one_endorsement() -> None:
    held = tuple(rows("เรียน ผบก.ในสังกัด\nเพื่อทราบ"))
    paper = Paper("endorsement", (Sheet(1, held, (), None, None, "endorsement"),), rows=held)
    assert [len(part.rows) for part, _ in split_endorsements(paper)] == [2]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("กรมตัวอย่างมีคะแนน 318 คะแนน จากคะแนนเต็ม 500 คะแนน คิดเป็นร้อยละ 63.60 (ค่าเฉลี่ยของหน่วยงานทั้งหมด ร้อยละ 59.44)", (63.6, 59.44)),
        ("โดยมีคะแนนรวมทุกเสา 39.27 ต่ำกว่าคะแนนเฉลี่ยของทุกจังหวัดที่ได้ 52.60", (39.27, 52.6)),
        ("ภ.0 ได้คะแนนร้อยละ 47.55 (ค่าเฉลี่ย ภ.1-9 ร้อยละ 50.12)", (47.55, 50.12)),
        ("คะแนนภาพรวมของหน่วยงานอยู่ที่ร้อยละ 57.02 ส่วนค่าเฉลี่ยของหน่วยงานทั้งหมดอยู่ที่ร้อยละ 57.17", (57.02, 57.17)),
    ],
)  # fmt: skip
def test_score_and_average_are_told_apart_in_other_words(text: str, read: tuple[float, float]) -> None:
    found = scores_of(text, 2567)
    assert (found.score, found.average) == read


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("องค์ประกอบย่อยที่ผู้ตรวจให้ความเห็นไว้ 4 รายการ ได้แก่", 4),
        ("มีข้อเสนอต่อกรมใน 3 ตัวชี้วัดย่อย ดังนี้", 3),
        ("ให้คำแนะนำไว้ 7 ประเด็นย่อย สรุปได้ดังนี้", 7),
    ],
)
def test_a_count_without_the_word_for_number_is_one_where_a_list_follows(text: str, count: int) -> None:
    assert stated_count(text, {}) == (count, None)

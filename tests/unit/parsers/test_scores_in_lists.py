"""Lists of scores, an item to a line or counted in a sentence: what they tell, and what they are not."""

import pytest

from tests.unit.parsers.papers import placed
from workflow.core.reading import IndicatorScore
from workflow.parsers.binding.sheet import sheet_of
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.score_lists import without_lists
from workflow.parsers.fields.score_told import told_scores, without_told
from workflow.parsers.fields.survey import survey_of
from workflow.parsers.rows import Row
from workflow.parsers.understand import understand

_FORMS = (
    "1.1 แผนดิจิทัล 63.90 คะแนน (ค่าเฉลี่ย 55.20 คะแนน)",
    "(1.2) การเข้าถึงของคนทุกกลุ่ม = 61.5 คะแนน (ค่าเฉลี่ย 50.1 คะแนน)",
    "2.1. Digital Mindset (44.0 คะแนน)",
    "2.2) บัญชีข้อมูล ได้ 31.90 คะแนน",
    "3.1 ผู้นำ = N/ A (ค่าเฉลี่ย 62.3)",
    "3.2 คลังข้อมูล (N/A)",
)
_READ = (
    ("1.1", "แผนดิจิทัล", 63.9, 55.2),
    ("1.2", "การเข้าถึงของคนทุกกลุ่ม", 61.5, 50.1),
    ("2.1", "Digital Mindset", 44.0, None),
    ("2.2", "บัญชีข้อมูล", 31.9, None),
    ("3.1", "ผู้นำ", None, 62.3),
)
_PARTS = "ผลคะแนนรายตัวชี้วัด ประกอบด้วย 1. นโยบาย ได้ 77.17 คะแนน 2. บุคลากร ได้ 62.20 คะแนน และ3. บริการภาครัฐ ได้ 64.99 คะแนน"


def _rows(*texts: str) -> list[Row]:
    return [Row(text, text, 1, (70.0, 20.0 * n, 500.0, 20.0 * n + 15)) for n, text in enumerate(texts)]


def test_lists_tell_scores_averages_and_what_has_none() -> None:
    assert told_scores("ผลคะแนนรายตัวชี้วัด มีดังนี้ " + " ".join(_FORMS), 2566) == tuple(
        IndicatorScore(*read) for read in _READ
    )


@pytest.mark.parametrize("sign", [".", ")"])
def test_the_parts_above_codes_are_told_with_their_scores(sign: str) -> None:
    told = (
        ("1", "นโยบาย", 58.95),
        ("1.1", "แผน", 55.1),
        ("1.2", "งาน", 62.8),
        ("2", "คน", 62.35),
        ("2.1", "ทักษะ", 66.4),
    )
    listed = " ".join(f"{code}{sign if len(code) == 1 else ''} {name} {score:.2f} คะแนน" for code, name, score in told)
    assert told_scores(f"สรุปคะแนนรายตัวชี้วัด 3 ส่วนได้ดังนี้ {listed}", 2567) == tuple(IndicatorScore(*one) for one in told)


def test_a_part_above_codes_without_a_score_is_none_of_them() -> None:
    listed = "1. นโยบาย 1.1 แผน 55.10 คะแนน 1.2 งาน 62.80 คะแนน 2. คน 2.1 ทักษะ 66.40 คะแนน"
    assert [one.code for one in told_scores(f"ผลคะแนน {listed}", 2567)] == ["1.1", "1.2", "2.1"]


@pytest.mark.parametrize("word", ["ด้านที่", "มิติที่", "Pillar", "ตัวชี้วัดที่", "หมวด"])
def test_parts_are_told_by_their_word_or_their_count(word: str) -> None:
    told = [("1", "นโยบาย", 77.17), ("2", "บุคลากร", 62.2), ("3", "บริการภาครัฐ", 64.99)]
    called = " ".join(f"{word} {code} {name} ได้ {score:.2f} คะแนน" for code, name, score in told)
    assert told_scores(called, 2566) == tuple(IndicatorScore(*one) for one in told)
    assert told_scores(_PARTS, 2566) == tuple(IndicatorScore(*one) for one in told)


@pytest.mark.parametrize(
    "text",
    [
        "หน่วยงานที่ได้คะแนนสูงสุดด้านดิจิทัล 1. กรมสรรพากร ได้ 95.10 คะแนน 2. กรมที่ดิน ได้ 90.00 คะแนน 3. กรมประมง ได้ 89.20 คะแนน",
        "ผู้สมัครด้านภาษา 1. นายดี ได้ 85 คะแนน 2. นางสาวงาม ได้ 80 คะแนน 3. นายมาก ได้ 70 คะแนน",
        "เป้าหมายของแผน ด้านที่ 1 อบรมร้อยละ 80 ด้านที่ 2 ติดตั้งร้อยละ 70 ด้านที่ 3 บำรุงร้อยละ 60",
        "แผนงานมีตัวชี้วัด 1.1 บุคลากรผ่านการอบรม ร้อยละ 80 1.2 ระบบพร้อมใช้ ร้อยละ 99.5 1.3 งบประมาณเบิกจ่าย ร้อยละ 95",
        "ผลการสำรวจ 1.1 กรมได้คะแนนรวม 66.45 คะแนน 1.2 หน่วยงานมีภาพรวม 60.00 คะแนน 1.3 ปี 2560 ได้คะแนน 55.00 คะแนน",
        "1.1 ประชุมวันที่ 3 มกราคม 2566 1.2 ตอบแล้ว 160 แห่ง 1.3 ส่งภายใน 15 วัน ตามมาตรา 5 เพื่อยกคะแนน",
        "ให้ปรับปรุง 1.1 แผน เพิ่มขึ้น 5.00 คะแนน 1.2 คน ลดลง 2.00 คะแนน 1.3 งาน สูงกว่าค่าเฉลี่ย 3.10 คะแนน",
    ],
)
def test_other_lists_tell_no_scores(text: str) -> None:
    assert told_scores(text, 2566) == ()
    assert without_told(text, 2566) == text


def test_the_row_number_of_a_table_behind_an_item_without_a_score_is_none() -> None:
    text = "1.1) แผน ควรแลกเปลี่ยนกับหน่วยงานที่ได้คะแนนสูง 2 1.2) คน ควรแลกเปลี่ยนกับหน่วยงานที่ได้คะแนนสูง 3 1.3) งาน หน่วยงานที่ได้คะแนนสูง 4"
    assert told_scores(text, 2566) == ()


def test_no_number_of_an_item_is_the_wholes() -> None:
    read = survey_of(None, "สิ่งที่ส่งมาด้วย 2 คะแนนการสำรวจ " + " ".join(_FORMS), written=None).scores
    assert (read.score, read.average) == (None, None)
    whole = "กรมได้คะแนนรวม 57.90 คะแนน ค่าเฉลี่ยของกรมทั้งหมด 50.00 คะแนน "
    read = survey_of(None, whole + _PARTS.replace("77.17", "57.90")).scores
    assert (read.score, read.average, read.scores_seen) == (57.9, 50.0, ())
    assert (
        survey_of(None, f"ผลสำรวจ {whole} เทียบกับปีก่อน ปี คะแนนรวม 2564 46.30 คะแนน 2565 48.60 คะแนน").scores.score == 57.9
    )


def test_the_rows_of_a_list_are_no_advice() -> None:
    above, below = "ผลคะแนนมีดังนี้", "ข้อเสนอแนะ"
    rows = _rows(above, *_FORMS[:2], "2 การขับเคลื่อนด้วยข้อมูล", *_FORMS[2:4], *_FORMS[4:5], below)
    assert [row.text for row in without_lists(rows)] == [above, below]


@pytest.mark.parametrize("advice", ["จัดทำแผนฉบับใหม่", "– เร่งรัดการใช้ระบบ", "ควรทบทวน", "1) อบรมบุคลากร"])
def test_heads_of_advice_that_bear_scores_stay(advice: str) -> None:
    rows = _rows("ข้อเสนอแนะ", *(text for form in _FORMS[:4] for text in (form, advice)))
    assert without_lists(rows) == rows


def test_a_sentence_stays() -> None:
    rows = _rows(
        "ผลคะแนนรายตัวชี้วัด ประกอบด้วย 1. นโยบาย ได้ 77.17",
        "คะแนน 2. บุคลากร ได้ 62.20 คะแนน",
        "และ3. บริการภาครัฐ ได้ 64.99 คะแนน",
    )
    assert without_lists(rows) == rows


_MANY = [f"๑.{n} ความพร้อมด้าน{name} ได้ ๖{n}.๕๐ คะแนน (ค่าเฉลี่ย ๕{n}.๒๐ คะแนน)" for n, name in enumerate("กขคงจฉชซ", 1)]


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        (["สิ่งที่ส่งมาด้วย ๒", "กรมตัวอย่าง"], "table"),
        (["ผลการสำรวจระดับความพร้อม ปี ๒๕๖๖", "ของกรมตัวอย่าง"], "table"),
        (["ผลคะแนนมีดังนี้"], None),  # words of a text lead to it
        (["ตามผลการสำรวจที่กล่าวมาแล้วข้างต้นนั้น กรมตัวอย่างได้นำมาวิเคราะห์อย่างละเอียด", "รอบคอบแล้ว ปรากฏผล"], None),
    ],
)
def test_a_list_of_scores_under_a_title_opens_what_a_table_does(above: list[str], kind: str | None) -> None:
    found = sheet_of(placed([*((0.0, text) for text in above), *((30.0, text) for text in _MANY)]))
    assert found.opens == kind


def test_the_averages_of_a_list_that_is_an_enclosure_are_not_the_wholes() -> None:
    (paper,) = papers_of([placed([(0.0, "สิ่งที่ส่งมาด้วย"), (0.0, "ผลการสำรวจ ปี ๒๕๖๖"), *((30.0, text) for text in _MANY)])])
    survey = understand([paper])[0].instrument.survey
    assert survey and (survey.year, survey.score, survey.group_average) == (2566, None, None)
    assert [(row.code, row.score, row.group_average) for row in survey.indicators] == [
        (f"1.{n}", 60.5 + n, 50.2 + n) for n in range(1, 9)
    ]


def test_the_number_of_the_next_row_is_no_score_where_advice_ends_with_a_high_score() -> None:
    text = "ผลการสำรวจ 1.1 แผน ควรแลกเปลี่ยนกับหน่วยงานที่ได้คะแนนสูง {} 1) ควรทบทวน"
    assert told_scores(" ".join(text.format(code) for code in ("2.1", "3.1", "4.1")), 2566) == ()
    assert survey_of(None, text.format(2)).scores.score is None


def test_lines_of_a_list_that_end_in_numbers_are_no_table_under_the_heads_of_another() -> None:
    years = [(0.0, "ปี คะแนนรวม"), (0.0, "๒๕๖๕ ๕๐.๒๐"), (0.0, "๒๕๖๖ ๕๑.๓๐")]
    broken = [row for text in _MANY[:6] for row in ((30.0, text[:-22].strip()), (30.0, text[-22:].strip()))]
    (paper,) = papers_of([placed([(0.0, "สิ่งที่ส่งมาด้วย"), *years, *broken, *((30.0, text) for text in _MANY[6:])])])
    survey = understand([paper])[0].instrument.survey
    assert survey and [row.code for row in survey.indicators] == [f"1.{n}" for n in range(1, 9)]

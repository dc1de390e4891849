"""Items that only their likeness to others tells, words that tell numbers apart, and other ways of writing dates and tables."""

from datetime import date

import pytest

from tests.unit.parsers.papers import rows
from workflow.core.reading import Count
from workflow.core.thai_date import parse
from workflow.parsers.fields.dated import date_in
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.references import references
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.stated_count import stated_count
from workflow.parsers.fields.survey import survey_of
from workflow.parsers.fields.surveyed import counts
from workflow.parsers.page import Table
from workflow.parsers.text_file import pages_of_text

HEAD = "ผู้ประเมินมีข้อเสนอแนะ ดังนี้\n\n"
ITEMS = (
    ("2.3", "ทักษะสมมุติ", "ควรจัดอบรมทุกปีให้ครบทุกกอง"),
    ("2.4", "ข้อมูลสมมุติ", "ส่งเสริมให้ใช้ข้อมูลในการทำงาน"),
    ("3.1", "บริการสมมุติ", "ขยายบริการให้ครบทุกงานที่มีผู้ใช้"),
)


def advice(form: str) -> list[tuple[str, str, str]]:
    text = HEAD + "\n".join(form.format(code=code, name=name, text=text) for code, name, text in ITEMS)
    return [(given.code, given.name, given.text) for given in recommendations_of(rows(text)).given]


@pytest.mark.parametrize(
    "form",
    [
        "{code} {name} – {text}",
        "ข้อ {code} {name} — {text}",
        "ตัวชี้วัดย่อย: {code} {name}\nข้อเสนอแนะ: {text}",
        "Indicator {code}: {name}\nRecommendation: {text}",
    ],
)
def test_lines_of_one_shape_are_items_of_one_list(form: str) -> None:
    assert advice(form) == list(ITEMS)


def test_clauses_of_the_paper_are_no_items_though_they_are_alike() -> None:
    assert advice("{code} {name}ได้แจ้งผลไว้แล้ว") == []


def test_entries_of_a_list_below_each_item_are_its_advice_and_no_headings() -> None:
    found = advice("• {code} {name}\n- {text}\n- รายงานทุกเดือน")
    assert [text for _, _, text in found] == [f"{text} - รายงานทุกเดือน" for _, _, text in ITEMS]


def test_an_indicator_told_above_its_part_is_its_indicator() -> None:
    text = HEAD + "\n".join(f"ตัวชี้วัดหลัก: หมวดสมมุติ\nตัวชี้วัดย่อย: {c} {n}\nข้อเสนอแนะ: {t}" for c, n, t in ITEMS)
    assert {given.indicator for given in recommendations_of(rows(text)).given} == {"หมวดสมมุติ"}


def test_of_two_scores_the_one_called_a_mean_is_the_average() -> None:
    found = scores_of("หน่วยงานที่ส่งแบบมีคะแนนเฉลี่ย 61.44 คะแนน ขณะที่กรมของเรามีคะแนน 70.00 คะแนน", 2567)
    assert (found.score, found.average) == (70.0, 61.44)


def test_of_two_means_the_one_that_is_of_nobody_else_is_the_score_and_is_doubted() -> None:
    found = scores_of("คะแนนเฉลี่ยของจังหวัดเราคือ 62.5 คะแนน คะแนนเฉลี่ยทั้งประเทศคือ 60.1 คะแนน", 2567)
    assert (found.score, found.average, found.scores_seen) == (62.5, 60.1, (62.5,))


def test_a_level_of_maturity_is_no_score() -> None:
    found = scores_of("กรมอยู่ในระดับ 4 (72.34 คะแนน) ค่าเฉลี่ยของกระทรวงอยู่ในระดับ 3 (69.11 คะแนน)", 2567)
    assert (found.score, found.average) == (72.34, 69.11)


@pytest.mark.parametrize(
    "text", ["อัตราการตอบกลับร้อยละ 95.0 (380 จาก 400 หน่วยงาน)", "มีผู้ตอบแบบสำรวจ 380/400 หน่วยงาน คิดเป็นร้อยละ 95.0"]
)
def test_a_share_before_its_numbers_and_a_fraction_are_counts(text: str) -> None:
    assert counts(text) == {"total": Count(400, 380, 95.0)}


@pytest.mark.parametrize(
    "text",
    [
        "จากทั้งหมด 18 ตัวชี้วัด มีตัวชี้วัดที่ต้องปรับปรุงจำนวน 5 ตัวชี้วัด",
        "มีข้อเสนอแนะเพื่อการพัฒนาใน 5 ตัวชี้วัดย่อย",
        "ข้อเสนอแนะทั้ง 5 ประการ",
        "มีตัวชี้วัดที่ควรเร่งพัฒนา (5 ตัวชี้วัด) ดังนี้",
    ],
)
def test_what_is_to_be_done_is_counted_in_other_words(text: str) -> None:
    assert stated_count(text, {}) == (5, None)


@pytest.mark.parametrize("printed", ["15/05/2568", "วันที่ 15/5/68", "15.05.2568", "2025-05-15", "15 พฤษภาคม ค.ศ. 2025"])
def test_a_day_in_figures_or_of_the_western_era_is_read(printed: str) -> None:
    assert date_in(printed) == date(2025, 5, 15)


def test_a_misread_year_on_a_scan_is_no_western_year() -> None:
    assert (parse("1 มกราคม 2067"), date_in("1 มกราคม 2067", noisy=True)) == (date(2067, 1, 1), None)


def test_a_paper_is_cited_by_a_day_in_figures() -> None:
    found = references("ตามหนังสือที่ รพส 22/145 ลงวันที่ 28/04/2568 นั้น")
    assert [(r.number, r.date) for r in found] == [("รพส 22/145", date(2025, 4, 28))]


def test_a_table_of_whole_numbers_is_one_of_scores_where_its_head_says_so() -> None:
    body = (("1.1", "แผน", "72", "61"), ("1.2", "ผู้นำ", "80", "66"), ("2.1", "บริการ", "55", "59"))
    named, unnamed = (
        Table(1, (head, *body)) for head in (("รหัส", "ตัวชี้วัด", "คะแนนกรม", "คะแนนเฉลี่ย"), ("รหัส", "งาน", "คน", "เครื่อง"))
    )
    assert next((i.code, i.score, i.group_average) for i in score_table([named], ()).indicators) == ("1.1", 72.0, 61.0)
    assert score_table([unnamed], ()).indicators == ()


def test_lines_parted_by_tabs_are_a_table_of_the_text() -> None:
    file = pages_of_text("ที่ สม ๑/๒\tกรมสมมุติ\n\nก\tข\tค\n๑\t\t๓\nกลุ่ม\n๔\t๕\t๖\nรวม\t๙\n")
    assert [table.rows for table in file.pages[0].tables] == [
        (("ก", "ข", "ค"), ("๑", "", "๓"), ("กลุ่ม", "", ""), ("๔", "๕", "๖"), ("รวม", "", "๙"))
    ]


BODY = (
    ("1.1 แผน", "60.00", "50.00", "72.00", "61.00"),
    ("1.2 ผู้นำ", "70.00", "55.00", "80.00", "66.00"),
    ("2.1 บริการ", "50.00", "45.00", "55.00", "59.00"),
)


def test_what_stands_over_two_columns_of_a_table_heads_both() -> None:
    heads = (("ตัวชี้วัด", "ปี 2566", "", "ปี 2567", ""), ("", "กรม", "เฉลี่ย", "กรม", "เฉลี่ย"))
    found = score_table([Table(1, (*heads, *BODY))], (), 2567).indicators
    assert [(i.score, i.group_average) for i in found] == [(72.0, 61.0), (80.0, 66.0), (55.0, 59.0)]


def test_a_column_of_words_lends_its_head_to_no_column_of_marks() -> None:
    body = tuple((code, mark, "ดี", mean) for code, mark, mean, *_ in BODY)
    found = score_table([Table(1, (("ตัวชี้วัด", "ร้อยละที่ได้", "ระดับ", "ค่าเฉลี่ย"), *body))], ()).indicators
    assert [(i.score, i.group_average) for i in found] == [(60.0, 50.0), (70.0, 55.0), (50.0, 45.0)]


def test_a_first_column_that_counts_the_rows_holds_no_codes() -> None:
    body = tuple((str(n), name, mark, mean) for n, (name, mark, mean, *_) in enumerate(BODY, 1))
    found = score_table([Table(1, (("ลำดับ", "ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ย"), *body))], ()).indicators
    assert [(i.code, i.name) for i in found] == [("1.1", "แผน"), ("1.2", "ผู้นำ"), ("2.1", "บริการ")]


def test_several_items_told_in_one_paragraph_are_parted_and_doubted() -> None:
    told = " ".join(f"ตัวชี้วัดย่อยที่ {code} {name} ควร{text.removeprefix('ควร')}" for code, name, text in ITEMS)
    found = recommendations_of(rows(HEAD + f"มีข้อเสนอแนะ กล่าวคือ {told}"))
    assert [(g.code, g.name) for g in found.given] == [(code, name) for code, name, _ in ITEMS]
    assert {doubt.part for doubt in found.doubts} >= {"text"}


def test_a_line_that_stands_at_every_item_and_leads_into_no_advice_is_none_of_it() -> None:
    form = "ตัวชี้วัด {code} {name}\nข้อแนะนำ – {text}\nระยะเวลา – ภายในปีงบประมาณหน้า"
    assert advice(form) == list(ITEMS)


def test_an_entry_that_is_only_counted_may_have_its_code_behind_the_name() -> None:
    text = HEAD + "\n".join(f"ข้อ {n} {name} (ตัวชี้วัด {code}) {text}" for n, (code, name, text) in enumerate(ITEMS, 1))
    assert [(g.code, g.name) for g in recommendations_of(rows(text)).given][:1] == [ITEMS[0][:2]]


def test_an_index_below_one_is_a_score_and_above_the_middle_by_no_difference() -> None:
    found = scores_of("มหาวิทยาลัยมีค่าดัชนี 0.721 (ระดับสูง) สูงกว่าค่ากลางของสถาบันอุดมศึกษาที่ 0.680", 2568)
    assert (found.score, found.average) == (0.721, 0.68)


def test_a_former_mark_is_no_score() -> None:
    found = scores_of("คะแนนเดิม 61.00 คะแนน แก้ไขเป็น 64.50 คะแนน โดยค่าเฉลี่ยทุกจังหวัดคงเดิมที่ 62.77 คะแนน", 2567)
    assert (found.score, found.average) == (64.5, 62.77)


def test_no_survey_is_named_in_the_middle_of_a_word() -> None:
    assert survey_of("แจ้งผลดัชนีความพร้อมนวัตกรรมภาครัฐ ประจำปี 2568", "ได้คะแนน 60.00 คะแนน").survey.name is None  # type: ignore[union-attr]

"""Marks told over line ends or behind leaders; days and hours that are no marks; rules, specks and marks of sheets around the fields."""

import pytest

from tests.unit.parsers.papers import drafts, rows
from tests.unit.parsers.scanned import scanned
from workflow.core.reading import Survey
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.survey import survey_of
from workflow.parsers.rows import rows_of

HEAD = "ที่ ทส 0101/12\nกรมตัวอย่างวิทยา\nถนนสมมุติ กทม. 10000\n1 กันยายน 2566\nเรื่อง ผลการสำรวจ ประจำปี 2566\nเรียน อธิบดีกรมสมมุติ\n"
END = "\nจึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายสมชาย ใจดี)\nอธิบดีกรมตัวอย่างวิทยา"


def _survey(text: str) -> Survey | None:
    [draft] = drafts(f"{HEAD}ตามที่ได้สำรวจ ประจำปี 2566 นั้น {text}{END}")
    return draft.instrument.survey


@pytest.mark.parametrize(
    "text",
    [
        "หน่วยงานได้ 60.42 คะแนน เทียบกับคะแนนเฉลี่ยของหน่วยงานในสังกัด\n59.98 คะแนน",
        "ผลเป็นดังนี้\nคะแนนที่ได้ ............ 60.42\nค่าเฉลี่ยกลุ่ม ............ 59.98",
        "ผลเป็นดังนี้\nคะแนนรวม\t60.42\nค่าเฉลี่ยกลุ่ม\t59.98",
        "ผลเป็นดังนี้\nคะแนนรวม\n60.42\nค่าเฉลี่ยระดับกรม\n59.98",
    ],
)
def test_a_number_behind_a_leader_or_on_the_next_line_is_its_labels(text: str) -> None:
    survey = _survey(text)
    assert survey and (survey.score, survey.group_average) == (60.42, 59.98)


@pytest.mark.parametrize(
    "text",
    [
        "ได้ 60.42 คะแนน ส่วนค่าเฉลี่ยตามสิ่งที่ส่งมาด้วยจึงเรียนมา และส่งแผนภายในวันที่ 28 กันยายน 2566",
        "ได้ 60.42 คะแนน ค่าเฉลี่ยประเทศ ณ 5 ม.ค. 2566 อยู่ในเอกสาร",
        "ได้ 60.42 คะแนน ค่าเฉลี่ยของกลุ่มในเวลา 10.30 น. มีการแถลง",
        "ได้ 60.42 คะแนน ค่าเฉลี่ยของกลุ่มอยู่ในลำดับที่ 12",
    ],
)
def test_a_day_an_hour_or_a_rank_is_no_average(text: str) -> None:
    assert scores_of(text, 2566).average is None


def test_an_office_called_nearly_as_a_month_behind_a_number_makes_it_no_day() -> None:
    assert scores_of("ได้ร้อยละ 63.96 ส่วนค่าเฉลี่ยอยู่ที่ร้อยละ 61.39 กยร. ให้คำแนะนำไว้", 2566).average == 61.39


@pytest.mark.parametrize("rule", ["─────────", "- - - - - -", "****", "══════"])
def test_a_line_drawn_below_the_subject_ends_it(rule: str) -> None:
    fields, _ = head_fields(rows(f"ประกาศกรมตัวอย่าง\nเรื่อง ผลการจัดระดับ ประจำปี 2566\n{rule}\nตามที่กรมได้สำรวจ"))
    assert fields["เรื่อง"].text == "ผลการจัดระดับ ประจำปี 2566"


def test_a_line_drawn_behind_the_subject_is_none_of_it() -> None:
    fields, _ = head_fields(rows("เรื่อง ผลการจัดระดับ ประจำปี 2566 ─────\nเรียน อธิบดี"))
    assert fields["เรื่อง"].text == "ผลการจัดระดับ ประจำปี 2566"


@pytest.mark.parametrize("mark", ["สิ่งที่ส่งมาด้วย ๒", "สิ่งที่ส่งมาด้วย", "สิ่งที่ส่งมาด้วย ๑ (ต่อ)"])
def test_the_mark_of_an_enclosure_at_its_top_encloses_nothing(mark: str) -> None:
    [draft] = drafts(
        f"{mark}\nคะแนนรายด้าน กรมสมมุติ ประจำปี 2566\nด้าน\tคะแนน\tค่าเฉลี่ย\n1 แผน\t70.10\t61.10\n2 คน\t60.20\t51.20\n3 งาน\t50.30\t41.30"
    )
    assert (draft.instrument.enclosures, draft.instrument.sender) == ((), None)


def test_a_number_below_a_head_is_still_an_enclosure() -> None:
    fields, _ = head_fields(rows("เรื่อง ผล\nเรียน อธิบดี\nสิ่งที่ส่งมาด้วย\n1. แบบสำรวจ\nตามที่ได้สำรวจ"))
    assert fields["สิ่งที่ส่งมาด้วย"].text == "1. แบบสำรวจ"


def test_a_speck_before_the_text_of_a_scan_does_not_hide_its_beginning() -> None:
    texts = ("เรื่อง ผลการสำรวจ", "เรียน อธิบดี", "สิ่งที่ส่งมาด้วย ใบคะแนน จำนวน 1 แผ่น", ". ตามหนังสือที่อ้างถึง ขอแจ้งผล", "การสำรวจ")
    fields, body = head_fields(rows_of(scanned([(85, text) for text in texts]).lines))
    assert (fields["สิ่งที่ส่งมาด้วย"].text, body) == ("ใบคะแนน จำนวน 1 แผ่น", 3)


@pytest.mark.parametrize(
    "text",
    [
        "ดัชนีของจังหวัดเท่ากับ 61.5 (จากเต็ม 100) ค่าเฉลี่ย 76 จังหวัด เท่ากับ 60.2",
        "ได้คะแนน 61.50 คะแนน ทั้งนี้ค่าเฉลี่ยของ 20 กระทรวง คือ 60.20 คะแนน",
    ],
)
def test_how_many_a_mean_is_taken_of_is_no_mean(text: str) -> None:
    assert scores_of(text, 2566).average == 60.2


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("แจ้งผลการสำรวจความพร้อมสมมุติ ปี พ.ศ. 2566", "การสำรวจความพร้อมสมมุติ"),
        ("ผลการประเมินความพร้อม (ปี 2566)", "การประเมินความพร้อม"),
        ("ผลการวัดระดับความพร้อมสมมุติ ประจำปี พุทธศักราช 2566", "การวัดระดับความพร้อมสมมุติ"),
        ("ผลการสำรวจจังหวัดสมมุติ รอบประจำปี 2566", "การสำรวจจังหวัดสมมุติ"),
        ("ผลการประเมินความพร้อม ปี ค.ศ. 2023", None),
        ("รายงานดัชนีความพร้อม 2566", None),
    ],
)
def test_a_year_in_whatever_era_is_no_part_of_the_surveys_name(subject: str, name: str | None) -> None:
    survey = survey_of(subject, "").survey
    assert survey and (survey.year, survey.name) == (2566, name)


def test_a_survey_is_not_named_by_all_that_stands_before_the_year_of_a_date() -> None:
    text = "ให้คณะกรรมการพิจารณาผลการสำรวจ จัดทำแผนและรายงานทุกสามเดือน สั่ง ณ วันที่ 19 พฤศจิกายน พ.ศ. 2568"
    assert survey_of(None, text).survey is None


def test_a_year_of_a_paper_that_speaks_of_no_survey_is_no_surveys() -> None:
    assert survey_of("แต่งตั้งคณะกรรมการ 2566", "").survey is None

"""Numbers of rows and tables are no scores; counts by their own names are kept as printed or told."""

import pytest

from workflow.core.reading import Count, Instrument
from workflow.parsers.fields.scores import scores_of
from workflow.parsers.fields.survey_unread import unread
from workflow.parsers.fields.surveyed import counts


@pytest.mark.parametrize(
    "text",
    [
        "เทียบกับค่าเฉลี่ยของทุกแห่ง ดังตาราง ที่ ด้าน คะแนน ค่าเฉลี่ย 1 นโยบาย 60.10 55.00 2 บุคลากร 73.34 71.38",
        "เทียบกับค่าเฉลี่ยของทุกแห่ง ดังนี้ ตัวชี้วัด คะแนน ค่าเฉลี่ย ข้อเสนอแนะ 1 นโยบาย 60.10 55.00 1.1 แผนงาน 80.00 75.30 ทบทวนแผน",
        "คะแนนและค่าเฉลี่ยของทุกแห่งตามตารางที่ 1 ดังนี้ ด้านนโยบาย",
        "ค่าเฉลี่ยของประเทศปรากฏตามสิ่งที่ส่งมาด้วย 2 แล้ว",
    ],
)
def test_numbers_of_rows_and_tables_are_no_average(text: str) -> None:
    assert scores_of(text, 2566).average is None


def test_a_figure_of_a_row_under_a_head_of_averages_is_at_most_a_doubt() -> None:
    found = scores_of("คะแนนและค่าเฉลี่ยของทุกแห่งมีดังนี้ ด้าน คะแนน ค่าเฉลี่ย นโยบาย 60.10 55.00 บุคลากร 73.34 71.38", 2566)
    assert found.average is None or found.averages_seen == (found.average,)


def test_an_average_of_one_stays_an_average() -> None:
    assert scores_of("ได้คะแนน 2.50 และค่าเฉลี่ยของทุกแห่งอยู่ที่ 1 ซึ่งต่ำกว่าปีก่อน", 2566).average == 1.0


def test_a_group_whose_percentage_is_wrong_is_kept_beside_one_that_is_right() -> None:
    found = counts(
        "จังหวัด 76 จังหวัด ตอบกลับ 70 จังหวัด (ร้อยละ 98.1) กรม 150 กรม ตอบกลับ 140 กรม (ร้อยละ 93.3) ท้องถิ่น 100 แห่ง ตอบกลับ 90 แห่ง (ร้อยละ 90)"
    )
    assert found["provincial"] == Count(76, 70, 98.1)


def test_a_count_that_no_rule_took_in_is_told() -> None:
    text = "เทศบาล 100 เทศบาล ส่งแบบสำรวจ 80 เทศบาล (ร้อยละ 90.0)"
    assert [field for field, _ in unread(text, Instrument("letter", (1,)))] == ["survey.counts"]

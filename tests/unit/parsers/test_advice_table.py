"""Recommendations set as a table are read by the heads of its columns."""

from workflow.core.reading import Recommendation
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.page import Table


def test_code_name_indicator_and_advice_stand_in_their_columns() -> None:
    table = Table(3, (
        ("รหัส", "ตัวชี้วัดย่อย", "ตัวชี้วัด", "ข้อเสนอแนะ"),
        ("๑. ตัวชี้วัดที่ควรปรับปรุง", "", "", ""),
        ("๒.๔", "ทักษะข้อมูล (Data Skills)", "๒ กำลังคน", "ควรจัดอบรมทุกปี"),
        ("๓.๑", "เว็บไซต์", "๓ บริการ", "ข้อเสนอแนะ : ควรปรับปรุง"),
    ))  # fmt: skip
    assert recommendations_in([table]) == [
        Recommendation("2.4", "ทักษะข้อมูล (Data Skills)", "กำลังคน", "ตัวชี้วัดที่ควรปรับปรุง", "ควรจัดอบรมทุกปี", 3),
        Recommendation("3.1", "เว็บไซต์", "บริการ", "ตัวชี้วัดที่ควรปรับปรุง", "ควรปรับปรุง", 3),
    ]


def test_code_and_name_may_share_a_cell() -> None:
    table = Table(1, (
        ("ตัวชี้วัดย่อย", "ข้อเสนอแนะของผู้ประเมิน"),
        ("ตัวชี้วัดย่อยที่ 2.4 ทักษะ (มิติที่ 2 กำลังคน)", "ควรจัดอบรม"),
        ("3.1 เว็บไซต์", "ควรปรับปรุง"),
    ))  # fmt: skip
    assert [(r.code, r.name, r.indicator, r.text) for r in recommendations_in([table])] == [
        ("2.4", "ทักษะ", "กำลังคน", "ควรจัดอบรม"), ("3.1", "เว็บไซต์", None, "ควรปรับปรุง"),
    ]  # fmt: skip


def test_a_table_of_scores_gives_no_recommendations() -> None:
    assert recommendations_in([Table(1, (("ที่", "ตัวชี้วัด", "คะแนน"), ("1.1", "แผน", "60.00")))]) == []

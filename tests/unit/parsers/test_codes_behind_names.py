"""Items whose code stands in brackets behind the name, and their advice right behind it: no verb and no sign has to tell it."""

from tests.unit.parsers.test_hanging_lists import told
from workflow.parsers.fields.advice_lines import item_of


def test_what_stands_behind_the_bracket_of_the_code_is_the_advice() -> None:
    assert told(
        (130, 535, "(1) ผู้นำสมมุติ (ตัวชี้วัดย่อย 3.1) แต่งตั้งผู้นำการเปลี่ยนแปลงประจำกองทุกกอง และจัดเวที"),
        (130, 420, "แลกเปลี่ยนปีละสองครั้ง [ตัวชี้วัด Digital Skills]"),
        (130, 535, "(2) บริการสมมุติ (ตัวชี้วัดย่อย 4.1) ลดขั้นตอนการขออนุญาตจากเดิมเจ็ดขั้นตอนให้เหลือไม่เกิน"),
        (130, 400, "สามขั้นตอน [ตัวชี้วัด Services]"),
    ) == [
        ("3.1", "ผู้นำสมมุติ", "Digital Skills", "แต่งตั้งผู้นำการเปลี่ยนแปลงประจำกองทุกกอง และจัดเวทีแลกเปลี่ยนปีละสองครั้ง"),
        ("4.1", "บริการสมมุติ", "Services", "ลดขั้นตอนการขออนุญาตจากเดิมเจ็ดขั้นตอนให้เหลือไม่เกินสามขั้นตอน"),
    ]  # fmt: skip


def test_an_indicator_behind_the_bracket_is_no_advice() -> None:
    assert told(
        (130, 535, "(1) ผู้นำสมมุติ (ตัวชี้วัดย่อย 3.1) ภายใต้ตัวชี้วัดบุคลากรและวัฒนธรรมองค์กรดิจิทัลที่ยั่งยืน"),
        (150, 420, "แต่งตั้งผู้นำการเปลี่ยนแปลงประจำกอง"),
        (130, 535, "(2) บริการสมมุติ (ตัวชี้วัดย่อย 4.1) ภายใต้ตัวชี้วัดบริการ"),
        (150, 400, "ลดขั้นตอนการขออนุญาต"),
    ) == [
        ("3.1", "ผู้นำสมมุติ", "บุคลากรและวัฒนธรรมองค์กรดิจิทัลที่ยั่งยืน", "แต่งตั้งผู้นำการเปลี่ยนแปลงประจำกอง"),
        ("4.1", "บริการสมมุติ", "บริการ", "ลดขั้นตอนการขออนุญาต"),
    ]


def test_the_next_cell_of_a_table_is_not_behind_the_bracket() -> None:
    row = "4. บริการ  หน้าจอสมมุติ (ตัวชี้วัดย่อย 4.2)  ปรับหน้าจอบริการให้ใช้งานได้จริง  ฝ่ายสมมุติ"
    item = item_of(row, [])
    assert item and item.at == 0

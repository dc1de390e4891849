"""Whom to ask: telephones broken over rows or inside the house, persons named in sentences, parts below their office."""

import pytest

from workflow.core.reading import Contact
from workflow.parsers.fields.contacts import contacts_of
from workflow.parsers.rows import Row

PHONE = "0 2000 0000"


def _told(*rows: str) -> list[tuple[str | None, ...]]:
    found: tuple[Contact, ...] = contacts_of([Row(text, text, 1) for text in rows])
    return [(one.unit, one.person, one.phone or one.email) for one in found]


@pytest.mark.parametrize(
    ("rows", "phone"),
    [
        ((f"ส่วนราชการ กองแผน โทร. {PHONE}", "ต่อ 4411"), f"{PHONE} ต่อ 4411"),
        (("ส่วนราชการ กองแผน โทร.", "ภายใน 412"), "412"),
        (("ส่วนราชการ กองแผน โทร. 1520-22",), "1520-22"),
        (("ส่วนราชการ กองแผน โทร.", "1520-1522"), "1520-1522"),
        (("ส่วนราชการ กองแผน โทร.", f"{PHONE} ต่อ 2"), f"{PHONE} ต่อ 2"),
        ((f"ส่วนราชการ กองแผน โทร. {PHONE}, 0791",), f"{PHONE}, 0791"),
        ((f"ส่วนราชการ กองแผน โทร. {PHONE}", "ต่อมา 4411 ราย"), PHONE),
    ],
)
def test_a_telephone_goes_on_over_the_row(rows: tuple[str, ...], phone: str) -> None:
    assert _told(*rows) == [("กองแผน", None, phone)]


def test_what_a_label_calls_a_unit_is_one_by_whatever_name() -> None:
    assert _told("ส่วนราชการ ฝอ.6 บก.อก.ภ.99 โทร. 0 5300 0000") == [("ฝอ.6 บก.อก.ภ.99", None, "0 5300 0000")]
    assert _told("ส่วนราชการ สม. (กคส.สม. โทร.ทบ. 94392)") == [("กคส.สม.", None, "ทบ. 94392")]
    assert _told(f"ส่วนราชการ กองแผน (โทร. {PHONE})") == [("กองแผน", None, PHONE)]


@pytest.mark.parametrize(
    "rows",
    [
        ("หากมีข้อสอบถามสามารถติดต่อ นางสาว", f"สมมุติ ตัวอย่างดี หมายเลขโทรศัพท์ {PHONE} หรือทางไปรษณีย์อิเล็กทรอนิกส์"),
        ("สอบถามได้ที่ผู้ประสานงาน ดังนี้", f"- นางสาวสมมุติ ตัวอย่างดี โทร. {PHONE}"),
        ("เปลี่ยนผู้ประสานงาน จากเดิม นายเก่า แก่กล้า เป็น นางสาวสมมุติ ตัวอย่างดี ตำแหน่งนัก", f"วิชาการคอมพิวเตอร์ โทรศัพท์ {PHONE}"),
    ],
)
def test_a_person_named_to_be_asked_is_reached_so(rows: tuple[str, ...]) -> None:
    assert _told(*rows) == [(None, "นางสาวสมมุติ ตัวอย่างดี", PHONE)]


@pytest.mark.parametrize(
    "text", [f"สอบถามได้ที่นายกเทศมนตรี เมืองสมมุติ โทร. {PHONE}", f"นายสมมุติ ตัวอย่าง เป็นประธาน สำนักงานตั้งอยู่ที่เดิม โทร. {PHONE}"]
)
def test_a_post_or_somebody_not_to_be_asked_is_no_person_to_ask(text: str) -> None:
    assert _told(text) == [(None, None, PHONE)]


def test_an_item_of_its_own_is_nobodys_of_the_item_above() -> None:
    assert _told(f"- นายสมมุติ ตัวอย่าง โทร. {PHONE}", "- E-mail: a@example.or.th") == [
        (None, "นายสมมุติ ตัวอย่าง", PHONE),
        (None, None, "a@example.or.th"),
    ]


def test_a_part_stands_under_the_office_right_above_it() -> None:
    assert _told("สำนักงานจังหวัด", "กลุ่มงานข้อมูล", f"โทร. {PHONE}") == [("สำนักงานจังหวัด กลุ่มงานข้อมูล", None, PHONE)]
    assert _told("อธิบดีกรมสมมุติ", "กลุ่มงานข้อมูล", f"โทร. {PHONE}") == [("กลุ่มงานข้อมูล", None, PHONE)]


def test_a_person_and_his_unit_may_share_a_telephone() -> None:
    assert _told(f"ติดต่อ นายสมมุติ ตัวอย่าง โทร. {PHONE}", "ขอแสดงความนับถือ", "", "กองแผน", f"โทร. {PHONE}") == [
        (None, "นายสมมุติ ตัวอย่าง", PHONE),
        ("กองแผน", None, PHONE),
    ]


def test_a_person_named_whole_and_again_in_brackets_is_one() -> None:
    assert _told(f"ติดต่อ นางสาวอรุณี ตัวอย่าง โทร. {PHONE}", "ขอแสดงความนับถือ", "", "กองแผน", f"โทร. {PHONE} (อรุณี)") == [
        (None, "นางสาวอรุณี ตัวอย่าง", PHONE),
        ("กองแผน", None, PHONE),
    ]


def test_a_row_of_a_table_of_persons_needs_no_label() -> None:
    rows = (
        "สอบถามได้ที่ผู้ประสานงาน ดังนี้", "ชื่อ - สกุล  โทรศัพท์  ไปรษณีย์อิเล็กทรอนิกส์", "นางสาวอรุณ ตัวอย่างดี  0 2100 2000 ต่อ 20  arun@example.or.th",
        "2. นายสมมุติ ทดสอบกุล  นักวิชาการ  0 2100 2000 ต่อ 23", "ฝ่ายข้อมูล", "โทร. 0 2100 2000 ต่อ 20",
    )  # fmt: skip
    assert contacts_of([Row(text, text, 1) for text in rows]) == (
        Contact(None, "นางสาวอรุณ ตัวอย่างดี", "0 2100 2000 ต่อ 20", "arun@example.or.th"),
        Contact(None, "นายสมมุติ ทดสอบกุล", "0 2100 2000 ต่อ 23"),
        Contact("ฝ่ายข้อมูล", None, "0 2100 2000 ต่อ 20"),
    )


@pytest.mark.parametrize(
    "text", ["นายสมมุติ ทดสอบกุล  72.50  68.10", "นายสมมุติ ทดสอบกุล  25 มีนาคม 2567", "นายสมมุติ ทดสอบกุล 0 2100 2000"]
)
def test_other_figures_beside_a_name_are_no_telephone(text: str) -> None:
    assert contacts_of([Row(text, text, 1)]) == ()


def test_a_roster_is_no_table_of_whom_to_ask() -> None:
    rows = ("รายชื่อคณะกรรมการ", "1. นายสมมุติ ทดสอบกุล  นักวิชาการ  0 2100 2000 ต่อ 23")
    assert contacts_of([Row(text, text, 1) for text in rows]) == ()


def test_who_makes_appointments_is_asked() -> None:
    rows = ("สามารถ", "นัดหมายได้ที่ นางสาวสมมุติ ตัวอย่างดี โทร. 0 2100 2000 ต่อ 12 อีเมล", "ask@example.or.th")
    assert contacts_of([Row(text, text, 1) for text in rows]) == (
        Contact(None, "นางสาวสมมุติ ตัวอย่างดี", "0 2100 2000 ต่อ 12"),
        Contact(None, "นางสาวสมมุติ ตัวอย่างดี", None, "ask@example.or.th"),
    )


@pytest.mark.parametrize(
    "more", ["4205, 4207", "365 หรือ 368", "5402-3", "20-5517", "50818, 50822", "12 และ 14", "4205,4207 , 4211"]
)
def test_a_telephone_is_kept_with_all_its_extensions(more: str) -> None:
    assert _told("ฝ่ายข้อมูล", f"โทร. {PHONE} ต่อ {more}") == [("ฝ่ายข้อมูล", None, f"{PHONE} ต่อ {more}")]
    assert _told(f"ส่วนราชการ กองแผน โทร. {PHONE} ต่อ", more) == [("กองแผน", None, f"{PHONE} ต่อ {more}")]


@pytest.mark.parametrize("behind", ["และ 25 มีนาคม 2567", ", 0 2000 1111", "หรือ 12 คน"])
def test_other_numbers_behind_an_extension_are_none(behind: str) -> None:
    assert _told(f"กองแผน โทร. {PHONE} ต่อ 12 {behind}")[0][-1] == f"{PHONE} ต่อ 12"


@pytest.mark.parametrize(
    ("told", "person"),
    [
        ("กมลวรรณ", "กมลวรรณ"),
        ("สมมุติ ดีงาม", "สมมุติ ดีงาม"),
        ("สายตรง", None),
        ("ฝ่ายข้อมูล", None),
        ("ตลอด 24 ชม.", None),
        ("มท", None),
    ],
)
def test_a_name_in_brackets_behind_a_telephone_is_whom_to_ask(told: str, person: str | None) -> None:
    assert _told("ฝ่ายข้อมูล", f"โทร. {PHONE} ต่อ 12 ({told})") == [("ฝ่ายข้อมูล", person, f"{PHONE} ต่อ 12")]


def test_the_telephones_of_the_provinces_and_short_ones_of_a_house_are_kept() -> None:
    assert _told("ส่วนราชการ สำนักงานจังหวัดสมมุติ กลุ่มงานข้อมูล (มท. 25614)") == [
        ("สำนักงานจังหวัดสมมุติ กลุ่มงานข้อมูล", None, "มท. 25614")
    ]
    assert _told("สำนักงานจังหวัด", "มท. 24104") == [("สำนักงานจังหวัด", None, "มท. 24104")]
    assert _told("ส่วนราชการ กองแผน โทร.", "31") == [("กองแผน", None, "31")]
    assert _told("สำนักงานจังหวัด", "ที่ มท. 0210.4/ว 12345", "กทม. 10400") == []


def test_a_unit_that_its_label_names_goes_on_before_its_telephone() -> None:
    rows = ("ส่วนราชการ ศูนย์เทคโนโลยีสมมุติ กลุ่มงาน", f"ยุทธศาสตร์สมมุติ โทร. {PHONE}")
    assert _told(*rows) == [("ศูนย์เทคโนโลยีสมมุติ กลุ่มงานยุทธศาสตร์สมมุติ", None, PHONE)]


def test_by_when_and_which_way_something_reaches_a_unit_is_no_part_of_its_name() -> None:
    rows = ("สำนักงานปลัดกระทรวงสมมุติ ภายในวันที่ 21 มิถุนายน 2567 ทาง", "ไปรษณีย์อิเล็กทรอนิกส์ a@example.or.th")
    assert _told(*rows) == [("สำนักงานปลัดกระทรวงสมมุติ", None, "a@example.or.th")]

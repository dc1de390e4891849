"""What a unit's head orders below a note that came to him stands on that note; and what the forces offer (เสนอ) to a post is addressed."""

from datetime import date

import pytest

from tests.unit.parsers.papers import codes, drafts
from workflow.core.reading import Instrument

MEMO = """บันทึกข้อความ
ส่วนราชการ กองแผนงานสมมุติ
ที่ สม ๐๓๐๗/๑๕ วันที่ ๓ มีนาคม ๒๕๖๘
เรื่อง ขอรายงานผล
{greeting} {to}
๑. เรื่องเดิม
ได้รับหนังสือจากสำนักงานตัวอย่าง
จึงเรียนมาเพื่อโปรดพิจารณา
(นายหนึ่ง สมมุติกุล)
ผู้อำนวยการกองแผนงานสมมุติ
"""
NOTE = """ที่ สม ๐๓๐๗/{number} ลว. {day} มี.ค. ๖๘
{greeting} {to}
เพื่อโปรดพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง
(นางสอง ตัวอย่างดี)
หัวหน้ากลุ่มอำนวยการ
"""
ORDER = "- ทราบ\n- กลุ่มแผนจัดทำรายงานภายใน ๒๐ มี.ค. ๖๘\n(นายสาม ทดสอบดี)\nผู้อำนวยการกองคลังสมมุติ\n๑๒ มี.ค. ๖๘\n"
CERTIFIED = "สำเนาถูกต้อง\n(นางสี่ รับรองดี)\nเจ้าพนักงานธุรการสมมุติ\n๑๓ มี.ค. ๖๘\n"
FIRST = NOTE.format(number="๖๑", day="๗", greeting="เรียน", to="ผู้อำนวยการกองคลังสมมุติ")
OTHER = NOTE.format(number="๖๒", day="๘", greeting="เรียน", to="ผู้อำนวยการกองช่างสมมุติ")


def _memo(greeting: str = "เรียน", to: str = "อธิบดีกรมสมมุติ") -> str:
    return MEMO.format(greeting=greeting, to=to)


def _notes(*texts: str) -> list[Instrument]:
    return [d.instrument for d in drafts(*texts) if d.instrument.kind == "endorsement"]


@pytest.mark.parametrize("below", [ORDER, ORDER + CERTIFIED])
def test_words_of_an_order_below_a_note_are_ordered_on_it(below: str) -> None:
    (note,) = _notes(_memo(), FIRST + below)
    assert note.signatory and note.signatory.name == "สอง ตัวอย่างดี"
    assert note.order and note.order.text == ("ทราบ", "กลุ่มแผนจัดทำรายงานภายใน 20 มี.ค. 68")
    assert note.order.signatory and note.order.signatory.name == "สาม ทดสอบดี"
    assert (note.date, note.order.date) == (date(2025, 3, 7), date(2025, 3, 12))


@pytest.mark.parametrize("below", ["", CERTIFIED])
def test_who_certifies_a_note_orders_nothing(below: str) -> None:
    (note,) = _notes(_memo(), FIRST + below)
    assert note.order is None


def test_what_one_unit_ordered_binds_no_note_to_another() -> None:
    assert "date-before-cause" not in codes(_memo(), FIRST + ORDER, OTHER)


POSTS = (("ผบ.ทม.สม.", ("ผบ.ทม.สม.",)), ("ผอ.กก.สม. และ ผอ.กข.สม.", ("ผอ.กก.สม.", "ผอ.กข.สม.")))


@pytest.mark.parametrize(("printed", "to"), POSTS)
def test_a_note_may_be_offered_to_a_post(printed: str, to: tuple[str, ...]) -> None:
    (note,) = _notes(_memo(), NOTE.format(number="๖๑", day="๗", greeting="เสนอ", to=printed))
    assert (note.number, note.to) == ("สม 0307/61", to)


def test_a_memo_may_be_offered_to_a_post() -> None:
    (memo,) = (d.instrument for d in drafts(_memo("เสนอ", "จก.สม.ทม.")))
    assert (memo.kind, memo.subject, memo.to) == ("memo", "ขอรายงานผล", ("จก.สม.ทม.",))


@pytest.mark.parametrize("offered", ["เสนอ ผบ.ทม.สม. เพื่อโปรดพิจารณา", "เสนอ ให้ทุกกองดำเนินการ", "เสนอ แผนงานสมมุติ"])
def test_what_is_offered_to_be_done_addresses_nobody(offered: str) -> None:
    (memo,) = (d.instrument for d in drafts(_memo().replace("ได้รับหนังสือจากสำนักงานตัวอย่าง", f"ได้รับหนังสือแล้ว\n{offered}")))
    assert memo.to == ("อธิบดีกรมสมมุติ",)


def test_posts_said_of_both_stay_one_addressee() -> None:
    (note,) = _notes(_memo(), NOTE.format(number="๖๑", day="๗", greeting="เรียน", to="ผบก. และ ผกก. ในสังกัด"))
    assert note.to == ("ผบก. และ ผกก. ในสังกัด",)


WITHIN = """องค์การเดินเรือสมมุติ
บันทึก
จาก ฝ่ายดิจิทัลสมมุติ
ถึง รองผู้ว่าการ (ปฏิบัติการ)
ที่ อดส ๓๑๐/๐๗๖๔
วันที่ ๑๙ พฤศจิกายน ๒๕๖๗
เรื่อง แจ้งผลการประเมิน
ตามหนังสือสำนักงานสมมุติ แจ้งผลการประเมินแล้ว นั้น ฝ่ายขอสรุปผลมาเพื่อทราบ
จึงเรียนมาเพื่อโปรดทราบ
(นายหนึ่ง สมมุติกุล)
ผู้อำนวยการฝ่ายดิจิทัลสมมุติ
"""


def test_a_note_from_an_office_to_a_post_within_the_house_is_a_memo() -> None:
    (memo,) = (d.instrument for d in drafts(WITHIN))
    assert (memo.kind, memo.number, memo.sender) == ("memo", "อดส 310/0764", "ฝ่ายดิจิทัลสมมุติ")
    assert (memo.to, memo.date) == (("รองผู้ว่าการ (ปฏิบัติการ)",), date(2024, 11, 19))


def test_without_who_sends_it_the_word_alone_heads_no_memo() -> None:
    (paper,) = (d.instrument for d in drafts(WITHIN.replace("จาก ฝ่ายดิจิทัลสมมุติ\nถึง", "เรียน")))
    assert paper.kind != "memo"


@pytest.mark.parametrize("name", ["ธีรพงษ์มณีสมมุติ", "ธีรพงษ์ มณีสมมุติ"])
def test_a_name_below_a_rank_signs_though_its_space_was_lost(name: str) -> None:
    ranked = _memo().replace("(นายหนึ่ง สมมุติกุล)", f"น.อ.\n({name})")
    (memo,) = (d.instrument for d in drafts(ranked + ORDER))
    assert memo.signatory and (memo.signatory.rank, memo.signatory.name) == ("น.อ.", name)
    assert memo.order and memo.order.signatory and memo.order.signatory.name == "สาม ทดสอบดี"


def test_words_in_brackets_below_no_rank_sign_nothing() -> None:
    (memo,) = (d.instrument for d in drafts(_memo().replace("๑. เรื่องเดิม", "๑. เรื่องเดิม\n(ต่อจากหนังสือเดิม)")))
    assert memo.signatory and memo.signatory.name == "หนึ่ง สมมุติกุล"

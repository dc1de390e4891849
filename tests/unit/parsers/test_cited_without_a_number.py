"""Dated papers that are cited without a number: what was written at the end of another, and what stands under อ้างถึง."""

from datetime import date

import pytest

from workflow.parsers.fields.references import references

BELOW = "ท้ายบันทึกกองสมมุติ ที่ สม 0506/14 ลงวันที่ 27 ธันวาคม 2566"
DAYS = [date(2024, 1, 4), date(2023, 12, 27)]


@pytest.mark.parametrize(
    "words",
    [
        "ด้วยอธิบดีกรมสมมุติได้มีบัญชา ลงวันที่ 4 มกราคม 2567", "ตามคำสั่งรองปลัดกระทรวง ลงวันที่ 4 มกราคม 2567",
        "ตามความเห็นของผู้บังคับบัญชา ลง 4 ม.ค. 67", "ตามที่เลขาธิการได้อนุมัติเมื่อวันที่ 4 มกราคม 2567", "ตามบัญชาการของ ผบ.สม. ลว. 4 ม.ค. 67",
        "ผู้อำนวยการได้เขียนไว้ ลงวันที่ 4 มกราคม 2567", "ตามมติที่ประชุมผู้บริหาร ลงวันที่ 4 มกราคม 2567",
    ],
)  # fmt: skip
def test_what_is_dated_at_the_end_of_another_paper_is_cited_by_whatever_name(words: str) -> None:
    order, host = references(f"{words} {BELOW} ให้ทุกหน่วยทราบ")
    assert ([order.date, host.date], order.number, host.number) == (DAYS, None, "สม 0506/14")


def test_what_is_dated_at_the_end_of_another_paper_is_called_by_its_own_words() -> None:
    assert references(f"เพื่อทราบตามคำสั่งรองปลัดกระทรวง ลงวันที่ 4 มกราคม 2567 {BELOW}")[0].subject == "คำสั่งรองปลัดกระทรวง"
    assert references(f"ผู้บัญชาการได้มีบัญชา ลงวันที่ 4 มกราคม 2567 {BELOW}")[0].subject == "บัญชา"


@pytest.mark.parametrize(
    "text",
    [
        "อธิบดีสั่งการให้ทุกกองรายงานภายในวันที่ 31 มกราคม 2567", "ได้สั่งการให้เริ่มใช้ตั้งแต่วันที่ 1 กุมภาพันธ์ 2567",
        "อธิบดีกรมสมมุติสั่งการเมื่อวันที่ 20 ธันวาคม 2566 ให้สรุปผล", "ผู้ว่าการได้สั่งการด้วยวาจาเมื่อวันที่ 4 มกราคม 2567",
        "คณะรัฐมนตรีมีมติเมื่อวันที่ 4 มกราคม 2567 ให้ความเห็นชอบ", "กรอกแบบตอบรับ ลงวันที่ 4 มกราคม 2567 ท้ายหนังสือนี้", "ส่งภายในวันที่ 4 มกราคม 2567 ท้ายที่สุด",
    ],
)  # fmt: skip
def test_a_day_that_dates_no_paper_cites_none(text: str) -> None:
    assert references(text) == ()


@pytest.mark.parametrize("words", ["บันทึกสั่งการเมื่อ", "สั่งการอธิบดีเมื่อ", "คำสั่งการของอธิบดีเมื่อ", "สั่งการ ผบ.สม. ลง"])
def test_an_order_that_one_acts_by_is_a_paper_however_it_is_dated(words: str) -> None:
    (cited,) = references(f"ดำเนินการตาม{words}วันที่ 4 มกราคม 2567")
    assert (cited.number, cited.date) == (None, date(2024, 1, 4))


@pytest.mark.parametrize("of", ["รองผู้ว่าราชการจังหวัด", " ผบ.สม.", "อธิบดีกรมสมมุติ"])
def test_an_order_of_a_post_that_one_acts_by_is_cited_by_its_day(of: str) -> None:
    (cited,) = references(f"มาเพื่อทราบและถือปฏิบัติตามคำสั่ง{of} ลงวันที่ 4 มกราคม 2567")
    assert (cited.number, cited.date, cited.subject) == (None, date(2024, 1, 4), f"คำสั่ง{of}")
    (numbered,) = references("ถือปฏิบัติตามคำสั่งกรมสมมุติ ที่ สม 12/2567 ลงวันที่ 4 มกราคม 2567")
    assert numbered.number == "สม 12/2567"


def listed(text: str) -> list[tuple[str | None, date | None]]:
    return [(cited.number, cited.date) for cited in references(text, listed=True)]


def test_a_dated_paper_under_the_label_needs_no_number() -> None:
    (found,) = references("บันทึกข้อตกลงความร่วมมือ ลงวันที่ 5 มีนาคม 2567", listed=True)
    assert (found.number, found.date, found.subject) == (None, date(2024, 3, 5), "บันทึกข้อตกลงความร่วมมือ")
    assert references("บันทึกข้อตกลงความร่วมมือ ลงวันที่ 5 มีนาคม 2567") == ()  # in a text it may be told of anything


def test_papers_with_and_without_a_number_stand_in_one_list() -> None:
    text = "1. หนังสือกรมสมมุติ ที่ สม 0101/9 ลงวันที่ 2 มกราคม 2567 เรื่อง ขอความร่วมมือ 2. มติที่ประชุม เมื่อวันที่ 5 มีนาคม 2567"
    assert listed(text) == [("สม 0101/9", date(2024, 1, 2)), (None, date(2024, 3, 5))]


def test_the_day_in_the_subject_of_a_paper_listed_dates_no_other() -> None:
    text = "หนังสือกรมสมมุติ ที่ สม 0101/9 ลงวันที่ 2 มกราคม 2567 เรื่อง ผลการประชุมเมื่อวันที่ 5 มีนาคม 2567"
    assert listed(text) == [("สม 0101/9", date(2024, 1, 2))]


@pytest.mark.parametrize("circular", ["ว1702", "ว 1702"])
def test_a_slash_lost_between_a_year_and_a_circulars_number_is_put_back_on_a_scan(circular: str) -> None:
    told = f"มีหนังสือ ที่ สพร 2567 {circular} ลงวันที่ 15 พฤษภาคม 2567 แจ้งผล"
    assert [(cited.number or "").replace("ว ", "ว") for cited in references(told, noisy=True)] == ["สพร 2567/ว1702"]


@pytest.mark.parametrize("word", ["ตามหนังสือ", "ตามบันทึก", "ตามบันทึกข้อความ"])
def test_a_number_right_behind_the_word_for_a_paper_needs_no_label(word: str) -> None:
    (cited,) = references(f"ได้ตอบแบบสำรวจไว้{word} สมม 4102/1266 ลงวันที่ 25 มิถุนายน 2568 แล้ว")
    assert (cited.number, cited.date) == ("สมม 4102/1266", date(2025, 6, 25))


def test_an_order_in_a_book_of_law_is_no_such_number() -> None:
    assert references("ตามหนังสือรับรองที่ออกให้ 4 ฉบับ ลงวันที่ 25 มิถุนายน 2568") == ()

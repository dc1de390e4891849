"""Forms that few offices use and that are right all the same: two groups of consonants, slashed dates, no เรียน, no item numbers."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts, rows
from tests.unit.parsers.scanned import paper
from workflow.core.reading import Instrument
from workflow.parsers.fields.dated import date_alone, given_date
from workflow.parsers.fields.numbers import number_of
from workflow.parsers.fields.references import references

LETTER = """ที่ สมข ๒๕๖๗/๙๙
สำนักงานสมมุติ
๑ ตุลาคม ๒๕๖๗
เรื่อง ขอหารือแนวทางสมมุติ
เรียน ปลัดกระทรวงสมมุติ
{head}
ด้วยสำนักงานสมมุติใคร่ขอหารือแนวทาง
จึงเรียนมาเพื่อโปรดพิจารณา
ขอแสดงความนับถือ
(นายสมมุติ ทดสอบกุล)
ผู้อำนวยการ
"""


def letter(head: str) -> Instrument:
    (draft,) = drafts(LETTER.format(head=head))
    return draft.instrument


RARE = (
    "สมส ปด. 2567/055",
    "0024(สต).5/2210",
    "ทน 11.2.05/ว8034",
    "ศย 011/ว 203(ป)",
    "ศย 016/ว 412 (ป)",
    "ศย 302.003/(ป)12",
)


@pytest.mark.parametrize("number", RARE)
def test_a_number_of_a_rare_form_is_whole(number: str) -> None:
    found = number_of(rows(f"ที่ {number}"))
    assert found and found[0].replace(" ", "") == number.replace(" ", "")


def test_a_signatory_may_date_with_slashes() -> None:
    assert date_alone(rows("1/3/2567")[0]) == date(2024, 3, 1)
    assert date_alone(rows("31/2/2567")[0]) is None


def test_a_citation_broken_before_its_day_goes_on_and_so_does_the_list() -> None:
    head = "อ้างถึง ๑. หนังสือสำนักงาน ก. ที่ สมข ๒๕๖๖/ว ๔ ลง\nวันที่ ๘ พฤศจิกายน ๒๕๖๖\n๒. หนังสือสำนักงาน ข. ที่ นร ๑๒๐๕/ว ๑๘ ลงวันที่ ๒๕ ธันวาคม ๒๕๖๖"
    found = [(r.number, r.date) for r in letter(head).references]
    assert found == [("สมข 2566/ว4", date(2023, 11, 8)), ("นร 1205/ว18", date(2023, 12, 25))]


def test_enclosures_without_numbers_are_parted_by_their_counts() -> None:
    head = "สิ่งที่ส่งมาด้วย รายชื่อหน่วยงานสมมุติ จำนวน ๓ แผ่น\nคู่มือตัวอย่าง จำนวน ๑ เล่ม"
    assert letter(head).enclosures == ("รายชื่อหน่วยงานสมมุติ", "คู่มือตัวอย่าง")


def test_a_letter_that_labels_its_day_is_dated_by_it_and_not_by_what_it_cites() -> None:
    text = LETTER.format(head="อ้างถึง หนังสือสำนักงาน ก. ที่ ลย ๐๐๒๓.๓/ว ๗๗ ลว.\n๑๗ ม.ค. ๖๖").replace(
        "๑ ตุลาคม", "วันที่ ๑ ตุลาคม"
    )
    (draft,) = drafts(text)
    assert draft.instrument.date == date(2024, 10, 1)


def test_an_order_cited_with_digits_in_its_givers_post_is_a_reference() -> None:
    order, host = references("ตามบันทึกสั่งการ ผบช.ภ.9 ลง 10 มี.ค.65 ท้ายหนังสือ ฝอ.5 ที่ 0024.15/7719 ลง 8 มี.ค.65")
    assert (order.date, host.number) == (date(2022, 3, 10), "0024.15/7719")


def test_a_memo_addressed_without_the_greeting_keeps_subject_and_addressee_apart() -> None:
    memo = [
        (170, "บันทึกข้อความ"), (0, "ส่วนราชการ ฝอ.๕ บก.อก.ตย."), (0, "ที่ ๐๐๒๔.๑๕/๗๗๑๙  วันที่ ๘ มี.ค.๖๕"), (0, "เรื่อง รายงานผลการสำรวจสมมุติ ประจำปี ๒๕๖๔"),
        (0, "ผบช.ตย. (ผ่าน รอง ผบช.ตย.)"), (72, "๑. ตามหนังสือ ที่ ๐๐๓๓.๑๔/๖๘๘ ลง ๒๑ ก.พ.๖๕ แจ้งผลมา"), (0, "จึงเรียนมาเพื่อโปรดพิจารณา"),
    ]  # fmt: skip
    found = paper(memo)
    assert (found.subject, found.to, found.via) == ("รายงานผลการสำรวจสมมุติ ประจำปี 2564", ("ผบช.ตย.",), "รอง ผบช.ตย.")
    assert found.date == date(2022, 3, 8)


@pytest.mark.parametrize(
    "given",
    [
        "ประกาศ ณ วันที่ ๕ เดือน เมษายน พ.ศ. ๒๕๖๙",
        "สั่ง ณ วันที่ ๕ เดือนเมษายน พุทธศักราช ๒๕๖๙",
        "ให้ไว้ ณ วันที่ ๕ เมษายน พ.ศ.๒๕๖๙",
        "สั่ง ณ วันอาทิตย์ที่ ๕ เมษายน ๒๕๖๙",
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป สั่ง ณ วันที่ ๕ เม.ย. ๖๙",
    ],
)
def test_an_order_is_dated_by_its_words_of_giving(given: str) -> None:
    found = given_date(rows(given))
    assert found and found[0] == date(2026, 4, 5)


def test_a_title_wraps_past_the_number_of_copies_at_the_right_edge() -> None:
    numbered = "สิ่งที่ส่งมาด้วย ๑. รายงานการใช้จ่ายของ\tจำนวน ๒ เล่ม\nสำนักงานในภูมิภาค ปี ๒๕๖๙\n๒. บัญชีรายชื่อ จำนวน ๑ แผ่น"
    single = "สิ่งที่ส่งมาด้วย รายงานการใช้จ่ายของ\tจำนวน ๒ เล่ม\nสำนักงานในภูมิภาค ปี ๒๕๖๙"
    assert letter(numbered).enclosures == ("รายงานการใช้จ่ายของสำนักงานในภูมิภาค ปี 2569", "บัญชีรายชื่อ")
    assert letter(single).enclosures == ("รายงานการใช้จ่ายของสำนักงานในภูมิภาค ปี 2569",)


@pytest.mark.parametrize("number", ["ศย ๐๑๖/ว ๔๑๒ (ป)", "ศย ๐๑๖/ว ๔๑๒(ป)", "ศย ๓๐๒.๐๐๓/(ป)๑๒"])
def test_a_letter_in_brackets_is_of_the_number_and_not_of_who_sends(number: str) -> None:
    (draft,) = drafts(
        LETTER.format(head=f"อ้างถึง หนังสือ ที่ {number} ลงวันที่ ๒ กันยายน ๒๕๖๗").replace("ที่ สมข ๒๕๖๗/๙๙\n", f"ที่ {number}\t")
    )
    (cited,) = draft.instrument.references
    assert (draft.instrument.sender, draft.instrument.number) == ("สำนักงานสมมุติ", cited.number)
    assert str(cited.number).endswith(("(ป)", "(ป)12"))


def test_a_word_in_brackets_behind_the_number_is_none_of_it() -> None:
    found = number_of(rows("ที่ สมข ๒๕๖๗/๙๙ (สำเนา)"))
    assert found and found[0] == "สมข 2567/99"

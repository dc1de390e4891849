"""What papers of authors who never met the reader taught: each class once, in words of its own."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.parsers.papers import drafts, page, placed, rows
from tests.unit.parsers.printed import printed
from tests.unit.parsers.scanned import scanned
from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.addressee import endorsement_addressees
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.fields.advice_uncoded import pairs_in
from workflow.parsers.fields.receipts import take_stamps
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.survey import year_of_title
from workflow.parsers.page import Line, Table
from workflow.parsers.pdf_file import read_pdf
from workflow.parsers.rows import Row, rows_of
from workflow.parsers.understand import understand

MEMO = """บันทึกข้อความ
ส่วนราชการ กองสมมุติ เทศบาลตัวอย่าง
ที่ สม 1/22\tวันที่ 2 มกราคม 2567
เรื่อง ขออนุมัติแผนสมมุติ
เรียน นายกเทศมนตรีตัวอย่าง

ด้วยกองสมมุติได้จัดทำแผนแล้ว
จึงเรียนมาเพื่อโปรดพิจารณา

(นายหนึ่ง ทดสอบกุล)
ผู้อำนวยการกองสมมุติ

เห็นควรอนุมัติ
(นายสอง ทดสอบกุล)
ปลัดเทศบาลตัวอย่าง
3 มกราคม 2567

คำสั่งนายกเทศมนตรี
อนุมัติ
(นายสาม ทดสอบกุล)
นายกเทศมนตรีตัวอย่าง
4 มกราคม 2567
"""
HEAD, LEFT = "ผลการประเมินมีข้อเสนอแนะดังนี้", 60.0


def one(text: str) -> Instrument:
    (draft,) = drafts(text)
    return draft.instrument


def placed_paper(*lines: tuple[float, str]) -> Instrument:
    (draft,) = understand(papers_of([placed(lines)]))
    return draft.instrument


def advice(lines: list[tuple[float, str]], *, scan: bool = False) -> list[tuple[str, str]]:
    made = scanned(lines) if scan else placed(lines)
    return [(given.code, given.text) for given in recommendations_of(rows_of(made.lines)).given]


def test_the_order_is_the_one_of_the_post_addressed_and_opinions_on_the_way_are_none() -> None:
    order = one(MEMO).order
    assert order and (order.text, order.date) == (("อนุมัติ",), date(2024, 1, 4))


def test_without_a_signature_of_the_post_addressed_the_first_below_the_memo_orders() -> None:
    uncalled = MEMO.replace("คำสั่งนายกเทศมนตรี\n", "")  # what is called an order would be it
    order = one(uncalled.replace("เรียน นายกเทศมนตรีตัวอย่าง", "เรียน ผู้ว่าราชการจังหวัดตัวอย่าง")).order
    assert order and order.date == date(2024, 1, 3)


def test_a_table_that_compares_years_tells_of_the_latest() -> None:
    assert year_of_title("ผลคะแนน ปี 2566 และ ปี 2565") == 2566


@pytest.mark.parametrize("second", ["ศูนย์ทดลองเขต 2", "กองช่างตัวอย่าง"])
def test_offices_one_below_the_other_behind_the_label_are_each_addressed(second: str) -> None:
    paper = placed_paper(
        (0, "ที่ สม 1/5"), (0, "ถึง  ศูนย์ทดลองเขต 1"), (25, second),
        (60, "พร้อมหนังสือนี้ ขอส่งคู่มือการใช้งานระบบทดลองซึ่งจัดพิมพ์ใหม่ทั้งเล่มมาเพื่อใช้"), (0, "เป็นแนวทางต่อไป"),
        (225, "กรมตัวอย่าง"), (225, "5 มกราคม 2567"),
    )  # fmt: skip
    assert paper.to == ("ศูนย์ทดลองเขต 1", second)


def test_what_an_endorsement_wants_done_is_no_addressee() -> None:
    noted = rows("ที่ สม 1/7\nเรียน หัวหน้ากลุ่มทดลอง\nเพื่อจัดเตรียมห้องประชุมก่อนวันที่ 9 มกราคม\n(นายหนึ่ง ทดสอบกุล)")
    assert endorsement_addressees(noted) == ("หัวหน้ากลุ่มทดลอง",)


def test_a_paragraph_of_a_file_without_places_ends_the_list_of_enclosures() -> None:
    long = "กรมตัวอย่างขอเรียนว่า " + "ผลการทดลองของหน่วยงานเป็นไปตามแผนที่วางไว้ทุกประการ " * 3
    paper = one(
        f"ที่ สม 1/9\nกรมตัวอย่าง\n5 มกราคม 2567\nเรื่อง ผลการทดลอง\nเรียน อธิบดีกรมสมมุติ\nสิ่งที่ส่งมาด้วย\t1. รายงาน\n2. ตาราง\n{long}\n"
        "จึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายหนึ่ง ทดสอบกุล)\nอธิบดีกรมตัวอย่าง"
    )
    assert paper.enclosures == ("รายงาน", "ตาราง")


def test_a_stamp_in_a_file_without_places_leaves_the_title_below_it_to_the_paper() -> None:
    (stamp,), rest = take_stamps(page("กองกลาง\nรับที่ 12\nวันที่ 5 ม.ค. 2567\nเวลา 10.20 น.\nบันทึกข้อความ").lines)
    assert stamp.stamp.number == "12" and [line.text for line in rest] == ["บันทึกข้อความ"]


def test_what_a_recogniser_left_of_the_time_stays_in_the_stamp() -> None:
    (stamp,), rest = take_stamps(page("กองกลาง\nเลขที่รับ 12\nวันที่ 5 ม.ค. 2567\nท.พ.น.").lines)
    assert stamp.stamp.number == "12" and not rest


def test_bullets_that_a_recogniser_took_for_digits_are_bullets_again() -> None:
    lines = [(60.0, HEAD)]
    for mark, code in (("1 ", "2.1"), ("1 ", "3.3"), ("1", "6.1")):
        lines += [(60.0, f"{mark}{code} เรื่องทดลอง"), (72.0, "ข้อเสนอแนะ: ควรทดลองอีกครั้งหนึ่งให้ครบถ้วน")]
    assert [code for code, _ in advice(lines, scan=True)] == ["2.1", "3.3", "6.1"]


def test_an_advice_ends_where_the_next_clause_of_the_paper_begins_however_long_that_is() -> None:
    lines = [(60.0, "2. กองสมมุติตรวจสอบแล้ว มีข้อเสนอแนะดังนี้"), (60.0, "- 1.1 เรื่องทดลอง"), (72.0, "ข้อเสนอแนะ: ให้ทดลองซ้ำ"),
             (60.0, "3. เห็นควรแจ้งทุกกองในสังกัดให้ดำเนินการตามข้อ 2 แล้วรายงานผลให้ทราบภายในเดือนหน้า")]  # fmt: skip
    assert advice(lines) == [("1.1", "ให้ทดลองซ้ำ")]


def test_a_numbered_list_inside_an_advice_stays_in_it() -> None:
    lines = [(60.0, "1. ผลการประเมินมีข้อเสนอแนะดังนี้"), (60.0, "- 1.1 เรื่องทดลอง"), (72.0, "ข้อเสนอแนะ: ให้ทำดังนี้"),
             (60.0, "1. จัดทำแผน"), (60.0, "2. ประกาศใช้แผน")]  # fmt: skip
    assert advice(lines) == [("1.1", "ให้ทำดังนี้ 1. จัดทำแผน 2. ประกาศใช้แผน")]


def test_an_advice_may_follow_its_colon_without_a_space() -> None:
    lines = [(60.0, HEAD), (60.0, "(1) ตัวชี้วัดย่อย 4.1 เรื่องทดลอง:ยกเลิกแบบพิมพ์ทุกชนิดที่มีระบบแทนแล้ว")]
    assert advice(lines) == [("4.1", "ยกเลิกแบบพิมพ์ทุกชนิดที่มีระบบแทนแล้ว")]


UNCODED = (("ด้าน", "ข้อเสนอแนะ"), ("ด้านข้อมูล", "ควรเปิดเผยข้อมูล"), ("ด้านคน", "ควรอบรมทุกปี"))


def test_a_table_without_any_codes_gives_names_and_advice() -> None:
    found = recommendations_in([Table(1, UNCODED)])
    assert [(r.code, r.name, r.text) for r in found] == [("", *UNCODED[1]), ("", *UNCODED[2])]


def test_a_table_whose_head_does_not_say_what_is_advised_about_gives_none() -> None:
    assert recommendations_in([Table(1, (("ผู้รับผิดชอบ", "ข้อเสนอแนะ"), *UNCODED[1:]))]) == []


def _cells(*cells: tuple[float, float, str]) -> list[Row]:
    lines = [Line(text, 1, n, (x, y, x + 90, y + 10), 11.0) for n, (x, y, text) in enumerate(cells)]
    return rows_of(Line(**{**vars(line), "row": int(line.box[1])}) for line in lines if line.box)


@pytest.mark.parametrize("second", [(132, 120), (120, 132)])
def test_two_columns_without_rules_are_paired_whether_names_stand_on_top_or_in_the_middle(
    second: tuple[int, int],
) -> None:
    """Rows of the second column, two to a cell; names level with the first of them, or between."""
    top = second[0] > second[1]
    names = (120, 160) if top else (126, 166)
    cells = [(90, 100, "ด้าน"), (300, 100, "ข้อเสนอแนะ"), (300, 120, "ควรเปิด"), (300, 132, "ข้อมูล"), (300, 160, "ควรอบรม"),
             (300, 172, "ทุกปี"), (90, names[0], "ด้านข้อมูล"), (90, names[1], "ด้านคน")]  # fmt: skip
    (table,) = pairs_in(_cells(*sorted(cells, key=lambda c: (c[1], c[0]))))
    assert table.rows[1:] == (("ด้านข้อมูล", "ควรเปิดข้อมูล"), ("ด้านคน", "ควรอบรมทุกปี"))


def test_a_cell_begins_at_its_code_however_low_the_ink_of_its_lines_is() -> None:
    cells: list[tuple[float, float, str]] = [(90, 100, "ตัวชี้วัดย่อย"), (300, 100, "แนวทางปรับปรุง")]
    for n in range(1, 4):
        top = 90 + 40 * n
        cells += [
            (90, top, f"๑.{n} ชื่อย่อย"),
            (300, top, "ควรเปิด"),
            (90, top + 18, "(ตัวชี้วัด ชื่อ)"),
            (300, top + 18, "ข้อมูล"),
        ]
    (table,) = pairs_in(_cells(*cells))
    assert table.rows[1:] == tuple((f"1.{n} ชื่อย่อย (ตัวชี้วัด ชื่อ)", "ควรเปิดข้อมูล") for n in range(1, 4))


LIST = [(60.0, "1. ผลการทดลอง"), (60.0, "หน่วยงานได้คะแนนรวมร้อยละ 61.20 ขณะที่คะแนนเฉลี่ยของกลุ่มเท่ากับร้อยละ"), (0.0, "64.90")]


def test_a_number_that_broke_over_the_line_is_no_code() -> None:
    lines = [*LIST, (60.0, "2. ข้อเสนอแนะ รวม 1 ตัวชี้วัดย่อย"), (60.0, "- 1.1 เรื่องทดลอง"), (72.0, "ข้อเสนอแนะ: ให้ทดลองซ้ำ")]
    assert advice(lines) == [("1.1", "ให้ทดลองซ้ำ")]


@pytest.mark.parametrize("said", ["เห็นว่าควรทดลองซ้ำ", "เสนอแนะว่า ควรทดลองซ้ำ", "มีความเห็นว่าควรทดลองซ้ำ"])
def test_who_says_so_is_no_part_of_an_advice(said: str) -> None:
    items = [line for n in (1, 2, 3) for line in ((60.0, f"{n}) เรื่องทดลอง (ตัวชี้วัดย่อย 1.{n})"), (60.0, f"ศทบ. {said}"))]
    assert advice([(60.0, HEAD), *items]) == [(f"1.{n}", "ควรทดลองซ้ำ") for n in (1, 2, 3)]


def test_items_may_be_counted_by_a_word() -> None:
    lines = [(60.0, HEAD), (60.0, "ข้อ 1 ตัวชี้วัดย่อย 1.3 “เรื่องทดลอง”"), (60.0, "แนวทางพัฒนา : จัดทำทะเบียนการทดลอง")]
    assert advice(lines) == [("1.3", "จัดทำทะเบียนการทดลอง")]


def test_courtesies_below_the_last_advice_are_no_part_of_it() -> None:
    lines = [
        (60.0, HEAD),
        (60.0, "- 1.3 เรื่องทดลอง"),
        (72.0, "ข้อเสนอแนะ: ให้ทดลองซ้ำ"),
        (60.0, "ศทบ. หวังว่าผลนี้จะเป็นประโยชน์"),
    ]
    assert advice(lines) == [("1.3", "ให้ทดลองซ้ำ")]


LETTER = """ที่ สม 1/9
กรมตัวอย่าง
5 มกราคม 2567
เรื่อง ผลการทดลอง
เรียน อธิบดีกรมสมมุติ
สิ่งที่ส่งมาด้วย\t- รายงานการทดลอง
- ตารางคะแนน
ด้วยกรมตัวอย่างขอส่งผลการทดลอง
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
(นายหนึ่ง ทดสอบกุล)
อธิบดีกรมตัวอย่าง
ลงนามทางอิเล็กทรอนิกส์ 5 ม.ค. 2567 เวลา 15:42
"""


def test_enclosures_may_be_listed_by_dashes() -> None:
    assert one(LETTER).enclosures == ("รายงานการทดลอง", "ตารางคะแนน")


def test_what_a_system_writes_below_a_signature_is_no_post() -> None:
    signed = one(LETTER).signatory
    assert signed and signed.position == "อธิบดีกรมตัวอย่าง"


def test_offices_are_each_addressed_in_a_file_without_places() -> None:
    paper = one(
        "ที่ สม 1/5\nถึง\tกรมทดลอง\nการทดลองแห่งประเทศไทย\nพร้อมหนังสือนี้ ขอส่งคู่มือการใช้งานระบบทดลองมาเพื่อใช้เป็นแนวทางต่อไป\n\nกรมตัวอย่าง\n5 มกราคม 2567"
    )
    assert paper.to == ("กรมทดลอง", "การทดลองแห่งประเทศไทย")


def test_a_part_of_the_text_right_below_the_addressee_is_none() -> None:
    paper = placed_paper((0, "บันทึกข้อความ"), (0, "ที่ สม 1/5"), (0, "วันที่ 5 มกราคม 2567"), (0, "เรื่อง ผลการทดลอง"), (0, "เรียน อธิบดีกรมสมมุติ"),
                         (35, "ข้อ 1 ต้นเรื่อง"), (60, "กรมตัวอย่างได้ทดลองตามแผน"), (60, "จึงเรียนมาเพื่อโปรดทราบ"))  # fmt: skip
    assert paper.to == ("อธิบดีกรมสมมุติ",)


def test_a_note_that_calls_its_number_otherwise_is_a_memo() -> None:
    paper = one(MEMO.replace("บันทึกข้อความ\nส่วนราชการ", "บันทึก\nจาก").replace("ที่ สม 1/22", "เลขที่ สม 1/22"))
    assert (paper.kind, paper.number, paper.date) == ("memo", "สม 1/22", date(2024, 1, 2))


def test_posts_that_each_broke_over_the_line_are_whole() -> None:
    lines = [
        (0, "บันทึกข้อความ"),
        (0, "ที่ สม 1/5"),
        (0, "เรื่อง ผลการทดลอง"),
        (0, "เรียน อธิบดีกรมสมมุติ"),
        (60, "จึงเรียนมาเพื่อโปรดทราบ"),
    ]
    block = (
        "(นายหนึ่ง ทดสอบกุล)",
        "รองผู้อำนวยการสำนักงานทดลอง รักษาราชการ",
        "แทน",
        "ผู้อำนวยการสำนักงานทดลองประจำเมืองตัว",
        "อย่าง เขต 2",
    )
    placed_block = [(250 - 3 * len(text), text) for text in block]  # one centre
    signed = placed_paper(*lines, *placed_block).signatory
    assert signed and (signed.acting_for or "").replace(" ", "") == "ผู้อำนวยการสำนักงานทดลองประจำเมืองตัวอย่างเขต2"


def test_of_two_stamps_whose_frames_overlap_each_keeps_its_own_lines(tmp_path: Path) -> None:
    words = "#text(fill: red)[{unit}\\ รับ#h(0pt)เลขที่ {n}\\ เวลา ๐๙.๓๐ น.]"  # what begins in both frames runs out of one
    box = "#place(dx: {x}pt, dy: 10pt, rect(width: 150pt, height: 80pt, stroke: red, inset: 2pt)[" + words + "])\n"
    body = box.format(x=100, unit="กรมทดลอง", n="๑๑๑") + box.format(x=240, unit="กองทดลอง", n="๒๒๒")
    (read,) = read_pdf(printed(tmp_path, body)).pages
    assert [line.text for line in read.lines][3:] == ["กองทดลอง", "รับเลขที่ ๒๒๒", "เวลา ๐๙.๓๐ น."]

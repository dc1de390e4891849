"""Heads that say จาก and ถึง: on one row, on two, in a table of four columns that is not ruled."""

from tests.unit.parsers.papers import placed
from workflow.parsers.fields.addressee import addressees
from workflow.parsers.fields.enclosures import enclosures
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.references import references
from workflow.parsers.fields.sender import sender_of
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

_TEXT = [
    (40.0, "ตามที่สำนักงานสมมุติได้สำรวจระดับความพร้อมของหน่วยงานภาครัฐทั่วประเทศ"),
    (0.0, "และแจ้งผลการสำรวจมาแล้วนั้น"),
]


def _rows(head: list[tuple[float, str]]) -> list[Row]:
    return rows_of(placed([*head, *_TEXT]).lines)


def test_one_row_says_from_whom_and_to_whom() -> None:
    rows = _rows(
        [
            (0.0, "เรื่อง ขอส่งแผนยกระดับตามผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัล"),
            (38.0, "หน่วยงานภาครัฐของประเทศไทย ปี 2566"),
            (0.0, "จาก ผู้อำนวยการกองการเจ้าหน้าที่ ถึง เลขาธิการคณะกรรมการสมมุติ"),
        ]
    )
    fields, body = head_fields(rows)
    assert fields["เรื่อง"].text.endswith("ดิจิทัลหน่วยงานภาครัฐของประเทศไทย ปี 2566")
    assert addressees(fields) == (("เลขาธิการคณะกรรมการสมมุติ",), None)
    assert sender_of(fields, rows[:body], "") == "ผู้อำนวยการกองการเจ้าหน้าที่"
    assert rows[body].text.startswith("ตามที่")


def test_the_posts_under_to_may_stand_behind_dashes() -> None:
    fields, _ = head_fields(
        _rows(
            [
                (0.0, "เรื่อง ขอความร่วมมือตอบแบบสำรวจ"),
                (0.0, "จาก กองบริหารการคลัง"),
                (0.0, "ถึง - ผู้อำนวยการสำนักบริหารกลาง"),
                (40.0, "- หัวหน้าฝ่ายบริหารทั่วไป"),
                (40.0, "- เลขานุการกรม"),
            ]
        )
    )
    assert addressees(fields)[0] == ("ผู้อำนวยการสำนักบริหารกลาง", "หัวหน้าฝ่ายบริหารทั่วไป", "เลขานุการกรม")


def test_a_head_in_four_columns_keeps_the_telephone_out_of_the_subject() -> None:
    cells = [("จาก", "กองพัฒนาระบบ", "ถึง", "ผู้ว่าการสมมุติ"), ("ที่", "มท 55420-1/1187", "วันที่", "2 ธันวาคม 2568")]
    cells += [("เรื่อง", "ผลการสำรวจระดับความพร้อม", "โทร.", "0 2551 0000")]
    lines = [
        Line(text, 1, n, (85.0 + 110 * k, 90.0 + 20 * n, 180.0 + 110 * k, 104.0 + 20 * n), 16.0)
        for n, row in enumerate(cells)
        for k, text in enumerate(row)
    ]
    lines.append(Line("และแนวทางดำเนินการ", 1, 3, (195.0, 150.0, 280.0, 164.0), 16.0))
    lines += [
        Line(text, 1, 4 + n, (85.0, 190.0 + 20 * n, 560.0, 204.0 + 20 * n), 16.0) for n, (_, text) in enumerate(_TEXT)
    ]
    rows = rows_of(lines)
    fields, body = head_fields(rows)
    assert fields["เรื่อง"].text == "ผลการสำรวจระดับความพร้อมและแนวทางดำเนินการ"
    assert addressees(fields)[0] == ("ผู้ว่าการสมมุติ",)
    assert rows[body].text.startswith("ตามที่")


def test_a_line_of_the_text_that_begins_from_is_no_label() -> None:
    rows = _rows([(0.0, "เรื่อง ผลการสำรวจ"), (0.0, "เรียน อธิบดีกรมสมมุติ")])
    rows += rows_of(placed([(0.0, "จาก การสำรวจหน่วยงานทั่วประเทศ ถึง ปัจจุบัน")]).lines)
    fields, _ = head_fields(rows)
    assert "จาก" not in fields and "ถึง" not in fields


def test_papers_cited_behind_dashes_are_all_cited() -> None:
    fields, _ = head_fields(
        _rows(
            [
                (0.0, "เรื่อง ผลการสำรวจ"),
                (0.0, "เรียน อธิบดีกรมสมมุติ"),
                (0.0, "อ้างถึง - ที่ ศธ 04007/72 ลว. 18 ก.ย. 2567"),
                (40.0, "- ที่ พร 52001/ว2923 ลว. 23 ก.ย. 2567"),
                (0.0, "สิ่งที่ส่งมาด้วย แบบตอบรับ จำนวนหนึ่งชุด"),
            ]
        )
    )
    assert [cited.number for cited in references(fields["อ้างถึง"].text)] == ["ศธ 04007/72", "พร 52001/ว2923"]
    assert enclosures(fields) == ("แบบตอบรับ",)


def test_copies_may_be_counted_in_whatever_a_thing_comes_on() -> None:
    rows = [
        (0.0, "เรื่อง ผลการสำรวจ"),
        (0.0, "สิ่งที่ส่งมาด้วย 1. หลักฐานประกอบ จำนวน 1 แผ่นบันทึกข้อมูล"),
        (80.0, "2. แบบตอบรับ จำนวน 1 แผ่น"),
    ]
    assert enclosures(head_fields(_rows(rows))[0]) == ("หลักฐานประกอบ", "แบบตอบรับ")


def _beside(sender: str, whom: str, number: str) -> list[Row]:
    """A head whose labels stand in two columns: who sends and whom it addresses, the number and the day."""
    cells = [(sender, whom), (number, "วันที่ 9 ธันวาคม 2568")]
    lines = [
        Line(text, 1, n, (85.0 + 230 * k, 90.0 + 20 * n, 260.0 + 230 * k, 104.0 + 20 * n), 16.0)
        for n, row in enumerate(cells)
        for k, text in enumerate(row)
    ]
    below = ["เรื่อง สรุปผลการสำรวจ", "อ้างอิง หนังสือ สพร. เลขที่ สพร 2568/ว4903 ลงวันที่ 24 พฤศจิกายน 2568"]
    below += ["1. ความตามหนังสือที่อ้างอิง สพร. แจ้งผลการประเมิน", "2. ฝนด. ได้พิเคราะห์รายงานแล้ว"]
    lines += [Line(text, 1, 3 + n, (85.0, 130.0 + 20 * n, 500.0, 144.0 + 20 * n), 16.0) for n, text in enumerate(below)]
    return rows_of(lines)


def test_whom_a_head_of_two_columns_addresses_stands_beside_any_sender() -> None:
    for sender, whom in (("จาก ฝ่ายนโยบายดิจิทัล (ฝนด.)", "รองผู้ว่าการสมมุติ"), ("จาก ฝนด.", "ฝปด.")):
        fields, _ = head_fields(_beside(sender, f"ถึง {whom}", "เลขที่ ฝนด. 118/2568"))
        assert (addressees(fields), fields["จาก"].text) == (((whom,), None), sender[4:])


def test_papers_referred_to_end_where_a_numbered_text_begins() -> None:
    rows = _beside("จาก ฝนด.", "ถึง รองผู้ว่าการสมมุติ", "เลขที่ ฝนด. 118/2568")
    fields, body = head_fields(rows)
    assert fields["เรื่อง"].text == "สรุปผลการสำรวจ"
    assert [cited.number for cited in references(fields["อ้างถึง"].text)] == ["สพร 2568/ว4903"]
    assert rows[body].text.startswith("1. ความตาม")


def test_the_number_of_a_house_is_no_label() -> None:
    assert [label_of(row) for row in _rows([(0.0, "เลขที่ 99/1 หมู่ 3"), (0.0, "เลขที่ 7 ถนนสมมุติ")])[:2]] == [None, None]


def test_a_sentence_that_goes_from_one_thing_to_another_is_no_head() -> None:
    texts = ["จาก การสำรวจปีแรก ถึง ปัจจุบัน", "จาก 45.20 คะแนน ถึง กรมสมมุติ", "จาก ปีก่อนหน้า ถึงผู้บริหาร"]
    assert [label_of(row) for row in _rows([(0.0, text) for text in texts])[:3]] == [None] * 3

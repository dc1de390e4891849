"""Heads whose fields run over rows that look like something else: a label, a text's first row; and labels led by dots."""

from pathlib import Path

import pytest

from tests.unit.parsers.papers import only, placed, read_text, set_out
from workflow.core.reading import Instrument
from workflow.parsers.fields.addressee import addressees
from workflow.parsers.fields.enclosures import enclosures
from workflow.parsers.fields.head_field import HeadField
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.references import references
from workflow.parsers.fields.sender import sender_of
from workflow.parsers.rows import rows_of

_MEMO = """                         บันทึกข้อความ
ส่วนราชการ{dots}กลุ่มข้อมูล โทร. ๑๕{dots}
ที่{dots}ตย ๐๑๐๑.๒/ว๑๑๘{dots}\tวันที่{dots}๑ เมษายน ๒๕๖๔{dots}
เรื่อง{dots}ขอส่งผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัลของหน่วยงานภาครัฐ
ประจำปี ๒๕๖๓ และข้อเสนอแนะ{dots}
เรียน  อธิบดีกรมตัวอย่าง

          ด้วยสำนักงานตัวอย่างแจ้งผลการสำรวจ นั้น
          จึงเรียนมาเพื่อโปรดทราบ

(นายสมเจตน์ สมมุติ)
อธิบดีกรมตัวอย่าง
"""


@pytest.mark.parametrize("dots", ["...", "....", "…", " ... "])
def test_a_few_dots_behind_a_label_are_no_part_of_what_is_written_on_them(tmp_path: Path, dots: str) -> None:
    paper: Instrument = only(read_text(tmp_path, _MEMO.format(dots=dots)))
    assert (paper.number, str(paper.date), paper.sender) == ("ตย 0101.2/ว118", "2021-04-01", "กลุ่มข้อมูล")
    assert paper.subject == "ขอส่งผลการสำรวจระดับความพร้อมรัฐบาลดิจิทัลของหน่วยงานภาครัฐประจำปี 2563 และข้อเสนอแนะ"


def test_dots_that_nothing_is_written_on_stay() -> None:
    rows = rows_of(placed([(0.0, "ที่......../........"), (0.0, "ที่......วันที่ ๑ เมษายน ๒๕๖๔"), (0.0, "ผลอื่น...ดังนี้")]).lines)
    assert [row.text for row in rows] == ["ที่......../........", "ที่......วันที่ 1 เมษายน 2564", "ผลอื่น...ดังนี้"]


_HEAD = [(0.0, "ที่ ตย 0101/118"), (300.0, "12 มิถุนายน 2567")]
_TOLD = [
    (40.0, "ตามที่สำนักงานสมมุติได้สำรวจระดับความพร้อมของหน่วยงานภาครัฐทั่วประเทศไว้"),
    (0.0, "และแจ้งผลการสำรวจมาแล้วนั้น"),
]


def _fields(*head: tuple[float, str]) -> dict[str, HeadField]:
    fields, _ = head_fields(rows_of(placed([*_HEAD, *head, *_TOLD]).lines))
    return fields


@pytest.mark.parametrize(
    "above, below", [("สำรวจ ปี 2566 (ระหว่าง", "วันที่ 1 - 31 พฤษภาคม 2566)"), ("ผลการประเมิน ปี 2564 ครั้ง", "ที่ 2/2564")]
)
@pytest.mark.parametrize("indent", [0.0, 42.0])
def test_a_subject_goes_on_with_a_number_or_a_day_that_it_breaks_off_before(
    above: str, below: str, indent: float
) -> None:
    fields = _fields((0.0, f"เรื่อง {above}"), (indent, below), (0.0, "เรียน อธิบดีกรมสมมุติ"))
    assert fields["เรื่อง"].text.replace(" ", "") == f"{above}{below}".replace(" ", "")
    assert fields["ที่"].text == "ตย 0101/118"


@pytest.mark.parametrize("own", ["วันที่ 12 มิถุนายน 2567", "ที่ ตย 0101/118"])
def test_the_heads_own_number_or_day_below_a_subject_is_no_part_of_it(own: str) -> None:
    rows = rows_of(placed([(0.0, "เรื่อง ผลการประเมิน"), (0.0, own), (0.0, "เรียน อธิบดีกรมสมมุติ"), *_TOLD]).lines)
    assert head_fields(rows)[0]["เรื่อง"].text == "ผลการประเมิน"


@pytest.mark.parametrize("indent", [0.0, 42.0])
def test_the_subject_of_a_paper_cited_ends_no_list(indent: float) -> None:
    fields = _fields(
        (0.0, "เรื่อง ผลการประเมิน"),
        (0.0, "เรียน อธิบดีกรมสมมุติ"),
        (0.0, "อ้างถึง (1) หนังสือกรมสมมุติ ที่ กษ 0601/2087 ลงวันที่ 26 กรกฎาคม 2564"),
        (indent, "เรื่อง การสำรวจระดับความพร้อม ปี 2564"),
        (42.0, "(2) หนังสือกรมตัวอย่าง ที่ รง 0202/3201 ลงวันที่ 23 สิงหาคม 2564"),
        (indent, "เรื่อง การสำรวจระดับความพร้อม ปี 2564"),
        (0.0, "สิ่งที่ส่งมาด้วย (1) แบบตอบรับ"),
        (80.0, "(2) รายชื่อผู้ประสานงาน"),
    )
    cited = references(fields["อ้างถึง"].text)
    assert [paper.number for paper in cited] == ["กษ 0601/2087", "รง 0202/3201"]
    assert fields["เรื่อง"].text == "ผลการประเมิน" and enclosures(fields) == ("แบบตอบรับ", "รายชื่อผู้ประสานงาน")


def test_enclosures_behind_dashes_may_run_down_to_the_margin() -> None:
    fields = _fields(
        (0.0, "เรื่อง ผลการประเมิน"),
        (0.0, "เรียน อธิบดีกรมสมมุติ"),
        (0.0, "สิ่งที่ส่งมาด้วย - กำหนดการประชุม จำนวน 21 หน้า"),
        (80.0, "- รายงานผลการประเมินความพร้อมด้านดิจิทัลของหน่วยงานของรัฐ ประจำปี"),
        (0.0, "2563 จำนวน 7 หน้า"),
        (80.0, "- แผนปฏิบัติการ จำนวน 14 หน้า"),
    )
    report = "รายงานผลการประเมินความพร้อมด้านดิจิทัลของหน่วยงานของรัฐ ประจำปี 2563"
    assert enclosures(fields) == ("กำหนดการประชุม", report, "แผนปฏิบัติการ")


def test_a_telephone_below_the_unit_begins_no_text_above_the_subject() -> None:
    rows = [(0.0, "ส่วนราชการ กลุ่มข้อมูล"), (60.0, "โทร. 0 2756 1179"), (0.0, "ด่วนมาก"), (50.0, "ที่ ตย 0101/118")]
    rows += [(0.0, "เรื่อง ผลการประเมิน"), (0.0, "เรียน อธิบดีกรมสมมุติ")]
    fields, body = head_fields(placed_rows := rows_of(placed([*rows, *_TOLD]).lines))
    assert fields["เรื่อง"].text == "ผลการประเมิน" and placed_rows[body].text.startswith("ตามที่")


@pytest.mark.parametrize(
    ("first", "below", "unit"),
    [
        (
            "ส่วนราชการ งานบริการวิชาการ กองยุทธศาสตร์และงบ",
            "ประมาณ โทร. 0 2756 1179",
            "งานบริการวิชาการ กองยุทธศาสตร์และงบประมาณ",
        ),
        ("ส่วนราชการ กองดิจิทัล (กลุ่มข้อมูล โทร. 0 2756 1179 ต่อ", "22114) กรมสมมุติ", "กองดิจิทัล (กลุ่มข้อมูล) กรมสมมุติ"),
    ],
)
def test_a_full_row_of_the_unit_goes_on_at_the_margin(first: str, below: str, unit: str) -> None:
    head = [(0.0, 480.0, first), (0.0, 260.0, below), (0.0, 300.0, "ที่ ตย 0101/118"), (0.0, 300.0, "เรื่อง ผลการประเมิน")]
    text = [(0.0, 300.0, "เรียน อธิบดีกรมสมมุติ"), (40.0, 500.0, "ตามที่สำนักงานสมมุติได้สำรวจไว้แล้ว"), (0.0, 500.0, "นั้น")]
    rows = set_out([*head, *text])
    fields, _ = head_fields(rows)
    assert sender_of(fields, rows, "") == unit
    short = set_out([(0.0, 200.0, "ส่วนราชการ กองดิจิทัล"), *head[1:], *text])
    assert sender_of(head_fields(short)[0], short, "") == "กองดิจิทัล"


@pytest.mark.parametrize("behind", ["แจ้งว่าสำนักงานได้ประมวลผลเสร็จแล้ว", "ความว่า ขอให้ทุกกองทราบ", "สรุปว่าควรทบทวน"])
def test_the_subject_of_a_paper_cited_ends_where_it_is_told_what_that_says(behind: str) -> None:
    (cited,) = references(f"จังหวัดมีหนังสือ ที่ ตย 0101/ว 8 ลงวันที่ 1 มีนาคม 2567 เรื่อง แจ้งผลการสำรวจ {behind}")
    assert cited.subject == "แจ้งผลการสำรวจ"


def test_an_addressee_broken_off_short_of_the_margin_is_one() -> None:
    wide = "ตามที่สำนักงานสมมุติได้สำรวจระดับความพร้อมของหน่วยงานภาครัฐทั่วประเทศไว้แล้วทุกแห่ง"
    head = [(0.0, 500.0, "เรื่อง ผลการประเมิน"), (0.0, 468.0, "เรียน หัวหน้าหน่วยงานในสังกัด และผู้เกี่ยวข้องกับการตอบแบบ")]
    text = [(0.0, 500.0, "อ้างถึง หนังสือ"), (40.0, 500.0, wide), (0.0, 500.0, wide)]
    one = head_fields(set_out([*head, (48.0, 150.0, "สำรวจของหน่วยงานทุกแห่ง"), *text]))[0]
    assert addressees(one)[0] == ("หัวหน้าหน่วยงานในสังกัด และผู้เกี่ยวข้องกับการตอบแบบสำรวจของหน่วยงานทุกแห่ง",)
    two = head_fields(set_out([*head, (48.0, 150.0, "นายสมชาย สมมุติ"), *text]))[0]
    assert len(addressees(two)[0]) == 2


@pytest.mark.parametrize("before", ["ลงวันที่", "ลง", "เมื่อวันที่", "รอบวันพุธที่"])
def test_a_row_that_is_only_a_day_goes_on_with_the_enclosure_above(before: str) -> None:
    fields = _fields(
        (0.0, "เรื่อง ผลการประเมิน"),
        (0.0, "เรียน อธิบดีกรมสมมุติ"),
        (0.0, f"สิ่งที่ส่งมาด้วย 1. สำเนาหนังสือกรมตัวอย่าง {before}"),
        (62.0, "29 ธันวาคม 2565"),
        (62.0, "2. ตัวอย่างแผนปรับปรุงบริการ"),
    )
    assert [title.replace(" ", "") for title in enclosures(fields)] == [
        f"สำเนาหนังสือกรมตัวอย่าง{before}29ธันวาคม2565".replace(" ", ""), "ตัวอย่างแผนปรับปรุงบริการ",
    ]  # fmt: skip


def test_the_last_enclosure_and_a_subject_may_end_with_a_day_on_a_row_of_its_own() -> None:
    fields = _fields(
        (0.0, "เรื่อง รายงานการประชุมเมื่อวันที่"),
        (42.0, "5 ธันวาคม 2565"),
        (0.0, "เรียน อธิบดีกรมสมมุติ"),
        (0.0, "สิ่งที่ส่งมาด้วย สำเนาหนังสือกรมตัวอย่าง ลงวันที่"),
        (62.0, "29 ธันวาคม 2565"),
    )
    assert fields["เรื่อง"].text.endswith("5 ธันวาคม 2565")
    assert [title[-15:] for title in enclosures(fields)] == ["29 ธันวาคม 2565"]


def test_the_papers_own_day_below_its_subject_is_no_part_of_it() -> None:
    text = [(0.0, "1. ตามหนังสือกรมสมมุติ แจ้งผลมา"), (0.0, "2. ผลเป็นดังนี้")]
    rows = rows_of(placed([(0.0, "เรื่อง ผลการประเมิน"), (200.0, "12 มิถุนายน 2567"), *text]).lines)
    assert head_fields(rows)[0]["เรื่อง"].text == "ผลการประเมิน"


def test_a_citation_goes_on_under_its_office_with_its_number_and_the_paper_s_own_is_another() -> None:
    head = (
        (85, 219, "ที่ มท ๐๘๙๙.๓/ว ๑๔๕๖"), (295, 397, "๕ มิถุนายน ๒๕๖๘"), (85, 462, "เรื่อง ผลการประเมินความพร้อม ประจำปี ๒๕๖๗"),
        (85, 328, "เรียน นายกเทศมนตรีเมืองสมมุติ"), (86, 330, "อ้างถึง หนังสือสำนักงานสมมุติ ด่วนที่สุด"),
        (131, 428, "ที่ มท ๐๘๙๙.๓/ว ๓๑๘ ลงวันที่ ๒๐ กุมภาพันธ์ ๒๕๖๘"), (86, 435, "สิ่งที่ส่งมาด้วย ข้อเสนอแนะ จำนวน ๑ ชุด"),
        (156, 495, "ตามหนังสือที่อ้างถึง สำนักงานสมมุติแจ้งให้เทศบาลรายงานข้อมูล"),
    )  # fmt: skip
    fields, _ = head_fields(set_out(head))
    (cited,) = references(fields["อ้างถึง"].text)
    assert (cited.number, str(cited.date), cited.urgency) == ("มท 0899.3/ว318", "2025-02-20", "ด่วนที่สุด")
    assert fields["ที่"].text == "มท 0899.3/ว 1456"

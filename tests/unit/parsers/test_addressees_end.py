"""Where those a paper is for end: at the paper that a purpose cites, at the heading of a section."""

import pytest

from tests.unit.parsers.papers import placed, set_out
from workflow.parsers.fields.addressee import addressees, endorsement_addressees
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.rows import Row, rows_of

GREETED = [(0.0, "เรียน หัวหน้าสำนักงานสมมุติ")]


@pytest.mark.parametrize(
    "told",
    [
        (
            "เพื่อโปรดทราบตามหนังสือ กรน. ที่ พณ.",
            "0833/531 ลง 15 ก.ค. 64 เรื่อง ขอรายงานผล",
            "การสำรวจความพร้อม",
            "ประจำปีงบประมาณ",
        ),
        ("เพื่อโปรดทราบ ที่ พณ. 0833/531", "สำนักงานตัวอย่างแจ้งผลการสำรวจ", "การสำรวจความพร้อม", "ประจำปีงบประมาณ"),
        ("เพื่อทราบและพิจารณาดำเนินการ", "ในส่วนที่เกี่ยวข้อง", "อย่างเคร่งครัด", "ทั่วทุกแห่ง"),
    ],
)
def test_the_subject_that_a_purpose_cites_names_nobody(told: tuple[str, ...]) -> None:
    purpose, *below = told
    rows = rows_of(placed([*GREETED, (28.0, purpose), *((0.0, text) for text in below)]).lines)
    assert endorsement_addressees(rows) == ("หัวหน้าสำนักงานสมมุติ",)


@pytest.mark.parametrize("heading", ["ต้นเรื่อง", "เรื่องเดิม", "ความเป็นมา :", "ข้อเท็จจริง"])
def test_the_heading_of_a_section_is_no_part_of_whom_a_memo_goes_through(heading: str) -> None:
    greeting = "เรียน ผู้ว่าราชการจังหวัดสมมุติ ผ่าน รองผู้ว่าราชการจังหวัดสมมุติ"
    head = [
        (0.0, greeting),
        (34.0, heading),
        (70.0, "สนง. ได้มีหนังสือแจ้งผลการสำรวจระดับความพร้อมและขอให้จังหวัดรายงาน"),
        (0.0, "ผลแล้ว"),
    ]
    fields, _ = head_fields(rows_of(placed(head).lines))
    assert addressees(fields) == (("ผู้ว่าราชการจังหวัดสมมุติ",), "รองผู้ว่าราชการจังหวัดสมมุติ")


def test_an_addressee_that_a_scan_sets_off_its_greeting_is_read() -> None:
    told = "เรียน  ผู้อำนวยการกองทุกกอง  เพื่อนเขียนไว้ข้างหลัง"
    assert endorsement_addressees([Row(told, told, 1, sure=(1.0,) * len(told))]) == ("ผู้อำนวยการกองทุกกอง",)


@pytest.mark.parametrize(
    "lines",
    [
        ("เรียน ๑. กำนัน ผู้ใหญ่บ้าน ทุกตำบล", "๒. หัวหน้าส่วนราชการสมมุติ ทุกแห่ง"),
        ("เรียน", "1) กำนัน ผู้ใหญ่บ้าน ทุกตำบล", "2) หัวหน้าส่วนราชการสมมุติ ทุกแห่ง"),
        ("เรียน ๑. กำนัน ผู้ใหญ่บ้าน ทุกตำบล ๒. หัวหน้าส่วนราชการสมมุติ ทุกแห่ง",),
    ],
)
def test_counted_addressees_of_an_endorsement_are_read_without_their_numbers(lines: tuple[str, ...]) -> None:
    rows = rows_of(placed([(0.0, line) for line in (*lines, "เพื่อโปรดทราบ", "๑. รับทราบแล้ว")]).lines)
    assert endorsement_addressees(rows) == ("กำนัน ผู้ใหญ่บ้าน ทุกตำบล", "หัวหน้าส่วนราชการสมมุติ ทุกแห่ง")


def test_what_is_asked_by_numbers_below_an_addressee_is_none() -> None:
    rows = rows_of(placed([(0.0, line) for line in ("เรียน ผู้อำนวยการกองสมมุติ", "๑. กองคลังดำเนินการแล้ว")]).lines)
    assert endorsement_addressees(rows) == ("ผู้อำนวยการกองสมมุติ",)


@pytest.mark.parametrize("remark", ["เร่งรัดด้วย", "ให้เร่งด่วน"])
def test_what_somebody_writes_below_an_addressee_is_none(remark: str) -> None:
    texts = ("เรียน กองทรัพยากรสมมุติ", remark, "เพื่อโปรดพิจารณาดำเนินการ")
    assert endorsement_addressees([Row(text, text, 1) for text in texts]) == ("กองทรัพยากรสมมุติ",)


@pytest.mark.parametrize("value", [103, 112, 125])  # a space, and a wide space that no gap between runs is
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ที่ทำการปกครองอำเภอ ทุกอำเภอ", "สำนักงานเทศบาลเมืองสมมุติ"),
        ("อำเภอเมืองสมมุติ", "สำนักงานเทศบาลเมืองสมมุติ"),
        ("มหาวิทยาลัยสมมุติ", "วิทยาลัยชุมชนสมมุติ"),
        ("กองช่าง", "กองคลัง"),
    ],
)
def test_an_office_below_the_value_of_its_label_is_another_addressee(first: str, second: str, value: float) -> None:
    lines = [(value, value + 5 * len(second), second), (156, 538, "ตามที่แจ้งผลการสำรวจแล้ว"), (85, 300, "ขอให้เร่งรายงาน")]
    fields, body = head_fields(set_out([(85, value + 5 * len(first), f"ถึง {first}"), *lines]))
    assert (addressees(fields)[0], body) == ((first, second), 2)


def test_an_office_that_begins_the_text_is_no_addressee() -> None:
    lines = [(127, 538, "สำนักงานจังหวัดสมมุติแจ้งว่า ได้สำรวจแล้วเสร็จ"), (85, 300, "ขอให้รายงาน"), (127, 400, "จึงแจ้งมาเพื่อทราบ")]
    fields, body = head_fields(set_out([(85, 200, "ถึง กองช่าง"), *lines]))
    assert (addressees(fields)[0], body) == (("กองช่าง",), 1)


@pytest.mark.parametrize(
    ("lines", "to"),
    [
        (("เรียน ผู้อำนวยการศูนย์เทคโนโลยีและการ", "สื่อสาร"), ("ผู้อำนวยการศูนย์เทคโนโลยีและการสื่อสาร",)),
        (("เรียน เลขาธิการสมาคมของ", "ชาวสมมุติ", "ผู้อำนวยการกองคลัง"), ("เลขาธิการสมาคมของชาวสมมุติ", "ผู้อำนวยการกองคลัง")),
        (("เรียน หัวหน้าหน่วยงานทุกแห่ง", "ขอส่งสำเนาหนังสือ กผส. มา"), ("หัวหน้าหน่วยงานทุกแห่ง",)),
        (("เรียน ผู้อำนวยการกองแผนงานและ", "ขอส่งสำเนาหนังสือ กผส. มา"), ("ผู้อำนวยการกองแผนงานและ",)),
        (("เรียน ผู้อำนวยการศูนย์การสื่อ", "สาร", "ผู้อำนวยการกองคลัง"), ("ผู้อำนวยการศูนย์การสื่อสาร", "ผู้อำนวยการกองคลัง")),
        (("เรียน ผู้อำนวยการกองแผนงานและ", "ผู้อำนวยการกองคลัง"), ("ผู้อำนวยการกองแผนงานและ", "ผู้อำนวยการกองคลัง")),
        (("เรียน ผู้อำนวยการกองแผนงาน", "ศทส", "เพื่อทราบ"), ("ผู้อำนวยการกองแผนงาน",)),
        (("เรียน หัวหน้าส่วนราชการสังกัดกระทรวงสมมุติใน", "จังหวัด"), ("หัวหน้าส่วนราชการสังกัดกระทรวงสมมุติในจังหวัด",)),
        (("เรียน นายอำเภอทุกอำเภอ", "จังหวัดสมมุติขอส่งสำเนาบันทึกสำนักงานตัวอย่าง"), ("นายอำเภอทุกอำเภอ",)),
        (("เรียน นายอำเภอทุกอำเภอ", "กองสมมุติขอให้รายงานภายในเดือนนี้"), ("นายอำเภอทุกอำเภอ",)),
    ],
)
def test_a_name_broken_over_the_lines_of_a_narrow_column_is_one(lines: tuple[str, ...], to: tuple[str, ...]) -> None:
    rows = rows_of(placed([(0.0, line) for line in (*lines, "เพื่อโปรดทราบ")]).lines)
    assert endorsement_addressees(rows) == to


@pytest.mark.parametrize(
    ("told", "to"),
    [
        ("นายด่านศุลกากรเหนือ นายด่านศุลกากรใต้", ("นายด่านศุลกากรเหนือ", "นายด่านศุลกากรใต้")),
        ("ที่ทำการปกครองอำเภอทุกอำเภอ และสำนักงานเทศบาลนครสมมุติ", ("ที่ทำการปกครองอำเภอทุกอำเภอ", "สำนักงานเทศบาลนครสมมุติ")),
        ("สำนักงานคลังและสำนักงานพัสดุ", ("สำนักงานคลังและสำนักงานพัสดุ",)),
        ("หัวหน้าส่วนราชการทุกส่วนราชการ / นายอำเภอทุกอำเภอ", ("หัวหน้าส่วนราชการทุกส่วนราชการ", "นายอำเภอทุกอำเภอ")),
        ("ผู้อำนวยการสำนัก/กอง/ศูนย์", ("ผู้อำนวยการสำนัก/กอง/ศูนย์",)),
        ("ผบก. และ ผกก. ในสังกัด ภ.๖", ("ผบก. และ ผกก. ในสังกัด ภ.๖",)),
    ],
)
def test_who_is_told_in_one_line(told: str, to: tuple[str, ...]) -> None:
    rows = [Row(text, text, 1) for text in (f"เรียน {told}", "เพื่อทราบและดำเนินการ")]
    assert endorsement_addressees(rows) == to


def test_what_is_asked_of_each_in_brackets_is_no_part_of_a_post() -> None:
    lines = [
        (0.0, "เรียน รอง ผบช.สมม. (เพื่อโปรดทราบ)"),
        (33.0, "ผกก.ฝ่ายหนึ่ง สมม. และ ผกก.ฝ่ายสอง สมม. (เพื่อทราบ และจัดทำแผนส่ง ฝอ.สมม."),
        (33.0, "ภายใน 15 พ.ย.66)"),
        (33.0, "ผกก.ฝ่ายสาม สมม."),
    ]
    told = ("รอง ผบช.สมม.", "ผกก.ฝ่ายหนึ่ง สมม.", "ผกก.ฝ่ายสอง สมม.", "ผกก.ฝ่ายสาม สมม.")
    assert endorsement_addressees(rows_of(placed(lines).lines)) == told


@pytest.mark.parametrize(
    ("whom", "told"),
    [
        ("กองช่าง กองสาธารณสุขและสิ่งแวดล้อม", ("กองช่าง", "กองสาธารณสุขและสิ่งแวดล้อม")),
        ("กองกำกับการหนึ่ง กองบังคับการสมมุติ", ("กองกำกับการหนึ่ง กองบังคับการสมมุติ",)),
        ("ศูนย์สมมุติ สำนักงานสมมุติ", ("ศูนย์สมมุติ สำนักงานสมมุติ",)),
    ],
)
def test_two_offices_of_one_kind_are_two(whom: str, told: tuple[str, ...]) -> None:
    fields, _ = head_fields(rows_of(placed([(0.0, f"ถึง {whom}"), (60.0, "ตามที่สภาสมมุติได้สั่งการไว้นั้น")]).lines))
    assert addressees(fields)[0] == told

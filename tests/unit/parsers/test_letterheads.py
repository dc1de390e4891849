"""Who sends a paper by its letterhead or its title: the name, and no line of the address that stands level with the number."""

import pytest

from tests.unit.parsers.papers import drafts, set_out
from workflow.core.reading import Contact
from workflow.parsers.fields.contacts import contacts_of
from workflow.parsers.fields.sender import sender_of
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import Row, rows_of

NUMBER, DAY = "ที่ สม 0402/15", "4 ธันวาคม 2568"
AGENCY = ("สำนักงานทดลองสมมุติ", "(องค์การมหาชน)")
ADDRESS = ("ชั้น 7 อาคารตัวอย่าง", "108 ถนนสมมุติ กรุงเทพฯ 10400")


def _rows(
    right: tuple[str, ...], level: float, *, at: float = 320.0, over: tuple[float, str] | None = None
) -> list[Row]:
    """Return a head: the lines on the right, one below the other, the number level with one of them (or between two), the day."""
    lines = [(at, float(n), text) for n, text in enumerate(right)]
    lines += [(80.0, level, NUMBER), (270.0, len(right) + 1.0, DAY), (80.0, len(right) + 2.0, "เรื่อง แจ้งผล")]
    lines += [(over[0], -1.0, over[1])] if over else []
    heights = sorted({y for _, y, _ in lines})
    placed = [Line(t, 1, heights.index(y), (x, 60 + 18 * y, x + 5.0 * len(t), 74 + 18 * y), 16.0) for x, y, t in lines]
    page = Page(1, tuple(sorted(placed, key=lambda line: (line.row, line.box[0] if line.box else 0))), 595.0, 842.0)
    return list(rows_of(page.lines))


@pytest.mark.parametrize("level", [0.0, 1.0, 2.0, 3.0, 0.5, 1.5, 2.5])
def test_the_number_may_stand_level_with_any_line_of_a_letterhead(level: float) -> None:
    assert sender_of({}, _rows((*AGENCY, *ADDRESS), level), "") == "สำนักงานทดลองสมมุติ (องค์การมหาชน)"


@pytest.mark.parametrize("level", [0.0, 1.0, 2.0])
def test_a_name_of_one_line_has_its_address_below(level: float) -> None:
    assert sender_of({}, _rows(("กรมทดลอง", *ADDRESS), level), "") == "กรมทดลอง"


def test_what_stands_elsewhere_above_the_number_is_no_letterhead_over_a_province() -> None:
    rows = _rows(("จังหวัดสมมุติ", "ถนนสมมุติ 10400"), 0.0, over=(450.0, "กองกลาง"))
    assert sender_of({}, rows, "") == "จังหวัดสมมุติ"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("สำนักงานทดลองท้องถิ่น", "จังหวัดสมมุติ ถนนตัวอย่าง", "สม 27000"), "สำนักงานทดลองท้องถิ่นจังหวัดสมมุติ"),
        (("สำนักงานทดลองท้องถิ่น", "จังหวัดสมมุติ", "ศาลากลางจังหวัด ถนนตัวอย่าง"), "สำนักงานทดลองท้องถิ่นจังหวัดสมมุติ"),
        (("วิทยาลัยทดลอง", "จังหวัดสมมุติ 27000"), "วิทยาลัยทดลอง"),
        (("วิทยาลัยทดลอง", "ถนนตัวอย่าง อำเภอเมือง", "จังหวัดสมมุติ 27000"), "วิทยาลัยทดลอง"),
        (("สำนักงานจังหวัดสมมุติ", "จังหวัดสมมุติ ถนนตัวอย่าง"), "สำนักงานจังหวัดสมมุติ"),
    ],
)
def test_a_province_is_of_the_name_where_the_address_begins_behind_it(lines: tuple[str, ...], name: str) -> None:
    assert sender_of({}, _rows(lines, 0.0), "") == name


@pytest.mark.parametrize("level", [0.0, 1.0])
def test_where_a_province_sits_above_its_address_names_it(level: float) -> None:
    assert sender_of({}, _rows(("ศาลากลางจังหวัดสมมุติ", "ถนนตัวอย่าง สม 54000"), level), "") == "จังหวัดสมมุติ"


@pytest.mark.parametrize("level", [0.0, 1.0])
def test_what_an_office_is_may_stand_in_a_bracket_before_its_address(level: float) -> None:
    lines = ("สำนักงานทดลองสมมุติ", "(องค์การมหาชน) ถนนตัวอย่าง", "เขตสมมุติ กทม. 10400")
    assert sender_of({}, _rows(lines, level), "") == "สำนักงานทดลองสมมุติ (องค์การมหาชน)"


TEXT = (
    "ตามที่สำนักงานอื่น (องค์การมหาชน) มีหนังสือแจ้งผล นั้น\nจึงแต่งตั้งคณะทำงาน ดังนี้\n1. นายหนึ่ง ทดสอบกุล\n{} ณ วันที่ 4 ธันวาคม พ.ศ. 2568\n"
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("คำสั่งจังหวัดสมมุติ\nที่ 12/2568", "จังหวัดสมมุติ"),
        ("ประกาศมหาวิทยาลัยทดลอง", "มหาวิทยาลัยทดลอง"),
        ("คำสั่งสำนักงานคณะกรรมการทดลอง\nและส่งเสริมการสมมุติ\nที่ 12/2568", "สำนักงานคณะกรรมการทดลองและส่งเสริมการสมมุติ"),
        ("คำสั่งโรงพยาบาลทดลอง ที่ 12/2568", "โรงพยาบาลทดลอง"),
    ],
)
def test_an_order_is_given_by_whom_its_title_names(title: str, name: str) -> None:
    (order,) = drafts(f"{title}\nเรื่อง แต่งตั้งคณะทำงานทดลอง\n\n{TEXT.format(title[:6].replace('คำสั่ง', 'สั่ง'))}")
    assert order.instrument.sender == name


@pytest.mark.parametrize("title", ["ประกาศผลการทดลอง", "ประกาศรายชื่อผู้ผ่านการทดลอง"])
def test_what_a_notice_tells_gives_it_not(title: str) -> None:
    assert sender_of({}, [Row(text, text, 1) for text in (title, "เรื่อง ผล", "ที่ 1/2568")], "") is None


def test_a_telephone_broken_over_the_line_is_one() -> None:
    unit = "สำนักงานจังหวัดสมมุติ กลุ่มงานยุทธศาสตร์และข้อมูลเพื่อการพัฒนาจังหวัดให้ก้าวหน้า"
    rows = set_out([(85, 530, f"ส่วนราชการ {unit} โทร. 0"), (85, 150, "4455 0211 ต่อ 5")])
    assert contacts_of(rows) == (Contact(unit=unit, phone="0 4455 0211 ต่อ 5"),)


@pytest.mark.parametrize("below", ["2568", "12 ธันวาคม 2568", "4455 เครื่อง"])
def test_what_stands_below_a_broken_telephone_and_is_none_of_it_stays_out(below: str) -> None:
    assert contacts_of(set_out([(85, 530, "กองสมมุติ โทร. 0"), (85, 150, below)])) == ()


def test_who_is_named_beside_a_number_stands_for_nobody_named_before() -> None:
    rows = set_out([(85, 500, "สอบถามได้ที่หมายเลขโทรศัพท์ 0 2000 0100 ในเวลา"), (85, 200, "ราชการ"), (85, 200, "กองสมมุติ"),
                    (85, 200, "โทร. 0 2000 0100")])  # fmt: skip
    assert contacts_of(rows) == (Contact(unit="กองสมมุติ", phone="0 2000 0100"),)

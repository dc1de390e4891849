"""A table in the midst of a paper leaves its pages together: headings, heads and figures at the edges of pages."""

import pytest

from tests.unit.parsers.papers import page, placed, rows
from workflow.parsers.binding.clauses import clauses_of, is_heading
from workflow.parsers.binding.following import weights
from workflow.parsers.binding.opening import is_signature
from workflow.parsers.binding.sheet import sheet_of
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.rows import rows_of

MEMO = [
    (150, "บันทึกข้อความ"),
    (0, "ส่วนราชการ กองตัวอย่าง"),
    (0, "ที่ ตย ๐๑๐๑/๒๐ วันที่ ๓ มีนาคม ๒๕๖๗"),
    (0, "เรื่อง รายงานผลการสำรวจ"),
    (0, "เรียน อธิบดีกรมตัวอย่าง"),
    (40, "กองตัวอย่างได้รับแจ้งผลการสำรวจแล้ว ขอสรุปคะแนนของกรมตัวอย่างในปีนี้ ซึ่งคะแนนรวมเป็น"),
    (0, "๔๘.๔๑ คะแนน จากคะแนนเต็มหนึ่งร้อย"),
]


def _table(number: int, codes: tuple[str, ...]) -> Page:
    """A page that bears a ruled table and nothing else."""
    cells = [["ข้อ", "ตัวชี้วัดย่อย", "แนวทาง"], *([code, "ชื่อตัวชี้วัด", "ควรทบทวนแผน"] for code in codes)]
    lines = []
    for n, row in enumerate(cells):
        top = 80.0 + 40 * n
        lines += [
            Line(text, number, n, (x, top, x + 90, top + 14), 14.0)
            for x, text in zip((90.0, 240.0, 390.0), row, strict=True)
        ]
    table = Table(number, tuple(tuple(row) for row in cells))
    return Page(number, tuple(lines), 595.0, 842.0, (table,))


@pytest.mark.parametrize("heading", ["ข้อเสนอแนะในการพัฒนา", "๓. ข้อเสนอแนะรายตัวชี้วัด"])
def test_a_table_goes_on_with_the_memo_that_ends_in_its_heading(heading: str) -> None:
    memo = sheet_of(placed([*MEMO, (0, heading)]))
    assert memo.leads_to_a_table and (0, 1) in weights([memo, sheet_of(_table(2, ("๑.๑", "๑.๒", "๒.๑")))])


def test_a_memo_that_says_all_leads_to_no_table() -> None:
    memo = sheet_of(placed([*MEMO, (40, "กองตัวอย่างจะรายงานข้อเสนอแนะให้ทราบต่อไป")]))
    assert not memo.leads_to_a_table


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("ข้อเสนอแนะในการพัฒนา", True),
        ("ข้อเสนอแนะในการพัฒนาของหน่วยงานมีหลายประการ จึงขอสรุปไว้", False),
        ("(นายเก่ง ตัวอย่างดี)", False),
    ],
)
def test_what_heads_advice_in_plain_print_is_short(text: str, heads: bool) -> None:
    assert is_heading(rows(text)[0]) is heads


def test_bold_print_heads_unless_it_is_a_name() -> None:
    bold = [
        Line(text, 1, n, (85.0, 80.0 + 20 * n, 300.0, 94.0 + 20 * n), 14.0, bold=True)
        for n, text in enumerate(("ผลรายด้าน", "(นางสมมุติ ดี)"))
    ]
    assert [is_heading(row) for row in rows_of(bold)] == [True, False]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("(นางสมมุติ ตัวอย่างดี)", True),
        ("(Mr. John Example)", True),
        ("(Dr John Example)", True),
        ("(External Integration)", False),
        ("(Customer Experience)", False),
    ],
)
def test_the_english_of_a_name_above_is_nobodys_signature(text: str, signs: bool) -> None:
    assert is_signature(rows(text)[0]) is signs


def test_points_money_and_days_that_begin_a_row_number_no_clause() -> None:
    typed = page("48.41 คะแนน จากหนึ่งร้อย\n12 มีนาคม 2567\n20 ล้านบาท\n3. ข้อเสนอ\n3.1 เห็นควรแจ้งเวียน")
    assert clauses_of(rows_of(typed.lines)) == [(3,), (3, 1)]

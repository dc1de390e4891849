"""Advice in two columns, as a newspaper's, is read down the left one and then down the right one; nothing else beside one another is."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.unit.parsers.printed import printed
from workflow.parsers.binding.newspaper import down_the_columns
from workflow.parsers.bundle import papers_of
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.page import Line, Table
from workflow.parsers.pdf_file import read_pdf
from workflow.parsers.rows import rows_of

LEFT = [
    "ตัวชี้วัดย่อย 4.1 สัดส่วนบริการดิจิทัล", "ข้อเสนอแนะจาก สพร. เพิ่มจำนวนบริการที่ทำได้", "จนจบผ่านระบบออนไลน์ตั้งแต่ยื่นคำขอ",
    "ตัวชี้วัดย่อย 6.1 ความมั่นคงปลอดภัยไซเบอร์", "ข้อเสนอแนะจาก สพร. จัดให้มีการทดสอบระบบ", "และซักซ้อมแผนรับมือภัยคุกคามทุกปี",
    "ตัวชี้วัดย่อย 7.1 คลาวด์กลางภาครัฐ และการ",
]  # fmt: skip
RIGHT = [
    "ใช้งานร่วมกันของหน่วยงานในระบบเดียว",
    "ข้อเสนอแนะจาก สพร. พิจารณาย้ายระบบงาน",
    "ที่เหมาะสมขึ้นสู่คลาวด์กลางเพื่อลดภาระดูแล",
    "เครื่องแม่ข่ายของหน่วยงาน",
]
NAMES = [
    "4.1 สัดส่วนบริการดิจิทัลของหน่วยงานทั้งหมด",
    "",
    "",
    "6.1 ความมั่นคงปลอดภัยไซเบอร์ของหน่วยงาน",
    "",
    "",
    "7.1 คลาวด์กลางภาครัฐและการใช้งานร่วมกัน",
]
UNITS = ["กองแผน", "", "", "ศูนย์ข้อมูล", "", "", "กองกลาง"]
SHORT = ["กองแผน", "ภายใน 1 ปี", "ศูนย์ข้อมูล", "ภายใน 2 ปี"]
FIGURES = [
    "4.1 บริการ 81.25",
    "4.2 บริการ 80.00",
    "4.3 บริการ 79.00",
    "4.4 บริการ 61.00",
    "4.5 บริการ 66.25",
    "4.6 บริการ 71.25",
    "4.7 บริการ 73.25",
]


def _set(columns: Sequence[Sequence[str]], *, at: tuple[float, ...] = (85.0, 324.0), tables: bool = False) -> list[str]:
    lines = [Line("ข้อเสนอแนะ", 1, 0, (230.0, 50.0, 380.0, 64.0))]
    for n in range(max(map(len, columns))):
        texts = [(x, column[n]) for x, column in zip(at, columns, strict=True) if n < len(column) and column[n]]
        lines += [Line(text, 1, n + 1, _box(x, n, text)) for x, text in texts]
    held = [Table(1, (("a", "b"), ("c", "d")))] if tables else []
    return [row.text for row in down_the_columns(rows_of(lines), held)]


def _box(left: float, n: int, text: str) -> tuple[float, float, float, float]:
    return left, 80.0 + 19 * n, left + min(205.0, 5.5 * len(text)), 94.0 + 19 * n


def test_two_columns_of_advice_are_read_one_after_the_other() -> None:
    assert _set([LEFT, RIGHT]) == ["ข้อเสนอแนะ", *LEFT, *RIGHT]


@pytest.mark.parametrize(
    "columns",
    [
        [NAMES, LEFT],  # a table without rules: the advice stands beside its names
        [LEFT, UNITS],  # who is to act on each
        [LEFT, SHORT],
        [LEFT, RIGHT[:3]],
        [FIGURES, FIGURES],
        [[text.replace("ข้อเสนอแนะ", "ผลสำรวจ") for text in LEFT], RIGHT],
    ],
)
def test_what_stands_beside_one_another_otherwise_stays(columns: list[list[str]]) -> None:
    left, right = columns
    beside = ["  ".join(filter(None, pair)) for pair in zip(left, [*right, *[""] * 9], strict=False)]
    assert _set(columns) == ["ข้อเสนอแนะ", *beside]


def test_columns_of_two_widths_and_pages_with_tables_stay() -> None:
    rows = [f"{one}  {other}" for one, other in zip(LEFT, RIGHT, strict=False)]
    assert _set([LEFT, [text[:24] for text in RIGHT]])[1] == f"{LEFT[0]}  {RIGHT[0][:24]}"
    assert _set([LEFT, RIGHT], tables=True)[1:5] == rows
    assert _set([LEFT, RIGHT], at=(85.0, 200.0))[1:5] == rows


def test_items_set_in_two_columns_on_a_page_are_read_whole(tmp_path: Path) -> None:
    items = [
        ("1.1", "แผนงาน", "ทบทวนแผนงานทุกปีร่วมกับผู้เกี่ยวข้องทุกฝ่ายและประกาศให้บุคลากรทราบทั่วกัน"),
        ("2.1", "งบประมาณ", "จัดทำคำของบประมาณด้านดิจิทัลโดยแสดงความคุ้มค่าและค่าใช้จ่ายตลอดอายุการใช้งาน"),
        ("3.1", "บุคลากร", "ประเมินทักษะดิจิทัลรายบุคคลและจัดทำแผนพัฒนาตามกลุ่มบทบาทที่กำหนดไว้แล้ว"),
        ("4.1", "บริการ", "เพิ่มจำนวนบริการที่ประชาชนทำธุรกรรมได้จนจบผ่านระบบออนไลน์ตั้งแต่ยื่นคำขอ"),
        ("5.1", "ข้อมูล", "เชื่อมโยงข้อมูลผ่านศูนย์แลกเปลี่ยนข้อมูลกลางแทนการขอสำเนาจากประชาชนทุกราย"),
    ]
    body = "\n\n".join(f"ตัวชี้วัดย่อย {code} {name} (Indicator) \\ ข้อเสนอแนะจาก สพร. {text}" for code, name, text in items)
    setting = "#set page(height: 225pt)\n#set par(spacing: 0.65em)\n#align(center)[ข้อเสนอแนะ]\n"
    (paper,) = papers_of(read_pdf(printed(tmp_path, f"{setting}#columns(2, gutter: 14pt)[{body}]")).pages)
    given = recommendations_of(paper.rows).given
    assert {row.column for row in paper.rows} == {0, 1, 2}
    assert [(one.code, one.text.replace(" ", "")) for one in given] == [(code, text) for code, _, text in items]


HUNG = [
    (1, [("ด้านที่ 1 การวางแผน", 0), ("แผนตำบล", 0), ("เพิ่มโครงการไว้ในแผนพัฒนาท้องถิ่น", 20), ("ห้าปีของหน่วยงานทุกแห่ง", 20),
         ("งบระบบ", 0), ("กันเงินสะสมไว้เพื่อบำรุงรักษาระบบ", 20), ("ที่มีอยู่ก่อนจัดหาระบบใหม่", 20), ("เจ้าหน้าที่", 0),
         ("กำหนดผู้รับผิดชอบหลักและสำรองไว้", 20)]),
    (2, [("ด้านที่ 2 บริการ", 0), ("การรับชำระภาษี", 0), ("รับชำระภาษีที่ดินด้วยคิวอาร์โค้ด", 20), ("และส่งใบเสร็จทางอีเมลทุกครั้ง", 20),
         ("การแจ้งซ่อม", 0), ("แสดงตำแหน่งเสาไฟบนแผนที่ให้ทราบ", 20), ("พร้อมกำหนดเวลาซ่อมไม่เกินสามวัน", 20), ("การขออนุญาต", 0),
         ("รับแบบแปลนเป็นแฟ้มแทนกระดาษ", 20)]),
]  # fmt: skip


def _hung(title: str) -> list[Line]:
    """Return two columns of names and deeper text, their rows at heights of their own, below a title."""
    lines = [(title, 190.0, 84.0)]
    for column, held in HUNG:
        left, top = (85.0, 113.0) if column == 1 else (326.0, 109.0)
        lines += [(text, left + deeper, top + 21.5 * n) for n, (text, deeper) in enumerate(held)]
    ordered = sorted(lines, key=lambda line: line[2])
    wide = {85.0: 110.0, 326.0: 110.0}  # of names; the text fills its column
    return [Line(text, 1, n, (x, y, x + wide.get(x, 190.0), y + 14)) for n, (text, x, y) in enumerate(ordered)]


def test_names_and_deeper_text_in_two_columns_are_read_down_each_without_codes() -> None:
    rows = down_the_columns(rows_of(_hung("คำแนะนำสำหรับเทศบาลสมมุติ")), ())
    texts = [text for _, held in HUNG for text, _ in held]
    assert [row.text for row in rows[1:]] == texts
    given = recommendations_of(rows).given
    assert [(one.code, one.name, one.indicator) for one in given] == [
        ("", "แผนตำบล", "การวางแผน"), ("", "งบระบบ", "การวางแผน"), ("", "เจ้าหน้าที่", "การวางแผน"),
        ("", "การรับชำระภาษี", "บริการ"), ("", "การแจ้งซ่อม", "บริการ"), ("", "การขออนุญาต", "บริการ"),
    ]  # fmt: skip


def test_such_columns_below_other_words_stay_as_they_are() -> None:
    rows = rows_of(_hung("รายชื่อหน่วยงานในสังกัดสมมุติ"))
    assert down_the_columns(rows, ()) == rows

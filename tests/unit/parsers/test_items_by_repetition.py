"""Items that only their own repetition tells: bare numbers above texts of their own, and indicators printed before the codes."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.core.reading import Instrument, Recommendation
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.fields.survey_unread import unread
from workflow.parsers.rows import Row

HEAD = "โดยมีข้อเสนอแนะ ดังนี้"
ITEMS = (
    ("2.1", "ข้อมูลสมมุติ", "หมวดข้อมูล", "รวบรวมชุดข้อมูลของทุกกองไว้ในบัญชีเดียว"),
    ("5.1", "Made Up Trust", "หมวดความปลอดภัย", "ใช้การยืนยันตัวตนหลายปัจจัยกับทุกคน"),
    ("1.3", "บริการสมมุติ", "หมวดนโยบาย", "ยกเลิกการเวียนเอกสารกระดาษทุกหน่วย"),
)
CODES = [code for code, *_ in ITEMS]


def given(text: str | list[Row]) -> list[Recommendation]:
    return list(recommendations_of(rows(text) if isinstance(text, str) else text).given)


def listed(form: str, head: str = HEAD) -> str:
    return "\n".join([head, *(form.format(code=c, name=n, above=a, text=t) for c, n, a, t in ITEMS)])


@pytest.mark.parametrize(
    "form",
    [
        "{code} {name} (ตัวชี้วัด{above})\n{text}",
        "{code}\t{name}\nตัวชี้วัด: {above}\n{text}",
        "{code} {name}\nตัวชี้วัด: {above}\n{text}",
        "ตัวชี้วัด {above}\n{code} {name}\n{text}",
        "{above} – {code} {name} : {text}",
        "3.1 {above} : ตัวชี้วัดย่อย {code} {name}\n{text}",
    ],
)
def test_items_are_known_by_what_their_list_repeats(form: str) -> None:
    assert [(g.code, g.name, g.indicator, g.text) for g in given(listed(form))] == list(ITEMS)


def test_a_name_with_a_text_of_its_own_needs_no_indicator() -> None:
    found = given(listed("{code} {name}\n{text}"))
    assert [(g.code, g.name, g.text) for g in found] == [(code, name, text) for code, name, _, text in ITEMS]


def test_placed_items_hang_their_advice_and_one_below_a_full_line_is_one_too() -> None:
    lines = [(116, 540, "หนังสือแจ้งผลการสำรวจของสำนักงานสมมุติ"), (70, 300, HEAD)]
    for code, name, above, text in ITEMS:
        lines += [(70, 260, f"{code} {name}"), (116, 300, f"ตัวชี้วัด: {above}"), (116, 540, text)]
    assert [(g.code, g.indicator, g.text) for g in given(set_out(lines))] == [(c, a, t) for c, _, a, t in ITEMS]


CLAUSES = [
    "1. เรื่องเดิม\n1.1 ที่มาของเรื่อง\nสำนักงานสมมุติแจ้งผลการสำรวจมาให้ทราบ\n1.2 ข้อเสนอแนะที่ได้รับ\nกรมรับทราบแล้วทั้งหมดทุกเรื่อง",
    "ข้อเท็จจริง\n1.1 ที่มาของเรื่อง\nสำนักงานสมมุติมีข้อเสนอแนะมาให้ทราบ\n1.2 การรับทราบของกรม\nกรมรับทราบแล้วทั้งหมดทุกเรื่อง\n1.3 งานต่อไป\nแจ้งทุกกองให้ทราบทั่วกัน",
    "1. ข้อเสนอแนะ\n1.1 การแจ้งเวียน\nแจ้งทุกกองให้ทราบทั่วกัน\n1.2 การรายงาน\nรายงานผล\n2. ข้อพิจารณา\n2.1 ความเห็น\nเห็นชอบตามที่เสนอมา",
    f"{HEAD}\n2.1 ข้อมูลสมมุติ\nได้ 61.20 คะแนน ลดลงจากปีก่อน\n5.1 บริการสมมุติ\nได้ 70.35 คะแนน เพิ่มขึ้นจากปีก่อน",
    f"{HEAD}\nสูงสุด : ตัวชี้วัดย่อย 2.1 ข้อมูลสมมุติ\nเพิ่มขึ้นจากปีก่อน\nต่ำสุด : ตัวชี้วัดย่อย 5.1 บริการสมมุติ\nลดลงจากปีก่อนมาก",
    "วาระที่ 1 แจ้ง\n1.1 ผลสำรวจ\nประธานแจ้งข้อเสนอแนะ\n1.2 งบประมาณ\nที่ประชุมรับทราบ\nวาระที่ 2 พิจารณา\n2.1 แผนงาน\nที่ประชุมเห็นชอบ",
    "มีคำแนะนำแล้ว\n2.1 การประชุม\nประชุมร่วมกันสองครั้ง\n2.2 การรายงาน\nรายงานแล้วทุกเดือน\n3.1 การติดตาม\nติดตามทุกไตรมาสต่อไป",
    f"{HEAD}\n2.1 ข้อมูลสมมุติ\n84.49 49.33\n5.1 บริการสมมุติ\n68.94 78.17",
]


@pytest.mark.parametrize("text", CLAUSES)
def test_clauses_of_the_paper_and_results_are_no_items(text: str) -> None:
    assert given(text) == []


def test_roman_numbers_head_groups() -> None:
    first, *others = (f"{a} – {c} {n} : {t}" for c, n, a, t in ITEMS)
    found = given("\n".join([HEAD, "I. จุดแข็ง", first, "II. ต่อยอดได้", *others]))
    assert [g.group for g in found] == ["จุดแข็ง", "ต่อยอดได้", "ต่อยอดได้"]


def test_a_name_that_breaks_off_before_its_sign_goes_on_below() -> None:
    lines = [(116, 540, "หนังสือแจ้งผลการสำรวจของสำนักงานสมมุติ"), (80, 300, HEAD)]
    lines += [
        (119, 540, f"{a} – {c} {n} : {t[:6]}") if c != "5.1" else (119, 530, f"{a} – {c} Made") for c, n, a, t in ITEMS
    ]
    for n, below in ((5, ITEMS[2][3][6:]), (4, "Up Trust : " + ITEMS[1][3] + "และทุกระบบ"), (3, ITEMS[0][3][6:])):
        lines.insert(n, (80, 530, below))
    found = given(set_out(lines))
    assert [(g.code, g.name) for g in found] == [(code, name) for code, name, *_ in ITEMS]


def test_rows_of_a_table_without_rules_are_no_names() -> None:
    assert given(listed("{code} {name}\t{above}\t{text}\nของหน่วยงาน\tสมมุติ\tและรายงานผลทุกไตรมาส")) == []


def test_names_above_texts_where_nobody_advises_are_no_items() -> None:
    assert given(listed("{code} {name}\n{text}", "คณะทำงานมีรายชื่อและงาน ดังนี้")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ได้รับ 61.20 คะแนน โดยมีข้อเสนอแนะ ดังนี้ Made Up Trust ใช้การยืนยันตัวตนหลายปัจจัย", True),
        ("มีคำแนะนำเพื่อการพัฒนาดังต่อไปนี้ ข้อมูลสมมุติ รวบรวมชุดข้อมูล", True),
        ("มีข้อเสนอแนะตามสิ่งที่ส่งมาด้วย และขอแจ้งรายชื่อผู้ประสานงาน: ดังนี้", False),
    ],
)
def test_advice_that_is_announced_and_not_read_is_told(text: str, told: bool) -> None:
    fields = [field for field, _ in unread(text, Instrument("letter", (1,)))]
    assert ("recommendations" in fields) == told

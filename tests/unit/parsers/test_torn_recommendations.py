"""Recommendations on recognised pages: torn words, wrapped lines, catchwords without a slash, and pen strokes beside the print."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

LEFT, INDENT, RIGHT = 85.0, 130.0, 540.0


def scanned(*lines: str, page: int = 1, sure: float = 0.98) -> list[Row]:
    """Return lines of a scan as rows; a line that begins with `>` is indented, one that ends with `|` reaches the right edge."""
    made = []
    for n, text in enumerate(lines):
        x0 = INDENT if text.startswith(">") else LEFT
        x1 = RIGHT if text.endswith("|") else x0 + 180
        made.append(Line(text.strip(">|"), page, n, (x0, 60.0 + 18 * n, x1, 71.0 + 18 * n), 11.0, confidence=sure))
    return rows_of(made)


def given(rows: Sequence[Row]) -> list[Recommendation]:
    return list(recommendations_of(rows).given)


FIRST = (
    "ผลการประเมินของหน่วยงานโดยรวมอยู่ในระดับปานกลาง|",
    "และมีข้อเสนอแนะ ดังนี้",
    ">2.1 ตัวชี้วัดที่มีผลดี",
    ">- ตัวชี้วัดย่อย 1.1 ทักษะ (Skills) ภายใต้ตัวชี้วัดกำลัง|",
    "คนดิจิทัล",
    ">ข้อเสนอแนะจาก สมม. ควรจัดอบรมบุคลากรให้ครบทุก|",
    "กองภายในปีนี้",
    ">- ตัวชี้วัดย่อย 1.2 ผู้นำ (Leaders) ภายใต้ตัวชี้วัตกำลังคน|",
    "ดิจิทัล",
    ">ข้อเสนอแนะจาก สมม. ควรมีแผนสืบทอดตำแหน่ง|",
    "ทั้งนี้ อาจขอความร่วมมือจากหน่วยงานกลาง",
)


def test_an_indicator_is_told_from_the_name_though_its_word_is_misread() -> None:
    assert [(r.name, r.indicator) for r in given(scanned(*FIRST))] == [
        ("ทักษะ (Skills)", "กำลังคนดิจิทัล"), ("ผู้นำ (Leaders)", "กำลังคนดิจิทัล"),
    ]  # fmt: skip


def test_a_line_that_only_goes_on_does_not_end_an_advice() -> None:
    assert given(scanned(*FIRST))[1].text == "ควรมีแผนสืบทอดตำแหน่งทั้งนี้ อาจขอความร่วมมือจากหน่วยงานกลาง"


def test_a_paragraph_that_speaks_of_all_items_ends_the_last_one() -> None:
    rows = scanned(*FIRST, ">ทั้งนี้ ขอให้ทุกหน่วยรายงานผลภายในสิ้นเดือน")
    assert given(rows)[1].text.endswith("หน่วยงานกลาง")


def test_a_lead_in_that_is_torn_is_known_by_the_others() -> None:
    torn = ">- ตัวชี้วัดย่อย 2.1 บริการ ภายใต้ตัวชี้วัดบริการ|", ">ขัอเสบอแบะลาก สุมม. ควรลดขั้นตอน|", "ให้เหลือสามวัน"
    last = given(scanned(*FIRST, *torn))[-1]
    assert (last.code, last.text) == ("2.1", "ควรลดขั้นตอนให้เหลือสามวัน")


def test_a_catchword_without_slash_and_dots_is_no_item() -> None:
    word = Line("ตัวชี้วัดย่อย ๑.๓", 1, 30, (455.0, 780.0, 540.0, 791.0), 11.0, confidence=0.97)
    next_page = scanned(">- ตัวชี้วัดย่อย ๑.๓ แรงจูงใจ ภายใต้ตัวชี้วัดกำลังคนดิจิทัล", ">ข้อเสนอแนะจาก สมม. ควรให้รางวัล", page=2)
    assert [(r.code, r.page) for r in given([*scanned(*FIRST), *rows_of([word]), *next_page])] == [
        ("1.1", 1), ("1.2", 1), ("1.3", 2),
    ]  # fmt: skip


def test_handwriting_beside_a_line_is_not_read_into_it() -> None:
    rows = scanned(*FIRST)
    row = rows[4]
    pen = Line("เงรรัดด้วอ", 1, 4, (348.0, 130.0, 427.0, 147.0), 11.0, confidence=0.71)
    rows[4] = rows_of([row.parts[0], pen])[0]
    assert given(rows)[0].indicator == "กำลังคนดิจิทัล"


def test_a_name_with_letters_like_a_word_between_is_not_cut() -> None:
    rows = scanned(
        ">2.1 ตัวชี้วัดที่มีผลดี", ">- ตัวชี้วัดย่อย 6.2 ระบบอัตโนมัติ (Automation) ภายใต้ตัวชี้วัดนวัตกรรม", ">ข้อเสนอแนะจาก สมม. ควรใช้งาน"
    )
    assert [(r.name, r.indicator) for r in given(rows)] == [("ระบบอัตโนมัติ (Automation)", "นวัตกรรม")]


def test_the_issuer_may_say_it_in_a_sentence() -> None:
    rows = scanned(">2.1 ตัวชี้วัดที่มีผลดี", ">- ตัวชี้วัดย่อยที่ ๓.๑ เว็บไซต์ (มิติที่ ๓ บริการ)", ">สมม. เสนอแนะว่า ควรปรับปรุงเว็บไซต์")
    assert [(r.code, r.name, r.indicator, r.text) for r in given(rows)] == [
        ("3.1", "เว็บไซต์", "บริการ", "ควรปรับปรุงเว็บไซต์")
    ]


def test_an_indicator_that_heads_its_sub_indicators_is_theirs_and_no_group() -> None:
    rows = scanned(">2.1 ตัวชี้วัดที่มีผลดี", ">มิติที่ 3 บริการภาครัฐ", ">- 3.1 เว็บไซต์", ">ข้อเสนอแนะ : ควรปรับปรุง")
    assert [(r.indicator, r.group) for r in given(rows)] == [("บริการภาครัฐ", "ตัวชี้วัดที่มีผลดี")]


def test_a_code_may_stand_on_a_line_of_its_own() -> None:
    rows = scanned(">2.1 ตัวชี้วัดที่มีผลดี", ">3.1", ">เว็บไซต์ (Website) ภายใต้ตัวชี้วัดบริการ", ">ข้อเสนอแนะ : ควรปรับปรุง")
    assert [(r.code, r.name, r.indicator) for r in given(rows)] == [("3.1", "เว็บไซต์ (Website)", "บริการ")]


def test_a_heading_without_number_is_the_line_apart_above_an_item() -> None:
    rows = scanned(*FIRST, page=1)
    more = scanned(">ประเด็นที่ต้องแก้ไขก่อน", ">- ตัวชี้วัดย่อย 4.2 สิทธิ (มิติความเป็นส่วนตัว)", ">ข้อเสนอแนะจาก สมม. ควรแก้ไข", page=2)
    last = given([*rows, *more])[-1]
    assert (last.name, last.indicator, last.group) == ("สิทธิ", "ความเป็นส่วนตัว", "ประเด็นที่ต้องแก้ไขก่อน")


def test_a_lead_in_broken_over_the_line_inside_the_items_paragraph() -> None:
    rows = scanned(
        ">2.1 ตัวชี้วัดที่มีผลดี",
        ">(1) ตัวชี้วัดย่อย 2.1 เวที อยู่ในเสาหลักที่ 2 การรับฟัง ข้อ|", "เสนอแนะของ สมม. จัดให้มีเวทีทุกเดือน",
        ">(2) ตัวชี้วัดย่อย 3.2 ผลเบิกจ่าย อยู่ในเสาหลักที่ 3 งบประมาณ ข้อเสนอแนะของ สมม. ควรเผยแพร่ผล|", "ทุกไตรมาส",
    )  # fmt: skip
    assert [(r.name, r.indicator, r.text) for r in given(rows)] == [
        ("เวที", "การรับฟัง", "จัดให้มีเวทีทุกเดือน"), ("ผลเบิกจ่าย", "งบประมาณ", "ควรเผยแพร่ผลทุกไตรมาส"),
    ]  # fmt: skip


def test_the_next_part_of_the_paper_ends_the_last_advice() -> None:
    rows = scanned(
        ">ข้อ 2 ข้อเท็จจริง", ">2.1 ตัวชี้วัดที่มีผลดี", ">- 4.2 สิทธิ (มิติความเป็นส่วนตัว)", ">ข้อแนะนำ: ควรแก้ไข", ">ข้อ 3 ความเห็น"
    )
    assert given(rows)[-1].text == "ควรแก้ไข"


def test_rows_of_a_stamp_set_over_the_text_are_no_text() -> None:
    stamp = Line("๘๕๐๑  ๖ น.", 1, 40, (400.0, 30.0, 470.0, 41.0), 11.0, confidence=0.99)
    assert given([*scanned(*FIRST), *rows_of([stamp])])[-1].text.endswith("หน่วยงานกลาง")


def test_torn_words_between_name_and_indicator_are_known_by_the_others() -> None:
    torn = ">- ตัวชี้วัดย่อย 2.1 บริการ กายโต้ด้วชีวัคบริการภาครัฐ", ">ข้อเสนอแนะจาก สมม. ควรลดขั้นตอน"
    last = given(scanned(*FIRST, *torn))[-1]
    assert (last.name, last.indicator) == ("บริการ", "บริการภาครัฐ")


def test_a_bullet_and_colons_that_became_letters_change_nothing() -> None:
    rows = scanned(
        ">2.1 ตัวชี้วัดที่มีผลดี", ">เ ตัวชี้วัดย่อย ๕.๒:Case Triage ในตัวชี้วัดบริการ", ">ข้อแนะนำะ ให้ปรับปรุง",
        ">- ตัวชี้วัดย่อย ๕.๓.Fraud Detection ในตัวชี้วัดบริการ", ">ข้อแนะนำ ควรทบทวน",
    )  # fmt: skip
    assert [(r.code, r.name, r.text) for r in given(rows)] == [
        ("5.2", "Case Triage", "ให้ปรับปรุง"), ("5.3", "Fraud Detection", "ควรทบทวน"),
    ]  # fmt: skip


def test_an_indicator_that_begins_the_next_line_is_no_item() -> None:
    rows = scanned(
        ">2.1 ตัวชี้วัดที่มีผลดี", ">(1) ประเด็นย่อย 1.1 ทักษะ (Skills) อยู่ใน|", "ด้านที่ 1 กำลังคน ข้อเสนอแนะของ สมม. ควรจัดอบรม|",
        ">(2) ประเด็นย่อย 2.3 บริการ อยู่ใน|", "ด้านที่ 2 ช่องทาง ข้อเสนอแนะของ สมม. ควรลดขั้นตอน",
    )  # fmt: skip
    assert [(r.code, r.name, r.indicator, r.text) for r in given(rows)] == [
        ("1.1", "ทักษะ (Skills)", "กำลังคน", "ควรจัดอบรม"), ("2.3", "บริการ", "ช่องทาง", "ควรลดขั้นตอน"),
    ]  # fmt: skip


def test_an_item_whose_bullet_and_word_a_pen_crossed_is_known_by_what_is_left() -> None:
    rows = scanned(
        ">2.1 ตัวชี้วัดที่มีผลดี", ">- ประเด็นย่อยที่ 1.1 ทักษะ ในด้านกำลังคน", ">ข้อเสนอแนะ: ควรจัดอบรม",
        ">เวนใระเดินย่อยที่ 3.2 บริการ ในด้านช่องทาง", ">ข้อเสนอแนะ: ควรลดขั้นตอน",
    )  # fmt: skip
    assert [(r.code, r.text) for r in given(rows)] == [("1.1", "ควรจัดอบรม"), ("3.2", "ควรลดขั้นตอน")]


def test_groups_by_letters_over_indicators_over_items() -> None:
    rows = scanned(
        ">ก. จุดแข็ง", "มิติที่ 1 ทิศทาง", ">• ตัวชี้วัด 1.1 Vision", ">ข้อเสนอแนะ ถ่ายทอดวิสัยทัศน์สู่หน่วยงาน|", "ทุกแห่ง",
        ">ข. จุดอ่อน", "มิติที่ 3 กระบวนงาน", ">• ตัวชี้วัด 3.1 Paperless", ">ข้อเสนอแนะ เลิกใช้แบบฟอร์มกระดาษ|", "ทั้งหมด",
    )  # fmt: skip
    assert [(r.code, r.indicator, r.group) for r in given(rows)] == [
        ("1.1", "ทิศทาง", "จุดแข็ง"),
        ("3.1", "กระบวนงาน", "จุดอ่อน"),
    ]


def test_a_lead_in_of_any_words_is_one_when_it_comes_again_with_a_colon() -> None:
    rows = scanned(
        ">๑. องค์ประกอบที่ทำได้ดี",
        ">๑.๑ องค์ประกอบย่อยที่ ๒.๒ ชั้นความลับ ภายใต้องค์ประกอบคุณภาพ", ">ความเห็นของผู้ตรวจ: ให้เผยแพร่เกณฑ์|", "ทุกปี",
        ">๑.๒ องค์ประกอบย่อยที่ ๓.๑ บริการ ภายใต้องค์ประกอบการให้บริการ", ">ความเห็นของผู้ตรวจ: ให้เพิ่มคำค้น|", "ทุกภาษา",
    )  # fmt: skip
    assert [(r.code, r.text) for r in given(rows)] == [("2.2", "ให้เผยแพร่เกณฑ์ทุกปี"), ("3.1", "ให้เพิ่มคำค้นทุกภาษา")]


def test_an_issuer_may_say_it_in_the_items_own_paragraph() -> None:
    rows = scanned(
        ">2.1 ตัวชี้วัดที่มีผลดี",
        ">- ตัวชี้วัดย่อย ๒.๑ ระบบรับแจ้ง ภายใต้ตัวชี้วัดบริการ โดย สทม. เสนอแนะว่า ให้คงมาตรฐาน|", "การตอบกลับ",
        ">ด้านบริการ ตัวชี้วัดที่ 2.3 การออกแบบ (Design) คณะผู้ประเมินเห็นว่าควรทดสอบ|", "ต้นแบบ",
    )  # fmt: skip
    assert [(r.code, r.name, r.indicator, r.text) for r in given(rows)] == [
        ("2.1", "ระบบรับแจ้ง", "บริการ", "ให้คงมาตรฐานการตอบกลับ"), ("2.3", "การออกแบบ (Design)", "บริการ", "ควรทดสอบต้นแบบ"),
    ]  # fmt: skip


def test_a_row_of_coloured_ink_over_the_text_is_no_text() -> None:
    rows = scanned(*FIRST)
    pen = Line("(เร่งรัดด้วย", 1, 5, (343.0, 150.0, 426.0, 166.0), 14.0, inked=True, confidence=0.95)
    read = given([*rows[:6], *rows_of([pen]), *rows[6:]])
    assert [(r.code, r.group) for r in read] == [("1.1", "ตัวชี้วัดที่มีผลดี"), ("1.2", "ตัวชี้วัดที่มีผลดี")]


def test_a_heading_read_unsurely_is_told_once() -> None:
    rows = scanned(*FIRST)
    torn = replace(rows[2], sure=(0.4,) * len(rows[2].text))
    sure = [replace(row, sure=(0.99,) * len(row.text)) for row in rows]
    doubts = recommendations_of([*sure[:2], torn, *sure[3:]]).doubts
    assert [(d.index, d.part) for d in doubts] == [(0, "group")]

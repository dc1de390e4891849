"""Items told in one paragraph, where only the code in brackets parts the name from its advice."""

import pytest

from tests.unit.parsers.papers import rows, set_out
from workflow.core.reading import Recommendation
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.rows import Row

LEFT, INDENT, RIGHT = 85.0, 156.0, 538.0
HEAD = (
    "ผลการประเมินของหน่วยงานโดยรวมอยู่ในระดับปานกลางและใกล้เคียงกับปีก่อน|",
    "ดังแจ้งแล้วนั้น",
    ">สำนักงานมีข้อเสนอแนะเพื่อการปรับปรุง ดังนี้",
)
FOOT = (">จึงเรียนมาเพื่อโปรดพิจารณา", ">ขอแสดงความนับถือ")
ITEMS = (
    ("1.2", "Made Up Open Data", "ด้านข้อมูลสมมุติ", "คัดเลือกชุดข้อมูลที่ประชาชนขอใช้บ่อย นำขึ้นเผยแพร่ใน", "รูปแบบที่เครื่องอ่านได้ (CSV)"),
    ("4.1", "การเชื่อมโยงภายใน", "ด้านบริการและการเชื่อมโยง", "เชื่อมระบบสารบรรณกับสำนักงานในภูมิภาค ควรเริ่ม", "จากเขตที่พร้อมก่อน"),
    ("7.1", "ปัญญาประดิษฐ์ (AI)", "ด้านเทคโนโลยีใหม่", "ทดลองกับงานสรุปเอกสารและงานจัดหมวดหมู่", "ก่อนขยายผล"),
)  # fmt: skip
FORMS = (
    "{name} (ตัวชี้วัดที่ {code}) {text}",
    "{name} (ตัวชี้วัดย่อย {code}) {text}",
    "{name} [รหัส {code}] {text}",
    "{name} ({code}) {text}",
    "{n}. {name} (ตัวชี้วัดที่ {code}) {text}",
    "({n}) {name} ({code}) {text}",
    "- ตัวชี้วัดย่อย {name} ({code}) {text}",
    "{name} (ตัวชี้วัดที่ {code}) : {text}",
    "{name} (ตัวชี้วัดที่ {code}) – {text}",
    "{name} (ตัวชี้วัดที่ {code}) ข้อเสนอแนะ: {text}",
    "{name} (ตัวชี้วัดที่ {code}) สำนักงานฯ เสนอแนะว่า {text}",
    "“{name}” (ตัวชี้วัดที่ {code}) {text}",
)
UNDER = (
    "{n}. {name} (ตัวชี้วัดที่ {code}) ในตัวชี้วัด{above} {text}",
    "{name} (ตัวชี้วัดย่อยที่ {code}) ภายใต้ตัวชี้วัด{above} {text}",
    "• {name} ({code}) ในตัวชี้วัด “{above}” {text}",
    "{name} (ตัวชี้วัดที่ {code}) {above} {text}",
    "{n}. {name} (ตัวชี้วัดที่ {code}) (ภายใต้ตัวชี้วัด{above}) {text}",
    "{name} (ตัวชี้วัดที่ {code}) (ตัวชี้วัด{above}) {text}",
)


def laid(lines: list[str]) -> list[Row]:
    """Return lines as rows: `>` sets the first line of a paragraph in, `|` reaches the right edge."""
    made = []
    for line in lines:
        x0, text = (INDENT if line.startswith(">") else LEFT), line.strip(">|")
        made.append((x0, RIGHT if line.endswith("|") else x0 + min(330, 5 * len(text)), text))
    return set_out(made)


def items(form: str) -> list[str]:
    lines = []
    for n, (code, name, above, first, second) in enumerate(ITEMS, 1):
        lines += [f">{form.format(n=n, code=code, name=name, above=above, text=first)}|", second]
    return lines


def given(lines: list[str]) -> list[Recommendation]:
    return list(recommendations_of(laid([*HEAD, *lines, *FOOT])).given)


def wanted(*, under: bool = False) -> list[tuple[str, str, str | None, str]]:
    return [(code, name, above if under else None, first + second) for code, name, above, first, second in ITEMS]


def facts(found: list[Recommendation]) -> list[tuple[str, str, str | None, str]]:
    return [(g.code, g.name, g.indicator, g.text) for g in found]


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_that_carry_a_code_at_a_like_place_are_items(form: str) -> None:
    assert facts(given(items(form))) == wanted()


@pytest.mark.parametrize("form", UNDER)
def test_an_indicator_behind_the_code_is_none_of_the_advice(form: str) -> None:
    assert facts(given(items(form))) == wanted(under=True)


@pytest.mark.parametrize("form", [*FORMS, *UNDER])
def test_items_of_a_paper_without_places_are_read_alike(form: str) -> None:
    lines = [form.format(n=n, code=c, name=name, above=above, text=first + second)
             for n, (c, name, above, first, second) in enumerate(ITEMS, 1)]  # fmt: skip
    found = recommendations_of(rows("\n".join(line.strip(">|") for line in [*HEAD, *lines, *FOOT]))).given
    assert facts(list(found)) == wanted(under=form in UNDER)


def test_an_indicator_that_breaks_over_the_line_is_whole() -> None:
    lines = [">1. บัญชีข้อมูล (ตัวชี้วัดที่ 2.2) ในตัวชี้วัดด้านการขับเคลื่อนด้วย|", "ข้อมูล จัดทำบัญชีข้อมูลให้ครบทุกภารกิจหลัก",
             ">2. การเชื่อมต่อบริการที่ใช้ร่วมกันของหน่วยงาน (ตัวชี้วัด|", "ที่ 4.4) ในตัวชี้วัดด้านบริการและ|", "ความคุ้มค่า นำบริการขึ้นแอปพลิเคชันกลาง"]  # fmt: skip
    assert facts(given(lines)) == [
        ("2.2", "บัญชีข้อมูล", "ด้านการขับเคลื่อนด้วยข้อมูล", "จัดทำบัญชีข้อมูลให้ครบทุกภารกิจหลัก"),
        ("4.4", "การเชื่อมต่อบริการที่ใช้ร่วมกันของหน่วยงาน", "ด้านบริการและความคุ้มค่า", "นำบริการขึ้นแอปพลิเคชันกลาง"),
    ]


def test_the_first_paragraph_behind_them_is_the_papers() -> None:
    found = given([*items(FORMS[0]), ">สำนักงานจะติดตามผลการดำเนินการในรอบถัดไปและแจ้งให้ทราบ|", "เป็นระยะ"])
    assert facts(found) == wanted()


def test_a_survey_that_was_carried_out_is_no_report_of_what_was_done() -> None:
    head = [">สำนักงานได้ดำเนินการสำรวจเสร็จแล้ว และมีข้อเสนอแนะ ดังนี้"]
    assert facts(list(recommendations_of(laid([*head, *items(FORMS[0]), *FOOT])).given)) == wanted()


def test_advice_that_begins_with_a_word_for_it_needs_no_announcement() -> None:
    lines = [">แผนข้อมูล (ตัวชี้วัดที่ 1.1) ควรทบทวนแผนทุกต้นปีงบประมาณ", ">คลังข้อมูล (ตัวชี้วัดที่ 2.1) ควรจัดทำให้ครบทุกกองภายในปีนี้"]
    found = recommendations_of(laid(["ผลการประเมินมีดังนี้", *lines, *FOOT])).given
    assert [(g.code, g.name) for g in found] == [("1.1", "แผนข้อมูล"), ("2.1", "คลังข้อมูล")]


@pytest.mark.parametrize(
    "heads", [("2.1 กลุ่มตัวชี้วัดที่ควรเร่งพัฒนา", "2.2 กลุ่มตัวชี้วัดที่ดีเด่น"), ("ตัวชี้วัดที่ควรเร่งพัฒนา", "ตัวชี้วัดที่ควรรักษาระดับ")]
)
def test_headings_may_stand_between_the_items(heads: tuple[str, str]) -> None:
    lines = items(FORMS[0])
    after = ">สำนักงานจะติดตามผลการดำเนินการในรอบถัดไป"
    found = given([f">{heads[0]}", *lines[:2], f">{heads[1]}", *lines[2:], after])
    assert facts(found) == wanted()
    assert [str(g.group)[-12:] for g in found] == [heads[0][-12:], heads[1][-12:], heads[1][-12:]]


@pytest.mark.parametrize(
    "between",
    [
        [">คลาวด์สมมุติ (GDCC) ย้ายระบบขึ้นคลาวด์กลางภาครัฐโดยเริ่มจากระบบ|", "ที่หมดอายุ"],
        [">คลาวด์สมมุติ (ตัวชี้วัดที่ 6.l) ย้ายระบบขึ้นคลาวด์กลางภาครัฐ"],
    ],
)
def test_a_list_of_which_one_item_is_torn_is_not_read_short(between: list[str]) -> None:
    lines = items(FORMS[0])
    assert given([*lines[:2], *between, *lines[2:]]) == []


@pytest.mark.parametrize(
    "lines",
    [
        [">แผนข้อมูล (ตัวชี้วัดที่ 1.1) ได้คะแนนต่ำกว่าค่าเฉลี่ยของทุกหน่วยงาน", ">คลังข้อมูล (ตัวชี้วัดที่ 2.1) อยู่ในระดับดีเมื่อเทียบกับปีก่อน"],
        [">แผนข้อมูล (ตัวชี้วัดที่ 1.1) และคลังข้อมูลเป็นเรื่องที่ทำแล้ว", ">คลังข้อมูล (ตัวชี้วัดที่ 2.1) ซึ่งกรมได้ดำเนินการเสร็จสิ้นแล้ว"],
        [">แผนข้อมูล (ตัวชี้วัดที่ 1.1) ทบทวนแผนทุกต้นปีงบประมาณและแจ้งทุกกอง"],
        [">ผลการประเมินแผนข้อมูล (ตัวชี้วัดที่ 1.1) ทำให้เห็นทิศทางขององค์กรในปีหน้า", ">โดยคลังข้อมูล (ตัวชี้วัดที่ 2.1) สอดคล้องกับทิศทางนั้นเป็นอย่างมาก"],
        [">กรมได้ดำเนินการตามข้อเสนอแนะเพื่อการปรับปรุง ดังนี้", ">แผนข้อมูล (ตัวชี้วัดที่ 1.1) จัดทำแผนและประกาศให้ทุกกองทราบ",
         ">คลังข้อมูล (ตัวชี้วัดที่ 2.1) รวบรวมชุดข้อมูลจากทุกกองเข้าคลังกลาง"],
        [">แผนข้อมูล (ตัวชี้วัดที่ 1.1) วัดจากแผนที่ประกาศให้ทุกกองทราบ", ">คลังข้อมูล (ตัวชี้วัดที่ 2.1) หมายถึงที่รวบรวมชุดข้อมูลจากทุกกอง"],
        [">บริษัทสมมุติ (3.15) ส่งมอบงานตามสัญญาภายในกำหนดเวลา", ">บริษัทตัวอย่าง (2.80) ส่งมอบงานงวดสุดท้ายล่าช้ากว่ากำหนด"],
    ],
)  # fmt: skip
def test_sentences_that_cite_a_code_in_passing_are_no_items(lines: list[str]) -> None:
    assert given(lines) == []


def test_paragraphs_below_names_stay_the_advices() -> None:
    lines = [line for code, name, above, first, second in ITEMS
             for line in (f">- {name} (ตัวชี้วัดย่อย {code}) ในตัวชี้วัด{above}", f">{first}|", second)]  # fmt: skip
    assert facts(given(lines)) == wanted(under=True)

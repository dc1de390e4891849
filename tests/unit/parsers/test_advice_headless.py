"""A ruled table of advice without a head is told by its codes and by what stands beside them."""

import pytest

from workflow.parsers.fields.advice_headless import is_guessed
from workflow.parsers.fields.advice_over_pages import over_pages
from workflow.parsers.fields.advice_over_tables import groups_over
from workflow.parsers.fields.advice_table import recommendations_in
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, rows_of

SPOKEN = "กรมได้รับข้อเสนอแนะรวม ๓ ตัวชี้วัดย่อย ดังนี้"
TOLD = [
    ("1.1", "แผนสมมุติ", "ทบทวนแผนสมมุติทุกปีงบประมาณ"),
    ("2.3", "ข้อมูลสมมุติ", "จัดทำบัญชีข้อมูลสมมุติให้ครบถ้วน"),
    ("4.2", "บริการสมมุติ", "ให้ผู้ใช้จริงร่วมทดสอบระบบสมมุติ"),
]


def rows(*texts: str) -> list[Row]:
    return [row for n, text in enumerate(texts) for row in rows_of([Line(text, 1, n)])]


def read(*cells: tuple[str, ...], above: str = SPOKEN, page: int = 1) -> list[tuple[str, str, str]]:
    tables = over_pages([Table(page, cells)], rows(above))
    return [(given.code, given.name, given.text) for given in recommendations_in(tables)]


@pytest.mark.parametrize("lead", ["ข้อเสนอแนะ: ", "คำแนะนำ : ", "ข้อเสนอแนะจาก สมมุติ. : ", ""])
@pytest.mark.parametrize("item", ["ตัวชี้วัดย่อย {} {}", "{} {}", "- ตัวชี้วัดที่ {} {}", "๑. ตัวชี้วัดย่อย {} {}"])
def test_codes_and_names_beside_what_advises_need_no_head(item: str, lead: str) -> None:
    assert read(*((item.format(code, name), lead + text) for code, name, text in TOLD)) == TOLD


def test_code_and_name_may_stand_in_cells_of_their_own_behind_a_count() -> None:
    assert read(*((str(n), *told) for n, told in enumerate(TOLD, 1))) == TOLD


def test_the_indicator_in_brackets_and_the_group_across_the_columns_are_told() -> None:
    table = Table(1, (("๒. กลุ่มที่ควรพัฒนา", ""), ("ตัวชี้วัดย่อย ๒.๓ ข้อมูล (ตัวชี้วัดด้านสมมุติ)", "ข้อเสนอแนะ: ทบทวนข้อมูล")))
    (given,) = recommendations_in(over_pages([table]))
    assert (given.name, given.indicator, given.group) == ("ข้อมูล", "ด้านสมมุติ", "กลุ่มที่ควรพัฒนา")


def test_it_goes_on_over_the_page_with_its_torn_row() -> None:
    cells = [(f"ตัวชี้วัดย่อย {code} {name}", f"ข้อเสนอแนะ: {text}") for code, name, text in TOLD]
    torn = ("ของหน่วยงาน", "ภายในปีงบประมาณ")
    tables = [Table(1, tuple(cells[:2])), Table(2, (torn, cells[2]))]
    told = [(given.code, given.name, given.text) for given in recommendations_in(over_pages(tables))]
    assert told == [TOLD[0], ("2.3", TOLD[1][1] + torn[0], TOLD[1][2] + torn[1]), TOLD[2]]


@pytest.mark.parametrize(
    "beside",
    [
        ("กองสมมุติ", "สำนักสมมุติ", "กองสมมุติ"),  # who is to follow it
        ("61.25", "58.75", "70.00"),
        ("จัดทำแผนสมมุติฉบับใหม่เสร็จแล้ว", "อยู่ระหว่างจัดทำบัญชีข้อมูลทั้งหมด", "ให้ผู้ใช้จริงร่วมทดสอบแล้ว"),
        ("แผนสมมุติเป็นแผนที่ดีของหน่วยงาน", "ข้อมูลสมมุติเป็นข้อมูลที่ครบถ้วน", "บริการสมมุติเป็นบริการที่เร็ว"),
        ("3", "12", "15"),  # the pages of a list of contents
    ],
)
def test_what_stands_beside_codes_is_mostly_no_advice(beside: tuple[str, ...]) -> None:
    assert read(*((f"{code} {name}", cell) for (code, name, _), cell in zip(TOLD, beside, strict=True))) == []


def test_the_clauses_of_a_paper_that_speaks_of_no_advice_are_none() -> None:
    assert read(*((f"{code} {name}", text) for code, name, text in TOLD), above="ขอส่งแผนงานสมมุติ") == []


def test_a_table_under_a_head_of_another_kind_is_none() -> None:
    cells = ((f"{code} {name}", text) for code, name, text in TOLD)
    assert read(("กิจกรรม", "รายละเอียด"), *cells) == []


@pytest.mark.parametrize("head", [(), (("ตัวชี้วัดย่อย", "ข้อเสนอแนะ"),)], ids=["no head", "a head"])
def test_the_heading_above_the_second_table_of_a_page_is_its_own(head: tuple[tuple[str, str], ...]) -> None:
    cells = [(f"ตัวชี้วัดย่อย {code} {name}", f"ข้อเสนอแนะ: {text}") for code, name, text in TOLD]
    tables = [Table(1, (*head, *cells[:2])), Table(1, (*head, cells[2]))]
    texts = ["๑. กลุ่มที่ดีเด่น", *map("  ".join, head), *map("  ".join, cells[:2])]
    texts += ["๒. กลุ่มที่ควรพัฒนา", *map("  ".join, head), "  ".join(cells[2])]
    assert groups_over(tables, rows(*texts))[0] == ["กลุ่มที่ดีเด่น", "กลุ่มที่ควรพัฒนา"]


LONG = tuple((code, name, f"{text}ให้ครอบคลุมทุกหน่วยงานในสังกัดภายในปีงบประมาณ") for code, name, text in TOLD)
HEAD = ("รหัส", "ตัวชี้วัดย่อย")


@pytest.mark.parametrize(
    "head",
    [
        "สิ่งที่ สมมุติ. เสนอให้ดำเนินการ", "สิ่งที่ควรดำเนินการ", "สิ่งที่ต้องทำ", "เรื่องที่ขอให้เร่งแก้ไข", "การดำเนินการที่แนะนำ",
        "ข้อเสนอของผู้ประเมิน", "สมมุติ. แนะนำให้", "มาตรการที่เสนอ", "ผู้ประเมินเสนอให้หน่วยงานดำเนินการ", "ความเห็นของผู้ประเมิน",
        "ควรปรับปรุง", "ประเด็นที่ควรปรับปรุง",
    ],
)  # fmt: skip
def test_a_head_that_says_in_any_words_what_is_proposed_or_to_be_done_is_of_advice(head: str) -> None:
    assert read((*HEAD, head), *LONG, above="ผลการสำรวจสมมุติ") == list(LONG)
    assert not is_guessed(Table(1, ((*HEAD, head), *LONG)))


@pytest.mark.parametrize("head", ["", "ทิศทางต่อไป", "ข้อความ"])
def test_under_a_head_of_other_words_the_sentences_of_what_is_to_be_done_are_advice_to_be_checked(head: str) -> None:
    assert read((*HEAD, head), *LONG, above="ผลการสำรวจสมมุติ") == list(LONG)
    assert is_guessed(Table(1, ((*HEAD, head), *LONG)))


@pytest.mark.parametrize(
    "head", ["ผลการดำเนินการ", "คำอธิบาย", "สิ่งที่ดำเนินการแล้ว", "หน่วยงานที่ควรดำเนินการ", "การดำเนินการที่ผ่านมา", "หลักฐานที่ต้องส่ง"]
)
def test_what_was_done_or_is_meant_and_who_is_to_act_is_no_advice(head: str) -> None:
    assert read((*HEAD, head), *LONG, above="ผลการสำรวจสมมุติ") == []


@pytest.mark.parametrize("cells", [("✓", "", "✓"), ("61.25", "58.75", "70.00"), ("กองแผน", "กองคลัง", "สำนักงาน")])
def test_a_rating_below_a_head_of_what_should_be_better_is_no_advice(cells: tuple[str, ...]) -> None:
    rated = ((code, name, cell) for (code, name, _), cell in zip(TOLD, cells, strict=True))
    assert read((*HEAD, "ควรปรับปรุง"), *rated) == []


def test_a_short_advice_that_begins_with_who_gives_it_is_no_head() -> None:
    cells = (("แผนสมมุติ", "ขอให้จัดทำแผนใหม่"), ("ข้อมูลสมมุติ", "แนะนำให้จัดทำบัญชี"), ("บริการสมมุติ", "เสนอให้ทดสอบระบบ"))
    told = recommendations_in([Table(1, (("ตัวชี้วัดย่อย", "ข้อเสนอแนะ"), *cells))])
    assert [given.name for given in told] == [name for name, _ in cells]


def test_a_long_indicator_and_what_was_found_stand_beside_what_is_proposed() -> None:
    head = ("รหัส", "ตัวชี้วัดย่อย", "ตัวชี้วัด", "สภาพที่พบ", "ทิศทางต่อไป")
    over, seen = "โครงสร้างพื้นฐานและความมั่นคงปลอดภัยทางไซเบอร์สมมุติ", "ส่งข้อมูลด้วยมือและยังไม่มีผู้รับผิดชอบประจำในหน่วยงาน"
    table = Table(1, (head, *((code, name, over, seen, text) for code, name, text in LONG)))
    told = recommendations_in(over_pages([table], []))
    assert [(g.code, g.name, g.indicator, g.text) for g in told] == [(c, n, over, t) for c, n, t in LONG]

"""Below a list that Word numbers the paper's own text goes on, its first lines set in as above the list: no part of the last advice."""

from pathlib import Path

import pytest

from tests.unit.parsers.papers import rows
from tests.unit.parsers.test_files_docx import NUMBERING, numbered, paragraph
from tests.unit.parsers.test_files_docx import texts as written
from workflow.parsers.docx_file import read_docx
from workflow.parsers.fields.recommendations import recommendations_of
from workflow.parsers.rows import Row, flow, rows_of

INDENT = '<w:ind w:firstLine="1417"/>'
LEAD = "จึงขอให้หน่วยงานจัดทำแผนพัฒนาใน ๒ ตัวชี้วัดย่อยต่อไปนี้"
ITEMS = [
    f"ตัวชี้วัดย่อยที่ {n}.๑ แผนสมมุติ ในตัวชี้วัดนโยบายสมมุติ ข้อเสนอแนะ: {text}"
    for n, text in (("๒", "จัดอบรมเจ้าหน้าที่"), ("๔", "เชื่อมระบบกลาง"))
]
BEHIND = "แผนที่จัดทำแล้วนำเข้าที่ประชุมครั้งถัดไป"  # no word tells it from an advice
END = paragraph("จึงเรียนมาเพื่อโปรดพิจารณา", INDENT)
DATED = "ภายในวันที่ 26 ธันวาคม 2568"


def _rows(folder: Path, *body: str) -> list[Row]:
    written(folder, "".join(body), numbering=("numbering", NUMBERING))
    return rows_of(line for page in read_docx(folder / "a.docx").pages for line in page.lines)


def _advices(found: list[Row]) -> list[str]:
    return [advice.text for advice in recommendations_of(found).given]


def test_a_paragraph_set_as_the_text_above_the_list_is_none_of_it(tmp_path: Path) -> None:
    body = [paragraph(LEAD, INDENT), *map(numbered, ITEMS), paragraph(BEHIND, INDENT), END]
    assert _advices(_rows(tmp_path, *body)) == ["จัดอบรมเจ้าหน้าที่", "เชื่อมระบบกลาง"]


def test_a_paragraph_without_the_indent_of_the_text_is_the_advices_own(tmp_path: Path) -> None:
    body = [paragraph(LEAD, INDENT), *map(numbered, ITEMS), paragraph(BEHIND), END]
    assert _advices(_rows(tmp_path, *body))[-1] == f"เชื่อมระบบกลาง{BEHIND}"


def test_where_items_go_on_in_such_paragraphs_the_last_does_so_too(tmp_path: Path) -> None:
    inside = [part for item in ITEMS for part in (numbered(item), paragraph(BEHIND, INDENT))]
    found = _advices(_rows(tmp_path, paragraph(LEAD, INDENT), *inside, END))
    assert found == [f"จัดอบรมเจ้าหน้าที่ {BEHIND}", f"เชื่อมระบบกลาง {BEHIND}"]


def test_where_all_paragraphs_are_set_alike_the_words_alone_tell(tmp_path: Path) -> None:
    typed = [paragraph(f"{n}. {item}", INDENT) for n, item in enumerate(ITEMS, 1)]
    found = _advices(_rows(tmp_path, paragraph(LEAD, INDENT), *typed, paragraph(BEHIND, INDENT), END))
    assert found[-1] == f"เชื่อมระบบกลาง {BEHIND}"


def test_only_the_first_line_of_an_unnumbered_paragraph_that_is_set_in_opens_one(tmp_path: Path) -> None:
    broken = f"<w:p><w:pPr>{INDENT}</w:pPr><w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t></w:r></w:p>"
    told = [
        row.parts[0].opens for row in _rows(tmp_path, broken, numbered("ค"), paragraph("ง"), paragraph("จ", INDENT))
    ]
    assert told[0] is not None
    assert told == [told[0], None, None, None, told[0]]


def test_paragraphs_by_their_form_do_not_run_on_and_lines_ended_by_hand_do(tmp_path: Path) -> None:
    bold = "<w:p><w:r><w:rPr><w:bCs/></w:rPr><w:t>ข้อเท็จจริง</w:t></w:r></w:p>"
    body = [
        paragraph("ให้ทุกแห่งปรับ", INDENT),
        paragraph("ปรุงบริการ"),
        bold,
        paragraph("กรมได้คะแนน"),
        paragraph("ส่วนกอง", INDENT),
    ]
    assert flow(_rows(tmp_path, *body)) == "ให้ทุกแห่งปรับปรุงบริการ ข้อเท็จจริง กรมได้คะแนน ส่วนกอง"


@pytest.mark.parametrize(
    "asked", ["โดยส่งแผนมายังกองสมมุติ {}", "โดยให้จัดส่งแผนถึงกองสมมุติ {}", "ขอให้ทุกกองรายงานผลให้สำนักสมมุติทราบ {}", "ส่งแผนกลับ {}"]
)
def test_what_is_asked_back_by_a_day_of_this_year_is_no_advice(asked: str) -> None:
    text = "\n".join(
        [*(f"{n}) {item}" for n, item in enumerate(ITEMS, 1)), asked.format(DATED), "จึงเรียนมาเพื่อโปรดพิจารณา"]
    )
    assert _advices(rows(text)) == ["จัดอบรมเจ้าหน้าที่", "เชื่อมระบบกลาง"]


@pytest.mark.parametrize("own", ["โดยรายงานผลภายในวันที่ 30 กันยายนของทุกปี", "โดยเผยแพร่ข้อมูลผ่านเว็บไซต์"])
def test_what_is_to_be_done_every_year_is_the_advices_own(own: str) -> None:
    text = "\n".join([*(f"{n}) {item}" for n, item in enumerate(ITEMS, 1)), own, "จึงเรียนมาเพื่อโปรดพิจารณา"])
    assert _advices(rows(text))[-1] == f"เชื่อมระบบกลาง{own}"


@pytest.mark.parametrize(
    "told", ["ส่งเสริมให้หัวหน้าหน่วยงานเข้ารับการอบรม", "ขยายการเชื่อมต่อให้ครบทุกอำเภอ", "อบรมเจ้าหน้าที่ทุกคนปีละครั้ง"]
)
@pytest.mark.parametrize("part", ["(อยู่ภายใต้ตัวชี้วัดศักยภาพเจ้าหน้าที่ภาครัฐด้านดิจิทัลและการนำไปใช้สมมุติ)", "(ตัวชี้วัดสมมุติ)"])
def test_an_advice_behind_a_dash_begins_with_any_word_for_work(tmp_path: Path, told: str, part: str) -> None:
    listed = (("2.2", told), ("2.3", "จัดอบรมเครื่องมือพื้นฐาน"), ("6.1", "ปรับปรุงเครือข่ายของสำนักงาน"))
    body = [
        row
        for code, text in listed
        for row in (paragraph(f"ตัวชี้วัดย่อย {code} การเชื่อมต่อ/การสื่อสาร (Skill) {part}"), paragraph(f"- {text}"))
    ]
    assert _advices(_rows(tmp_path, paragraph("ข้อเสนอแนะของ สมม. มีดังนี้"), *body, END)) == [text for _, text in listed]

"""The external letter (หนังสือภายนอก, ข้อ ๑๑): its order, its places and its gaps."""

from dataclasses import replace
from pathlib import Path

import pytest

from memos import CATALOGUE
from tests.unit.templates.letters import ENCLOSURES, ONE_PAGE, REFERENCES, TWO_PAGES, letter, text
from tests.unit.templates.papers import FONTS, MEASURE, docx_letters, letters, pdf_letters
from workflow.core.document import Document
from workflow.templates.compose import compose
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.render import render
from workflow.templates.rows import Row

LETTERS = {"one page": ONE_PAGE, "two pages": TWO_PAGES}


def _rows(document: Document) -> list[tuple[float, Row]]:
    return [placed for page in lay_out(document, MEASURE, HOUSE) for placed in page.rows]


def _row(document: Document, words: str) -> tuple[float, Row]:
    """Return the first row that holds these words, and where it stands."""
    return next((y, row) for y, row in _rows(document) if any(words in text.text for text in row.texts))


@pytest.mark.parametrize("document", LETTERS.values(), ids=LETTERS)
def test_docx_and_pdf_of_a_letter_say_the_same_words(document: Document, tmp_path: Path) -> None:
    made = render(document, tmp_path, "paper", fonts=FONTS)
    said = pdf_letters(made.pdf, lay_out(document, MEASURE, HOUSE))
    assert docx_letters(made.docx) == said
    assert all(letters(line) in said for line in document.words().splitlines())


def test_the_fields_stand_in_the_order_of_the_regulation() -> None:
    first_words = [
        "ตย ๐๐๓๓", "ถนนตัวอย่าง", "๑๕ มกราคม", "เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "ข้อเสนอแนะจาก", "จึงเรียนมา",
        "ขอแสดงความนับถือ", "พล.ต.ต.", "(สมชาย", "รองผู้บัญชาการ", "สำนักงานเทคโนโลยี", "โทร.", "ไปรษณีย์อิเล็กทรอนิกส์", "สำเนาส่ง",
    ]  # fmt: skip
    said = "\n".join(" ".join(text.text for text in row.texts) for _, row in _rows(TWO_PAGES))
    places = [said.index(words) for words in first_words]
    assert places == sorted(places)


def test_the_number_stands_level_with_the_emblems_feet_and_the_agency_right_of_it() -> None:
    y, row = _row(ONE_PAGE, "ตย ๐๐๓๓")
    assert y < HOUSE.top + HOUSE.emblem_letter < y + row.height
    agency = row.texts[-1]
    assert (row.texts[0].x, agency.text) == (0, "สำนักงานตัวอย่างแห่งชาติ")
    assert agency.x > HOUSE.middle + HOUSE.emblem_letter / 2


def test_a_long_agency_is_broken_beside_the_emblem_never_under_it() -> None:
    long = replace(ONE_PAGE.head, unit="สำนักงานคณะกรรมการส่งเสริมการพัฒนาระบบราชการตัวอย่างแห่งชาติ (องค์การมหาชน)")
    lines = [t for _, row in _rows(replace(ONE_PAGE, head=long))[:3] for t in row.texts if t.x > HOUSE.middle]
    assert len(lines) >= 3
    assert all(t.x + MEASURE.width(t.text, t.size) <= HOUSE.width for t in lines)


def test_date_and_ending_begin_at_the_middle_of_the_paper() -> None:
    assert _row(ONE_PAGE, "๑๕ มกราคม ๒๕๖๙")[1].texts[0].x == HOUSE.middle
    assert _row(ONE_PAGE, "ขอแสดงความนับถือ")[1].texts[0].x == HOUSE.middle


def test_fields_stand_six_points_apart_the_ending_twelve_and_the_signature_four_lines() -> None:
    gaps = [_row(TWO_PAGES, words)[1].gap for words in ("๑๕ มกราคม", "เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "จึงเรียนมา")]
    assert gaps == [6.0] * 6
    ending, name = _row(TWO_PAGES, "ขอแสดงความนับถือ"), _row(TWO_PAGES, "(สมชาย")
    assert ending[1].gap == 12
    assert name[0] - (ending[0] + HOUSE.line) == pytest.approx(4 * HOUSE.line)


def test_several_references_are_numbered_and_hang_a_single_one_is_not() -> None:
    several = letter(text(1), references=3, enclosures=4)
    assert [t.text for _, row in _rows(several) for t in row.texts if t.text in {"๑.", "๒.", "๓.", "๔."}] == [
        *("๑.", "๒.", "๓."), *("๑.", "๒.", "๓.", "๔."),
    ]  # fmt: skip
    first = _row(several, REFERENCES[0][:20])[1].texts[-1].x
    assert _row(several, REFERENCES[1][:20])[1].texts[-1].x == first
    single = letter(text(1), references=1, enclosures=1)
    assert not [t for _, row in _rows(single) for t in row.texts if t.text == "๑."]
    assert _row(single, ENCLOSURES[0][:20])[1].texts[0].text == "สิ่งที่ส่งมาด้วย"


def test_a_letter_without_references_has_no_empty_labels() -> None:
    assert not [t for _, row in _rows(letter(text(1))) for t in row.texts if t.text in {"อ้างถึง", "สิ่งที่ส่งมาด้วย"}]


def test_a_case_becomes_a_letter_with_opening_ending_and_the_units_own_address_of_mail() -> None:
    memo = CATALOGUE["result-report"]
    case = replace(
        memo.sample(), agency="สำนักงานตัวอย่างแห่งชาติ", address=("ถนนตัวอย่าง 1",), references=("หนังสือ ที่ 1/2568",),
        copies_to=("หน่วย 2",),
    )  # fmt: skip
    document = compose(replace(memo, form="letter"), case)
    head = document.head
    assert (head.unit, head.address, head.opening) == ("สำนักงานตัวอย่างแห่งชาติ", ("ถนนตัวอย่าง ๑",), "เรียน")
    assert head.references == ("หนังสือ ที่ ๑/๒๕๖๘",)
    assert (document.ending, document.copies_to) == ("ขอแสดงความนับถือ", ("หน่วย ๒",))
    assert (document.owner, document.email) == (case.unit.name, case.unit.email)


def test_the_opening_and_ending_of_the_case_win() -> None:
    memo = CATALOGUE["result-report"]
    case = replace(memo.sample(), opening="กราบเรียน", ending="ขอแสดงความนับถืออย่างยิ่ง")
    document = compose(replace(memo, form="letter"), case)
    assert (document.head.opening, document.ending) == ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง")

"""What stands around the text of a bundle's pages and is none of it: numbers of the whole file, words to turn over, places to write in."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import codes, page
from workflow.core.reading import Finding
from workflow.parsers.binding.furniture import furniture
from workflow.parsers.bundle import Paper, papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.rows import catchword, is_furniture
from workflow.parsers.understand import understand

MEMO = "บันทึกข้อความ\nส่วนราชการ กองสมมุติ\nที่ สม ๐๑๐๒/๘๘\tวันที่ ๒ มิถุนายน ๒๕๖๓\nเรื่อง ส่งคำสั่ง\nเรียน อธิบดี\nด้วยกองสมมุติขอส่งคำสั่งและหนังสือมา"
SIGNED = "จึงเรียนมาเพื่อโปรดทราบ\n(นายเก่ง ตัวอย่างดี)\nผู้อำนวยการกองสมมุติ"
LETTER = (
    "ที่ ทส ๐๒๐๒/ว ๗๗\n\nกรมสมมุติ\n\n๑ กุมภาพันธ์ ๒๕๖๓\n\nเรื่อง แจ้งผล\nเรียน อธิบดีกรมตัวอย่าง\n{}\nด้วยกรมสมมุติขอแจ้งผลให้ทราบ\n"
    "จึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นางตัวอย่าง สมมุติดี)\nอธิบดีกรมสมมุติ"
)
CITED = "ที่ สม ๐๑๐๒/๘๘ ลงวันที่ ๒ มิถุนายน ๒๕๖๓"
NUMBERS = ["{}/{}", "หน้า {} จาก {}", "หน้าที่ {}/{}"]


def bound(*texts: str, form: str = "{}/{}") -> list[Paper]:
    return papers_of([page(f"{form.format(n, len(texts))}\n{text}", n) for n, text in enumerate(texts, 1)])


def found(papers: list[Paper]) -> list[Finding]:
    return run_checks(understand(papers), Context(tuple(papers)))


@pytest.mark.parametrize("form", NUMBERS)
def test_numbers_of_a_whole_bundle_make_no_page_of_a_paper_missing(form: str) -> None:
    papers = bound(MEMO, f"ทั้งนี้ ขอให้แจ้งกลับโดยเร็ว\n{SIGNED}", LETTER.format(""), form=form)
    assert [(paper.kind, paper.pages, paper.missing) for paper in papers] == [
        ("memo", (1, 2), ()),
        ("letter", (3,), ()),
    ]


@pytest.mark.parametrize("form", NUMBERS)
def test_numbers_of_one_paper_still_put_its_pages_in_order(form: str) -> None:
    texts = (MEMO, "ทั้งนี้ ขอให้แจ้งกลับโดยเร็ว", SIGNED)
    pages = [page(f"{form.format(n, 3)}\n{texts[n - 1]}", at) for at, n in enumerate((1, 3, 2), 1)]
    assert [paper.pages for paper in papers_of(pages)] == [(1, 3, 2)]


def test_a_page_taken_out_of_a_numbered_paper_is_still_missed() -> None:
    pages = [page(f"๑/๓\n{MEMO}", 1), page(f"๓/๓\n{SIGNED}", 2), page(LETTER.format(""), 3)]
    assert next(paper.missing for paper in papers_of(pages) if paper.kind == "memo") == (2,)


@pytest.mark.parametrize("text", ["(พลิก)", "( พลิกหน้าหลัง )", "โปรดพลิก", "กรุณาพลิกด้านหลัง", "(มีต่อด้านหลัง)", "[ต่อหน้าถัดไป]"])
def test_a_word_to_turn_over_is_no_text(text: str) -> None:
    assert is_furniture(Line(text, 1, 0))


@pytest.mark.parametrize("text", ["พลิก", "พลิกโฉมบริการ", "(พลิกโฉมบริการ)", "โปรดพลิกฟื้นระบบเดิม", "ต่อ"])
def test_a_sentence_that_begins_with_such_a_word_is_text(text: str) -> None:
    assert not is_furniture(Line(text, 1, 0))


def foot(text: str) -> str | None:
    """Return the catchword seen on a page with a line at the right of its foot."""
    lines = [
        Line("รายงานความก้าวหน้าประจำเดือนของหน่วยงาน", 1, n, (85, 60.0 + 20 * n, 520, 74.0 + 20 * n)) for n in range(5)
    ]
    lines.append(Line(text, 1, 5, (380, 300.0, 520, 314.0)))
    return furniture(lines, 595.0, 842.0).catchword


@pytest.mark.parametrize(
    "text", ["วันที่ ... /... /...", "วันที่......./......./.......", "ลงชื่อ ...............", "(ตำแหน่ง) ......"]
)
def test_a_place_to_write_in_announces_no_page(text: str) -> None:
    assert foot(text) is None


@pytest.mark.parametrize("text", ["/วันที่ ๕ มกราคม...", "วันที่ ๕ มกราคม...", "/ลงชื่อ...", "ทั้งนี้ ขอให้..."])
def test_a_catchword_still_does(text: str) -> None:
    assert foot(text) is not None and (not text.startswith("/") or catchword(text))


@pytest.mark.parametrize(
    "head",
    [
        f"สิ่งที่ส่งมาด้วย สำเนาบันทึกกองสมมุติ {CITED}",
        f"อ้างถึง บันทึกกองสมมุติ {CITED}\nสิ่งที่ส่งมาด้วย สำเนาหนังสือที่อ้างถึง",
    ],
)
def test_an_enclosure_that_is_a_paper_of_the_file_is_not_asked_for(head: str) -> None:
    assert "enclosure-absent" not in codes(LETTER.format(head), f"{MEMO}\n{SIGNED}")
    assert "enclosure-absent" in codes(LETTER.format(head), f"{MEMO}\n{SIGNED}".replace("/๘๘", "/๘๘๑"))


def test_one_enclosure_of_two_that_is_not_in_the_file_is_asked_for_alone() -> None:
    head = "สิ่งที่ส่งมาด้วย ๑. สำเนาบันทึก ที่ สม ๐๑๐๒/๘๘ ลงวันที่ ๒ มิถุนายน ๒๕๖๓\n๒. คู่มือการใช้งาน"
    papers = papers_of([page(LETTER.format(head), 1), page(f"{MEMO}\n{SIGNED}", 2)])
    (absent,) = [one for one in found(papers) if one.code == "enclosure-absent"]
    assert "๑ รายการ" in absent.message


HEADS = ("ลำดับ", "ตัวชี้วัดย่อย", "ชื่อ")
CODES = (("๑", "๑.๑", "กรอบข้อมูล"), ("๒", "๒.๔", "ชุดข้อมูล"), ("๓", "๓.๒", "ช่องทาง"))


def tabled(last: str, cells: tuple[str, ...]) -> Page:
    rows = ((*HEADS, last), *((*told, cell) for told, cell in zip(CODES, cells, strict=True)))
    title = Line("สรุปผลการสำรวจรายตัวชี้วัดย่อย ประจำปี ๒๕๖๓", 1, 0, (120, 60, 500, 74), 14.0)
    lines = [
        Line(cell, 1, n, (85.0 + 120 * m, 60 + 20.0 * n, 85 + 120 * m + 6.0 * len(cell), 74 + 20.0 * n), 14.0)
        for n, row in enumerate(rows, 1) for m, cell in enumerate(row)
    ]  # fmt: skip
    return replace(page("", 1), lines=(title, *lines), width=595.0, height=842.0, tables=(Table(1, rows),))


def test_codes_beside_their_advice_are_no_marks() -> None:
    (draft,) = understand(papers_of([tabled("ข้อเสนอแนะ", ("ควรประกาศใช้ทุกกอง", "ควรคัดเลือกชุดใหม่", "ควรรวมไว้ที่เดียว"))]))
    assert [one.code for one in draft.instrument.recommendations] == ["1.1", "2.4", "3.2"]
    assert not (draft.instrument.survey and draft.instrument.survey.indicators)


def test_marks_beside_such_codes_are_read() -> None:
    (draft,) = understand(papers_of([tabled("คะแนน", ("๖๑.๒๐", "๗๐.๓๕", "๕๕.๐๐"))]))
    assert draft.instrument.survey
    assert [row.score for row in draft.instrument.survey.indicators] == [61.2, 70.35, 55.0]

"""Binding: what scans do to heads, page numbers, catchwords and copies, one sign at a time."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import drafts, numbered, page, placed, rows
from tests.unit.parsers.test_bundle import LETTER, MEMO
from workflow.parsers.binding.opening import is_numbered, is_signature, opened
from workflow.parsers.binding.sheet import sheet_of
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import rows_of
from workflow.parsers.understand import understand

HEAD = "ที่ ตย ๐๑๐๑.๒/๓๔๕	วันที่ ๕ มีนาคม ๒๕๖๗\nเรื่อง รายงานผล\nเรียน อธิบดีกรมตัวอย่าง\n๑. เรื่องเดิม\nตามที่ได้รับแจ้ง"
ENDORSED = """ที่ ตย ๐๑๐๑/{number}
เรียน {to}
เพื่อโปรดทราบ และพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง แล้วรายงานผลภายในกำหนด
(นางสมมุติ ตัวอย่างดี)
ผู้อำนวยการกองตัวอย่าง
{day} มี.ค.๖๗
"""


def codes(*pages: Page) -> list[tuple[str, str | None]]:
    papers = papers_of(pages)
    return [(f.code, f.field) for f in run_checks(understand(papers), Context(tuple(papers)))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"ปนWกปอควม\nส่วนราชการ กองตัวอย่าง\n{HEAD}", "memo"),  # a stamp over the heading
        (f"๔\n๘ ๖\nสวนราซการ กองตัวอย่าง\n{HEAD}", "memo"),
        (f"บันทกขอความ\n{HEAD}", "memo"),
        ("ที ตย ๐๑๐๑/๒\n๕ มีนาคม ๒๕๖๗\nเรอง แจ้งผล\nเรียน อธิบดี", "letter"),
        ("ที่ ตย ๐๑๐๑/๒\nกรมตัวอย่าง\n(องค์การมหาชน)\n๕ มีนาคม ๒๕๖๗\nเรื่อง แจ้งผล\nเรียน อธิบดี", "letter"),
        ("ที่ ตย ๐๑๐๑/๒\nเรื่อง ขอเซิญประชุม\nเรียน อธิบดี", "invitation"),
        ("๒๖ ส.ค. ๖๓\nที่ ตย ๐๑๐๑๘๒\nเรียณ ผอ.ทุกสำนัก\nเพื่อทราบ", "endorsement"),  # a stamp's date above, the slash lost
        ("ที่ ตย ๐๑๐๑/๒\nถง กรมตัวอย่าง", "stamped"),
        ("คำสังกรมตัวอย่าง\nที่ ๑/๒๕๖๗\nเรื่อง แต่งตั้ง", "order"),
        ("เรียนรู้จากหน่วยงานอื่น\nเรื่องนี้ควรพิจารณาต่อไป", None),
    ],
)
def test_a_damaged_head_still_says_what_opens(text: str, kind: str | None) -> None:
    found = opened(rows(text))
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize("words", ["ประการสุดท้าย ตัวชี้วัดย่อยที่ ๖.๒ ภายใต้ตัวชี้วัด", "ประการที่สอง กรมควรทบทวนแผน", "ประกาย สมมุติ"])
@pytest.mark.parametrize("laid", [True, False], ids=["placed", "typed"])
def test_another_word_that_differs_by_a_letter_heads_no_order(words: str, laid: bool) -> None:
    if laid:
        assert (
            opened(rows_of(placed([(70, words), (0, "เทคโนโลยีดิจิทัลและการนำไปใช้ เห็นควรให้กรมสมมุติทดลองใช้")]).lines)) is None
        )
    else:
        assert words.startswith("ประกาย") or opened(rows(f"{words}\nเทคโนโลยีดิจิทัลและการนำไปใช้")) is None


@pytest.mark.parametrize(
    "words", ["ประกาศให้ทุกกองถือปฏิบัติเป็นแนวเดียวกันต่อไป และให้", "ระเบียบสำนักนายกรัฐมนตรี ว่าด้วยงานสารบรรณ ข้อ"]
)
def test_a_sentence_that_goes_on_over_the_page_with_such_a_word_heads_no_order(words: str) -> None:
    assert opened(rows_of(placed([(0, words), (0, "รายงานผลการดำเนินการ"), (60, "จึงเรียนมาเพื่อโปรดทราบ")]).lines)) is None


@pytest.mark.parametrize("title", ["ประกาศกรมสมมุติ", "คำสั่งกรมสมมุติ", "ระเบียบกรมสมมุติ", "คําสั่งกรมสมมุติ"])
def test_a_title_above_the_text_heads_an_order(title: str) -> None:
    text = [(150, title), (150, "ว่าด้วยการทดสอบ"), (60, "โดยที่เป็นการสมควรกำหนดหลักเกณฑ์การทดสอบของกรมสมมุติ จึง")]
    found = opened(rows_of(placed(text).lines))
    assert found is not None and found.kind == "order"


def test_a_kind_told_by_few_signs_is_a_doubt() -> None:
    assert ("low-confidence", "kind") in codes(page("ที่ ตย ๐๑๐๑/๒\nถง กรมตัวอย่าง\nข้อความ"))
    assert ("low-confidence", "kind") not in codes(page("ที่ ตย ๐๑๐๑/๒\nถึง กรมตัวอย่าง\nข้อความ"))


def test_a_paper_without_its_first_page_speaks_by_its_last_and_says_what_is_missing() -> None:
    (paper,) = papers_of([page(MEMO[3])])
    assert (paper.kind, paper.sure, paper.missing) == ("memo", False, (1, 2, 3))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("(นายสมมุติ ตัวอย่างกุล)", True),
        ("{ตร.สมมุติ ตัวอย่างกุล)", True),
        ("(องค์การมหาชน)", False),
        ("(เอกสารแนบ ๑)", False),
        ("(ตรา สพร.)", False),
        ("(ตราชู ตัวอย่าง)", True),
    ],
)
def test_a_signature_is_a_name_of_two_parts(text: str, named: bool) -> None:
    assert is_signature(rows(text)[0]) is named


def test_a_number_may_hold_brackets_among_its_digits() -> None:
    assert is_numbered(rows("ที่ ๐๐๒๔(ตย).๕/๒๒๑๐")[0])
    assert not is_numbered(rows("ที่ ๐๐๒๔.๕/๒๒๑๐ ลง ๕ มี.ค.๖๗")[0])


def test_a_catchword_without_slash_and_dots_is_known_by_its_place() -> None:
    first = [(71.0, f"ข้อความของหน้าแรกบรรทัดที่ {n} ซึ่งยาวพอสมควรตามที่พิมพ์ไว้ในบันทึก") for n in range(6)]
    head = [(0.0, text) for text in f"บันทึกข้อความ\nส่วนราชการ กองตัวอย่าง\n{HEAD}".split("\n")]
    opener = placed([*head, *first], 1)
    tail = Line("การทดสอบระบบ", 1, 90, (470.0, 780.0, 570.0, 794.0), 16.0)
    second = placed([(0.0, "การทดสอบระบบสำรองปีละสองครั้ง"), (0.0, "จึงเรียนมาเพื่อโปรดพิจารณา")], 2)
    (paper,) = papers_of([replace(opener, lines=(*opener.lines, tail)), second])
    assert paper.pages == (1, 2)
    assert "การทดสอบระบบ" not in [row.text for row in paper.rows]


def test_a_page_number_is_read_through_what_a_scan_loses() -> None:
    found = [sheet_of(page(f"{text}\nข้อความที่ต่อจากหน้าก่อน")).number for text in ("- ๒", "~๒-", "หนา ๒", "ทน้า ๒", "๒")]
    assert found == [2] * 5


def test_the_clearer_of_two_copies_is_kept() -> None:
    blurred = page(MEMO[1].replace("่", "").replace("ด", "ต"), 2)
    blurred = replace(blurred, lines=tuple(replace(line, confidence=0.8) for line in blurred.lines))
    (paper,) = papers_of([page(MEMO[0], 1), blurred, page(MEMO[1], 3), page(MEMO[2], 4), page(MEMO[3], 5)])
    assert (paper.pages, paper.doubles) == ((1, 3, 4, 5), (2,))


def test_one_letter_to_two_addressees_is_two_letters() -> None:
    second = LETTER[0].replace("ว ๗๗", "ว ๗๘").replace("เรียน อธิบดีกรมตัวอย่าง", "เรียน เลขาธิการสภาสมมุติ")
    papers = papers_of([page(LETTER[0], 1), page(LETTER[1], 2), page(second, 3), page(LETTER[1], 4)])
    assert [paper.pages for paper in papers] == [(1, 2), (3, 4)]


def test_an_endorsement_below_the_signature_of_its_host_is_a_paper_of_its_own() -> None:
    last = f"{MEMO[3]}\n{ENDORSED.format(number='๙๑', to='หัวหน้ากลุ่มทุกกลุ่ม', day='๗')}"
    host, below = papers_of([page(text, n) for n, text in enumerate((*MEMO[:3], last), 1)])
    assert (host.kind, host.pages, below.kind, below.pages) == ("memo", (1, 2, 3, 4), "endorsement", (4,))
    assert host.missing == () and not [row for row in host.rows if "กลุ่มทุกกลุ่ม" in row.text]


def test_two_endorsements_of_one_wording_are_two_and_one_read_twice_is_one() -> None:
    one = ENDORSED.format(number="๙๑", to="หัวหน้ากลุ่มทุกกลุ่ม", day="๗")
    other = ENDORSED.format(number="๖๘๒๑", to="หัวหน้ากลุ่มทุกกลุ่ม", day="๙")
    again = one.replace("๙๑", "๙๒").replace("ตัวอย่างดี", "ตัวอยางดี")
    assert [d.instrument.number for d in drafts(one + other)] == ["ตย 0101/91", "ตย 0101/6821"]
    assert [d.instrument.number for d in drafts(one + again)] == ["ตย 0101/91"]


def test_a_number_read_out_of_an_emblem_does_not_take_the_head_from_a_stamped_letter() -> None:
    (paper,) = papers_of([page("- ๔๔\nที่ ตย ๐๑๐๑/๒\nถึง กรมตัวอย่าง\nขอให้เร่งดำเนินการ")])
    assert paper.kind == "stamped"


def test_a_page_whose_place_rests_on_little_is_a_doubt() -> None:
    loose = numbered(page("ข้อความที่ไม่มีเลขหน้าและไม่มีใครเรียกหา\nแต่กล่าวถึงผลการสำรวจความพร้อม"), 3)
    first = page(MEMO[0].replace("/- ตัวชี้วัดย่อย ๑.๒...", ""), 1)
    stamped = page("ที่ ตย ๐๑๐๑/๒\nถึง กรมตัวอย่าง\nขอให้เร่งดำเนินการ", 2)
    assert ("low-confidence", "pages") in codes(first, stamped, loose)


def test_an_order_on_a_page_of_its_own_belongs_to_the_memo_that_ended_before_it() -> None:
    ordered = "- ๕ -\n- ทราบ\n- เห็นชอบ\n- ให้เวียนแจ้งทุกหน่วยในสังกัด\n(นางสมมุติ ทดสอบกุล)\nอธิบดีกรมตัวอย่าง\n๒๓ พ.ย. ๖๔"
    (paper,) = papers_of([page(text, n) for n, text in enumerate((*MEMO, ordered), 1)])
    assert paper.pages == (1, 2, 3, 4, 5)

"""A page headed by the number of a letter, or told of in it, goes on with that letter below its signature."""

from dataclasses import replace

import pytest

from tests.unit.parsers.papers import codes, drafts, page
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.understand import understand

LETTER = """ที่ สพร ๒๕๖๖/ว ๓๙๐๔
๑๘ ธันวาคม ๒๕๖๖
เรื่อง ผลการสำรวจระดับความพร้อม
เรียน อธิบดีกรมสมมุติ
สพร. ขอแจ้งผลการสำรวจ{told}
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
(นายสมมุติ ทดสอบกุล)
ผู้อำนวยการสำนักงาน"""
ADVICE = """ตัวชี้วัดย่อย ๔.๑ สัดส่วนบริการดิจิทัล
ควรเพิ่มบริการที่ทำได้จนจบผ่านระบบออนไลน์
ตัวชี้วัดย่อย ๖.๑ ความมั่นคงปลอดภัย
ควรทดสอบระบบทุกปี
ตัวชี้วัดย่อย ๖.๒ ความพร้อมของเครือข่าย
ควรสำรองเครือข่ายไว้สองทาง"""
MEMO = """บันทึกข้อความ
ส่วนราชการ กองแผน กรมสมมุติ
ที่ กต ๐๑๐๑/๑๒ วันที่ ๓ มกราคม ๒๕๖๗
เรื่อง ผลการสำรวจ
เรียน อธิบดี
ด้วย สพร. แจ้งผลการสำรวจ รายละเอียดปรากฏ"""
REST = """ข้อเสนอแนะท้ายหนังสือ ที่ สพร ๒๕๖๖/ว ๓๙๐๔
ซึ่งกองแผนพิจารณาแล้วเห็นว่าควรทดสอบระบบทุกปี
จึงเรียนมาเพื่อโปรดพิจารณา
(นายสมชาย ใจดี)
ผู้อำนวยการกองแผน"""


def pages_of(*texts: str) -> list[tuple[int, ...]]:
    return [paper.pages for paper in papers_of([page(text, n) for n, text in enumerate(texts, 1)])]


@pytest.mark.parametrize(
    "heading",
    [
        "ข้อเสนอแนะท้ายหนังสือ ที่ สพร ๒๕๖๖/ว ๓๙๐๔",
        "(เอกสารแนบท้ายหนังสือ สพร. ที่ สพร ๒๕๖๖/ว๓๙๐๔ ลงวันที่ ๑๘ ธันวาคม ๒๕๖๖)",
        "สำนักงานสมมุติ\nรายละเอียดท้ายหนังสือสำนักงานสมมุติ\nที่ สพร ๒๕๖๖/ว ๓๙๐๔ ลงวันที่ ๑๘ ธันวาคม ๒๕๖๖",
    ],
)
def test_a_page_headed_by_a_letters_number_is_its_annex(heading: str) -> None:
    letter, annex = LETTER.format(told=""), f"{heading}\n{ADVICE}"
    (draft,) = drafts(letter, annex)
    assert [given.code for given in draft.instrument.recommendations] == ["4.1", "6.1", "6.2"]
    assert draft.instrument.signatory and draft.instrument.signatory.name == "สมมุติ ทดสอบกุล"
    assert pages_of(letter, annex, ADVICE.replace("๔.๑", "๗.๑").replace("๖.", "๘.")) == [(1, 2, 3)]
    assert "page-order-doubtful" not in codes(letter, annex)


def test_an_annex_finds_its_letter_behind_another_paper() -> None:
    other = LETTER.format(told="").replace("๓๙๐๔", "๑๑๑๑").replace("ผลการสำรวจ", "ขอเชิญประชุม")
    annex = f"ข้อเสนอแนะท้ายหนังสือ ที่ สพร ๒๕๖๖/ว ๓๙๐๔\n{ADVICE}"
    assert pages_of(LETTER.format(told=""), other, annex) == [(1, 3), (2,)]


@pytest.mark.parametrize("told", [" และข้อเสนอแนะไว้ท้ายหนังสือนี้แล้ว", " ดังปรากฏท้ายหนังสือฉบับนี้"])
def test_a_page_beside_a_letter_that_tells_of_its_annex_is_that(told: str) -> None:
    assert pages_of(LETTER.format(told=told), ADVICE) == [(1, 2)]


def test_a_page_that_nothing_tells_of_is_apart() -> None:
    assert pages_of(LETTER.format(told=""), ADVICE) == [(1,), (2,)]
    assert pages_of(LETTER.format(told=""), f"ข้อเสนอแนะท้ายหนังสือ ที่ สพร ๒๕๖๖/ว ๑๑๑๑\n{ADVICE}") == [(1,), (2,)]


def test_a_memo_whose_next_page_begins_with_the_letter_it_cites_goes_on() -> None:
    assert pages_of(MEMO, REST, LETTER.format(told="")) == [(1, 2), (3,)]
    assert pages_of(LETTER.format(told=" ท้ายหนังสือนี้"), MEMO, REST) == [(1,), (2, 3)]


@pytest.mark.parametrize("told", ["ปรากฏในหน้าถัดไป", "ปรากฏในหน้า\nถัดไป", "ตามรายละเอียดด้านหลังหนังสือ", "ดังหน้า ๒"])
@pytest.mark.parametrize("top", ["- ๒ -\n", "", "คะแนนรายตัวชี้วัดของกรมสมมุติ\n"])
def test_a_page_told_of_in_the_letter_goes_on_below_its_signature(told: str, top: str) -> None:
    assert pages_of(LETTER.format(told=f" รายละเอียด{told}"), f"{top}{ADVICE}") == [(1, 2)]


@pytest.mark.parametrize("told", ["", " เมื่อพิจารณาหน้าที่ของหน่วยงาน"])
def test_one_told_of_nowhere_does_not(told: str) -> None:
    assert pages_of(LETTER.format(told=told), f"- ๒ -\n{ADVICE}") == [(1,), (2,)]


HEADED = f"สิ่งที่ส่งมาด้วย ๒\nข้อเสนอแนะรายตัวชี้วัดย่อย\nกรมสมมุติ\n{ADVICE}"
LED = HEADED.replace("ควร", "ข้อเสนอแนะ: ควร")
TOLD_OF = LETTER.format(told=" รายละเอียดตามสิ่งที่ส่งมาด้วย").replace("เรียน", "สิ่งที่ส่งมาด้วย ข้อเสนอแนะรายตัวชี้วัดย่อย\nเรียน")


def fields(*texts: str, recognised: bool = False) -> list[tuple[str, str | None]]:
    """Return severity and field of what is said of the papers whose kind no head tells."""
    pages = [page(text, n) for n, text in enumerate(texts, 1)]
    sure = 0.99 if recognised else 1.0
    papers = tuple(
        papers_of([replace(p, lines=tuple(replace(line, confidence=sure) for line in p.lines)) for p in pages])
    )
    told = understand(papers)
    unknown = [n for n, paper in enumerate(papers) if paper.kind == "unknown"]
    return [(f.severity, f.field) for f in run_checks(told, Context(papers)) if f.instrument in unknown]


@pytest.mark.parametrize("annex", [HEADED, LED, LED.replace("สิ่งที่ส่งมาด้วย ๒\n", "")])
def test_an_annex_lacks_no_head_of_a_letter(annex: str) -> None:
    assert [draft.instrument.kind for draft in understand(papers_of([page(annex)]))] == ["table"]
    assert fields(TOLD_OF, annex) == fields(annex) == [("info", "kind")]


def test_a_page_that_a_head_may_have_been_missed_on_is_doubted_in_every_field() -> None:
    bare = LED.replace("สิ่งที่ส่งมาด้วย ๒\n", "")
    assert ("warning", "number") in fields(bare, recognised=True)
    assert ("warning", "number") in fields(f"{HEADED}\n(นายสมมุติ ทดสอบกุล)\nผู้อำนวยการสำนักงาน")
    assert ("warning", "number") in fields(HEADED.replace("กรมสมมุติ", "เรื่อง ผลการสำรวจระดับความพร้อม"))
    assert ("warning", "number") in fields("สิ่งที่ปรากฏ\nข้อความที่ไม่มีหัวและไม่มีท้าย")

"""The order on a memo may stand on the page behind it, below the opinion that sent it up and above what is endorsed further."""

from datetime import date

import pytest

from tests.unit.parsers.papers import drafts, page
from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.page import Line, Page
from workflow.parsers.understand import understand

MEMO = """บันทึกข้อความ
หน่วยงาน กองทดลอง
ที่ สม ๐๑๐๑/๑๕\tวันที่ ๓ มีนาคม ๒๕๖๘
เรื่อง ขอรายงานผลการทดลอง
เรียน {to}
กองทดลองได้รับแจ้งผลการทดลองจากสำนักงานตัวอย่างแล้ว
จึงเรียนมาเพื่อโปรดพิจารณา
(นายหนึ่ง ทดสอบกุล)
ผู้อำนวยการกองทดลอง"""
OPINION = ("เรียน {to}", "{purpose}", "(นางสอง ทดสอบกุล)", "รองผู้ว่าการสมมุติ", "๔ มี.ค. ๖๘")
ORDER = ("- ทราบ", "- ให้กองทดลองแจ้งทุกกอง", "(นายสาม ทดสอบกุล)", "ผู้ว่าการองค์การสมมุติ", "๕ มี.ค. ๖๘")
NOTE = """ที่ สม ๐๑๐๑/๒๒
เรียน ผู้อำนวยการกองช่าง
เพื่อทราบและดำเนินการ
(นายหนึ่ง ทดสอบกุล)
ผู้อำนวยการกองทดลอง
๖ มี.ค. ๖๘"""
ORDERED = (("ทราบ", "ให้กองทดลองแจ้งทุกกอง"), "สาม ทดสอบกุล", date(2025, 3, 5))


def _opinion(to: str, purpose: str) -> str:
    return "\n".join(OPINION).format(to=to, purpose=purpose)


def _ordered(memo: Instrument) -> tuple[object, ...]:
    order = memo.order
    return (order.text, order.signatory and order.signatory.name, order.date) if order else ()


def _read(to: str, behind: str) -> list[Instrument]:
    return [draft.instrument for draft in drafts(MEMO.format(to=to), behind)]


@pytest.mark.parametrize(
    ("to", "dear", "purpose"),
    [
        ("ผวก.", "ผวก.", "เพื่อโปรดทราบ"), ("ผู้ว่าการองค์การสมมุติ", "ผวก.", "เพื่อโปรดทราบ"), ("ผวก.", "ผู้ว่าการ", "เพื่อโปรดพิจารณาสั่งการ"),
        ("ผวก. ผ่าน รวก.", "ผู้ว่าการ", "เพื่อโปรดทราบ เห็นสมควรดำเนินการตามเสนอ"),
    ],
)  # fmt: skip
def test_an_order_below_an_opinion_on_the_page_behind_a_memo_is_the_memos(to: str, dear: str, purpose: str) -> None:
    memo, opinion, note = _read(to, "\n".join((_opinion(dear, purpose), *ORDER, NOTE)))
    assert (_ordered(memo), memo.pages) == (ORDERED, (1, 2))
    assert (opinion.date, opinion.to, opinion.signatory and opinion.signatory.name) == (
        date(2025, 3, 4), (dear,), "สอง ทดสอบกุล",
    )  # fmt: skip
    assert (note.number, note.pages) == ("สม 0101/22", (2,))


def test_the_page_behind_may_bear_the_memos_next_number() -> None:
    memo, opinion, note = _read("ผวก.", "\n".join(("- ๒ -", _opinion("ผวก.", "เพื่อโปรดทราบ"), *ORDER, NOTE)))
    assert (_ordered(memo), memo.pages, memo.missing_pages) == (ORDERED, (1, 2), ())
    assert (opinion.date, note.number, opinion.missing_pages) == (date(2025, 3, 4), "สม 0101/22", ())


@pytest.mark.parametrize("called", ["บันทึกสั่งการ", "ข้อสั่งการ", "คำสั่งผู้ว่าการองค์การสมมุติ"])
def test_an_order_on_top_of_the_memos_next_page_is_the_memos_whatever_it_is_called(called: str) -> None:
    memo, note = _read("ผู้ว่าการองค์การสมมุติ", "\n".join(("- ๒ -", called, *ORDER, NOTE)))
    assert (_ordered(memo), memo.pages, memo.missing_pages) == (ORDERED, (1, 2), ())
    assert (note.number, note.pages) == ("สม 0101/22", (2,))


def test_the_opinion_keeps_its_day_before_the_order() -> None:
    behind = "\n".join((_opinion("ผวก.", "เพื่อโปรดทราบ"), *ORDER, NOTE))
    papers = papers_of([page(MEMO.format(to="ผวก."), 1), page(behind, 2)])
    read = understand(papers)
    assert not [f for f in run_checks(read, Context(tuple(papers))) if f.code == "date-before-cause"]
    assert read[1].instrument.date == date(2025, 3, 4)


def test_what_is_ordered_on_an_endorsement_is_not_on_the_memo() -> None:
    further = _opinion("ผู้อำนวยการกองช่าง", "เพื่อโปรดพิจารณา")
    told = ("- ทราบ", "(นายสี่ ทดสอบกุล)", "ผู้อำนวยการกองช่าง", "๗ มี.ค. ๖๘")
    assert _read("ผวก.", "\n".join((NOTE, further, *told)))[0].order is None
    assert _read("ผวก.", "\n".join((_opinion("ผู้อำนวยการกองช่าง", "เพื่อทราบ"), *told)))[0].order is None
    given = MEMO.format(to="ผวก.") + "\n" + "\n".join(ORDER)
    memo = drafts(given, "\n".join((further, *told)))[0].instrument
    assert (_ordered(memo), memo.pages) == (ORDERED, (1,))


def _beside(left: tuple[str, ...], right: tuple[str, ...], lower: float) -> list[Instrument]:
    placed = [(85.0, 60 + 18.0 * n, text) for n, text in enumerate(left)]
    placed += [(330.0, 60 + lower + 18.0 * n, text) for n, text in enumerate(right)]
    placed += [(85.0, 300 + 18.0 * n, text) for n, text in enumerate(NOTE.split("\n"))]
    tops = sorted({top for _, top, _ in placed})
    lines = [Line(t, 2, tops.index(top), (x, top, x + 5 * len(t), top + 14), 16.0) for x, top, t in placed]
    behind = Page(2, tuple(sorted(lines, key=lambda line: line.row)), 595.0, 842.0)
    return [d.instrument for d in understand(papers_of([page(MEMO.format(to="ผวก."), 1), behind]))]


@pytest.mark.parametrize("lower", [0.0, 8.0])
@pytest.mark.parametrize("turned", [1, -1])
def test_an_opinion_and_the_order_beside_it_on_top_of_the_page_are_told_apart(lower: float, turned: int) -> None:
    opinion = tuple(_opinion("ผวก.", "เพื่อโปรดทราบ").split("\n"))
    left, right = (opinion, ORDER)[::turned]
    memo, noted, note = _beside(left, right, lower)
    assert (_ordered(memo), memo.pages) == (ORDERED, (1, 2))
    assert (noted.date, noted.to, note.number) == (date(2025, 3, 4), ("ผวก.",), "สม 0101/22")


def test_an_order_right_of_a_note_and_below_it_is_on_what_the_note_sent_up() -> None:
    noted = tuple(_opinion("ผู้อำนวยการกองช่าง", "เพื่อทราบ").split("\n"))
    told = ("- ทราบ", "(นายสี่ ทดสอบกุล)", "ผู้อำนวยการกองช่าง", "๗ มี.ค. ๖๘")
    memo, opinion, note = _beside(noted, told, 18.0 * len(noted))
    assert (memo.pages, memo.order, opinion.date, note.number) == ((1,), None, date(2025, 3, 4), "สม 0101/22")

"""Two endorsements side by side below one memo: each is read down its own column."""

from collections.abc import Sequence
from datetime import date

import pytest

from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.checks import Context, run_checks
from workflow.parsers.page import Line, Page
from workflow.parsers.understand import understand

LEFT, RIGHT = 85.0, 320.0
MEMO = (
    "บันทึกข้อความ", "ส่วนราชการ กองคลังสมมุติ", "ที่ สม ๐๑๐๒/๘๘ วันที่ ๒ มิถุนายน ๒๕๖๘", "เรื่อง ขออนุมัติยืมพัสดุ", "เรียน เลขาธิการสมมุติ",
    "กองคลังขอยืมเครื่องพิมพ์หนึ่งเครื่อง", "จึงเรียนมาเพื่อโปรดพิจารณา", "(นายเก่ง ตัวอย่างดี)", "ผู้อำนวยการกองคลังสมมุติ",
)  # fmt: skip
BESIDE = (
    ("ที่ สม ๐๑๐๑/๙๐", "ที่ สม ๐๑๐๕/๓๑"),
    ("เรียน ผู้อำนวยการสำนักพัสดุ", "เรียน หัวหน้าฝ่ายทะเบียน"),
    ("และอาคารสถานที่", "เพื่อทราบ และบันทึกในระบบ"),
    ("เพื่อโปรดดำเนินการ", "(นายกล้า สมมุติกุล)"),
    ("(นางแก้ว ใจดีงาม)", "ผู้อำนวยการสำนักพัสดุ"),
    ("หัวหน้าสำนักงานเลขาธิการ", "๙ มิ.ย. ๖๘"),
    ("๔ มิ.ย. ๖๘",),
)


def _read(rows: Sequence[Sequence[str]]) -> list[Instrument]:
    runs = [
        Line(text, 1, n, (x, 90 + 18.0 * n, x + 5 * len(text), 104 + 18.0 * n), 16.0)
        for n, row in enumerate(rows)
        for x, text in zip((LEFT, RIGHT), row, strict=False)
    ]
    return [d.instrument for d in understand(papers_of([Page(1, tuple(runs), 595.0, 842.0)]))]


def _facts(paper: Instrument) -> tuple[object, ...]:
    signer = paper.signatory
    return paper.kind, paper.number, paper.date, paper.to, signer and signer.name, signer and signer.position


def test_each_column_is_an_endorsement_of_its_own() -> None:
    memo, first, second = _read([*((text,) for text in MEMO), *BESIDE])
    assert (memo.kind, memo.number, memo.signatory and memo.signatory.name) == ("memo", "สม 0102/88", "เก่ง ตัวอย่างดี")
    assert _facts(first) == (
        "endorsement", "สม 0101/90", date(2025, 6, 4), ("ผู้อำนวยการสำนักพัสดุและอาคารสถานที่",), "แก้ว ใจดีงาม", "หัวหน้าสำนักงานเลขาธิการ",
    )  # fmt: skip
    assert _facts(second) == (
        "endorsement", "สม 0105/31", date(2025, 6, 9), ("หัวหน้าฝ่ายทะเบียน",), "กล้า สมมุติกุล", "ผู้อำนวยการสำนักพัสดุ",
    )  # fmt: skip


def test_one_endorsement_with_its_date_beside_the_number_stays_whole() -> None:
    _, only = _read(
        [*((text,) for text in MEMO), ("ที่ สม ๐๑๐๑/๙๐", "๔ มิ.ย. ๖๘"), *((left,) for left, *_ in BESIDE[1:-1])]
    )
    assert (only.kind, only.number, only.date) == ("endorsement", "สม 0101/90", date(2025, 6, 4))


def test_columns_on_a_page_of_their_own_need_no_signature_above_them() -> None:
    below = (
        ("ที่ สม ๐๕๑๘/๓๓",),
        ("เรียน นายกเทศมนตรีเมืองสมมุติ",),
        ("เพื่อทราบ",),
        ("(นายคม สมมุติ)",),
        ("นายอำเภอสมมุติ",),
        ("๑๙ มิ.ย. ๖๘",),
    )
    found = _read([*BESIDE, *below])
    assert [paper.number for paper in found] == ["สม 0101/90", "สม 0105/31", "สม 0518/33"]
    assert found[2].to == ("นายกเทศมนตรีเมืองสมมุติ",)


def _at(x: float, n: int, text: str) -> Line:
    return Line(text, 1, n, (x, 90 + 18.0 * n, x + 5 * len(text), 104 + 18.0 * n), 16.0)


def _numbers(lines: Sequence[Line]) -> list[tuple[str | None, str | None]]:
    page = Page(1, tuple(lines), 595.0, 842.0)
    papers = [d.instrument for d in understand(papers_of([page]))]
    return [(paper.number, paper.signatory.name if paper.signatory else None) for paper in papers]


def _columns(start: int, left: str, right: str) -> list[Line]:
    """Two short endorsements side by side from row `start` on."""
    who = "ต้น" if start == 0 else "ปลาย"
    rows = [
        (f"ที่ {left}", f"ที่ {right}"), ("เรียน ปลัดจังหวัดสมมุติ", "เรียน นายอำเภอสมมุติ"), ("เพื่อโปรดทราบ", "เพื่อทราบ"),
        (f"(นายซ้าย{who} ใจดี)", f"(นายขวา{who} ใจงาม)"), ("๔ มิ.ย. ๖๘", "๕ มิ.ย. ๖๘"),
    ]  # fmt: skip
    return [_at(x, start + n, text) for n, row in enumerate(rows) for x, text in zip((LEFT, RIGHT), row, strict=True)]


def test_a_short_one_below_two_columns_is_signed_on_the_right_and_still_one() -> None:
    third = [_at(LEFT, 6, "ที่ สม ๐๕๑๘/๓๓"), _at(LEFT, 7, "เรียน นายกเทศมนตรีสมมุติ"), _at(LEFT + 60, 8, "เพื่อทราบ"),
             _at(RIGHT + 20, 9, "(นายคม สมมุติ)"), _at(RIGHT + 20, 10, "นายอำเภอสมมุติ")]  # fmt: skip
    found = _numbers([*_columns(0, "สม ๐๑๐๑/๙๐", "สม ๐๑๐๕/๓๑"), *third])
    assert [number for number, _ in found] == ["สม 0101/90", "สม 0105/31", "สม 0518/33"]
    assert found[2][1] == "คม สมมุติ"


def test_two_pairs_of_columns_are_read_pair_by_pair() -> None:
    found = _numbers([*_columns(0, "สม ๐๑๐๑/๙๐", "สม ๐๑๐๕/๓๑"), *_columns(6, "สม ๐๒๐๑/๔๑", "สม ๐๒๐๒/๔๒")])
    assert [number for number, _ in found] == ["สม 0101/90", "สม 0105/31", "สม 0201/41", "สม 0202/42"]


def test_columns_are_told_by_their_greetings_when_one_number_is_torn() -> None:
    found = _numbers(_columns(0, "สม ๐๑๐๑/๙๐", "ส~ ๐๑๐ค ๓"))
    assert [name for _, name in found] == ["ซ้ายต้น ใจดี", "ขวาต้น ใจงาม"]


def _tight(n: int, left: str, right: str) -> Line:
    """Return a row of two columns whose gap is no wider than the spaces of a line."""
    pieces = (_at(LEFT, n, left), _at(RIGHT, n, right))
    boxes = [piece.box for piece in pieces if piece.box]
    whole = (boxes[0][0], boxes[0][1], boxes[1][2], boxes[1][3])
    return Line(f"{left} {right}", 1, n, whole, 16.0, pieces=pieces)


def _known(lines: Sequence[Line]) -> list[Instrument]:
    return [d.instrument for d in understand(papers_of([Page(1, tuple(lines), 595.0, 842.0)]))]


def test_a_line_that_reaches_the_next_column_is_cut_where_that_begins() -> None:
    cites = "เพื่อโปรดทราบ ตามหนังสือ ที่ สม ๐๑๐๒/๘๘ ลง"
    lines = [
        *(_at(LEFT, 0, "ที่ สม ๐๑๐๑/๙๐"), _at(RIGHT, 0, "ที่ สม ๐๑๐๕/๓๑")),
        _tight(1, "เรียน ผู้อำนวยการศูนย์เทคโนโลยีและการ", "เรียน หัวหน้าฝ่ายทะเบียน"),
        _tight(2, "สื่อสาร", cites),
        _tight(3, cites, "วันที่ ๒ มิถุนายน ๒๕๖๘"),
        *(_at(LEFT, 4, "วันที่ ๒ มิถุนายน ๒๕๖๘"), _at(RIGHT, 4, "(นายกล้า สมมุติกุล)")),
        *(_at(LEFT, 5, "(นางแก้ว ใจดีงาม)"), _at(RIGHT, 5, "ผู้อำนวยการสำนักพัสดุ")),
        *(_at(LEFT, 6, "๔ มิ.ย. ๖๘"), _at(RIGHT, 6, "๙ มิ.ย. ๖๘")),
    ]
    first, second = _known(lines)
    assert (first.to, first.date) == (("ผู้อำนวยการศูนย์เทคโนโลยีและการสื่อสาร",), date(2025, 6, 4))
    assert (second.to, second.date) == (("หัวหน้าฝ่ายทะเบียน",), date(2025, 6, 9))
    for paper in (first, second):
        assert [(cited.number, cited.date) for cited in paper.references] == [("สม 0102/88", date(2025, 6, 2))]


LETTER = (
    "ที่ สม ๐๑๐๒/๘๘", "๒ มิถุนายน ๒๕๖๘", "เรื่อง ขอส่งแบบสำรวจ", "เรียน เลขาธิการสมมุติ", "กองคลังขอส่งแบบสำรวจมาพร้อมนี้",
    "จึงเรียนมาเพื่อโปรดทราบ", "ขอแสดงความนับถือ", "(นายเก่ง ตัวอย่างดี)", "อธิบดีกรมสมมุติ",
)  # fmt: skip


def test_notes_without_a_number_side_by_side_below_a_letter_are_two() -> None:
    letter, first, second = _read([*((text,) for text in LETTER), *BESIDE[1:]])
    assert letter.kind == "letter"
    assert _facts(first) == (
        "endorsement", None, date(2025, 6, 4), ("ผู้อำนวยการสำนักพัสดุและอาคารสถานที่",), "แก้ว ใจดีงาม", "หัวหน้าสำนักงานเลขาธิการ",
    )  # fmt: skip
    assert _facts(second) == (
        "endorsement", None, date(2025, 6, 9), ("หัวหน้าฝ่ายทะเบียน",), "กล้า สมมุติกุล", "ผู้อำนวยการสำนักพัสดุ",
    )  # fmt: skip


ORDERED = ("- อนุมัติ", "- แจ้งทุกกองดำเนินการ", "(นายเจษ สมมุติ)", "เลขาธิการสมมุติ", "๑๐ มิ.ย. ๖๘")
NOTE = ("เรียน เลขาธิการ", "เพื่อโปรดพิจารณา เห็นควรดำเนินการตามที่", "กองคลังสมมุติเสนอ", "(นายวิรัช ดีงาม)", "รองเลขาธิการสมมุติ", "๙ มิ.ย. ๖๘")  # fmt: skip


def _beside(left: Sequence[str], right: Sequence[str], *, lower: int = 0) -> list[Instrument]:
    """Read the memo with a note below it on the left, and another text beside it, `lower` rows farther down."""
    below = len(MEMO) + 1
    lines = [_at(LEFT, n, text) for n, text in enumerate(MEMO)]
    lines += [_at(LEFT + 28 * (n in {1, 3, 4, 5}), below + n, text) for n, text in enumerate(left)]
    lines += [_at(RIGHT, below + lower + n, text) for n, text in enumerate(right)]
    page = Page(1, tuple(sorted(lines, key=lambda line: line.row)), 595.0, 842.0)
    return [d.instrument for d in understand(papers_of([page]))]


@pytest.mark.parametrize("lower", [0, 1, 2])
def test_a_note_beside_the_order_is_an_endorsement_and_the_order_is_the_memos(lower: int) -> None:
    memo, note = _beside(NOTE, ORDERED, lower=lower)
    assert memo.order and memo.order.signatory
    assert (memo.order.text, memo.order.date) == (("อนุมัติ", "แจ้งทุกกองดำเนินการ"), date(2025, 6, 10))
    assert (memo.order.signatory.name, memo.order.signatory.position) == ("เจษ สมมุติ", "เลขาธิการสมมุติ")
    assert _facts(note) == ("endorsement", None, date(2025, 6, 9), ("เลขาธิการ",), "วิรัช ดีงาม", "รองเลขาธิการสมมุติ")


def test_a_note_may_be_dated_before_the_order_beside_it() -> None:
    lines = [_at(LEFT, n, text) for n, text in enumerate(MEMO)]
    lines += [_at(LEFT, n, text) for n, text in enumerate(NOTE, 10)] + [
        _at(RIGHT, n, t) for n, t in enumerate(ORDERED, 10)
    ]
    papers = papers_of([Page(1, tuple(sorted(lines, key=lambda line: line.row)), 595.0, 842.0)])
    drafts = understand(papers)
    assert not [f for f in run_checks(drafts, Context(tuple(papers))) if f.code == "date-before-cause"]
    assert drafts[1].instrument.date == date(2025, 6, 9)


@pytest.mark.parametrize(
    ("opinion", "order"),
    [("เรียน เลขาธิการ", "- อนุมัติ"), ("ความเห็นของรองฯ เห็นควรอนุมัติ", "คำสั่งเลขาธิการ อนุมัติ"), ("- เห็นควรอนุมัติ", "อนุมัติ")],
)
def test_an_opinion_beside_the_order_is_no_part_of_it(opinion: str, order: str) -> None:
    memo, *notes = _beside((opinion, "ตามที่เสนอ", *NOTE[3:]), (order, *ORDERED[2:]))
    assert [note.to for note in notes] == [("เลขาธิการ",)] * opinion.startswith("เรียน")  # greeted, it is an endorsement
    assert memo.order and (memo.order.text, memo.order.date) == (("อนุมัติ",), date(2025, 6, 10))


def test_a_run_over_a_narrow_gap_is_parted_at_the_edge_of_the_order() -> None:
    left, right = _at(LEFT + 28, 11, "เพื่อโปรดพิจารณา เห็นควรดำเนินการ"), _at(RIGHT, 11, ORDERED[1])
    around = (LEFT + 28, 288.0, RIGHT + 5 * len(right.text), 302.0)
    whole = Line(f"{left.text} {right.text}", 1, 11, around, 16.0, pieces=(left, right))
    lines = [_at(LEFT, n, text) for n, text in enumerate(MEMO)]
    lines += [_at(LEFT, 10, NOTE[0]), _at(RIGHT, 10, ORDERED[0]), whole]
    signed = enumerate(zip(NOTE[3:], ORDERED[2:], strict=True), 12)
    lines += [_at(x, n, text) for n, row in signed for x, text in zip((LEFT, RIGHT), row, strict=True)]
    memo, note = [d.instrument for d in understand(papers_of([Page(1, tuple(lines), 595.0, 842.0)]))]
    assert memo.order and memo.order.text == ("อนุมัติ", "แจ้งทุกกองดำเนินการ")
    assert note.closing == "เพื่อโปรดพิจารณา เห็นควรดำเนินการ"


def test_a_note_above_the_order_is_an_endorsement_too() -> None:
    memo, note = _read([(text,) for text in (*MEMO, NOTE[0], "เพื่อโปรดพิจารณา", *NOTE[3:], *ORDERED)])
    assert memo.order and (memo.order.text, memo.order.date) == (("อนุมัติ", "แจ้งทุกกองดำเนินการ"), date(2025, 6, 10))
    assert _facts(note) == ("endorsement", None, date(2025, 6, 9), ("เลขาธิการ",), "วิรัช ดีงาม", "รองเลขาธิการสมมุติ")


def test_words_beside_a_note_that_nobody_signs_there_are_no_order() -> None:
    memo, note = _beside(NOTE, ("- ทราบ",))
    assert memo.signatory and (memo.signatory.name, memo.order) == ("เก่ง ตัวอย่างดี", None)
    assert (note.kind, note.signatory and note.signatory.name) == ("endorsement", "วิรัช ดีงาม")


@pytest.mark.parametrize("opinion", [("ความเห็นรองเลขาธิการ", "เห็นควรอนุมัติ"), ("เรียน เลขาธิการ", "เพื่อโปรดพิจารณา")])
def test_frames_a_little_higher_than_one_another_are_read_each(opinion: tuple[str, str]) -> None:
    note, order = (*opinion, *NOTE[3:]), ("คำสั่งเลขาธิการ", *ORDERED)
    memo = [_at(LEFT, n, text) for n, text in enumerate(MEMO)]
    beside = [(RIGHT, 0.0, text) for text in order], [(LEFT, 8.0, text) for text in note]
    placed = [(x, 320.0 + 16 * n + lower, text) for column in beside for n, (x, lower, text) in enumerate(column)]
    rows = enumerate(sorted(placed, key=lambda line: line[1]), len(MEMO))
    lines = [Line(text, 1, n, (x, top, x + 5 * len(text), top + 12), 12.0) for n, (x, top, text) in rows]
    read = understand(papers_of([Page(1, (*memo, *lines), 595.0, 842.0)]))
    given = read[0].instrument.order
    assert given and given.signatory and (given.text, given.date) == (("อนุมัติ", "แจ้งทุกกองดำเนินการ"), date(2025, 6, 10))
    assert given.signatory.name == "เจษ สมมุติ"


def test_the_end_of_the_closing_sentence_is_no_part_of_an_order_below_it() -> None:
    closing = [
        (85.0 + 48, 540.0, "จึงเรียนมาเพื่อโปรดทราบ และหากเห็นชอบขอได้โปรดลงนามในหนังสือถึงหน่วยที่"),
        (85.0, 200.0, "เสนอมาพร้อมนี้"),
    ]
    memo = [_at(LEFT, n, text) for n, text in enumerate(MEMO[:6])]
    below = [
        (380.0, "(นายเก่ง ตัวอย่างดี)"),
        (380.0, "ผู้อำนวยการกองคลังสมมุติ"),
        (LEFT, "ทราบ"),
        (LEFT, "(นายเจษ สมมุติ)"),
        (LEFT, "เลขาธิการสมมุติ"),
        (LEFT, "๑๐ มิ.ย. ๖๘"),
    ]
    rows = [(x0, x1, text) for x0, x1, text in closing] + [(x, x + 5 * len(text), text) for x, text in below]
    lines = [
        Line(text, 1, 6 + n, (x0, 100 + 16.0 * (6 + n), x1, 114 + 16.0 * (6 + n)), 16.0)
        for n, (x0, x1, text) in enumerate(rows)
    ]
    (read,) = (d.instrument for d in understand(papers_of([Page(1, (*memo, *lines), 595.0, 842.0)])))
    assert read.closing and read.closing.endswith("หน่วยที่เสนอมาพร้อมนี้")
    assert read.order and read.order.text == ("ทราบ",)

"""A memo's own signature and the order on it side by side: each is read down its own column, the signature first."""

from collections.abc import Sequence
from datetime import date

import pytest

from workflow.core.reading import Instrument
from workflow.parsers.bundle import papers_of
from workflow.parsers.page import Line, Page
from workflow.parsers.understand import understand

LEFT, RIGHT = 85.0, 320.0
HEAD = (
    "บันทึกข้อความ", "ส่วนราชการ กองคลังสมมุติ", "ที่ สม ๐๑๐๒/๘๘ วันที่ ๒ มิถุนายน ๒๕๖๘", "เรื่อง ขออนุมัติยืมพัสดุ", "เรียน เลขาธิการสมมุติ",
)  # fmt: skip
WIDE = "กองคลังขอยืมเครื่องพิมพ์หนึ่งเครื่อง เพื่อใช้ในการประชุมประจำปี ณ ห้องประชุมใหญ่ชั้นสอง และขอให้กองพัสดุ"
TEXT = (WIDE, "ดำเนินการส่งมอบ", "จึงเรียนมาเพื่อโปรดพิจารณา")
SIGNER = ("ผู้เสนอ", "", "(นายเก่ง ตัวอย่างดี)", "ผู้อำนวยการกองคลังสมมุติ")
ORDER = ("คำสั่ง", "อนุมัติตามเสนอ", "(นายเจษ สมมุติ)", "เลขาธิการสมมุติ", "๑๐ มิ.ย. ๖๘")


def _column(at: float, first: int, texts: Sequence[str], lower: float, *, centred: bool) -> list[Line]:
    found = []
    for n, text in enumerate(texts, first):
        left = at + (75 - 2.5 * len(text)) * centred
        found.append(
            Line(
                text,
                1,
                2 * n + bool(lower),
                (left, 60 + 18.0 * n + lower, left + 5 * len(text), 74 + 18.0 * n + lower),
                16.0,
            )
        )
    return [line for line in found if line.text]


def _read(
    left: Sequence[str], right: Sequence[str], *, lower: float = 0.0, centred: bool = False, text: Sequence[str] = TEXT
) -> Instrument:
    above = [*HEAD, *text]
    lines = _column(LEFT, 0, above, 0.0, centred=False)
    lines += _column(LEFT, len(above) + 1, left, 0.0, centred=centred)
    lines += _column(RIGHT, len(above) + 1, right, lower, centred=centred)
    (found,) = _papers(lines)
    return found


def _papers(lines: Sequence[Line]) -> list[Instrument]:
    page = Page(1, tuple(sorted(lines, key=lambda line: line.row)), 595.0, 842.0)
    return [d.instrument for d in understand(papers_of([page]))]


def _facts(paper: Instrument) -> tuple[object, ...]:
    signed, order = paper.signatory, paper.order
    by = order.signatory if order else None
    return (
        signed and (signed.name, signed.position), order and order.text, by and (by.name, by.position), order and order.date,
    )  # fmt: skip


WANTED = (
    ("เก่ง ตัวอย่างดี", "ผู้อำนวยการกองคลังสมมุติ"), ("อนุมัติตามเสนอ",), ("เจษ สมมุติ", "เลขาธิการสมมุติ"), date(2025, 6, 10),
)  # fmt: skip


@pytest.mark.parametrize("lower", [0.0, 7.0])
@pytest.mark.parametrize("centred", [False, True])
@pytest.mark.parametrize("labelled", [0, 1])
@pytest.mark.parametrize("turned", [1, -1])
def test_the_signature_and_the_order_beside_it_are_told_apart(
    lower: float, centred: bool, labelled: int, turned: int
) -> None:
    left, right = (SIGNER[1 - labelled :], ORDER[1 - labelled :])[::turned]
    assert _facts(_read(left, right, lower=lower, centred=centred)) == WANTED


@pytest.mark.parametrize("turned", [1, -1])
def test_whom_the_memo_addresses_signs_no_memo_of_his_own_though_his_order_was_not_read(turned: int) -> None:
    left, right = (SIGNER[2:], ORDER[2:])[::turned]
    read = _read(left, right)
    assert read.signatory and read.signatory.name == "เก่ง ตัวอย่างดี"


def test_the_end_of_a_sentence_above_two_signers_is_no_order() -> None:
    second = ("", "", "(นางแก้ว ใจดีงาม)", "ผู้อำนวยการกองพัสดุสมมุติ")
    paper = _read(("", *SIGNER[1:]), second, text=(WIDE, "ดำเนินการส่งมอบ"))
    assert paper.order is None and paper.signatory and paper.signatory.name == "เก่ง ตัวอย่างดี"


def test_an_order_below_the_signature_on_the_right_stays_one() -> None:
    assert _facts(_read(("", "", "", "", *ORDER), SIGNER[2:])) == WANTED


@pytest.mark.parametrize("lower", [0.0, 7.0])
def test_a_note_on_the_right_is_told_from_the_order_whose_rows_are_not_level_with_its_own(lower: float) -> None:
    note = (
        "ที่ สม ๐๑๐๒/ว ๙๐", "เรียน หัวหน้าฝ่ายพัสดุ", "หัวหน้าฝ่ายบัญชี", "เพื่อทราบและดำเนินการ", "ให้แล้วเสร็จ",
        "ในเดือนนี้", "(นายเก่ง ตัวอย่างดี)", "ผู้อำนวยการกองคลังสมมุติ", "๑๒ มิ.ย. ๖๘",
    )  # fmt: skip
    above = [*HEAD, *TEXT, "", *SIGNER[2:]]
    lines = _column(LEFT, 0, above, 0.0, centred=False)
    lines += _column(LEFT, len(above) + 1, ORDER[1:], 0.0, centred=False)
    lines += _column(RIGHT, len(above) + 1, note, lower, centred=False)
    memo, noted = _papers(lines)
    assert _facts(memo) == WANTED
    assert (noted.number, noted.date, noted.to) == (
        "สม 0102/ว90", date(2025, 6, 12), ("หัวหน้าฝ่ายพัสดุ", "หัวหน้าฝ่ายบัญชี"),
    )  # fmt: skip

"""A signer's name that a pen crosses: its title may be bent, its letters read wrongly and surely, its row shifted between two lines."""

from dataclasses import replace

import pytest

from tests.unit.parsers.scanned import checked, scanned
from tests.unit.parsers.test_noisy_heads import MEMO
from workflow.parsers.fields.interlined import without_remarks
from workflow.parsers.fields.titles import bare_name
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import rows_of
from workflow.parsers.scan import Picture, Word, page_of

SIGNED = 7  # the row of the name in MEMO
NAME = "signatory.name"


def _page(name: str = MEMO[SIGNED][1]) -> Page:
    return scanned([*MEMO[:SIGNED], (190, name), MEMO[SIGNED + 1]])


def _crossed(page: Page, row: int) -> Page:
    lines = tuple(replace(line, crossed=line.row == page.lines[0].row + row) for line in page.lines)
    return replace(page, lines=lines)


def _read(page: Page) -> tuple[str | None, bool, float]:
    """Return the signer's name, whether it is doubted, and how sure the evidence says it is."""
    (draft,), findings = checked(page)
    signer = draft.instrument.signatory
    doubted = any(f.field == NAME and f.code == "low-confidence" for f in (*draft.findings, *findings))
    return signer.name if signer else None, doubted, draft.instrument.evidence["signatory"].confidence


def test_a_name_that_coloured_ink_crosses_is_doubted_however_sure_it_was_read() -> None:
    assert _read(_crossed(_page(), SIGNED)) == ("สมมุติ ทดสอบกุล", True, 0.5)


@pytest.mark.parametrize("row", [SIGNED - 1, SIGNED + 1])
def test_ink_over_the_row_above_or_below_a_name_is_no_doubt_about_it(row: int) -> None:
    name, doubted, sure = _read(_crossed(_page(), row))
    assert name == "สมมุติ ทดสอบกุล" and not doubted and sure > 0.9


@pytest.mark.parametrize("title", ["น่าย", "น้าย", "นางสาร", "นางสาัว", "นาง่"])
def test_a_title_that_a_pen_bent_is_taken_off_and_told(title: str) -> None:
    name, doubted, _ = _read(_page(f"({title}สมมุติ ทดสอบกุล)"))
    assert (name, doubted) == ("สมมุติ ทดสอบกุล", True)


@pytest.mark.parametrize("name", ["นางสารภี ใจดี", "นางสาริกา ใจดี", "นางสายใจ ใจดี", "นางสาคร ใจดี", "นายน้าว ใจดี"])
def test_a_name_that_only_begins_like_a_title_is_whole(name: str) -> None:
    assert bare_name(name, noisy=True) == name.removeprefix("นาง").removeprefix("นาย")


def test_a_text_layers_titles_are_not_bent() -> None:
    assert bare_name("นางสารชุติ ใจดี") == "สารชุติ ใจดี"


@pytest.mark.parametrize(("text", "kept"), [("(นายสมมุติ ทดสอบกุล)", True), ("(ด่วน)", False), ("เวียน ทุกฝ่าย", False)])
def test_a_signers_name_between_two_lines_stays_in_doubt(text: str, kept: bool) -> None:
    placed = [*((100 + 20.0 * n, "ด้วยสำนักงานสมมุติได้สำรวจแล้ว") for n in range(7)), (230.0, text), (246.0, "รองอธิบดี")]
    rows = rows_of(
        Line(said, 1, n, (80.0, top, 80.0 + 6 * len(said), top + 10), sure=(0.99,) * len(said))
        for n, (top, said) in enumerate(sorted(placed))
    )
    assert [max(row.sure) for row in without_remarks(rows) if row.text == text] == ([0.5] if kept else [])


def test_a_line_is_crossed_when_one_of_its_words_is() -> None:
    words = [Word("(นายสมมุติ", (0, 0, 90, 20), 0, 0.99, crossed=True), Word("ทดสอบกุล)", (100, 0, 190, 20), 0, 0.99)]
    assert [line.crossed for line in page_of(words, Picture(b"", (200, 40), 200), 1).lines] == [True]

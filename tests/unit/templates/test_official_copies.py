"""Marks and copies: urgency, ตัวอย่าง, สำเนาคู่ฉบับ with initials, สำเนาถูกต้อง with its certifier."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest

from tests.unit.templates.letters import CERTIFIER, INITIALS, ONE_PAGE, SEALED, TWO_PAGES
from tests.unit.templates.papers import FONTS, MEASURE, docx_letters, letters, long_memo, pdf_letters
from workflow.core.document import Document
from workflow.core.errors import Refused
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.marks import within
from workflow.templates.official_copies import COPIES, copy_of, original
from workflow.templates.render import render
from workflow.templates.rows import Page, Row

WITHIN = "ด่วนภายใน ๑๕ พ.ย.๖๘ ๑๐.๐๐ น."
FORMS = {"memo": long_memo(2), "letter": ONE_PAGE, "two pages": TWO_PAGES, "sealed": SEALED}
ALL_SIGNED = {name: replace(d, certified=CERTIFIER, initials=INITIALS) for name, d in FORMS.items()}


def _pages(document: Document) -> tuple[Page, ...]:
    return lay_out(document, MEASURE, HOUSE)


def _boxes(page: Page) -> list[tuple[float, float, float, float]]:
    """Return what each text of the page covers: left, top, right, bottom."""
    return [
        (t.x, y + row.height * 0.75 - t.size * 0.6, t.x + MEASURE.width(t.text, t.size, bold=t.bold), y + row.height * 0.9)
        for y, row in page.rows
        for t in row.texts
    ]  # fmt: skip


def _breaks(document: Document) -> list[tuple[int, int] | None]:
    return [page.opens for page in _pages(document)]


def _row(page: Page, words: str) -> tuple[float, Row]:
    return next((y, row) for y, row in page.rows if any(words in t.text for t in row.texts))


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("mark", ["ด่วน", "ด่วนที่สุด", WITHIN])
def test_an_urgency_is_red_of_32_points_and_touches_nothing(name: str, mark: str) -> None:
    page = _pages(replace(FORMS[name], marks=(mark, "ตัวอย่าง")))[0]
    red = [t for _, row in page.rows for t in row.texts if t.colour == "red"]
    assert letters("".join(t.text for t in red)) == letters(mark)
    assert all(t.size >= 32 and t.bold for t in red)
    for a, b in combinations(_boxes(page), 2):
        assert a[2] <= b[0] + 0.01 or b[2] <= a[0] + 0.01 or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01, (a, b)


@pytest.mark.parametrize("name", ["letter", "sealed"])
@pytest.mark.parametrize("mark", ["ด่วนที่สุด", WITHIN])
def test_an_urgency_stands_left_of_the_emblem_above_the_number(name: str, mark: str) -> None:
    page = _pages(replace(FORMS[name], marks=(mark,)))[0]
    (aside,) = page.marks
    number, _ = _row(page, FORMS[name].head.number)
    assert aside.x + aside.width < HOUSE.middle - HOUSE.emblem_letter / 2
    assert HOUSE.top <= aside.y and aside.y + len(aside.lines) * aside.line <= number + 0.01


def test_an_urgency_of_one_line_moves_nothing_on_a_letter() -> None:
    urgent, plain = (_row(_pages(replace(ONE_PAGE, marks=m))[0], "เรื่อง")[0] for m in (("ด่วนที่สุด",), ()))
    assert urgent == plain


def test_the_fourth_urgency_says_day_and_time_in_bangkok() -> None:
    assert within(datetime(2025, 11, 15, 3, 0, tzinfo=UTC)) == WITHIN


@pytest.mark.parametrize("document", ALL_SIGNED.values(), ids=ALL_SIGNED)
@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_turns_the_page_where_the_original_does(document: Document, kind: str) -> None:
    assert _breaks(copy_of(document, kind)) == _breaks(original(document))  # type: ignore[arg-type]


@pytest.mark.parametrize("document", ALL_SIGNED.values(), ids=ALL_SIGNED)
def test_docx_and_pdf_of_a_copy_say_the_same_words(document: Document, tmp_path: Path) -> None:
    marked = replace(document, marks=("ด่วนที่สุด", "สำเนาคู่ฉบับ"))
    made = render(marked, tmp_path, "paper", fonts=FONTS)
    said = pdf_letters(made.pdf, _pages(marked))
    assert docx_letters(made.docx) == said
    assert all(letters(line) in said for line in marked.words().splitlines())


@pytest.mark.parametrize("document", ALL_SIGNED.values(), ids=ALL_SIGNED)
def test_nothing_on_a_signed_copy_lies_upon_something_else(document: Document) -> None:
    page = _pages(replace(document, marks=("สำเนาคู่ฉบับ",)))[-1]
    boxes = _boxes(page)
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] + 0.01 or b[2] <= a[0] + 0.01 or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01, (a, b)
    assert max(bottom for *_, bottom in boxes) <= HOUSE.foot


def test_who_certifies_signs_over_name_position_and_date() -> None:
    (aside,) = _pages(copy_of(ALL_SIGNED["letter"], "สำเนาถูกต้อง"))[-1].signs
    assert aside.lines[0] == "สำเนาถูกต้อง"
    assert aside.lines[2].startswith("ร.ต.อ. ....")
    assert aside.lines[3:] == ("(สมหญิง สมมติ)", "รองสารวัตรฝ่ายอำนวยการ", "๑๖ มกราคม ๒๕๖๙")


def test_a_certified_copy_needs_a_certifier() -> None:
    with pytest.raises(Refused, match="ผู้รับรองสำเนา"):
        copy_of(ONE_PAGE, "สำเนาถูกต้อง")


def test_the_owners_copy_has_its_initials_at_the_lower_right_and_the_original_none() -> None:
    (aside,) = _pages(copy_of(ONE_PAGE, "สำเนาคู่ฉบับ"))[-1].signs
    assert [line.split()[0] for line in aside.lines] == ["ร่าง", "พิมพ์", "ตรวจ"]
    assert aside.x > HOUSE.middle
    assert aside.y + len(aside.lines) * aside.line == pytest.approx(HOUSE.foot)
    assert not _pages(original(ALL_SIGNED["letter"]))[-1].signs


def test_a_page_without_room_for_the_initials_gives_way() -> None:
    full = next(d for n in range(1, 60) if _overflows(d := replace(long_memo(1, length=n), initials=INITIALS)))
    assert len(_pages(full)) == len(_pages(original(full))) + 1
    last = _pages(full)[-1]
    assert sum(row.block is not None for _, row in last.rows) >= 2


def _overflows(document: Document) -> bool:
    return len(_pages(document)) > len(_pages(original(document)))

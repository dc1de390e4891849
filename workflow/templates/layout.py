"""Document → pages: one layout for both back-ends, so that DOCX and PDF turn the page at the same word."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from workflow.core.document import Document
from workflow.core.thai_digits import to_thai
from workflow.templates.breaks import words_of
from workflow.templates.heads import head_rows
from workflow.templates.house_style import HouseStyle, style_of
from workflow.templates.marks import mark_asides
from workflow.templates.measure import Measure
from workflow.templates.rows import Page, Row, aside_rows, body_rows
from workflow.templates.signs import sign_asides
from workflow.templates.tails import Tail, tail_of

_LINES_WITH_SIGNATURE = 2


def lay_out(document: Document, measure: Measure, style: HouseStyle) -> tuple[Page, ...]:
    """Return the document's pages.

    No page ends with a heading or an indicator's name, none begins with a paragraph's last line, the signature takes at least two
    lines of text along, and every page but the last ends with the first words of the next.
    """
    style = style_of(document.form, style)
    body = list(body_rows(document.body, measure, style))
    body[-_LINES_WITH_SIGNATURE + 1 :] = [replace(r, together=True) for r in body[-_LINES_WITH_SIGNATURE + 1 :]]
    tail = tail_of(document, measure, style)
    rows = [*head_rows(document, measure, style), *body, *tail.rows()]
    pages: list[Page] = []
    while rows:
        top = style.running_top if pages or document.form == "endorsement" else style.top
        count = _rows_that_fit(rows, top, style)
        pages.append(_page(len(pages) + 1, rows[:count], top))
        rows = rows[count:]
        if rows and rows[0].above:
            rows = [rows[0].above, *rows]
    return tuple(_with_asides(document, _with_catchwords(document, pages, style), tail, (measure, style)))


def page_number(number: int) -> str | None:
    """Return what is printed above page `number`: `- ๒ -`, nothing on the first."""
    return f"- {to_thai(number)} -" if number > 1 else None


def _rows_that_fit(rows: Sequence[Row], top: float, style: HouseStyle) -> int:
    """Return how many rows go on this page: all if they fit, else up to the last place where the page may end."""
    heights = [row.height + row.gap for row in rows]
    if top + sum(heights) <= style.foot:
        return len(rows)
    room, count = style.foot - style.catchword_lines * style.line - top, 0
    while count < len(rows) and sum(heights[: count + 1]) <= room:
        count += 1
    least = 2 if rows[0].repeated else 1  # a header alone would be repeated for ever
    inside = [n for n in range(count, least - 1, -1) if rows[n].block is not None and rows[n - 1].block is not None]
    sound = (n for n in inside if not rows[n].together)
    parted = (n for n in inside if _amid_drawing(rows, n))
    # Where a short text must give way to what is under it, it is parted between paragraphs rather than the signature.
    last = (n for n in inside if rows[n].block != rows[n - 1].block)
    return next(chain(sound, parted, last), max(count, least))


def _amid_drawing(rows: Sequence[Row], n: int) -> bool:
    """Return whether a table or chart that no page can hold with what belongs to it may be parted before row `n`: two rows on."""
    return n > 2 and all(row.drawn and row.block == rows[n].block and not row.repeated for row in rows[n - 2 : n + 2])


def _page(number: int, rows: Sequence[Row], top: float) -> Page:
    placed, y = [], top
    for n, row in enumerate(rows):
        y += row.gap if n or number == 1 else 0
        placed.append((y, row))
        y += row.height
    first = next((row for row in rows if not row.repeated), rows[0])
    opens = (first.block, first.start) if number > 1 and first.block is not None else None
    return Page(number, tuple(placed), opens=opens)


def _with_catchwords(document: Document, pages: Sequence[Page], style: HouseStyle) -> list[Page]:
    words = [_catchword(document, after, style) for after in pages[1:]]
    return [replace(page, catchword=word) for page, word in zip(pages, [*words, None], strict=True)]


def _with_asides(document: Document, pages: list[Page], tail: Tail, look: tuple[Measure, HouseStyle]) -> Iterator[Page]:
    """Yield the pages with the marks before the first page's rows and what is signed on a copy before the last page's tail."""
    measure, style = look
    for n, page in enumerate(pages):
        marks = mark_asides(document, measure, style) if n == 0 else ()
        cut = len(page.rows) - (len(tail.rows()) if n + 1 == len(pages) else 0)
        below = page.rows[max(cut, 0) :]
        signs = tuple(sign_asides(document, below, measure, style, tail.free)) if n + 1 == len(pages) else ()
        above, under = ([row for one in some for row in aside_rows(one, measure)] for some in (marks, signs))
        rows = (*above, *page.rows[: max(cut, 0)], *under, *below)
        yield replace(page, rows=rows, marks=marks, signs=signs)


def _catchword(document: Document, page: Page, style: HouseStyle) -> str:
    """Return `/๒.๒ ตัวชี้วัดที่ค่อนข้าง...`: the first words of `page`, cut at a word's end."""
    first = next(row for _, row in page.rows if not row.repeated)
    if first.drawn:
        text = first.drawn.words
    elif page.opens is None:
        text = " ".join(piece.text for piece in page.rows[0][1].texts)
    else:
        block, start = page.opens
        text = document.body[block].text[start:]
    taken = ""
    for word in words_of(text.removeprefix("- ")):
        if taken and len(taken + word.rstrip()) > style.catchword_chars:
            break
        taken += word
    return f"/{taken.rstrip()}..."

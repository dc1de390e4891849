"""Which paragraphs the DOCX has: the document's blocks, cut or broken where the layout turns the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workflow.core.document import Document
from workflow.templates.rows import DRAWN, Page


@dataclass(frozen=True)
class Piece:
    """A block, or its part from `start`, as one paragraph (table, chart): the page it begins on and the offsets where a page ends inside it.

    `new_page`: it stands at a page's top; `leads`: it is the first to begin on its page, so that the page's number and catchword
    hang on it in frames.
    """

    block: int
    start: int
    end: int
    page: int
    breaks: tuple[int, ...] = field(default=())
    new_page: bool = False
    leads: bool = False


def plan_pieces(document: Document, pages: Sequence[Page]) -> Iterator[Piece]:
    """Yield the paragraphs in order; every page with text has one that begins on it."""
    begun_on = {page.number: _has_beginning(page) for page in pages}
    unled = {page.number for page in pages}
    opens: dict[int, list[tuple[int, int]]] = {}
    for page in pages:
        if page.opens:
            opens.setdefault(page.opens[0], []).append((page.opens[1], page.number))
    page_now = 1
    for index, block in enumerate(document.body):
        starts = [(0, page_now, False)]
        breaks: dict[int, list[int]] = {0: []}
        for offset, number in opens.get(index, []):
            page_now = number
            if offset == 0:
                starts[0] = (0, number, True)
            elif begun_on[number] and block.kind not in DRAWN:
                breaks[starts[-1][0]].append(offset)
            else:
                starts.append((offset, number, True))
                breaks[offset] = []
        ends = [start for start, _, _ in starts[1:]] + [len(block.text)]
        for (start, number, new_page), end in zip(starts, ends, strict=True):
            yield Piece(index, start, end, number, tuple(breaks[start]), new_page, number in unled)
            unled.discard(number)


def _has_beginning(page: Page) -> bool:
    return any(row.block is not None and row.start == 0 and not row.repeated for _, row in page.rows)

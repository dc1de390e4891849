"""Sheets of papers: pages in true order with their marks, missing ones as empty sheets, papers on one sheet side by side. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from workflow.core.bundle_facts import KIND_THAI
from workflow.core.reading import Box, Evidence, Finding, Instrument, Reading
from workflow.core.thai_date import full
from workflow.core.thai_digits import to_thai
from workflow.parsers.page import Page
from workflow.parsers.paper_text import PaperText
from workflow.services.explain_paper import PaperRows, paper_rows
from workflow.services.explained import Block, Group, Heading, Mark, Row, Sheet, Words, framed
from workflow.templates.numerals import in_thai_digits


@dataclass(frozen=True)
class PageView:
    """A page of the file as it may be shown: its lines without secrets, its picture's name and size, what is blacked out."""

    page: Page
    image: str = ""
    size: tuple[float, float] = (595.0, 842.0)
    recognised: bool = False
    hidden: tuple[Box, ...] = ()


@dataclass(frozen=True)
class _Paper:
    place: int
    paper: Instrument
    rows: PaperRows


def groups_of(reading: Reading, views: Mapping[int, PageView]) -> Iterator[Group]:
    """Yield the papers in true order, neighbours that share their pages together."""
    papers = [
        _Paper(n, paper, paper_rows(paper, _own(reading.findings, n), f"f{n + 1}"))
        for n, paper in enumerate(reading.instruments)
    ]
    for number, (_, held) in enumerate(groupby(papers, key=lambda p: p.paper.pages), 1):
        together = list(held)
        yield Group(f"g{number}", tuple(_sheets(together, views)))
    used = {page for paper in reading.instruments for page in paper.pages}
    rest = [view for number, view in sorted(views.items()) if number not in used]
    if rest:
        yield Group("rest", tuple(_sheet(0, view, (), ()) for view in rest))


def _own(findings: Sequence[Finding], place: int) -> list[Finding]:
    return [finding for finding in findings if finding.instrument == place]


def _sheets(papers: Sequence[_Paper], views: Mapping[int, PageView]) -> Iterator[Sheet]:
    first = papers[0].paper
    left = list(first.pages)
    for paper_page in range(1, len(first.pages) + len(first.missing_pages) + 1):
        if paper_page in first.missing_pages or not left:
            yield Sheet(paper_page, 0)
            continue
        number = left.pop(0)
        view = views.get(number) or PageView(Page(number, ()))
        blocks = [_block(paper, number, opens=number == first.pages[0], ends=not left) for paper in papers]
        held = [block for block in blocks if block.heading or block.rows or block.unplaced]
        yield _sheet(paper_page, view, papers, held)


def _sheet(paper_page: int, view: PageView, papers: Sequence[_Paper], blocks: Sequence[Block]) -> Sheet:
    placed = [(row, seen) for paper in papers for row in paper.rows.rows for seen in paper.rows.places[row.id]]
    here = [(row, seen) for row, seen in placed if seen.page == view.page.number]
    marks = tuple(_marks(here, view)) if view.image else ()
    return Sheet(
        paper_page, view.page.number, view.image, view.size, view.recognised,
        () if view.image else tuple(_typed(view.page, here)), marks,
        tuple(framed(box, view.size) for box in view.hidden), tuple(blocks),
    )  # fmt: skip


def _block(paper: _Paper, page: int, *, opens: bool, ends: bool) -> Block:
    rows = [row for row in paper.rows.rows if _page_of(row, paper.rows.places) == page]
    lost = [row for row in paper.rows.rows if _page_of(row, paper.rows.places) not in paper.paper.pages]
    return Block(_heading(paper) if opens else None, tuple(rows), tuple(lost) if ends else ())


def _page_of(row: Row, places: Mapping[str, Sequence[Evidence]]) -> int | None:
    return next((seen.page for seen in places[row.id] if seen.page), None)


def _heading(held: _Paper) -> Heading:
    paper = held.paper
    pages = ", ".join(to_thai(page) for page in paper.pages)
    missing = f" · ขาดหน้า {', '.join(to_thai(p) for p in paper.missing_pages)}" if paper.missing_pages else ""
    return Heading(
        id=f"p{held.place + 1}", place=held.place + 1, kind=KIND_THAI[paper.kind], number=in_thai_digits(paper.number or ""),
        dated=full(paper.date) if paper.date else "", subject=in_thai_digits(paper.subject or ""),
        pages=f"หน้า {pages} ของแฟ้ม{missing}", notes=held.rows.notes,
        doubts=sum(bool(row.doubt) for row in held.rows.rows) + sum(n.severity != "info" for n in held.rows.notes),
    )  # fmt: skip


def _marks(here: Sequence[tuple[Row, Evidence]], view: PageView) -> Iterator[Mark]:
    seen_rows: set[str] = set()
    for row, seen in sorted(
        here, key=lambda pair: -_area(pair[1])
    ):  # small frames lie over large ones and can be pointed at
        if seen.box is None:
            continue
        label = f"{row.label}: {' '.join(row.values)}"[:160]
        yield Mark(row.id, row.tag, label, framed(seen.box, view.size), row.id not in seen_rows, row.doubt)
        seen_rows.add(row.id)


def _area(seen: Evidence) -> float:
    return (seen.box[2] - seen.box[0]) * (seen.box[3] - seen.box[1]) if seen.box else 0.0


def _typed(page: Page, here: Sequence[tuple[Row, Evidence]]) -> Iterator[tuple[Words, ...]]:
    """Yield the page's lines cut where found values begin and end."""
    text = PaperText(page.lines)
    spans: dict[int, list[tuple[int, int, Row]]] = {}
    for row, seen in here:
        place = text.find(seen.printed)
        for piece in text.pieces(place) if place else ():
            spans.setdefault(id(piece.line), []).append((piece.start, piece.stop, row))
    tagged: set[str] = set()
    for line in page.lines:
        yield tuple(_cut(line.text, spans.get(id(line), []), tagged))


def _cut(text: str, spans: Sequence[tuple[int, int, Row]], tagged: set[str]) -> Iterator[Words]:
    edges = sorted({0, len(text), *(edge for start, stop, _ in spans for edge in (start, stop))})
    for start, stop in pairwise(edges):
        rows = [row for first, last, row in spans if first <= start and stop <= last]
        new = [(row.id, row.tag) for row in rows if row.id not in tagged]
        tagged |= {row_id for row_id, _ in new}
        yield Words(text[start:stop], tuple(row.id for row in rows), tuple(new))

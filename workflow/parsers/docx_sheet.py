"""The pages of a Word file while they fill up: paragraphs, rows of tables, text boxes, notes at the foot of their page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workflow.parsers.docx_beside import one_after_another
from workflow.parsers.docx_boxes import boxes_of, filled_in, framed
from workflow.parsers.docx_numbers import Numbers
from workflow.parsers.docx_place import opening, set_at
from workflow.parsers.docx_text import blocks_of, child, is_on, local, paragraphs_of, runs_of, text_of, value
from workflow.parsers.limits import MAX_PAGES
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.thai_text import normalise

_COLOURED = 60  # distance between the strongest and the weakest of red, green and blue (0 to 255)
_DEEPEST = 100  # tables and boxes within one another
_WIDEST = 60  # columns of a table
Pair = tuple[float, float] | None


@dataclass
class Sheet:
    """Pages while they fill up."""

    numbers: Numbers
    notes: dict[str, Any]
    number: int = 1
    row: int = 0
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    blank: int = 0
    pending: list[Any] = field(default_factory=list)  # notes cited on this page
    margins: set[tuple[str, str]] = field(default_factory=set)
    deep: int = 0
    boxes: int = 0  # text boxes met so far
    boxed: int | None = None  # the one that is being read
    around: bool = False  # what is being read stands around the text

    def once(self, margin: Any, kind: str) -> None:
        """Put a header or footer, unless the same words stood in one before."""
        words = "" if margin is None else "".join(text_of(p) for p in paragraphs_of(margin))
        if words.strip() and (kind, words) not in self.margins:
            self.margins.add((kind, words))
            self._around(margin)

    def _around(self, held: Any) -> None:
        """Put what stands around the text, a header, a footer or a note: no sentence of the text runs on in it, nor it in the text."""
        self.blank, self.around = max(self.blank, 1), True
        self.blocks(blocks_of(held))
        self.blank, self.around = max(self.blank, 1), False

    def blocks(self, blocks: Iterable[Any]) -> None:
        for frame, held in framed(blocks):
            if frame:
                self._apart(held)
            else:
                self._in_order(held)

    def _in_order(self, blocks: Iterable[Any]) -> None:
        for block in blocks:
            if local(block) == "p":
                self.paragraph(block)
            elif local(block) == "tbl":
                self.table(block)

    def _apart(self, blocks: Iterable[Any]) -> None:
        """Put what stands in a box or a frame: rows of its own, between which and the text around it nothing runs on."""
        outer, blank = self.boxed, self.blank
        self.boxed, self.blank = self._new_box(), max(blank, 1)
        self._in_order(blocks)
        self.boxed, self.blank = outer, blank

    def paragraph(self, paragraph: Any) -> None:
        if is_on(child(paragraph, "pPr", "pageBreakBefore")):
            self.turn()
        written = [run for run in runs_of(paragraph) if text_of(run).strip()]
        bold, inked = bool(written) and all(map(_bold, written)), any(map(_coloured, written))
        shown = self._numbered(paragraph)
        opens = opening(paragraph, shown.lstrip("\f\n")) if shown == text_of(paragraph) else None
        for text in _with_turns(shown):
            if text == "\f":
                self.turn()
            else:
                self.put(text.split("\t"), bold=bold, inked=inked, at=set_at(paragraph, text), opens=opens)
                opens = opens if not text.strip() else None
        self._boxes(paragraph)
        self.pending += [self.notes[key] for key in _cited(paragraph) if key in self.notes]

    def _numbered(self, paragraph: Any) -> str:
        text = text_of(paragraph)
        turns = len(text) - len(text.lstrip("\f"))
        number = self.numbers.before(paragraph) if text.strip() else ""
        return f"{text[:turns]}{number} {text[turns:]}" if number else text

    def _boxes(self, paragraph: Any) -> None:
        self.deep += 1
        for box in boxes_of(paragraph) if self.deep < _DEEPEST else ():
            self._apart(blocks_of(box))
        self.deep -= 1

    def table(self, table: Any) -> None:
        cells = [list(_cells(row)) for row in _rows(table)]
        rows = [[_texts(cell, self.numbers) for cell in row] for row in cells]
        if len(rows) > 1 and max(map(len, rows)) > 1:
            self.tables.append(Table(self.number, tuple(_filled(cells, rows))))
        self._cells(rows)
        for paragraph in paragraphs_of(table):
            self._boxes(paragraph)
            self.pending += [self.notes[key] for key in _cited(paragraph) if key in self.notes]

    def _cells(self, rows: Sequence[list[list[str]]]) -> None:
        """Put the lines of a table's cells: all stand in its frame, a cell like a form filled in by itself, unless a box is around them."""
        frame = self.boxed or self._new_box()
        for row in one_after_another(rows, self.lines):
            boxes = [self._new_box() if self.boxed is None and filled_in(cell) else frame for cell in row]
            for at in range(max(map(len, row), default=0)):
                held = [
                    (cell[at].replace("\t", " "), box) for cell, box in zip(row, boxes, strict=True) if at < len(cell)
                ]
                self._put([Line(text, 0, 0, boxed=box) for text, box in held])

    def _new_box(self) -> int:
        self.boxes += 1
        return self.boxes

    def put(
        self, columns: Iterable[str], *, bold: bool = False, inked: bool = False, at: Pair = None, opens: Pair = None
    ) -> None:
        self._put([Line(c, 0, 0, bold=bold, inked=inked, boxed=self.boxed, set_at=at, opens=opens) for c in columns])

    def _put(self, columns: Iterable[Line]) -> None:
        held = [replace(line, text=text) for line in columns if (text := normalise(line.text))]
        for line in held:
            self.lines.append(
                replace(line, page=self.number, row=self.row, blank_before=self.blank, around=self.around)
            )
            self.blank = 0
        self.blank += not held
        self.row += bool(held)

    def turn(self) -> None:
        self.end_page()
        if any(line.page == self.number for line in self.lines[-1:]) and self.number < MAX_PAGES:
            self.number, self.row, self.blank = self.number + 1, 0, 0

    def end_page(self) -> None:
        """Put the notes cited on the page at its foot."""
        notes, self.pending = self.pending, []
        for note in notes:
            self._around(note)

    def pages(self) -> tuple[Page, ...]:
        last = max((line.page for line in self.lines), default=1)  # a page that was turned to and left empty is none
        lines: dict[int, list[Line]] = {n: [] for n in range(1, last + 1)}
        for line in self.lines:
            lines[line.page].append(line)
        return tuple(
            Page(n, tuple(held), tables=tuple(t for t in self.tables if t.page == n)) for n, held in lines.items()
        )


def _with_turns(text: str) -> Iterator[str]:
    """Yield a paragraph's lines, and a form feed wherever a page ends."""
    for n, page in enumerate(text.split("\f")):
        if n:
            yield "\f"
        yield from page.split("\n")


def _cited(paragraph: Any) -> Iterator[str]:
    for run in runs_of(paragraph):
        for node in run:
            if local(node) in {"footnoteReference", "endnoteReference"}:
                yield f"{local(node).removesuffix('Reference')} {value(node, 'id')}"


def _rows(table: Any) -> Iterator[Any]:
    for node in table:
        if local(node) == "tr" and child(node, "trPr", "del") is None:
            yield node
        elif local(node) in {"sdt", "sdtContent", "customXml"}:
            yield from _rows(node)


def _cells(row: Any) -> Iterator[Any]:
    for node in row:
        if local(node) == "tc":
            yield node
        elif local(node) in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(node)


def _texts(cell: Any, numbers: Numbers, deep: int = 0) -> list[str]:
    """Return a cell's lines; a table within it gives a line for each of its rows, or a row of one cell all that stand in it (a stamp)."""
    lines: list[str] = []
    for block in blocks_of(cell):
        if local(block) == "p":
            number = numbers.before(block)
            text = text_of(block).replace("\f", "\n")
            lines += (f"{number} {text}" if number else text).split("\n")
        elif local(block) == "tbl" and deep < _DEEPEST:
            for row in _rows(block):
                inner = [_texts(c, numbers, deep + 1) for c in _cells(row)]
                told = [held for held in inner if any(line.strip() for line in held)]
                lines += told[0] if len(told) == 1 else ["  ".join(" ".join(held) for held in inner)]
    return lines


def _continues(cell: Any) -> bool:
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and value(merge) != "restart"


def _span(cell: Any) -> int:
    """Return how many columns of the table a cell takes."""
    try:
        return min(max(int(value(child(cell, "tcPr", "gridSpan")) or 1), 1), _WIDEST)
    except ValueError:
        return 1


def _filled(cells: list[list[Any]], rows: list[list[list[str]]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows as texts; a cell merged with the one above bears its text, one of several columns leaves the further ones empty."""
    above: tuple[str, ...] = ()
    for row, held in zip(cells, rows, strict=True):
        texts: list[str] = []
        for cell, lines in zip(row, held, strict=True):
            at = len(texts)
            joined = at < len(above) and _continues(cell)
            texts += [above[at] if joined else normalise(" ".join(lines)), *[""] * (_span(cell) - 1)]
        above = tuple(texts)
        yield above


def _bold(run: Any) -> bool:
    """Thai is complex script: its bold is w:bCs, whatever w:b says of Latin."""
    return is_on(child(run, "rPr", "b")) or is_on(child(run, "rPr", "bCs"))


def _coloured(run: Any) -> bool:
    colour = value(child(run, "rPr", "color")) or ""
    try:
        shades = [int(colour[n : n + 2], 16) for n in (0, 2, 4)]
    except ValueError:
        return False
    return max(shades) - min(shades) > _COLOURED

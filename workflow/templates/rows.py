"""What stands on a page, back-end-free: rows of placed text, and the rows of a document's body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from workflow.core.document import Block
from workflow.templates.chart_rows import ChartRow, lay_chart
from workflow.templates.house_style import HouseStyle
from workflow.templates.lines import Room, wrap
from workflow.templates.measure import Measure
from workflow.templates.table_rows import GridRow, lay_table, repeated_height

HANG = 40.0
"""Where a name begins after เรียน or ถึง, in points from the left margin."""


BASELINE = 0.75
"""Where a line of text stands, of its row's height from the top."""
DOTTED = 0.86
"""Where the dotted line to write on runs, of the row's height from the top."""
DRAWN = frozenset({"table", "chart"})
"""The kinds of block that are drawn, not set as lines."""


@dataclass(frozen=True)
class Text:
    """A piece of text on a row: its place from the left margin, size, weight, tracking and colour."""

    x: float
    text: str
    size: float
    bold: bool = False
    tracking: float = 0.0
    colour: str = "black"


@dataclass(frozen=True)
class Row:
    """A line of the page: the gap above it, its height, its texts and dotted rules (from x to x).

    `block` and `start` say which words of the body it begins with (`block` None: head, signature, foot); `together` forbids a page
    break before it; `seal` marks the place of the seal, drawn at the row's left. A row of a table or chart has `drawn` instead of
    texts, and its `start` counts the rows of its block; a page that begins with it repeats `above` (then `repeated`) over it.
    """

    height: float
    texts: tuple[Text, ...] = ()
    gap: float = 0.0
    rules: tuple[tuple[float, float], ...] = ()
    block: int | None = None
    start: int = 0
    together: bool = False
    seal: float | None = None
    drawn: GridRow | ChartRow | None = None
    above: "Row | None" = None
    repeated: bool = False


@dataclass(frozen=True)
class Aside:
    """Lines that stand outside the text's flow, in a box of their own: a mark, a certification, initials.

    `x` from the left margin and `y` from the paper's top in points; `line` is the height of a line, `align` how lines lie in `width`.
    """

    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    size: float
    line: float
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False
    colour: str = "black"


@dataclass(frozen=True)
class Page:
    """One page: its number, its rows with their y from the top of the paper, and the words that open the next page.

    `marks` (above the head) and `signs` (beside and under the signature) are among the rows too.
    """

    number: int
    rows: tuple[tuple[float, Row], ...]
    catchword: str | None = None
    opens: tuple[int, int] | None = field(default=None)
    marks: tuple[Aside, ...] = ()
    signs: tuple[Aside, ...] = ()


def aside_rows(aside: Aside, measure: Measure) -> Iterator[tuple[float, Row]]:
    """Yield the lines of an aside as rows at their places."""
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[aside.align]
    for n, line in enumerate(aside.lines):
        x = aside.x + (aside.width - measure.width(line, aside.size, bold=aside.bold)) * share
        text = Text(x, line, aside.size, aside.bold, colour=aside.colour)
        yield aside.y + n * aside.line, Row(aside.line, (text,) if line else ())


def gap_before(blocks: tuple[Block, ...], index: int, style: HouseStyle) -> float:
    """Return the space above a block: before each part, the closing, each group of addressees, around a table or chart."""
    kind = blocks[index].kind
    if kind in DRAWN or (index and blocks[index - 1].kind in DRAWN):
        return style.part_gap
    starts_group = kind == "address" and (index == 0 or blocks[index - 1].kind != "address")
    if kind == "paragraph":
        return style.paragraph_gap
    return style.part_gap if kind in {"heading", "closing"} or starts_group else 0.0


def body_rows(blocks: tuple[Block, ...], measure: Measure, style: HouseStyle) -> Iterator[Row]:
    """Yield the rows of all blocks: no page may begin with a paragraph's last line or end with its first, or with a heading."""
    stay = False
    for index, block in enumerate(blocks):
        rows = list(_block_rows(index, block, measure, style))
        gap = gap_before(blocks, index, style)
        for n, row in enumerate(rows):
            together = stay if n == 0 else row.together or n == len(rows) - 1 or (n == 1 and block.kind not in DRAWN)
            yield replace(row, gap=gap if n == 0 else 0.0, together=together)
        stay = block.kind in {"heading", "subheading", "item", "address"}


def _block_rows(index: int, block: Block, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    if block.kind in DRAWN:
        yield from _drawn_rows(index, block, measure, style)
        return
    bold = block.kind == "heading"
    label, text = _label(block)
    room = _room(block, style)
    spread = block.kind not in {"heading", "subheading", "address"}
    head = (Text(0, label, style.size),) if label else ()
    for n, line in enumerate(wrap(measure.shaped(text, bold=bold), style.size, room, spread=spread)):
        piece = Text(line.x, line.text, style.size, bold, line.tracking)
        offset = line.start + (len(block.text) - len(text)) * bool(line.start)
        yield Row(style.line, (*head, piece) if n == 0 else (piece,), block=index, start=offset)


def _drawn_rows(index: int, block: Block, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    """Yield caption, header and rows of a table or chart: the first three stay together; a chart is not parted if a page can hold it."""
    caption = wrap(measure.shaped(block.text, bold=True), style.size, Room(style.width), spread=False)
    for n, line in enumerate(caption):
        text = Text(line.x, line.text, style.size, bold=True)
        yield Row(style.line, (text,), block=index, start=n, together=n > 0)
    parts = _parts(block, measure, style)
    room = style.foot - style.running_top - style.catchword_lines * style.line
    whole = block.kind == "chart" and len(caption) * style.line + sum(part.height for part in parts) <= room
    head: Row | None = None
    for n, part in enumerate(parts):
        row = Row(part.height, block=index, start=len(caption) + n, drawn=part, together=whole or n < 2)
        yield replace(row, above=head)
        if n == 0 and (isinstance(part, ChartRow) or repeated_height(part, style)):
            head = replace(row, repeated=True)


def _parts(block: Block, measure: Measure, style: HouseStyle) -> Sequence[GridRow | ChartRow]:
    if block.kind == "chart":
        return lay_chart(block.bars, measure, style)
    return lay_table(block.cells, measure, style)


def _label(block: Block) -> tuple[str, str]:
    """Return the เรียน or ถึง that stands at the margin before an addressee, and the rest."""
    first, _, rest = block.text.partition(" ")
    return (first, rest) if block.kind == "address" and not block.level and rest else ("", block.text)


def _room(block: Block, style: HouseStyle) -> Room:
    if block.kind == "address":
        return Room(style.width, HANG, HANG)
    return Room(style.width, style.first_line)

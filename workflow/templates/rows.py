"""What stands on a page, back-end-free: rows of placed text, and the rows of a document's body."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from workflow.core.document import Block
from workflow.templates.house_style import HouseStyle
from workflow.templates.lines import Room, wrap
from workflow.templates.measure import Measure

HANG = 40.0
"""Where a name begins after เรียน or ถึง, in points from the left margin."""


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
    break before it; `seal` marks the place of the seal, drawn at the row's left.
    """

    height: float
    texts: tuple[Text, ...] = ()
    gap: float = 0.0
    rules: tuple[tuple[float, float], ...] = ()
    block: int | None = None
    start: int = 0
    together: bool = False
    seal: float | None = None


@dataclass(frozen=True)
class Page:
    """One page: its number, its rows with their y from the top of the paper, and the words that open the next page."""

    number: int
    rows: tuple[tuple[float, Row], ...]
    catchword: str | None = None
    opens: tuple[int, int] | None = field(default=None)


def gap_before(blocks: tuple[Block, ...], index: int, style: HouseStyle) -> float:
    """Return the space above a block: before each part, the closing, and each group of addressees."""
    kind = blocks[index].kind
    starts_group = kind == "address" and (index == 0 or blocks[index - 1].kind != "address")
    return style.part_gap if kind in {"heading", "closing"} or starts_group else 0.0


def body_rows(blocks: tuple[Block, ...], measure: Measure, style: HouseStyle) -> Iterator[Row]:
    """Yield the rows of all blocks: no page may begin with a paragraph's last line or end with its first, or with a heading."""
    stay = False
    for index, block in enumerate(blocks):
        rows = list(_block_rows(index, block, measure, style))
        gap = gap_before(blocks, index, style)
        for n, row in enumerate(rows):
            together = stay if n == 0 else n == 1 or n == len(rows) - 1
            yield Row(row.height, row.texts, gap if n == 0 else 0, (), index, row.start, together)
        stay = block.kind in {"heading", "subheading", "item", "address"}


def _block_rows(index: int, block: Block, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    bold = block.kind == "heading"
    label, text = _label(block)
    room = _room(block, style)
    spread = block.kind not in {"heading", "subheading", "address"}
    head = (Text(0, label, style.size),) if label else ()
    for n, line in enumerate(wrap(measure.shaped(text, bold=bold), style.size, room, spread=spread)):
        piece = Text(line.x, line.text, style.size, bold, line.tracking)
        offset = line.start + (len(block.text) - len(text)) * bool(line.start)
        yield Row(style.line, (*head, piece) if n == 0 else (piece,), block=index, start=offset)


def _label(block: Block) -> tuple[str, str]:
    """Return the เรียน or ถึง that stands at the margin before an addressee, and the rest."""
    first, _, rest = block.text.partition(" ")
    return (first, rest) if block.kind == "address" and not block.level and rest else ("", block.text)


def _room(block: Block, style: HouseStyle) -> Room:
    if block.kind == "address":
        return Room(style.width, HANG, HANG)
    return Room(style.width, style.first_line)

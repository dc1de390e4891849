"""What is signed on a copy: who certifies a สำเนาถูกต้อง (ข้อ ๓๑), who initials the owner's สำเนาคู่ฉบับ (ข้อ ๓๐).

The certification stands left of the signature, the initials at the lower right of the last page. Both use room that the paper
leaves free; only where there is none do they move anything.
"""

from collections.abc import Iterator, Sequence

from workflow.core.document import Document
from workflow.templates.house_style import HouseStyle
from workflow.templates.lines import Room, wrap
from workflow.templates.marks import CERTIFIED
from workflow.templates.measure import Measure
from workflow.templates.rows import Aside, Row

_DOTS = "." * 36
_BESIDE = 12.0


def certified_lines(document: Document, measure: Measure, style: HouseStyle) -> tuple[str, ...]:
    """Return the lines of the certification: its words, room and a line to sign on, name, position, date."""
    signer = document.certified
    if signer is None:
        return ()
    signed = f"{signer.rank} {_DOTS}" if signer.rank else _DOTS
    named = (f"({signer.name})", *signer.title_lines, signer.dated or f"วันที่ {_DOTS}")
    room = Room(_width(style))
    wrapped = [line.text for t in named for line in wrap(measure.shaped(t), style.size, room, spread=False)]
    return (CERTIFIED, "", signed, *wrapped)


def initial_lines(document: Document) -> tuple[str, ...]:
    """Return the lines to initial: `ร่าง ………`, or the name of who did."""
    return tuple(f"{one.part} {one.name or _DOTS}" for one in document.initials)


def beside_signature(document: Document, measure: Measure, style: HouseStyle, free: float) -> float:
    """Return how much lower than `free` points under the text the certification reaches: what the foot must give way."""
    lines = certified_lines(document, measure, style)
    return max(0.0, (len(lines) + 0.5) * style.line - free) if lines else 0.0


def under_signature(document: Document, measure: Measure, style: HouseStyle, foot: Sequence[Row]) -> float:
    """Return the height to keep free under the paper's last line for the initials; they may stand right of a narrow foot."""
    lines = initial_lines(document)
    if not lines:
        return 0.0
    height = (len(lines) + 0.5) * style.line
    x = style.width - _initials_width(lines, measure, style) - _BESIDE
    ends = (t.x + measure.width(t.text, t.size) for row in foot for t in row.texts)
    beside = sum(row.gap + row.height for row in foot) if max(ends, default=0.0) <= x else 0.0
    return max(0.0, height - beside)


def sign_asides(
    document: Document, tail: Sequence[tuple[float, Row]], measure: Measure, style: HouseStyle, free: float
) -> Iterator[Aside]:
    """Yield certification and initials at their places beside and under the `tail`, `free` points of which lie above its foot."""
    lines = certified_lines(document, measure, style)
    if lines and tail:
        top = tail[0][0] - tail[0][1].gap
        y = top + max(style.line / 2, free - len(lines) * style.line)
        yield Aside(0.0, y, _width(style), lines, style.size, style.line, "center")
    initials = initial_lines(document)
    if initials:
        width = _initials_width(initials, measure, style)
        y = style.foot - len(initials) * style.line
        yield Aside(style.width - width, y, width, initials, style.size, style.line)


def _width(style: HouseStyle) -> float:
    return style.middle - _BESIDE


def _initials_width(lines: Sequence[str], measure: Measure, style: HouseStyle) -> float:
    return max(measure.width(line, style.size) for line in lines) + _BESIDE / 2

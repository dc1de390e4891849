"""What stands under the text: the signature block, or the unit, the place of the seal and the date of a letter under seal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workflow.core.document import Document, SignatureBlock
from workflow.templates.fields import Field, field_of, field_rows
from workflow.templates.house_style import HouseStyle
from workflow.templates.labels import COPIES, EMAIL, PHONE
from workflow.templates.lines import Room, wrap
from workflow.templates.measure import Measure
from workflow.templates.rows import Row, Text
from workflow.templates.signs import beside_signature, under_signature

INITIALS = "ลายมือชื่อย่อ ...................."


@dataclass(frozen=True)
class Tail:
    """The rows under the text: signature or seal, the foot (whose paper it is), and room kept free for initials under them."""

    signed: tuple[Row, ...]
    foot: tuple[Row, ...]
    room: float

    @property
    def free(self) -> float:
        """The height beside the signature, from the end of the text to the foot, without the foot's own gap."""
        return height_of(self.signed)

    def rows(self) -> tuple[Row, ...]:
        """Return all rows; none of them may be parted from the row before it."""
        return (*self.signed, *self.foot, *((Row(self.room, together=True),) if self.room else ()))


def height_of(rows: Iterable[Row]) -> float:
    """Return the height of rows under each other, gaps included."""
    return sum(row.gap + row.height for row in rows)


def tail_of(document: Document, measure: Measure, style: HouseStyle) -> Tail:
    """Return what stands under the text."""
    if document.form == "stamped":
        signed = tuple(_seal(document, measure, style))
    else:
        signed = (*_ending(document, style), *_signature(document, measure, style))
    lower = beside_signature(document, measure, style, height_of(signed))
    foot = tuple(_foot(document, measure, style))
    if foot:
        foot = (replace(foot[0], gap=foot[0].gap + lower), *foot[1:])
    room = under_signature(document, measure, style, foot)
    return Tail(signed, foot, room if foot else max(room, lower))


def tail_rows(document: Document, measure: Measure, style: HouseStyle) -> tuple[Row, ...]:
    """Return the rows under the text."""
    return tail_of(document, measure, style).rows()


def axis(document: Document, measure: Measure, style: HouseStyle) -> float:
    """Return the x about which the lines under the text are centred: the right half's middle.

    In an external letter คำลงท้าย and date begin at the middle of the paper, so there the widest line does too.
    """
    half = (style.middle + style.width) / 2
    if document.form != "letter" or document.signature is None:
        return half
    lines = (document.ending or "", *signature_lines(document.signature))
    return min(half, style.middle + max(measure.width(line, style.size) for line in lines) / 2)


def rank_x(document: Document, measure: Measure, style: HouseStyle) -> float:
    """Return where the rank stands: at the left end of the widest line under it, the signature is written to its right."""
    lines = signature_lines(document.signature) if document.signature else ()
    at = axis(document, measure, style)
    return min((at - measure.width(line, style.size) / 2 for line in lines), default=at)


def foot_of(document: Document, measure: Measure, style: HouseStyle) -> tuple[tuple[str, ...], Field | None]:
    """Return what stands at the foot of a letter, under seal or not: unit, telephone and e-mail of its owner, and to whom copies go."""
    if document.form not in {"letter", "stamped"}:
        return (), None
    labelled = ((PHONE, document.head.phone), (EMAIL, document.email))
    lines = (document.owner or "", *(f"{label} {text}" for label, text in labelled if text))
    copies = document.copies_to
    return tuple(filter(None, lines)), field_of(COPIES, copies, measure, style, numbered=False) if copies else None


def signature_lines(signature: SignatureBlock) -> tuple[str, ...]:
    """Return the centred lines of a signature block: the name in brackets, the title lines, the date."""
    dated = (signature.dated,) if signature.dated else ()
    return (f"({signature.name})", *signature.title_lines, *dated)


def _ending(document: Document, style: HouseStyle) -> Iterator[Row]:
    if document.ending:
        yield Row(style.line, (Text(style.middle, document.ending, style.size),), gap=style.ending_gap, together=True)


def _signature(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    signature = document.signature
    if signature is None:
        return
    rank = (Text(rank_x(document, measure, style), signature.rank, style.size),) if signature.rank else ()
    yield Row(style.line, rank, gap=style.signature_gap - style.line, together=True)
    at = axis(document, measure, style)
    for line in signature_lines(signature):
        x = at - measure.width(line, style.size) / 2
        yield Row(style.line, (Text(x, line, style.size),), together=True)


def _foot(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    lines, copies = foot_of(document, measure, style)
    gap = style.foot_gap
    for text in lines:
        for line in wrap(measure.shaped(text), style.size, Room(style.width), spread=False):
            yield Row(style.line, (Text(0, line.text, style.size),), gap=gap, together=True)
            gap = 0.0
    if copies:
        yield from field_rows(copies, measure, style, gap=gap, together=True)


def _seal(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    def centred(text: str, gap: float = 0.0) -> Row:
        x = axis(document, measure, style) - measure.width(text, style.size) / 2
        return Row(style.line, (Text(x, text, style.size),), gap=gap, together=True)

    left = style.middle + (style.width - style.middle - style.seal) / 2
    yield centred(document.head.unit, gap=style.line)
    yield Row(style.seal, seal=left, together=True)
    yield centred(INITIALS)
    yield centred(document.head.dated or "")

"""What stands under the text: the signature block, or the unit, the place of the seal and the date of a letter under seal."""

from collections.abc import Iterator

from workflow.core.document import Document, SignatureBlock
from workflow.templates.heads import PHONE
from workflow.templates.house_style import HouseStyle
from workflow.templates.measure import Measure
from workflow.templates.rows import Row, Text

INITIALS = "ลายมือชื่อย่อ ...................."


def tail_rows(document: Document, measure: Measure, style: HouseStyle) -> tuple[Row, ...]:
    """Return the rows under the text; none of them may be parted from the row before it."""
    if document.form == "stamped":
        return tuple(_seal(document, measure, style))
    return tuple(_signature(document.signature, measure, style)) if document.signature else ()


def rank_x(signature: SignatureBlock, measure: Measure, style: HouseStyle) -> float:
    """Return where the rank stands: at the left end of the widest line under it, the signature is written to its right."""
    lines = signature_lines(signature)
    return min(_centred(line, measure, style) for line in lines)


def signature_lines(signature: SignatureBlock) -> tuple[str, ...]:
    """Return the centred lines of a signature block: the name in brackets, the title lines, the date."""
    dated = (signature.dated,) if signature.dated else ()
    return (f"({signature.name})", *signature.title_lines, *dated)


def _centred(text: str, measure: Measure, style: HouseStyle) -> float:
    return style.middle + (style.width - style.middle - measure.width(text, style.size)) / 2


def _signature(signature: SignatureBlock, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    rank = (Text(rank_x(signature, measure, style), signature.rank, style.size),) if signature.rank else ()
    yield Row(style.line, rank, gap=style.signature_gap - style.line, together=True)
    for line in signature_lines(signature):
        yield Row(style.line, (Text(_centred(line, measure, style), line, style.size),), together=True)


def _seal(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    def centred(text: str, gap: float = 0.0) -> Row:
        return Row(style.line, (Text(_centred(text, measure, style), text, style.size),), gap=gap, together=True)

    left = style.middle + (style.width - style.middle - style.seal) / 2
    yield centred(document.head.unit, gap=style.line)
    yield Row(style.seal, seal=left, together=True)
    yield centred(INITIALS)
    yield centred(document.head.dated or "")
    foot = [document.owner or "", f"{PHONE} {document.head.phone}" if document.head.phone else ""]
    for n, text in enumerate(filter(None, foot)):
        yield Row(style.line, (Text(0, text, style.size),), gap=0.0 if n else style.line, together=True)

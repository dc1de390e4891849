"""What stands under the text in DOCX: the signature block, or the place of the seal."""

from collections.abc import Iterator

from workflow.core.document import Document, SignatureBlock
from workflow.templates.docx_pictures import Pictures
from workflow.templates.heads import PHONE
from workflow.templates.house_style import HouseStyle
from workflow.templates.measure import Measure
from workflow.templates.ooxml import Element, element, mark_run, paragraph, run, run_properties, twips
from workflow.templates.tails import INITIALS, rank_x, signature_lines


def tail_paragraphs(document: Document, measure: Measure, style: HouseStyle, pictures: Pictures) -> Iterator[Element]:
    """Yield the paragraphs under the text; all stay on one page."""
    if document.form == "stamped":
        yield from _seal(document, style, pictures)
    elif document.signature:
        yield from _signature(document.signature, measure, style)


def _signature(signature: SignatureBlock, measure: Measure, style: HouseStyle) -> Iterator[Element]:
    rank = [run(signature.rank, run_properties(style.size))] if signature.rank else []
    indent = {"left": twips(rank_x(signature, measure, style))}
    before = style.signature_gap - style.line
    yield paragraph(rank, line=style.line, before=before, indent=indent, extras=[element("w:keepNext")])
    yield from (_centred(line, style) for line in signature_lines(signature))


def _centred(text: str, style: HouseStyle, *, before: float = 0) -> Element:
    runs = [run(text, run_properties(style.size))]
    indent = {"left": twips(style.middle)}
    extras = [element("w:keepNext")]
    return paragraph(runs, line=style.line, align="center", before=before, indent=indent, extras=extras)


def _seal(document: Document, style: HouseStyle, pictures: Pictures) -> Iterator[Element]:
    yield _centred(document.head.unit, style, before=style.line)
    # A paragraph of its own: Word and LibreOffice disagree whether the space above a paragraph is part of it.
    yield paragraph(
        [mark_run(pictures.seal(), run_properties(style.size))], line=style.line, extras=[element("w:keepNext")]
    )
    yield _centred(INITIALS, style, before=style.seal - style.line)
    yield _centred(document.head.dated or "", style)
    foot = [document.owner or "", f"{PHONE} {document.head.phone}" if document.head.phone else ""]
    for n, text in enumerate(filter(None, foot)):
        yield paragraph([run(text, run_properties(style.size))], line=style.line, before=0 if n else style.line)

"""What stands under the text in DOCX: the signature block, or the place of the seal."""

from collections.abc import Iterator

from workflow.core.document import Document
from workflow.templates.docx_fields import field_paragraphs
from workflow.templates.docx_pictures import Pictures
from workflow.templates.house_style import HouseStyle
from workflow.templates.measure import Measure
from workflow.templates.ooxml import Element, element, mark_run, paragraph, run, run_properties, twips
from workflow.templates.tails import INITIALS, axis, foot_of, rank_x, signature_lines, tail_of


def tail_paragraphs(document: Document, measure: Measure, style: HouseStyle, pictures: Pictures) -> Iterator[Element]:
    """Yield the paragraphs under the text; all stay on one page."""
    if document.form == "stamped":
        yield from _seal(document, style, pictures)
    else:
        yield from _signature(document, measure, style)
    yield from _foot(document, measure, style)


def _signature(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Element]:
    signature = document.signature
    if document.ending:
        yield _at(document.ending, style.middle, style, before=style.ending_gap)
    if signature is None:
        return
    before = style.signature_gap - style.line
    yield _at(signature.rank or "", rank_x(document, measure, style), style, before=before)
    left = 2 * axis(document, measure, style) - style.width  # between it and the right margin the axis is the middle
    yield from (_centred(line, style, left=left) for line in signature_lines(signature))


def _at(text: str, x: float, style: HouseStyle, *, before: float) -> Element:
    runs = [run(text, run_properties(style.size))] if text else []
    return paragraph(runs, line=style.line, before=before, indent={"left": twips(x)}, extras=[element("w:keepNext")])


def _centred(text: str, style: HouseStyle, *, before: float = 0, left: float | None = None) -> Element:
    runs = [run(text, run_properties(style.size))]
    indent = {"left": twips(style.middle if left is None else left)}
    extras = [element("w:keepNext")]
    return paragraph(runs, line=style.line, align="center", before=before, indent=indent, extras=extras)


def _foot(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Element]:
    lines, copies = foot_of(document, measure, style)
    above = tail_of(document, measure, style).foot
    gap = above[0].gap if above else 0.0
    for n, text in enumerate(lines):
        keep = [element("w:keepNext")] if copies or n + 1 < len(lines) else []
        yield paragraph([run(text, run_properties(style.size))], line=style.line, before=0 if n else gap, extras=keep)
    if copies:
        yield from field_paragraphs(copies, style, gap=0 if lines else gap)


def _seal(document: Document, style: HouseStyle, pictures: Pictures) -> Iterator[Element]:
    yield _centred(document.head.unit, style, before=style.line)
    # A paragraph of its own: Word and LibreOffice disagree whether the space above a paragraph is part of it.
    yield paragraph(
        [mark_run(pictures.seal(), run_properties(style.size))], line=style.line, extras=[element("w:keepNext")]
    )
    yield _centred(INITIALS, style, before=style.seal - style.line)
    yield _centred(document.head.dated or "", style)

"""Labelled fields and the head of an external letter in DOCX: hanging paragraphs on tab stops."""

from collections.abc import Iterator

from workflow.core.document import Document
from workflow.templates.fields import Field
from workflow.templates.house_style import HouseStyle
from workflow.templates.labels import NUMBER
from workflow.templates.letter_head import agency_lines, feet, letter_fields
from workflow.templates.marks import mark_drop
from workflow.templates.measure import Measure
from workflow.templates.ooxml import Element, element, mark_run, paragraph, run, run_properties, tabs, twips


def letter_head_paragraphs(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Element]:
    """Yield the paragraphs above the text of an external letter."""
    head = document.head
    x, _ = agency_lines(document, measure, style)
    top = feet(style) + mark_drop(document, measure, style)
    for n, text in enumerate((head.unit, *head.address)):
        number = [] if n else [_run(f"{NUMBER} {head.number}", style)]
        runs = [*number, _tab(style), _run(text, style)]
        hung = {"left": twips(x), "hanging": twips(x)}
        yield paragraph(runs, line=style.line, before=0 if n else top, indent=hung, extras=[tabs(("left", x))])
    indent = {"left": twips(style.middle)}
    yield paragraph([_run(head.dated or "", style)], line=style.line, before=style.part_gap, indent=indent)
    for field in letter_fields(document, measure, style):
        yield from field_paragraphs(field, style, gap=style.part_gap)


def field_paragraphs(field: Field, style: HouseStyle, *, gap: float, stays: bool = False) -> Iterator[Element]:
    """Yield the field's paragraphs, one a value, `gap` points above the first; `stays`: none parts from the one after it."""
    stops = [("left", x) for x in sorted({field.number_x, field.text_x})]
    for n, (number, value) in enumerate(zip(field.numbers, field.values, strict=True)):
        label = [] if n else [_run(field.label, style), _tab(style)]
        before = [_run(number, style), _tab(style)] if number else []
        hanging = field.text_x - (field.number_x if n else 0)
        indent = {"left": twips(field.text_x), "hanging": twips(hanging)}
        extras = [tabs(*stops), *([element("w:keepNext")] if stays else [])]
        runs = [*label, *before, _run(value, style)]
        yield paragraph(runs, line=style.line, before=0 if n else gap, indent=indent, extras=extras)


def _run(text: str, style: HouseStyle) -> Element:
    return run(text, run_properties(style.size))


def _tab(style: HouseStyle) -> Element:
    return mark_run(element("w:tab"), run_properties(style.size))

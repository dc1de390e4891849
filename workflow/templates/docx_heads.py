"""The head of each form in DOCX: labels, values on dotted underlined tabs, addressees."""

from collections.abc import Callable, Iterator

from workflow.core.document import Document, Form
from workflow.templates.docx_fields import letter_head_paragraphs
from workflow.templates.heads import date_x, phone_x
from workflow.templates.house_style import HouseStyle
from workflow.templates.labels import DATED, DEAR, NUMBER, PHONE, SUBJECT, TO, UNIT
from workflow.templates.letter_head import feet
from workflow.templates.marks import mark_drop, mark_text, others, urgencies
from workflow.templates.measure import Measure
from workflow.templates.ooxml import Element, element, mark_run, paragraph, run, run_properties, tabs, twips
from workflow.templates.rows import HANG

Runs = list[Element]


def head_paragraphs(
    document: Document, measure: Measure, style: HouseStyle, emblem: Element | None
) -> Iterator[Element]:
    """Yield the paragraphs above the text; the emblem, a floating picture, hangs on the first."""
    made = list(_HEADS[document.form](document, measure, style))
    if emblem is not None:
        made[0].append(mark_run(emblem, run_properties(style.size)))
    yield from made
    if document.form not in {"endorsement", "letter"}:  # a letter's paragraphs have a gap of their own
        yield paragraph([], line=style.part_gap)


def _memo(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Element]:
    head = document.head
    title = [_tab(style), run(document.title, run_properties(style.title_size, bold=True))]
    stops = tabs(("center", style.width / 2))
    yield paragraph(title, line=style.title_line, before=style.title_drop, extras=[stops])
    phone = [_dotted_tab(style), _dotted(f"{PHONE} {head.phone}", style)] if head.phone else []
    unit = [*_field(UNIT, head.unit, style), *phone, _dotted_tab(style)]
    drop = mark_drop(document, measure, style)
    yield _line(unit, style, *([phone_x(document, measure, style)] if head.phone else []), before=drop)
    number = [*_field(NUMBER, head.number, style), _dotted_tab(style)]
    yield _line(
        [*number, *_field(DATED, head.dated or "", style), _dotted_tab(style)], style, date_x(document, measure, style)
    )
    hang = measure.width(f"{SUBJECT} ", style.label_size, bold=True)
    subject = [*_field(SUBJECT, head.subject or "", style), _dotted_tab(style)]
    indent = {"left": twips(hang), "hanging": twips(hang)}
    yield paragraph(subject, line=style.label_line, indent=indent, extras=[tabs(("right", style.width))])
    yield from _to(DEAR, head.to, style)


def _endorsement(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Element]:
    if document.host_note:
        yield paragraph([_plain(document.host_note, style)], line=style.line)
        yield paragraph([], line=style.line)
    for mark in urgencies(document):
        yield paragraph([_mark(mark, style)], line=style.urgency_size * 1.3)
    yield _number(document, style)


def _stamped(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Element]:
    before = feet(style) + mark_drop(document, measure, style)
    yield paragraph([_plain(f"{NUMBER} {document.head.number}", style)], line=style.line, before=before)
    yield from _to(TO, document.head.to, style)


_HEADS: dict[Form, Callable[[Document, Measure, HouseStyle], Iterator[Element]]] = {
    "memo": _memo,
    "endorsement": _endorsement,
    "stamped": _stamped,
    "letter": letter_head_paragraphs,
}


def _line(runs: Runs, style: HouseStyle, *stops: float, before: float = 0) -> Element:
    ends = tabs(*(("left", stop) for stop in stops), ("right", style.width))
    return paragraph(runs, line=style.label_line, before=before, extras=[ends])


def _field(label: str, value: str, style: HouseStyle) -> Runs:
    return [run(f"{label} ", run_properties(style.label_size, bold=True)), _dotted(value, style)]


def _to(label: str, names: tuple[str, ...], style: HouseStyle) -> Iterator[Element]:
    for n, name in enumerate(names):
        runs = [] if n else [_plain(label, style), _tab(style)]
        indent = {"left": twips(HANG), "hanging": 0 if n else twips(HANG)}
        before = 0 if n else style.part_gap
        extras = [tabs(("left", HANG))]
        yield paragraph([*runs, _plain(name, style)], line=style.line, before=before, indent=indent, extras=extras)


def _number(document: Document, style: HouseStyle) -> Element:
    beside = (
        [_tab(style), run("  ".join(marks), run_properties(style.size, bold=True))]
        if (marks := others(document))
        else []
    )
    runs = [_plain(f"{NUMBER} {document.head.number}", style), *beside]
    return paragraph(runs, line=style.line, extras=[tabs(("right", style.width))])


def _mark(mark: str, style: HouseStyle) -> Element:
    size, colour = mark_text(mark, style)
    return run(mark, run_properties(size, bold=True, colour="C00000" if colour == "red" else None))


def _plain(text: str, style: HouseStyle) -> Element:
    return run(text, run_properties(style.size))


def _dotted(text: str, style: HouseStyle) -> Element:
    return run(text, run_properties(style.size, dotted=True))


def _tab(style: HouseStyle) -> Element:
    return mark_run(element("w:tab"), run_properties(style.size))


def _dotted_tab(style: HouseStyle) -> Element:
    return mark_run(element("w:tab"), run_properties(style.size, dotted=True))

"""The head of an external letter (หนังสือภายนอก, ข้อ ๑๑): number and agency at the emblem's feet, date, and the fields above the text."""

from collections.abc import Iterator

from workflow.core.document import Document
from workflow.templates.fields import Field, field_of, field_rows
from workflow.templates.house_style import HouseStyle
from workflow.templates.labels import DEAR, ENCLOSURES, NUMBER, REFERENCES, SUBJECT
from workflow.templates.lines import Room, wrap
from workflow.templates.marks import mark_drop
from workflow.templates.measure import Measure
from workflow.templates.rows import Row, Text

_BESIDE_EMBLEM = 8.0
_SLACK = 6.0  # a line that ends exactly at the margin is broken by the next program that sets it


def letter_head_rows(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    """Yield the rows above the text of a letter."""
    head = document.head
    x, lines = agency_lines(document, measure, style)
    number = (Text(0, NUMBER, style.size), Text(measure.width(f"{NUMBER} ", style.size), head.number, style.size))
    top = feet(style) + mark_drop(document, measure, style)
    for n, line in enumerate(lines):
        agency = Text(x, line, style.size)
        yield Row(style.line, (agency,) if n else (*number, agency), gap=0.0 if n else top)
    yield Row(style.line, (Text(style.middle, head.dated or "", style.size),), gap=style.part_gap)
    for field in letter_fields(document, measure, style):
        yield from field_rows(field, measure, style, gap=style.part_gap)


def feet(style: HouseStyle) -> float:
    """Return the space above the line that stands level with the emblem's feet."""
    return style.emblem_letter - style.line / 2


def agency_lines(document: Document, measure: Measure, style: HouseStyle) -> tuple[float, tuple[str, ...]]:
    """Return where the agency's name and address begin, and their lines: right of the emblem, the widest nearly to the margin."""
    room = Room(style.width - style.middle - style.emblem_letter / 2 - _BESIDE_EMBLEM - _SLACK)
    texts = (document.head.unit, *document.head.address)
    lines = [line.text for t in texts for line in wrap(measure.shaped(t), style.size, room, spread=False)]
    widest = max((measure.width(line, style.size) for line in lines), default=0.0)
    return style.width - _SLACK - widest, tuple(lines)


def letter_fields(document: Document, measure: Measure, style: HouseStyle) -> tuple[Field, ...]:
    """Return subject, salutation, references and enclosures, those that the letter has."""
    head = document.head
    found = (
        (SUBJECT, (head.subject or "",), False),
        (head.opening or DEAR, head.to, False),
        (REFERENCES, head.references, True),
        (ENCLOSURES, head.enclosures, True),
    )
    return tuple(field_of(label, texts, measure, style, numbered=n) for label, texts, n in found if any(texts))

"""The head of each form, above the text: memo (บันทึกข้อความ), endorsement (เกษียน), letter under seal and external letter."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from workflow.core.document import Document, Form
from workflow.templates.house_style import HouseStyle
from workflow.templates.labels import DATED, DEAR, NUMBER, PHONE, SUBJECT, TO, UNIT
from workflow.templates.letter_head import feet, letter_head_rows
from workflow.templates.lines import Room, wrap
from workflow.templates.marks import mark_drop, others, urgencies
from workflow.templates.measure import Measure
from workflow.templates.rows import HANG, Row, Text

_AFTER_LABEL = 6.0


def head_rows(document: Document, measure: Measure, style: HouseStyle) -> tuple[Row, ...]:
    """Return the rows above the text, the first of them at the top of the first page's text area."""
    return tuple(_HEADS[document.form](document, measure, style))


def date_x(document: Document, measure: Measure, style: HouseStyle) -> float:
    """Return where วันที่ begins: under the ข of บันทึกข้อความ."""
    title = measure.width(document.title, style.title_size, bold=True)
    return (style.width - title) / 2 + measure.width("บันทึก", style.title_size, bold=True)


def phone_x(document: Document, measure: Measure, style: HouseStyle) -> float:
    """Return where โทร. begins on the ส่วนราชการ line: at three fifths, or after a long name."""
    name = _value_x(UNIT, measure, style) + measure.width(document.head.unit, style.size)
    return max(style.width * 0.6, name + 3 * _AFTER_LABEL)


def _value_x(label: str, measure: Measure, style: HouseStyle) -> float:
    return measure.width(label, style.label_size, bold=True) + _AFTER_LABEL


def _memo(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    head = document.head
    title_x = (style.width - measure.width(document.title, style.title_size, bold=True)) / 2
    title = Text(title_x, document.title, style.title_size, bold=True)
    yield Row(style.title_line, (title,), gap=style.title_drop)
    phone = ((phone_x(document, measure, style), f"{PHONE} {head.phone}"),) if head.phone else ()
    unit = _ruled((0, UNIT, head.unit), measure, style, extra=phone)
    yield replace(unit, gap=mark_drop(document, measure, style))
    at = date_x(document, measure, style)
    number, dated = (0, NUMBER, head.number), (at, DATED, head.dated or "")
    yield _joined(_ruled(number, measure, style, end=at - _AFTER_LABEL), _ruled(dated, measure, style))
    yield from _subject(head.subject or "", measure, style)
    yield from _to(DEAR, head.to, measure, style)


def _ruled(
    field: tuple[float, str, str],
    measure: Measure,
    style: HouseStyle,
    *,
    end: float | None = None,
    extra: tuple[tuple[float, str], ...] = (),
) -> Row:
    x, label, value = field
    start = x + _value_x(label, measure, style)
    values = ((start, value), *extra)
    texts = (Text(x, label, style.label_size, bold=True), *(Text(at, text, style.size) for at, text in values if text))
    return Row(style.label_line, texts, rules=((start - _AFTER_LABEL / 2, end or style.width),))


def _joined(left: Row, right: Row) -> Row:
    return Row(left.height, left.texts + right.texts, rules=left.rules + right.rules)


def _subject(subject: str, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    start = _value_x(SUBJECT, measure, style)
    room = Room(style.width, start, start)
    for n, line in enumerate(wrap(measure.shaped(subject), style.size, room, spread=False)):
        label = (Text(0, SUBJECT, style.label_size, bold=True),) if n == 0 else ()
        texts = (*label, Text(line.x, line.text, style.size))
        height = style.label_line if n == 0 else style.line
        yield Row(height, texts, rules=((start - _AFTER_LABEL / 2, style.width),))


def _to(label: str, names: tuple[str, ...], measure: Measure, style: HouseStyle) -> Iterator[Row]:
    for n, name in enumerate(names):
        for m, line in enumerate(wrap(measure.shaped(name), style.size, Room(style.width, HANG, HANG), spread=False)):
            first = (Text(0, label, style.size),) if n + m == 0 else ()
            gap = style.part_gap if n + m == 0 else 0.0
            yield Row(style.line, (*first, Text(line.x, line.text, style.size)), gap=gap)
    yield Row(style.part_gap)


def _endorsement(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    if document.host_note:
        for line in wrap(measure.shaped(document.host_note), style.size, Room(style.width), spread=False):
            yield Row(style.line, (Text(line.x, line.text, style.size),))
        yield Row(style.line)
    for mark in urgencies(document):
        for line in wrap(measure.shaped(mark, bold=True), style.urgency_size, Room(style.width), spread=False):
            text = Text(0, line.text, style.urgency_size, bold=True, colour="red")
            yield Row(style.urgency_size * 1.3, (text,))
    yield Row(style.line, (*_number(document, measure, style), *_beside_number(document, measure, style)))


def _number(document: Document, measure: Measure, style: HouseStyle) -> tuple[Text, Text]:
    number = measure.width(f"{NUMBER} ", style.size)
    return Text(0, NUMBER, style.size), Text(number, document.head.number, style.size)


def _beside_number(document: Document, measure: Measure, style: HouseStyle) -> tuple[Text, ...]:
    mark = "  ".join(others(document))
    return (
        (Text(style.width - measure.width(mark, style.size, bold=True), mark, style.size, bold=True),) if mark else ()
    )


def _stamped(document: Document, measure: Measure, style: HouseStyle) -> Iterator[Row]:
    gap = feet(style) + mark_drop(document, measure, style)
    yield Row(style.line, _number(document, measure, style), gap=gap)
    yield from _to(TO, document.head.to, measure, style)


_HEADS: dict[Form, Callable[[Document, Measure, HouseStyle], Iterator[Row]]] = {
    "memo": _memo,
    "endorsement": _endorsement,
    "stamped": _stamped,
    "letter": letter_head_rows,
}

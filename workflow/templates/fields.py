"""A labelled field whose values hang under each other: `อ้างถึง  ๑. …`, `สิ่งที่ส่งมาด้วย  ๑. …`, `สำเนาส่ง  …`."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.core.thai_digits import to_thai
from workflow.templates.house_style import HouseStyle
from workflow.templates.lines import Room, wrap
from workflow.templates.measure import Measure
from workflow.templates.rows import HANG, Row, Text

_AFTER_LABEL = 8.0  # two keystrokes
_AFTER_NUMBER = 5.0


@dataclass(frozen=True)
class Field:
    """A label at the margin and its values; `numbers` stand before them at `number_x`, the words begin at `text_x` (points)."""

    label: str
    values: tuple[str, ...]
    numbers: tuple[str, ...]
    number_x: float
    text_x: float


def field_of(label: str, values: tuple[str, ...], measure: Measure, style: HouseStyle, *, numbered: bool) -> Field:
    """Return the field with its places; values are numbered when there are several and `numbered` says so."""
    number_x = max(HANG, measure.width(label, style.size) + _AFTER_LABEL)
    if not numbered or len(values) < 2:
        return Field(label, values, ("",) * len(values), number_x, number_x)
    numbers = tuple(f"{to_thai(n)}." for n in range(1, len(values) + 1))
    widest = max(measure.width(number, style.size) for number in numbers)
    return Field(label, values, numbers, number_x, number_x + widest + _AFTER_NUMBER)


def field_rows(
    field: Field, measure: Measure, style: HouseStyle, *, gap: float, together: bool = False
) -> Iterator[Row]:
    """Yield the field's rows, `gap` points above the first."""
    room = Room(style.width, field.text_x, field.text_x)
    for n, (number, value) in enumerate(zip(field.numbers, field.values, strict=True)):
        for m, line in enumerate(wrap(measure.shaped(value), style.size, room, spread=False)):
            label = (Text(0, field.label, style.size),) if n + m == 0 else ()
            before = (Text(field.number_x, number, style.size),) if number and m == 0 else ()
            texts = (*label, *before, Text(line.x, line.text, style.size))
            yield Row(style.line, texts, gap=0.0 if n + m else gap, together=together)

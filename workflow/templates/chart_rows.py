"""A chart of scores becomes rows: a label, a bar on the scale from 0 to 100, the group's average as a tick, the value in Thai digits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.core.document import Bar
from workflow.core.thai_digits import to_thai
from workflow.templates.house_style import HouseStyle
from workflow.templates.lines import Line, Room, wrap
from workflow.templates.measure import Measure

LABEL_LINES = 2
NO_VALUE = "-"
SCALE = (0, 25, 50, 75, 100)
SCORE, AVERAGE = "คะแนน (ร้อยละ)", "ค่าเฉลี่ยของกลุ่ม"
_WIDEST_LABEL = 0.44
_GAP = 8.0
_ROW_GAP = 3.0
_CUT = "..."


@dataclass(frozen=True)
class ChartRow:
    """A row of a chart: its bar, its height, its label's lines, what is printed for the value, and the plot's left and right edges.

    `bar` None: the row above the bars, with the scale and the legend (which explains a tick only when `averaged`).
    """

    height: float
    bar: Bar | None
    label: tuple[Line, ...]
    value: str
    plot: tuple[float, float]
    averaged: bool = False

    @property
    def words(self) -> str:
        """The words of the row's label as they stand."""
        return " ".join(line.text for line in self.label)


def lay_chart(bars: Sequence[Bar], measure: Measure, style: HouseStyle) -> tuple[ChartRow, ...]:
    """Return the rows of a chart as wide as the text, the row with scale and legend first."""
    widest = max((measure.width(bar.label, style.size) for bar in bars), default=0.0)
    label = min(widest, style.width * _WIDEST_LABEL)
    plot = (label + _GAP, style.width - measure.width(printed_score(100.0), style.size) - _GAP)
    averaged = any(bar.average is not None for bar in bars)
    head = ChartRow(2 * style.line if averaged else style.line, None, (), "", plot, averaged)
    return (head, *(_row(bar, label, plot, (measure, style)) for bar in bars))


def printed_score(value: float | None) -> str:
    """Return a score as it is printed: two decimals in Thai digits, `-` where there is none."""
    return NO_VALUE if value is None else to_thai(f"{value:.2f}")


def told(bars: Sequence[Bar]) -> str:
    """Return a chart in words, number by number, for who cannot see it."""
    return " ".join((f"แผนภูมิแท่งแสดง{SCORE}:", "; ".join(map(_told, bars))))


def _told(bar: Bar) -> str:
    score = "ไม่มีข้อมูล" if bar.value is None else printed_score(bar.value)
    average = "" if bar.average is None else f" ({AVERAGE} {printed_score(bar.average)})"
    return f"{bar.label} {score}{average}"


def _row(bar: Bar, width: float, plot: tuple[float, float], with_: tuple[Measure, HouseStyle]) -> ChartRow:
    measure, style = with_
    lines = _label(bar.label, width, measure, style)
    return ChartRow(max(1, len(lines)) * style.line + _ROW_GAP, bar, lines, printed_score(bar.value), plot)


def _label(text: str, width: float, measure: Measure, style: HouseStyle) -> tuple[Line, ...]:
    """Return the label's lines; a label of more than two ends with `...` (the whole is in the chart's text for the blind)."""
    # A hair of room: the widest label is exactly as wide as its column.
    lines = wrap(measure.shaped(text), style.size, Room(width + 0.1), spread=False)
    if len(lines) <= LABEL_LINES:
        return lines
    room = Room(width - measure.width(_CUT, style.size))
    kept, last = lines[: LABEL_LINES - 1], text[lines[LABEL_LINES - 1].start :]
    cut = wrap(measure.shaped(last), style.size, room, spread=False)[0]
    return (*kept, replace(cut, text=cut.text + _CUT))

"""A chart on a page of the PDF: grey bars with a black edge, the average a white-rimmed black tick, both told apart without colour."""

from collections.abc import Iterator, Sequence

from workflow.core.thai_digits import to_thai
from workflow.templates.chart_rows import AVERAGE, SCALE, SCORE, ChartRow
from workflow.templates.house_style import HouseStyle
from workflow.templates.measure import Measure
from workflow.templates.pdf.objects import number
from workflow.templates.rows import Text

Placed = tuple[float, ChartRow]
_BAR = 11.0
_TICK = 17.0
_LEGEND = 14.0
_SWATCH = 18.0
_NUMERAL = 13.0
_EDGE = 1.5  # from the text's edges: the picture made for Word ends there and must cut no letter


def chart_texts(rows: Sequence[Placed], measure: Measure, style: HouseStyle) -> Iterator[tuple[float, float, Text]]:
    """Yield the texts of a chart with the top and height of their line: legend and scale, then label and value of each bar."""
    for y, row in rows:
        if row.bar is None:
            yield from _head_texts(y, row, measure, style)
            continue
        top = y + (row.height - len(row.label) * style.line) / 2
        for n, line in enumerate(row.label):
            yield top + n * style.line, style.line, Text(_EDGE, line.text, style.size)
        x = style.width - _EDGE - measure.width(row.value, style.size)
        yield y + (row.height - style.line) / 2, style.line, Text(x, row.value, style.size)


def chart_strokes(rows: Sequence[Placed], measure: Measure, style: HouseStyle) -> Iterator[str]:
    """Yield what is drawn under the texts: the scale's lines, the bars, the ticks, the legend's signs."""
    yield from _scale(rows, style)
    for y, row in rows:
        middle = y + row.height / 2
        if row.bar is None:
            for x, sign, _ in _legend(row, measure, style):
                at = y + style.line / 2 + 1
                yield _bar(x, _SWATCH, at, style) if sign == "bar" else _tick(x + _SWATCH / 2, at, style)
            continue
        if row.bar.value is not None:
            yield _bar(row.plot[0], _at(row.bar.value, row) - row.plot[0], middle, style)
        if row.bar.average is not None:
            yield _tick(_at(row.bar.average, row), middle, style)
    yield "0 g"


def _at(value: float, row: ChartRow) -> float:
    left, right = row.plot
    return left + (right - left) * value / SCALE[-1]


def _legend(row: ChartRow, measure: Measure, style: HouseStyle) -> Iterator[tuple[float, str, str]]:
    """Yield place, sign and words of the legend's entries, from the left edge of the text."""
    x = _EDGE
    for sign, words in (("bar", SCORE), ("tick", AVERAGE))[: 2 if row.averaged else 1]:
        yield x, sign, words
        x += _SWATCH + 4 + measure.width(words, _LEGEND) + 14


def _head_texts(y: float, row: ChartRow, measure: Measure, style: HouseStyle) -> Iterator[tuple[float, float, Text]]:
    for x, _, words in _legend(row, measure, style):
        yield y, style.line, Text(x + _SWATCH + 4, words, _LEGEND)
    for value in SCALE:
        text = to_thai(str(value))
        x = _at(value, row) - measure.width(text, _NUMERAL) / 2
        yield y + row.height - style.line + 3, style.line, Text(x, text, _NUMERAL)


def _scale(rows: Sequence[Placed], style: HouseStyle) -> Iterator[str]:
    bars = [(y, row) for y, row in rows if row.bar is not None]
    if not bars:
        return
    top, bottom = bars[0][0], bars[-1][0] + bars[-1][1].height
    for value in SCALE:
        x, grey = _at(value, bars[0][1]), 0 if value == 0 else 0.7
        yield f"{grey:g} G .5 w [] 0 d 0 J {_x(x, style)} {_y(top, style)} m {_x(x, style)} {_y(bottom, style)} l S"


def _bar(x: float, width: float, middle: float, style: HouseStyle) -> str:
    box = f"{_x(x, style)} {_y(middle + _BAR / 2, style)} {number(width)} {number(_BAR)} re"
    return f".72 g 0 G .5 w {box} B"


def _tick(x: float, middle: float, style: HouseStyle) -> str:
    line = f"{_x(x, style)} {_y(middle - _TICK / 2, style)} m {_x(x, style)} {_y(middle + _TICK / 2, style)} l S"
    return f"1 G 3.4 w {line} 0 G 1.8 w {line}"


def _x(x: float, style: HouseStyle) -> str:
    return number(style.left + x)


def _y(y: float, style: HouseStyle) -> str:
    return number(style.page_height - y)

"""The indicator of an advice that names none, told by the paper's own table of scores: 3.2 stands under the row 3. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.core.reading import IndicatorScore, Recommendation
from workflow.parsers.fields.advice_headings import indicator_named
from workflow.parsers.skeleton import alike

_SAME = 60.0  # percent alike: names of one sub-indicator


def with_indicators_of(rows: Sequence[IndicatorScore], given: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    """Return the recommendations, those that name no indicator with the one whose number in the table begins their code.

    All stay as they are where one names an indicator, the table lacks a number, or calls a sub-indicator otherwise than its advice.
    """
    parts = {row.code: indicator_named(row.name) or row.name for row in rows if row.code.isdigit() and row.name}
    names = {row.code: row.name for row in rows if "." in row.code and row.name}
    under = [parts.get(one.code.partition(".")[0]) if "." in one.code else None for one in given]
    differs = any(one.name and one.code in names and alike(one.name, names[one.code] or "") < _SAME for one in given)
    if differs or not all(under) or any(one.indicator for one in given):
        return tuple(given)
    return tuple(replace(one, indicator=name) for one, name in zip(given, under, strict=True))

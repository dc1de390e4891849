"""The records of a table that has no upright lines: by the room between rows or, where rows stand close, by their numbers. Pure geometry.

The names of parts may stand in a column of their own, around the middle of their records.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from workflow.parsers.rows import flow
from workflow.parsers.unlined import Level, without

# points more than from line to line of a cell: from one record to the next; less is tried where letters stand exactly
_AIR, _LITTLE = 2.0, 0.6
_APART = 0.1  # of the records, or one: may hold two numbers of a column, or leave some of its advice behind
_FEW = 0.6  # of the records: no more of what a column holds is the names of parts
_FEWEST = 3  # records
_FEW_LINES = 20  # one of so many steps may be smaller than from line to line


def records_of(
    levels: Sequence[Level], numeric: Sequence[int], text: int, opens: Callable[[Level], bool]
) -> tuple[list[list[Level]], bool]:
    """Return the levels of each record, and whether the room between them parts all, not their numbers alone.

    `text` is the column with the longest cells, `opens` whether a level names a part of the table.
    """
    for air in (_AIR, _LITTLE):
        blocks = _by_room(levels, _pitch(levels, numeric) + air)
        apart = [part for block in blocks for part in _headed(block, numeric, opens)]
        numbered = [record for record in apart if any(level.numbers(numeric) for level in record)]
        twice = sum(_twice(record, numeric) for record in numbered)
        torn = sum(_is_torn(record, numeric, text) and not opens(record[0]) for record in apart)
        if len(numbered) >= _FEWEST and twice + torn <= max(1, _APART * len(numbered)):
            return [part for record in apart for part in _once(record, numeric)], True
    return list(_by_numbers(levels, numeric, opens)), False


def _is_torn(record: Sequence[Level], numeric: Sequence[int], text: int) -> bool:
    """Whether a record is a piece of another: words of the longest column, others beside them or not, and no number."""
    return text in record[0].cells and not any(level.numbers(numeric) for level in record)


def _headed(record: list[Level], numeric: Sequence[int], opens: Callable[[Level], bool]) -> Iterator[list[Level]]:
    """Yield a record, the name of a part that stands close above it apart: what is below begins with words of its own and numbers."""
    n = 0
    while n + 1 < len(record) and opens(record[n]):
        n += 1
    if n and record[n].numbers(numeric) and record[n - 1].cells.keys() <= record[n].cells.keys():
        yield record[:n]
        yield record[n:]
    else:
        yield record


def _once(record: list[Level], numeric: Sequence[int]) -> Iterator[list[Level]]:
    """Yield a record, parted where it holds a second number of a column: a total that stands closer."""
    part: list[Level] = []
    for level in record:
        if _twice([*part, level], numeric):
            yield part
            part = []
        part.append(level)
    yield part


def _twice(record: Sequence[Level], numeric: Sequence[int]) -> bool:
    """Whether a record holds two numbers of one column."""
    seen = [n for level in record for n in level.numbers(numeric)]
    return len(seen) > len(set(seen))


def _pitch(levels: Sequence[Level], numeric: Sequence[int]) -> float:
    """Return how far a line of a cell stands below another: in the column of words where lines stand closest."""
    words = {n for level in levels for n in level.cells} - set(numeric)
    return min((step for n in words if (step := _step(_alone(levels, n)))), default=0.0)


def _step(lines: Sequence[Level]) -> float:
    steps = sorted(b.bottom - a.bottom for a, b in pairwise(lines) if a.page == b.page)
    return steps[len(steps) // _FEW_LINES] if len(steps) > 1 else 0.0


def _by_room(levels: Sequence[Level], step: float) -> Iterator[list[Level]]:
    record: list[Level] = []
    bottom = 0.0
    for level in levels:
        if record and (level.page != record[-1].page or level.bottom - bottom > step):
            yield record
            record = []
        bottom = max(bottom, level.bottom) if record else level.bottom
        record.append(level)
    if record:
        yield record


def _by_numbers(
    levels: Sequence[Level], numeric: Sequence[int], opens: Callable[[Level], bool]
) -> Iterator[list[Level]]:
    record: list[Level] = []
    for level in levels:
        begins = level.numbers(numeric) or opens(level)
        if record and (begins or level.page != record[-1].page):
            yield record
            record = []
        record.append(level)
    if record:
        yield record


def cells_of(record: Sequence[Level], count: int) -> tuple[str, ...]:
    """Return what each column holds of a record, its lines joined."""
    return tuple(flow([row for level in record for row in level.cells.get(n, ())]) for n in range(count))


def parts_beside(levels: Sequence[Level], numeric: Sequence[int], text: int, count: int) -> list[int]:
    """Return the columns whose cells stand over several records each, around their middle: the names of parts."""
    step = _pitch(levels, numeric) + _LITTLE
    numbers = max((sum(n in level.numbers([n]) for level in levels) for n in numeric), default=0)
    held = {n: [level for level in levels if n in level.cells] for n in range(count) if n != text and n not in numeric}
    return [
        n for n, own in held.items()
        if own and len(list(_by_room(_alone(own, n), step))) <= _FEW * numbers >= sum(bool(level.numbers(numeric)) for level in own)
    ]  # fmt: skip


def _alone(levels: Sequence[Level], column: int) -> list[Level]:
    """Return what levels hold of a column, each where that alone stands."""
    return [without(level, [n for n in level.cells if n != column]) for level in levels if column in level.cells]


def runs_of(levels: Sequence[Level], column: int, numeric: Sequence[int]) -> list[list[Level]]:
    """Return the levels of a column alone that stand together."""
    pitch = _pitch(levels, numeric)
    own = _alone(levels, column)
    runs = (list(_by_room(own, pitch + air)) for air in (_AIR, _LITTLE))
    return next((some for some in runs if len(some) > 1), [own])

"""The columns of a table that has no upright lines, told by the room that nearly all its rows leave. Pure geometry."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from workflow.core.reading import Box
from workflow.core.thai_digits import to_arabic
from workflow.parsers.page import Line
from workflow.parsers.pdf_spaces import RAISED
from workflow.parsers.rows import Row, flow, rows_of

_STRAY = 0.04  # of the rows: may reach over the room between two columns
_NUMERIC = 0.6  # of what a column holds: numbers, codes, or dashes that stand for them
_FEWEST = 3  # columns, numbers of one
_MOST = 8  # rows to each that reaches over its column, on a page that is a table
_HEAD_AIR = 8.0  # points at most between the rows of a head
_EDGE = 3.0  # points
_NUMBER = re.compile(
    r"^(?:[-+–−]?\s?\d{1,3}(?:\.\d{1,4})?\s*%?|\(?\d{1,2}(?:\.\d{1,2})+[.)]{0,2}|\d{1,2}[.)]|[-–—]+|N/?A)$"
)

_MARK = r"[-+–−]?(?:\d{2,3}\.\d{1,2}|\d\.\d\d)\s?%?"
_RUN_IN = re.compile(rf"({_MARK})\s+(\D.*|\d[).].*)|(.*\D)\s+({_MARK})")

_CODED = re.compile(r"(\(?\d{1,2}(?:\.\d{1,2})+[.)]{0,2})\s+([^\d\s].*)")

Span = tuple[float, float]
Cells = dict[int, list[Row]]


@dataclass(frozen=True)
class Level:
    """What stands at one height of a table, by column; `across`: some of it reaches over the room between columns.

    `begun` are the columns in which it holds a number, or what else only the first row of a record holds.
    """

    cells: Cells
    page: int
    top: float
    bottom: float
    across: bool = False
    begun: frozenset[int] = frozenset()

    def text(self, column: int) -> str:
        """Return what it holds of a column."""
        return flow(self.cells.get(column, ()))

    def numbers(self, columns: Iterable[int]) -> list[int]:
        """Return those of some columns in which it begins a record."""
        return [n for n in columns if n in self.begun]


def is_number(text: str) -> bool:
    """Whether a cell holds a number, a code, or a dash for one."""
    return bool(_NUMBER.match(to_arabic(text).strip()))


def is_tabled(rows: Sequence[Row]) -> bool:
    """Whether all rows of a page stand in columns, numbers in some of them."""
    if numbered_rows(rows, 2) < _FEWEST or any(row.box is None for row in rows):
        return False
    columns = columns_of(rows)
    levels = [level_of(row, columns) for row in rows] if len(columns) >= _FEWEST else []
    across = sum(level.across for level in levels)
    return bool(levels) and across * _MOST <= len(levels) and bool(numeric_of(levels, len(columns)))


def numbered_rows(rows: Sequence[Row], least: int = _FEWEST + 1) -> int:
    """Return how many rows are parted into at least so many columns, a number among what stands in them."""
    parted = map(pieces_in, rows)
    return sum(len(pieces) >= least and any(is_number(piece.text) for piece in pieces) for pieces in parted)


def pieces_in(row: Row) -> list[Line]:
    """Return what stands between the wide spaces of a row."""
    return [piece for part in row.parts for piece in part.pieces or (part,)]


def names_columns(row: Row) -> bool:
    """Whether a row is the head of a table whose ruling lines nobody saw: words set apart in columns, no figure among them."""
    return len(row.parts) >= _FEWEST and not any(c.isdigit() for c in row.text)


def without_tiers(rows: Sequence[Row]) -> list[Row]:
    """Return rows without those that stand alone close above the head of a table, over other columns than its first."""
    kept: list[Row] = []
    head: Row | None = None
    below: Row | None = None
    for row in reversed(rows):
        if head is not None and below is not None and _is_tier(row, head) and stands_close(row, below):
            below = row
            continue
        head = below = row if len(row.parts) >= _FEWEST else None
        kept.append(row)
    return kept[::-1]


def _is_tier(row: Row, head: Row) -> bool:
    first = head.parts[0].box
    return len(row.parts) == 1 and row.box is not None and first is not None and row.box[0] > first[2]


def stands_close(above: Row, below: Row) -> bool:
    """Whether two rows of a page stand as close as the rows of a head."""
    return bool(above.box and below.box and above.page == below.page and below.box[1] - above.box[3] < _HEAD_AIR)


def columns_of(rows: Sequence[Row]) -> list[Span]:
    """Return where the columns stand: what lies between the places that nearly all rows of several parts leave free.

    What stands alone in its row, and in none of them, is of one more.
    """
    several = [
        piece.box for row in rows if len(row.parts) > 1 for p in row.parts for piece in pieces_of(p) if piece.box
    ]
    columns = _spans(several, int(_STRAY * sum(len(row.parts) > 1 for row in rows)))
    alone = [p.box for row in rows if len(row.parts) == 1 for p in row.parts if p.box and not _over(p, columns)]
    return sorted([*columns, *_spans(alone, _FEWEST - 1)])


def _spans(boxes: Sequence[Box], strays: int) -> list[Span]:
    """Return where more than so many boxes stand over one another, from left to right."""
    found: list[Span] = []
    held, begun = 0, 0.0
    for at, change in sorted([(box[0], 1) for box in boxes] + [(box[2], -1) for box in boxes]):
        before, held = held, held + change
        if before <= strays < held:
            begun = at
        elif held <= strays < before:
            found.append((begun, at))
    return found


def level_of(row: Row, columns: Sequence[Span]) -> Level:
    """Return a row with its parts in their columns, cut where several numbers of a part stand in several."""
    cells: Cells = {}
    across = False
    for part in row.parts:
        for piece in _cut(part, columns):
            over = _over(piece, columns)
            across = across or len(over) > 1
            cells.setdefault(over[0] if over else _nearest(piece, columns), []).extend(rows_of([piece]))
    return _level(cells, row.page, across=across)


def without(level: Level, columns: Sequence[int]) -> Level:
    """Return a level without what it holds of some columns."""
    rest = _level({n: rows for n, rows in level.cells.items() if n not in columns}, level.page, across=level.across)
    return replace(rest, begun=level.begun - set(columns))


def _level(cells: Cells, page: int, *, across: bool) -> Level:
    boxes = [row.box for rows in cells.values() for row in rows if row.box]
    top, bottom = min((b[1] for b in boxes), default=0.0), max((b[3] for b in boxes), default=0.0)
    begun = frozenset(n for n, rows in cells.items() if is_number(flow(rows)))
    return Level(cells, page, top, bottom, across, begun)


def pieces_of(part: Line) -> Sequence[Line]:
    """Return the pieces of a part, a number apart from the words it runs into, numbers alone one by one."""
    return [one for piece in part.pieces or (part,) for one in _words(piece)]


def _words(part: Line) -> Sequence[Line]:
    text = to_arabic(part.text)
    ends = _RUN_IN.fullmatch(text)
    spans = [ends.span(n) for n in range(1, 5) if ends[n]] if ends else [m.span() for m in re.finditer(r"\S+", text)]
    if len(spans) < 2 or not (ends or all(is_number(text[a:b]) for a, b in spans)):
        return (part,)
    return _cut_at(part, text, spans)


def _cut_at(part: Line, text: str, spans: Sequence[tuple[int, int]]) -> Sequence[Line]:
    if part.box is None:
        return (part,)
    left, top, right, bottom = part.box
    at = [0, *accumulate(char not in RAISED for char in text)]
    step = (right - left) / max(at[-1], 1)
    return [
        replace(part, text=part.text[a:b], box=(left + at[a] * step, top, left + at[b] * step, bottom), pieces=())
        for a, b in spans
    ]


def _cut(part: Line, columns: Sequence[Span]) -> Sequence[Line]:
    """Return a part cut into its pieces, or a code from its name, where these stand in one column each and it in several."""
    if len(_over(part, columns)) < 2:
        return [part]
    text = to_arabic(part.text)
    coded = _CODED.fullmatch(text)
    ways = pieces_of(part), _cut_at(part, text, [coded.span(1), coded.span(2)]) if coded else (part,)
    return next((pieces for pieces in ways if all(len(_over(piece, columns)) < 2 for piece in pieces)), [part])


def _over(part: Line, columns: Sequence[Span]) -> list[int]:
    """Return the columns that a part stands in, at least those that it touches."""
    left, right = (part.box[0], part.box[2]) if part.box else (0.0, 0.0)
    within = [n for n, column in enumerate(columns) if left < column[1] - _EDGE and column[0] + _EDGE < right]
    return within or [n for n, column in enumerate(columns) if left <= column[1] and column[0] <= right]


def _nearest(part: Line, columns: Sequence[Span]) -> int:
    middle = (part.box[0] + part.box[2]) / 2 if part.box else 0.0
    return min(range(len(columns)), key=lambda n: max(columns[n][0] - middle, middle - columns[n][1]))


def numeric_of(levels: Sequence[Level], count: int, share: float = _NUMERIC) -> list[int]:
    """Return the columns that hold numbers, or in a share of their rows what only the first row of a record holds."""
    held = [[n in level.begun for level in levels if n in level.cells] for n in range(count)]
    return [n for n, begun in enumerate(held) if sum(begun) >= max(_FEWEST, share * len(begun))]


def heads_of(rows: Sequence[Row], columns: Sequence[Span]) -> tuple[str, ...]:
    """Return what the rows of a head say over each column, that which stands over several over each of them."""
    over: list[list[Row]] = [[] for _ in columns]
    for row in rows:
        for piece in (piece for part in row.parts for piece in pieces_of(part)):
            held = [n for n, column in enumerate(columns) if _covers(piece, column)]
            for n in held or [_nearest(piece, columns)]:
                over[n].extend(rows_of([piece]))
    return tuple(map(flow, over))


def _covers(part: Line, column: Span) -> bool:
    """Whether a part stands over most of a column, or mostly over it."""
    shared = min(part.box[2], column[1]) - max(part.box[0], column[0]) if part.box else 0.0
    least = min(part.box[2] - part.box[0], column[1] - column[0]) if part.box else 0.0
    return shared > 0 and shared * 2 >= least

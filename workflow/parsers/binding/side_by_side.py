"""Endorsements written beside one another become one after the other. Pure."""

from collections.abc import Sequence
from itertools import groupby

from workflow.parsers.binding.opening import GREETING_ROWS, GREETINGS, is_numbered, is_signature, label
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

_ACROSS = 24.0  # points on both sides of a column's edge: what reaches so far belongs to no column


def one_after_another(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of a page, those of endorsements side by side column by column."""
    for n in range(len(rows)):
        if edges := _opened(rows, n):
            end = next((k for k in range(n, len(rows)) if _crosses(rows[k], edges)), len(rows))
            end = _below(rows[:end], n, edges)
            lines = [line for row in rows[n:end] for line in row.parts]
            columns = groupby(sorted(lines, key=lambda line: _column(line, edges)), lambda line: _column(line, edges))
            return (*rows[:n], *(row for _, column in columns for row in rows_of(column)), *rows[end:])
    return tuple(rows)


def _below(rows: Sequence[Row], n: int, edges: Sequence[float]) -> int:
    """Return where the endorsements side by side end: at a number of its own below them all, with nothing beside it any more."""
    signed = next((k for k in range(n + 1, len(rows)) if _signs(rows[k])), len(rows))
    last = max(k for k in range(n, len(rows)) if any(_column(part, edges) for part in rows[k].parts))
    return next((k for k in range(max(signed, last) + 1, len(rows)) if is_numbered(rows[k])), len(rows))


def _signs(row: Row) -> bool:
    return any(is_signature(rows_of([part])[0]) for part in row.parts)


def _opened(rows: Sequence[Row], n: int) -> tuple[float, ...]:
    """Return the left edges of the endorsements that open side by side on a row, each with its number; none on other rows."""
    parts = rows[n].parts
    if len(parts) < 2 or not all(part.box and is_numbered(rows_of([part])[0]) for part in parts):
        return ()
    greeted = any(_all_greet(row, len(parts)) for row in rows[n + 1 : n + GREETING_ROWS])
    return tuple(part.box[0] for part in parts if part.box) if greeted else ()


def _all_greet(row: Row, columns: int) -> bool:
    return len(row.parts) == columns and all(label(rows_of([part])[0]) in GREETINGS for part in row.parts)


def _column(line: Line, edges: Sequence[float]) -> int:
    middle = (line.box[0] + line.box[2]) / 2 if line.box else 0.0
    return max((n for n, edge in enumerate(edges) if edge <= middle), default=0)


def _crosses(row: Row, edges: Sequence[float]) -> bool:
    boxes = [part.box for part in row.parts if part.box]
    return any(box[0] < edge - _ACROSS and box[2] > edge + _ACROSS for box in boxes for edge in edges[1:])

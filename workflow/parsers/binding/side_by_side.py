"""Endorsements written beside one another become one after the other, and so do a note and the order beside it. Pure."""

from collections.abc import Sequence
from itertools import groupby

from workflow.parsers.binding.in_turn import in_turn
from workflow.parsers.binding.opening import GREETING_ROWS, is_numbered, is_signature, label
from workflow.parsers.binding.signed_beside import signed_beside
from workflow.parsers.fields.labels import GREETINGS
from workflow.parsers.fields.order import begins_order
from workflow.parsers.page import Line
from workflow.parsers.pieces import parted_at
from workflow.parsers.rows import Row, rows_of

_ACROSS = 24.0  # points on both sides of a column's edge: what reaches so far belongs to no column


def one_after_another(rows: Sequence[Row], *, signed: bool = False) -> tuple[Row, ...]:
    """Return the rows of a page, those side by side column by column, pair after pair; a note comes behind the order beside it.

    A paper's own signature comes before what is ordered beside it; a page whose upper part is `signed` has it there.
    """
    own = signed_beside(rows, signed=signed)
    for n in range(len(rows)):
        if own and n == own.start:
            read = (row for block in in_turn(own.blocks, rows[:n]) for row in block)
            return (*rows[:n], *read, *one_after_another(rows[own.end :], signed=True))
        if edges := _opened(rows, n) or _noted(rows, n, signed=signed):
            return _columns([*rows[:n], *(parted_at(row, edges[1:]) for row in rows[n:])], n, edges)
    return tuple(rows)


def _columns(rows: Sequence[Row], n: int, edges: Sequence[float]) -> tuple[Row, ...]:
    """Return the rows with what opens side by side at a row, and ends where a row crosses an edge, column by column."""
    end = next((k for k in range(n, len(rows)) if _crosses(rows[k], edges)), len(rows))
    end = _below(rows[:end], n, edges)
    lines = [line for row in rows[n:end] for line in row.parts]
    columns = groupby(sorted(lines, key=lambda line: _column(line, edges)), lambda line: _column(line, edges))
    beside = [rows_of(column) for _, column in columns]
    beside.sort(
        key=lambda column: _greets(column[0]) or not begins_order(column[0].text)
    )  # an order comes before the note beside it
    return (*rows[:n], *(row for column in beside for row in column), *one_after_another(rows[end:], signed=True))


def _noted(rows: Sequence[Row], n: int, *, signed: bool = False) -> tuple[float, ...]:
    """Return the left edges of a note and of the order beside it that open on a row below a signature, none on other rows.

    The note greets, or tells an opinion beside the order's first row; each is signed in its column.
    """
    note = rows[n].parts[0] if rows[n].parts else None
    beside = next((row for row in rows[n : n + GREETING_ROWS] if len(row.parts) == 2 and _orders(row.parts[1])), None)
    if beside is None or note is None or not (note.box and beside.parts[1].box):
        return ()
    edges = (note.box[0], beside.parts[1].box[0])
    opens = _greets(rows_of([note])[0]) or (beside is rows[n] and _orders(note))
    below_one = signed or any(is_signature(row) for row in rows[:n])
    return edges if opens and below_one and _column(note, edges) == 0 and _all_signed(rows[n:], edges) else ()


def _greets(row: Row) -> bool:
    return label(row) in GREETINGS


def _orders(line: Line) -> bool:
    return begins_order(rows_of([line])[0].text)


def _below(rows: Sequence[Row], n: int, edges: Sequence[float]) -> int:
    """Return where the endorsements side by side end: where others open below them, or one with a number and nothing beside it.

    That one's signature stands in the middle or on the right, where a column stood: all columns must be signed above it.
    """
    signed = next((k for k in range(n + 1, len(rows)) if _all_signed(rows[n : k + 1], edges)), len(rows))
    for k in range(signed + 1, len(rows)):
        alone = len(rows[k].parts) == 1 and is_numbered(rows[k]) and _column(rows[k].parts[0], edges) == 0
        if _opened(rows, k) or (alone and not _goes_on_beside(rows[k:], edges)):
            return k
    return len(rows)


def _all_signed(rows: Sequence[Row], edges: Sequence[float]) -> bool:
    signed = {_column(part, edges) for row in rows for part in row.parts if is_signature(rows_of([part])[0])}
    return len(signed) == len(edges)


def _goes_on_beside(rows: Sequence[Row], edges: Sequence[float]) -> bool:
    """Whether something stands beside the rows between a number and the signature below it: another column goes on there."""
    signed = next((k for k, row in enumerate(rows) if is_signature(row)), len(rows))
    return any(len(row.parts) > 1 and _column(row.parts[-1], edges) for row in rows[1:signed])


def _opened(rows: Sequence[Row], n: int) -> tuple[float, ...]:
    """Return the left edges of the endorsements that open side by side on a row, none on other rows.

    Each has its number and is greeted below; of two, one number may be torn, as the greetings side by side tell. Below a signature
    they may have none: each greets and is signed in its column.
    """
    parts = rows[n].parts
    if len(parts) < 2 or not all(part.box for part in parts):
        return ()
    numbered = sum(is_numbered(rows_of([part])[0]) for part in parts)
    edges = tuple(part.box[0] for part in parts if part.box)
    greeted = any(_all_greet(parted_at(row, edges[1:]), parts) for row in rows[n + 1 : n + GREETING_ROWS])
    return edges if (greeted and numbered >= max(1, len(parts) - 1)) or _unnumbered(rows, n, edges) else ()


def _unnumbered(rows: Sequence[Row], n: int, edges: Sequence[float]) -> bool:
    """Whether notes without a number open side by side on a row below a signature."""
    greeted = _all_greet(rows[n], rows[n].parts) and any(is_signature(row) for row in rows[:n])
    return greeted and _all_signed([parted_at(row, edges[1:]) for row in rows[n:]], edges)


def _all_greet(row: Row, above: Sequence[Line]) -> bool:
    """Whether a greeting stands below each of the runs above, at its left edge."""
    if len(row.parts) != len(above) or not all(_greets(rows_of([part])[0]) for part in row.parts):
        return False
    return all(
        abs(one.box[0] - other.box[0]) < _ACROSS
        for one, other in zip(row.parts, above, strict=True)
        if one.box and other.box
    )


def _column(line: Line, edges: Sequence[float]) -> int:
    middle = (line.box[0] + line.box[2]) / 2 if line.box else 0.0
    return max((n for n, edge in enumerate(edges) if edge <= middle), default=0)


def _crosses(row: Row, edges: Sequence[float]) -> bool:
    boxes = [part.box for part in row.parts if part.box]
    return any(box[0] < edge - _ACROSS and box[2] > edge + _ACROSS for box in boxes for edge in edges[1:])

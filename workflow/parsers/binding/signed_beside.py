"""Where a paper's own signature and what is ordered on it stand beside one another, and what belongs to each. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.core.reading import Box
from workflow.parsers.binding.in_turn import Turn, addressed_to, turn_of
from workflow.parsers.binding.opening import is_numbered, is_signature, label
from workflow.parsers.fields.closing import closing_of
from workflow.parsers.fields.labels import GREETINGS
from workflow.parsers.fields.order import begins_order
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of

_NEAR = 6  # rows: so far apart stand the names of blocks beside one another
_BELOW = 30.0  # points: what stands farther below a block belongs to none
_LOWER = 10.0  # points: names set a little below one another are beside one another
_FULL, _INDENT = 24.0, 12.0  # points: a row so near the right margin is full; one so far left of it is no first row
_CLOSING = 4  # rows: a closing sentence and the rows it wraps over


@dataclass(frozen=True)
class Beside:
    """The rows from `start` to before `end` hold blocks side by side: the one of each, from left to right."""

    start: int
    end: int
    blocks: tuple[tuple[Row, ...], ...]


def signed_beside(rows: Sequence[Row], *, signed: bool = False) -> Beside | None:
    """Return the first signatures of a page that stand beside one another where one is an order's, None where none do.

    What begins as an order does is one below the closing words, on top of a page, or where it says itself whose order it is or is
    signed by whom the paper is addressed to; elsewhere such words are the text's. Below a signature, on a page whose upper part is
    `signed`, and on top of one that a note opens, stand an order and an opinion or a note beside one another.
    """
    names = [(n, part.box) for n, row in enumerate(rows) for part in row.parts if part.box and _signs(rows_of([part]))]
    for k in range(len(names)):
        group, above = _group(rows, names[k:]), names[k - 1][0] + 1 if k else 0
        if len(group) > 1 and (found := _beside(rows, group, above, signed=signed or k > 0)):
            return found
    return None


def _signs(part: Sequence[Row]) -> bool:
    return is_signature(part[0]) and bool(signatures(part))


def _group(rows: Sequence[Row], names: Sequence[tuple[int, Box]]) -> list[tuple[int, Box]]:
    """Return the first of some names and those beside it, each with its row."""
    group = list(names[:1])
    for n, box in names[1:]:
        below = rows[group[0][0] + 1 : n + 1]
        if _depth(below, box) > _NEAR or any(box[0] <= other[2] and box[2] >= other[0] for _, other in group):
            break
        group.append((n, box))
    return group


def _depth(rows: Sequence[Row], name: Box) -> int:
    """Return how many of some rows stand in one column, a name's or what is beside it: the rows of columns not level interleave."""
    standing = [any(part.box and part.box[0] < name[2] and part.box[2] > name[0] for part in row.parts) for row in rows]
    return max(standing.count(True), standing.count(False))


def _beside(rows: Sequence[Row], names: Sequence[tuple[int, Box]], above: int, *, signed: bool) -> Beside | None:
    """Return what stands beside one another above and below names, if it is a signature, or what is noted, and an order."""
    first, last = names[0][0], names[-1][0]
    cuts = [(left[2] + right[0]) / 2 for left, right in pairwise(sorted(box for _, box in names))]
    if not _parted(rows[first : last + 1], cuts):
        return None
    end, to, noted = _end(rows, first, last, cuts), addressed_to(rows[:first]), False
    right = max((row.box[2] for row in rows if row.box), default=0.0)
    for start in range(max(above, _top(rows, first, last, cuts)), first + 1):
        if start and _wraps(rows[start - 1], rows[start], right):
            continue
        blocks = _blocks(rows[start:end], cuts)
        turns = [turn_of(block, to) for block in blocks]
        level = _level(blocks)
        if Turn.NOTE not in turns and not level:
            continue
        if (signed or (start == 0 and level and Turn.NOTE in turns)) and _ordered(turns, level=level):
            return Beside(start, end, blocks)
        if signed:
            continue
        noted = Turn.NOTE in turns or (noted and not _closed(rows[start - 1 : start]))
        tells = [turn for turn, block in zip(turns, blocks, strict=True) if turn and _opens_by(block, names[0][1])]
        likely = start == 0 or _closed(rows[max(0, start - _CLOSING) : start]) or max(tells, default=0) > Turn.TELLS
        if Turn.SIGNER in turns and tells and likely and not (noted or _closed(rows[start:first])):
            return Beside(start, end, blocks)
    return None


def _ordered(turns: Sequence[Turn], *, level: bool) -> bool:
    """Whether an order stands among what is no paper's own signature: by whom it is signed, or as the words level with a note."""
    orders = {Turn.ADDRESSED, Turn.CALLED} | ({Turn.TELLS} if Turn.NOTE in turns and level else set())
    return Turn.SIGNER not in turns and bool(orders & set(turns))


def _level(blocks: Sequence[Sequence[Row]]) -> bool:
    """Whether blocks share some height: one that ends above another is read before it as it is; but a whole note is a paper of its own."""
    boxes = [[row.box for row in block if row.box] for block in blocks]
    return max(held[0][1] for held in boxes) < min(held[-1][3] for held in boxes)


def _wraps(before: Row, row: Row, right: float) -> bool:
    """Whether a row ends a paragraph of two: the one above is indented and runs to the right margin."""
    if not (before.box and row.box) or before.page != row.page:
        return False
    return (
        before.box[2] > right - _FULL and row.box[0] < before.box[0] - _INDENT and row.box[1] - before.box[3] < _LOWER
    )


def _opens_by(block: Sequence[Row], name: Box) -> bool:
    """Whether a block begins beside or above a name: one below it is read behind it anyway."""
    return bool(block[0].box and block[0].box[1] < name[3] + _LOWER)


def _top(rows: Sequence[Row], first: int, last: int, cuts: Sequence[float]) -> int:
    top = first
    while top and _parted(rows[top - 1 : last + 1], cuts):
        top -= 1
    return top


def _end(rows: Sequence[Row], first: int, last: int, cuts: Sequence[float]) -> int:
    """Return the row below the last block: where something else begins, stands apart, or takes the breadth of both."""
    end = last + 1
    while end < len(rows) and _parted(rows[first : end + 1], cuts) and not _begins_anew(rows[end]):
        bottom = max(row.box[3] for row in rows[first:end] if row.box)
        below = rows[end].box
        if below is None or below[1] - bottom > _BELOW:
            break
        end += 1
    return end


def _begins_anew(row: Row) -> bool:
    parts = [rows_of([part])[0] for part in row.parts]
    return any(label(p) in GREETINGS or is_numbered(p) or is_signature(p) or begins_order(p.text) for p in parts)


def _closed(rows: Sequence[Row]) -> bool:
    return closing_of(rows) is not None


def _parted(rows: Sequence[Row], cuts: Sequence[float]) -> bool:
    """Whether rows leave room free, from top to bottom, between the columns that the cuts tell."""
    lines = [line for row in rows for line in row.parts]
    if any(row.page != rows[0].page for row in rows) or not all(line.box for line in lines):
        return False
    edges = [[line.box for line in lines if line.box and _column(line, cuts) == n] for n in range(len(cuts) + 1)]
    return all(
        max((box[2] for box in left), default=0.0) < min((box[0] for box in right), default=9999.0)
        for left, right in pairwise(edges)
    )


def _column(line: Line, cuts: Sequence[float]) -> int:
    middle = (line.box[0] + line.box[2]) / 2 if line.box else 0.0
    return sum(middle > cut for cut in cuts)


def _blocks(rows: Sequence[Row], cuts: Sequence[float]) -> tuple[tuple[Row, ...], ...]:
    lines = [line for row in rows for line in row.parts]
    columns = (rows_of(line for line in lines if _column(line, cuts) == n) for n in range(len(cuts) + 1))
    return tuple(tuple(column) for column in columns if column)

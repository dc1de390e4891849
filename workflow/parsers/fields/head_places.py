"""Where rows of a head stand: the margin, where a label's value begins, which rows are full and which hang below a value. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.titles import UNIT
from workflow.parsers.rows import Row, rows_of
from workflow.parsers.thai_text import takes_room

_SAME_EDGE = 4.0  # points
ALIGNED, TABBED = 12.0, 32.0  # points: by more, no wide space behind a label shifts its value without parting them
# points short of the right edge, at most: a full row; one whose next word had no room
_FILLED_OUT, RAGGED = 25.0, 60.0
_HEADED = re.compile(r"^(?:ข้อ\s*)?\(?\d{1,2}[.)\s]")  # a part of the text, not of the head


def margin(rows: Sequence[Row]) -> float | None:
    """Return the left edge; what stands alone outside it is a word of urgency, or a pen's mark."""
    edges = sorted(row.x0 for row in rows if row.x0 is not None)
    shared = (edge for edge, other in pairwise(edges) if other - edge < _SAME_EDGE)
    return next(shared, edges[0]) if edges else None


def hangs(rows: Sequence[Row], index: int) -> bool:
    """Whether a row begins where its label's value or the row above does, with room left above; never where places are unknown."""
    row, above = rows[index], rows[index - 1]
    labelled = next((row for row in reversed(rows[:index]) if label_of(row)), None)
    if row.x0 is None or labelled is None or labelled.page != row.page or full(rows, index - 1):
        return False
    edge = value_edge(labelled)
    set_in = above.x0 is not None and labelled.x0 is not None and above.x0 > labelled.x0 + ALIGNED
    listed = above is not labelled and set_in and above.x0 is not None and abs(row.x0 - above.x0) < _SAME_EDGE
    led = edge is not None and -ALIGNED < row.x0 - edge < (TABBED if UNIT.match(row.text.strip()) else ALIGNED)
    return (led or listed) and not _HEADED.match(row.text)


def value_edge(row: Row) -> float | None:
    """Return where the value of a labelled row begins: its second run, or by its share of the letters that take room."""
    found = label_of(row)
    if row.box is None or found is None or not found[1]:
        return None
    if len(row.parts) > 1 and (second := row.parts[1].box) and label_of(rows_of(row.parts[:1])[0]) == (found[0], ""):
        return second[0]
    breadth = [takes_room(letter) for letter in row.text]
    before = sum(breadth[: len(row.text.rstrip()) - len(found[1])])
    return row.box[0] + (row.box[2] - row.box[0]) * before / max(sum(breadth), 1)


def full(rows: Sequence[Row], index: int, short: float = _FILLED_OUT) -> bool:
    """Whether a row runs to the right margin, so that the next one goes on with it; never where places are unknown."""
    edges = [row.box[2] for row in rows if row.box and row.page == rows[index].page]
    box = rows[index].box
    return bool(box and edges and box[2] > max(edges) - short)

"""Lists whose entries hang: each is one paragraph, and its further rows stand deeper than its first, or less deep. Pure.

By its place such a row is like the first one of an advice set below its name. What tells them apart is that no entry that wraps
ends short of the right edge, where names end wherever they do.
"""

from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.fields.advice_lines import item_of
from workflow.parsers.fields.advice_rows import INDENT, SAME_EDGE, Layout, begins_something, stands_at
from workflow.parsers.fields.advice_steps import steps_back
from workflow.parsers.rows import Row

_AHEAD = 4  # rows
_LEAST = 2  # entries: one full row is chance


def as_hanging(rows: Sequence[Row], layout: Layout) -> Layout | None:
    """Return the layout with what stands elsewhere below the heads of items as their further rows; None where none hangs."""
    wraps = steps_back(rows, layout) or _deeper_below(rows, layout) or _less_deep_below(rows, layout)
    return replace(layout, starts=layout.starts - wraps) if wraps else None


def _deeper_below(rows: Sequence[Row], layout: Layout) -> set[int]:
    """Return the rows that stand deeper below the heads of items; none where a head ends short."""
    heads = [n - 1 for n in sorted(layout.starts) if n and _set_in(rows, n) > INDENT and _heads(rows, n - 1)]
    return set() if len(heads) < _LEAST or any(n in layout.short for n in heads) else {n + 1 for n in heads}


def _less_deep_below(rows: Sequence[Row], layout: Layout) -> set[int]:
    """Return the rows below full ones that stand less deep, on an edge at which heads of items go on again and again."""
    full = [n for n in sorted(layout.starts) if n and n - 1 not in layout.short and _set_in(rows, n) < SAME_EDGE]
    edges = [rows[n].x0 or 0.0 for n in full if _set_in(rows, n) < -SAME_EDGE and _heads(rows, n - 1)]
    edges = [edge for edge in edges if sum(abs(edge - other) < INDENT / 2 for other in edges) >= _LEAST]
    return {n for n in full if stands_at(rows[n], edges) and not begins_something(rows[n].text.strip())}


def _set_in(rows: Sequence[Row], n: int) -> float:
    """Return how much deeper a row stands than the one above it; 0 where this cannot be told."""
    above, here = rows[n - 1].box, rows[n].box
    return here[0] - above[0] if above and here and rows[n - 1].page == rows[n].page else 0.0


def _heads(rows: Sequence[Row], n: int) -> bool:
    """Whether a row is the head of an item, and the next is none."""
    here, below = rows[n].text.strip(), rows[n + 1].text.strip()
    return item_of(here, rows[n + 1 : n + 1 + _AHEAD]) is not None and item_of(below, []) is None

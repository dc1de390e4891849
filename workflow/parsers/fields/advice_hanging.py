"""Lists whose entries hang: each is one paragraph, and its further rows stand deeper than its first, or less deep. Pure.

By its place such a row is like the first one of an advice set below its name. What tells them apart is that no entry that wraps
ends short of the right edge, where names end wherever they do.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from workflow.parsers.fields.advice_items import item_of
from workflow.parsers.fields.advice_layout import Layout, begins_something, repeated, stands_at
from workflow.parsers.fields.advice_leads import lead_end
from workflow.parsers.fields.advice_rows import INDENT, SAME_EDGE, level
from workflow.parsers.fields.advice_steps import steps_back
from workflow.parsers.rows import Row

_AHEAD = 4  # rows
_LEAST = 2  # entries: one full row is chance


def as_hanging(rows: Sequence[Row], layout: Layout) -> Layout | None:
    """Return the layout with what stands elsewhere below the heads of items as their further rows; None where none hangs."""
    wraps = steps_back(rows, layout) or _deeper_below(rows, layout) or _less_deep_below(rows, layout)
    labelled = _below_labels(rows, layout)
    starts = layout.starts - wraps - labelled
    return replace(layout, starts=starts, further=frozenset(labelled)) if wraps or labelled else None


def _deeper_below(rows: Sequence[Row], layout: Layout) -> set[int]:
    """Return the rows that stand deeper below the heads of items; none where a head ends short."""
    deeper = [n for n in sorted(layout.starts) if n and _set_in(rows, n) > INDENT / 2 and not rows[n].blank_before]
    heads = [n - 1 for n in deeper if _heads(rows, n - 1)]
    if len(heads) < _LEAST or any(n in layout.short for n in heads):
        return set()
    return {below for n in heads for below in (n + 1, *_rows_on(rows, n + 2, n + 1, layout))}


def _below_labels(rows: Sequence[Row], layout: Layout) -> set[int]:
    """Return the rows that stand below an advice as deep as its label is wide, again and again at one edge."""
    deeper = [n for n in sorted(layout.starts) if n and _set_in(rows, n) > INDENT and not rows[n].blank_before]
    led = [n for n in deeper if n - 1 not in layout.short and lead_end(rows[n - 1].text.strip()) is not None]
    edges = repeated([rows[n].x0 or 0.0 for n in led], SAME_EDGE)
    under = [n for n in led if stands_at(rows[n], edges) and not begins_something(rows[n].text.strip())]
    return {below for n in under for below in (n, *_rows_on(rows, n + 1, n, layout))}


def _less_deep_below(rows: Sequence[Row], layout: Layout) -> set[int]:
    """Return the rows below full ones that stand less deep, on an edge at which heads of items go on again and again."""
    begun = [n for n in sorted(layout.starts) if n and not rows[n].blank_before]
    full = [n for n in begun if n - 1 not in layout.short and _set_in(rows, n) < SAME_EDGE]
    edges = repeated([rows[n].x0 or 0.0 for n in full if _set_in(rows, n) < -SAME_EDGE and _heads(rows, n - 1)])
    return {n for n in full if stands_at(rows[n], edges) and not begins_something(rows[n].text.strip())}


def _set_in(rows: Sequence[Row], n: int) -> float:
    """Return how much deeper a row stands than the one above it; 0 where this cannot be told."""
    above, here = rows[n - 1].box, rows[n].box
    return here[0] - above[0] if above and here and rows[n - 1].page == rows[n].page else 0.0


def _heads(rows: Sequence[Row], n: int) -> bool:
    """Whether a row is the head of an item, and the next is none."""
    here, below = rows[n].text.strip(), rows[n + 1].text.strip()
    return item_of(here, rows[n + 1 : n + 1 + _AHEAD]) is not None and item_of(below, []) is None


def goes_on_deeper(rows: Sequence[Row], layout: Layout, heads: Collection[int]) -> set[int]:
    """Return the rows with which items told in one breath go on below their `heads`, deeper; none where one ends short above such a row.

    However little deeper they stand, and however many they are: a head is no line of its own where the text behind it fills the row.
    """
    under = [n + 1 for n in sorted(heads) if n + 1 < len(rows) and _set_in(rows, n + 1) > SAME_EDGE]
    if any(n - 1 in layout.short for n in under):
        return set()
    return {below for n in under for below in _rows_on(rows, n, n, layout)}


def _rows_on(rows: Sequence[Row], start: int, first: int, layout: Layout) -> Iterator[int]:
    """Yield the rows from `start` on that go on level with the `first` one set in."""
    for n in range(start, len(rows)):
        if not _goes_on(rows, n, first, layout):
            return
        yield n


def _goes_on(rows: Sequence[Row], n: int, first: int, layout: Layout) -> bool:
    """Whether a row stands below a full one, level with the first that is set in, and by its words begins nothing."""
    text = rows[n].text.strip()
    beside = n == first or level(rows[n], rows[first])
    return beside and n - 1 not in layout.short and not begins_something(text) and item_of(text, []) is None

"""Lists whose entries hang: each is one paragraph, and its further rows stand deeper than its first. Pure.

By its place such a row is like the first one of an advice set below its name. What tells them apart is that no entry that wraps
ends short of the right edge, where names end wherever they do.
"""

from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.fields.advice_lines import item_of
from workflow.parsers.fields.advice_rows import INDENT, Layout
from workflow.parsers.rows import Row

_AHEAD = 4  # rows
_LEAST = 2  # entries: one full row is chance


def as_hanging(rows: Sequence[Row], layout: Layout) -> Layout | None:
    """Return the layout with what stands deeper below the heads of items as their further rows; None where a head ends short."""
    heads = [n - 1 for n in sorted(layout.starts) if n and _deeper(rows, n - 1) and _heads(rows, n - 1)]
    if len(heads) < _LEAST or any(n in layout.short for n in heads):
        return None
    return replace(layout, starts=layout.starts - {n + 1 for n in heads})


def _deeper(rows: Sequence[Row], n: int) -> bool:
    """Whether the row below stands deeper."""
    here, below = rows[n].box, rows[n + 1].box
    return bool(here and below and rows[n].page == rows[n + 1].page and below[0] > here[0] + INDENT)


def _heads(rows: Sequence[Row], n: int) -> bool:
    """Whether a row is the head of an item, and the next is none."""
    here, below = rows[n].text.strip(), rows[n + 1].text.strip()
    return item_of(here, rows[n + 1 : n + 1 + _AHEAD]) is not None and item_of(below, []) is None

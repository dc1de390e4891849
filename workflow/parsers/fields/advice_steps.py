"""Entries set in from the left of the page whose advice begins deeper still and goes on where its entry began. Pure.

By its place such a further row is like the first one of a new paragraph. What tells them apart is that the row above is full, and
that on this page full rows step back from the one edge to the other again and again, or heads go on there, never at the left.
"""

from collections.abc import Iterator, Sequence

from workflow.parsers.fields.advice_headings import indicator_named, is_group_title, unmarked
from workflow.parsers.fields.advice_items import item_of
from workflow.parsers.fields.advice_layout import Layout, begins_something
from workflow.parsers.fields.advice_leads import pauses
from workflow.parsers.fields.advice_rows import INDENT, level
from workflow.parsers.rows import Row

_LEAST = 2  # once is chance
_FILLED = 0.75  # of the width of a narrow list


def steps_back(rows: Sequence[Row], layout: Layout) -> set[int]:
    """Return the rows that go on less deep than the first of an advice, though paragraphs begin at their edge too."""
    full = [n for n in range(1, len(rows)) if n - 1 not in layout.short and _same_page(rows, n)]
    left = [
        _edge(rows, n - 1) for n in full if n not in layout.indented
    ]  # full rows there go on at the left of the page
    steps = [n for n in full if n in layout.starts & layout.indented and _steps(rows, n) and _goes_on(rows[n])]
    steps = [
        n for n in steps if n + 1 not in full or n + 1 in layout.indented
    ]  # where no paragraph of the paper begins
    steps = [n for n in steps if not any(_like(_edge(rows, n - 1), edge) for edge in left)]
    heads = [_edge(rows, n) for n in full if _goes_on(rows[n]) and item_of(rows[n - 1].text.strip(), rows[n : n + 1])]
    kept = [n for n in steps if _alike(rows, n, steps) + sum(_like(_edge(rows, n), edge) for edge in heads) >= _LEAST]
    kept += [n for n in range(1, len(rows)) if n in layout.starts - set(kept) and _goes_on_below_most(rows, n, kept)]
    return {further for n in kept for further in _with_further(rows, n, layout)}


def _goes_on_below_most(rows: Sequence[Row], n: int, kept: Sequence[int]) -> bool:
    """Whether a row steps back as those `kept` do, below one that fills most of the width theirs do: a long word found no room in it."""
    if not _same_page(rows, n) or not _goes_on(rows[n]) or not _steps(rows, n):
        return False
    alike = [m for m in kept if _alike(rows, n, [m])]
    widest = max((_right(rows, m - 1) for m in alike), default=0.0) - _edge(rows, n - 1)
    return len(alike) >= _LEAST and _right(rows, n - 1) - _edge(rows, n - 1) > _FILLED * widest


def _right(rows: Sequence[Row], n: int) -> float:
    box = rows[n].box
    return box[2] if box else 0.0


def _with_further(rows: Sequence[Row], n: int, layout: Layout) -> Iterator[int]:
    """Yield a row and those right below it at its edge, each below a full one."""
    yield n
    for at in range(n + 1, len(rows)):
        if at - 1 in layout.short or not (
            level(rows[at], rows[at - 1]) and _same_page(rows, at) and _goes_on(rows[at])
        ):
            return
        yield at


def _alike(rows: Sequence[Row], n: int, steps: Sequence[int]) -> int:
    """Return how many rows step back from the edge and to the edge that one does, itself among them."""
    return sum(_like(_edge(rows, n), _edge(rows, m)) and _like(_edge(rows, n - 1), _edge(rows, m - 1)) for m in steps)


def _goes_on(row: Row) -> bool:
    """Whether by its words a row begins nothing, and heads nothing."""
    text = row.text.strip()
    headed = is_group_title(text) or indicator_named(unmarked(text)[1]) is not None
    return not (headed or begins_something(text) or pauses(text) or item_of(text, []))


def _steps(rows: Sequence[Row], n: int) -> bool:
    return _edge(rows, n) < _edge(rows, n - 1) - INDENT / 2


def _like(one: float, other: float) -> bool:
    return abs(one - other) < INDENT / 2


def _same_page(rows: Sequence[Row], n: int) -> bool:
    above, row = rows[n - 1], rows[n]
    return above.page == row.page and above.column == row.column and above.box is not None and row.box is not None


def _edge(rows: Sequence[Row], n: int) -> float:
    return rows[n].x0 or 0.0

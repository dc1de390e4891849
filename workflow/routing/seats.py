"""The tree of command of a day, numbered so that everything below a unit is one span of numbers."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from workflow.core.org import OrgChart


@dataclass(frozen=True)
class Seat:
    """A unit's place: itself at `seat`, everything below it on `seat` + 1 to `last`; `depth` 0 at a root."""

    unit: str
    parent: str | None
    seat: int
    last: int
    depth: int


@dataclass(frozen=True)
class Tree:
    """All seats of one day; `name` is drawn from the content, so equal trees have equal names."""

    name: str
    seats: tuple[Seat, ...]


def tree_of(chart: OrgChart, on: date) -> Tree:
    """Return the tree of the chart's units that exist on that day, along the chain of command."""
    seats = tuple(_seats(chart, on))
    content = "\n".join(f"{seat.unit}\t{seat.parent}" for seat in seats)
    return Tree(hashlib.sha256(f"{chart.office}\n{content}".encode()).hexdigest()[:16], seats)


def _seats(chart: OrgChart, on: date) -> Iterator[Seat]:
    """Yield the seats from the roots down, in the chart's order (a unit whose parent does not exist that day is a root)."""
    parents = {unit.code: _parent(chart, unit.code, on) for unit in chart.units if unit.exists_on(on)}
    below: dict[str | None, list[str]] = {}
    for code, parent in parents.items():
        below.setdefault(parent, []).append(code)
    order: list[tuple[str, int]] = []
    waiting = [(code, 0) for code in reversed(below.get(None, ()))]
    while waiting:
        code, depth = waiting.pop()
        order.append((code, depth))
        waiting.extend((child, depth + 1) for child in reversed(below.get(code, ())))
    last: dict[str, int] = {}
    for seat, (code, _) in reversed(list(enumerate(order, 1))):
        last[code] = max([seat, *(last[child] for child in below.get(code, ())[-1:])])
    for seat, (code, depth) in enumerate(order, 1):
        yield Seat(code, parents[code], seat, last[code], depth)


def _parent(chart: OrgChart, unit: str, on: date) -> str | None:
    above = chart.parent(unit, on)
    return above if above in chart.unit_by_code and chart.unit_by_code[above].exists_on(on) else None


@dataclass(frozen=True, slots=True)
class Span:
    """The seats `first` to `last` of a tree, both included, under a name (a unit's code)."""

    tree: str
    label: str
    first: int
    last: int


def union(spans: Iterable[Span], label: str) -> tuple[Span, ...]:
    """Return the spans without what lies in another of the same tree, all under one name: nobody is counted twice."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.tree, s.first, -s.last)):
        before = found[-1] if found else None
        if before is None or before.tree != span.tree or before.last < span.first:
            found.append(Span(span.tree, label, span.first, span.last))
        elif before.last < span.last:
            found[-1] = Span(span.tree, label, before.first, span.last)
    return tuple(found)

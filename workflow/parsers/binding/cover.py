"""The best way to string pages: every page at most one before and one after it, no circles, the sum of the links as large as it can be. Pure.

A matching of predecessors to successors grown one page at a time by its best alternating path, which keeps it optimal; a circle in
it is broken by forbidding each of its links in turn and keeping the best of what remains.
"""

from collections.abc import Mapping

Link = tuple[int, int]  # (before, after)
MOST_BREAKS = 200  # of circles: beyond it the weakest link goes


def best_links(weights: Mapping[Link, float]) -> dict[int, int]:
    """Return for each page the one after it; only links with a positive weight are made."""
    best: tuple[float, dict[int, int]] = (-1.0, {})
    waiting, breaks = [{link: w for link, w in weights.items() if w > 0}], 0
    while waiting:
        allowed = waiting.pop()
        links = _matching(allowed)
        worth = sum(allowed[link] for link in links.items())
        if worth <= best[0]:
            continue
        circle = _circle(links)
        if not circle:
            best = worth, links
            continue
        breaks += 1
        weakest = sorted(circle, key=lambda link: (-allowed[link], link))
        forbidden = weakest if breaks < MOST_BREAKS else weakest[-1:]
        waiting += [{link: w for link, w in allowed.items() if link != cut} for cut in forbidden]
    return best[1]


def _matching(weights: Mapping[Link, float]) -> dict[int, int]:
    """Return the links of greatest weight, as before → after, circles allowed."""
    choices: dict[int, list[tuple[int, float]]] = {}
    for (before, after), weight in sorted(weights.items()):
        choices.setdefault(after, []).append((before, weight))
    following: dict[int, int] = {}
    for after in sorted(choices):
        _add(after, choices, following)
    return following


def _add(start: int, choices: Mapping[int, list[tuple[int, float]]], following: dict[int, int]) -> None:
    """Give the page a predecessor when the whole gains by it, others changing theirs."""
    taken = {after: before for before, after in following.items()}
    gain, came = {start: 0.0}, {}  # the gain of leaving each page without predecessor, and by which link it lost it
    queue = [start]
    best = 0.0
    end: tuple[int, int | None] | None = None
    while queue:
        after = queue.pop(0)
        if gain[after] > best and after != start:
            best, end = gain[after], (after, None)
        for before, weight in choices.get(after, []):
            if taken.get(after) == before:
                continue
            worth = gain[after] + weight
            owner = following.get(before)
            if owner is None:
                if worth > best + 1e-9:
                    best, end = worth, (after, before)
                continue
            loss = worth - next(w for b, w in choices[owner] if b == before)
            if owner != start and loss > gain.get(owner, float("-inf")) + 1e-9:
                gain[owner], came[owner] = loss, (after, before)
                queue.append(owner)
    _change(start, end, came, following)


def _change(
    start: int, end: tuple[int, int | None] | None, came: Mapping[int, tuple[int, int]], following: dict[int, int]
) -> None:
    if end is None:
        return
    after, before = end
    while True:
        if before is not None:
            following[before] = after
        if after == start:
            return
        after, before = came[after]


def _circle(links: Mapping[int, int]) -> list[Link]:
    seen: set[int] = set()
    for start in sorted(links):
        path: list[int] = []
        here: int | None = start
        while here is not None and here not in seen:
            seen.add(here)
            path.append(here)
            here = links.get(here)
        if here is not None and here in path:
            ring = path[path.index(here) :]
            return [(page, links[page]) for page in ring]
    return []

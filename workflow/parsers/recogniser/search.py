"""Finds the likeliest text that keeps to a grammar in the net's output for a line (Viterbi over CTC's paths)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.grammar import Grammar
from workflow.parsers.recogniser.recognise import STEP, Letter, labels_of

_NEVER = -1e9
_SEEN = 0.5  # a letter the net gives less than this is doubted even when no other may stand there
Scores = NDArray[np.float32]
Places = NDArray[np.intp]


@dataclass(frozen=True)
class _Lattice:
    """A grammar as arrays: the label of each position, where a text begins and ends, and what may stand before and after a position.

    Positions that the very same ones lead to share a group (the firsts of all months): a third of the edges is left to look through.
    """

    labels: Places
    first: Places
    last: Places
    target: Places  # the positions that others lead to, in order
    group: Places  # and the group of each
    source: Places  # what leads to the positions of a group, group by group
    starts: Places  # where each group of `source` begins
    same: Places  # places in `source` of letters equal to the one they lead to, which CTC parts by a blank
    following: Mapping[int, Places]

    def before(self, place: int) -> tuple[Places, NDArray[np.bool_]]:
        """Return the positions that lead to one, and which of them bear the same letter."""
        at = int(np.searchsorted(self.target, place))
        if at == len(self.target) or self.target[at] != place:
            return np.zeros(0, np.intp), np.zeros(0, np.bool_)
        bounds = np.append(self.starts, len(self.source))
        sources = self.source[bounds[self.group[at]] : bounds[self.group[at] + 1]]
        return sources, np.asarray(self.labels[sources] == self.labels[place], np.bool_)


@dataclass(frozen=True)
class Found:
    """The likeliest text of a grammar, and how much less likely (natural logarithm) it is than what the net reads freely."""

    letters: tuple[Letter, ...]
    cost: float

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(letter.text for letter in self.letters)


def search(sure: NDArray[np.float32], grammar: Grammar) -> Found | None:
    """Return the likeliest text of `grammar`, given the net's probabilities (steps by labels); None when the line is too short."""
    lattice = _lattice(grammar)
    logs = np.log(np.maximum(sure, 1e-7))
    inside, after = _walked(logs, lattice)
    end = int(lattice.last[np.maximum(inside[-1], after[-1])[lattice.last].argmax()])
    best = float(max(inside[-1, end], after[-1, end]))
    if best < _NEVER / 2:
        return None
    spans = _back(logs, lattice, inside, after, end)
    befores = [None, *(place for place, _, _ in spans)]
    letters = tuple(_letter(sure, lattice, grammar, span, before) for span, before in zip(spans, befores, strict=False))
    return Found(letters, float(logs.max(1).sum()) - best)


def _walked(logs: Scores, lattice: _Lattice) -> tuple[Scores, Scores]:
    """Return, for each step, the score of the best path in each position and in the blank after it."""
    steps, size = len(logs), len(lattice.labels)
    inside, after = np.full((steps, size), _NEVER, np.float32), np.full((steps, size), _NEVER, np.float32)
    seen = logs.take(lattice.labels, axis=1)
    inside[0, lattice.first] = seen[0, lattice.first]
    start = float(logs[0, 0])
    for t in range(1, steps):
        either = np.maximum(inside[t - 1], after[t - 1])
        entered = _entered(lattice, either, after[t - 1])
        entered[lattice.first] = np.maximum(entered[lattice.first], start)
        np.add(np.maximum(inside[t - 1], entered), seen[t], out=inside[t])
        np.add(either, logs[t, 0], out=after[t])
        start += float(logs[t, 0])
    return inside, after


def _entered(lattice: _Lattice, either: Scores, after: Scores) -> Scores:
    """Return for each position the best score that may lead to it: from a letter or its blank, from the same letter only by its blank."""
    entered = np.full(len(either), _NEVER, np.float32)
    if len(lattice.source):
        scores = either.take(lattice.source)
        scores[lattice.same] = after.take(lattice.source[lattice.same])
        entered[lattice.target] = np.maximum.reduceat(scores, lattice.starts).take(lattice.group)
    return entered


def _back(logs: Scores, lattice: _Lattice, inside: Scores, after: Scores, end: int) -> list[tuple[int, int, int]]:
    """Return the positions of the best path with their first step and the step after their last."""
    spans: list[tuple[int, int, int]] = []
    place, t, lettered = end, len(logs) - 1, inside[-1, end] >= after[-1, end]
    while True:
        while not lettered:
            lettered = inside[t - 1, place] >= after[t - 1, place]
            t -= 1
        stop = t + 1
        while t > 0 and inside[t - 1, place] + logs[t, lattice.labels[place]] >= inside[t, place] - 1e-4:
            t -= 1
        spans.append((place, t, stop))
        before = _before(lattice, inside[t - 1], after[t - 1], place) if t else None
        if before is None or before[1] + logs[t, lattice.labels[place]] < inside[t, place] - 1e-3:
            return spans[::-1]
        place, lettered, t = before[0], before[2], t - 1


def _before(lattice: _Lattice, inside: Scores, after: Scores, place: int) -> tuple[int, float, bool] | None:
    sources, same = lattice.before(place)
    if not len(sources):
        return None
    direct = np.where(same, _NEVER, inside[sources])
    best = int(np.maximum(direct, after[sources]).argmax())
    held = int(sources[best])
    return held, float(max(direct[best], after[held])), bool(direct[best] >= after[held])


def _letter(
    sure: NDArray[np.float32], lattice: _Lattice, grammar: Grammar, span: tuple[int, int, int], before: int | None
) -> Letter:
    """Return a letter as sure as the net is of it among those the grammar allows there, less when it saw something else."""
    place, start, stop = span
    peaks = sure[start:stop].max(0)
    seen = float(peaks[lattice.labels[place]])
    allowed = lattice.labels[lattice.first if before is None else lattice.following[before]]
    rivals = float(peaks[np.unique(allowed[allowed != lattice.labels[place]])].sum())
    trust = 0.5 + 0.5 * min(1.0, seen / _SEEN)
    return Letter(grammar.letters[place], (start + stop) / 2 * STEP, trust * seen / (seen + rivals + 1e-6))


@lru_cache(maxsize=4)
def _lattice(grammar: Grammar) -> _Lattice:
    labels = np.array(labels_of(grammar.letters), np.intp)
    edges = np.array(sorted((b, a) for a, b in grammar.follow), np.intp).reshape(-1, 2)
    target, starts = np.unique(edges[:, 0], return_index=True)
    same = labels[edges[:, 1]] == labels[edges[:, 0]]
    groups: dict[tuple[bytes, bytes], int] = {}
    sources, sames, group = [np.zeros(0, np.intp)], [np.zeros(0, np.bool_)], []
    for part in map(slice, starts, [*starts[1:], len(edges)]):
        number = groups.setdefault((edges[part, 1].tobytes(), same[part].tobytes()), len(groups))
        group.append(number)
        if number == len(sources) - 1:
            sources.append(edges[part, 1])
            sames.append(same[part])
    following: dict[int, list[int]] = defaultdict(list)
    for place, source in edges.tolist():
        following[source].append(place)
    return _Lattice(
        labels=labels, first=np.array(grammar.first, np.intp), last=np.array(grammar.last, np.intp),
        target=target, group=np.array(group, np.intp),
        source=np.concatenate(sources), starts=np.cumsum([len(held) for held in sources])[:-1], same=np.flatnonzero(np.concatenate(sames)),
        following={source: np.array(places, np.intp) for source, places in following.items()},
    )  # fmt: skip

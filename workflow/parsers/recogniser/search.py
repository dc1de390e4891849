"""Finds the likeliest text that keeps to a grammar in the net's output for a line (Viterbi over CTC's paths)."""

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
    """A grammar as arrays: the label of each position, and its edges grouped by where they lead."""

    labels: Places
    source: Places
    groups: Places  # where each group of `source` begins
    target: Places  # the position each group leads to
    same: NDArray[np.bool_]  # edges between equal letters, which CTC parts by a blank
    first: Places
    last: Places

    def following(self, place: int) -> Places:
        """Return the positions that may follow one."""
        ends = np.repeat(self.target, np.diff(np.append(self.groups, len(self.source))))
        return np.asarray(ends[self.source == place], np.intp)


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
    inside[0, lattice.first] = logs[0, lattice.labels[lattice.first]]
    start = float(logs[0, 0])
    for t in range(1, steps):
        entered = _entered(lattice, inside[t - 1], after[t - 1])
        entered[lattice.first] = np.maximum(entered[lattice.first], start)
        inside[t] = np.maximum(inside[t - 1], entered) + logs[t, lattice.labels]
        after[t] = np.maximum(inside[t - 1], after[t - 1]) + logs[t, 0]
        start += float(logs[t, 0])
    return inside, after


def _entered(lattice: _Lattice, inside: Scores, after: Scores) -> Scores:
    either = np.maximum(inside, after)
    scores = np.where(lattice.same, after[lattice.source], either[lattice.source])
    entered = np.full(len(inside), _NEVER, np.float32)
    if len(scores):
        entered[lattice.target] = np.maximum.reduceat(scores, lattice.groups)
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
    group = int(np.searchsorted(lattice.target, place))
    if group >= len(lattice.target) or lattice.target[group] != place:
        return None
    first = int(lattice.groups[group])
    stop = int(lattice.groups[group + 1]) if group + 1 < len(lattice.groups) else len(lattice.source)
    sources = lattice.source[first:stop]
    direct = np.where(lattice.same[first:stop], _NEVER, inside[sources])
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
    allowed = lattice.labels[lattice.first if before is None else lattice.following(before)]
    rivals = float(peaks[np.unique(allowed[allowed != lattice.labels[place]])].sum())
    trust = 0.5 + 0.5 * min(1.0, seen / _SEEN)
    return Letter(grammar.letters[place], (start + stop) / 2 * STEP, trust * seen / (seen + rivals + 1e-6))


@lru_cache(maxsize=4)
def _lattice(grammar: Grammar) -> _Lattice:
    labels = np.array(labels_of(grammar.letters), np.intp)
    edges = np.array(sorted((b, a) for a, b in grammar.follow), np.intp).reshape(-1, 2)
    target, groups = np.unique(edges[:, 0], return_index=True)
    source = edges[:, 1]
    return _Lattice(
        labels, source, groups, target, labels[source] == labels[edges[:, 0]],
        np.array(grammar.first, np.intp), np.array(grammar.last, np.intp),
    )  # fmt: skip

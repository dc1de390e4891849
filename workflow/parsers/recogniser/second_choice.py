"""Settles the net's own doubts with a list of words: where it wavers between letters, the one that makes words of its neighbours wins.

Only letters that the net itself held possible are taken; what it read surely stays, word or not. Numbers, Latin, abbreviations and lines
that name a person are left as they were read: there a likely word is no better than an unlikely one.
"""

import gzip
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.recognise import MODEL, STEP, Letter, alphabet, letters_of

WORDS = 0.6  # how much a word's rarity counts against the net's word
STRANGE, FIRST_STRANGE = 5.5, 4.0  # nats a letter outside of any word costs, and the first of them more
LEAST, LEAST_MARK = 0.01, 0.05  # a letter less likely is no choice; nor a mark that greedy reading left out
MARGIN = 1.0  # nats by which another reading must be better
MOST_SURE = 0.97
LEGIBLE = 0.8  # mean confidence of a line; a worse one is dirt, in which a list of words finds words all the same
_MARKS = "ัิีึืุู็่้๊๋์"
_THAI = re.compile(r"[ก-ฮะ-ูเ-ไ็-๎]{3,}")
_NAMES = re.compile(r"นาย|นาง|ดร\.|(?:[ก-ฮ]\.){2,}|^\s*\(.*\)?\s*$")


class Choice(NamedTuple):
    """A letter, or none, with its cost in nats."""

    text: str
    cost: float


class Slot(NamedTuple):
    """A place of the line: what may stand there, the greedy choice first, and where in pixels of the cut."""

    choices: tuple[Choice, ...]
    at: float

    @property
    def read(self) -> str:
        """The greedy choice."""
        return self.choices[0].text


def settled(sure: NDArray[np.float32]) -> list[Letter]:
    """Return the letters of a line, its doubts settled; `sure` as in `recognise.probabilities`."""
    letters = letters_of(sure)
    if not letters or (min(x.confidence for x in letters) > 1 - LEAST and not _doubts(sure)):
        return letters
    legible = sum(x.confidence for x in letters) / len(letters) >= LEGIBLE
    if not legible or _NAMES.search("".join(x.text for x in letters)):
        return letters
    slots = list(slots_of(sure))
    changed = {n: choice for start, stop in _tokens(slots) for n, choice in _better(slots, start, stop)}
    if not changed:
        return letters
    confidences = iter(x.confidence for x in letters)
    out: list[Letter] = []
    for n, slot in enumerate(slots):
        confidence = next(confidences) if slot.read else 0.0
        text, certainty = changed.get(n, (slot.read, confidence))
        if text:
            out.append(Letter(text, slot.at, certainty))
    return out


def _doubts(sure: NDArray[np.float32]) -> bool:
    return bool((np.count_nonzero(sure > LEAST_MARK, axis=1) > 1).any())


def slots_of(sure: NDArray[np.float32]) -> Iterator[Slot]:
    """Yield the places of a line: its letters, and between them the marks that nearly were read."""
    best = sure.argmax(1)
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    middles = (starts + np.append(starts[1:], len(best))) / 2 * STEP
    nothing = np.minimum.reduceat(sure[:, 0], starts)
    read = best[starts].tolist()
    for n, (at, likely) in enumerate(zip(middles.tolist(), _likely(sure, starts), strict=True)):
        if read[n]:
            yield Slot(_letter_choices(likely, read[n], float(nothing[n])), at)
        else:
            yield from (Slot(choices, at) for choices in _mark_choices(likely, {*read[max(0, n - 1) : n + 2]}))


def _likely(sure: NDArray[np.float32], starts: NDArray[np.intp]) -> list[dict[int, float]]:
    """Return for each run of steps the labels that any of them holds possible, and how likely at the best of them."""
    held: list[dict[int, float]] = [{} for _ in starts]
    steps, labels = np.nonzero(sure > LEAST)
    runs = np.searchsorted(starts, steps, "right") - 1
    order = np.lexsort((labels, runs))
    shares = sure[steps, labels][order]
    for n, label, share in zip(runs[order].tolist(), labels[order].tolist(), shares.tolist(), strict=True):
        if share > held[n].get(label, 0.0):
            held[n][label] = share
    return held


def _letter_choices(likely: Mapping[int, float], best: int, blank: float) -> tuple[Choice, ...]:
    held = [Choice(alphabet()[best - 1], _nats(likely[best]))]
    if len(likely) > 1:
        held += [Choice(alphabet()[k - 1], _nats(share)) for k, share in likely.items() if k not in (0, best)]
    if blank > LEAST_MARK and held[0].text in _MARKS:
        held.append(Choice("", _nats(blank)))
    return tuple(held)


def _mark_choices(likely: Mapping[int, float], beside: set[int]) -> Iterator[tuple[Choice, ...]]:
    for k, share in likely.items():
        if k and share > LEAST_MARK and (mark := alphabet()[k - 1]) in _MARKS and k not in beside:
            yield Choice("", _nats(1 - share)), Choice(mark, _nats(share))


def _nats(share: float) -> float:
    return -math.log(max(share, 1e-6))


def _tokens(slots: Sequence[Slot]) -> Iterator[tuple[int, int]]:
    """Yield where runs of Thai letters begin and end among the slots, those with a doubt."""
    places = [n for n, slot in enumerate(slots) if slot.read]
    text = "".join(slots[n].read for n in places)
    for run in _THAI.finditer(text):
        start, stop = places[run.start()], places[run.end() - 1] + 1
        if any(len(slot.choices) > 1 for slot in slots[start:stop]):
            yield start, stop


def _better(slots: Sequence[Slot], start: int, stop: int) -> Iterator[tuple[int, tuple[str, float]]]:
    """Yield the slots that another reading of the run would change, with that choice and how sure it is."""
    part = slots[start:stop]
    read = _cheapest([Slot(slot.choices[:1], slot.at) for slot in part])
    best = _cheapest(part)
    gain = read[0] - best[0]
    if gain < MARGIN:
        return
    certainty = min(MOST_SURE, 1 / (1 + math.exp(-gain)))
    for n, (slot, text) in enumerate(zip(part, best[1], strict=True), start):
        if text != slot.read:
            yield n, (text, certainty)


Path = tuple[float, tuple[str, ...]]


def _cheapest(slots: Sequence[Slot]) -> Path:
    """Return the least cost of cutting slots into words and strange letters, and the choice at each slot."""
    far: Path = (math.inf, ())
    word_ends: list[Path] = [(0.0, ()), *[far] * len(slots)]
    strange_ends: list[Path] = [far] * (len(slots) + 1)
    for i in range(len(slots)):
        here = min(word_ends[i], strange_ends[i])
        if here[0] == math.inf:
            continue
        for text, cost in slots[i].choices:
            fee = WORDS * STRANGE * bool(text)
            opened = min(strange_ends[i][0], word_ends[i][0] + WORDS * FIRST_STRANGE)
            held = strange_ends[i][1] if opened == strange_ends[i][0] else word_ends[i][1]
            strange_ends[i + 1] = min(strange_ends[i + 1], (opened + cost + fee, (*held, text)))
        for stop, spent, taken in _words_from(slots, i):
            word_ends[stop] = min(word_ends[stop], (here[0] + spent, here[1] + taken))
    return min(word_ends[-1], strange_ends[-1])


def _words_from(slots: Sequence[Slot], start: int) -> Iterator[tuple[int, float, tuple[str, ...]]]:
    """Yield each word that may stand from a slot on: where it ends, what it costs with its letters, and the choices it takes."""
    words, costs = _words()
    open_: list[tuple[int, str, float, tuple[str, ...]]] = [(start, "", 0.0, ())]
    while open_:
        place, prefix, spent, taken = open_.pop()
        if place == len(slots):
            continue
        for text, cost in slots[place].choices:
            grown, total, chosen = prefix + text, spent + cost, (*taken, text)
            at = bisect_left(words, grown)
            if at == len(words) or not words[at].startswith(grown):
                continue
            if words[at] == grown and grown:
                yield place + 1, total + WORDS * costs[at], chosen
            open_.append((place + 1, grown, total, chosen))


@cache
def _words() -> tuple[list[str], list[float]]:
    lines = gzip.decompress((MODEL.parent / "words.txt.gz").read_bytes()).decode().split("\n")
    pairs = [line.split(" ") for line in lines if line]
    return [word for word, _ in pairs], [float(cost) for _, cost in pairs]

"""Thai folded to what survives a bad scan, and words found again through it: marks dropped, letters alike made one. Pure.

A recogniser loses the marks above a letter first, then mixes letters of one outline (ด ต ค, ข ช ซ, ผ พ). Two texts of one skeleton
are one text read twice; a pattern written in good Thai and folded the same way finds its words in the damaged one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from workflow.core.replacing import replacing

_DROPPED = "ัิีึื็่้๊๋์ํ๎ฺ"
_ALIKE = {
    "ต": "ดคฅ", "ข": "ชซฃ", "ผ": "ฝพฟ", "ไ": "ใ", "ฏ": "ฎ", "ก": "ถภ", "บ": "ปษ", "า": "ำ", "ุ": "ู", "ล": "ส", ":": "："
}  # fmt: skip
_folded = replacing(
    {**dict.fromkeys(_DROPPED, ""), **{other: kept for kept, others in _ALIKE.items() for other in others}}
)
_outlined = replacing(dict(zip("|!1ij0", "lllllo", strict=True)))
_NUMBER = re.compile(r"\d[\d.,\s]*")
SAME = 82.0  # percent alike: one name read twice


@dataclass(frozen=True)
class Folded:
    """A skeleton, and the text it came from."""

    text: str
    source: str

    @cached_property
    def places(self) -> Sequence[int]:
        """For each character of the skeleton the index of the one it came from; only marks are dropped."""
        if len(self.text) == len(self.source):
            return range(len(self.source))
        return tuple(n for n, letter in enumerate(self.source) if letter not in _DROPPED)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source for a span of the skeleton; marks belong to the letter before them."""
        first = self.places[start] if start < len(self.places) else len(self.source)
        return first, self.places[end] if end < len(self.places) else len(self.source)


@lru_cache(maxsize=4096)  # a line is asked after by every rule in turn
def fold(text: str) -> Folded:
    """Return the skeleton of a text; spaces stay."""
    return Folded(_folded(text), text)


@lru_cache(maxsize=4096)
def _as_it_is(text: str) -> Folded:
    return Folded(text, text)


@lru_cache(maxsize=4096)
def bones(text: str) -> str:
    """Return a skeleton to compare: without spaces, small letters, Latin letters and digits of one outline made one."""
    return _outlined(re.sub(r"\s+", "", _folded(text)).lower())


def alike(one: str, other: str) -> float:
    """Return how much two texts agree in their skeletons, in percent."""
    return fuzz.ratio(bones(one), bones(other))


@dataclass(frozen=True)
class RoughMatch:
    """What a rough pattern found, in places of the text as it is printed."""

    folded: Folded
    found: re.Match[str]

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """Return where a group stands in the text."""
        return self.folded.span(*self.found.span(group))

    def end(self, group: str | int = 0) -> int:
        """Return where a group ends in the text."""
        return self.span(group)[1]

    def start(self, group: str | int = 0) -> int:
        """Return where a group begins in the text."""
        return self.span(group)[0]

    def __getitem__(self, group: str | int) -> str:
        """Return the text of a group as it is printed, empty when it took no part; a number without marks that strayed into it."""
        held: str | None = self.found[group]
        if held is None or _NUMBER.fullmatch(held):
            return held or ""
        start, end = self.span(group)
        return self.folded.source[start:end]


@dataclass(frozen=True)
class Rough:
    """A pattern over skeletons, or over the text itself."""

    pattern: re.Pattern[str]
    folding: Callable[[str], Folded] = fold

    def match(self, text: str) -> RoughMatch | None:
        """Return the match at the beginning of a text."""
        folded = self.folding(text)
        found = self.pattern.match(folded.text)
        return RoughMatch(folded, found) if found else None

    def search(self, text: str) -> RoughMatch | None:
        """Return the first match in a text."""
        folded = self.folding(text)
        found = self.pattern.search(folded.text)
        return RoughMatch(folded, found) if found else None

    def finditer(self, text: str) -> list[RoughMatch]:
        """Return all matches in a text."""
        folded = self.folding(text)
        return [RoughMatch(folded, found) for found in self.pattern.finditer(folded.text)]


def rough(pattern: str) -> Rough:
    """Return a pattern, written in good Thai, that finds its words in damaged text.

    No `?` or `*` may stand after a mark that folds away: `(?:ที่)?`, never `ที่?`.
    """
    return Rough(re.compile(_folded(pattern)))


def plain(pattern: str) -> Rough:
    """Return a pattern that finds its words only as they are written."""
    return Rough(re.compile(pattern), _as_it_is)


def begins_like(text: str, words: str, worst: float = 0.34) -> int | None:
    """Return where the words end at the head of a text, None when more than `worst` of their letters are wrong there."""
    wanted, folded = bones(words), fold(text)
    packed = [(letter, n) for n, letter in enumerate(folded.text) if not letter.isspace()]
    head = bones("".join(letter for letter, _ in packed))
    near = range(max(1, len(wanted) - 4), min(len(head), len(wanted) + 4) + 1)
    if not wanted or not near:
        return None
    cost, end = min((Levenshtein.distance(head[:stop], wanted), abs(stop - len(wanted)), stop) for stop in near)[::2]
    return folded.span(0, packed[end - 1][1] + 1)[1] if cost <= worst * len(wanted) else None

"""The text of a paper's lines packed for search: where a value stands, exactly or nearly, and the evidence of that place. Pure."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from rapidfuzz import fuzz

from workflow.core.reading import Box, Evidence
from workflow.core.thai_digits import to_arabic
from workflow.parsers.page import Line
from workflow.parsers.thai_text import takes_room

ENOUGH = 80.0  # percent alike: a recogniser's slip, not another sentence
LEAST_FUZZY = 6  # characters: shorter values are like too much
A_VALUE = 40  # characters: longer parts are running text
_DROPPED = re.compile(r"\s+|(?<=\d),(?=\d{3})")


@dataclass(frozen=True)
class Place:
    """Where something stands in the packed text, and how like the wanted value it is, 0 to 1."""

    start: int
    end: int
    likeness: float = 1.0


@dataclass(frozen=True)
class Piece:
    """The part of one line that a place covers: `line.text[start:stop]`."""

    line: Line
    start: int
    stop: int

    @property
    def printed(self) -> str:
        """The words as printed."""
        return self.line.text[self.start : self.stop].strip()

    @property
    def sure(self) -> float:
        """How sure its least sure character is; running text is as sure as its line, for no sentence is without a doubtful letter."""
        short = self.stop - self.start <= A_VALUE
        return self.line.least(self.start, self.stop) if short else self.line.confidence

    @property
    def box(self) -> Box | None:
        """The part's own box, reckoned from how many letters stand before it: marks over and under letters take no room."""
        if self.line.box is None:
            return None
        left, top, right, bottom = self.line.box
        breadths = _breadths(self.line.text)
        whole = max(1, breadths[-1])
        first, last = breadths[self.start], breadths[self.stop]
        step = (right - left) / whole
        return (round(left + first * step, 1), top, round(left + last * step, 1), bottom)


def packed(text: str) -> str:
    """Return the text in Arabic digits without spaces and without the commas of thousands."""
    plain = to_arabic(text)
    return _DROPPED.sub("", plain) if "," in plain else "".join(plain.split())


class PaperText:
    """Lines in reading order, searched as if they were one string without spaces."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(line for line in lines if line.text.strip())
        self._packed = [packed(line.text) for line in self.lines]
        self._starts = list(accumulate((len(text) for text in self._packed), initial=0))
        self.text = "".join(self._packed)

    def find(self, value: str, start: int = 0, stop: int | None = None) -> Place | None:
        """Return the first place between `start` and `stop` where the value stands as it is."""
        wanted = packed(value)
        if not wanted:
            return None
        at = self.text.find(wanted, start, len(self.text) if stop is None else stop)
        return Place(at, at + len(wanted)) if at >= 0 else None

    def find_like(self, value: str, start: int = 0, stop: int | None = None) -> Place | None:
        """Return the place most like the value; None when nothing is like enough, or the value too short to tell."""
        wanted = packed(value)
        within = self.text[start:stop]
        if len(wanted) < LEAST_FUZZY or len(within) < len(wanted) // 2:
            return None
        found = fuzz.partial_ratio_alignment(wanted, within, score_cutoff=ENOUGH)
        if found is None or found.dest_end <= found.dest_start:
            return None
        return Place(start + found.dest_start, start + found.dest_end, found.score / 100)

    def matches(self, pattern: str, start: int = 0, stop: int | None = None) -> Iterator[Place]:
        """Yield the places of a pattern in packed text; no match runs over a line end, so that numbers of two lines never join."""
        regex = re.compile(pattern)
        for n in range(self._line_at(start), len(self.lines)):
            if stop is not None and self._starts[n] >= stop:
                return
            for hit in regex.finditer(self._packed[n]):
                first, last = self._starts[n] + hit.start(), self._starts[n] + hit.end()
                if first >= start and (stop is None or last <= stop):
                    yield Place(first, last)

    def matches_across(self, pattern: str, start: int = 0, stop: int | None = None) -> Iterator[Place]:
        """Yield the places of a pattern that may run over line ends, as a date in a full line does."""
        end = len(self.text) if stop is None else stop
        for hit in re.compile(pattern).finditer(self.text, start, end):
            yield Place(*hit.span())

    def line_start(self, at: int) -> int:
        """Return where the line begins that holds a packed offset."""
        return self._starts[self._line_at(at)]

    def pieces(self, place: Place) -> list[Piece]:
        """Return the parts of lines that a place covers, top to bottom."""
        found = []
        for n in range(self._line_at(place.start), len(self.lines)):
            base = self._starts[n]
            if base >= place.end:
                break
            first, last = max(place.start - base, 0), min(place.end - base, len(self._packed[n]))
            if last > first:
                start, stop = _raw(self.lines[n].text, first), _raw(self.lines[n].text, last - 1) + 1
                found.append(Piece(self.lines[n], start, _with_marks(self.lines[n].text, stop)))
        return found

    def evidence(self, place: Place) -> Evidence | None:
        """Return page, box (of the first page's lines), printed form and confidence of a place."""
        pieces = self.pieces(place)
        if not pieces:
            return None
        page = pieces[0].line.page
        boxes = [box for piece in pieces if piece.line.page == page and (box := piece.box)]
        printed = re.sub(r"\s+", " ", " ".join(piece.printed for piece in pieces))
        sure = min(piece.sure for piece in pieces) * place.likeness
        return Evidence(page, around(boxes), printed, round(sure, 3))

    def _line_at(self, offset: int) -> int:
        return max(0, min(bisect_right(self._starts, offset) - 1, len(self.lines) - 1))


def around(boxes: Sequence[Box]) -> Box | None:
    """Return the box around boxes; None around nothing."""
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _raw(text: str, offset: int) -> int:
    """Return where in a line the packed character number `offset` stands."""
    kept = _kept(text)
    return kept[offset] if offset < len(kept) else len(text)


@lru_cache(maxsize=512)
def _kept(text: str) -> tuple[int, ...]:
    if "," not in text:
        return tuple([at for at, char in enumerate(text) if not char.isspace()])
    dropped = {at for hit in _DROPPED.finditer(to_arabic(text)) for at in range(*hit.span())}
    return tuple(at for at in range(len(text)) if at not in dropped)


def _with_marks(text: str, stop: int) -> int:
    while stop < len(text) and unicodedata.combining(text[stop]) + (unicodedata.category(text[stop]) == "Mn"):
        stop += 1
    return stop


@lru_cache(maxsize=512)  # a line holds many values
def _breadths(text: str) -> tuple[int, ...]:
    """Return how many letters that take room stand before each character of a text, and in all of it."""
    return tuple(accumulate(map(takes_room, text), initial=0))

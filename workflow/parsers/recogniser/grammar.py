"""Small grammars over letters, laid out so that the net's output can be searched for the likeliest text that keeps to one.

A grammar becomes positions (one letter each) with the positions that may follow: Glushkov's automaton, which has no empty moves.
"""

from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

Edge = tuple[int, int]


class Part(NamedTuple):
    """A piece of grammar: whether it may be empty, where it may begin and end, and what follows what within it."""

    empty: bool
    first: frozenset[int]
    last: frozenset[int]
    follow: frozenset[Edge]


@dataclass(frozen=True, eq=False)
class Grammar:
    """The letter of each position, the positions a text may begin and end with, and the pairs that may follow each other.

    Equal to itself alone: it is a key, and to compare tens of thousands of pairs took longer than to search a line.
    """

    letters: str
    first: tuple[int, ...]
    last: tuple[int, ...]
    follow: tuple[Edge, ...]


class Builder:
    """Collects positions while a grammar is written down from its smallest parts."""

    def __init__(self) -> None:
        self._letters: list[str] = []

    def any_of(self, letters: str) -> Part:
        """One of these letters."""
        start = len(self._letters)
        self._letters += letters
        places = frozenset(range(start, len(self._letters)))
        return Part(False, places, places, frozenset())

    def word(self, letters: str) -> Part:
        """These letters one after the other."""
        return self.then(*(self.any_of(letter) for letter in letters))

    def words(self, *held: str) -> Part:
        """One of these words."""
        return self.either(*(self.word(letters) for letters in held))

    def either(self, *parts: Part) -> Part:
        """One of these parts."""
        return Part(
            any(p.empty for p in parts),
            frozenset().union(*(p.first for p in parts)),
            frozenset().union(*(p.last for p in parts)),
            frozenset().union(*(p.follow for p in parts)),
        )

    def then(self, *parts: Part) -> Part:
        """These parts one after the other."""
        return reduce(_joined, parts, Part(True, frozenset(), frozenset(), frozenset()))

    def maybe(self, part: Part) -> Part:
        """This part or nothing."""
        return part._replace(empty=True)

    def many(self, part: Part) -> Part:
        """This part once or more."""
        return part._replace(follow=part.follow | {(a, b) for a in part.last for b in part.first})

    def done(self, part: Part) -> Grammar:
        """Return the finished grammar."""
        return Grammar(
            "".join(self._letters), tuple(sorted(part.first)), tuple(sorted(part.last)), tuple(sorted(part.follow))
        )


def _joined(a: Part, b: Part) -> Part:
    return Part(
        a.empty and b.empty,
        a.first | b.first if a.empty else a.first,
        a.last | b.last if b.empty else b.last,
        a.follow | b.follow | {(x, y) for x in a.last for y in b.first},
    )

"""ผนึก: how rows become digests, and digests a chain in which nothing can be altered, left out, moved or put in unseen. Pure.

A row's digest is that of its canonical words: JSON with sorted names, in which nothing stands for nothing (a column that is empty is left
out, so that a column added later, empty, leaves every digest as it was), moments are UTC, and a JSON column is its own SHA-256.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

MARK = 4  # bytes of each row's digest kept beside its batch, so that the altered row can be named
Words = dict[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True)
class Batch:
    """The rows of one table that one seal took: numbers `first` to `last` without the spans `missing`, and `late` ones from before."""

    table: str
    first: int
    last: int
    missing: tuple[Span, ...]
    late: tuple[int, ...]
    rows: int
    sha256: str
    marks: bytes

    def numbers(self) -> list[int]:
        """Return the numbers of the rows, in order of their digests."""
        gone = {n for first, last in self.missing for n in range(first, last + 1)}
        return [*self.late, *(n for n in range(self.first, self.last + 1) if n not in gone)]


def words_of(row: Mapping[str, Any], digested: frozenset[str] = frozenset()) -> Words:
    """Return a row in canonical words: only what says something; columns in `digested` (JSON, secrets) by their SHA-256."""
    return _saying({name: _word(value, as_digest=name in digested) for name, value in row.items()})


def digest(words: Words) -> bytes:
    """Return the SHA-256 of a row's canonical words."""
    return hashlib.sha256(_dumped(words)).digest()


def batch_digest(rows: Iterable[tuple[int, bytes]]) -> tuple[str, bytes]:
    """Return the digest of numbered row digests, and the marks of the rows."""
    whole, marks = hashlib.sha256(), bytearray()
    for number, row in rows:
        whole.update(number.to_bytes(8, "big") + row)
        marks += row[:MARK]
    return whole.hexdigest(), bytes(marks)


def seal_digest(number: int, at: datetime, previous: str, batches: Sequence[Batch]) -> str:
    """Return the digest of a seal: its number, moment, the seal before it, and every batch it took."""
    taken = [
        [b.table, b.first, b.last, b.missing, b.late, b.rows, b.sha256, hashlib.sha256(b.marks).hexdigest()] for b in batches
    ]  # fmt: skip
    return hashlib.sha256(_dumped([number, _word(at), previous, taken])).hexdigest()


def spans(numbers: Sequence[int]) -> tuple[Span, ...]:
    """Return increasing numbers as spans."""
    found: list[Span] = []
    for n in numbers:
        if found and n == found[-1][1] + 1:
            found[-1] = (found[-1][0], n)
        else:
            found.append((n, n))
    return tuple(found)


def absent(first: int, last: int, present: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans of `first`..`last` that increasing `present` numbers leave open."""
    found, expected = [], first
    for n in present:
        if n > expected:
            found.append((expected, n - 1))
        expected = n + 1
    return (*found, (expected, last)) if expected <= last else tuple(found)


def undone(words: Words, changes: Iterable[Mapping[str, Sequence[Any]]]) -> Words | None:
    """Return the words before these changes (`{column: [old, new]}`, the newest first); None when one of them does not lead here.

    A change that somebody rewrote into something else leads nowhere, too.
    """
    now = dict(words)
    for change in changes:
        for column, pair in change.items():
            if not isinstance(pair, list | tuple) or len(pair) != 2 or now.get(column) != (pair[1] or None):
                return None
            now[column] = pair[0]
        now = _saying(now)
    return now


def _saying(words: Words) -> Words:
    """Leave out what says nothing; every digest rests on it."""
    return {name: value for name, value in words.items() if value not in (None, "", 0)}


def _word(value: Any, *, as_digest: bool = False) -> Any:
    if as_digest:
        return hashlib.sha256(_dumped(value)).hexdigest() if value else None
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, str) else value


def _dumped(value: Any) -> bytes:
    said = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.encode("utf-8", "surrogatepass")  # half a pair is no letter, but somebody may have written one

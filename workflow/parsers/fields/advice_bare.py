"""Items of a bare code, a name and an advice in one paragraph, `1.3 การแก้ระเบียบ ควรสำรวจ…`, that nothing but a space parts. Pure.

Such codes may count as the clauses of any paper do, and any word may begin an advice. So the paper must say above them that advice
follows, and most of the paragraphs must go on, behind the first words, with what is to be done.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.parsers.fields.advice_announced import announces_advice
from workflow.parsers.fields.advice_bracketed import laid_out, place_in
from workflow.parsers.fields.advice_items import SAID, is_prose
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import ends, pauses
from workflow.parsers.fields.advice_rows import at_one_edge, cut
from workflow.parsers.fields.advice_shapes import is_spread
from workflow.parsers.fields.advice_told import says_to_do
from workflow.parsers.rows import BULLET, Row, flow
from workflow.parsers.skeleton import rough

_CODED = re.compile(rf"^(?:{BULLET}\s)?(?P<code>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})\.?\s+(?=[^\d\s])")
_SPACE = re.compile(r"\s+(?![(\[])")
_TELLS = rough(r".{0,60}?(?:ควร|ต้อง|ขอให้|พึง|ให้)")
_SHORTEST, _LONGEST = 6, 90  # letters of a name
_LEAST = 3  # items
_MOST = 0.6  # of them go on with a word for what is to be done


@dataclass(frozen=True)
class _Entry:
    """A coded paragraph (its rows from `start` to `end`), the letter at which its advice begins, and whether a verb tells so."""

    start: int
    end: int
    code: str
    at: int
    sure: bool


def with_bare_items_apart(rows: Sequence[Row], layout: Layout) -> tuple[list[Row], Layout] | None:
    """Return the rows with the name and the advice of each item apart, and their layout; None where the paper has no such list."""
    said = next((n for n in range(len(rows)) if announces_advice(rows, n)), len(rows))
    parted: dict[int, _Entry] = {}
    for entries in at_one_edge(list(_entries(rows, layout, said)), rows, at=lambda entry: entry.start):
        if _are_items(entries):
            parted |= {entry.start: entry for entry in entries}
    if not parted:
        return None
    made: list[tuple[Row, int, bool]] = []
    taken = -1
    for n, row in enumerate(rows):
        entry = parted.get(n)
        place = place_in(rows, entry.start, entry.end, entry.at) if entry else None
        if entry and place:
            made += [(_named(entry, rows, place[0]), n, False)]
            made += [(replace(cut(rows[place[0]], place[1]), blank_before=1), place[0], True)]
            taken = place[0]
        elif n > taken:
            made.append((row, n, False))
    return [row for row, _, _ in made], laid_out(made, layout)


def _are_items(entries: Sequence[_Entry]) -> bool:
    codes = {entry.code for entry in entries}
    sure = sum(entry.sure for entry in entries)
    return len(entries) >= _LEAST and len(codes) == len(entries) and sure >= _MOST * len(entries)


def _entries(rows: Sequence[Row], layout: Layout, said: int) -> Iterator[_Entry]:
    """Yield the paragraphs below the words that announce advice which begin with a code and hold a name and what is to be done."""
    begun = [n for n in sorted(layout.starts) if said < n < len(rows)]
    for start, end in pairwise([*begun, len(rows)]):
        coded = None if is_spread(rows[start]) else _CODED.match(rows[start].text)
        stop = next((n for n in range(start + 1, end) if _leaves(rows[n].text.strip())), end)
        text = flow(rows[start:stop])
        if coded and (found := _parted(text, coded.end())):
            yield _Entry(start, stop, coded["code"], *found)


def _leaves(text: str) -> bool:
    return ends(text) or pauses(text) or _CODED.match(text) is not None


def _parted(text: str, begins: int) -> tuple[int, bool] | None:
    """Return where the advice begins behind a name that begins there, and whether a word for what is to be done begins it."""
    spaces = [
        space
        for space in _SPACE.finditer(text, begins)
        if _SHORTEST <= space.start() - begins < _LONGEST and _outside(text[begins : space.start()])
    ]
    doing = next((space for space in spaces if says_to_do(text[space.end() :])), None)
    found = doing or next((space for space in spaces[:1] if _TELLS.match(text[space.end() :])), None)
    if found is None or SAID.search(text[begins : found.start()]) or is_prose(text[begins:]):
        return None
    return found.end(), doing is not None


def _outside(before: str) -> bool:
    return before.count("(") <= before.count(")")


def _named(entry: _Entry, rows: Sequence[Row], last: int) -> Row:
    """Return the head of an item as a plain one; of its letters, none is surer than the least sure of its rows."""
    named = flow(rows[entry.start : entry.end])[: entry.at]
    text = f"{BULLET} {named.strip(BULLET + ' ')}"
    read = [sure for row in rows[entry.start : last + 1] for sure in row.sure]
    return replace(rows[entry.start], text=text, sure=(min(read),) * len(text) if read else ())

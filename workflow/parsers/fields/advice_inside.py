"""Heads of items that stand in a bracket on rows of their own, `(ตัวชี้วัดที่ 1.2 ชื่อ)` above the advice, made plain ones. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.parsers.fields.advice_bracketed import is_to_be_done, laid_out
from workflow.parsers.fields.advice_heads_told import head_alone
from workflow.parsers.fields.advice_items import SAID, is_prose
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import ends
from workflow.parsers.rows import BULLET, Row, flow

_AHEAD = 3  # rows: a head runs over no more
_LEAST = 2  # heads where no word tells what the code is


@dataclass(frozen=True)
class _Inside:
    """A head in a bracket that closes in the row before `end`, as a plain one, and whether a word stands before its code."""

    end: int
    text: str
    worded: bool


def out_of_brackets(rows: Sequence[Row], layout: Layout) -> tuple[list[Row], Layout]:
    """Return the rows with the heads that a bracket holds on one row each, without it, and the layout that goes with them."""
    heads = dict(_heads(rows, layout))
    bare = [n for n, head in heads.items() if not head.worded]
    if bare and (len(bare) < _LEAST or not is_to_be_done([], rows[: bare[0]])):
        heads = {n: head for n, head in heads.items() if head.worded}
    if not heads:
        return list(rows), layout
    made: list[tuple[Row, int, bool]] = []
    end = 0
    for n, row in enumerate(rows):
        if head := heads.get(n):
            sure = [s for other in rows[n : head.end] for s in other.sure]
            told = replace(row, text=head.text, sure=(min(sure),) * len(head.text) if sure else ())
            made.append((told, n, False))
            end = head.end
        elif n >= end:
            below = n == end > 0
            made.append((replace(row, blank_before=1) if below else row, n, below))
    return [row for row, _, _ in made], laid_out(made, layout)


def _heads(rows: Sequence[Row], layout: Layout) -> Iterator[tuple[int, _Inside]]:
    """Yield the first row of each head whose bracket closes at the end of a row, with something below."""
    for n in sorted(layout.starts):
        for end in range(n + 1, min(n + 1 + _AHEAD, len(rows))):
            head = head_alone(flow(rows[n:end]))
            if head and not (SAID.search(head.name) or is_prose(head.name) or ends(rows[end].text.strip())):
                yield n, _Inside(end, f"{BULLET} {head.word}{head.code} {head.name}", bool(head.word))
                break

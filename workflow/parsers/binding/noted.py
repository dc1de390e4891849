"""The notes that send a memo up or on, written below its signature (เกษียน): each an endorsement of it, apart from its order. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workflow.parsers.binding.endorsed import ASKS, THINKS
from workflow.parsers.binding.opening import label
from workflow.parsers.fields.addressee import addressees, endorsement_addressees
from workflow.parsers.fields.closing import PURPOSE
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.labels import GREETINGS
from workflow.parsers.fields.order import begins_order, order_under
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.fields.unbracketed import with_unbracketed
from workflow.parsers.rows import Row

_MOST = 12  # rows between a greeting and a name: more is a text
_TICKS = re.compile(r"[☐☑☒□✓✔]")  # boxes to tick: a form's choices
_BULLET = "-–• "


def noted_on(rows: Sequence[Row]) -> list[int]:
    """Return which rows of a memo are notes on it: from a greeting below its own signature to the name that signs.

    What is ordered may stand above them, below or beside, and stays the memo's. Bare lines, choices to tick and names alone are the
    order's or lead to it; so are a greeting behind words of an order, and what a commander says to somebody with no purpose told.
    """
    fields, body = head_fields(rows)
    to, told = addressees(fields)[0], rows[body:]
    blocks = with_unbracketed(told, signatures(told), to)
    ordered = order_under(told, blocks, to)
    found: list[int] = []
    for above, block in pairwise(blocks):
        greeted = _greeted(told, above.last + 1, block.first)
        if greeted is None or not block.signatory.name:
            continue
        note = told[greeted : block.first]
        if _is_note(note) and (_purposed(note) or ordered is None or block is not ordered[1]):
            found += range(body + greeted, body + block.last + 1)
    return found


def _greeted(rows: Sequence[Row], start: int, stop: int) -> int | None:
    """Return the row between two signatures that greets, None where none does or words of an order stand above it."""
    greeted = next((n for n in range(start, stop) if label(rows[n]) in GREETINGS), None)
    ordered = greeted is not None and any(begins_order(row.text) for row in rows[start:greeted])
    return None if ordered else greeted


def _is_note(note: Sequence[Row]) -> bool:
    """Whether rows from a greeting to a name are a note: short, to somebody, and no choices of a form."""
    choices = any(_TICKS.search(row.text) for row in note)
    return 1 < len(note) <= _MOST and not choices and bool(endorsement_addressees(note))


def _purposed(note: Sequence[Row]) -> bool:
    """Whether a note says what the memo is sent up or on for, or what its writer thinks of it."""
    texts = [row.text.strip().lstrip(_BULLET) for row in note]
    return any(PURPOSE.match(text) or ASKS.match(text) or THINKS.search(text) for text in texts)

"""The order on a memo that stands behind it on a page of endorsements, below the opinion that sent the memo up. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from workflow.parsers.binding.endorsed import ASKS, THINKS, starts
from workflow.parsers.binding.opening import heads
from workflow.parsers.fields.addressee import addressees, endorsement_addressees
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.order import begins_order, is_addressed, order_under
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.fields.unbracketed import with_unbracketed
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import SAME, alike


def ordered_behind(memo: Sequence[Row], notes: Sequence[Row]) -> list[int]:
    """Return which rows of the notes behind a memo are the order on it, none where they hold none.

    It is signed below a note: by the post that the memo is addressed to, or, where nobody ordered anything yet, below an opinion that
    sends the memo up. What is ordered below a note with a number is, but for the former, on that note.
    """
    fields, body = head_fields(memo)
    to, told = addressees(fields)[0], memo[body:]
    own = with_unbracketed(told, signatures(told), to)
    signed = with_unbracketed(notes, signatures(notes), to) if own else []
    waits = bool(own) and order_under(told, own, to) is None
    found: list[int] = []
    top = 0
    for above, block in pairwise(signed):
        begun = [n for n in range(above.last + 1, block.first) if starts(notes, n)]
        top = begun[-1] if begun else top
        start = next((n for n in range(above.last + 1, block.first) if begins_order(notes[n].text)), None)
        if begun or start is None:
            continue
        numbered = any(heads(notes, n) for n in range(above.first))
        sent = waits and not numbered and _sends_up(notes[top : above.first], to)
        if sent or is_addressed(block.signatory, to):
            found += range(start, block.last + 1)
    return found


def _sends_up(note: Sequence[Row], to: Sequence[str]) -> bool:
    """Whether a note asks for an order, tells what to order, or greets whom the memo is addressed to."""
    asks = any(ASKS.match(text) or THINKS.search(text) for text in (row.text.strip() for row in note))
    return asks or any(alike(one, other) >= SAME for one in endorsement_addressees(note) for other in to)

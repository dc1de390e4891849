"""Which of several signed blocks that stand beside one another comes first: who signs a paper, who orders on it, what is noted on it. Pure."""

from collections.abc import Sequence
from enum import IntEnum

from workflow.parsers.binding.opening import heads, label
from workflow.parsers.fields.addressee import addressees
from workflow.parsers.fields.heads import head_fields
from workflow.parsers.fields.labels import GREETINGS
from workflow.parsers.fields.order import begins_order, is_addressed, whose_words
from workflow.parsers.fields.signatory import signatures
from workflow.parsers.rows import Row


class Turn(IntEnum):
    """What a signed block is, in the order in which blocks are read; of two that tell something the one called an order is it."""

    SIGNER = 0
    TELLS = 1  # an order, or an opinion on the way to it
    ADDRESSED = 2  # the post that the paper is addressed to signs it
    CALLED = 3  # an order, as it says itself
    NOTE = 4  # greets somebody, or has a number of its own


def in_turn(blocks: Sequence[Sequence[Row]], above: Sequence[Row]) -> list[Sequence[Row]]:
    """Return blocks beside one another as they are read below the rows above them: the paper's signature before what is ordered on it."""
    to = addressed_to(above)
    return sorted(blocks, key=lambda block: turn_of(block, to))


def turn_of(block: Sequence[Row], to: Sequence[str]) -> Turn:
    """Return what a block is on a paper to somebody, by its first row and by who signs it."""
    if label(block[0]) in GREETINGS or heads(block, 0):
        return Turn.NOTE
    told, tells, signed = whose_words(block[0].text.strip()), begins_order(block[0].text), signatures(block)
    if told and told[0] != "ความเห็น":
        return Turn.CALLED
    if signed and (tells or signed[0].first == 0) and is_addressed(signed[0].signatory, to):
        return Turn.ADDRESSED
    return Turn.TELLS if tells else Turn.SIGNER


def addressed_to(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return whom the last paper of some rows is addressed to, nobody where its head stands on none of them."""
    fields, _ = head_fields(rows)
    return addressees(fields)[0]

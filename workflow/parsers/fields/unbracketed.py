"""Who signs below an order without brackets around the name, as electronic papers have it: a title or a rank, and two names."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.dated import date_alone
from workflow.parsers.fields.order import begins_order, is_addressed
from workflow.parsers.fields.signatory import Signature, signature_at
from workflow.parsers.fields.titles import LOCAL_HEAD, POST, RANK, UNIT, bare_name, has_title
from workflow.parsers.rows import Row

_NAME = re.compile(rf"^(?:ลงชื่อ\s*)?(?:(?P<rank>{RANK})\s*)?(?P<name>[ก-๙.]{{2,40}}(?:\s+[ก-๙.]{{2,30}}){{1,4}})$")
_TITLED_POST = re.compile(r"^(?:นายแพทย์|อาจารย์|(?:ผู้ช่วย|รอง)ศาสตราจารย์)")  # titles that posts begin with, too
_NAMES = range(2, 5)  # a name and a family's name of up to three words


def with_unbracketed(rows: Sequence[Row], blocks: Sequence[Signature], to: Sequence[str]) -> list[Signature]:
    """Return the signatures of a paper, and those without brackets below what is ordered under the first of them.

    A person named there without the date of a signature, or as another than whom the paper is addressed to, is told to do something.
    """
    found = list(blocks)
    for n in range(blocks[0].last + 1 if blocks else len(rows), len(rows)):
        above = max((block.last for block in found if block.first <= n), default=0)
        person = (
            person_in(rows[n]) if n > above and any(begins_order(row.text) for row in rows[above + 1 : n]) else None
        )
        if person and ((block := signature_at(rows, n, *person)).dated or is_addressed(block.signatory, to)):
            found = sorted([*found, block], key=lambda one: one.first)
    return found


def signs_unbracketed(rows: Sequence[Row], n: int) -> bool:
    """Whether a row is a person's name above a post or a date, as one signs."""
    below = rows[n + 1] if n + 1 < len(rows) else None
    return bool(below and person_in(rows[n]) and (date_alone(below) or POST.match(below.text.strip())))


def person_in(row: Row) -> tuple[str | None, str] | None:
    """Return the rank and the name of the person whom a row of print names and nothing else, None for any other row."""
    text = row.text.strip()
    found = None if row.sure else _NAME.match(text)
    if found is None or not (found["rank"] or has_title(found["name"])):
        return None
    name = bare_name(found["name"])
    post = POST.match(text) and not _TITLED_POST.match(text)
    named = len(name.split()) in _NAMES and not (UNIT.match(name) or LOCAL_HEAD.match(name))
    return (found["rank"], name) if named and not post else None

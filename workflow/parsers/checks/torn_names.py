"""Names torn by a pen: a signature across a name leaves a hole in its row, or a part of it that no name has, however sure the rest is.

A name of the same file that holds every letter left, in their order, is offered when it is the only one; the paper itself proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.parsers.certainty import NOT_AS_PRINTED, Sureness
from workflow.parsers.checks.unsure import tell
from workflow.parsers.draft import Draft
from workflow.parsers.page import Line
from workflow.parsers.paper_text import packed
from workflow.parsers.rows import Row

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

_WORD_SPACE = 1.0  # heights of the line: wider within a name is a hole
_LEFT = 4  # letters left of a name that may still tell whose it is
# a part that is one letter (but for the particle of some surnames) or begins or ends as no Thai word does
_TORN_PART = re.compile(r"^(?!ณ$)[ก-ฮ]$|^[ะ-ฺๅ-๎]|[เ-ไ]$")


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return a doubt for each recognised signer's name that has a hole or a part no name has."""
    held = {name for draft in drafts for _, _, name in _signers(draft)}
    held |= {contact.person for draft in drafts for contact in draft.instrument.contacts if contact.person}
    findings = []
    for n, draft in enumerate(drafts):
        for place, rows, name in _signers(draft):
            if any(row.sure and _holed(row, name) for row in rows) or (rows[0].sure and _oddly_formed(name)):
                tell(draft, f"{place}.name", Sureness(NOT_AS_PRINTED))
                findings.append(_finding(n, place, rows, name, _whole(name, held)))
    return findings


def _signers(draft: Draft) -> Iterator[tuple[str, Sequence[Row], str]]:
    """Yield where a signer of a paper was seen, its rows and the name."""
    paper = draft.instrument
    signers = (("signatory", paper.signatory), ("order.signatory", paper.order.signatory if paper.order else None))
    for place, who in signers:
        if who and who.name and (rows := draft.seen.get(place)):
            yield place, rows, who.name


def _holed(row: Row, name: str) -> bool:
    """Whether the runs of a row that make up a name stand farther apart than words do."""
    parts = sorted((part for part in row.parts if part.box), key=lambda part: part.box[0] if part.box else 0.0)
    texts, wanted = [packed(part.text) for part in parts], packed(name)
    spans = [(i, j) for i in range(len(parts)) for j in range(i, len(parts)) if wanted in "".join(texts[i : j + 1])]
    if not spans:
        return False
    first, last = min(spans, key=lambda span: span[1] - span[0])
    return any(_apart(one, other) for one, other in pairwise(parts[first : last + 1]))


def _apart(one: Line, other: Line) -> bool:
    return bool(one.box and other.box and other.box[0] - one.box[2] > _WORD_SPACE * (one.box[3] - one.box[1]))


def _oddly_formed(name: str) -> bool:
    return any(_TORN_PART.search(part) for part in name.split())


def _whole(name: str, held: set[str]) -> str | None:
    """Return the one other name that holds every letter of a torn one, in their order."""
    left = packed(name)
    found = [other for other in held if other != name and not _oddly_formed(other) and _in_order(left, other)]
    return found[0] if len(found) == 1 and len(left) >= _LEFT else None


def _in_order(letters: str, name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _finding(n: int, place: str, rows: Sequence[Row], name: str, whole: str | None) -> Finding:
    offered = f" ในเอกสารชุดนี้มีชื่อ “{whole}” ซึ่งมีอักษรที่เหลืออยู่ครบ" if whole else ""
    message = f"ชื่อ “{name}” ขาดบางส่วน น่าจะมีลายมือชื่อทับ{offered} โปรดตรวจกับต้นฉบับ"
    return Finding(
        "low-confidence", "warning", message, instrument=n, field=f"{place}.name", page=rows[0].page, box=rows[0].box,
        candidates=(whole,) if whole else (),
    )  # fmt: skip

"""One person's name in two spellings between places of one bundle: signatories, those who ordered, contacts.

Two names are one person's when both their parts differ in a letter or two; whose spelling is right no paper can tell, so that nothing
is changed. A name of two scripts in one word is a recogniser's slip and is told too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from workflow.core.reading import Finding
from workflow.parsers.draft import Draft
from workflow.parsers.latin import torn_word

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

MISSPELT = 2  # letters in a part of a name: more make another name
_CALLED = re.compile(r"^(?:คุณ|นาย|นางสาว|นาง|น\.ส\.|ดร\.)\s*")


@dataclass(frozen=True)
class _Named:
    """A name, the paper and the field it stands in."""

    paper: int
    field: str
    name: str

    @property
    def parts(self) -> list[str]:
        """First name and surname, without the civil title."""
        return _CALLED.sub("", self.name).split()


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return a doubt for each place of a name that stands elsewhere in another spelling, and for names no printer sets."""
    names = [named for n, draft in enumerate(drafts) for named in _names(n, draft)]
    findings = []
    for one, other in combinations(names, 2):
        if _one_person(one.parts, other.parts):
            candidates = (one.name, other.name)
            message = f"ชื่อบุคคลสะกดต่างกันในเอกสารชุดนี้: {' กับ '.join(candidates)} โปรดตรวจกับทำเนียบแล้วใช้ให้ตรงกัน"
            findings += [
                _finding("name-spelling-conflict", drafts, place, message, candidates) for place in (one, other)
            ]
    for named in names:
        if torn_word(named.name) or re.search(r"[ก-๎]\d|\d[ก-๎]", named.name):
            message = f"ชื่อ “{named.name}” มีอักขระที่ไม่ใช่อักษรไทยปนอยู่ โปรดพิมพ์ตามต้นฉบับ"
            findings.append(_finding("foreign-script", drafts, named, message, ()))
    return findings


def _names(n: int, draft: Draft) -> Iterator[_Named]:
    paper = draft.instrument
    if paper.signatory and paper.signatory.name:
        yield _Named(n, "signatory.name", paper.signatory.name)
    if paper.order and paper.order.signatory and paper.order.signatory.name:
        yield _Named(n, "order.signatory.name", paper.order.signatory.name)
    for k, contact in enumerate(paper.contacts):
        if contact.person:
            yield _Named(n, f"contacts[{k}].person", contact.person)


def _one_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both parts are alike to a letter or two, and at least one of them is not the same."""
    if len(one) != 2 or len(other) != 2 or list(one) == list(other):
        return False
    apart = [Levenshtein.distance(a, b) for a, b in zip(one, other, strict=True)]
    long_enough = all(len(a) > 2 * d for a, d in zip(one, apart, strict=True))
    return max(apart) <= MISSPELT and sum(apart) <= MISSPELT + 1 and long_enough


def _finding(code: str, drafts: Sequence[Draft], place: _Named, message: str, candidates: tuple[str, ...]) -> Finding:
    page = drafts[place.paper].instrument.pages[0]
    return Finding(
        code, "warning", message, instrument=place.paper, field=place.field, page=page, candidates=candidates
    )

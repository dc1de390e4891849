"""Which papers of a bundle belong to one matter: only between them must a cause come before its answer.

An e-mail or a scanning batch may hold papers that have nothing to do with one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from workflow.core.reading import Instrument
from workflow.parsers.draft import Draft

ALIKE = 85.0  # percent: a subject is reworded when a letter is passed on (ขอแจ้งผล… becomes แจ้งผล…)
INCOMING = frozenset({"letter", "invitation", "stamped"})


def chains(drafts: Sequence[Draft]) -> list[list[int]]:
    """Return the indices of the drafts, those of one matter together."""
    found: list[list[int]] = []
    papers = [draft.instrument for draft in drafts]
    for n in sorted(range(len(papers)), key=lambda k: _step(papers[k])):
        mine = [chain for chain in found if any(_in_one_matter(papers, n, k) for k in chain)]
        others = [chain for chain in found if chain not in mine]
        found = [*others, [*(k for chain in mine for k in chain), n]]
    return found


def _in_one_matter(papers: Sequence[Instrument], later: int, earlier: int) -> bool:
    """Whether a paper is about an earlier one; an endorsement below a paper on its own page rides on no other."""
    one, other = papers[later], papers[earlier]
    if one.kind != "endorsement" or not hosts_of(one, papers):
        return answers(one, other)
    return bool(set(one.pages) & set(other.pages)) or cites(one, other)


def hosts_of(note: Instrument, papers: Iterable[Instrument]) -> list[Instrument]:
    """Return the papers on whose pages an endorsement stands."""
    return [paper for paper in papers if paper.kind != "endorsement" and set(paper.pages) & set(note.pages)]


def answers(later: Instrument, earlier: Instrument) -> bool:
    """Whether the later paper is about the earlier one: it cites its number or its day, has its subject, or rides on it."""
    if cites(later, earlier):
        return True
    cited = {_plain(r.number) for r in later.references} - {""}
    if later.kind == "endorsement" and earlier.kind in {"memo", "endorsement"}:
        return not cited
    if not later.subject or not earlier.subject or _step(earlier) >= _step(later):
        return False
    return fuzz.partial_ratio(later.subject, earlier.subject) > ALIKE


def cites(later: Instrument, earlier: Instrument) -> bool:
    """Whether the later paper cites the earlier one's number or day."""
    cited = {_plain(r.number) for r in later.references} - {""}
    days = {r.date for r in later.references} - {None}
    return _plain(earlier.number) in cited or earlier.date in days


def _step(paper: Instrument) -> int:
    return 0 if paper.kind in INCOMING else 2 if paper.kind == "endorsement" else 1


def _plain(number: str | None) -> str:
    return (number or "").replace(" ", "")

"""A file's pages become papers: which page opens one, which continues which, what is missing, what is there twice. Pure.

`binding/` weighs the signs page by page and pair by pair; here the best way to string the pages becomes papers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from workflow.core.reading import Kind
from workflow.parsers.binding.cover import best_links
from workflow.parsers.binding.doubles import without_doubles
from workflow.parsers.binding.enclosed import openers
from workflow.parsers.binding.endorsed import hosted
from workflow.parsers.binding.following import MAYBE, announces, surely_follows, weights
from workflow.parsers.binding.noted import noted_on
from workflow.parsers.binding.numbered_through import without_numbers_of_the_file
from workflow.parsers.binding.opening import opened
from workflow.parsers.binding.ordered_behind import ordered_behind
from workflow.parsers.binding.sheet import Sheet, as_enclosure, sheet_of, without_tail
from workflow.parsers.fields.receipts import StampFound
from workflow.parsers.page import Page, Table
from workflow.parsers.rows import Row

__all__ = ["Paper", "Sheet", "announces", "opening", "papers_of"]

_HOSTS = frozenset({"memo", "letter", "unknown", "endorsement"})  # behind what an endorsement is written


@dataclass(frozen=True)
class Paper:
    """One paper: its sheets in true order, the page numbers that are provably absent, pages dropped as doubles.

    `mismatched` pages have a catchword the next page does not keep; the place of `doubtful` pages rests on little; `sure` is False
    where the kind was told by few signs, or by what the pages say because the first one is missing.
    """

    kind: Kind
    sheets: tuple[Sheet, ...]
    missing: tuple[int, ...] = ()
    doubles: tuple[int, ...] = ()
    mismatched: tuple[int, ...] = ()
    rows: tuple[Row, ...] = field(default=())
    doubtful: tuple[int, ...] = ()
    sure: bool = True

    @property
    def tables(self) -> tuple[Table, ...]:
        """The ruled tables of all its sheets."""
        return tuple(table for sheet in self.sheets for table in sheet.tables)

    @property
    def pages(self) -> tuple[int, ...]:
        """Page numbers of the file in true order."""
        return tuple(sheet.page for sheet in self.sheets)


def papers_of(pages: Sequence[Page]) -> list[Paper]:
    """Return the papers of a file in the order in which they open."""
    pages = without_numbers_of_the_file(pages)
    sheets, doubles = without_doubles([sheet_of(page) for page in pages])
    first, made = openers([(sheet.label, sheet.number) for sheet in sheets]), {page.number: page for page in pages}
    sheets = [as_enclosure(sheet, made[sheet.page]) if n in first else sheet for n, sheet in enumerate(sheets)]
    following = best_links(weights(sheets))
    sheets = [_without_tail(n, sheets, following) for n in range(len(sheets))]
    led = set(following.values())
    papers = [_assemble(_chain(n, sheets, following)) for n in range(len(sheets)) if n not in led]
    papers = _written_behind(papers)
    papers = [replace(paper, doubles=tuple(d for p in paper.pages for d in doubles.get(p, ()))) for paper in papers]
    return [part for paper in _with_orders(papers) for part in _endorsed(paper)]


def _with_orders(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers; the order on a memo among the endorsements on the page behind it is the memo's."""
    found = list(papers)
    for n, (memo, notes) in enumerate(pairwise(papers), 1):
        if memo.kind == "memo" and notes.kind == "endorsement" and (told := set(ordered_behind(memo.rows, notes.rows))):
            order, rest = ([row for k, row in enumerate(notes.rows) if (k in told) == mine] for mine in (True, False))
            behind = tuple(replace(sheet, stamps=(), tables=()) for sheet in _cut_down(notes, order))
            found[n - 1] = replace(memo, sheets=(*memo.sheets, *behind), rows=(*memo.rows, *order))
            found[n] = replace(notes, sheets=_cut_down(notes, rest), rows=tuple(rest))
    return found


def _cut_down(paper: Paper, rows: Sequence[Row]) -> tuple[Sheet, ...]:
    """Return the sheets of a paper that hold some of its rows, with those and no others."""
    kept = (replace(s, rows=tuple(row for row in rows if row.page == s.page)) for s in paper.sheets)
    return tuple(sheet for sheet in kept if sheet.rows)


def _written_behind(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers; what lacks between an endorsement's numbered first page and the paper it is written behind is told of that.

    Where the file has no such paper, it is told of the endorsement.
    """
    found, ends = list(papers), [_last_number(paper) if paper.kind in _HOSTS else 0 for paper in papers]
    for n, paper in enumerate(papers):
        number = paper.sheets[0].number or 1
        if paper.kind != "endorsement" or number == 1 or number - 1 in ends[:n] + ends[n + 1 :]:
            continue
        before = ends[n - 1] if n else 0
        host = n - 1 if 0 < before < number else n
        lost = range(before + 1 if host < n else 1, number)
        found[host] = replace(found[host], missing=tuple(dict.fromkeys((*found[host].missing, *lost))))
    return found


def _last_number(paper: Paper) -> int:
    """Return the number of a paper's last page, printed or counted."""
    number = paper.sheets[0].number or 1
    for sheet in paper.sheets[1:]:
        number = sheet.number or number + 1
    return number


def opening(rows: Sequence[Row]) -> Kind | None:
    """Return the kind of paper that begins with these rows, None when they continue one."""
    found = opened(rows)
    return found.kind if found else None


def _without_tail(n: int, sheets: Sequence[Sheet], following: Mapping[int, int]) -> Sheet:
    """Return the sheet, its last line taken for the catchword it is when the next page begins with it."""
    sheet, after = sheets[n], following.get(n)
    return without_tail(sheet) if after is not None and announces(sheet.tail, sheets[after]) else sheet


def _chain(start: int, sheets: Sequence[Sheet], following: Mapping[int, int]) -> list[Sheet]:
    chain, here = [sheets[start]], following.get(start)
    while here is not None:
        chain.append(sheets[here])
        here = following.get(here)
    return chain


def _assemble(chain: Sequence[Sheet]) -> Paper:
    first, mismatched, doubtful = chain[0], [], []
    missing = list(range(1, first.number or 1)) if first.opens is None and not first.label else []
    number, rows = first.number or 1, list(first.rows)
    for before, sheet in pairwise(chain):
        lost = _lost_between(before, sheet, number)
        missing += lost
        if before.catchword and not announces(before.catchword, sheet, MAYBE) and not lost:
            mismatched.append(before.page)
        if not lost and not surely_follows(before, sheet):
            doubtful.append(sheet.page)
        number = (lost[-1] if lost else number) + 1
        rows += [replace(row, gap=bool(lost) and n == 0) for n, row in enumerate(sheet.rows)]
    if chain[-1].catchword:
        missing.append(number + 1)
    kind, sure = _kind(chain)
    return Paper(kind, tuple(chain), tuple(missing), (), tuple(mismatched), tuple(rows), tuple(doubtful), sure)


def _endorsed(paper: Paper) -> list[Paper]:
    """Return the paper, and apart from it what is endorsed below its signature."""
    start = None if paper.kind in {"endorsement", "table"} else hosted(paper.rows, letter=paper.kind != "memo")
    end = len(paper.rows) if start is None else start
    noted = noted_on(paper.rows[:end]) if paper.kind == "memo" else []
    if start is None and not noted:
        return [paper]
    below = [n >= end or n in noted for n in range(len(paper.rows))]
    upper, lower, offset = [], [], 0
    for sheet in paper.sheets:
        own, cut, offset = below[offset : offset + len(sheet.rows)], end - offset, offset + len(sheet.rows)
        gone = all(own) if own else cut < 0
        stamps = _stamped_below(sheet, 0 if gone else cut)
        if not gone:
            above = tuple(stamp for stamp in sheet.stamps if stamp not in stamps)
            upper.append(replace(sheet, rows=_those(sheet.rows, own, of=False), stamps=above))
        if gone or any(own):
            lower.append(replace(sheet, rows=_those(sheet.rows, own, of=True), stamps=stamps))
    endorsement = Paper("endorsement", tuple(lower), rows=_those(paper.rows, below, of=True))
    return [replace(paper, sheets=tuple(upper), rows=_those(paper.rows, below, of=False)), endorsement]


def _those(rows: Sequence[Row], told: Sequence[bool], *, of: bool) -> tuple[Row, ...]:
    """Return the rows of which as much is told."""
    return tuple(row for row, one in zip(rows, told, strict=True) if one == of)


def _stamped_below(sheet: Sheet, cut: int) -> tuple[StampFound, ...]:
    """Return the stamps that stand below where a page is cut; all of one that is not, and none where places are unknown."""
    if cut <= 0:
        return sheet.stamps
    box = sheet.rows[cut].box if cut < len(sheet.rows) else None
    tops = [min((line.box[1] for line in stamp.lines if line.box), default=0.0) for stamp in sheet.stamps]
    return tuple(stamp for stamp, top in zip(sheet.stamps, tops, strict=True) if box and top > box[1])


def _kind(chain: Sequence[Sheet]) -> tuple[Kind, bool]:
    """Return the kind the first page opens; without a first page, the one the others speak for."""
    if chain[0].opens:
        return chain[0].opens, chain[0].sure
    if all(sheet.tabular for sheet in chain):
        return "table", False
    spoken = next((sheet.manner for sheet in reversed(chain) if sheet.manner), None)
    return spoken or "unknown", False


def _lost_between(before: Sheet, after: Sheet, number: int) -> list[int]:
    """Return the page numbers that lie between two sheets: told by the printed numbers, else by a catchword nobody answers."""
    if after.number:
        return list(range(number + 1, after.number))
    return [number + 1] if before.catchword and not announces(before.catchword, after, MAYBE) else []

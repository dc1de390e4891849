"""A file's pages become papers: which page opens one, which continues which, what is missing, what is there twice. Pure.

The strongest sign is the catchword, then the printed page number, then ascending codes, then lying side by side in the file.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from workflow.core.reading import Kind
from workflow.parsers.fields.kind import opening
from workflow.parsers.fields.receipts import StampFound, take_stamps
from workflow.parsers.fields.score_table import score_table
from workflow.parsers.page import Page, Table
from workflow.parsers.rows import Row, bare_page_number, catchword, is_furniture, page_number, rows_of

SAME_PAGE = 92.0  # percent alike: one page read twice
_CODE = re.compile(r"^(?:[-–•*]\s*(?:ตัวชี้วัด\S*\s*)?|ตัวชี้วัดย่อย\S*\s*)(\d+\.\d+)(?=\s)")
_ENDED = re.compile(r"^(?:ขอแสดงความนับถือ|จึงเรียนมาเพื่อ)")


@dataclass(frozen=True)
class Sheet:
    """One page without its furniture and stamps: what it opens (None: it continues something), and the signs of its place."""

    page: int
    rows: tuple[Row, ...]
    stamps: tuple[StampFound, ...]
    number: int | None
    catchword: str | None
    opens: Kind | None
    tables: tuple[Table, ...] = ()

    @property
    def text(self) -> str:
        """All its text."""
        return "\n".join(row.text for row in self.rows)

    @property
    def ended(self) -> bool:
        """Whether a paper ends on it."""
        return any(_ENDED.match(row.text.strip()) for row in self.rows)

    @property
    def codes(self) -> list[tuple[int, ...]]:
        """Sub-indicator codes in order."""
        items = [m[1] for row in self.rows if (m := _CODE.match(row.text.strip()))]
        return [tuple(int(n) for n in code.split(".")) for code in items]


@dataclass(frozen=True)
class Paper:
    """One paper: its sheets in true order, the page numbers that are provably absent, pages dropped as doubles."""

    kind: Kind
    sheets: tuple[Sheet, ...]
    missing: tuple[int, ...] = ()
    doubles: tuple[int, ...] = ()
    mismatched: tuple[int, ...] = ()
    rows: tuple[Row, ...] = field(default=())

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
    sheets, doubles = _without_doubles([_sheet(page) for page in pages])
    following = _successors(sheets)
    led = set(following.values())
    papers = [_assemble(sheet, sheets, following) for n, sheet in enumerate(sheets) if n not in led]
    return [replace(paper, doubles=tuple(doubles.get(p, 0) for p in paper.pages if p in doubles)) for paper in papers]


def _sheet(page: Page) -> Sheet:
    stamps, lines = take_stamps(page.lines)
    words = next((w for line in reversed(lines) if (w := catchword(line.text))), None)
    number = page_number(page)
    if number is None and lines and (number := bare_page_number(lines[0])):
        lines = lines[1:]
    rows = rows_of(line for line in lines if not is_furniture(line))
    kind: Kind | None = opening(rows)
    scored = len(score_table(page.tables, rows).indicators) > len(rows) / 3 or bool(page.tables)
    if kind is None and scored and len(rows) < 60 and not number:
        kind = "table"
    return Sheet(page.number, tuple(rows), tuple(stamps), number, words, kind, page.tables)


def _without_doubles(sheets: Sequence[Sheet]) -> tuple[list[Sheet], dict[int, int]]:
    """Return the sheets without those read twice, and which page each dropped one repeats."""
    kept: list[Sheet] = []
    doubles: dict[int, int] = {}
    for sheet in sheets:
        twin = next((k for k in kept if len(sheet.text) > 80 and fuzz.ratio(k.text, sheet.text) > SAME_PAGE), None)
        if twin:
            doubles[twin.page] = sheet.page
        else:
            kept.append(sheet)
    return kept, doubles


def _successors(sheets: Sequence[Sheet]) -> dict[int, int]:
    """Return for each sheet the one that follows it: best pairs first, each sheet used once on either side, no circles."""
    ranked = sorted(_pairs(sheets), reverse=True)
    following: dict[int, int] = {}
    for score, before, after in ranked:
        if (
            score > -2
            and before not in following
            and after not in following.values()
            and not _leads_to(following, after, before)
        ):
            following[before] = after
    return following


def _pairs(sheets: Sequence[Sheet]) -> Iterable[tuple[float, int, int]]:
    for b, before in enumerate(sheets):
        for a, after in enumerate(sheets):
            closed = before.opens in {"endorsement", "stamped"} or (before.opens == "table" and not after.tables)
            if a != b and after.opens is None and not closed:
                yield _score(before, after), b, a


def _score(before: Sheet, after: Sheet) -> float:
    score = 0.6 if after.page == before.page + 1 else 0.0
    if before.catchword:
        score += 3.0 if announces(before.catchword, after) else -1.0
    number = before.number or (1 if before.opens else None)
    if after.number and number:
        score += 1.5 if after.number == number + 1 else 0.3 if after.number > number else -3.0
    if before.codes and after.codes:
        score += 0.5 if before.codes[-1] < after.codes[0] else -0.4
    if before.ended and not announces(before.catchword, after):
        score -= 2.5
    foreign = "ขอแสดงความนับถือ" in after.text
    if (before.opens == "memo" and foreign) or (
        before.opens == "letter" and re.search(r"^\d\.\s*ข้อ(?:พิจารณา|เท็จจริง)", after.text, re.M)
    ):
        score -= 2.0
    return score


def announces(words: str | None, sheet: Sheet) -> bool:
    """Whether a catchword gives the first words of the sheet."""
    if not words:
        return False
    first = "".join(row.text for row in sheet.rows[:2])
    plain = re.sub(r"^[-–•\s]+|\s+", "", first)
    wanted = re.sub(r"^[-–•\s]+|\s+|\.+$", "", words)
    opened = plain[: len(wanted)]
    return bool(wanted) and re.findall(r"\d", opened) == re.findall(r"\d", wanted) and fuzz.ratio(opened, wanted) >= 80


def _leads_to(following: dict[int, int], start: int, goal: int) -> bool:
    here: int | None = start
    while here is not None:
        if here == goal:
            return True
        here = following.get(here)
    return False


def _assemble(first: Sheet, sheets: Sequence[Sheet], following: dict[int, int]) -> Paper:
    chain, missing, mismatched = [first], list(range(1, first.number or 1)) if first.opens is None else [], []
    number = first.number or 1
    rows = list(first.rows)
    here = following.get(list(sheets).index(first))
    while here is not None:
        sheet, before = sheets[here], chain[-1]
        lost = _lost_between(before, sheet, number)
        missing += lost
        if before.catchword and not announces(before.catchword, sheet) and not lost:
            mismatched.append(before.page)
        number = (lost[-1] if lost else number) + 1
        rows += [replace(row, gap=bool(lost) and n == 0) for n, row in enumerate(sheet.rows)]
        chain.append(sheet)
        here = following.get(here)
    if chain[-1].catchword:
        missing.append(number + 1)
    return Paper(first.opens or "unknown", tuple(chain), tuple(missing), (), tuple(mismatched), tuple(rows))


def _lost_between(before: Sheet, after: Sheet, number: int) -> list[int]:
    """Return the page numbers that lie between two sheets: told by the printed numbers, else by a catchword nobody answers."""
    if after.number:
        return list(range(number + 1, after.number))
    return [number + 1] if before.catchword and not announces(before.catchword, after) else []

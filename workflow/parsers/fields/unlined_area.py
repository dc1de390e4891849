"""Where a table without upright lines stands among a paper's rows: its head of several rows, and where it ends. Pure."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from workflow.parsers.fields.advice_columns import advising
from workflow.parsers.fields.advice_leads import ends
from workflow.parsers.fields.advice_table import names_advice
from workflow.parsers.fields.score_columns import head_kind
from workflow.parsers.rows import Row
from workflow.parsers.unlined import (
    Level,
    Span,
    columns_of,
    is_number,
    level_of,
    numbered_rows,
    pieces_in,
    stands_close,
)  # fmt: skip

_FEWEST = 3  # columns of a head that is told by its place alone
TIERS = 3  # rows of a head above or below the one that names its columns
_LOOK = 14  # rows below a head: enough of them to tell its columns
_WIDE = 0.6  # of the table's width: no cell of a head is as wide
_CENTRED = 4.0  # points
_PART = re.compile(r"[^\d\s]{0,14}\s?(?:ที่\s?)?\d{1,2}[.)]?\s+[ก-ฮเ-ไA-Z]")  # `Pillar 1 นโยบาย`
_CODE = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})+[.)]*$")
_SHORT = 30  # letters: a head of numbers is shorter
_MARKS = ("score", "average")
_YEAR = re.compile(r"(?:ปี\s*)?25\d\d$")  # of several years the marks stand side by side
_ENCLOSED = re.compile(r"(?:สิ่งที่ส่งมาด้วย|เอกสาร(?:แนบ|ประกอบ)|(?:ภาค)?ผนวก)")  # at the right margin, over the last column


def heads_marks(rows: Sequence[Row], n: int) -> bool:
    """Whether a row is of a head right above numbers that names marks, it or a row beside it."""
    if len(words_of(rows[n])) < 2 or not _names_columns(rows[n]) or not numbered_rows(rows[n + 1 : n + 2 * TIERS], 2):
        return False
    near = (row for row in rows[max(0, n - 1) : n + 2] if row.page == rows[n].page and _names_columns(row))
    return any(head_kind(text) in _MARKS for row in near for text in words_of(row))


def _names_columns(row: Row) -> bool:
    texts = words_of(row)
    return all(len(text) < _SHORT and not is_number(text) for text in texts)


def words_of(row: Row) -> list[str]:
    """Return the words that stand between the wide spaces of a row."""
    return [piece.text.strip() for piece in pieces_in(row)]


def heads_advised_marks(rows: Sequence[Row], n: int) -> bool:
    """Whether a row names a column of advice, and it or one next to it one of marks."""
    row = rows[n]
    texts = (*(part.text.strip() for part in row.parts), *words_of(row))
    if len(row.parts) < 2 or not any(advising(text) is not None for text in texts):
        return False
    near = (other for other in rows[max(0, n - TIERS) : n + TIERS] if other.page == row.page)
    heads = (text for other in near for text in (*(part.text.strip() for part in other.parts), *words_of(other)))
    names = {text for text in heads if len(text) < _SHORT}
    return any(head_kind(text) in _MARKS for text in names) or sum(bool(_YEAR.match(text)) for text in names) > 1


def below(rows: Sequence[Row], at: int, least: int) -> tuple[list[Row], list[Span]]:
    """Return the rows below a head that stand in columns, down to where the paper goes on or another table begins; and the columns.

    The name of a part may reach over its column: one row of its own.
    """
    own = {packed(row) for row in rows[max(0, at - TIERS) : at + TIERS]}
    after = (n for n in range(at + 1, len(rows)) if _ends(rows, n, own))
    under = rows[at + 1 : next(after, len(rows))]
    columns = _first_columns(_told(under, own, rows[at].page)[:_LOOK], least)
    across = [level_of(row, columns).across and packed(row) not in own for row in under] if columns else []
    held = list(under[: next((n for n, both in enumerate(pairwise(across)) if all(both)), len(under))])
    told = _told(held, own, rows[at].page)
    columns = max(columns, columns_of(told), key=len)  # a column may begin farther down
    return held, _codes_apart(columns, told)


def _codes_apart(columns: list[Span], rows: Sequence[Row]) -> list[Span]:
    """Return the columns, the first parted into codes and names where but for the names of scored parts nothing stands in both."""
    own = [row for row in rows if not (row.parts and _PART.match(row.parts[0].text.strip()))]
    codes = sum(bool(row.parts and _CODE.match(row.parts[0].text.strip())) for row in own)
    finer = columns_of(own) if len(own) < len(rows) and codes >= _FEWEST else []
    parted = [span for span in finer if span[0] < columns[0][1]] if columns else []
    return [*parted, *columns[1:]] if len(parted) > 1 else columns


def _told(rows: Sequence[Row], head: Collection[str], page: int) -> list[Row]:
    """Return the rows from the first that holds a number, without the head that other pages repeat: its words stand where they may."""
    first = next((n for n in range(len(rows)) if numbered_rows(rows[n : n + 1], 1)), 0)
    return [row for row in rows[first:] if packed(row) not in head or row.page == page]


def packed(row: Row) -> str:
    """Return what a row says without its spaces, which no two pages tell alike between narrow columns."""
    return "".join(row.text.split())


def _ends(rows: Sequence[Row], n: int, own: Collection[str]) -> bool:
    """Whether the paper goes on at a row by its words, or with the head of another table than its own."""
    row = rows[n]
    if ends(row.text.strip()):
        return True
    return packed(row) not in own and (_is_head(rows, n) or (len(row.parts) > 1 and names_advice(words_of(row))))


def _is_head(rows: Sequence[Row], n: int) -> bool:
    """Whether a row is the head of columns: words, most of them beginning over no words below as what wraps would, and numbers below."""
    lefts = [piece.box[0] for piece in pieces_in(rows[n]) if piece.box]
    below = rows[n + 1 : n + 2 * TIERS]
    starts = [piece.box[0] for row in below for piece in pieces_in(row) if piece.box and not is_number(piece.text)]
    wrapped = sum(any(abs(left - start) < _CENTRED for start in starts) for left in lefts)
    return (
        len(lefts) >= _FEWEST and wrapped * 2 < len(lefts) and _names_columns(rows[n]) and numbered_rows(below, 2) > 0
    )


def _first_columns(rows: Sequence[Row], least: int) -> list[Span]:
    """Return the columns of the first rows, of as many as leave most of them."""
    found = (columns_of(rows[:n]) for n in range(len(rows), least - 1, -1))
    return max((columns for columns in found if len(columns) >= least), key=len, default=[])


def head_rows(rows: Sequence[Row], at: int, columns: Sequence[Span], numeric: Sequence[int]) -> list[Row]:
    """Return the rows of the head around the one that names the advice."""
    first, last = at, at
    while (
        first
        and at - first < TIERS
        and stands_close(rows[first - 1], rows[first])
        and _is_tier(rows[first - 1], columns)
    ):
        first -= 1
    while last + 1 < len(rows) and last - at < TIERS and stands_close(rows[last], rows[last + 1]):
        if not _goes_on(rows[first : last + 1], rows[last + 1], level_of(rows[last + 1], columns), numeric):
            break
        last += 1
    return list(rows[first : last + 1])


def _is_tier(row: Row, columns: Sequence[Span]) -> bool:
    """Whether a row over a head is of it: parts that stand over columns, none of them over the first alone as a title does."""
    wide = columns[-1][1] - columns[0][0]
    boxes = [part.box for part in row.parts if part.box]
    behind = len(boxes) > 1 or boxes[0][0] > columns[0][1]
    named = ":" in row.text or _ENCLOSED.match(row.text.strip())
    return not named and behind and all(box[2] - box[0] < _WIDE * wide for box in boxes)


def _goes_on(head: Sequence[Row], row: Row, level: Level, numeric: Sequence[int]) -> bool:
    """Whether a row below a head goes on with its cells, in the middle of one or beside others."""
    if level.numbers(numeric) or level.across or any(len(part.text) >= _SHORT for part in row.parts):
        return False
    middles = [(p.box[0] + p.box[2]) / 2 for r in head for p in pieces_in(r) if p.box]
    own = [(p.box[0] + p.box[2]) / 2 for p in row.parts if p.box]
    return len(own) > 1 or all(min(abs(a - b) for b in middles) < _CENTRED for a in own) or _overlap(head[-1], row)


def _overlap(above: Row, below: Row) -> bool:
    return bool(above.box and below.box and below.box[1] < above.box[3])

"""Where the ruled tables of a page stand among its rows, and whether sentences run on around them. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workflow.core.thai_digits import to_arabic
from workflow.parsers.page import Table
from workflow.parsers.rows import Row, flow

_FULL, _LEFT = (
    0.82,
    0.03,
)  # of the width of the text: a row that ends past it is full; one that begins within it begins at the margin

_CAPTION, _LINES = re.compile(r"ตาราง\s*(?:ที่\s*)?\d"), 3  # of a caption above its table

# the title of the whole page, which may wrap too: `แบบรายงานผลการสำรวจ… ประจำปี 2567`
_TITLE = re.compile(
    r"(?:แบบ|สรุป|รายงาน|ตาราง|รายละเอียด)*(?:ผล|คะแนน)(?:การ)?(?:สำรวจ|ประเมิน|วัด|จัดอันดับ)\D{4,130}25\d\d$"
)

_YEAR = re.compile(r"(?:ปี\s*)?(?:พ\.\s?ศ\.\s*)?25\d\d")

_HANGS = 24.0  # points: a point of a list goes on so far behind its bullet


def set_in_tables(tables: Sequence[Table], rows: Sequence[Row]) -> tuple[bool, ...]:
    """Return for each row whether all its runs stand in cells of the tables."""
    cells = ["".join(cell.split()) for table in tables for row in table.rows for cell in row if cell.strip()]
    return tuple(all(any(run in cell for cell in cells) for run in _runs(row)) for row in rows)


def compares_years(tables: Sequence[Table]) -> bool:
    """Whether all tables tell of nothing but years, row by row: they belong to the scores on the page before."""
    told = [[to_arabic(row[0]).strip() for row in table.rows[1:]] for table in tables]
    return bool(told) and all(first and all(map(_YEAR.fullmatch, first)) for first in told)


def running(rows: Sequence[Row], inside: Sequence[bool], *, hanging: bool = False) -> set[int]:
    """Return the rows of sentences that wrap outside of tables: a full row, and below it one that begins at the margin.

    Of `hanging` points of a list too, which go on where they begin. A row that begins in the right half, such as an enclosure's
    label at the margin, is full of nothing, and a table's caption is none.
    """
    boxes = [row.box for row in rows if row.box]
    if not boxes:
        return set()
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    full, near = left + _FULL * (right - left), left + _LEFT * (right - left)
    captions = _captions(rows, inside)
    found = set()
    for n, (row, below) in enumerate(pairwise(rows)):
        plain = not (inside[n] or inside[n + 1] or n in captions) and max(len(row.parts), len(below.parts)) < 2
        fills = row.box and row.box[0] < (left + right) / 2 and row.box[2] > full
        hangs = hanging and row.box and below.box and abs(below.box[0] - row.box[0]) < _HANGS
        if plain and fills and below.box and (hangs or below.box[0] < near):
            found |= {n, n + 1}
    return found


def _captions(rows: Sequence[Row], inside: Sequence[bool]) -> set[int]:
    """Return the rows of captions, down to the table each stands right above (`ตารางที่ 1 …`, or the title on top of the page)."""
    found = set[int]()
    for n, row in enumerate(rows):
        table = next((k for k in range(n, min(n + _LINES + 1, len(rows))) if inside[k]), n)
        titled = n == 0 and any(_TITLE.match(flow(rows[: k + 1]).strip()) for k in range(table))
        found |= set(range(n, table)) if titled or _CAPTION.match(row.text.strip()) else set()
    return found


def _runs(row: Row) -> list[str]:
    return ["".join(part.text.split()) for part in row.parts] or ["".join(row.text.split())]

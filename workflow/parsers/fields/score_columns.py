"""The columns of a score table: which numbers stand over one another, and what the heads above them call them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from workflow.parsers.fields.score_grid import ENOUGH, NO_NUMBER, Cell, GridRow
from workflow.parsers.skeleton import Rough, rough

_IS_AVERAGE = rough(
    r"เฉลี่ย|มัธยฐาน|ค่ากลาง|ภาพรวม(?:ระดับ)?(?:กรม|กลุ่ม|จังหวัด|ประเทศ)|ทุกหน่วยงาน|ของกลุ่ม|[Aa]verage|[Mm]ean\b|AVG"
)
_OFFICES = (
    r"(?:หน่วย|ส่วนราชการ|กรม|กระทรวง|จังหวัด|อำเภอ|ตำบล|เขต|ภาค|แห่ง|เทศบาล|อบ[ตจ]|องค์[กค]|โรง|มหาวิทยาลัย|คณะ|วิทยา|สถาบัน|สำนัก|กอง|ศูนย์|ฝ่าย"
    r"|รัฐวิสาหกิจ|ธนาคาร|ประเทศ|ประเภท|ระดับ|กลุ่ม|สังกัด|สาขา|ด่าน|สถานี|ที่)"
)
_IS_GROUP = rough(rf"กลุ่ม|ระดับกรม|ทุก\s?{_OFFICES}|ประเทศ|ประเภทเดียวกัน|ทั้งหมด")
_IS_SCORE = rough(r"คะแนน|ร้อยละ|ผล(?:การ)?(?:ประเมิน|สำรวจ)|[Ss]core")
_IS_NEITHER = rough(
    r"เต็ม|น้ำหนัก|ผลต่าง|ส่วนต่าง|ปีก่อน|ปีที่(?:แล้ว|ผ่านมา)|ลำดับ|อันดับ|ระดับ(?!กรม|จังหวัด|หน่วย)|เป้าหมาย|สูงสุด|ต่ำสุด|เกณฑ์|\b(?:[Gg]ap|[Dd]iff|[Mm]ax|[Mm]in|[Ww]eight|[Rr]ank|[Ff]ull)"
)
# how far something is done or paid, in percent, is no score of what is to be done; but for the head that says so
_IS_PROGRESS = rough(r"คืบหน้า|ก้าวหน้า|ความสำเร็จ|แล้วเสร็จ|เบิกจ่าย|[Pp]rogress|[Cc]omplet")
_IS_MARK = rough(r"คะแนน|[Ss]core")
_BROKEN = re.compile(r"(?<=[ก-๙])\s(?=[ก-๙])")  # a narrow head breaks within a word: คะแนนต่ำ|สุด, น้ำ|หนัก
_OF_FULL = re.compile(
    r"\s*[(\[]\s*(?:จาก\s*)?(?:คะแนน)?เต็ม[^)\]]*[)\]]?|\s\d{1,3}[)\]]$"
)  # behind คะแนน: what it is a mark of
_IS_NO_MEAN = rough(r"ผลต่าง|ส่วนต่าง|ปีก่อน|ปีที่(?:แล้ว|ผ่านมา)|ลำดับ|อันดับ|เป้าหมาย|เต็ม|น้ำหนัก")
CODES = rough(r"(?:ตัวชี้วัด(?:ย่อย)?\s*)?รหัส|(?:ตัวชี้วัด(?:ย่อย)?\s*)?(?:ข้อ)?ที่\s*$|ข้อ\s*$")  # heads a column of codes
_HEAD_ROWS = 5
_UPPER_AND_LOWER = 2  # rows below the first line of a head: the heads beside it, and its second line
_CENTRED = 6.0  # points: what is in the middle of others
_FEW = 4  # of so many rows one may lack its number
_NEAR = 0.5  # of a column's width: cells of one column stand over one another


@dataclass(frozen=True)
class Column:
    """A column of numbers: its edges, what its head calls them (`score`, `average`, `neither`), and the year it names."""

    left: float
    right: float
    kind: str | None
    year: int | None
    title: str = ""

    def holds(self, cell: Cell) -> bool:
        """Whether a cell stands in it."""
        width = max(self.right - self.left, 0.9)
        return self.left - _NEAR * width <= cell.middle <= self.right + _NEAR * width


Meant = tuple[Column | None, Column | None]


def columns_in(grid: Sequence[GridRow], *, whole: bool = False) -> list[Column]:
    """Return the columns of numbers from left to right, each with what its head calls it; of `whole` numbers too in a ruled table."""
    decimal = _decimal_columns(grid)
    told = any(column.kind != "neither" for column in decimal)  # codes and weighted marks have decimals too
    return decimal if told or not whole else _whole_columns(grid) or decimal


def _decimal_columns(grid: Sequence[GridRow]) -> list[Column]:
    """Return the columns of numbers with decimals; signed differences are one too, so that each takes its own head alone."""
    values = [(n, cell) for n, row in enumerate(grid) for cell in row.cells[1:] if cell.decimal or cell.signed]
    return _columns_of(grid, values) if any(cell.decimal for _, cell in values) else []


def _whole_columns(grid: Sequence[GridRow]) -> list[Column]:
    """Return the columns of a ruled table of whole numbers: only where a head says that they are marks."""
    values = [
        (n, cell) for n, row in enumerate(grid) for cell in row.cells[1:] if cell.value is not None or cell.signed
    ]
    columns = _columns_of(grid, values)
    return columns if any(column.kind in ("score", "average") for column in columns) else []


def _columns_of(grid: Sequence[GridRow], cells: Sequence[tuple[int, Cell]]) -> list[Column]:
    if not cells:
        return []
    first = min(n for n, _ in cells)
    groups: list[list[Cell]] = []
    for _, cell in sorted(cells, key=lambda pair: pair[1].middle):
        if groups and cell.x0 < max(c.x1 for c in groups[-1]):
            groups[-1].append(cell)
        else:
            groups.append([cell])
    kept = [g for g in groups if len(g) >= ENOUGH or len(g) * 3 >= len(cells)]
    spans = [(min(c.x0 for c in g), max(c.x1 for c in g)) for g in kept]
    others = [] if _in_grid(grid) else _others(grid, cells)
    heads = _heads(_spread(_above(grid, first, spans)), spans, others)
    columns = [_headed(n, spans, heads, own=_in_grid(grid)) for n in range(len(spans))]
    if columns and columns[0].kind is None and not _in_grid(grid):
        columns[0] = _headed_aside(columns[0], heads, [row.cells[0].x1 for row in grid[first:] if len(row.cells) > 1])
    return [replace(c, kind="neither") if _differs(g) else c for c, g in zip(columns, kept, strict=True)]


def _above(grid: Sequence[GridRow], first: int, spans: Sequence[tuple[float, float]]) -> Sequence[GridRow]:
    """Return the rows that may hold heads: above the first number, and above the lines of a tall name around it."""
    left = min(spans)[0] if spans and not _in_grid(grid) else 0.0
    named = (n for n in range(first, max(0, first - _HEAD_ROWS), -1) if grid[n - 1].cells[-1].x1 >= left)
    last = next(named, first)
    return grid[max(0, last - _HEAD_ROWS) : last]


def _differs(group: Sequence[Cell]) -> bool:
    """Whether a column is of differences: signs on more of its numbers than a scan could have made."""
    return sum(cell.signed for cell in group) * 3 >= len(group)


def _others(grid: Sequence[GridRow], numbers: Sequence[tuple[int, Cell]]) -> list[Cell]:
    """Return what else stands in the rows of the numbers: codes, names, levels and whole weights."""
    counted = {cell for _, cell in numbers}
    told = (cell for n in dict.fromkeys(n for n, _ in numbers) for cell in grid[n].cells if cell not in counted)
    return [cell for cell in told if any(letter.isalnum() for letter in cell.text)]  # a dash is a number left out


def _heads(rows: Sequence[GridRow], spans: Sequence[tuple[float, float]], others: Sequence[Cell]) -> list[Cell]:
    """Return the words of the heads with their places; a title above the table is one wide cell, and no head."""
    heads = []
    for n, row in enumerate(rows):
        below = len(rows) - n
        pieces = pieces_of(row)
        if len(row.cells) > 1 or (below == 1 and row.cells and row.cells[0].x1 - row.cells[0].x0 < 0.9):
            heads += [word for piece in pieces for word in _naming(piece, spans, others)]
        elif heads:
            heads += pieces
        elif spans and row.top is not None and len(pieces) == 1 and not _over_any(pieces[0], others):
            if _taller(pieces[0], rows[n + 1 : n + 3], spans):
                heads += pieces
            else:
                heads += _tier(pieces[0], rows[n + 1 :], [cell for cell in others if cell.x1 < min(spans)[0]])
    return heads


def pieces_of(row: GridRow) -> list[Cell]:
    """Return what stands in a row, parted at wide spaces too: the heads of narrow columns."""
    return [piece for cell in row.cells for piece in cell.pieces or (cell,)]


def _tier(head: Cell, below: Sequence[GridRow], names: Sequence[Cell]) -> list[Cell]:
    """Return a head that stands alone, put over each of the heads below that it is in the middle of; a title stands over the names too."""
    spanned = [
        heads[n:k] for heads in map(pieces_of, below) for n in range(len(heads)) for k in range(n + 2, len(heads) + 1)
    ]
    within = [
        over for over in spanned if over[0].x0 < head.x0 and head.x1 < over[-1].x1 and not _over_any(over[0], names)
    ]
    off = [abs(head.middle - (over[0].x0 + over[-1].x1) / 2) for over in within]
    near = within[off.index(min(off))] if off and min(off) < _CENTRED else []
    return [replace(head, x0=cell.x0, x1=cell.x1) for cell in near]


def _taller(head: Cell, below: Sequence[GridRow], spans: Sequence[tuple[float, float]]) -> bool:
    """Whether a head that stands alone is the upper of two lines over one column, between which stand the heads of one line beside it."""
    over = [(left, right) for left, right in spans if head.x0 < right and left < head.x1]
    if len(over) != 1 or len(below) != _UPPER_AND_LOWER:
        return False
    beside, lower = map(pieces_of, below)
    parted = len(beside) > 1 and all(c.x1 < head.x0 or head.x1 < c.x0 for c in beside)  # a title stands over heads too
    return parted and any(c.x0 < right and left < c.x1 for c in lower for left, right in over)


def _over_any(head: Cell, others: Sequence[Cell]) -> bool:
    """Whether a head stands over other cells than numbers, in as many rows as make a column."""
    return sum(head.x0 < cell.x1 and cell.x0 < head.x1 for cell in others) >= ENOUGH


def _naming(head: Cell, spans: Sequence[tuple[float, float]], others: Sequence[Cell]) -> list[Cell]:
    """Return the words of a head that may name numbers: none where it stands over other cells alone; over one column it is whole."""
    over = sum(head.x0 < right and left < head.x1 for left, right in spans)
    aside = _over_any(head, others)
    if over == 1 and others and not aside:
        return [head]
    return [] if aside and not over else list(_words(head))


def _spread(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the head of a ruled table with what stands over several columns put over each: those that the row below parts."""
    spread = list(rows)
    for n, (row, below) in enumerate(pairwise(rows)):
        if _in_grid((row, below)):
            held, parted = {cell.x0: cell for cell in row.cells}, {cell.x0 for cell in below.cells}
            for at in sorted(parted - held.keys()):
                if at - 1 in held and at - 1 in parted:
                    held[at] = replace(held[at - 1], x0=at, x1=at + 0.9)
            spread[n] = replace(row, cells=tuple(held[at] for at in sorted(held)))
    return spread


def _in_grid(rows: Sequence[GridRow]) -> bool:
    """Whether the cells' places are their columns' numbers in a ruled table."""
    return all(row.top is None and cell.x0 >= 0 for row in rows for cell in row.cells)


def _words(cell: Cell) -> list[Cell]:
    """Return the words of a cell, each where its letters stand: a scan joins the heads of narrow columns."""
    step = (cell.x1 - cell.x0) / max(len(cell.text), 1)
    found = re.finditer(r"\S+", cell.text)
    return [Cell(m[0], cell.x0 + m.start() * step, cell.x0 + m.end() * step, cell.sure) for m in found]


def _headed(n: int, spans: Sequence[tuple[float, float]], heads: Sequence[Cell], *, own: bool) -> Column:
    """Return a column with the words that stand in its `own` head, else those nearer to it than to its neighbours."""
    left, right = spans[n]
    reach = _NEAR * max(right - left, 0.9)
    first = (spans[n - 1][1] + left) / 2 if n else left - reach
    last = (right + spans[n + 1][0]) / 2 if n + 1 < len(spans) else _outer(spans, reach)
    within = [c.text for c in heads if left <= c.middle <= right and c.value is None] if own else []
    title = " ".join(dict.fromkeys(within))  # what goes over two rows of a head is told in each of them
    over = [c for c in heads if c.value is None and (first <= c.middle <= last or (c.x0 <= left and right <= c.x1))]
    title = title or " ".join(c.text for c in over)
    return _titled(left, right, title)


def _titled(left: float, right: float, title: str) -> Column:
    year = re.search(r"25\d\d", title)
    return Column(left, right, head_kind(title), int(year[0]) if year else None, title)


def _headed_aside(column: Column, heads: Sequence[Cell], names: Sequence[float]) -> Column:
    """Return the first column with a head that stands off it, yet behind where most names end: narrow numbers at the right of a wide cell."""
    end = sorted(names)[len(names) // 2] if names else column.left
    aside = [c.text for c in heads if end < c.x0 and c.middle < column.left and c.value is None]
    titled = _titled(column.left, column.right, " ".join([*aside, column.title]).strip())
    return titled if titled.kind else column


def _outer(spans: Sequence[tuple[float, float]], reach: float) -> float:
    """Return how far right the heads of the last column stand: half way to where one more like it would."""
    left, right = spans[-1]
    pitch = left - spans[-2][0] if len(spans) > 1 else 0.0
    return max(right + reach, (left + right + pitch) / 2)


@lru_cache(maxsize=1024)
def head_kind(title: str) -> str | None:
    """Return what a head calls its numbers: `score`, `average`, `neither`; None when it does not say."""
    title = _OF_FULL.sub("", title)
    if not title:
        return None
    if _says(_IS_AVERAGE, title):
        return "average" if _IS_GROUP.search(title) or not _says(_IS_NO_MEAN, title) else "neither"
    if _says(_IS_NEITHER, title) or CODES.match(title) or (_says(_IS_PROGRESS, title) and not _IS_MARK.search(title)):
        return "neither"
    return "score" if _says(_IS_SCORE, title) else "average" if _IS_GROUP.search(title) else None


def _says(words: Rough, title: str) -> bool:
    """Whether a head has such words in it, broken or not."""
    return bool(words.search(title) or words.search(_BROKEN.sub("", title)))


def meant_of(columns: Sequence[Column], year: int | None) -> Meant:
    """Return the column of the office's own score and that of the average; without heads the first two."""
    years = [c.year for c in columns if c.year]
    wanted = year if year in years else max(years, default=None)
    left = [c for c in columns if c.kind != "neither" and c.year in (None, wanted)]
    averages = [c for c in left if c.kind == "average"]
    scores = [c for c in left if c.kind == "score"]
    open_ = [c for c in left if c.kind is None]
    if averages and not scores and len(open_) == 1:
        scores = [replace(open_[0], kind="score")]  # headed by the office's own name
    if len(averages) == 2 and not scores:
        scores, averages = [replace(averages[0], kind="score")], averages[1:]
    if len(left) == len(averages) == 1 and _IS_MARK.search(averages[0].title) and not of_group(averages[0].title):
        scores, averages = [replace(averages[0], kind="score")], []  # คะแนนเฉลี่ย of nobody else, and no other number
    if not scores and open_ and open_[0].year and any(c.kind == "score" and c.year for c in columns):
        scores = [replace(open_[0], kind="score")]  # headed by its year alone, beside the marks of another
    if scores or averages:
        return (scores[0] if scores else None), (averages[0] if averages else None)
    return (left[0] if left else None), (left[1] if len(left) > 1 else None)


def left_open(columns: Sequence[Column], meant: Meant) -> bool:
    """Whether a column has a head that tells neither what it holds nor a year, where the score is told and no average."""
    score, average = meant
    told = score is not None and score.kind == "score" and average is None
    return told and any(column.kind is None and column.year is None for column in columns)


def of_group(title: str) -> bool:
    """Whether a head names a group of offices."""
    return _IS_GROUP.search(title) is not None


def left_blank(column: Column, rows: Sequence[GridRow]) -> list[tuple[int, str]]:
    """Return the few rows of a text layer that print nothing in a column that all others fill, each with what is told of it."""
    blank = [n for n, row in enumerate(rows) if not any(column.holds(cell) and cell.text for cell in row.cells[1:])]
    return [(n, NO_NUMBER) for n in blank] if len(blank) * _FEW <= len(rows) else []

"""Score tables: code, name, score and group average of each indicator, ruled or not. Columns by their heads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.core.reading import IndicatorScore
from workflow.parsers.fields.advice_columns import MOST_PARTS
from workflow.parsers.fields.score_around import from_above
from workflow.parsers.fields.score_codes import lost_codes, settle_codes
from workflow.parsers.fields.score_columns import Column, Meant, columns_in, head_kind, left_blank, left_open, meant_of
from workflow.parsers.fields.score_grid import ENOUGH, SURE, Cell, GridRow, ruled, unclear, unruled
from workflow.parsers.fields.score_heads import by_their_heads, rows_by_their_heads
from workflow.parsers.fields.score_named import code_and_name, codes_behind, only_a_word
from workflow.parsers.fields.score_over_pages import with_torn_rows
from workflow.parsers.fields.score_turned import turned
from workflow.parsers.fields.score_wraps import leaves_names, whole_names
from workflow.parsers.fields.unlined_tables import scores_of
from workflow.parsers.page import Table
from workflow.parsers.rows import Row, in_columns
from workflow.parsers.skeleton import rough

_TOTAL = rough(
    r"(?:ผล(?:การ(?:ประเมิน|สำรวจ))?|คะแนน|ดัชนี|ระดับ|ร้อยละ)?(?:รวม|(?:ใน)?ภาพรวม|เฉลี่ยรวม|เฉลี่ยทั้งหมด|ทั้งหมด|เฉลี่ย(?:$|ทุก|ของทุก|ทั้ง|สุทธิ))|(?:คะแนน|ดัชนี|ระดับ|ค่า)[ก-๙]{2,24}(?<!การ)รวม\s*$|สรุป(?:ผล|คะแนน)|ค่าเฉลี่ย(?:รวม|ทุก|ทั้ง|$)|(?:[Tt]otal|[Aa]verage|[Oo]verall)\b"
)
_MARKS = rough(r"คะแนน|ดัชนี|[Ss]core")  # a percentage may be a share of offices
_OFFICES = rough(
    r"(?:ชื่อ|ราย)?(?:หน่วยงาน|ส่วนราชการ|จังหวัด|อำเภอ|เทศบาล|โรงพยาบาล|โรงเรียน|กรม|สำนัก|กอง|คณะ|สาขา)(?:$|/|\s*\()"
)
_NO_INDICATOR = rough(r"(?:คะแนน)?เต็ม|น้ำหนัก|ผลต่าง|ส่วนต่าง|ลำดับ|อันดับ")
# the years that a table compares, and the bands of marks that tell a level
_YEARS = re.compile(r"(?:ใน|ประจำ|งบประมาณ|การศึกษา|บัญชี|ปี|พ\.\s?ศ\.|[\s().:])*(?:25|20)\d\d[\s().]*")
_BAND = re.compile(
    r"\d\.\d{1,4}\s*(?:[-–—~]|ถึง)\s*(?:\d|$)|\d\s*(?:[-–—~]|ถึง)\s*\d{1,3}\.\d|(?:(?:ต่ำ|น้อย|มาก|สูง)กว่า|ตั้งแต่|ไม่เกิน|ไม่ถึง|[<>≤≥])\s*(?:ร้อยละ\s*)?(?:\d{1,3}(?:\.\d+)?$|$)"
)

_GLUED = re.compile(r"(?P<name>.*[ก-๙A-Za-z)])(?P<score>\d{1,3}\.\d{1,2})")
_TAILED = re.compile(r"(?P<rest>[^\d\s]{1,12}\))\s?(?P<score>\d{1,3}\.\d{1,2})")
_LONGEST_TOTAL = 30  # letters
LEVEL = re.compile(r"(?:สูง|ปานกลาง|ต่ำ|ดีมาก|ดี|พอใช้|ควรปรับปรุง)(?:มาก)?$")


@dataclass(frozen=True)
class ScoreTable:
    """The indicators in order, the overall score and average of the total row, and whether the columns were named.

    `totals` are all numbers of the total row, of other years and kinds too; `codes` those that its codes would be; `unnamed` whether a
    column beside the scores has a head that tells nothing of it, where none tells the average; `broken` whether names may be pieces.
    `doubts` are the indices of rows that a scan left open (a code against the order, a digit lost, a number missing), each with why.
    """

    indicators: tuple[IndicatorScore, ...] = ()
    score: float | None = None
    average: float | None = None
    named: bool = True
    doubts: tuple[tuple[int, str], ...] = ()
    totals: tuple[float, ...] = ()
    unnamed: bool = False
    broken: bool = False

    @property
    def codes(self) -> tuple[float, ...]:
        """What a code, or that of the part it is of, would be if it were read as a mark."""
        coded = [row.code for row in self.indicators if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})?", row.code)]
        return tuple(dict.fromkeys(float(code) for whole in coded for code in (whole, whole.partition(".")[0])))


_Line = tuple[IndicatorScore, tuple[Cell | None, Cell | None], GridRow]


def is_total(text: str) -> bool:
    """Whether words are those of the row of the whole."""
    return _TOTAL.match(text) is not None and len(text) < _LONGEST_TOTAL


def score_table(
    tables: Sequence[Table], rows: Sequence[Row], year: int | None = None, *, own: bool = False
) -> ScoreTable:
    """Return what the ruled tables say, else what rows ending in numbers say; empty when there is no table of scores.

    Of columns for several years that of `year`, else of the newest, is meant. A table whose indicators bear no codes is one only
    where it is ruled or the paper's `own`, and its columns are named.
    """
    told: ScoreTable | None = None
    for read in _readings(tables, rows, year, own=own):
        if len(read.indicators) >= ENOUGH and (told is None or _is_sounder(read, told)):
            told = read
        elif told and (whole := _completed(told, read)):
            return whole
    return told or ScoreTable()


def _is_sounder(read: ScoreTable, told: ScoreTable) -> bool:
    """Whether a reading has as many rows as another and only codes, where that one takes a number of a row for its code."""
    amiss = [sum("." in row.code for row in one.indicators) - len(_codes(one)) for one in (read, told)]
    return not amiss[0] and amiss[1] > 0 and len(read.indicators) >= len(told.indicators)


_NO_NAME = "ไม่พบชื่อตัวชี้วัดในแถวนี้"
_ONE_WAY = "แถวนี้อ่านได้จากบรรทัด แต่ไม่พบในช่องของตาราง ชื่ออาจไม่ครบ"


def _completed(told: ScoreTable, other: ScoreTable) -> ScoreTable | None:
    """Return a reading with the few rows of its parts, and the total, that only the other one has; None where that tells the rest otherwise."""
    rows = {row.code: row for row in told.indicators}
    codes, more = _codes(other), [row.code for row in other.indicators if row.code not in rows]
    total = told.score is None and told.average is None and (other.score is not None or other.average is not None)
    sure = len(rows) == len(told.indicators) and len(more) * 2 < len(rows) and (more or total)
    if not sure or any(a >= b for a, b in pairwise(codes)):
        return None
    same = [row for row in other.indicators if row.code in rows]
    if [row.code for row in same] != list(rows) or not all(_numbers(row) == _numbers(rows[row.code]) for row in same):
        return None
    parts = {code.partition(".")[0] for code in rows}
    if not all("." in code and code.partition(".")[0] in parts for code in more):
        return None
    doubts = tuple((n, _ONE_WAY) for n, row in enumerate(other.indicators) if row.code in more)
    indicators = tuple(rows.get(row.code, row) for row in other.indicators)
    whole = replace(told, indicators=indicators, doubts=(*told.doubts, *doubts))
    return replace(whole, score=other.score, average=other.average, totals=other.totals) if total else whole


def _numbers(row: IndicatorScore) -> tuple[float | None, float | None]:
    return row.score, row.group_average


def _readings(tables: Sequence[Table], rows: Sequence[Row], year: int | None, *, own: bool) -> Iterator[ScoreTable]:
    """Yield the ways to read a table, the surest first: upright by its codes, on its side, by its names alone."""
    apart = [ruled(some) for some in by_their_heads(with_torn_rows(tables))]
    grids = [(max(apart, key=lambda grid: _scored(grid, year)), True)] if apart else []
    free = unruled(rows)
    marks = sum(cell.value is not None and (n > 0 or cell.decimal) for row in free for n, cell in enumerate(row.cells))
    if marks >= ENOUGH:  # else no rows hold a mark
        parts = [whole_names(from_above(part)) for part in (*rows_by_their_heads(free), free)]
        chosen = max(parts, key=_marked)
        if celled := _celled(rows, year, grids, chosen):
            grids.insert(0, (celled, True))
        grids.append((chosen, False))
        free = parts[-1]
    for grid, whole in grids:
        yield _read(grid, year, whole=whole)
        if not whole:  # of whole numbers, without ruling lines: by its heads, and codes that can be nothing else
            read = _read(grid, year, whole=True)
            sure = _coded_surely(read.indicators) or (own and _counted_up(read.indicators) and _heads_tell(grid, year))
            yield read if sure else ScoreTable()
        if sideways := turned(grid if whole else free, head_kind):
            yield _read(sideways, year, whole=True, coded=not (whole or own))
    for grid, whole in grids:
        if whole or own:
            yield _read(grid, year, whole=whole, coded=False)


def _scored(grid: Sequence[GridRow], year: int | None) -> int:
    """Return how many sub-indicators with a score a table has: of several, those of other years are told beside it."""
    return sum("." in row.code and row.score is not None for row in _read(grid, year, whole=True).indicators)


def _celled(
    rows: Sequence[Row], year: int | None, grids: Sequence[tuple[list[GridRow], bool]], free: Sequence[GridRow]
) -> list[GridRow] | None:
    """Return the cells of the table without upright lines that has most codes, where no other reading has as many and others too."""
    cells = [(ruled(some), roomy) for some, roomy in scores_of(in_columns(rows))]
    most, roomy = max(cells, key=lambda pair: _scored(pair[0], year), default=(list[GridRow](), False))
    codes = _codes(_read(most, year, whole=True))
    if len(codes) < ENOUGH or any(a >= b for a, b in pairwise(codes)):
        return None
    taken = [set(_codes(_read(grid, year, whole=True))) for grid, _ in grids]
    others = {code for whole in (False, True) for code in _codes(_read(free, year, whole=whole))}
    better = all(some < set(codes) for some in taken) and others <= set(codes)
    printed = roomy and not any(row.sure for row in rows)  # of a scan the rows tell how surely they were read
    return most if better and (printed or others < set(codes)) else None


def _codes(read: ScoreTable) -> list[tuple[int, ...]]:
    """Return the codes of sub-indicators."""
    codes = [
        tuple(map(int, row.code.split("."))) for row in read.indicators if re.fullmatch(r"\d+(?:\.\d+)+", row.code)
    ]
    return [code for code in codes if code[0] <= MOST_PARTS]  # else a mark


def _marked(grid: Sequence[GridRow]) -> tuple[int, int]:
    """Return how many sub-indicators with a number of any column a table has, then how many indicators."""
    columns = columns_in(grid, whole=True)
    marked = (row for row in grid if any(_cell(row, column) for column in columns))
    codes = [code for row in marked if (code := code_and_name(row, columns)[0])]
    return sum("." in code for code in codes), len(codes)


def _coded_surely(indicators: Sequence[IndicatorScore]) -> bool:
    """Whether the codes are those of sub-indicators, each whole number among them that of a part of some."""
    parts = [row.code.partition(".")[0] for row in indicators if "." in row.code]
    return len(parts) >= ENOUGH and all("." in row.code or row.code in parts for row in indicators)


def _counted_up(indicators: Sequence[IndicatorScore]) -> bool:
    """Whether the codes count indicators that have no parts: 1 2 3, each with its name and score."""
    counted = [row.code for row in indicators] == [str(n) for n in range(1, len(indicators) + 1)]
    return counted and all(row.name and row.score is not None for row in indicators)


def _heads_tell(grid: Sequence[GridRow], year: int | None) -> bool:
    """Whether the heads of a table of whole numbers leave no doubt that its rows are indicators with their marks."""
    meant = meant_of(columns_in(grid, whole=True), year)
    aside = (c for row in grid for c in row.cells if meant[0] and c.x1 < meant[0].left)
    return _by_name(meant, grid) and not any(_OFFICES.match(cell.text) for cell in aside)


def _read(grid: Sequence[GridRow], year: int | None, *, whole: bool = False, coded: bool = True) -> ScoreTable:
    """Read a grid by its columns; rows without codes are indicators only where not all must be `coded` and none is."""
    columns = columns_in(grid, whole=whole)
    if not columns:
        return ScoreTable()
    meant = meant_of(columns, year)
    recognised = any(c.sure < 1.0 for row in grid for c in row.cells)
    lines, total = _lines(grid, columns, meant)
    bare = not coded and _by_name(meant, grid) and not any(row.code for row, *_ in lines)
    lines = [
        (row, cells, held)
        for row, cells, held in lines
        if row.code or bare or (recognised and all(c and c.decimal for c in cells))
    ]
    indicators = [row for row, *_ in lines]
    doubts: list[tuple[int, str]] = []  # of a text layer only that a number is missing
    if recognised and not bare:
        filled, lost = lost_codes(indicators)
        lines = [line for line in lines if line[0].code or any(_same(line[0], given) for given in filled)]
        indicators, doubts = settle_codes(filled, [held.cells[0].sure >= SURE for *_, held in lines])
        doubts += lost
    for n, column in enumerate(meant):
        if column and recognised:
            doubts += unclear([cells[n] for _, cells, _ in lines])
        elif column:
            doubts += left_blank(column, [held for *_, held in lines])
    score, average = (_number(_cell(total, column)) if total else None for column in meant)
    nameless = [(n, _NO_NAME) for n, row in enumerate(indicators) if row.code and only_a_word(row.name)]
    totals = tuple(c.value for c in total.cells if c.value is not None) if total else ()
    named = meant[0] is not None and meant[0].kind == "score"
    told = (*doubts, *(nameless if len(nameless) * 2 < len(indicators) else ()))
    return ScoreTable(
        tuple(indicators), score, average, named, told, totals, left_open(columns, meant), leaves_names(grid)
    )


def _lines(grid: Sequence[GridRow], columns: Sequence[Column], meant: Meant) -> tuple[list[_Line], GridRow | None]:
    """Return the rows that have a name or a code and a number in a column that is meant, and the last row of totals."""
    lines: list[_Line] = []
    total, behind = None, codes_behind(grid)
    for row in grid:
        cells = (_cell(row, meant[0]), _cell(row, meant[1]))
        code, name = code_and_name(row, columns, behind)
        if code is None and name and any(cells) and _TOTAL.match(name):
            total = row
        elif any(cells) and (code is not None or (name and not _NO_INDICATOR.match(name) and not _compares(row, name))):
            name, score = _parted(row, name, meant[0]) if cells[0] is None else (name, _number(cells[0]))
            given = IndicatorScore(code or "", name, score, _number(cells[1]))
            lines.append((given, cells, row))
    return lines, total


def _parted(row: GridRow, name: str | None, column: Column | None) -> tuple[str | None, float | None]:
    """Return a name and the score that it reaches into, as one that is too long for its column is set: `(Tracking)76.11`, `ing) 44.90`."""
    if column and name and (glued := _GLUED.fullmatch(name)):
        return glued["name"], float(glued["score"])
    rest = (_TAILED.fullmatch(cell.text) for cell in row.cells[1:] if column and column.holds(cell))
    found = next((tail for tail in rest if tail), None)
    return (f"{name or ''}{found['rest']}", float(found["score"])) if found else (name, None)


def _compares(row: GridRow, name: str) -> bool:
    """Whether a row without a code tells the mark of a year, or the band of marks that makes a level."""
    return bool(_YEARS.fullmatch(name)) or any(_BAND.search(cell.text) for cell in row.cells)


def _by_name(meant: Meant, grid: Sequence[GridRow]) -> bool:
    """Whether a table's heads leave no doubt that its rows are indicators, told by their names alone: marks of no list of offices."""
    score, average = meant
    marks = score and score.kind == "score" and (_MARKS.search(score.title) or (average and average.kind == "average"))
    heads = [row.cells[0] for row in grid if row.cells and not any(c.decimal for c in row.cells[1:])]
    return bool(marks) and not any(_OFFICES.match(head.text) for head in heads if score and head.x1 < score.left)


def _same(one: IndicatorScore, other: IndicatorScore) -> bool:
    return replace(one, code=other.code) == other


def _cell(row: GridRow, column: Column | None) -> Cell | None:
    held = [c for c in row.cells[1:] if column and column.holds(c) and c.value is not None and c.value <= 100]
    return held[0] if held else None


def _number(cell: Cell | None) -> float | None:
    return cell.value if cell else None

"""The cells of a score table: from ruled tables, from runs with places on a scan, or from rows of plain text. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workflow.core.thai_digits import to_arabic, to_thai
from workflow.parsers.fields.levels import LEVEL
from workflow.parsers.page import Table
from workflow.parsers.rows import Row, in_columns

CODE = re.compile(r"^\D{0,24}?(?P<code>\d{1,2}(?:\.\d{1,2})*)[.)]?$")
_VALUE = re.compile(r"^(?:ร้อยละ\s*)?(?P<value>\d{1,3}(?:\.\d{1,4})?)\s*%?$")
_DECIMAL = r"\d{1,3}\.\d{1,4}"
_SIGN = "[-+–−]"
_LOOKS = str.maketrans("OoQDlI|!SBgq", "000011115899")
_TEXT_ROW = re.compile(
    rf"^(?P<head>\D.*?|\d{{1,2}}(?:\.\d{{1,2}})*(?:\.?\s+\D|\.[ก-ฮเ-ไA-Z]).*?)\s+(?P<values>{_SIGN}?{_DECIMAL}(?:\s+{_SIGN}?{_DECIMAL})*)$"
)
_RUN_ON = re.compile(rf"^(?P<name>.*[ก-๙A-Za-z)\]”\"].*?)\s+(?P<value>{_DECIMAL})$")
# no score is negative: a dash that stands apart is none of the number
_STRAY = re.compile(rf"^(?:(?P<before>[^\d\s%+-]\s?|[-–]\s))?(?P<value>{_DECIMAL})(?(before)|\s?[^\d\s%])$")
_SPACES = re.compile(r"\s+")
_LIKE_A_NUMBER = re.compile(r"[\dOoQDlI|!SBgq., %]+")
_A_NUMBER = re.compile(rf"{_DECIMAL}|\d{{1,3}}(?:\.\d{{1,2}})*")
_SEVERAL = re.compile(rf"^{_SIGN}?{_DECIMAL}(?:\s{_SIGN}?{_DECIMAL})+$")
_WHOLES = re.compile(r"^\d{1,3}(?: \d{1,3})+$")  # of printed letters: a scan may part one number
_SIGNED = re.compile(rf"^{_SIGN}\d{{1,3}}(?:\.\d{{1,4}})?\s*%?$")
_WITH_LEVEL = re.compile(
    rf"(?P<value>\d{{1,3}}(?:\.\d{{1,4}})?\s?%?)\s?[(\[]?{LEVEL}[)\]]?(?:\s[-–])?"
)  # a mark and what it amounts to
_DOUBTED = 0.5
ENOUGH = 3  # rows: fewer numbers at line ends are no table
_SAME_EDGE = 6.0  # points
NO_NUMBER = "ไม่พบตัวเลขในช่องคะแนน"  # told of a row
SURE = 0.96  # a number less sure than this is told
_OVERLAP = 0.6  # of the lower row's height: runs of one row that stand a little askew


@dataclass(frozen=True)
class Cell:
    """A text, where it stands from left to right, how sure it was read, and what stands between its wide spaces."""

    text: str
    x0: float
    x1: float
    sure: float = 1.0
    pieces: tuple["Cell", ...] = ()

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.x0 + self.x1) / 2

    @property
    def value(self) -> float | None:
        """The number it holds, None when it holds another text."""
        found = _VALUE.match(self.text)
        return float(found["value"]) if found else None

    @property
    def decimal(self) -> bool:
        """Whether it holds a number with decimals."""
        return bool(re.fullmatch(r"\d{1,3}\.\d{1,4}\s*%?", self.text))

    @property
    def signed(self) -> bool:
        """Whether it holds a difference: no score bears a sign."""
        return bool(_SIGNED.match(self.text))


@dataclass(frozen=True)
class GridRow:
    """One row of a table, from left to right; its page, and its top and bottom where it has a place."""

    cells: tuple[Cell, ...]
    page: int
    top: float | None = None
    bottom: float | None = None


def ruled(tables: Sequence[Table]) -> list[GridRow]:
    """Return the rows of ruled tables; the column's number is the place."""
    return [
        GridRow(
            tuple(
                Cell(_clean(text), n, n + 0.9, one)
                for n, (text, one) in enumerate(zip(row, sure, strict=True))
                if text.strip()
            ),
            table.page,
        )
        for table in tables
        for row, sure in zip(table.rows, table.sure or [[1.0] * len(row) for row in table.rows], strict=True)
    ]


def unruled(rows: Sequence[Row]) -> list[GridRow]:
    """Return rows as cells: by the places of their runs where values stand apart, else by what each line ends in."""
    rows = in_columns(rows)
    apart = [GridRow(tuple(_placed(row)), row.page, row.box[1], row.box[3]) for row in rows if row.box and row.parts]
    joined = _level(_parted(apart))
    separate = sum(len([c for c in row.cells[1:] if c.decimal]) > 0 for row in joined)
    typed = sum(bool(_text_row(row.text.strip())) and not _splits(row) for row in rows)
    whole = not typed and sum(any(c.value is not None for c in row.cells[1:]) for row in joined) >= ENOUGH
    return joined if separate > typed or whole else [GridRow(tuple(_typed(row)), row.page) for row in rows]


def _splits(row: Row) -> bool:
    return bool(row.box) and any(Cell(_clean(part.text), 0, 0).decimal for part in row.parts[1:])


def _placed(row: Row) -> Iterator[Cell]:
    for part in sorted((p for p in row.parts if p.box), key=lambda p: p.box[0] if p.box else 0):
        if part.box and part.text.strip():
            text = _clean(part.text)
            stray = _STRAY.match(text) if part.confidence < 1.0 else None  # a speck read as a letter or a bracket
            sure = min(part.confidence, _DOUBTED) if stray else part.confidence
            pieces = tuple(Cell(_clean(p.text), p.box[0], p.box[2], p.confidence) for p in part.pieces if p.box)
            yield from _numbers(Cell(stray["value"] if stray else text, part.box[0], part.box[2], sure, pieces))


def _numbers(cell: Cell) -> Iterator[Cell]:
    """Yield each number of a run that holds nothing but numbers: a scan joins narrow columns."""
    several = _SEVERAL.match(cell.text) or (cell.sure >= 1.0 and _WHOLES.match(cell.text))
    found = list(re.finditer(r"\S+", cell.text)) if several else []
    step = (cell.x1 - cell.x0) / max(len(cell.text), 1)
    for number in found:
        yield Cell(number[0], cell.x0 + number.start() * step, cell.x0 + number.end() * step, cell.sure)
    if not found:
        yield cell


def _parted(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return the rows with a number that ran on from a long name set apart, where other rows have a number at that right edge."""
    edges = [
        piece.x1 for row in rows for cell in row.cells for piece in (cell, *cell.pieces) if piece.value is not None
    ]
    if len(edges) < 2:  # none stands over another
        return list(rows)
    return [replace(row, cells=tuple(part for cell in row.cells for part in _halves(cell, edges))) for row in rows]


def _halves(cell: Cell, edges: Sequence[float]) -> Iterator[Cell]:
    if any(piece.value is not None and _shared(piece.x1, edges) for piece in cell.pieces):
        for _, run in groupby(cell.pieces, lambda piece: piece.value is not None and piece):
            held = tuple(run)
            yield Cell(" ".join(piece.text for piece in held), held[0].x0, held[-1].x1, cell.sure)
        return
    found = _RUN_ON.match(cell.text) if cell.text[-1:].isdigit() else None
    if found and _shared(cell.x1, edges):
        step = (cell.x1 - cell.x0) / len(cell.text)
        begins = cell.x1 - step * len(found["value"])
        yield Cell(found["name"], cell.x0, begins - step, cell.sure)
        yield Cell(found["value"], begins, cell.x1, cell.sure)
    else:
        yield cell


def _shared(edge: float, edges: Sequence[float]) -> bool:
    return sum(abs(edge - other) < _SAME_EDGE for other in edges) > 1


def _level(rows: Iterable[GridRow]) -> list[GridRow]:
    """Join rows that stand at one height: runs of one row that a scan set askew."""
    joined: list[GridRow] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last and last.page == row.page and _beside(last, row):
            cells = tuple(sorted((*last.cells, *row.cells), key=lambda c: c.x0))
            joined[-1] = GridRow(
                cells, row.page, min(last.top or 0, row.top or 0), max(last.bottom or 0, row.bottom or 0)
            )
        else:
            joined.append(row)
    return joined


def _beside(one: GridRow, other: GridRow) -> bool:
    if one.top is None or one.bottom is None or other.top is None or other.bottom is None:
        return False
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    apart = all(a.x1 <= b.x0 + 2 or b.x1 <= a.x0 + 2 for a in one.cells for b in other.cells)
    return apart and shared > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def _text_row(text: str) -> re.Match[str] | None:
    return _TEXT_ROW.match(text) if text[-1:].isdigit() else None  # else sought in vain at every space


def _typed(row: Row) -> Iterator[Cell]:
    """Yield a typed row as cells counted from the right: heads stand over their numbers from there."""
    text = row.text.strip()
    found = _text_row(text)
    parts = [found["head"].strip(), *found["values"].split()] if found else re.split(r"\s{2,}", text)
    for n, part in enumerate(parts):
        at = float(n - len(parts))
        yield Cell(_clean(part), at, at + 0.9, row.confidence)


def _clean(text: str) -> str:
    """Return a cell's text in Arabic digits; one that looks like a number without letters of digits' outline, spaces and commas."""
    text = _SPACES.sub(" ", to_arabic(text)).strip()
    text = marked["value"] if (marked := _WITH_LEVEL.fullmatch(text)) else text
    if not _LIKE_A_NUMBER.fullmatch(text):
        return text
    number = _SPACES.sub("", text.translate(_LOOKS)).replace(",", ".").rstrip("%")
    enough = len(re.findall(r"\d", text)) * 2 >= len(number)
    return number if enough and _A_NUMBER.fullmatch(number) else text


def unclear(column: Sequence[Cell | None]) -> list[tuple[int, str]]:
    """Return the rows of a recognised column whose number is missing, unsure, or has fewer decimals than nearly all others."""
    decimals = [len(cell.text.partition(".")[2].rstrip(" %")) if cell else None for cell in column]
    usual = max(set(decimals), key=decimals.count, default=None)
    doubts = []
    for n, (cell, length) in enumerate(zip(column, decimals, strict=True)):
        if cell is None:
            doubts.append((n, NO_NUMBER))
        elif usual is not None and length is not None and length < usual and decimals.count(length) * 5 <= len(column):
            doubts.append((n, f"ตัวเลข {to_thai(cell.text)} มีทศนิยมน้อยกว่าแถวอื่น อาจตกไปหนึ่งหลัก"))
        elif cell.sure < SURE:
            doubts.append((n, f"ตัวเลข {to_thai(cell.text)} อ่านได้ไม่ชัด"))
    return doubts

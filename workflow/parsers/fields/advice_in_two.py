"""Recommendations in two columns without ruling lines, an item with its code and its advice side by side: cut into their cells. Pure.

Told by two edges at which the rows begin that open a record with a code, and to which all rows below them keep.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from workflow.parsers.fields.advice_below_scores import is_marked
from workflow.parsers.fields.advice_headings import heading_of
from workflow.parsers.fields.advice_headless import names_a_record, with_head
from workflow.parsers.fields.advice_items import PART_TITLE
from workflow.parsers.fields.advice_leads import ends, lead_end, pauses
from workflow.parsers.fields.advice_rows import edges_of
from workflow.parsers.fields.advice_table import is_coded, names_advice
from workflow.parsers.page import Table
from workflow.parsers.rows import Row, flow, rows_of

_COLUMNS = 2
_ASIDE = 8.0  # points: runs of one column begin so near one another
_HANGS = 24.0  # points: the rows of a cell below its first may stand so much farther in
_AIR = 5.0  # points: a row this much farther below the one above than any row of its block goes on with something else
_FAR = 2.5  # heights of a row: what stands so far below a block is no more of it
_LEAST = 2  # rows that open with a code: one alone may be a line with a wide space
_MOST = 0.75  # of those rows that have several runs

_Edges = tuple[float, float]
_Record = tuple[list[Row], list[Row]]  # the rows of its two cells


def in_two(rows: Sequence[Row]) -> list[Table]:
    """Return the blocks of two columns that give advice among rows cut into columns; none where the rows of one go on across both.

    The rows of a table of scores are none of theirs, at whichever edges that stands.
    """
    rows = [row for row in rows if not is_marked(row)]
    headed = any(len(row.parts) > _COLUMNS and names_advice([part.text for part in row.parts]) for row in rows)
    return _tables(rows) or ([] if headed else _tables([_with_code_joined(row) for row in rows]))


def _with_code_joined(row: Row) -> Row:
    """Return a row with a code in a cell of its own put to its name."""
    if len(row.parts) <= _COLUMNS or not is_coded(row.parts[0].text):
        return row
    code, name, *others = row.parts
    if code.box is None or name.box is None:
        return row
    box = (code.box[0], min(code.box[1], name.box[1]), name.box[2], max(code.box[3], name.box[3]))
    return replace(row, parts=(replace(name, text=f"{code.text} {name.text}", box=box), *others))


def _tables(rows: Sequence[Row]) -> list[Table]:
    edges = _edges(rows)
    blocks = _Columns(rows, edges, _led(rows, edges)).blocks() if edges else []
    if not blocks:
        return []
    given = (*blocks[0].head, *(tuple(map(flow, record)) for block in blocks for record in block.records))
    head = with_head(Table(max(edges), given), rows).rows[0]
    return [table for block in blocks for table in block.tables(head)] if names_advice(head) else []


def without_a_code(table: Table) -> int:
    """Return how many records of such a table begin with no code that can be read."""
    records = (row for row in table.rows[1:] if any(row[1:]))  # one cell alone heads those below it
    return sum(not (names_a_record(row[0]) or is_coded(row[0])) for row in records)


@dataclass(frozen=True)
class _Block:
    """Records one below the other, and what stands right above them as their head would."""

    head: tuple[tuple[str, ...], ...]
    records: tuple[_Record, ...]

    def tables(self, head: tuple[str, ...]) -> Iterator[Table]:
        """Yield a table under this head for each page on which records begin."""
        for page, own in groupby(self.records, key=lambda record: record[0][0].page):
            yield Table(page, (head, *(tuple(map(flow, record)) for record in own)))


@dataclass(frozen=True)
class _Columns:
    """The rows of a paper, the edges of both columns on its pages, and whether a lead-in begins its advice."""

    rows: Sequence[Row]
    edges: dict[int, _Edges]
    led: bool

    def blocks(self) -> list[_Block]:
        """Return the blocks from a row that opens a record down to the first that is no part of one; none when one is broken off."""
        done: list[_Block] = []
        n = 0
        while n < len(self.rows):
            if not self._opens(n):
                n += 1
                continue
            stop = self._stop(n)
            if stop < len(self.rows) and not self._is_other(stop):
                return []
            head = [self._texts(n - 1)] if n and self._heads(n - 1) else []
            first = n - 1 if n and self._is_part(n - 1) else n
            done.append(_Block(tuple(head), tuple(self._records(range(first, stop)))))
            n = stop
        return done

    def _texts(self, n: int) -> tuple[str, ...]:
        return tuple(part.text for part in self.rows[n].parts)

    def _opens(self, n: int) -> bool:
        """Whether a row opens a record: by the lead-in of its advice beside a name, or where none leads in by its code."""
        row = self.rows[n]
        if row.page not in self.edges or not _keeps(row, self.edges[row.page]):
            return False
        name, advice = _cells(row, self.edges[row.page])
        if not name or not advice:
            return False
        return lead_end(flow(advice)) is not None if self.led else _names(name)

    def _heads(self, n: int) -> bool:
        """Whether a row stands over both columns as a head would, whatever it says."""
        row, edges = self.rows[n], self.edges.get(self.rows[n + 1].page)
        boxes = [part.box for part in row.parts if part.box]
        if len(boxes) != 2 or edges is None or row.page != self.rows[n + 1].page:
            return False
        (begins, _, end, _), (second, *_) = boxes
        return edges[0] - _ASIDE <= begins and end < edges[1] and second >= edges[1] - _ASIDE

    def _stop(self, n: int) -> int:
        """Return the first row below one that opens a record that is no part of its block."""
        farthest = 0.0
        for k in range(n + 1, len(self.rows)):
            row, above = self.rows[k], self.rows[k - 1]
            if names_advice(self._texts(k)) and row.page != above.page:
                continue  # the head again
            edges = self.edges.get(row.page)
            if edges is None or not _keeps(row, edges) or ends(row.text.strip()) or self._is_heading(k):
                return k
            if self._is_part(k):
                continue
            apart = _pitch(above, row)
            if farthest and len(row.parts) == 1 and apart > farthest + _AIR:
                return k
            farthest = max(farthest, apart)
        return len(self.rows)

    def _is_heading(self, n: int) -> bool:
        """Whether a row heads the records below it, or the head of their table."""
        row, below = self.rows[n], self.rows[n + 1 : n + 5]
        over = bool(below) and (self._opens(n + 1) or self._is_part(n + 1) or names_advice(self._texts(n + 1)))
        return len(row.parts) == 1 and over and heading_of(row.text.strip(), below) is not None

    def _is_part(self, n: int) -> bool:
        """Whether a row names the part of the framework that the records below it belong to: `หมวด 2 ข้อมูล`."""
        row = self.rows[n]
        return (
            len(row.parts) == 1
            and n + 1 < len(self.rows)
            and self._opens(n + 1)
            and bool(PART_TITLE.match(row.text.strip()))
        )

    def _is_other(self, n: int) -> bool:
        """Whether the row below a block plainly goes on with something else: what goes on with a cell across both columns does not."""
        row, above = self.rows[n], self.rows[n - 1]
        text = row.text.strip()
        if ends(text) or pauses(text) or self._is_heading(n) or names_advice(self._texts(n)):
            return True
        edges = self.edges.get(row.page) or self.edges.get(above.page)
        if row.box is None or above.box is None or edges is None:
            return False
        height = above.box[3] - above.box[1]
        begins, _, end, _ = row.box
        indented = abs(begins - edges[0]) > _ASIDE and begins < edges[1] - _ASIDE < end
        return indented or _pitch(above, row) > _FAR * height

    def _records(self, span: range) -> Iterator[_Record]:
        record: _Record = ([], [])
        for n in span:
            if self.rows[n].page != self.rows[n - 1].page and names_advice(self._texts(n)):
                continue
            if record[0] and (self._opens(n) or self._is_part(n) or self._is_part(n - 1)):
                yield record
                record = ([], [])
            name, advice = _cells(self.rows[n], self.edges[self.rows[n].page])
            record = ([*record[0], *name], [*record[1], *advice])
        yield record


def _pitch(above: Row, row: Row) -> float:
    """Return how far below another a row of its page stands, whichever marks stand over or under their letters."""
    if row.box is None or above.box is None or row.page != above.page:
        return 0.0
    return min(row.box[1] - above.box[1], row.box[3] - above.box[3])


def _names(cell: Sequence[Row]) -> bool:
    text = flow(cell)
    return names_a_record(text) or is_coded(text)


def _edges(rows: Sequence[Row]) -> dict[int, _Edges]:
    """Return where both columns begin on each page with records; nowhere when the rows that open them keep to no two edges."""
    opening = [row for row in rows if len(row.parts) > 1 and all(p.box for p in row.parts) and names_a_record(row.text)]
    found: dict[int, _Edges] = {}
    for page in {row.page for row in opening}:
        own = [row for row in opening if row.page == page]
        left = median(row.x0 or 0.0 for row in own)
        right = _second([row for row in rows if row.page == page and abs((row.x0 or 0.0) - left) < _ASIDE])
        begun = [x for row in own for x in edges_of(row)[2:] if abs(x - right) >= _ASIDE]
        if any(sum(abs(x - edge) < _ASIDE for x in begun) * 2 > len(own) for edge in begun):
            return {}  # of three columns
        found[page] = (left, right)
    kept = sum(_keeps(row, found[row.page]) for row in opening)
    return found if kept >= _LEAST and kept >= _MOST * len(opening) else {}


def _second(rows: Sequence[Row]) -> float:
    """Return the edge at which most of these rows begin a run behind their first."""
    begun = [x for row in rows for x in edges_of(row)[2:]]
    most = max(begun, key=lambda edge: (sum(abs(x - edge) < _ASIDE for x in begun), edge))
    return median(x for x in begun if abs(x - most) < _ASIDE)


def _keeps(row: Row, edges: _Edges) -> bool:
    """Whether each run of a row stands in one of two columns, and none across the edge of the second."""
    left, right = edges
    apart = right - _ASIDE
    advised = False
    for n, part in enumerate(row.parts):
        if part.box is None:
            return False
        begins, _, end, _ = part.box
        hangs = begins - (left if begins < apart else right)
        first = n == 0 or (begins >= apart and not advised)
        if (first and not -_ASIDE <= hangs <= _HANGS) or (begins < apart and end >= right):
            return False
        advised = begins >= apart
    return bool(row.parts)


def _cells(row: Row, edges: _Edges) -> _Record:
    """Return the runs of a row that stand in the first column, and those of the second, each as a row."""
    apart = edges[1] - _ASIDE
    return (
        rows_of(p for p in row.parts if p.box and p.box[0] < apart),
        rows_of(p for p in row.parts if p.box and p.box[0] >= apart),
    )


def _led(rows: Sequence[Row], edges: dict[int, _Edges]) -> bool:
    """Whether most rows that open a record with a code begin its advice with a lead-in."""
    cells = [_cells(row, edges[row.page]) for row in rows if row.page in edges and _keeps(row, edges[row.page])]
    opening = [advice for name, advice in cells if name and advice and _names(name)]
    return sum(lead_end(flow(advice)) is not None for advice in opening) * 2 > len(opening)

"""Recommendations set as a table whose ruling lines nobody saw, as on a scan: its cells by where their runs begin. Pure."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from workflow.parsers.fields.advice_headings import heading_over_table, indicator_named
from workflow.parsers.fields.advice_leads import ends
from workflow.parsers.fields.advice_rows import as_printed
from workflow.parsers.fields.advice_table import is_coded, is_coded_name, is_serial, names_advice
from workflow.parsers.fields.score_columns import CODES
from workflow.parsers.page import Line, Table
from workflow.parsers.pieces import parted_at
from workflow.parsers.rows import Row, flow, rows_of
from workflow.parsers.skeleton import rough

_ASIDE = 8.0  # points: runs of one column begin so near one another
_LOOK = 4  # rows below the head: one of them has all its columns
_FEWEST = 3  # columns
_HEADINGS = 2  # one over the other: a group's, an indicator's
_AIR = 2.5  # points: a row this much farther below the one above than any row of the table stands under the table

_COUNTS = rough(r"ลำดับ")
Record = dict[int, list[Row]]  # the rows of a record's cells, by column


def is_headed(rows: Sequence[Row]) -> bool:
    """Whether a row, cut into its columns, is the head of such a table, read or not."""
    return any(_heads(row) for row in rows)


def pages_unread(rows: Sequence[Row], tables: Sequence[Table]) -> set[int]:
    """Return the pages that bear the head of such a table and of which none was read."""
    return {row.page for row in rows if _heads(row)} - {table.page for table in tables}


def tables_in(rows: Sequence[Row]) -> list[Table]:
    """Return the tables of advice among rows cut into columns, each cell's rows joined; none whose codes stand amid their cells.

    One that goes on over pages is one table to a page, each under its head.
    """
    found: list[Table] = []
    for n, row in enumerate(rows):
        if _heads(row):
            found += _tables(row, rows[n + 1 :], rest=bool(found and n and rows[n - 1].page != row.page))
    return found


def without_code(table: Table) -> int:
    """Return how many records of such a table begin with no code that can be read."""
    at = _column_of_codes(table.rows[0])
    return sum(bool(row[0]) and not _begins(row, at) for row in table.rows[1:])


def _begins(cells: Sequence[str], at: int | None = None) -> bool:
    """Whether a record begins with these cells: a code, a code and its name, or a count of rows before one; or a code in its column."""
    if at is not None and at < len(cells) and is_coded(cells[at]):
        return True
    first, second = cells[0], cells[1] if len(cells) > 1 else ""
    counted = is_serial(first) and (is_coded(second) or is_coded_name(second))
    return is_coded(first) or is_coded_name(first) or counted


def _column_of_codes(heads: Sequence[str]) -> int | None:
    """Return the column of codes where it stands behind one of names; before it, or behind a count of the rows, it needs no telling."""
    named = [n for n, head in enumerate(heads) if n and CODES.match(head)]
    counted = bool(CODES.match(heads[0]) or _COUNTS.match(heads[0]) or not heads[0])
    return next((n for n in named if n > 1 or not counted), None)


def _heads(row: Row) -> bool:
    texts = [part.text.strip() for part in row.parts]
    enough = len(texts) >= _FEWEST or (len(texts) == _FEWEST - 1 and CODES.match(texts[0]))  # codes and advice alone
    return bool(enough) and all(part.box for part in row.parts) and names_advice(texts)


def _tables(head: Row, rows: Sequence[Row], *, rest: bool) -> Iterator[Table]:
    """Yield the records below a head, a table to a page; `rest`: a table stood on the page before, whose last record may end here."""
    at = _column_of_codes([part.text for part in head.parts])
    coded = [row for row in rows[: _LOOK * (1 + rest)] if _begins([part.text for part in row.parts], at)]
    full = next((row for row in coded if len(row.parts) == len(head.parts) or _beside(head, row)), None)
    if full is None:
        return
    heads = ("",) * (len(full.parts) - len(head.parts)) + tuple(part.text for part in head.parts)
    count, edges = len(heads), [part.box[0] for part in full.parts if part.box]
    records = list(_records(_above_the_tail(head, rows), edges, at, rest=rest))
    if len(edges) < count or not any(0 in record for record in records):
        return
    for page, own in groupby(records, key=_page):
        yield Table(page, (heads, *(tuple(flow(record.get(n, ())) for n in range(count)) for record in own)))


def _page(record: Record) -> int:
    return min(row.page for rows in record.values() for row in rows[:1])


def _beside(head: Row, row: Row) -> bool:
    """Whether a row has one column more than the head, left of it: two letters over the codes are easily lost."""
    codes, first = row.parts[0].box, head.parts[0].box
    return len(row.parts) == len(head.parts) + 1 and codes is not None and first is not None and codes[2] < first[0]


def _above_the_tail(head: Row, below: Sequence[Row]) -> Sequence[Row]:
    """Return the rows down to where the paper goes on: by its words, by the head of another table, or by the air above a row."""
    farthest = 0.0
    for n, (above, row) in enumerate(pairwise([head, *below])):
        tail = ends(row.text.strip()) or _heads(row) or (n + 1 < len(below) and _titles(row, below[n + 1]))
        apart = row.box[1] - above.box[1] if row.box and above.box and row.page == above.page else 0.0
        opens = len(row.parts) > 1
        if tail or (farthest and not opens and apart > farthest + _AIR):
            return below[:n]
        farthest = max(farthest, apart)
    return below


def _titles(row: Row, below: Row) -> bool:
    """Whether a row is the heading of the table whose head stands right below it."""
    return row.page == below.page and _heads(below) and heading_over_table(as_printed(row).text.strip()) is not None


def _records(rows: Sequence[Row], edges: Sequence[float], at: int | None, *, rest: bool) -> Iterator[Record]:
    """Yield the records from the head down, each with the rows of its cells by column; a row across columns is a group's name.

    The first may be the `rest` of one on the page before.
    """
    record: Record = {}
    for n, row in enumerate(rows):
        if n and row.page != rows[n - 1].page:
            edges = _moved(edges, [other for other in rows[n : n + 2 * _LOOK] if other.page == row.page])
        cells = _cells(row := parted_at(row, edges[1:]), edges)
        if cells and _opens(cells, edges, at) and not _names_on(cells, record):
            if record:
                yield record
            record = cells
        elif cells and (record or (rest and n == 0)) and _goes_on(row, cells, record, edges, at):
            for column, words in cells.items():
                record.setdefault(column, []).extend(words)
        elif _stands_over(rows[n : n + 1 + _HEADINGS], edges, at):
            if record:
                yield record
            record = {}
            yield {1: [row]}
        else:
            break
    if record:
        yield record


def _stands_over(rows: Sequence[Row], edges: Sequence[float], at: int | None) -> bool:
    """Whether the first of some rows, alone in its place, heads the record below it, or a heading that does."""
    if len(rows) < 2 or len(rows[0].parts) != 1:
        return False
    return _opens(_cells(parted_at(rows[1], edges[1:]), edges), edges, at) or _stands_over(rows[1:], edges, at)


def _moved(edges: Sequence[float], rows: Sequence[Row]) -> Sequence[float]:
    """Return the edges of columns on another page, which a scanner may have laid a little aside."""
    starts = [part.box[0] for row in rows if len(row.parts) > 1 for part in row.parts if part.box]
    aside = sorted(start - min(edges, key=lambda edge: abs(edge - start)) for start in starts)
    moved = aside[len(aside) // 2] if aside else 0.0
    return [edge + moved for edge in edges] if abs(moved) <= 2 * _ASIDE else edges


def _opens(cells: Record | None, edges: Sequence[float], at: int | None) -> bool:
    """Whether a record begins: with a code, or with all columns filled where the code is torn."""
    if not cells or (0 not in cells and at not in cells):
        return False
    return len(cells) == len(edges) or _begins([flow(cells.get(n, ())) for n in range(len(edges))], at)


def _goes_on(row: Row, cells: Record, record: Record, edges: Sequence[float], at: int | None) -> bool:
    """Whether a row goes on with the cells above it; in the first of them too where the codes stand in another column."""
    text = row.text.strip()
    if len(row.parts) == 1 and (indicator_named(text) or (at is not None and heading_over_table(text))):
        return False
    named = (0 if at is None else at) not in cells or _names_on(cells, record)
    return named and all(_aligned(part, edges) for part in row.parts)


def _cells(row: Row, edges: Sequence[float]) -> Record | None:
    """Return the runs of a row by column; None when one reaches over the edge of the next."""
    found: Record = {}
    for part in row.parts:
        column = _column(part, edges)
        if part.box is None or column is None or (column + 1 < len(edges) and part.box[2] > edges[column + 1] + _ASIDE):
            return None
        found.setdefault(column, []).extend(rows_of([part]))
    return found


def _names_on(cells: Record, record: Record) -> bool:
    """Whether the first column goes on with a name that began behind its code."""
    return bool(record.get(0)) and is_coded_name(flow(record[0])) and not is_coded_name(flow(cells[0]))


def _column(part: Line, edges: Sequence[float]) -> int | None:
    return max((n for n, edge in enumerate(edges) if part.box and part.box[0] >= edge - _ASIDE), default=None)


def _aligned(part: Line, edges: Sequence[float]) -> bool:
    return any(part.box is not None and abs(part.box[0] - edge) < _ASIDE for edge in edges)

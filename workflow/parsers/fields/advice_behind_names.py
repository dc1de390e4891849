"""Columns of advice without lines between them, each name with its code behind it, maybe on a row of its own: cut into cells. Pure.

A record ends its name with the code in brackets; what stands in the column of names after that begins the next, or heads those below it:
a part of the framework, or a group.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_headings import groups_indicators
from workflow.parsers.fields.advice_leads import ends
from workflow.parsers.fields.advice_parts import part_in
from workflow.parsers.fields.advice_table import advice_column, ends_in_code, names_advice
from workflow.parsers.fields.advice_told import speaks_of_advice
from workflow.parsers.fields.advice_unruled import is_headed
from workflow.parsers.page import Line, Table
from workflow.parsers.rows import Row, flow, rows_of

_ASIDE = 8.0  # points: runs of one column begin so near one another
_CENTRED = 40.0  # points: the head of a column may begin so far to the right of it
_LEAST, _LEAST_HEADLESS = 2, 3  # records
_NAME, _ADVICE = "ตัวชี้วัดย่อย", "ข้อเสนอแนะ"  # what two columns hold, as a head would say it


@dataclass
class _Record:
    """The rows of a record's cells."""

    cells: list[list[Row]]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(flow(cell) for cell in self.cells)

    @property
    def name(self) -> str:
        return to_arabic(self.texts[0]).strip()

    @property
    def named(self) -> bool:
        """Whether the name has come to its code."""
        return ends_in_code(self.name)

    @property
    def heads(self) -> bool:
        """Whether this is the title of what stands below and no record."""
        return not any(self.cells[1:]) and _is_title(self.name)


def advises_in_columns(rows: Sequence[Row]) -> bool:
    """Whether a page, its rows cut into columns, gives advice in such a table, or under the head of one with its codes first."""
    return is_headed(rows) or bool(codes_behind(rows))


def codes_behind(rows: Sequence[Row]) -> list[Table]:
    """Return such tables among rows cut into columns; none where a name comes to no code, or has no advice beside it.

    Where none has a head, two columns below words of advice are taken to name and to advise.
    """
    headed = [(row, n + 1) for n, row in enumerate(rows) if len(row.parts) > 1 and names_advice(_texts(row))]
    if not headed:
        headed = [found for page in dict.fromkeys(row.page for row in rows) if (found := _head_for(page, rows))]
    stops = [start - 1 for _, start in headed[1:]] + [len(rows)]
    return [
        table
        for (head, start), stop in zip(headed, stops, strict=False)
        if (table := _table(head, rows[start : _above(rows, start, stop)]))
    ]


def _above(rows: Sequence[Row], start: int, stop: int) -> int:
    """Return where what stands above the head of the next table begins: its title."""
    title = start < stop < len(rows) and len(rows[stop - 1].parts) == 1 and rows[stop - 1].page == rows[stop].page
    return stop - title


def _table(head: Row, rows: Sequence[Row]) -> Table | None:
    records = list(_records(head, [row for row in rows if row.page == head.page]))
    told, advice = [record for record in records if not record.heads], advice_column(_texts(head))
    whole = len(told) >= _LEAST and all(record.named and record.cells[advice] for record in told)
    return Table(head.page, (_texts(head), *(record.texts for record in records))) if whole else None


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(part.text for part in row.parts)


def _head_for(page: int, rows: Sequence[Row]) -> tuple[Row, int] | None:
    """Return the head that two columns of a page might bear, and the first row below it: a record, or what heads it."""
    coded = [n for n, row in enumerate(rows) if row.page == page and row.parts and ends_in_code(row.parts[0].text)]
    beside = [part.box for n in coded for part in rows[n].parts[1:2] if part.box]
    first = rows[coded[0]].parts[0].box if coded else None
    if (
        len(beside) < _LEAST_HEADLESS
        or first is None
        or not any(speaks_of_advice(row.text) for row in rows[: coded[0]])
    ):
        return None
    edge = min(box[0] for box in beside)
    lines = [
        Line(text, page, 0, (left, 0.0, right, 1.0))
        for text, left, right in ((_NAME, first[0], edge - _ASIDE), (_ADVICE, edge, beside[0][2]))
    ]
    (head,) = rows_of(lines)
    titles = takewhile(
        lambda n: rows[n].page == page and len(rows[n].parts) == 1 and _is_title(to_arabic(rows[n].text).strip()),
        range(coded[0] - 1, -1, -1),
    )
    return head, min(titles, default=coded[0])


def _records(head: Row, rows: Sequence[Row]) -> Iterator[_Record]:
    """Yield the records below a head, down to a row that keeps to none of its columns."""
    edges = _edges(head, rows)
    record = _Record([[] for _ in edges])
    for row in takewhile(lambda row: _keeps(row, edges), rows):
        cells = [
            rows_of(part for part in row.parts if part.box and _column(part.box[0], edges) == n)
            for n in range(len(edges))
        ]
        if cells[0] and (record.named or record.heads):
            yield record
            record = _Record([[] for _ in edges])
        record = _Record([[*before, *cell] for before, cell in zip(record.cells, cells, strict=True)])
    if record.cells[0]:
        yield record


def _edges(head: Row, rows: Sequence[Row]) -> list[float]:
    """Return where the columns begin: where their heads do, or the runs below them that begin a little to the left."""
    begun = [part.box[0] for row in rows for part in row.parts if part.box]
    heads = [part.box[0] for part in head.parts if part.box]
    least = [0.0, *(part.box[2] for part in head.parts[:-1] if part.box)]  # where the head before it ends
    return [
        min([x for x in begun if max(edge - _CENTRED, start) <= x <= edge + _ASIDE], default=edge)
        for edge, start in zip(heads, least, strict=True)
    ]


def _column(x: float, edges: Sequence[float]) -> int:
    """Return the column that a run stands in, by where it begins."""
    return max((n for n, edge in enumerate(edges) if x >= edge - _ASIDE), default=0)


def _keeps(row: Row, edges: Sequence[float]) -> bool:
    """Whether no run of a row but a title reaches from one column into the next, and the paper goes on."""
    within = all(part.box and _column(part.box[0], edges) == _column(part.box[2] - _ASIDE, edges) for part in row.parts)
    across = len(row.parts) == 1 and _is_title(to_arabic(row.text).strip())
    return (within or across) and not ends(row.text.strip())


def _is_title(text: str) -> bool:
    """Whether a row of one run names a part of the framework, or what the indicators below it are like."""
    return part_in(text) is not None or groups_indicators(text)

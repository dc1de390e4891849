"""Two columns of advice without lines between them, each name with its code behind it, maybe on a row of its own: cut into cells. Pure.

A record ends its name with the code in brackets; what stands in the column of names after that begins the next, or names the part of the
framework that the next belong to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_lines import ends
from workflow.parsers.fields.advice_parts import part_in
from workflow.parsers.fields.advice_table import names_advice
from workflow.parsers.fields.advice_unruled import is_headed
from workflow.parsers.page import Table
from workflow.parsers.rows import Row, flow, rows_of

_CODE = re.compile(r"[(\[]\s*\d{1,2}(?:\.\d{1,2})+\s*[)\]]$")
_ASIDE = 8.0  # points: runs of one column begin so near one another
_LEAST = 2  # records


@dataclass
class _Record:
    """The rows of a record's two cells; that of a part has nothing in the second."""

    name: list[Row] = field(default_factory=list)
    advice: list[Row] = field(default_factory=list)

    @property
    def cells(self) -> tuple[str, str]:
        return flow(self.name), flow(self.advice)

    @property
    def named(self) -> bool:
        """Whether the name has come to its code."""
        return bool(_CODE.search(to_arabic(flow(self.name)).strip()))

    @property
    def heads(self) -> bool:
        """Whether this is a part's row and no record."""
        return not self.advice and part_in(to_arabic(flow(self.name)).strip()) is not None


def advises_in_columns(rows: Sequence[Row]) -> bool:
    """Whether a page, its rows cut into columns, gives advice in such a table, or under the head of one with its codes first."""
    return is_headed(rows) or bool(codes_behind(rows))


def codes_behind(rows: Sequence[Row]) -> list[Table]:
    """Return the tables of two columns among rows cut into columns; none where a name comes to no code, or has no advice beside it."""
    found = []
    for n, row in enumerate(rows):
        if len(row.parts) == 2 and names_advice(tuple(part.text for part in row.parts)):
            page = takewhile(lambda below, own=row.page: below.page == own, rows[n + 1 :])  # type: ignore[misc]
            records = list(_records(list(page)))
            told = [record for record in records if not record.heads]
            if len(told) >= _LEAST and all(record.named and record.advice for record in told):
                head = tuple(part.text for part in row.parts)
                found.append(Table(row.page, (head, *(record.cells for record in records))))
    return found


def _records(rows: Sequence[Row]) -> Iterator[_Record]:
    """Yield the records below a head, down to a row that keeps to no two columns."""
    begun = [part.box[0] for row in rows for part in row.parts[1:2] if part.box]
    second = max(begun, key=lambda edge: sum(abs(x - edge) < _ASIDE for x in begun), default=None)
    record = _Record()
    for row in takewhile(lambda row: second is not None and _keeps(row, second), rows):
        name = rows_of(part for part in row.parts if part.box and second and part.box[0] < second - _ASIDE)
        if name and (record.named or record.heads):
            yield record
            record = _Record()
        record.name += name
        record.advice += rows_of(part for part in row.parts if part.box and second and part.box[0] >= second - _ASIDE)
    if record.name:
        yield record


def _keeps(row: Row, second: float) -> bool:
    """Whether no run of a row but a part's title reaches from one column into the other, and the paper goes on."""
    within = all(part.box and (part.box[0] >= second - _ASIDE or part.box[2] < second) for part in row.parts)
    across = len(row.parts) == 1 and part_in(to_arabic(row.text).strip()) is not None
    return (within or across) and len(row.parts) <= 2 and not ends(row.text.strip())

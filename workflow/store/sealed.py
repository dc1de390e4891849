"""Which rows the seal covers, and in which words: everything that makes truth of a matter, row by row.

Left out are columns that follow from other rows (a dispatch's state follows from its events: `store/derived.py`) or tell of the
program's own work (whether a file was made).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import JSON, Table, func, select
from sqlmodel import Session, SQLModel

from workflow.core.seal import Words, words_of
from workflow.store import exchange_tables, journey_tables, paper_tables, register_tables, seal_tables, tables  # noqa: F401

CHANGES = "row_change"
FOLLOWS: Mapping[str, frozenset[str]] = {
    CHANGES: frozenset(),
    "event": frozenset(),
    "matter": frozenset(),
    "memo": frozenset({"rendered", "pages"}),
    "memo_versions": frozenset(),
    "correction": frozenset(),
    "register_entry": frozenset(),
    "register_act": frozenset(),
    "order_given": frozenset(),
    "journey": frozenset(),
    "journey_step": frozenset(),
    "dispatch": frozenset({"state", "calendar_version"}),
    "receipt": frozenset(),
    "acknowledgement": frozenset(),
    "paper_evidence": frozenset(),
    "negative_receipt": frozenset(),
    "exchange": frozenset(),
}


@dataclass(frozen=True)
class Kept:
    """One table under the seal: the columns that count, and those of them that hold JSON."""

    table: Table
    columns: tuple[str, ...]
    json: frozenset[str]

    def words(self, row: Any) -> Words:
        """Return a row (a mapping by column) in canonical words."""
        return words_of({name: row[name] for name in self.columns if name in row}, self.json)

    def between(self, session: Session, first: int, last: int) -> Iterator[tuple[int, Words]]:
        """Yield the rows with these numbers, in order."""
        return self._rows(session, self.table.c.id.between(first, last))

    def numbered(self, session: Session, numbers: Sequence[int]) -> Iterator[tuple[int, Words]]:
        """Yield the rows of a list of numbers, in order."""
        return self._rows(session, self.table.c.id.in_(numbers))

    def after(self, session: Session, number: int, most: int) -> list[tuple[int, Words]]:
        """Return the next rows after a number, at most so many."""
        return list(self._rows(session, self.table.c.id > number, most))

    def count_after(self, session: Session, number: int) -> int:
        """Return how many rows come after a number."""
        asked = select(func.count()).select_from(self.table).where(self.table.c.id > number)
        return int(session.connection().execute(asked).scalar_one())

    def _rows(self, session: Session, where: Any, most: int | None = None) -> Iterator[tuple[int, Words]]:
        asked = (
            select(*(self.table.c[name] for name in self.columns)).where(where).order_by(self.table.c.id).limit(most)
        )
        for row in session.connection().execute(asked).mappings():
            yield row["id"], self.words(row)


@cache
def kept(name: str) -> Kept:
    """Return what is sealed of a table."""
    table = SQLModel.metadata.tables[name]
    columns = tuple(c.name for c in table.c if c.name not in FOLLOWS[name])
    return Kept(table, columns, frozenset(c.name for c in table.c if isinstance(c.type, JSON)))

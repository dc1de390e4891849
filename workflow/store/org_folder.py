"""The tables of an office's folder as they stand, and put back whole: nothing of them is understood here."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from workflow.core.org_tables import SHEETS, Table, TableRow
from workflow.store.office_csv import text_of


def read_tables(folder: Path) -> dict[str, Table]:
    """Return the tables that are there, by their files' names; ConfigError for a file that is not UTF-8."""
    return {file: _table(folder / file) for file in SHEETS if (folder / file).exists()}


def _table(path: Path) -> Table:
    reader = csv.reader(StringIO(text_of(path), newline=""))
    columns = tuple(next(reader, []))
    rows = ((reader.line_num, cells) for cells in reader if any(cells))
    return Table(columns, tuple(TableRow(n, dict(zip(columns, cells, strict=False))) for n, cells in rows))


def csv_of(table: Table) -> bytes:
    """Return a table as the file it is kept in."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([row.cells[column] for column in table.columns] for row in table.rows)
    return out.getvalue().encode()


def written(tables: Mapping[str, Table], folder: Path) -> dict[Path, bytes]:
    """Return what the files of these tables will hold, those alone that change."""
    files = {folder / file: csv_of(table) for file, table in tables.items()}
    return {path: data for path, data in files.items() if not path.exists() or path.read_bytes() != data}

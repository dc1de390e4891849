"""The tables of an office as one YAML file: a list a table, a row an entry, every value in quotes so that none is taken for a number.

The first row of a table names all its columns, the others only those that say something.
"""

import json
from collections.abc import Iterator, Mapping

from workflow.core.org_tables import SHEETS, Table


def org_yaml(tables: Mapping[str, Table]) -> bytes:
    """Return the file of these tables, by their files' names."""
    return "".join(_lines(tables)).encode()


def _lines(tables: Mapping[str, Table]) -> Iterator[str]:
    for file, title in SHEETS.items():
        if file not in tables:
            continue
        table = tables[file]
        yield f"# {title}\n{file.removesuffix('.csv')}:{'' if table.rows else ' []'}\n"
        for n, row in enumerate(table.rows):
            cells = [(column, row.cells[column]) for column in table.columns if n == 0 or row.cells[column]]
            yield "".join(
                f"  {'-' if first else ' '} {name}: {_quoted(text)}\n" for first, (name, text) in _numbered(cells)
            )


def _numbered(cells: list[tuple[str, str]]) -> Iterator[tuple[bool, tuple[str, str]]]:
    return ((n == 0, cell) for n, cell in enumerate(cells))


def _quoted(text: str) -> str:
    """A string of JSON is one of YAML, letter for letter."""
    return json.dumps(text, ensure_ascii=False)

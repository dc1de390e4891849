"""On which line of which file a row of a chart stands: a doubt names cells, an officer opens a file."""

from pathlib import Path

from workflow.store.office_authority import ABSENCES, FIELDS
from workflow.store.office_chart import ACTING, ALIASES, COMMITTEES, HOLDERS, MEETINGS, POSTS, UNITS
from workflow.store.office_csv import Place, read_rows
from workflow.store.office_lines import LINES

KEYS = {
    "units.csv": (UNITS, ("code",)),
    "lines.csv": (LINES, ("child", "parent", "kind")),
    "posts.csv": (POSTS, ("code",)),
    "holders.csv": (HOLDERS, ("post", "name")),
    "acting.csv": (ACTING, ("by_post", "for_post", "order_number")),
    "absences.csv": (ABSENCES, ("post", "valid_from")),
    "fields-of-work.csv": (FIELDS, ("field", "unit")),
    "committees.csv": (COMMITTEES, ("committee", "post")),
    "meetings.csv": (MEETINGS, ("committee", "number", "year")),
    "aliases.csv": (ALIASES, ("alias",)),
}
"""Each table with the cells that name a row of it."""


def places(folder: Path, table: str) -> dict[tuple[str, ...], Place]:
    """Return where each row of a table stands (the last of equal ones), by the cells that name it."""
    columns, key = KEYS[table]
    return {tuple(row.cells.get(cell, "") for cell in key): row.place for row in read_rows(folder / table, columns)}

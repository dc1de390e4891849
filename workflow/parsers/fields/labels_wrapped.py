"""The label of the enclosures, broken over two rows of a column too narrow for it: `สิ่งที่ส่งมา  1. …` above `ด้วย  2. …`. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.parsers.rows import Row, rows_of

_LABEL, _LABELS = "สิ่งที่ส่งมาด้วย", ("สิ่งที่ส่งมาด้วย", "สิ่งที่แนบมาด้วย", "สิ่งที่ส่งมาพร้อมนี้", "สิ่งที่แนบมาพร้อมนี้")
_RUN = re.compile(r"^(?P<first>\S+)(?:\s+(?P<value>.*))?$")
_ITEM = re.compile(r"^\(?\d{1,2}[.)]\s*\S")
_SAME_EDGE = 6.0  # points


def with_labels_whole(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows, as many as they are, with a label whole that broke over two of them."""
    if not any(row.text.lstrip().startswith("สิ่งที่") for row in rows):
        return rows
    made = list(rows)
    for n, (value, below) in _broken(rows):
        made[n] = replace(rows[n], text=f"{_LABEL}  {value}", sure=())
        made[n + 1] = below
    return made


def _broken(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, Row]]]:
    """Yield each row on which a label breaks off, its value, and the row below without the rest of the label."""
    for n in range(len(rows) - 1):
        above, below = (_RUN.match(row.text.strip()) for row in rows[n : n + 2])
        if not above or not below or not above["value"] or f"{above['first']}{below['first']}" not in _LABELS:
            continue
        if _at_one_edge(rows[n], rows[n + 1]) and below["value"] and _stands_beside(rows[n + 1], below["value"]):
            yield n, (above["value"], _without(rows[n + 1], below["value"]))


def _at_one_edge(one: Row, other: Row) -> bool:
    return (
        one.x0 is not None and other.x0 is not None and abs(one.x0 - other.x0) < _SAME_EDGE and one.page == other.page
    )


def _stands_beside(row: Row, value: str) -> bool:
    """Whether what is left of a row stands in a column beside its first word: a column apart, or an entry of a list; no sentence does."""
    return len(row.parts) > 1 or _ITEM.match(value) is not None


def _without(row: Row, value: str) -> Row:
    """Return a row without its first word."""
    if len(row.parts) > 1:
        return replace(rows_of(row.parts[1:])[0], gap=row.gap, column=row.column)
    left = row.box[0] + (row.box[2] - row.box[0]) * (1 - len(value) / len(row.text.strip())) if row.box else 0.0
    box = (left, *row.box[1:]) if row.box else None
    return replace(row, text=value, printed=value, box=box, parts=(), sure=())

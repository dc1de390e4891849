"""Cells of a Word table that stand beside one another and are each signed: papers and orders of their own, read one after the other."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from workflow.parsers.binding.in_turn import in_turn
from workflow.parsers.binding.opening import is_signature
from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of
from workflow.parsers.thai_text import normalise

Cell = list[str]
_OPEN = re.compile(r"^\([\s.…_]{6,}\)$")  # where a name is to be written


def one_after_another(rows: Sequence[Sequence[Cell]], above: Sequence[Line]) -> Iterator[list[Cell]]:
    """Yield the rows of a table, signed cells each as a row of its own, below an empty line; the lines above tell whose turn is first.

    Where a row holds but one line of each, the rows together are signed.
    """
    for _, alike in groupby(rows, key=len):
        held = list(alike)
        columns = [[line for cell in column for line in cell] for column in zip(*held, strict=True)]
        whole = not any(map(_signed_beside, held)) and _signed_beside(columns, once=True)
        for row in [columns] if whole else held:
            yield from _in_turn(row, above) if _signed_beside(row) else [list(row)]


def _in_turn(row: Sequence[Cell], above: Sequence[Line]) -> Iterator[list[Cell]]:
    blocks = {n: rows for n, cell in enumerate(row) if (rows := _rows(cell))}
    for block in in_turn(list(blocks.values()), rows_of(above)):
        yield from ([["", *row[n]]] for n, held in blocks.items() if held is block)


def _signed_beside(row: Sequence[Cell], *, once: bool = False) -> bool:
    """Whether all cells of a row that hold anything, two at least, are signed below or above other words; each `once` where asked."""
    signed = [sum(map(_signs, held)) if len(held) > 1 else 0 for cell in row if (held := _rows(cell))]
    return len(signed) > 1 and all(signed) and (not once or max(signed) == 1)


def _signs(row: Row) -> bool:
    return is_signature(row) or bool(_OPEN.match(row.text.strip()))


def _rows(cell: Cell) -> list[Row]:
    texts = [text for line in cell if (text := normalise(line.replace("\t", " ")))]
    return rows_of(Line(text, 1, n) for n, text in enumerate(texts))

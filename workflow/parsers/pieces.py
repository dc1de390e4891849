"""Runs of a row cut into their pieces where a column begins behind a gap as narrow as a wide space. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workflow.parsers.page import Line
from workflow.parsers.rows import Row, rows_of, whole

EDGE = 6.0  # points: what begins so near a column's edge begins in it


def parted_at(row: Row, edges: Sequence[float]) -> Row:
    """Return the row with its runs cut where a piece begins at one of the columns' left edges."""
    parts = [part for line in row.parts for part in cut_at(line, edges)]
    return replace(rows_of(parts)[0], gap=row.gap) if len(parts) > len(row.parts) else row


def cut_at(line: Line, edges: Sequence[float]) -> list[Line]:
    """Return a line cut where a piece begins at one of the left edges, else as it is."""
    begun = [n for n, piece in enumerate(line.pieces) if n and piece.box and _begins(piece.box[0], edges)]
    starts = [0, *begun, len(line.pieces)]
    return [_whole(line.pieces[a:b]) for a, b in pairwise(starts)] if begun else [line]


def _begins(left: float, edges: Sequence[float]) -> bool:
    return any(abs(left - edge) < EDGE for edge in edges)


def _whole(pieces: Sequence[Line]) -> Line:
    return replace(whole(tuple(pieces)), pieces=()) if len(pieces) > 1 else pieces[0]

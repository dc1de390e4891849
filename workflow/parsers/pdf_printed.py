"""A character as a PDF prints it: where it stands, and how. Lengths are points, y runs downward from the top of the page. Pure."""

from typing import NamedTuple

from workflow.core.reading import Box


class Style(NamedTuple):
    """How a run of glyphs is printed: `baseline` is the y of its base line at x = 0 after turning by `angle` (radians, anticlockwise)."""

    size: float
    baseline: float
    angle: float = 0.0
    inked: bool = False
    bold: bool = False
    stamp: int | None = None  # which coloured frame it stands in


class Glyph(NamedTuple):
    """One character with its box along its own base line (`left`, `right`) and on the page; `cell` is its cell in a ruled table."""

    char: str
    left: float
    right: float
    box: Box
    style: Style
    cell: int | None = None

"""What the readers of files hand to the understanding half: pages of lines with places. Pure values, no file format in sight."""

from collections.abc import Iterable
from dataclasses import dataclass

from workflow.core.reading import Box


@dataclass(frozen=True)
class Line:
    """A run of text on one base line, normalised; a wide gap (a tab, a column) starts another Line with the same `row`.

    `text` ends in one space where the printed line broke at a space. `box` in points from the top left; `size` the font size in
    points; `inked` when printed in colour (stamps, urgency, pen), all None or False where the file does not tell (transcripts).
    `blank_before` counts empty lines above it in a transcript. `confidence` is 1.0 for a text layer and the recogniser's mean for
    a scan. `sure` holds a confidence for each character of `text` (1.0 for spaces) where a recogniser tells them, else nothing.
    `stamp` numbers the receipt stamp of the page whose line this is, where the reader saw a frame of ink around it;
    `boxed` the text box of the page, of a file (Word) that has such boxes. `set_at` tells, in files without places, where a line
    set away from the margin begins and has its middle, in letters. `around` tells that such a file (Word) holds the line apart from
    its text, in a header, a footer or a note. `opens` tells of a paragraph of such a file
    whose first line is set in, and that the file does not number, how far it and that line are set in, in letters. `pieces` are what
    stands between its wide spaces, where there are any on a page of columns: the narrow gap before another column looks like one.
    `crossed` tells print of a scan that coloured ink lies over.
    """

    text: str
    page: int
    row: int
    box: Box | None = None
    size: float | None = None
    inked: bool = False
    bold: bool = False
    blank_before: int = 0
    confidence: float = 1.0
    sure: tuple[float, ...] = ()
    stamp: int | None = None
    boxed: int | None = None
    set_at: tuple[float, float] | None = None
    opens: tuple[float, float] | None = None
    around: bool = False
    pieces: tuple["Line", ...] = ()
    crossed: bool = False

    def least(self, start: int = 0, stop: int | None = None) -> float:
        """Return how sure the least sure character of `text[start:stop]` is; the line's own confidence where characters have none."""
        return min(self.sure[start:stop], default=self.confidence)


@dataclass(frozen=True)
class Table:
    """A ruled table: cell texts row by row, its page, and how surely each cell was read (nothing where all are printed letters)."""

    page: int
    rows: tuple[tuple[str, ...], ...]
    sure: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True)
class Page:
    """One page of the file, 1-based; width and height in points, None in a transcript.

    `turned` tells by how many degrees a scan was turned clockwise to stand upright; everything else is of the page upright.
    """

    number: int
    lines: tuple[Line, ...]
    width: float | None = None
    height: float | None = None
    tables: tuple[Table, ...] = ()
    turned: int = 0


def turned_of(pages: Iterable[Page]) -> dict[int, int]:
    """Return by how many degrees those pages were turned that did not stand upright, by their numbers."""
    return {page.number: page.turned for page in pages if page.turned}


@dataclass(frozen=True)
class PagedFile:
    """A file as pages: its container, whether its text was inside it, and whether it came through a recogniser.

    `inferred` tells that the page breaks were not in the file and must be guessed from blank runs, headings and catchwords.
    """

    container: str
    pages: tuple[Page, ...]
    text_layer: bool
    recognised: bool = False
    foreign: tuple[str, ...] = ()
    inferred: bool = False

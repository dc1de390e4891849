"""Scanned pages: a picture becomes lines through a recogniser behind a protocol, so that it can be replaced and faked."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workflow.core.errors import Refused, UnreadableFile
from workflow.core.reading import Box
from workflow.core.thai_digits import to_thai
from workflow.parsers.limits import MAX_PAGES, MAX_PIXELS
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.pdf_lines import IN_COLUMNS
from workflow.parsers.rows import flow, rows_of
from workflow.parsers.scanned_cells import Held, grids_of, words_in
from workflow.parsers.sureness import in_step
from workflow.parsers.thai_text import normalise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

COLUMN_GAP = 2.0  # heights of the line: wider is another column (as in pdf_lines)
WIDE_GAP = 0.85  # heights: as wide as a narrow gap between two columns, on a page on which so many rows have several
_A4_INCHES = 8.27
_CELLS = 1000  # the first column that numbers a cell: a recogniser counts far fewer on a line
_LEADER = re.compile(r"[.·…_]{4,}")
_BESIDE_DOTS = 0.6  # how sure a digit beside a dotted rule can be


@dataclass(frozen=True)
class Picture:
    """One page as a picture file in memory (PNG, JPEG or PPM, whatever costs least), with its size in pixels and its resolution."""

    image: bytes
    size: tuple[int, int]
    dpi: int


@dataclass(frozen=True)
class Word:
    """A recognised word: its box in pixels from the top left, its line on the picture, and how sure the recogniser is, 0 to 1.

    Words of one line in different columns never join, however close they stand; a recogniser that knows no columns leaves 0.
    `sure` is the confidence of each character, or empty; `inked` tells coloured ink, `crossed` print that
    coloured ink lies over; `stamp` numbers the stamp it stands in. `ruled` tells a ruling line of the page, which is no word and has
    no text: the cells of tables are seen by them.
    """

    text: str
    box: Box
    line: int
    confidence: float
    column: int = 0
    sure: tuple[float, ...] = ()
    inked: bool = False
    stamp: int | None = None
    crossed: bool = False
    ruled: bool = False


class Ocr(Protocol):
    """A recogniser; `digits_trusted` is False when it cannot tell Thai digits apart, so that every number it reads is in doubt."""

    @property
    def name(self) -> str:
        """What it is called in evidence."""

    @property
    def digits_trusted(self) -> bool:
        """Whether its digits may be believed."""

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        """Return the words of a picture file, line by line, and ruling lines; UnreadableFile when the recogniser is not there."""


def page_of(read: Sequence[Word], picture: Picture, number: int, *, turned: int = 0) -> Page:
    """Return the page of the words read on a picture, boxes in points; a page of noise has no lines."""
    seen = [w for w in read if w.text.strip()]
    words = [piece for word in seen for piece in without_leader(word)]
    point = 72 / picture.dpi
    held = words_in(grids_of([w.box for w in read if w.ruled], point), [w.box for w in words], point)
    words = _in_cells(words, held)
    rows = [list(_columns(list(line))) for _, line in groupby(words, key=lambda w: w.line)]
    parted = sum(len(row) > 1 for row in rows) >= IN_COLUMNS
    lines = [_line(run, number, n, point, parted=parted) for n, row in enumerate(rows) for run in row]
    width, height = picture.size
    kept = tuple(line for line in lines if line.text)
    tables = tuple(
        _table([[[words[n] for n in cell] for cell in row] for row in table], number, point) for table in held
    )
    return Page(number, kept, round(width * point, 1), round(height * point, 1), tables, turned)


def _in_cells(words: Sequence[Word], tables: Sequence[Held]) -> list[Word]:
    """Return the words, those of a cell in a column of its own: no run goes on into the next cell."""
    cells = (cell for table in tables for row in table for cell in row)
    columns = {n: column for column, cell in enumerate(cells, _CELLS) for n in cell}
    return [replace(word, column=columns.get(n, word.column)) for n, word in enumerate(words)]


def _table(cells: Sequence[Sequence[Sequence[Word]]], number: int, point: float) -> Table:
    """Return the table whose cells hold these words."""
    rows = tuple(tuple(_said(cell, number, point) for cell in row) for row in cells)
    return Table(
        number, rows, tuple(tuple(min((w.confidence for w in cell), default=1.0) for cell in row) for row in cells)
    )


def _said(words: Sequence[Word], number: int, point: float) -> str:
    """Return what the words of a cell say, its rows joined."""
    rows = groupby(words, key=lambda word: word.line)
    return flow(
        rows_of([_line(sorted(line, key=lambda w: w.box[0]), number, n, point) for n, (_, line) in enumerate(rows)])
    )


def pictures(path: Path) -> Iterator[Picture]:
    """Yield the pages of an image file (a TIFF may hold many); Refused when too large, UnreadableFile when broken."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    from workflow.parsers.picture_modes import on_paper

    try:
        with Image.open(path) as image:
            for frames, frame in enumerate(ImageSequence.Iterator(image), 1):
                _bounded(path, frame.size, frames)
                yield _picture(on_paper(frame), frame.info.get("dpi"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableFile(
            f"แฟ้มภาพ {path.name} เปิดไม่ได้ อาจเสียหายหรือรับมาไม่ครบ", next_step="สแกนใหม่ หรือขอแฟ้มจากผู้ส่งอีกครั้ง"
        ) from error


def picture_from(pixels: "NDArray[np.uint8]", dpi: int) -> Picture:
    """Return rendered pixels (grey, or red green blue) as a picture; PPM, since packing PNG took longer than reading the page."""
    height, width = pixels.shape[:2]
    kind = b"P5" if pixels.ndim == 2 else b"P6"
    return Picture(b"%s\n%d %d\n255\n" % (kind, width, height) + pixels.tobytes(), (width, height), dpi)


def _bounded(path: Path, size: tuple[int, int], frames: int) -> None:
    if size[0] * size[1] > MAX_PIXELS or frames > MAX_PAGES:
        raise Refused(
            f"แฟ้มภาพ {path.name} ใหญ่เกินไป (เกิน {to_thai(MAX_PIXELS // 1_000_000)} ล้านจุดต่อหน้า หรือเกิน {to_thai(MAX_PAGES)} หน้า)",
            next_step="สแกนใหม่ที่ความละเอียด ๓๐๐ จุดต่อนิ้ว",
        )


def _picture(image: "Image", stated: tuple[float, float] | None) -> Picture:
    """Believe the file's resolution only when it makes a sheet of paper; a photograph says 72 whatever it shows."""
    guess = max(72, round(image.width / _A4_INCHES))
    dpi = round(float(stated[0])) if stated and 5 < image.width / max(float(stated[0]), 1) < 17 else guess
    whole = io.BytesIO()
    image.save(whole, "PPM")
    return Picture(whole.getvalue(), image.size, dpi)


def without_leader(word: Word) -> Iterator[Word]:
    """Cut a word at dotted rules to write on (๖๔๐๘............วันที่); a catchword keeps its dots.

    A digit beside the dots may have gained or lost one of them, so it is no longer sure.
    """
    if word.text.startswith("/") or not _LEADER.search(word.text):
        yield word
        return
    long = (word.box[2] - word.box[0]) / len(word.text)
    edges = [0, *(place for dots in _LEADER.finditer(word.text) for place in dots.span()), len(word.text)]
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        if start == stop:
            continue
        box = (word.box[0] + start * long, word.box[1], word.box[0] + stop * long, word.box[3])
        sure = tuple(
            min(s, _BESIDE_DOTS) if _near_dots(word.text, start, stop, n) else s
            for n, s in enumerate(word.sure[start:stop], start)
        )
        yield replace(word, text=word.text[start:stop], box=box, sure=sure)


def _near_dots(text: str, start: int, stop: int, place: int) -> bool:
    """Whether a digit is among the last three of a piece that dots follow, or the first three of one that they precede."""
    if not text[place].isdigit():
        return False
    return (stop < len(text) and stop - place <= 3) or (start > 0 and place - start < 3)


def _columns(words: list[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in sorted(words, key=lambda w: w.box[0]):
        if run and (word.column != run[-1].column or word.box[0] - run[-1].box[2] > COLUMN_GAP * _height(words)):
            yield run
            run = []
        run.append(word)
    yield run


def _height(words: Iterable[Word]) -> float:
    heights = sorted(w.box[3] - w.box[1] for w in words)
    return heights[len(heights) // 2]


def _line(words: list[Word], page: int, row: int, point: float, *, parted: bool = False) -> Line:
    """Return words as one line, told in pieces where it may be of several columns."""
    box = _around([w.box for w in words])
    letters = sum(len(w.text) for w in words)
    text = normalise(read := " ".join(w.text for w in words))
    return Line(
        text=text,
        page=page,
        row=row,
        box=(round(box[0] * point, 1), round(box[1] * point, 1), round(box[2] * point, 1), round(box[3] * point, 1)),
        size=round(_height(words) * point, 1),
        confidence=round(sum(w.confidence * len(w.text) for w in words) / letters, 3),
        sure=in_step(read, _sure(words), text),
        inked=all(w.inked for w in words),
        stamp=words[0].stamp,
        crossed=any(w.crossed for w in words),
        pieces=tuple(_line(piece, page, row, point) for piece in _pieces(words)) if parted else (),
    )


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    """Return what stands between the wide spaces of a line, nothing where it has none."""
    wide = WIDE_GAP * _height(words)
    cuts = [n for n, (a, b) in enumerate(pairwise(words), 1) if b.box[0] - a.box[2] >= wide]
    return [list(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])] if cuts else []


def _sure(words: Sequence[Word]) -> list[float]:
    """Return the confidence of each character of the words joined by spaces, empty when a word does not tell."""
    if any(len(word.sure) != len(word.text) for word in words):
        return []
    return [round(value, 3) for word in words for value in (1.0, *word.sure)][1:]


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)

"""Glyphs with places become lines of text: base lines, columns, stamps and dotted leaders. Pure geometry, no file in sight.

Lengths are points, y runs downward from the top of the page; an em is a glyph's font size. Text printed at a slant (a stamp)
is judged along its own base line.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter, sub

from workflow.core.reading import Box
from workflow.parsers.page import Line
from workflow.parsers.pdf_printed import Glyph, Style
from workflow.parsers.pdf_spaces import KERNED_GAP, RAISED, spaced_text
from workflow.parsers.thai_text import normalise

TAKEN_BACK = 0.05  # em that a glyph may stand behind the left of a space to have taken it back
COLUMN_GAP = 2.0  # em: wider is another column, narrower a space
FULL_LINE = 20.0  # em: a line as long as this is body text, whose justified spaces may be twice as wide
WIDE_GAP = 0.55  # em: as wide as a narrow gap between two columns
BASE_LINE = 0.3  # em: two glyphs nearer than this stand on one base line
_TITLE = 1.5  # times as large as the print beside it: a title, whose own spaces do not measure that
_BESIDE_TITLE = 0.4  # of the title's em: a space of its own is narrower; what stands so far off is another column
IN_COLUMNS = 3  # rows of several runs: fewer are no table
_CLUSTER = 4
_ASKEW = 0.06  # em beyond half its width by which the copy of a cluster may stand off it
_ALIKE = 0.1  # em by which a copy may that begins with a mark: a mark and a letter that come twice (ศิริราช) lie over one another by half
_LEADER = re.compile(r"(?:[.·…_][ ]?){4,}|(?:…[ ]?){2,}")
_CATCHWORD = re.compile(r"^\s*/|/[\s.…]*$")


Run = list[Glyph]


def lines_of(glyphs: Iterable[Glyph], page: int) -> tuple[Line, ...]:
    """Return the lines of one page, top to bottom and left to right; then each stamp's lines together, so that none cuts a sentence."""
    runs = [piece for run in _runs(glyphs) for piece in _without_leaders(_single(run))]
    rows = sorted(_rows(runs), key=_place)
    wide = WIDE_GAP if sum(len(row) > 1 for row in rows) >= IN_COLUMNS else None
    return tuple(_line(run, page, number, wide) for number, row in enumerate(rows) for run in row)


def text_of(glyphs: Iterable[Glyph]) -> str:
    """Return the text of glyphs that belong together, as a table's cell, rows joined by a space unless Thai merely ran on."""
    joined = "\n".join(line.text for line in lines_of(glyphs, 0))
    return normalise(re.sub(r"\s*\n", " ", re.sub(r"(?<=[ก-๎])\n(?=[ก-๎])|(?<=[A-Za-z]-)\n(?=[A-Za-z])", "", joined)))


def _runs(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """Cut the glyphs, in the order of the file, wherever the base line, the layer or the column changes."""
    run: Run = []
    right, printed, beside = 0.0, None, None  # of the glyph before
    for glyph in glyphs:
        char, left, edge, _, style, cell = glyph
        if run:
            # close behind one printed alike, as nearly all stand: told here, where a call would cost as much again
            close = style is printed and cell == beside and -style[0] < left - right < COLUMN_GAP * style[0]
            if not close and not _continues(run, glyph):
                yield run
                run = []
        if run or not char.isspace():
            run.append(glyph)
        right, printed, beside = edge, style, cell
    if run:
        yield run


def _continues(run: Run, glyph: Glyph) -> bool:
    before = run[-1]
    alike = before.style is glyph.style  # nearly always, and then quickly told
    if before.cell != glyph.cell or not (alike or (_same_layer(before, glyph) and _level(before, glyph))):
        return False
    em = before.style.size if alike else max(before.style.size, glyph.style.size)
    gap = glyph.left - before.right
    if not alike and gap > _BESIDE_TITLE * em and em > _TITLE * min(before.style.size, glyph.style.size):
        return False
    if not -em < gap < 2 * COLUMN_GAP * em:
        return False
    return gap < COLUMN_GAP * em or before.right - run[0].left > FULL_LINE * em


def _same_layer(one: Glyph, other: Glyph) -> bool:
    a, b = one.style, other.style
    return a.inked == b.inked and a.stamp == b.stamp and abs(a.angle - b.angle) < 0.01


def _level(one: Glyph, other: Glyph) -> bool:
    return abs(one.style.baseline - other.style.baseline) <= BASE_LINE * max(one.style.size, other.style.size)


def _single(run: Run) -> Run:
    """Drop a cluster that the file writes a second time for a glyph of its own (ทั่ทั่ว): the copy lies over the first.

    And a space that the next glyph takes back: where a word may break, not where one ends.
    """
    kept: Run = []
    skip = 0
    for at, glyph in enumerate(run):
        char, left, _, _, style, _ = glyph
        if skip:
            skip -= 1
        elif char == " " and at + 1 < len(run) and kept and _takes_back(run[at + 1], glyph, kept):
            continue
        elif kept and left < kept[-1][2] - 0.1 * style[0] and (n := _repeated(kept, run[at : at + 4])):
            skip = n - 1
        else:
            kept.append(glyph)
    return kept


def _takes_back(glyph: Glyph, space: Glyph, kept: Run) -> bool:
    """Whether a glyph stands where a space does; one that pdfium judged behind a mark, where nothing is wider than its letter."""
    at = space.left if space.right > space.left else max(g.right for g in kept[-_CLUSTER:])
    return glyph.left - at < TAKEN_BACK * space.style.size


def _repeated(kept: Run, ahead: Run) -> int:
    """Return how many glyphs ahead repeat the last ones at their place; 0 when none do.

    Letters but Thai in one box are the parts of a ligature (ff), each said once; slanted ones (รร) lie over half of one another.
    """
    if ahead[0].box == kept[-1].box and ahead[0].char < "ก":
        return 0
    for n in range(min(len(kept), len(ahead)), 0, -1):
        first, second = kept[-n:], ahead[:n]
        begins, wide, em = first[0].left, first[-1].right - first[0].left, first[0].style.size
        near = 0.3 * wide if n == 1 else _ALIKE * em if first[0].char in RAISED else wide / 2 + _ASKEW * em
        if second[0].left < begins + near and [g.char for g in first] == [g.char for g in second]:
            return n
    return 0


def _written_again(run: Run, piece: Run) -> int:
    """Return how many glyphs of a piece write a cluster again, for its raised mark, that the run holds already at that place."""
    if piece[0].left > run[-1].left:
        return 0
    for n in range(min(_CLUSTER, len(piece)), 1, -1):
        word = [g.char for g in piece[:n]]
        near = (at for at in range(len(run) - n) if run[at].left - 1 <= piece[0].left <= run[at + n - 1].right + 1)
        if word[-1] in RAISED and any([g.char for g in run[at : at + n]] == word for at in near):
            return n
    return 0


def _without_leaders(run: Run) -> Iterator[Run]:
    """Cut a run at dotted rules (ที่......วันที่......); a catchword (/๒.๒ ตัวชี้วัด...) keeps three of its dots."""
    text, start = "".join([g[0] for g in run]), 0
    catchword = "/" in text and _CATCHWORD.search(text) is not None
    for dots in _LEADER.finditer(text):
        kept = catchword * (1 if "…" in dots.group() else 3)
        yield from _printed(run[start : dots.start() + kept])
        start = dots.end()
    yield from _printed(run[start:])


def _printed(run: Run) -> Iterator[Run]:
    while run and run[-1].char.isspace():
        run = run[:-1]
    while run and run[0].char.isspace():
        run = run[1:]
    if run:
        yield run


def _rows(runs: list[Run]) -> Iterator[list[Run]]:
    """Gather the runs of one base line and layer, left to right, joining neighbours that only the file's order kept apart."""
    runs = sorted(runs, key=lambda r: (_layer(r[0]), r[0].style.baseline))
    row: list[Run] = []
    for run in runs:
        if row and not (_same_layer(row[0][0], run[0]) and _level(row[0][0], run[0])):
            yield list(_joined(row))
            row = []
        row.append(run)
    if row:
        yield list(_joined(row))


def _layer(glyph: Glyph) -> tuple[bool, int, float]:
    style = glyph.style
    return style.inked, -1 if style.stamp is None else style.stamp, round(style.angle, 2)


def _joined(row: list[Run]) -> Iterator[Run]:
    run: Run = []
    for piece in sorted(row, key=lambda r: r[0].left):
        if run and _same_print(run, piece):  # bold made by printing twice
            continue
        if run and (again := _written_again(run, piece)):
            piece = piece[again:]
        if not piece:
            continue
        if run and not _continues(run, piece[0]):
            yield run
            run = []
        run = run + piece
    yield run


def _same_print(run: Run, piece: Run) -> bool:
    tail = run[-len(piece) :]
    return [g.char for g in tail] == [g.char for g in piece] and abs(tail[0].left - piece[0].left) < 0.1 * piece[
        0
    ].style.size


def _place(row: list[Run]) -> tuple[float, ...]:
    """Return the sort key of a row: body by height; then stamps, each together, by the height of its frame."""
    style, top = row[0][0].style, min(run[0].box[1] for run in row)
    if style.stamp is None and abs(style.angle) < 0.01:
        return 0, style.baseline, row[0][0].left
    return 1, -1 if style.stamp is None else style.stamp, round(style.angle, 2), style.baseline, top


def _line(run: Run, page: int, row: int, wide: float | None = None) -> Line:
    chars, lefts, rights, boxes, styles, _ = zip(*run, strict=True)
    alike = styles.count(first := styles[0]) == len(styles)  # nearly always
    least = KERNED_GAP * (first.size if alike else min(style.size for style in styles))
    close = max(map(sub, lefts[1:], rights), default=0.0) <= least  # nowhere a gap that could be a space
    return Line(
        text=normalise("".join(chars) if close else spaced_text(run, least)),
        page=page,
        row=row,
        box=_around(boxes),
        size=round(first.size if alike else _usual_size(styles), 1),
        inked=first.inked,
        bold=first.bold if alike else sum(map(_IS_BOLD, styles)) * 2 > len(run),
        pieces=tuple(_line(piece, page, row) for piece in _pieces(run, wide * first.size)) if wide else (),
    )


def _pieces(run: Run, wide: float) -> list[Run]:
    """Return what stands between the wide spaces of a run, nothing where it has none."""
    solid = [n for n, glyph in enumerate(run) if not glyph[0].isspace()]
    cuts = [b for a, b in pairwise(solid) if run[b][1] - run[a][2] >= wide]
    return [piece for a, b in pairwise([0, *cuts, len(run)]) for piece in _printed(run[a:b])] if cuts else []


_IS_BOLD = attrgetter("bold")


def _usual_size(styles: Sequence[Style]) -> float:
    sizes = [style.size for style in styles]
    return sizes[0] if sizes.count(sizes[0]) * 2 > len(sizes) else Counter(sizes).most_common(1)[0][0]


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return round(min(left), 1), round(min(top), 1), round(max(right), 1), round(max(bottom), 1)


def turned(x: float, y: float, angle: float) -> tuple[float, float]:
    """Return where (x, y) lies along and across a base line that climbs at `angle` (y downward)."""
    cos, sin = math.cos(angle), math.sin(angle)
    return x * cos - y * sin, x * sin + y * cos

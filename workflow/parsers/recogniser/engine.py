"""The project's own recogniser behind the `Ocr` protocol: print first, then coloured ink (stamps, marks of urgency)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workflow.core.errors import UnreadableFile
from workflow.core.reading import Box
from workflow.parsers.recogniser.line_cuts import ABOVE, BELOW, HEIGHT, cut_of, find_lines
from workflow.parsers.recogniser.line_finder import FoundLine, rows_of
from workflow.parsers.recogniser.page_image import Grey, PageImage, open_page
from workflow.parsers.recogniser.recognise import MODEL, Letter, recognise
from workflow.parsers.scan import Word

LEAST_SURE = 0.6  # a line read worse is an emblem, a signature or dirt
WIDE_WHITE = 0.8  # bodies: no two letters of one word stand so far apart
LEAST_SURE_INK = 0.75  # pens are many, stamps few


def model_present() -> bool:
    """Return whether the trained model lies beside this module."""
    return MODEL.is_file()


@dataclass(frozen=True)
class OwnOcr:
    """Reads Thai official print, all ten Thai digits among it.

    Its digits stay doubtful until it meets the bars of reading (98 % of digit strings at 150 dpi on papers it was not tuned on):
    a doubt too many costs a look, a wrong number unseen costs trust.
    """

    name: str = "saraban lines 1"
    digits_trusted: bool = False

    def read(self, image: bytes, *, dpi: int) -> Sequence[Word]:
        """Return the words of a page picture, row by row from the top; UnreadableFile when it is no picture."""
        try:
            page = open_page(image)
        except ValueError as error:
            raise UnreadableFile("ภาพหน้านี้เปิดไม่ได้", next_step="สแกนหน้านี้ใหม่ แล้วอ่านอีกครั้ง") from error
        printed = _read(page.print, dpi, LEAST_SURE)
        if page.ink.min(initial=255) == 255:
            return list(_words(printed))
        ink = [line for line in _read(page.ink, dpi, LEAST_SURE_INK) if len(line.letters) > 1]
        return list(_words(_best([*printed, *ink], _read_crossed(page, dpi))))


@dataclass(frozen=True)
class _ReadLine:
    """A line and what the net reads in it."""

    line: FoundLine
    letters: Sequence[Letter]

    @property
    def sure(self) -> float:
        held = [x.confidence for x in self.letters if x.text.strip()]
        return sum(held) / len(held) if held else 0.0

    @property
    def gain(self) -> float:
        """How much is read, doubtful letters counting against it."""
        return sum(x.confidence - 0.6 for x in self.letters if x.text.strip())


def _read(grey: Grey, dpi: int, least: float, among: Grey | None = None) -> list[_ReadLine]:
    """Return the lines of a grey page read surely enough; with `among`, only those whose place holds some of its ink."""
    found = find_lines(grey, dpi=dpi)
    places = [n for n, line in enumerate(found.lines) if among is None or _inked(among, line)]
    read = recognise([cut_of(found, n) for n in places])
    lines = (_ReadLine(found.lines[n], letters) for n, letters in zip(places, read, strict=True))
    return [line for line in lines if line.sure >= least]


def _read_crossed(page: PageImage, dpi: int) -> list[_ReadLine]:
    """Read print and ink together where they meet: a stamp filled in with a black pen is neither alone."""
    return _read(np.minimum(page.print, page.ink), dpi, LEAST_SURE_INK, among=page.ink)


def _inked(ink: Grey, line: FoundLine) -> bool:
    left, top, right, bottom = (max(0, round(v)) for v in line.box)
    part = ink[top:bottom, left:right]
    return bool(part.size) and float((part < 200).mean()) > 0.01


def _best(apart: list[_ReadLine], together: list[_ReadLine]) -> list[_ReadLine]:
    """Take a line read together when it says more than all that was read apart in its place."""
    for line in together:
        under = [other for other in apart if _covers(line.line, other.line)]
        if line.gain > sum(max(0.0, other.gain) for other in under) * 1.02:
            apart = [*(other for other in apart if other not in under), line]
    return apart


def _covers(a: FoundLine, b: FoundLine) -> bool:
    (left, top, right, bottom), (x0, y0, x1, y1) = a.box, b.box
    shared = max(0.0, min(right, x1) - max(left, x0)) * max(0.0, min(bottom, y1) - max(top, y0))
    return shared > 0.3 * min((right - left) * (bottom - top), (x1 - x0) * (y1 - y0))


def _words(read: list[_ReadLine]) -> Iterator[Word]:
    for row, places in enumerate(rows_of([line.line for line in read])):
        for column, place in enumerate(places):
            yield from _split(read[place], row, column)


def _split(read: _ReadLine, row: int, column: int) -> Iterator[Word]:
    """Cut at the spaces the net read and at white too wide to be anything else."""
    line, white = read.line, _white(read.line)
    word: list[Letter] = []
    for letter in [*read.letters, Letter(" ", 0, 1)]:
        apart = word and any(word[-1].at < gap <= letter.at for gap in white)
        if word and (apart or letter.text.isspace()):
            yield Word(
                "".join(x.text for x in word),
                _box(line, word),
                row,
                sum(x.confidence for x in word) / len(word),
                column,
                tuple(x.confidence for x in word),
            )
            word = []
        if not letter.text.isspace():
            word.append(letter)


def _white(line: FoundLine) -> list[float]:
    """Return where wide white lies between letters, in pixels of the cut."""
    scale, start = HEIGHT / ((ABOVE + BELOW) * line.body), line.left - 0.5 * line.body
    held, right = [], 0.0
    for box in sorted([*line.boxes, *line.marks]):
        if right and box[0] - right > WIDE_WHITE * line.body:
            held.append(((right + box[0]) / 2 - start) * scale)
        right = max(right, box[2])
    return held


def _box(line: FoundLine, word: Sequence[Letter]) -> Box:
    scale = (ABOVE + BELOW) * line.body / HEIGHT
    left = line.left - 0.5 * line.body
    first, last = left + word[0].at * scale, left + word[-1].at * scale
    _, top, _, bottom = line.box
    return max(0.0, first - 0.35 * line.body), top, max(first, last) + 0.35 * line.body, bottom

"""Reads a page picture: receipt stamps by their frames first, then print, then the coloured ink that is left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from workflow.core.reading import Box
from workflow.parsers.recogniser.line_finder import FoundLine, rows_of
from workflow.parsers.recogniser.page_image import Grey, PageImage
from workflow.parsers.recogniser.read_lines import ReadLine, read_lines, words_of
from workflow.parsers.recogniser.rules import ruling_lines
from workflow.parsers.recogniser.stamp_reader import StampRow, is_receipt, read_stamp
from workflow.parsers.recogniser.stamps import Frame, LittlePage, frames_of, little_page
from workflow.parsers.scan import Word

LEAST_SURE = 0.6  # a line read worse is an emblem, a signature or dirt
LEAST_SURE_INK = 0.75  # pens are many, stamps few
_INK = 190  # darker is a stroke of ink, paler what the parting of colours left
_DARK, _NOISE = 200, 0.45  # more of a page dark than any print or picture on it makes
_VEIL = 1 / 3  # of the ink that is left over print
_MARKS = 0.5  # bodies: so high stand marks over letters
_TRACE = 0.25  # bodies: ink within this square is dust or a neighbour's edge
_INSIDE = 0.8  # of a line's area within a stamp's frame: the line belongs to the stamp


@dataclass(frozen=True)
class _Stamp:
    """A receipt stamp: its little page and the rows read in it; `inked` when its frame is coloured."""

    little: LittlePage
    rows: Sequence[StampRow]
    inked: bool


def read_page(page: PageImage, dpi: int) -> list[Word]:
    """Return the words of a page, row by row from the top, and behind them its ruling lines; nothing of a page that is noise."""
    if is_noise(page.whole):
        return []
    stamps = _once([*_stamps(page, page.ink, dpi, inked=True), *_stamps(page, page.print, dpi, inked=False)])
    coloured = page.ink
    page = _without(page, [stamp.little.frame for stamp in stamps if stamp.inked], dpi)
    printed = [line for line in read_lines(page.print, dpi, LEAST_SURE) if not _stamped(line, stamps)]
    if _written(page.ink, dpi):
        ink = [x for x in read_lines(page.ink, dpi, LEAST_SURE_INK, inked=True) if len(x.letters) > 1]
        printed += ink
        for together in _about_ink(page, dpi):
            crossed = read_lines(together, dpi, LEAST_SURE_INK, among=page.ink)
            printed = _best(printed, [line for line in crossed if not _stamped(line, stamps)])
    rules = [Word("", box, 0, 0.0, ruled=True) for box in ruling_lines(page.print, dpi)]
    return [*_in_rows([*_rows(printed, coloured), *_stamp_rows(stamps)]), *rules]


def is_noise(grey: Grey) -> bool:
    """Whether more of a page is dark than any print or picture on it makes."""
    return float((grey < _DARK).mean()) > _NOISE


def _stamps(page: PageImage, grey: Grey, dpi: int, *, inked: bool) -> Iterator[_Stamp]:
    """Yield the receipt stamps among the frames of print or of ink; what was filled in may be the other one."""
    if grey.min(initial=255) == 255:
        return
    pictures = (page.ink, page.whole) if inked else (page.whole,)
    for frame in frames_of(grey, dpi):
        little = little_page(frame, dpi)
        rows = read_stamp(little, pictures)
        if is_receipt(rows):
            yield _Stamp(little, rows, inked)


def _once(stamps: Sequence[_Stamp]) -> list[_Stamp]:
    """Leave out a stamp whose frame was seen before: dark ink leaves a frame in the print too."""
    held: list[_Stamp] = []
    for stamp in stamps:
        if not any(one_place(stamp.little.frame, other.little.frame) for other in held):
            held.append(stamp)
    return held


def one_place(one: Frame, other: Frame) -> bool:
    """Whether two frames lie over each other by more than half of the smaller one."""
    (left, top, right, bottom), (x0, y0, x1, y1) = one.box, other.box
    shared = max(0.0, min(right, x1) - max(left, x0)) * max(0.0, min(bottom, y1) - max(top, y0))
    return shared > 0.5 * min((right - left) * (bottom - top), (x1 - x0) * (y1 - y0))


def _without(page: PageImage, frames: Iterable[Frame], dpi: int) -> PageImage:
    """Return the page with the ink of these frames taken off."""
    ink, grow = page.ink.copy(), 0.04 * dpi
    for frame in frames:
        size = frame.size[0] + grow, frame.size[1] + grow
        cv2.fillPoly(ink, [cv2.boxPoints((frame.middle, size, frame.turn)).astype(np.int32)], 255)
    return replace(page, ink=ink)


def _written(ink: Grey, dpi: int) -> bool:
    """Whether there is more than the trace of a stroke."""
    return int((ink < _INK).sum()) > (dpi / 20) ** 2


def _about_ink(page: PageImage, dpi: int) -> Iterator[Grey]:
    """Yield print under a veil of ink, then all the ink with it, where there is ink; white elsewhere: nobody need read the rest twice.

    Where ink crosses print, parting them leaves gaps in coarse scans; under a veil the print is whole and still stands out.
    What a pen filled into print is read with all its ink.
    """
    inked = np.asarray((page.ink < _INK).any(axis=1), np.uint8)
    rows = cv2.dilate(inked.reshape(-1, 1), np.ones((dpi // 2 | 1, 1), np.uint8))
    veiled = cv2.addWeighted(page.print, 1 - _VEIL, page.whole, _VEIL, 0)
    for together in (veiled, page.whole):
        yield np.where(rows > 0, together, 255).astype(np.uint8)


def _stamped(line: ReadLine, stamps: Sequence[_Stamp]) -> bool:
    """Whether a line is what a stamp was filled in with: it stands in the frame at the place of one of its rows."""
    return any(
        _share(line.line.box, stamp.little.frame.box) > _INSIDE
        and any(_share(line.line.box, stamp.little.on_page(row.line.box)) > 0.4 for row in stamp.rows if row.kept)
        for stamp in stamps
    )


def _share(box: Box, within: Box) -> float:
    """Return the share of a box that lies within another."""
    across = max(0.0, min(box[2], within[2]) - max(box[0], within[0]))
    down = max(0.0, min(box[3], within[3]) - max(box[1], within[1]))
    return across * down / max(1.0, (box[2] - box[0]) * (box[3] - box[1]))


def _best(apart: list[ReadLine], together: Iterable[ReadLine]) -> list[ReadLine]:
    """Take a line read together when it says more than all that was read apart in its place."""
    for line in together:
        under = [other for other in apart if _covers(line.line, other.line)]
        if line.gain > sum(max(0.0, other.gain) for other in under) * 1.02:
            apart = [*(other for other in apart if other not in under), line]
    return apart


def _covers(a: FoundLine, b: FoundLine) -> bool:
    return max(_share(a.box, b.box), _share(b.box, a.box)) > 0.3


def _rows(read: Sequence[ReadLine], ink: Grey) -> Iterator[tuple[float, list[Word]]]:
    for places in rows_of([line.line for line in read]):
        words = [
            replace(word, crossed=not word.inked and _crossed(ink, word.box, read[place].line.body))
            for column, place in enumerate(places)
            for word in words_of(read[place], 0, column)
        ]
        yield sum(read[n].line.base for n in places) / len(places), words


def _crossed(ink: Grey, box: Box, body: float) -> bool:
    """Whether coloured ink, more than the trace of a stroke, lies where the letters of a word and the marks over them do."""
    left, top, right, bottom = (max(0, round(v)) for v in (box[0], box[1] - _MARKS * body, box[2], box[3]))
    return int((ink[top:bottom, left:right] < _INK).sum()) > (_TRACE * body) ** 2


def _stamp_rows(stamps: Sequence[_Stamp]) -> Iterator[tuple[float, list[Word]]]:
    """Yield each row of a stamp as one word: its label and its value are one line, however far apart they stand."""
    for number, stamp in enumerate(stamps):
        for row in stamp.rows:
            if text := row.text.strip():
                sure = tuple(x.confidence for x in row.letters)
                start = len(row.text) - len(row.text.lstrip())
                sure = sure[start : start + len(text)]
                box = stamp.little.on_page(row.line.box)
                yield box[3], [Word(text, box, 0, sum(sure) / len(sure), 0, sure, stamp.inked, number)]


def _in_rows(rows: Iterable[tuple[float, list[Word]]]) -> list[Word]:
    """Number the rows from the top."""
    held = sorted((row for row in rows if row[1]), key=lambda row: row[0])
    return [replace(word, line=n) for n, (_, words) in enumerate(held) for word in words]

"""Reads the lines of a grey page, and cuts what is read into words with their places."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from workflow.core.reading import Box
from workflow.parsers.recogniser.bridges import bridges, holes_of, with_hidden
from workflow.parsers.recogniser.code_brackets import bracketed
from workflow.parsers.recogniser.line_cuts import ABOVE, BELOW, HEIGHT, FoundPage, cut_of, find_lines, place_in_cut
from workflow.parsers.recogniser.line_finder import FoundLine
from workflow.parsers.recogniser.list_signs import with_signs
from workflow.parsers.recogniser.margins import without_strays
from workflow.parsers.recogniser.page_image import Grey
from workflow.parsers.recogniser.parting_signs import with_parting_signs
from workflow.parsers.recogniser.recognise import Letter, letters_of, mean_confidence, probabilities, text_of
from workflow.parsers.recogniser.search import search
from workflow.parsers.recogniser.second_choice import settled
from workflow.parsers.recogniser.stamp_grammar import page_number_grammar
from workflow.parsers.scan import Word

_THAI, _ARABIC = "๐๑๒๓๔๕๖๗๘๙", "0123456789"
_FIGURE = re.compile(rf"[{_THAI}{_ARABIC}]+(?:[.,/:-]?[{_THAI}{_ARABIC}]+)*")
_MIXED = 0.5  # as sure as a digit can be among digits of the other kind
# what the net reads for a dash wider than it knows, and for the dot between digits with a speck beside it
_TWICE = re.compile(rf"(?<!-)-(?=-(?!-))|(?<=[{_THAI}{_ARABIC}]),(?=\.[{_THAI}{_ARABIC}])")
_TOP = 0.17  # of the page's height: page numbers stand above
_PAGE_NUMBER_COST = 6.5  # natural logarithm: a hyphen or two that the net overlooked


@dataclass(frozen=True)
class ReadLine:
    """A line, what the net reads in it, and whether it is written in coloured ink alone."""

    line: FoundLine
    letters: Sequence[Letter]
    inked: bool = False

    @property
    def text(self) -> str:
        """Its letters."""
        return text_of(self.letters)

    @property
    def sure(self) -> float:
        """The mean confidence of its letters."""
        return mean_confidence(self.letters)

    @property
    def gain(self) -> float:
        """How much is read, doubtful letters counting against it."""
        return sum(x.confidence - 0.6 for x in self.letters if x.text.strip())


def read_lines(grey: Grey, dpi: int, least: float, *, inked: bool = False, among: Grey | None = None) -> list[ReadLine]:
    """Return the lines of a grey page read surely enough; with `among`, only those whose place holds some of its ink."""
    found = with_hidden(find_lines(grey, dpi=dpi))
    kept = without_strays(found.lines, found.walls, grey.shape[1], dpi)
    places = [n for n in kept if among is None or _holds_ink(among, found.lines[n])]
    understood = letters_of if inked else settled  # what pens write is seldom a word of the list
    top = _TOP * grey.shape[0]
    read = {
        n: ReadLine(
            found.lines[n],
            _page_number(found.lines[n], sure, top) or doubting_mixed(read_once(bracketed(understood(sure), sure))),
            inked,
        )
        for n, sure in zip(places, probabilities([cut_of(found, n) for n in places]), strict=True)
    }
    lines = list(read.values()) if inked else _bridged(_with_signs(read, found), found)
    return [line for line in lines if line.sure >= least]


def _with_signs(read: Mapping[int, ReadLine], found: FoundPage) -> dict[int, ReadLine]:
    """Return the lines with the signs between words and before entries of lists that the net does not know."""
    for seen in (with_parting_signs, with_signs):
        letters = seen(found, {n: line.letters for n, line in read.items()})
        read = {n: replace(line, letters=letters.get(n, line.letters)) for n, line in read.items()}
    return dict(read)


def _bridged(read: Mapping[int, ReadLine], found: FoundPage) -> list[ReadLine]:
    """Return the lines, those that say more when they are read as one over a stroke of the pen made one."""
    held = dict(read)
    joined = [bridge for bridge in bridges(found) if all(n in read for n in bridge.places)]
    cuts = [cut_of(bridge.page, len(found.lines)) for bridge in joined]
    for bridge, sure in zip(joined, probabilities(cuts), strict=True):
        line = ReadLine(bridge.page.lines[-1], doubting_mixed(settled(sure)))
        if line.gain > 1.02 * sum(max(0.0, read[n].gain) for n in bridge.places):
            held = {n: other for n, other in held.items() if n not in bridge.places} | {bridge.places[0]: line}
    return [held[n] for n in sorted(held)]


def _page_number(line: FoundLine, sure: NDArray[np.float32], top: float) -> Sequence[Letter]:
    """Return the letters of a page number, too small a line for the net to make sense of; none for any other line, or under `top`."""
    if line.base > top or line.right - line.left > 7 * line.body:
        return ()
    letters = letters_of(sure)
    if sum(not x.text.isspace() for x in letters) > 5 or not any(x.text in "-–—" for x in letters):
        return ()
    found = search(sure, page_number_grammar())
    return found.letters if found and found.cost < _PAGE_NUMBER_COST else ()


def read_once(letters: Sequence[Letter]) -> list[Letter]:
    """Return the letters without those read twice for one sign: a wide dash, a dot with a speck before it."""
    text = text_of(letters)
    gone = {found.start() for found in _TWICE.finditer(text)} if len(text) == len(letters) else set()
    return [letter for n, letter in enumerate(letters) if n not in gone]


def doubting_mixed(letters: Sequence[Letter]) -> list[Letter]:
    """Return the letters, doubting digits of the rarer kind where one figure mixes Thai and Arabic ones."""
    text = "".join(x.text for x in letters)
    held = list(letters)
    for figure in _FIGURE.finditer(text):
        thai = [n for n in range(*figure.span()) if text[n] in _THAI]
        arabic = [n for n in range(*figure.span()) if text[n] in _ARABIC]
        if thai and arabic:
            for n in min(thai, arabic, key=len):
                held[n] = replace(held[n], confidence=min(held[n].confidence, _MIXED))
    return held


def _holds_ink(ink: Grey, line: FoundLine) -> bool:
    left, top, right, bottom = (max(0, round(v)) for v in line.box)
    part = ink[top:bottom, left:right]
    return bool(part.size) and float((part < 200).mean()) > 0.01


def words_of(read: ReadLine, row: int, column: int) -> Iterator[Word]:
    """Cut at the spaces the net read and at white too wide to be anything else."""
    line, white = read.line, _white(read.line)
    word: list[Letter] = []
    for letter in [*read.letters, Letter(" ", 0, 1)]:
        apart = word and any(word[-1].at < gap <= letter.at for gap in white)
        if word and (apart or letter.text.isspace()):
            sure = tuple(x.confidence for x in word)
            text = "".join(x.text for x in word)
            yield Word(text, _box(line, word), row, sum(sure) / len(sure), column, sure, read.inked)
            word = []
        if not letter.text.isspace():
            word.append(letter)


def _white(line: FoundLine) -> list[float]:
    """Return where wide white lies between letters, in pixels of the cut."""
    return [place_in_cut(line, (left + right) / 2) for left, right in holes_of(line)]


def _box(line: FoundLine, word: Sequence[Letter]) -> Box:
    scale = (ABOVE + BELOW) * line.body / HEIGHT
    left = line.left - 0.5 * line.body
    first, last = left + word[0].at * scale, left + word[-1].at * scale
    _, top, _, bottom = line.box
    return max(0.0, first - 0.35 * line.body), top, max(first, last) + 0.35 * line.body, bottom

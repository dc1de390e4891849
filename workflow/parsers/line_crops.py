"""Cuts the printed line at a place out of a page picture, exactly as the recogniser cuts it, with what the recogniser reads there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workflow.core.reading import Box
from workflow.parsers.page_pictures import PagePicture
from workflow.parsers.recogniser.line_cuts import cut_of, find_lines
from workflow.parsers.recogniser.line_finder import FoundLine
from workflow.parsers.recogniser.page_image import Grey, open_page
from workflow.parsers.recogniser.recognise import Letter, recognise

SHARED = 0.5  # of the place's height: less is the neighbour's line


@dataclass(frozen=True)
class LineCrop:
    """A line as the recogniser sees it (48 pixels high), its letters, and its box in points."""

    grey: Grey
    letters: tuple[Letter, ...]
    box: Box

    @property
    def text(self) -> str:
        """What the recogniser reads."""
        return "".join(letter.text for letter in self.letters)

    @property
    def sure(self) -> float:
        """Its mean confidence."""
        held = [letter.confidence for letter in self.letters if letter.text.strip()]
        return sum(held) / len(held) if held else 0.0


def crops_at(picture: PagePicture, place: Box) -> list[LineCrop]:
    """Return the lines of a scanned page that a place (points) covers, top to bottom; print, ink or both, whichever is read surest."""
    page = open_page(picture.png)
    layers = [page.print]
    if page.ink.min(initial=255) < 255:
        layers += [page.ink, np.minimum(page.print, page.ink)]
    read = [list(_crops(layer, picture.dpi, place)) for layer in layers]
    return max(read, key=lambda crops: (sum(crop.sure for crop in crops) / len(crops)) if crops else 0.0)


def _crops(layer: Grey, dpi: int, place: Box) -> Iterator[LineCrop]:
    found = find_lines(layer, dpi=dpi)
    point = 72 / dpi
    covered = [n for n, line in enumerate(found.lines) if _covers(place, _points(line, point))]
    cuts = [cut_of(found, n) for n in covered]
    for n, grey, letters in zip(covered, cuts, _read(cuts), strict=True):
        yield LineCrop(grey, tuple(letters), _points(found.lines[n], point))


def _read(cuts: Sequence[Grey]) -> list[list[Letter]]:
    return recognise(cuts) if cuts else []


def _points(line: FoundLine, point: float) -> Box:
    left, top, right, bottom = line.box
    return left * point, top * point, right * point, bottom * point


def _covers(place: Box, line: Box) -> bool:
    across = min(place[2], line[2]) - max(place[0], line[0])
    down = min(place[3], line[3]) - max(place[1], line[1])
    height = min(place[3] - place[1], line[3] - line[1])
    return across > 0 and down > SHARED * height

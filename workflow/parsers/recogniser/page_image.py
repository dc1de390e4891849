"""A page picture made ready: print and coloured ink apart, paper made white, lines made level."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.holes import without_holes
from workflow.parsers.recogniser.register import in_register
from workflow.parsers.recogniser.skew import skew_of
from workflow.parsers.recogniser.streaks import Grey as Grey
from workflow.parsers.recogniser.streaks import without_streaks

CHROMA = 28  # between channels, the neighbours averaged: a page that nowhere reaches it bears no coloured ink
PRINT, INK = (
    0.12,
    0.30,
)  # colour against darkness about a pixel: less is print (JPEG bleeds colour into it), more is coloured ink
_ABOUT = 0.012  # inches: as far as JPEG smears colour
_PALE = 20  # darkness that paper and noise reach
_LEVEL = 0.05  # degrees: less is no turn
# a scan in a PDF is drawn as its pixels lie, whichever way its camera says it was held
COLOURS = cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
_LEAST = 16  # pixels: a picture measured at an eighth of its size must have more than one


@dataclass(frozen=True)
class PageImage:
    """Three grey pictures of one page, white paper and dark marks, turned level by `skew` degrees: print, coloured ink, all of it."""

    print: Grey
    ink: Grey
    whole: Grey
    skew: float


def open_page(image: bytes, dpi: int = 200) -> PageImage:
    """Decode, whiten, clear of streaks and holes, split and level a picture file; ValueError when it is no picture."""
    clean = cleared(_decoded(image), dpi)
    printed, ink = split(clean, dpi)
    skew = skew_of(printed)
    level = turn(printed, skew)
    rows = np.flatnonzero(ink.min(1) < 255)
    if not len(rows):
        return PageImage(level, ink, level, skew)
    whole = np.asarray(cv2.cvtColor(clean, cv2.COLOR_BGR2GRAY), np.uint8)
    part = _reached(int(rows[0]), int(rows[-1]), skew, ink.shape)  # elsewhere there is no ink, and all of it is print
    inks, wholes = np.full(ink.shape, 255, np.uint8), level.copy()
    inks[part], wholes[part] = turn(ink, skew, part), turn(whole, skew, part)
    return PageImage(level, inks, wholes, skew)


def _reached(top: int, bottom: int, angle: float, shape: tuple[int, ...]) -> slice:
    """Return the rows that may hold something of these rows once the page is turned."""
    height, width = shape[:2]
    moved = np.sin(np.deg2rad(abs(angle))) * width / 2 + (1 - np.cos(np.deg2rad(angle))) * height / 2
    margin = int(np.ceil(moved)) + 2
    return slice(max(0, top - margin), min(height, bottom + 1 + margin))


def _decoded(image: bytes) -> Grey:
    """Return the picture of a file; white is added where it has hardly a pixel in one direction: nothing to read, too little to measure."""
    colours = cv2.imdecode(np.frombuffer(image, np.uint8), COLOURS)
    if colours is None:
        raise ValueError("not a picture")
    down, right = (max(0, _LEAST - side) for side in colours.shape[:2])
    if down or right:
        colours = cv2.copyMakeBorder(colours, 0, down, 0, right, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    return np.asarray(colours, np.uint8)


def levelled(image: bytes, dpi: int = 200) -> Grey:
    """Return the page in colour, turned as `open_page` turns it, so that places of lines hold on it; ValueError when it is no picture."""
    whole = _decoded(image)
    return turn(whole, skew_of(split(cleared(whole, dpi), dpi)[0]))


def cleared(colours: Grey, dpi: int) -> Grey:
    """Return the page on white paper, without what scanner and punch did to it."""
    return without_holes(without_streaks(whiten(colours), dpi), dpi)


def split(colours: Grey, dpi: int = 200) -> tuple[Grey, Grey]:
    """Return print and coloured ink, each on white.

    JPEG keeps darkness sharp and colour coarse, so each pixel's darkness is shared out between the two by the colour around it;
    print under ink is dark but hardly coloured, and stays.
    """
    grey = np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY), np.uint8)
    ink = np.full(grey.shape, 255, np.uint8)
    small = np.asarray(cv2.resize(colours, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)
    chroma = _chroma(small, _ABOUT * dpi / 2)
    rows = np.flatnonzero((chroma > CHROMA).sum(1) > 1)
    if len(rows) < 3:
        return grey, ink
    if (together := in_register(colours)) is not None:
        return split(together, dpi)
    top, bottom = max(0, int(rows[0]) - 8), min(len(small), int(rows[-1]) + 8)
    band = slice(2 * top, grey.shape[0] if bottom == len(small) else 2 * bottom)
    share = _share(chroma[top:bottom], small[top:bottom], _ABOUT * dpi / 2)
    dark = 255 - grey[band]
    share = np.asarray(cv2.resize(share, (dark.shape[1], dark.shape[0]), interpolation=cv2.INTER_LINEAR), np.float32)
    least = cv2.min(cv2.min(*cv2.split(colours[band])[:2]), colours[band][:, :, 2])
    ink[band] = 255 - (255 - least) * share
    printed = grey.copy()
    printed[band] = 255 - dark * (1 - share)
    return printed, ink


def _chroma(colours: Grey, about: float) -> NDArray[np.float32]:
    """Return how far the channels lie apart, each difference averaged first so that noise cancels."""
    blue, green, red = cv2.split(colours)
    apart = (cv2.subtract(channel, green, dtype=cv2.CV_32F) for channel in (blue, red))
    one, other = (cv2.GaussianBlur(channel, (0, 0), about) for channel in apart)
    return np.asarray(cv2.max(cv2.max(cv2.absdiff(one, other), np.abs(one)), np.abs(other)), np.float32)


def _share(chroma: NDArray[np.float32], colours: Grey, about: float) -> NDArray[np.float32]:
    """Return how much of the darkness about each pixel is coloured ink, 0 to 1."""
    grey = np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY), np.float32)
    dark = np.maximum(255 - _PALE - grey, 0)
    ratio = chroma / (cv2.GaussianBlur(dark, (0, 0), about) + 4)
    return np.asarray(np.clip((ratio - PRINT) / (INK - PRINT), 0, 1), np.float32)


def whiten(picture: Grey) -> Grey:
    """Divide by the paper's own shade and tint, so that neither a shadow in the fold nor yellowed paper counts as ink."""
    small = cv2.resize(picture, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), (0, 0), 5)
    paper = cv2.resize(np.maximum(paper, 60), (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(picture, paper, scale=252), np.uint8)


def turn(grey: Grey, angle: float, rows: slice | None = None) -> Grey:
    """Return the picture, or some of its rows, turned by `angle` degrees, its new corners white."""
    height, width = grey.shape[:2]
    first, stop, _ = (rows or slice(None)).indices(height)
    if abs(angle) < _LEVEL:
        return grey[first:stop]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    matrix[1, 2] -= first
    size = (width, stop - first)
    return np.asarray(cv2.warpAffine(grey, matrix, size, flags=cv2.INTER_LINEAR, borderValue=(255,) * 3), np.uint8)

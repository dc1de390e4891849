"""A page picture made ready: print and coloured ink apart, paper made white, lines made level."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
CHROMA = (
    55  # a pixel whose channels differ by more is coloured ink; print and paper stay well under it, JPEG noise included
)
DARK = 90  # a coloured pixel darker than this in every channel is print with ink over it
MOST_SKEW = 4.0  # degrees


@dataclass(frozen=True)
class PageImage:
    """Two grey pictures of one page, white paper and dark marks, turned level by `skew` degrees."""

    print: Grey
    ink: Grey
    skew: float


def open_page(image: bytes) -> PageImage:
    """Decode, split, whiten and level a PNG or JPEG; ValueError when it is no picture."""
    colours = cv2.imdecode(np.frombuffer(image, np.uint8), cv2.IMREAD_COLOR)
    if colours is None:
        raise ValueError("not a picture")
    printed, ink = split(np.asarray(colours, np.uint8))
    printed = whiten(printed)
    skew = skew_of(printed)
    return PageImage(turn(printed, skew), turn(ink, skew), skew)


def levelled(image: bytes) -> Grey:
    """Return the page in colour, turned as `open_page` turns it, so that places of lines hold on it; ValueError when it is no picture."""
    colours = cv2.imdecode(np.frombuffer(image, np.uint8), cv2.IMREAD_COLOR)
    if colours is None:
        raise ValueError("not a picture")
    whole = np.asarray(colours, np.uint8)
    return turn(whole, skew_of(whiten(split(whole)[0])))


def split(colours: Grey) -> tuple[Grey, Grey]:
    """Return print and coloured ink, each on white."""
    blue, green, red = cv2.split(colours)
    most, least = np.maximum(np.maximum(blue, green), red), np.minimum(np.minimum(blue, green), red)
    grey = np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY), np.uint8)
    coloured = ((most.astype(np.int16) - least) > CHROMA) & (most > DARK)
    if not coloured.any():
        return grey, np.full(most.shape, 255, np.uint8)
    wide = cv2.dilate(coloured.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool) & (most > DARK)
    return np.where(wide, 255, grey).astype(np.uint8), np.where(wide, least, 255).astype(np.uint8)


def whiten(grey: Grey) -> Grey:
    """Divide by the paper's own shade, so that a shadow in the fold does not count as ink."""
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), (0, 0), 5)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(paper, 60), scale=252), np.uint8)


def skew_of(grey: Grey) -> float:
    """Return the turn, in degrees, that makes rows of ink sharpest; 0 for a page with hardly any ink."""
    scale = 700 / max(grey.shape)
    small = np.asarray(cv2.resize(255 - grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    small[small < 40] = 0
    if int((small > 0).sum()) < 200:
        return 0.0
    best = max(np.arange(-MOST_SKEW, MOST_SKEW + 0.01, 0.5), key=lambda a: _sharpness(small, float(a)))
    fine = np.arange(best - 0.5, best + 0.51, 0.1)
    return round(float(max(fine, key=lambda a: _sharpness(small, float(a)))), 2)


def _sharpness(small: Grey, angle: float) -> float:
    rows = _rotate(small, angle, 0).sum(1, dtype=np.float64)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def turn(grey: Grey, angle: float) -> Grey:
    """Return the picture turned by `angle` degrees, its new corners white."""
    return grey if abs(angle) < 0.05 else _rotate(grey, angle, 255)


def _rotate(grey: Grey, angle: float, paper: int) -> Grey:
    height, width = grey.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.asarray(
        cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(paper,) * 3), np.uint8
    )

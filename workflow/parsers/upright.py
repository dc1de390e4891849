"""Pages that were laid on the glass upside down or sideways: found by how badly they read, turned, and read again.

An upright page costs nothing: what was read of it tells that it is one. Only where hardly a letter is sure are the longest lines of
the page tried the other three ways round; in doubt a page stays as it is.
"""

from collections.abc import Sequence

import cv2
import numpy as np

from workflow.parsers.limits import allow_page
from workflow.parsers.recogniser.engine import model_present
from workflow.parsers.recogniser.line_cuts import cut_of, find_lines
from workflow.parsers.recogniser.page_image import COLOURS, Grey, cleared, split, turn
from workflow.parsers.recogniser.page_reader import is_noise
from workflow.parsers.recogniser.recognise import letters_of, probabilities
from workflow.parsers.recogniser.skew import skew_of
from workflow.parsers.scan import Ocr, Picture, Word, picture_from

TURNS = {180: cv2.ROTATE_180, 90: cv2.ROTATE_90_CLOCKWISE, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}  # degrees clockwise
_SURE = 0.9  # a letter read right; of turned print hardly one in three looks like any
_READS = 0.75  # of the letters sure: the page is upright, however poor the scan
_SAMPLE = 8  # lines: the longest ones are print, not dirt or a stamp
_FEW = 20  # letters: they tell no side
_DARKER, _INK = 50, 0.0005  # grey levels under the paper; share of the page that a few letters make dark
_BETTER = 2  # times the sure letters that the page gave as it lay


def read_upright(picture: Picture, ocr: Ocr) -> tuple[Picture, Sequence[Word], int]:
    """Return the page upright, what is read of it, and by how many degrees it was turned clockwise: 0, 90, 180 or 270."""
    words = ocr.read(picture.image, dpi=picture.dpi)
    sure, letters = _sure_letters(words)
    if sure >= max(_FEW, _READS * letters):
        return picture, words, 0
    degrees = turn_of(picture)
    if not degrees:
        return picture, words, 0
    upright = turned(picture, degrees)
    again = ocr.read(upright.image, dpi=picture.dpi)
    if _sure_letters(again)[0] < max(_FEW, _BETTER * sure):
        return picture, words, 0
    return upright, again, degrees


def _sure_letters(words: Sequence[Word]) -> tuple[int, int]:
    """Return how many letters were read surely, and how many were read."""
    held = [sure for word in words for sure in word.sure or (word.confidence,) * len(word.text)]
    return sum(sure > _SURE for sure in held), len(held)


def turn_of(picture: Picture) -> int:
    """Return the turn, in degrees clockwise, by which the longest lines of a page that does not read as it lies read well; 0 when none does."""
    colours = _pixels(picture)
    if colours is None or not model_present() or _is_blank(colours):
        return 0
    printed = split(cleared(colours, picture.dpi), picture.dpi)[0]
    if is_noise(printed):
        return 0
    return next((degrees for degrees, how in TURNS.items() if _reads(cv2.rotate(printed, how), picture.dpi)), 0)


def _is_blank(colours: Grey) -> bool:
    """Whether a page bears no more ink than a few letters: the back of a sheet."""
    green = colours[::2, ::2, 1]
    return float((green < float(np.median(green)) - _DARKER).mean()) < _INK


def _reads(printed: cv2.typing.MatLike, dpi: int) -> bool:
    """Whether the longest lines of a page are letters, as the net sees it."""
    allow_page()  # a try costs no more than a reading
    grey = np.asarray(printed, np.uint8)
    found = find_lines(turn(grey, skew_of(grey)), dpi=dpi)
    longest = sorted(range(len(found.lines)), key=lambda n: found.lines[n].left - found.lines[n].right)[:_SAMPLE]
    read = [x for sure in probabilities([cut_of(found, n) for n in longest]) for x in letters_of(sure)]
    letters = [x.confidence for x in read if x.text.strip()]
    sure = sum(confidence > _SURE for confidence in letters)
    return sure >= max(_FEW, _READS * len(letters))


def turned(picture: Picture, degrees: int) -> Picture:
    """Return the page turned clockwise; as it is when it is no picture or is not to be turned."""
    colours = _pixels(picture)
    if colours is None or degrees not in TURNS:
        return picture
    upright = cv2.cvtColor(cv2.rotate(colours, TURNS[degrees]), cv2.COLOR_BGR2RGB)
    return picture_from(np.asarray(upright, np.uint8), picture.dpi)


def _pixels(picture: Picture) -> Grey | None:
    held = cv2.imdecode(np.frombuffer(picture.image, np.uint8), COLOURS) if picture.image else None
    return None if held is None else np.asarray(held, np.uint8)

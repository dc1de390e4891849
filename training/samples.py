"""Lines to train on: some drawn alone, some found on pages; each as ink (48, width) and its labels."""

from collections import deque
from itertools import pairwise
from random import Random

import cv2
import numpy as np
import torch
from torch import Tensor

from training.letters import LETTERS
from training.lines import line, stamp
from training.model import STEP
from training.pages import page_lines
from training.render import HEIGHT, Picture, Wear, draw, has_letters, nothing
from training.typefaces import Typeface

MOST_WIDTH = 1000
_LABEL = {letter: n for n, letter in enumerate(LETTERS, 1)}
Sample = tuple[Tensor, list[int]]


def sample(rng: Random, faces: list[Typeface], worst: float) -> Sample:
    """Return one line drawn alone; short enough for the net to spell out."""
    pens = [f for f in faces if f.pen]
    while True:
        if rng.random() < 0.015:
            return 1 - torch.from_numpy(nothing(rng, Wear(worst * rng.random()))).float() / 255, []
        penned = bool(pens) and rng.random() < 0.08
        face = rng.choice(pens) if penned else rng.choices(faces, [f.weight for f in faces])[0]
        text = stamp(rng) if penned else line(rng)
        path = rng.choice(face.plain if rng.random() < 0.7 else face.files)
        if has_letters(path, text) and (
            made := _labelled(draw(text, path, rng, Wear(worst * rng.random() ** 1.3)), text)
        ):
            return made


class Stock:
    """Keeps lines found on pages, for a page costs more than a line: each serves `again` times, never twice alike."""

    def __init__(self, faces: list[Typeface], *, again: int = 3, size: int = 1500) -> None:
        self.faces, self.again, self.size = faces, again, size
        self._held: deque[tuple[Picture, str]] = deque()
        self._owed = 0

    def sample(self, rng: Random, worst: float) -> Sample:
        """Return a line, as often from a page as drawn alone."""
        return self.from_page(rng, worst) if rng.random() < 0.5 else sample(rng, self.faces, worst)

    def from_page(self, rng: Random, worst: float) -> Sample:
        """Return a line found on a page."""
        while True:
            while self._owed <= 0 or not self._held:
                fresh = list(page_lines(rng, self.faces, worst))
                self._held.extend(fresh)
                self._owed += len(fresh) * self.again
                while len(self._held) > self.size:
                    self._held.popleft()
            self._owed -= 1
            if self.again == 1:
                picture, text = self._held.popleft()
            else:
                picture, text = self._held[rng.randrange(len(self._held))]
            if made := _labelled(_shaken(picture, rng) if self.again > 1 else picture, text):
                return made


def _shaken(picture: Picture, rng: Random) -> Picture:
    """Stretch, lift and shade a line a little, so that no two are the same."""
    width = max(8, round(picture.shape[1] * rng.uniform(0.93, 1.07)))
    lift = rng.uniform(-1.2, 1.2)
    matrix = np.array(
        [[width / picture.shape[1], rng.gauss(0, 0.03), 0], [0, rng.uniform(0.97, 1.03), lift]], np.float64
    )
    moved = cv2.warpAffine(picture, matrix, (width, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    shaded = 255 - (255 - moved.astype(np.float32)) * rng.uniform(0.75, 1.1)
    return np.clip(shaded, 0, 255).astype(np.uint8)


def _labelled(picture: Picture, text: str) -> Sample | None:
    labels = [_LABEL[c] for c in text if c in _LABEL]
    repeats = sum(a == b for a, b in pairwise(labels))
    if not labels or picture.shape[1] > MOST_WIDTH or len(labels) + repeats > picture.shape[1] // STEP:
        return None
    return 1 - torch.from_numpy(picture.copy()).float() / 255, labels

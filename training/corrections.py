"""Lines that people corrected (`saraban corrections`), as the trainer takes them; the same format as tests/unit/recogniser/lines.

A folder holds PNGs, grey, 48 pixels high, and `truth.json`: `{"name.png": "the words printed there"}`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

HEIGHT = 48


def corrected_lines(folder: Path) -> Iterator[tuple[NDArray[np.uint8], str]]:
    """Yield each line as (grey picture, words); a picture that is gone or of another height is passed over."""
    truth: dict[str, str] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for name, words in sorted(truth.items()):
        grey = cv2.imread(str(folder / name), cv2.IMREAD_GRAYSCALE)
        if grey is not None and grey.shape[0] == HEIGHT and words:
            yield np.asarray(grey, np.uint8), words

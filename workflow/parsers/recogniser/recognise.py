"""Reads line cuts with the shipped net: letters, each with where it stands and how sure the net is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.line_cuts import HEIGHT
from workflow.parsers.recogniser.page_image import Grey

MODEL = Path(__file__).parent / "model" / "model.onnx"
STEP = 4  # pixels of the cut that one output stands for
_AT_ONCE = 12
_PAPER = 16  # a batch is padded to a multiple of this


@dataclass(frozen=True)
class Letter:
    """One character, its middle in pixels of the cut, and the net's probability for it, 0 to 1."""

    text: str
    at: float
    confidence: float


def recognise(cuts: Sequence[Grey]) -> list[list[Letter]]:
    """Return the letters of each cut, in its order; greedy CTC, one pass."""
    read: list[list[Letter]] = [[] for _ in cuts]
    order = sorted(range(len(cuts)), key=lambda i: cuts[i].shape[1])
    for start in range(0, len(order), _AT_ONCE):
        part = order[start : start + _AT_ONCE]
        for i, logits in zip(part, _logits([cuts[i] for i in part]), strict=True):
            read[i] = _letters(logits[: -(-cuts[i].shape[1] // STEP)])
    return read


def _logits(cuts: Sequence[Grey]) -> NDArray[np.float32]:
    width = max(_PAPER, -(-max(cut.shape[1] for cut in cuts) // _PAPER) * _PAPER)
    lines = np.zeros((len(cuts), 1, HEIGHT, width), np.float32)
    for i, cut in enumerate(cuts):
        lines[i, 0, :, : cut.shape[1]] = 1 - cut.astype(np.float32) / 255
    return np.asarray(_session().run(None, {"lines": lines})[0], np.float32)


def _letters(logits: NDArray[np.float32]) -> list[Letter]:
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    sure = shifted / shifted.sum(1, keepdims=True)
    best = sure.argmax(1)
    held: list[Letter] = []
    start = 0
    for end in range(1, len(best) + 1):
        if end < len(best) and best[end] == best[start]:
            continue
        if best[start]:
            peak = float(sure[start:end, best[start]].max())
            held.append(Letter(_alphabet()[best[start] - 1], (start + end) / 2 * STEP, peak))
        start = end
    return held


@cache
def _alphabet() -> str:
    return str(json.loads((MODEL.parent / "letters.json").read_text(encoding="utf-8")))


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # pages are shared out to processes, not threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(MODEL), options, providers=["CPUExecutionProvider"])

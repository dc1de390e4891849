"""Reads line cuts with the shipped net: letters, each with where it stands and how sure the net is."""

import json
from collections.abc import Iterator, Sequence
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
_WIDER = 1.06  # times the narrowest of a batch
_HARDLY_NOTHING, _POSSIBLE = 0.7, 0.15  # how sure the net is of nothing, at most, and of a letter, at least
_BEHIND = 6  # steps from one capital to the next
_PAPER = 16  # a batch is padded to a multiple of this


@dataclass(frozen=True)
class Letter:
    """One character, its middle in pixels of the cut, and the net's probability for it, 0 to 1."""

    text: str
    at: float
    confidence: float


def recognise(cuts: Sequence[Grey]) -> list[list[Letter]]:
    """Return the letters of each cut, in its order; greedy CTC, one pass."""
    return [letters_of(sure) for sure in probabilities(cuts)]


def probabilities(cuts: Sequence[Grey]) -> list[NDArray[np.float32]]:
    """Return what the net says of each cut: for every STEP pixels, how likely each label is (0 is CTC's blank)."""
    return [probabilities_at(logits, temperature()) for logits in outputs(cuts)]


def outputs(cuts: Sequence[Grey]) -> list[NDArray[np.float32]]:
    """Return what the net gives out for each cut, before it is made into probabilities."""
    read = [np.zeros((0, 0), np.float32)] * len(cuts)
    order = sorted(range(len(cuts)), key=lambda i: cuts[i].shape[1])
    for part in _batches(order, cuts):
        for i, logits in zip(part, _logits([cuts[i] for i in part]), strict=True):
            read[i] = logits[: -(-cuts[i].shape[1] // STEP)]
    return read


def _batches(order: Sequence[int], cuts: Sequence[Grey]) -> Iterator[list[int]]:
    """Yield cuts of like width together, so that little of a batch is padding; narrow ones first."""
    part: list[int] = []
    for i in order:
        width = cuts[i].shape[1]
        if part and (len(part) == _AT_ONCE or width > _WIDER * cuts[part[0]].shape[1] + _PAPER):
            yield part
            part = []
        part.append(i)
    if part:
        yield part


def _logits(cuts: Sequence[Grey]) -> NDArray[np.float32]:
    width = max(_PAPER, -(-max(cut.shape[1] for cut in cuts) // _PAPER) * _PAPER)
    lines = np.zeros((len(cuts), 1, HEIGHT, width), np.float32)
    for i, cut in enumerate(cuts):
        lines[i, 0, :, : cut.shape[1]] = 1 - cut.astype(np.float32) / 255
    return np.asarray(_session().run(None, {"lines": lines})[0], np.float32)


def probabilities_at(logits: NDArray[np.float32], temperature: float) -> NDArray[np.float32]:
    """Return the net's output as probabilities; a higher temperature makes it less sure."""
    logits = logits / temperature
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    return np.asarray(shifted / shifted.sum(1, keepdims=True), np.float32)


def letters_of(sure: NDArray[np.float32]) -> list[Letter]:
    """Return the letters that are likeliest step by step: repeats are one letter, blanks part them."""
    if not len(sure):
        return []
    best = _with_thin_capitals(sure)
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    stops = np.append(starts[1:], len(best))
    peaks = np.maximum.reduceat(sure[np.arange(len(best)), best], starts)
    held = alphabet()
    return [
        Letter(held[best[start] - 1], (start + stop) / 2 * STEP, float(peak))
        for start, stop, peak in zip(starts.tolist(), stops.tolist(), peaks.tolist(), strict=True)
        if best[start]
    ]


def _with_thin_capitals(sure: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the likeliest label of each step; right behind a capital a thin one (AI) is taken though nothing seems likelier.

    Its confidence stays what the net gave it, so that the word is doubted.
    """
    best = np.asarray(sure.argmax(1), np.intp)
    capitals = _capitals()
    for step in np.flatnonzero((best == 0) & (sure[:, 0] < _HARDLY_NOTHING)).tolist():
        behind = [label for label in best[max(0, step - _BEHIND) : step].tolist() if label]
        letter = capitals[int(sure[step, list(capitals)].argmax())]
        if behind and behind[-1] in capitals and behind[-1] != letter and sure[step, letter] > _POSSIBLE:
            best[step] = letter
    return best


@cache
def _capitals() -> tuple[int, ...]:
    """Return the labels of the Latin capitals."""
    return tuple(n for n, letter in enumerate(alphabet(), 1) if "A" <= letter <= "Z")


def text_of(letters: Sequence[Letter]) -> str:
    """Return letters as text."""
    return "".join(letter.text for letter in letters)


def mean_confidence(letters: Sequence[Letter]) -> float:
    """Return how sure letters are on the mean, spaces left out; 0 for none."""
    held = [x.confidence for x in letters if x.text.strip()]
    return sum(held) / len(held) if held else 0.0


def labels_of(letters: str) -> list[int]:
    """Return the net's labels of letters; ValueError when it does not know one."""
    return [alphabet().index(letter) + 1 for letter in letters]


@cache
def temperature() -> float:
    """Return what the net's output is divided by to make its confidence honest; measured by benchmarks/sureness.py, 1 when it was not."""
    path = MODEL.parent / "calibration.json"
    return float(json.loads(path.read_text(encoding="utf-8"))["temperature"]) if path.is_file() else 1.0


@cache
def alphabet() -> str:
    """Return the letters the net can write; label 0 is none of them."""
    return str(json.loads((MODEL.parent / "letters.json").read_text(encoding="utf-8")))


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # pages are shared out to processes, not threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(MODEL), options, providers=["CPUExecutionProvider"])

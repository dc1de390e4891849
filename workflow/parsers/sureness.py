"""How sure each character of a line is, kept in step with its text when the text is repaired."""

from collections.abc import Sequence
from itertools import groupby

from rapidfuzz.distance import Levenshtein


def in_step(read: str, sure: Sequence[float], repaired: str) -> tuple[float, ...]:
    """Return a confidence for each character of `repaired`, given those of `read`; what a repair put in is as sure as what it replaced.

    Empty when `read` and `sure` differ in length: nothing is known of single characters.
    """
    if len(read) != len(sure):
        return ()
    if read == repaired:
        return tuple(sure)
    held: list[float] = []
    for equal, steps in groupby(Levenshtein.opcodes(read, repaired), key=lambda step: step.tag == "equal"):
        run = list(steps)
        first, last = run[0], run[-1]
        old = sure[first.src_start : last.src_end]
        near = old or sure[max(0, first.src_start - 1) : first.src_start + 1]
        held += old if equal else [min(near, default=1.0)] * (last.dest_end - first.dest_start)
    return tuple(held)

"""Where a page bears any ink: most of what is looked at is white paper, and white need not be looked through."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from workflow.parsers.recogniser.streaks import Grey

Part = tuple[slice, slice]  # rows and columns


def inked_parts(grey: Grey, darker: int, reach: int) -> Iterator[Part]:
    """Yield, from the top, the parts that hold all that is darker than a level, with `reach` pixels of the page about it.

    What is reckoned from pixels nearer than `reach` comes out on the parts as on the whole page.
    """
    for top, bottom in _runs(grey.min(1, initial=255) < darker, reach):
        columns = np.flatnonzero(grey[top:bottom].min(0) < darker)
        yield slice(top, bottom), slice(max(0, int(columns[0]) - reach), int(columns[-1]) + reach + 1)


def _runs(marked: NDArray[np.bool_], reach: int) -> Iterator[tuple[int, int]]:
    """Yield where marked places begin and end, with `reach` about them; those that reach each other are one run."""
    places = np.flatnonzero(marked)
    if not len(places):
        return
    cuts = np.flatnonzero(np.diff(places) > 2 * reach + 1)
    for first, last in zip([0, *(cuts + 1).tolist()], [*cuts.tolist(), len(places) - 1], strict=True):
        yield max(0, int(places[first]) - reach), min(len(marked), int(places[last]) + reach + 1)

"""What a Word file sets apart from its running text: text boxes, wherever they are anchored, and frames."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from workflow.parsers.docx_text import child, local, value

_WORD, _DIGIT = re.compile(r"[ก-ฮ]"), re.compile(r"\d")
_LINES = 3  # number, day and hour


def boxes_of(node: Any) -> Iterator[Any]:
    """Yield the text boxes anchored in a paragraph, each once, though Word writes them again for old readers."""
    for part in node:
        name = local(part)
        if name == "txbxContent":
            yield part
        elif name == "AlternateContent":
            new = [box for choice in part if local(choice) == "Choice" for box in boxes_of(choice)]
            old = (box for choice in part if local(choice) == "Fallback" for box in boxes_of(choice))
            yield from new or old
        elif name not in {"t", "rPr", "pPr", "del", "moveFrom"} and len(part):
            yield from boxes_of(part)


def filled_in(cell: Iterable[str]) -> bool:
    """Whether a cell is a form by itself: at least three lines of it bear words and a number, as those of a stamp do."""
    return sum(bool(_WORD.search(line) and _DIGIT.search(line)) for line in cell) >= _LINES


def framed(blocks: Iterable[Any]) -> Iterator[tuple[bool, list[Any]]]:
    """Yield blocks that stand together in order, and whether they stand in one frame: paragraphs in a row that place it alike."""
    for frame, held in groupby(blocks, key=_frame):
        yield frame is not None, list(held)


def _frame(block: Any) -> tuple[tuple[str, str], ...] | None:
    """Return where the frame of a paragraph is placed, None outside of frames; a large first letter is none."""
    frame = child(block, "pPr", "framePr") if local(block) == "p" else None
    if frame is None or (value(frame, "dropCap") or "none") != "none":
        return None
    return tuple(sorted((str(key), str(held)) for key, held in frame.attrib.items()))

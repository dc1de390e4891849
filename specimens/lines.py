"""Breaking Thai text into lines of a given width: typst's own Thai breaks split words, so its lines are made here.

A break is allowed at a space or at a word boundary (thaibreak) between two Thai letters. A no-break space (U+00A0) and the
`kept` phrases (names, titles) hold together; on the page it is an ordinary space.
"""

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import thaibreak
import uharfbuzz

SIZE = 16.0
TEXT_WIDTH = 453.5  # 16 cm in points: A4 less 3 cm left and 2 cm right
FONTS = Path(sys.prefix) / "share" / "saraban" / "fonts"
_NEVER_FIRST = set(" \u00a0)ๆฯ.,/:;”%")
_NEVER_LAST = set("(/“\u00a0")
_LOOSEST = 1.1  # points of letter space; a line that would need more stays ragged


@dataclass(frozen=True)
class Line:
    """A line as it is set: its words, its indent and letter space in points."""

    text: str
    indent: float
    tracking: float = 0.0


@cache
def _font() -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / "THSarabunNew-Regular.ttf"))))


def measure(text: str) -> tuple[float, int]:
    """Return the width of `text` at 16 pt in points, and its number of letter clusters."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text.replace("\u00a0", " "))
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(), buffer)
    units = sum(position.x_advance for position in buffer.glyph_positions)
    return units * SIZE / _font().face.upem, len({info.cluster for info in buffer.glyph_infos})


def _thai(letter: str) -> bool:
    return "ก" <= letter <= "๎"


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before == " " or (_thai(before) and _thai(after))


def pieces(text: str, kept: tuple[str, ...] = ()) -> list[str]:
    """Return the parts of `text` between allowed breaks, in order; joined they are `text`."""
    inside = {
        at + n
        for phrase in kept
        for at in range(len(text))
        if text.startswith(phrase, at)
        for n in range(1, len(phrase))
    }
    cuts = [b for b in thaibreak.boundaries(text) if 0 < b < len(text) and b not in inside and _may_break(text, b)]
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def set_lines(
    text: str, *, first: float, rest: float = 0.0, width: float = TEXT_WIDTH, kept: tuple[str, ...] = ()
) -> list[Line]:
    """Break `text` into lines `width` points wide, indented by `first` on the first line and by `rest` on the others."""
    rows = [""]
    for piece in pieces(text, kept):
        indent = first if len(rows) == 1 else rest
        if rows[-1] and measure((rows[-1] + piece).rstrip())[0] > width - indent:
            rows.append("")
        rows[-1] += piece
    last = len(rows) - 1
    return [_spread(row, first if n == 0 else rest, width, ragged=n == last) for n, row in enumerate(rows)]


def _spread(row: str, indent: float, width: float, *, ragged: bool) -> Line:
    row = row.strip()
    used, clusters = measure(row)
    tracking = (width - indent - used) / max(1, clusters - 1)
    return Line(row.replace("\u00a0", " "), indent, 0.0 if ragged or tracking > _LOOSEST else round(tracking, 4))

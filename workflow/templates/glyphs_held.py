"""Which letters of a text the typeface cannot show: named before anything is set, for a box in a letter's place is no letter."""

from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from workflow.templates.fonts import FontSet
from workflow.templates.pdf.face import face


def missing_glyphs(text: str, fonts: FontSet) -> tuple[str, ...]:
    """Return `“😀” (U+1F600)` for every letter of the text that the regular or the bold face lacks, in the order of the text."""
    letters = dict.fromkeys(letter for letter in text if not letter.isspace())
    return tuple(f"“{a}” (U+{ord(a):04X})" for a in letters if not (_has(fonts.regular, a) and _has(fonts.bold, a)))


@lru_cache(maxsize=4096)
def _has(path: Path, letter: str) -> bool:
    buffer = hb.Buffer()
    buffer.add_str(letter)
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    hb.shape(face(path).font, buffer)
    return all(info.codepoint for info in buffer.glyph_infos)

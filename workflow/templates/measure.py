"""How wide Thai text is, letter cluster by letter cluster, shaped with HarfBuzz as the PDF shows it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from workflow.templates.fonts import FontSet
from workflow.templates.pdf.face import face


@dataclass(frozen=True)
class Shaped:
    """A text and, for every offset in it, the width of all before (em of 1) and the number of clusters before."""

    text: str
    before: tuple[float, ...]
    clusters: tuple[int, ...]

    def width(self, start: int, end: int) -> float:
        """Return the width of text[start:end] in em."""
        return self.before[end] - self.before[start]

    def count(self, start: int, end: int) -> int:
        """Return how many letter clusters text[start:end] has."""
        return self.clusters[end] - self.clusters[start]


@lru_cache(maxsize=8192)
def shape(text: str, path: Path) -> Shaped:
    """Return `text` shaped with the font file at `path`."""
    if not text:
        return Shaped("", (0.0,), (0,))
    font = face(path).font
    upem = font.face.upem
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    hb.shape(font, buffer)  # with its ligatures: in this typeface they lower a tone mark that has no vowel beneath it
    advance: dict[int, float] = {}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        advance[info.cluster] = advance.get(info.cluster, 0.0) + position.x_advance / upem
    before, clusters = [0.0], [0]
    for offset in range(len(text)):
        before.append(before[-1] + advance.get(offset, 0.0))
        clusters.append(clusters[-1] + (offset in advance))
    return Shaped(text, tuple(before), tuple(clusters))


@dataclass(frozen=True)
class Measure:
    """Widths in points for one set of fonts."""

    fonts: FontSet

    def shaped(self, text: str, *, bold: bool = False) -> Shaped:
        """Return the text shaped in the regular or bold face."""
        return shape(text, self.fonts.bold if bold else self.fonts.regular)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of `text` in points."""
        return self.shaped(text, bold=bold).before[-1] * size

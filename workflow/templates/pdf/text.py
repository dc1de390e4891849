"""A line of text as glyphs: what the page's content stream shows, letter by letter in the order of writing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import uharfbuzz as hb

from workflow.templates.pdf.face import Face, face
from workflow.templates.pdf.objects import number

# Above this tracking (of the em) poppler takes the gap behind a letter with a mark for a space, as there is none before the mark:
# what stands between two spaces is then told in so many words.
_LOOSE = 0.025


@dataclass(frozen=True)
class Glyphs:
    """A text's glyphs by cluster, each in hexadecimal beside its letters, and the advance of the whole in em."""

    clusters: tuple[str, ...]
    letters: tuple[str, ...]
    width: float
    used: frozenset[int]


@lru_cache(maxsize=8192)
def glyphs_of(text: str, path: Path) -> Glyphs:
    """Return the text in the glyphs of the face at `path`."""
    drawn = face(path)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    hb.shape(drawn.font, buffer)
    clusters: dict[int, list[int]] = {}
    for info in buffer.glyph_infos:
        clusters.setdefault(info.cluster, []).append(info.codepoint)
    letters = tuple(text[start:end] for start, end in pairwise((*clusters, len(text))))
    whole = [_as_written(cluster, drawn) for cluster in clusters.values()]
    used = frozenset(glyph for cluster in whole for glyph in cluster)
    width = sum(drawn.widths[glyph] for cluster in whole for glyph in cluster) / 1000
    return Glyphs(tuple("".join(f"{glyph:04X}" for glyph in cluster) for cluster in whole), letters, width, used)


def _as_written(cluster: list[int], drawn: Face) -> list[int]:
    """Return the cluster with ring and า as the one letter ำ, behind the tone mark that was typed before it."""
    if drawn.aa not in cluster or drawn.am.keys().isdisjoint(cluster):
        return cluster
    at = next(n for n, glyph in enumerate(cluster) if glyph in drawn.am)
    rest = [glyph for n, glyph in enumerate(cluster) if n != at]
    rest[rest.index(drawn.aa)] = drawn.am[cluster[at]]
    return rest


def shown(glyphs: Glyphs, size: float, tracking: float) -> str:
    """Return the operators that show the glyphs, `tracking` points after every cluster."""
    if not tracking:
        return f"<{''.join(glyphs.clusters)}>Tj"
    gap = number(-1000 * tracking / size)
    if tracking / size < _LOOSE:
        return f"[<{f'>{gap}<'.join(glyphs.clusters)}>]TJ"
    return " ".join(_told(codes, letters, gap) for codes, letters in _between_spaces(glyphs))


def _told(codes: list[str], letters: str, gap: str) -> str:
    written = letters.encode("utf-16-be").hex().upper()
    return f"/Span<</ActualText<FEFF{written}>>>BDC [<{f'>{gap}<'.join(codes)}>{gap}]TJ EMC"


def _between_spaces(glyphs: Glyphs) -> Iterator[tuple[list[str], str]]:
    """Yield runs that end with a space: pdfium loses a space that is shown alone."""
    codes, letters = list[str](), ""
    for code, letter in zip(glyphs.clusters, glyphs.letters, strict=True):
        codes.append(code)
        letters += letter
        if letter == " ":
            yield codes, letters
            codes, letters = [], ""
    if codes:
        yield codes, letters

"""The spaces that a PDF leaves out between its words, judged from the gaps between glyphs. Pure geometry."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from workflow.parsers.pdf_printed import Glyph

WORD_GAP = 0.2  # em beyond the line's usual letter spacing: a space that the file left out (between two typst spans)
# em beside a full stop or between Latin letters: a space drawn closer by kerning (`of Digital`); no two letters of a word stand so far apart
KERNED_GAP = 0.15
# em before a vowel that is written first: every syllable and no other place in a word begins with one, and its left edge hangs over
_LEADING_GAP, _LEADING = 0.17, frozenset("เแโใไ")
_KERNED_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
RAISED = "ัิีึืฺุู็่้๊๋์ํ"


def spaced_text(run: Sequence[Glyph], least: float) -> str:
    """Return the text of a run of glyphs of one base line, with the spaces that it left out, none of which is narrower than the least."""
    run = _as_wide(run)
    gaps = [b.left - a.right for a, b in pairwise(run) if not a.char.isspace() and not b.char.isspace()]
    if not gaps or max(gaps) <= least:
        return "".join([g[0] for g in run])
    usual = max(0.0, median(gaps))
    parts = [run[0].char]
    for before, glyph in pairwise(run):
        em = min(before.style.size, glyph.style.size)  # a label is set larger than the space behind it
        gap = glyph.left - before.right
        apart = gap > usual + KERNED_GAP * em and gap > usual + _least(before, glyph) * em  # the second of few
        spaced = apart and not before.char.isspace() and not glyph.char.isspace()
        parts.append(" " + glyph.char if spaced else glyph.char)
    return "".join(parts)


def _least(before: Glyph, glyph: Glyph) -> float:
    """Return how wide a space between two glyphs is at least, in em."""
    if _kerned(before, glyph):
        return KERNED_GAP
    return _LEADING_GAP if glyph.char in _LEADING else WORD_GAP


def _kerned(before: Glyph, glyph: Glyph) -> bool:
    """Whether what stands around a space may have drawn it closer: the end of a number or a sentence, or two Latin letters.

    Behind a figure too a word stands no nearer than a space.
    """
    behind = before.char.isdigit() and glyph.char.isalpha()
    return behind or before.char == "." or (before.char in _KERNED_LETTERS and glyph.char in _KERNED_LETTERS)


def _as_wide(run: Sequence[Glyph]) -> list[Glyph]:
    """Return the run with each raised mark reaching as far as its letter: what follows stands behind both."""
    wide: list[Glyph] = []
    for glyph in run:
        if wide and glyph.char in RAISED and wide[-1].right > glyph.right:
            glyph = glyph._replace(right=wide[-1].right)
        wide.append(glyph)
    return wide

"""Marks that a file writes apart from their letters, as LibreOffice does with a typeface it had to replace: put back by their place. Pure."""

import math
from collections.abc import Sequence

from workflow.parsers.pdf_printed import Glyph
from workflow.parsers.thai_text import MARKS

_BESIDE = 0.2  # em: a mark may stand so far outside its letter
_EVEN = 0.02  # points
_HIGH = 0.4  # em: a raised mark has a base line of its own


def at_home(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs, those marks that do not stand over the letter before them put behind the letter they stand over."""
    letters = [glyph for glyph in glyphs if "ก" <= glyph.char <= "ฮ"]
    behind: dict[int, list[Glyph]] = {}
    taken = set()
    last: Glyph | None = None
    for n, glyph in enumerate(glyphs):
        if glyph.char not in MARKS:
            last = glyph
        elif (
            (last is None or _off(last, glyph))
            and not _shares(glyphs[n - 1], glyph)
            and (home := _home(glyph, letters))
            and home is not last
        ):
            behind.setdefault(id(home), []).append(glyph._replace(style=home.style, cell=home.cell))
            taken.add(n)
    return _set_back(glyphs, taken, behind) if behind else list(glyphs)


def _shares(before: Glyph, mark: Glyph) -> bool:
    """Whether a mark and what stands before it were given one box in equal shares: a cluster that a file spells out as one.

    The last share may have been widened since, to what is drawn.
    """
    apart, wider = mark.left - before.right, (mark.right - mark.left) - (before.right - before.left)
    return abs(apart) < _EVEN and (abs(wider) < _EVEN or (wider > 0 and before.char in MARKS))


def _off(letter: Glyph, mark: Glyph) -> float:
    """Return how far the middle of a mark stands outside a letter; much too far where no mark can stand over it."""
    if not "ก" <= letter.char <= "ฮ" or abs(letter.style.baseline - mark.style.baseline) > _HIGH * mark.style.size:
        return math.inf
    middle = (mark.left + mark.right) / 2
    return max(letter.left - middle, middle - letter.right, 0.0)


def _home(mark: Glyph, letters: Sequence[Glyph]) -> Glyph | None:
    nearest = min(letters, key=lambda letter: _off(letter, mark), default=None)
    return nearest if nearest and _off(nearest, mark) <= _BESIDE * mark.style.size else None


def _set_back(glyphs: Sequence[Glyph], taken: set[int], behind: dict[int, list[Glyph]]) -> list[Glyph]:
    placed: list[Glyph] = []
    waiting: list[Glyph] = []
    for n, glyph in enumerate(glyphs):
        if n in taken:
            continue
        if glyph.char not in MARKS:
            placed += waiting
            waiting = behind.get(id(glyph), [])
        placed.append(glyph)
    return [*placed, *waiting]

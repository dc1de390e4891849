"""How much two pages speak of one matter: the rare pieces of text and the abbreviations they share. Pure."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from operator import sub

from workflow.parsers.binding.sheet import Sheet

PIECE = 5  # letters
MOST, SHARE = (
    1.6,
    9.0,
)  # the weight of two pages that have all in common; of the likeness (0 to 1) that two pages of one paper have
ABBREVIATED = 0.5
_ABBREVIATION = re.compile(r"(?<![ก-๙.])[ก-ฮ]{2,6}\.(?![ก-ฮ]\.)")
_COMMON = frozenset({"พ.", "ดร.", "น.", "โทร.", "รศ.", "ผศ."})


class Kinship:
    """The likeness of the sheets of one file, pieces that most of them have left out."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        pieces = [_pieces(sheet.packed) for sheet in sheets]
        seen = Counter(piece for found in pieces for piece in found)
        self._worth = {piece: math.log(len(sheets) / n) ** 2 for piece, n in seen.items() if 1 < n <= len(sheets) / 2}
        self._pieces = [frozenset(piece for piece in found if piece in self._worth) for found in pieces]
        alone = math.log(max(2, len(sheets))) ** 2
        self._size = [
            math.sqrt(sum(self._worth.get(p, alone if seen[p] == 1 else 0.0) for p in found)) for found in pieces
        ]
        short = [frozenset(_ABBREVIATION.findall(sheet.text)) - _COMMON for sheet in sheets]
        used = Counter(word for words in short for word in words)
        self._short = [frozenset(w for w in words if 1 < used[w] <= 0.6 * len(sheets)) for words in short]

    def weight(self, one: int, other: int) -> float:
        """Return what the likeness of two sheets (by index) weighs for their being of one paper."""
        sizes = self._size[one] * self._size[other]
        shared = sum(self._worth[piece] for piece in self._pieces[one] & self._pieces[other])
        weight = min(MOST, SHARE * shared / sizes) if sizes else 0.0
        if self._short[one] and self._short[other]:
            weight += ABBREVIATED if self._short[one] & self._short[other] else -ABBREVIATED
        return weight


def _pieces(packed: str) -> frozenset[str]:
    """Return a third of the pieces of a text, always the same ones: enough to tell, and three times as fast."""
    sums = list(accumulate(map(ord, packed), initial=0))
    return frozenset([packed[n : n + PIECE] for n, whole in enumerate(map(sub, sums[PIECE:], sums)) if not whole % 3])

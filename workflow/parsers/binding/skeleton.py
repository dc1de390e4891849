"""The skeleton of a text: what is left of it when tones are lost and look-alike letters are one, as scans lose and mix them. Pure."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from workflow.core.replacing import replacing
from workflow.core.thai_digits import to_arabic

# One letter stands for all that a recogniser mixes up with it. Digits stay: two numbers are never alike.
_ALIKE = (
    "ด|ตคศฅ", "ข|ฃซชฆ", "บ|ปษ", "พ|ฟผฝ", "ก|ถภฤฎฏ", "ล|ส", "ท|หฑฬ", "อ|ฮ", "ญ|ณฌ", "ิ|ีึื", "ุ|ู", "ใ|ไโ", "า|ำ", "i|ljI1", "o|0",
)  # fmt: skip
_fold = replacing(
    {other: group[0] for group in _ALIKE for other in group[2:] if not other.isdigit()} | dict.fromkeys("ัฺ็่้๊๋์ํ๎", "")
)
_SPACE = re.compile(r"[\s\u200b.,:;'\"“”‘’|_~`^*-]+")


@lru_cache(maxsize=20_000)
def skeleton(text: str) -> str:
    """Return the text in Arabic digits without white space, tones and light punctuation, look-alikes as one letter."""
    return _fold(_SPACE.sub("", to_arabic(text))).lower()


def alike(one: str, other: str) -> float:
    """Return how alike two texts are as a scan sees them, in percent."""
    return fuzz.ratio(skeleton(one), skeleton(other))

"""Words of the form (labels, headings, months, phrases) known again on noisy lines: by what a blurred copy leaves of them. Pure.

A scan loses tone marks first, then tells letters of one shape no longer apart (ด ต ค ศ, ธ ร, น ม, ข ช ซ, ผ ฝ พ ฟ, ป บ, ส ล).
Only words that the form expects in that place are compared so; a name or a number never is.
"""

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

_DROPPED = dict.fromkeys(map(ord, "่้๊๋์็ํ .,-–:'\"\u200b"))
_SHAPES = ("ดตคศ", "รธ", "นม", "ขชซ", "พผฝฟ", "บปษ", "ลส", "ถภ", "ไใโ", "าำ", "ิีึื", "ุู")
_FOLDED: dict[int, str | None] = {**_DROPPED, **{ord(c): shape[0] for shape in _SHAPES for c in shape}}
_MARKS = "[่้๊๋์็ุู]{0,2}"  # lost, or seen where none is
_ENDS = frozenset(" \t:：.(")


def skeleton(text: str) -> str:
    """Return what a blurred copy leaves of a word: no tones, no spaces, one letter for each shape."""
    return text.translate(_FOLDED)


def loose(word: str) -> str:
    """Return a pattern of a word of the form as a blurred copy may leave it inside a running text: marks lost, letters of one shape."""
    return "".join(_loosely(char) for char in word)


def _loosely(char: str) -> str:
    if char in "่้๊๋์็ุู":
        return ""
    if char in "ัิีึื":
        return f"[ัิีึื]?{_MARKS}"
    if char in " .":
        return r"\s?\.?\s?" if char == "." else r"\s*"
    shape = next((shape for shape in _SHAPES if char in shape), char)
    return f"[{shape}]{_MARKS}"


def slips_allowed(word: str) -> int:
    """Return how many letters of a skeleton may be wrong, lost or too many before it is another word."""
    length = len(skeleton(word))
    return 0 if length < 4 else 1 if length < 7 else 2 if length < 11 else 3


def slips(text: str, word: str) -> int:
    """Return by how many letters the skeletons of a text and of a word of the form differ."""
    return Levenshtein.distance(skeleton(text), skeleton(word))


def alike(text: str, word: str) -> bool:
    """Whether a noisy text is this word of the form."""
    return slips(text, word) <= slips_allowed(word)


def opens_with(text: str, words: Iterable[str]) -> tuple[str, int] | None:
    """Return the word of the form that a noisy line opens with and where it ends, the likest first; None when with none.

    The word must end where a word can end: before a space, a digit, a bracket, a colon, or with the line.
    """
    found: list[tuple[int, int, str, int]] = []
    for word in words:
        longest = len(word) + slips_allowed(word) + 4
        for end in range(2, min(len(text), longest) + 1):
            if end < len(text) and text[end] not in _ENDS and not text[end].isdigit():
                continue
            wrong = slips(text[:end], word)
            if wrong <= slips_allowed(word):
                found.append((wrong, -len(word), word, end))
    return (min(found)[2], min(found)[3]) if found else None


def nearest(text: str, words: Iterable[str]) -> str | None:
    """Return the one word a noisy text stands for; None when it is near to none or to two equally."""
    ranked = sorted((slips(text, word), word) for word in words)
    if not ranked or ranked[0][0] > slips_allowed(ranked[0][1]):
        return None
    return None if len(ranked) > 1 and ranked[1][0] == ranked[0][0] else ranked[0][1]

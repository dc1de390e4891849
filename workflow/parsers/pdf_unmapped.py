"""Glyphs that a file draws and gives no letter: what they were is told by the letters beside them, or the page is read as a picture.

WeasyPrint and fpdf2 map the two halves of ำ (a ring and an า) to one letter and leave the other without; pdfium gives such a glyph
the letter of its number, which looks like print (น<า, สำ4รวจ). Where it is the า that is mapped to ำ, every า of its font is told
so: then there are more ำ than า, as in no text. A page of that font without any ำ of its own (the one with the signature) shows no
ring: it is known by the name of its font, met on a page before, or by words that are none (รำชกำร).
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from workflow.parsers.thai_text import MARKS

LOST = "\uffff"  # stands for a letter that nobody knows
_TONES = "่้๊๋"
# behind a letter; a mark that the file's order put between the halves of ำ has a space on either side, judged by pdfium.
# The number of a glyph may be that of a space or a line break (the tenth, the thirteenth): beside the other half of ำ only
_SUSPECTS = re.compile(rf"(?:(?<=[ก-๎])|(?<=ำ [{MARKS}] ))[^\s\u0e00-\u0e7f]+|(?<=ำ)\s|(?<=[ก-๎])\s(?=[{_TONES}]?[าำ])")
_APART = re.compile(
    r"(?<!\S)[^\s\u0e00-\u0e7f](?!\S)"
)  # a ring that is drawn once its line is (ชำ of WeasyPrint in Noto Sans Thai)
_LEVEL = 1.0  # points between two glyphs of one line
_SPLIT = re.compile(rf"([ก-ฮ])[{_TONES}]?(า)")
# words of any letter whose า is told as ำ: no Thai word holds these, nor do two that meet
AM_FOR_AA = re.compile("งำน|รำช(?!ั)|ภำ[คย]|(?<!ค)ว่ำ|ท่ำน|ด้ำน|ผ่ำน|ข้ำง|กำร(?![าอู])|ำสตร์|ำรย์")


def with_letters(
    told: str,
    unmapped: Callable[[int], int],
    font: Callable[[int], str] = lambda _: "",
    mistold: set[str] | None = None,
    place: Callable[[int], tuple[float, float]] = lambda _: (0.0, 0.0),
) -> Sequence[str]:
    """Return a page's characters with the glyphs that have no letter put right: empty where the letter beside says all, else LOST.

    `unmapped` says of the character at a place whether the file gives its glyph no letter, `font` the name of its font. `mistold`
    are the fonts of the file known to tell every า as ำ; those of this page are added. `place` tells the middle of a
    character's ink across the page, and its base line.
    """
    without = [n for found in _SUSPECTS.finditer(told) for n in range(*found.span()) if unmapped(n) == 1]
    chars = _with_aa(told, without, font, set() if mistold is None else mistold)
    for ring in _APART.finditer(told):
        at = ring.start()
        if unmapped(at) == 1 and (under := _under(told, at, place)):
            chars[at], chars[under] = "", "ำ"
    for n in without:
        chars[n] = "" if _is_told_behind(chars, n, without) else _read(chars, n)
    return chars


def _under(told: str, ring: int, place: Callable[[int], tuple[float, float]]) -> int | None:
    """Return the place of the า whose ring a glyph is, by where it stands; None for a bullet or a mark of its own."""
    across, base = place(ring)
    for found in _SPLIT.finditer(told):
        (letter, line), (vowel, _) = place(found.start(1)), place(found.start(2))
        if abs(line - base) < _LEVEL and letter < across < vowel:
            return found.start(2)
    return None


def _is_told_behind(chars: Sequence[str], n: int, without: Sequence[int]) -> bool:
    """Whether a glyph is a tone that is told with the ring behind it, as fpdf2 shapes ต่ำ: tone, ring (told as `่ำ`), and an า without letter."""
    told = chars[n + 1 : n + 3]
    return len(told) == 2 and told[0] in _TONES and told[1] == "ำ" and n + 3 in without


def _with_aa(told: str, without: Sequence[int], font: Callable[[int], str], mistold: set[str]) -> list[str]:
    """Return the characters with every า put right whose font tells it as ำ."""
    chars = list(told)
    false = [found.start() + found[0].index("ำ") for found in AM_FOR_AA.finditer(told)]
    rings = [_behind(chars, n) for n in without if _before_am(chars, n)]
    if not (false or rings or mistold):
        return chars
    fonts = {n: font(n) for n, char in enumerate(told) if char in "ำา"}
    many = Counter((name, told[n]) for n, name in fonts.items())
    mistold.update(fonts[n] for n in rings if many[fonts[n], "ำ"] > many[fonts[n], "า"])
    none = {fonts[n] for n in false} | mistold
    wrong = {name for name in none if not many[name, "า"]} | ({fonts[n] for n in rings} & mistold)
    for n, name in fonts.items():
        if name in wrong:
            chars[n] = "า"
    return chars


def _read(chars: list[str], n: int) -> str:
    """Return what a glyph without a letter is: the second half of the ำ before it, or nothing where the า behind it becomes one."""
    before = next((k for k in range(n - 1, -1, -1) if chars[k].strip(f" {MARKS}")), n)
    behind = _behind(chars, n)
    if chars[before] == "ำ":
        chars[before] = ""  # its ring alone: the letter ends where its second half does
        return "ำ"
    if behind < len(chars) and chars[behind] == "า":
        chars[behind] = "ำ"
        return ""
    return LOST


def _behind(chars: Sequence[str], n: int) -> int:
    """Return the place of the letter behind a ring, over a tone that stands on it."""
    return n + 2 if chars[n + 1 : n + 2] and chars[n + 1] in _TONES else n + 1


def _before_am(chars: Sequence[str], n: int) -> bool:
    return chars[_behind(chars, n) :][:1] == ["ำ"]

"""Repairing broken Thai text: what fonts, PDF writers and typists do to Thai letters, undone without touching digits or Latin.

Each rule answers something measured on real text layers (old PUA fonts, LibreOffice, typst, WeasyPrint, pdfminer).
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

# Fonts of the 1990s put raised, lowered and left-shifted marks into the private use area (Microsoft's Thai layout, F700 to F71A).
_PUA = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ" + "ิีึื" + "่้๊๋์" + "่้๊๋์" + "ญ" + "ัํ็" + "่้๊๋์" + "ฺุู",
        strict=True,
    )
)
_CONTROL = [c for c in range(32) if chr(c) not in "\t\n\r\f\v"]
_INVISIBLE = [0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xFFFE]
_TABLE: dict[int, str | None] = {**_PUA, **dict.fromkeys(_CONTROL + _INVISIBLE)}
_IN_TABLE = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")

MARKS = "ัิีึืฺุู็่้๊๋์ํ๎"
_TONES = "่้๊๋"


def _earlier(found: re.Match[str]) -> str:
    syllable, tone = found.groups()
    return f"{syllable[0]}{tone}{syllable[1]}"


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^\S\n]+", " "),  # no-break, thin and ideographic spaces, tabs
        (rf"(?<=[ก-ฮ{MARKS}]) (?=[{MARKS}ำ])", ""),  # a mark cannot begin a word
        # ั and ื never end a syllable, a leading vowel never stands alone, and no word begins with า
        (rf"([ัื][{_TONES}]?) (?=[ก-ฮ])", r"\1"),
        (r"(?<=[เแโใไ]) (?=[ก-ฮ])", ""),
        (rf"(?<=[ก-ฮ{MARKS}]) (?=า)", ""),
        (rf"([{MARKS}])\1+", r"\1"),
        (rf"([{_TONES}์])([ัิีึืฺุู็ํ])", r"\2\1"),  # vowel first, then tone: the order of typing and of Unicode
        (r"ำา", "ำ"),
        # ั and ื have a letter behind them in their syllable, which bears no tone: the mark was told a letter late (ชัน้, ผึง้, เริม่)
        (rf"([ัื][ก-ฮ]|ึง|(?<=เ[ก-ฮ])ิม|(?<=เ[ก-ฮ]{{2}})ิม)([{_TONES}])", _earlier),
        (rf"ํ([{_TONES}]?)า", r"\1ำ"),
        (rf"ำ([{_TONES}])", r"\1ำ"),
        (rf"(?<=[ก-ฮ])([{_TONES}]?)[˸˚°ĻÌƟ\ufffd](?=า)", r"\1ํ"),  # the nikhahit glyph under a foreign code
        (rf"ํ([{_TONES}]?)า", r"\1ำ"),
        (r"เเ", "แ"),
        # typst writes a mark's glyph again with its whole cluster. ั, and a tone over ิ ึ ื, never end a syllable, so that such a
        # cluster twice running is no word; an open one (ที่ที่) may be, and only its place on the page could tell (pdf_lines).
        # A silenced letter (ดิ์, ธุ์, ย์) and a shortened one (ป็น, but for the word ก็) begin none either.
        (rf"([ก-ฮ](?:[ิึื][{_TONES}]|ั[{_TONES}]?|[ิุ]?์))\1", r"\1"),
        (r"([ข-ฮ]็)\1", r"\1"),
    )
)


# what none of the rules would change holds none of these, and nearly every line of print is such
_SUSPECT = re.compile(
    rf"[^\S\n ]|  |^ | $| \n|\n | [{MARKS}ำา]|[ัื][{_TONES}]? [ก-ฮ]|[เแโใไ] [ก-ฮ]|([{MARKS}])\1|[{_TONES}์][ัิีึืฺุู็ํ]|ำ[า{_TONES}]"
    rf"|(?:[ัื][ก-ฮ]|[ึิ][งม])[{_TONES}]|ํ[{_TONES}]?า|[˸˚°ĻÌƟ\ufffd]|เเ"
    rf"|([ก-ฮ](?:[ิึื][{_TONES}]|ั[{_TONES}]?|[ิุ]?์))\2|([ข-ฮ]็)\3"
)


def normalise(text: str) -> str:
    """Return `text` with Thai spelt as Unicode spells it and single spaces; lines stay lines, and doing it twice changes nothing."""
    if text.isascii():
        return "\n".join(" ".join(line.split()) for line in text.split("\n"))
    repaired = text.translate(_TABLE) if _IN_TABLE.search(text) else text
    while _SUSPECT.search(repaired) and (once := _repair(repaired)) != repaired:
        repaired = once
    return repaired


def _repair(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return "\n".join(line.strip() for line in text.split("\n"))


@cache  # asked of every letter of many lines
def takes_room(letter: str) -> bool:
    """Whether a letter takes room on its line, as marks over and under letters do not."""
    return unicodedata.category(letter) != "Mn"


def foreign_scripts(text: str) -> list[str]:
    """Return the letters and marks that are neither Thai nor Latin, once each, in order: a recogniser's slips (Devanagari, Bengali)."""
    return [c for c in dict.fromkeys(text) if not c.isascii() and _is_foreign(c)]


def _is_foreign(char: str) -> bool:
    name = unicodedata.name(char, "")
    return unicodedata.category(char)[0] in "LM" and not name.startswith(
        ("THAI", "LATIN", "COMBINING", "MODIFIER", "FEMININE", "MASCULINE")
    )

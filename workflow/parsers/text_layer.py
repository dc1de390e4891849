"""Whether the text layer of a page is worth reading, or its picture should be recognised instead. Pure."""

import re
from collections.abc import Iterable

from workflow.parsers.pdf_unmapped import AM_FOR_AA, LOST
from workflow.parsers.thai_text import MARKS

_KNOWN = re.compile(r"[\x00-\x7f\u0e01-\u0e5b\uf700-\uf71a“”‘’–—…•·×÷°\u00ad\u200b-\u200f\u2060\ufeff]+")
_CONTROL = re.compile(r"[\x00-\x1f\ufffd\ufffe\uffff]")
_THAI = re.compile(r"[\u0e01-\u0e4e]")
_MUCH = 50  # characters: a page of a Thai letter that holds more and no Thai has lost its character map
# What no Thai word holds, once text is normalised: a mark or a vowel without its consonant, a leading vowel before none.
_MISSPELT = re.compile(
    rf"(?<![ก-ฮ{MARKS}])[{MARKS}]|(?<![ก-ฮ{MARKS}า])ะ|(?<![ก-ฮ{MARKS}])[าำ]|[เแโใไ](?![ก-ฮ])|(?<=[่้๊๋์])[่้๊๋ัิีึืุู]"
)
_MOST_MISSPELT = 0.03  # of the Thai letters; right text stays under 0.002


def is_language(printed: str) -> bool:
    """Whether a page's characters, without spaces, are language: not the codes of a font that has lost its character map, or some of it."""
    if LOST in printed:
        return False
    unknown, control = len(_KNOWN.sub("", printed)), len(_CONTROL.findall(printed))
    thai = len(printed) <= _MUCH or any("ก" <= c <= "๛" for c in printed)
    return unknown <= 0.1 * len(printed) and control <= 0.01 * len(printed) and thai


def misspelt(lines: Iterable[str]) -> bool:
    """Whether anything stands where no Thai word has it."""
    text = "\n".join(lines)
    return bool(_MISSPELT.search(text) or AM_FOR_AA.search(text))


def is_spelt(lines: Iterable[str]) -> bool:
    """Whether Thai is spelt as Thai can be: a character map that is wrong gives letters in places where none can stand.

    A map that tells า as ำ gives words that are none and more ำ than า; one such word may be a slip of the typist.
    """
    text = "\n".join(lines)
    if len(AM_FOR_AA.findall(text)) > 1 and text.count("ำ") > text.count("า"):
        return False
    thai = len(_THAI.findall(text))
    return thai <= _MUCH or len(_MISSPELT.findall(text)) <= _MOST_MISSPELT * thai

"""Whether the typeface has every character of a paper; what it lacks would print as an empty box, or not at all."""

import unicodedata

from workflow.core.document import Document
from workflow.core.errors import MissingGlyph
from workflow.templates.fonts import FontSet
from workflow.templates.pdf.face import known

_SHOWN = 24


def missing_glyphs(text: str, fonts: FontSet) -> tuple[str, ...]:
    """Return `“😀” (U+1F600)` for every letter of the text that the regular or the bold face lacks, in the order of the text."""
    there = _known(fonts)
    letters = dict.fromkeys(letter for letter in text if not letter.isspace() and letter not in there)
    return tuple(f"“{letter}” (U+{ord(letter):04X})" for letter in letters)


def require_glyphs(document: Document, fonts: FontSet) -> None:
    """Raise MissingGlyph for the first character that has no glyph in both faces, naming it and the line it stands in."""
    there = _known(fonts)
    for line in document.words().splitlines():
        for at, letter in enumerate(line):
            if letter not in there:
                raise _missing(letter, line[max(0, at - _SHOWN) : at + 1])


def _known(fonts: FontSet) -> frozenset[str]:
    return known(fonts.regular) & known(fonts.bold)


def _missing(letter: str, where: str) -> MissingGlyph:
    name = unicodedata.name(letter, "")
    return MissingGlyph(
        f"แบบอักษร TH Sarabun New ไม่มีอักขระ “{letter}” (U+{ord(letter):04X}{' ' + name if name else ''}) ที่ท้ายข้อความ “{where}”",
        next_step="ลบหรือพิมพ์แทนอักขระนี้ในข้อมูลของเรื่องหรือในถ้อยคำ แล้วสั่งใหม่ ยังไม่มีการออกเลขหนังสือ",
    )

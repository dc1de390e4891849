"""Thai and Arabic digits."""

import re

from workflow.core.replacing import replacing

_TO_ARABIC = replacing(dict(zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True)))
_TO_THAI = replacing(dict(zip("0123456789", "๐๑๒๓๔๕๖๗๘๙", strict=True)))


def to_arabic(text: str) -> str:
    """Return `text` with every Thai digit written as an Arabic one."""
    return text if text.isascii() else _TO_ARABIC(text)


def to_thai(value: object) -> str:
    """Return `value` as text with every Arabic digit written as a Thai one."""
    return _TO_THAI(str(value))


_MIXED = re.compile(r"[0-9][๐-๙]|[๐-๙][0-9]")


def mixed(text: str) -> bool:
    """Whether Thai and Arabic digits stand side by side."""
    return bool(_MIXED.search(text))


# Digits that a recogniser takes for letters of the same shape; only a place that must hold digits may be read so.
_SHAPED = str.maketrans("OoQDlIi|!ZzSsBgqbฯ", "000011111225589967")


def as_digits(text: str) -> str:
    """Return `text`, known to stand where digits must, with letters of a digit's shape written as that digit (o 0, l 1, S 5)."""
    return to_arabic(text).translate(_SHAPED)

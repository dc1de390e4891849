"""Thai and Arabic digits."""

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def to_arabic(text: str) -> str:
    """Return `text` with every Thai digit written as an Arabic one."""
    return text.translate(_TO_ARABIC)


def to_thai(value: object) -> str:
    """Return `value` as text with every Arabic digit written as a Thai one."""
    return str(value).translate(_TO_THAI)


# Digits that a recogniser takes for letters of the same shape; only a place that must hold digits may be read so.
_SHAPED = str.maketrans("OoQDlIi|!ZzSsBgqbฯ", "000011111225589967")


def as_digits(text: str) -> str:
    """Return `text`, known to stand where digits must, with letters of a digit's shape written as that digit (o 0, l 1, S 5)."""
    return to_arabic(text).translate(_SHAPED)

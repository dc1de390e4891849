"""Thai and Arabic digits."""

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def to_arabic(text: str) -> str:
    """Return `text` with every Thai digit written as an Arabic one."""
    return text.translate(_TO_ARABIC)


def to_thai(value: object) -> str:
    """Return `value` as text with every Arabic digit written as a Thai one."""
    return str(value).translate(_TO_THAI)

"""Latin words as a recogniser leaves them inside Thai text: letters of one outline put right where only one reading is a word. Pure."""

import re

# Each rule holds for English as it is written; what more than one word could be is left as read.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[a-z])[I|](?=[a-z1I|]|\b)"), "l"),  # MuIti, SkiI
    (re.compile(r"(?<=[a-z]l)[1I|](?=\b)"), "l"),  # Skil1
    (re.compile(r"(?<=[a-z])1(?=[a-z])"), "l"),
    (re.compile(r"(?<=[a-z]{2})11(?=\b)"), "ll"),  # Ski11
    (re.compile(r"(?<=[a-z])0(?=[a-z])"), "o"),
    (re.compile(r"\bl(?=[bcdfghjkmnpqrstvwxz][a-z])"), "I"),  # ldentity
    (re.compile(r"(?<=[A-Za-z])=(?=[A-Z])"), "-"),  # Multi=Factor
    (re.compile(r"(?<=[a-z]{3})L\b"), "l"),  # DrilL
    (re.compile(r"(?<![A-Za-z.'’-])Al(?![A-Za-z.'’-])"), "AI"),  # Al Literacy: no English word stands alone so
    (re.compile(r"(?<=[a-z])[{}\[\]](?=[a-z])"), "l"),
)
_SMALL = re.compile(r"\b([A-Z])([COSUVWXZ])(?=[a-z]{2})")  # COmplaint, EXperience
_GLUED = re.compile(
    r"[ก-๎][A-Za-z]{3,}|[A-Za-z]{2,}[ก-๎]|[A-Za-z][?@#$^{}\[\]<>|][A-Za-z]|[a-z]\d[a-z]|[a-z]{3}\d\b|[a-z][A-Z]\b"
)


def plain_latin(text: str) -> str:
    """Return the text with misread letters of English words put right."""
    for pattern, letter in _RULES:
        text = pattern.sub(letter, text)
    return _SMALL.sub(lambda found: found[1] + found[2].lower(), text)


def torn_word(text: str) -> bool:
    """Whether a word mixes Thai with Latin letters, or letters with signs, as no printer sets them."""
    return bool(_GLUED.search(text))

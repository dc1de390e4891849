"""Pages fit to be shown: every secret masked in the lines, and the places that must be blacked out in the picture. Pure.

A line that holds any part of a secret is blacked out whole: how far a letter stands from the margin is only reckoned, and a login
shown by half is shown. In a scan the recogniser may have misread label or digits, so that looser signs count there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from workflow.core.reading import Box
from workflow.core.secrets import SecretMatch, find, mask
from workflow.core.thai_digits import to_arabic
from workflow.parsers.page import Line, Page

ROUNDS = 5  # masking one secret may lay bare the next
PERHAPS = "[ปกปิด: อาจเป็นข้อมูลลับ]"
_LABELS = ("username", "password", "passcode", "ชื่อผู้ใช้", "รหัสผ่าน")
_LIKE = 78.0  # percent alike
_MISREAD = str.maketrans("OoQDlI|ZSB", "0000111258")
_MOBILE_LIKE = re.compile(r"(?<![\d/])(?:0|66)[689](?:[\s\-–.]{0,3}\d){8}(?!\d)")
_ODD = re.compile(r"(?=[!-~]*\d)[!-~]{4,}|[!-~]*[!@#$%^&*+=~\\{}][!-~]*")


@dataclass(frozen=True)
class Shown:
    """A page whose lines hold no secret, and the boxes (points) that hide them in its picture; None: the box is unknown."""

    page: Page
    hidden: tuple[Box | None, ...] = ()


def without_secrets(page: Page, known: Mapping[str, str], *, recognised: bool = False) -> Shown:
    """Return the page as it may be shown; `known` are the secret values of the whole file and what stands for each."""
    texts = [line.text for line in page.lines]
    touched: set[int] = set()
    for _ in range(ROUNDS):
        matches = find(" ".join(texts))
        if not matches:
            break
        for match in reversed(matches):
            touched |= _blot(texts, match)
    for n, text in enumerate(texts):
        clean = mask(text, known)
        if clean != text:
            texts[n] = clean
            touched.add(n)
        elif recognised and n not in touched and _perhaps(page.lines, n):
            texts[n] = PERHAPS
            touched.add(n)
    lines = tuple(replace(line, text=text, pieces=()) for line, text in zip(page.lines, texts, strict=True))
    clean_page = replace(page, lines=lines, tables=())
    return Shown(clean_page, tuple(page.lines[n].box for n in sorted(touched)))


def _blot(texts: list[str], match: SecretMatch) -> set[int]:
    """Put the masked form where the secret begins and take out the rest of it, over as many lines as it runs."""
    at = 0
    touched: set[int] = set()
    for n, text in enumerate(list(texts)):
        first, last = max(match.start - at, 0), min(match.end - at, len(text))
        at += len(text) + 1
        if first < last:
            texts[n] = text[:first] + ("" if touched else match.masked) + text[last:]
            touched.add(n)
    return touched


def _perhaps(lines: Sequence[Line], n: int) -> bool:
    """Whether a recognised line may hold a mobile or a login that was not read well enough to be known as one."""
    plain = to_arabic(lines[n].text)
    if _MOBILE_LIKE.search(plain.translate(_MISREAD)):
        return True
    above = to_arabic(lines[n - 1].text) if n and _label(to_arabic(lines[n - 1].text).strip()[-14:]) else ""
    labelled = _label(plain)
    return bool((labelled or above) and _ODD.search(re.sub(r"\S+@\S+|https?:\S+", " ", plain)))


def _label(text: str) -> bool:
    words = [word for word in re.split(r"[\s:=/(),]+", text.lower()) if len(word) > 5]
    return any(fuzz.ratio(word, label) >= _LIKE for word in words for label in _LABELS) or any(
        label in text.replace(" ", "") for label in _LABELS[3:]
    )

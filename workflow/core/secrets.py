"""Secrets on a paper: logins, personal mobiles, ID numbers and personal e-mails, found and masked before anything is passed on.

The result letter of 2562 carried a dashboard login that was copied down to every station (docs/decisions.md). Office telephone
numbers stay; mobiles are masked whoever's they are, because a result letter prints those of contractors' staff.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.core.reading import SecretKind
from workflow.core.thai_digits import to_arabic

_LABELS = {
    "ชื่อผู้ใช้": r"user\s*-?\s*name|user\s*id|user|login|ชื่อ\s?ผู้ใช้(?:งาน)?|ชื่อบัญชี",
    "รหัสผ่าน": r"pass\s*-?\s*word|passcode|pwd|รหัส\s?ผ่าน",
}
_CREDENTIALS = {
    name: re.compile(
        rf"(?<![a-z])(?P<label>{label})(?![a-z])(?:\s*(?:[:=：]|คือ|is\b)\s*|\s+(?=\S*\d))(?P<value>[\"“']?[^\s,;“”\"'\[\]()<>|]+)",
        re.I,
    )
    for name, label in _LABELS.items()
}
_MOBILE = re.compile(r"(?<![\d./\-])(?:\+66[\s\-]?|0)[689](?:[\s\-.]?\d){8}(?!\d)")
_ID = re.compile(r"(?<!\d)[1-8](?:[\s\-]?\d){12}(?!\d)")
_PERSONAL_MAIL = re.compile(r"[\w.+\-]+@(?:gmail|hotmail|outlook|yahoo|live|icloud)\.[a-z.]+", re.I)


@dataclass(frozen=True)
class SecretMatch:
    """One secret: text[start:end] is what must not be passed on, `masked` what stands in its place."""

    kind: SecretKind
    start: int
    end: int
    masked: str


def find(text: str) -> list[SecretMatch]:
    """Return the secrets in `text` in order, none overlapping another."""
    plain = to_arabic(text)  # one character for one: places stay the same
    found: list[SecretMatch] = []
    for match in sorted(_all(plain), key=lambda m: (m.start, -m.end)):
        if not found or match.start >= found[-1].end:
            found.append(match)
    return found


def mask(text: str) -> str:
    """Return `text` with every secret replaced; masking twice changes nothing more."""
    parts, done = [], 0
    for match in find(text):
        parts += [text[done : match.start], match.masked]
        done = match.end
    return "".join([*parts, text[done:]])


def _all(plain: str) -> Iterator[SecretMatch]:
    for name, pattern in _CREDENTIALS.items():
        for hit in pattern.finditer(plain):
            yield SecretMatch("credential", hit.start("value"), hit.end("value"), f"[ปกปิด: {name}]")
    for hit in _MOBILE.finditer(plain):
        yield SecretMatch("mobile", hit.start(), hit.end(), "[ปกปิด: โทรศัพท์เคลื่อนที่]")
    for hit in _ID.finditer(plain):
        if _is_thai_id(hit.group()):
            yield SecretMatch("national-id", hit.start(), hit.end(), "[ปกปิด: เลขประจำตัวประชาชน]")
    for hit in _PERSONAL_MAIL.finditer(plain):
        yield SecretMatch("email", hit.start(), hit.end(), "[ปกปิด: อีเมลส่วนตัว]")


def _is_thai_id(text: str) -> bool:
    """Whether thirteen digits carry the check digit of a Thai ID: (11 - sum(d_i * (14 - i)) mod 11) mod 10."""
    digits = [int(c) for c in text if c.isdigit()]
    return (11 - sum(d * w for d, w in zip(digits, range(13, 1, -1), strict=False)) % 11) % 10 == digits[12]

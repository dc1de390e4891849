"""What a password must be: long enough, and not one that everybody tries first. No rule about kinds of letters, no forced change.

Source: NIST SP 800-63B (3.1.1), OWASP ASVS 5.0 6.2: length, a list of common ones, the words of the context.
"""

import re
import unicodedata
from collections.abc import Iterable

from workflow.core.thai_digits import to_arabic

SHORTEST, LONGEST = 12, 200
_COMMON = (
    "password", "passw0rd", "qwerty", "qwertyuiop", "asdfgh", "zxcvbn", "letmein", "welcome", "admin", "administrator", "iloveyou",
    "monkey", "dragon", "football", "abc123", "111111", "123456", "123123", "654321", "000000", "1q2w3e4r", "saraban", "police",
    "royalthaipolice", "thailand", "bangkok", "สารบรรณ", "ตำรวจ", "รหัสผ่าน", "ประเทศไทย", "กรุงเทพ", "สวัสดี",
)  # fmt: skip


def weakness(password: str, about: Iterable[str] = ()) -> str:
    """Return in Thai why a password will not do, "" when it will; `about`: the login, the person's name, the unit, which all may guess."""
    text = unicodedata.normalize("NFC", password)
    if len(text) < SHORTEST:
        return f"รหัสผ่านสั้นไป ต้องยาวอย่างน้อย {SHORTEST} ตัวอักษร"
    if len(text) > LONGEST:
        return f"รหัสผ่านยาวเกิน {LONGEST} ตัวอักษร"
    if len(set(text)) <= SHORTEST // 3:
        return "รหัสผ่านซ้ำตัวอักษรเดิมมากไป"
    if len(_without(text, (*_COMMON, *about))) < SHORTEST // 2:
        return "รหัสผ่านเป็นคำที่เดาได้ง่าย"
    return ""


def _without(text: str, words: Iterable[str]) -> str:
    """Return what is left of a password when every word that anybody would try, every run of digits and every sign is taken out."""
    left = to_arabic(text.lower())
    parts = {part.lower() for word in words for part in re.split(r"[\s.]+", word) if len(part) >= 3}
    for word in sorted(parts, key=len, reverse=True):
        left = left.replace(word, "")
    return re.sub(r"\d{2,}|[\W_]", "", left) if len(left) < len(text) else left

"""Secrets on a paper: logins, personal mobiles, ID numbers and personal e-mails, found and masked before anything is passed on.

The result letter of 2562 carried a dashboard login that was copied down to every station (docs/decisions.md). Office telephone
numbers stay; mobiles are masked whoever's they are, because a result letter prints those of contractors' staff.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workflow.core.reading import SecretKind
from workflow.core.thai_digits import to_arabic

_USER = r"user\s*-?\s*name|user\s*id|user|log[\s-]?in|ชื่อ\s?ผู้ใช้(?:งาน)?|รหัส\s?ผู้ใช้(?:งาน)?|ชื่อ\s?บัญชี"
_ENTRY = r"pass\s*-?\s*word|passphrase|passcode|pwd|pass(?=\s*[:=：])|รหัส\s?ผ่าน|รหัส\s?เข้า(?:ใช้งาน|ใช้|สู่)?(?:ระบบ)?"
_SIGNS = ("user", "log", "pass", "pwd", "ชื่อ", "รหัส")  # every way to name a login holds one of them
# what else a label is called, in brackets, may stand between it and its colon: ชื่อผู้ใช้ (Username): …
_COLON = r"\s*(?:\([^()\d]{2,24}\)\s*)?[:=：]+\s*"
_VERB = r"\s*(?:คือ|เป็น|ได้แก่|is\b)\s*(?=[!-~]*[a-z0-9])"
_QUOTE = r"[\"'“‘]"
_SPACE = r"(?:\s+(?:[-–—]+\s*)?|\s*[–—]+\s*|-\s+)"
_VALUE = r"(?!\[ปกปิด)(?:[\"“][^\"“”]{1,40}[\"”]|\S+)"
# A word no prose has: a digit in it, or a sign that is not punctuation; an address to write to is none.
_ODD = r"(?:[!-~]*\d|(?![\w.+\-]+@[\w\-]+\.[a-z])(?=[!-~]*[a-z])[!-~]*[!@#$%^&*_+=~\\{}])"
# After a colon everything up to the next space is the value; after a verb, a dash or a mere space only what no Thai sentence goes on with.
_ENTRY_SAID = rf"(?:{_COLON}|{_VERB}|(?:{_SPACE}|-)(?={_QUOTE}?{_ODD})|\s+(?={_QUOTE}[!-~]+[\"'”’]))"
_NO_LABEL = rf"(?!(?:{_USER}|{_ENTRY}|pass)(?![a-z]))"
_BEFORE_ENTRY = rf"(?={_QUOTE}?{_NO_LABEL}[a-z0-9@_][\s\S]{{0,40}}?(?<![a-z])(?:{_ENTRY})(?![a-z]){_ENTRY_SAID}\S)"
_USER_SAID = rf"(?:{_COLON}|{_VERB}|{_SPACE}(?:(?={_QUOTE}?[!-~]*\d)|{_BEFORE_ENTRY}))"
_CREDENTIALS = {
    name: re.compile(rf"(?<![a-z])(?:{label})(?![a-z]){said}(?P<value>{_VALUE})", re.I)
    for name, label, said in (("ชื่อผู้ใช้", _USER, _USER_SAID), ("รหัสผ่าน", _ENTRY, _ENTRY_SAID))
}
# "Username / Password : one / two": one label for two values
_PAIR = re.compile(
    rf"(?<![a-z])(?:{_USER})\s*(?:/|,|&|และ)\s*(?:{_ENTRY}|pass)(?![a-z]){_ENTRY_SAID}"
    rf"(?P<user>(?!\[ปกปิด)(?:\S+(?=\s+/\s)|[^\s/]+))(?:\s*/\s*|\s*(?:และ|,)\s*|\s+(?=[!-~]))(?P<pass>{_VALUE})",
    re.I,
)
# "Username  Password" as the head of a table: its rows follow in the same order
_HEAD = re.compile(rf"(?<![a-z])(?:(?P<first>{_USER})|{_ENTRY})[\s|/]+(?:{_ENTRY}|{_USER}|pass)(?![a-z])", re.I)
_ROW = re.compile(rf"[\s|]+(?=(?:[!-~]+[\s|]+)?{_ODD})(?P<one>{_NO_LABEL}[a-z0-9@_][!-~]*)[\s|]+(?P<two>[!-~]+)", re.I)
_NEXT_ROW = re.compile(rf"[\s|]+(?P<one>(?={_ODD})[!-~]+)[\s|]+(?P<two>(?={_ODD})[!-~]+)", re.I)
_GAP = r"[\s\-–()]{0,3}"
_MOBILE = re.compile(
    rf"(?<![\d./\-])(?:(?:\+|00)\s?66{_GAP}(?:\(0\)\s?)?|\(?0{_GAP})[689](?:(?:{_GAP}\d){{8}}|(?:\.?\d){{8}})(?!\d)"
)
_ID = re.compile(r"(?<!\d)[1-8](?:[\s\-]?\d){12}(?!\d)")
_ID_DIGITS = 13
_MANY_DIGITS = re.compile(r"(?:\D*+\d){10}")  # no mobile and no ID has fewer, and nearly no text has as many
_PERSONAL_MAIL = re.compile(r"[\w.+\-]+@(?:gmail|hotmail|outlook|yahoo|live|icloud)\.[a-z.]+", re.I)
_BARE = re.compile(r"[“”‘’]*[!-~]*")  # a value runs on into Thai where the typist left out the space
_AROUND = "\"'“”‘’()[]<>,;.:"
_WORTH_SEEKING = 4  # characters: a shorter value would be found inside innocent words


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
    if not ("@" in plain or _MANY_DIGITS.match(plain) or _names_a_login(plain)):
        return []
    found: list[SecretMatch] = []
    for match in sorted(_all(plain), key=lambda m: (m.start, -m.end)):
        if not found or match.start >= found[-1].end:
            found.append(match)
    return found


def mask(text: str, known: Mapping[str, str] | None = None) -> str:
    """Return `text` with every secret replaced, those of `known` (value to what stands for it) wherever they stand.

    Masking twice changes nothing more.
    """
    for value, masked in (known or {}).items():
        text = _without(text, value, masked)
    while (once := _mask_once(text)) != text:
        text = once
    return text


def values_in(text: str) -> dict[str, str]:
    """Return the bare values of the logins in `text` and what stands for each, longest first.

    A login is repeated on the next page without its label; only its value can find it there.
    """
    plain = to_arabic(text)
    found: dict[str, str] = {}
    for match in _all(plain):
        run = _BARE.match(plain, match.start, match.end)
        value = run.group().strip(_AROUND) if run and match.kind == "credential" else ""
        for part in (value, re.split(r"[,;]", value)[0]):
            if len(part) >= _WORTH_SEEKING and re.search(r"[A-Za-z0-9]", part):
                found.setdefault(part, match.masked)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _mask_once(text: str) -> str:
    parts, done = [], 0
    for match in find(text):
        parts += [text[done : match.start], match.masked]
        done = match.end
    return "".join([*parts, text[done:]])


def _without(text: str, value: str, masked: str) -> str:
    pattern = re.compile(rf"(?<![A-Za-z0-9]){re.escape(value)}(?![A-Za-z0-9])", re.I)
    parts, done = [], 0
    for hit in pattern.finditer(to_arabic(text)):
        parts += [text[done : hit.start()], masked]
        done = hit.end()
    return "".join([*parts, text[done:]])


def _all(plain: str) -> Iterator[SecretMatch]:
    """Yield every secret; what holds no sign of a kind is not searched for it, for nearly all texts hold none."""
    if _names_a_login(plain):
        yield from _logins(plain)
    if "0" in plain or "+" in plain:
        for hit in _MOBILE.finditer(plain):
            yield SecretMatch("mobile", hit.start(), hit.end(), "[ปกปิด: โทรศัพท์เคลื่อนที่]")
    for hit in _ID.finditer(plain) if len(plain) >= _ID_DIGITS else ():
        if _is_thai_id(hit.group()):
            yield SecretMatch("national-id", hit.start(), hit.end(), "[ปกปิด: เลขประจำตัวประชาชน]")
    for hit in _PERSONAL_MAIL.finditer(plain) if "@" in plain else ():
        yield SecretMatch("email", hit.start(), hit.end(), "[ปกปิด: อีเมลส่วนตัว]")


def _names_a_login(plain: str) -> bool:
    folded = plain.casefold()  # as re.IGNORECASE sees it, a long s among the rest
    return any(map(folded.__contains__, _SIGNS))


def _logins(plain: str) -> Iterator[SecretMatch]:
    for hit in _PAIR.finditer(plain):
        yield SecretMatch("credential", *hit.span("user"), "[ปกปิด: ชื่อผู้ใช้]")
        yield SecretMatch("credential", *hit.span("pass"), "[ปกปิด: รหัสผ่าน]")
    yield from _tabled(plain)
    for name, pattern in _CREDENTIALS.items():
        for hit in pattern.finditer(plain):
            yield SecretMatch("credential", hit.start("value"), hit.end("value"), f"[ปกปิด: {name}]")


def _tabled(plain: str) -> Iterator[SecretMatch]:
    for head in _HEAD.finditer(plain):
        names = ("ชื่อผู้ใช้", "รหัสผ่าน") if head["first"] else ("รหัสผ่าน", "ชื่อผู้ใช้")
        row = _ROW.match(plain, head.end())
        while row:
            for name, column in zip(names, ("one", "two"), strict=True):
                yield SecretMatch("credential", *row.span(column), f"[ปกปิด: {name}]")
            row = _NEXT_ROW.match(plain, row.end())


def _is_thai_id(text: str) -> bool:
    """Whether thirteen digits carry the check digit of a Thai ID: (11 - sum(d_i * (14 - i)) mod 11) mod 10."""
    digits = [int(c) for c in text if c.isdigit()]
    return (11 - sum(d * w for d, w in zip(digits, range(13, 1, -1), strict=False)) % 11) % 10 == digits[12]

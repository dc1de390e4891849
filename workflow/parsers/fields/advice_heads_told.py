"""How a paragraph begins that tells an item and its advice in one: where its name and its code stand, which signs part them. Pure.

`ชื่อ (ตัวชี้วัดที่ 1.2) …`, `(ตัวชี้วัดที่ 1.2 ชื่อ) …`, `[ชื่อ, 1.2] …`, `- ชื่อ ตัวชี้วัดที่ 1.2 : …`: what stands behind is the advice,
whatever words it begins with.
"""

import re
from dataclasses import dataclass

from workflow.parsers.fields.advice_signs import SIGN

PART = r"(?:ตัวชี้วัด|ประเด็น|หัวข้อ|มิติ|องค์ประกอบ|เกณฑ์)(?:\s*ย่อย)?"
_COUNT = r"\d+(?:\.\d+)+\.?|(?:ข้อ|ประเด็น|เรื่อง|ลำดับ)(?:ที่)?\s*\d{1,2}[.):]?"
_MARK = rf"(?P<mark>(?:{SIGN}|{_COUNT})\s+)?"
_WORD = rf"(?P<word>(?:{PART}\s*(?:ที่|รหัส)?|รหัส)\s*:?\s*)"
_CODE = r"(?P<code>\d{1,2}\.\d{1,2})"
_ENDS = r"[”\"’»]?"
_REST = r"\s*(?:[:–—-]\s*)?(?P<rest>\S.*)$"
_BEHIND = re.compile(
    rf"^{_MARK}(?P<name>[^\d\s(:][^(:]{{1,140}}?(?:\s?\([^()\d]{{2,60}}\))?{_ENDS})"
    rf"\s*[(\[]\s*{_WORD}?{_CODE}\s*[)\]]\s*(?P<rest>\S.*)$"
)
_NAME = r"(?P<name>[^\d\s()\[\]:–-][^()\[\]:]{1,140}?(?:\([^()\d]{2,60}\)[^()\[\]:]{0,60}?)?)"  # inside a bracket, with one of its own
_WITHIN = re.compile(rf"^{_MARK}[(\[]\s*{_WORD}?{_CODE}\.?\s*[:–—-]?\s*{_NAME}\s*[)\]]{_REST}")
_WITHIN_BEHIND = re.compile(rf"^{_MARK}[(\[]\s*{_NAME}\s*[,:–—-]?\s*{_WORD}?{_CODE}\s*[)\]]{_REST}")
# without brackets a sign must stand behind the code, and the word or a comma before it
_BETWEEN = re.compile(
    rf"^(?=\S{{1,4}}\s){_MARK}(?P<name>[^\d\s(:,][^(:,]{{1,140}}?(?:\s?\([^()\d]{{2,60}}\))?{_ENDS})\s*(?:[,–—-]\s*)?"
    rf"(?:{_WORD}|(?<=[,–—-]\s)(?=\d{{1,2}}\.\d(?!\d))){_CODE}\s*(?::|\s[–—-])\s+(?P<rest>\S.*)$"
)
# a quoted name alone may stand before its indicator: then words for work must tell the advice
_QUOTED = re.compile(
    rf"^{_MARK}(?:{_WORD}|(?<=\s)|(?=[(\[]))[(\[]?\s*{_CODE}\.?\s*[:)\]–—-]?\s*[“\"«‘](?P<name>[^”\"»’]{{2,140}})[”\"»’]{_REST}"
)
_CLOSED = re.compile(
    rf"^{_MARK}(?P<name>[^\d\s(:][^(:]{{1,140}}?(?:\s?\([^()\d]{{2,60}}\))?{_ENDS})\s*[(\[]\s*{_WORD}?{_CODE}\s*[)\]]\s*(?P<rest>\D*)$"
)
_ALONE = re.compile(rf"^{_MARK}[(\[]\s*{_WORD}?{_CODE}\.?\s*[:–—-]?\s*{_NAME}\s*[)\]]\s*:?(?P<rest>)$")
_LETTER = re.compile(r"[ก-ฮA-Za-z]")
_FORMS = {"behind": _BEHIND, "within": _WITHIN, "within behind": _WITHIN_BEHIND, "between": _BETWEEN, "quoted": _QUOTED}


@dataclass(frozen=True)
class Head:
    """The mark of an entry, the name and the code of its item, the word before the code, how they stand, and what follows them."""

    mark: str
    name: str
    word: str
    code: str
    form: str
    rest: str

    @property
    def within(self) -> bool:
        """Whether name and code stand in one bracket."""
        return self.form.startswith("within")


def head_of(text: str) -> Head | None:
    """Return the head that a paragraph begins with; a bullet alone before the word and the code is no name."""
    found = ((form, pattern.match(text)) for form, pattern in _FORMS.items())
    return next((_head(held, form) for form, held in found if held and _LETTER.search(held["name"])), None)


def head_alone(text: str) -> Head | None:
    """Return the head that a bracket holds, with nothing behind it."""
    found = _ALONE.match(text)
    return _head(found, "within") if found else None


def head_closed(text: str) -> Head | None:
    """Return the head of a name and its code in brackets, with no number behind it: nothing, or the indicator it belongs to."""
    found = _CLOSED.match(text)
    return _head(found, "closed") if found and _LETTER.search(found["name"]) else None


def _head(found: re.Match[str], form: str) -> Head:
    parts = {part: (found[part] or "") for part in ("mark", "name", "word", "code", "rest")}
    return Head(**parts, form=form)

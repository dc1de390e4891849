"""Papers cited: อ้างถึง, "มีหนังสือ ที่ … ลง …", "ตามบันทึกสั่งการ … ลง … ท้ายหนังสือ …"."""

import re
from collections.abc import Callable
from functools import cache

from workflow.core.reading import Reference
from workflow.core.thai_date import DATE_PATTERN
from workflow.parsers.fields.dated import DATE_LIKE, NOISY_DATE, SLASHED, date_in
from workflow.parsers.fields.numbers import BARE, NUMBER, mended_slots, tidy
from workflow.parsers.fields.skeleton import loose, nearest

_WRITTEN = re.sub(r"\(\?P<\w+>", "(?:", DATE_PATTERN.pattern)
_DATE = rf"(?:{_WRITTEN}|{SLASHED})"
_BLURRED_DATE = re.sub(r"\(\?P<\w+>", "(?:", rf"(?:{NOISY_DATE}|{DATE_LIKE})")
URGENCIES = ("ด่วนที่สุด", "ด่วนมาก", "ด่วน")
# a subject ends with the year, or where the sentence goes on
_SUBJECT_END = r"(?P<subject>.{3,220}?(?:ประจำปี\s*(?:พ\.\s?ศ\.\s*)?\d{4}|(?=\s(?:โดย|ผ่าน|ซึ่ง|ให้|และพิจารณา|\(|นั้น)|$)))"


class _Forms:
    """The patterns of a citation: exactly as typed, or as a scan blurs the words around number and date."""

    def __init__(self, form: Callable[[str], str], date: str) -> None:
        stray = r"[^\s\d]?" if form is not str else ""  # a pen's stroke over the words taken for a letter
        dated = rf"{stray}(?:{form('ลงวันที่')}|{form('ลง')}|{form('ลว')}\.?|{form('วันที่')})\s*(?P<date>{date})"
        urgent = "|".join(form(word) for word in URGENCIES)
        self.cited = re.compile(
            rf"(?P<urgency>{urgent})?\s*{form('ที่')}\s*(?P<number>{NUMBER}|{BARE}(?!\s*/))\s*{dated}"
        )
        self.bare = re.compile(rf"(?<![ก-๙/])(?P<urgency>{urgent})?\s*(?P<number>{BARE})\s*{dated}")
        self.order = re.compile(
            rf"(?P<name>(?:{form('บันทึก')})?(?:{form('สั่งการ')}|{form('คำสั่งการ')})(?:(?!ลง).){{0,40}}?)\s*{dated}"
        )
        self.subject = re.compile(rf"^\s*{form('เรื่อง')}\s*{_SUBJECT_END}")


@cache
def _forms(noisy: bool) -> _Forms:
    return _Forms(loose, _BLURRED_DATE) if noisy else _Forms(str, _DATE)


def references(text: str, *, noisy: bool = False) -> tuple[Reference, ...]:
    """Return the papers cited in a flowing text, in order, each with number, date and, where given, urgency and subject."""
    forms = _forms(noisy)
    text = mended_slots(text) if noisy else text
    found = {
        m.end(): (m.start(), Reference(None, date_in(m["date"], noisy=noisy), m["name"].strip()))
        for m in forms.order.finditer(text)
    }  # a paper with a number of its own is no order upon another: คำสั่งการประปา … ที่ 12/2567
    found |= {m.end(): (m.start(), _reference(m, text, forms, noisy)) for m in forms.bare.finditer(text)}
    found |= {m.end(): (m.start(), _reference(m, text, forms, noisy)) for m in forms.cited.finditer(text)}
    return tuple(reference for _, reference in sorted(found.values(), key=lambda pair: pair[0]))


def _reference(match: re.Match[str], text: str, forms: _Forms, noisy: bool) -> Reference:
    subject = forms.subject.match(text[match.end() : match.end() + 260])
    urgency = nearest(match["urgency"], URGENCIES) if match["urgency"] else None
    return Reference(
        tidy(match["number"]),
        date_in(match["date"], noisy=noisy),
        subject["subject"].strip() if subject else None,
        urgency,
    )

"""Papers cited: อ้างถึง, "มีหนังสือ ที่ … ลง …", "ตามบันทึกสั่งการ … ลง … ท้ายหนังสือ …", and dated ones without a number."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from workflow.core.reading import Reference
from workflow.core.thai_date import DATE_PATTERN
from workflow.parsers.fields.dated import DATE_LIKE, NOISY_DATE, SLASHED, date_in
from workflow.parsers.fields.numbers import BARE, BY_UNITS, NUMBER, mended_slots, tidy
from workflow.parsers.fields.skeleton import loose, nearest

_WRITTEN = re.sub(r"\(\?P<\w+>", "(?:", DATE_PATTERN.pattern)
_DATE = rf"(?:{_WRITTEN}|{SLASHED})"
_BLURRED_DATE = re.sub(r"\(\?P<\w+>", "(?:", rf"(?:{NOISY_DATE}|{DATE_LIKE})")
URGENCIES = ("ด่วนที่สุด", "ด่วนมาก", "ด่วน")
# what is written and dated at the end of another paper, by whatever name; words of a post that hold one name nothing
_NOTED = ("สั่งการ", "คำสั่ง", "บัญชา", "มติ", "ความเห็น", "เห็นชอบ", "อนุมัติ", "อนุญาต")
_OF_A_POST = "(?<!ผู้)(?<!กอง)(?<!บังคับ)"
# a day by which, or from which, something is to be done dates no paper
_TERM = ("ภายใน", "ก่อน", "ตั้งแต่", "จนถึง", "สิ้นสุด")
# a subject ends with the year, or where the sentence goes on
_GOES_ON = r"\s(?:โดย|ผ่าน|ซึ่ง|ให้|และพิจารณา|\(|นั้น|(?:แจ้ง|ความ|ระบุ|สรุป|รายงาน)ว่า)"
_SUBJECT_END = rf"(?P<subject>.{{3,220}}?(?:ประจำปี\s*(?:พ\.\s?ศ\.\s*)?\d{{4}}|(?={_GOES_ON}|$)))"


class _Forms:
    """The patterns of a citation: exactly as typed, or as a scan blurs the words around number and date."""

    def __init__(self, form: Callable[[str], str], date: str) -> None:
        stray = r"[^\s\d]?" if form is not str else ""  # a pen's stroke over the words taken for a letter
        dated = rf"{stray}(?:{form('ลงวันที่')}|{form('ลง')}|{form('ลว')}\.?|{form('วันที่')})\s*(?P<date>{date})"
        urgent = "|".join(form(word) for word in URGENCIES)
        self.cited = re.compile(
            rf"(?P<urgency>{urgent})?\s*{form('ที่')}\s*(?P<number>{NUMBER}|{BY_UNITS}|{BARE}(?!\s*/))\s*{dated}"
        )
        self.bare = re.compile(rf"(?<![ก-๙/])(?P<urgency>{urgent})?\s*(?P<number>{BARE})\s*{dated}")
        # of a scan: the words before a number may be gone under a stroke, its day right behind it tells what it is
        self.hidden = re.compile(
            rf"(?<![\d/])(?P<urgency>(?!))?(?P<number>(?:[ก-ฮ]{{1,5}}\.?\s?)?\d{{2,5}}(?:\.\d{{1,3}})*/\s?(?:ว\s?)?\d{{1,6}})\s*{dated}"
        )
        letter = rf"(?:{form('หนังสือ')}|{form('บันทึก')}(?:{form('ข้อความ')})?)"
        self.named = re.compile(rf"{letter}\s+(?P<urgency>{urgent})?\s*(?P<number>{NUMBER})\s*{dated}")
        term = "|".join(map(form, _TERM))
        self.order = re.compile(
            rf"(?P<led>{form('ตาม')})?(?P<name>(?:(?:{form('บันทึก')})?(?:{form('สั่งการ')}|{form('คำสั่งการ')})"
            rf"|(?<=ตาม){form('คำสั่ง')})"
            rf"(?:(?!ลง|{term}).){{0,40}}?)\s*{dated}"
        )
        self.narrated = re.compile(rf"{form('สั่งการ')}.*{form('เมื่อ')}$")  # what somebody did on a day, and wrote nowhere
        noted = rf"{_OF_A_POST}(?:{'|'.join(map(form, _NOTED))})"
        written = rf"{stray}(?:{form('ลงวันที่')}|{form('ลง')}|{form('ลว')}\.?"
        self.noted = re.compile(
            rf"(?:(?P<name>{noted}(?:(?!ลง|{noted}).){{0,60}}?)\s*{written}|{form('เมื่อวันที่')})|{written}))\s*"
            rf"(?P<date>{date})(?=\s*{form('ท้าย')}(?!สุด|ที่สุด|\S{{0,14}}นี้))"
        )
        self.told = re.compile(rf"(?:{written}|{form('เมื่อวันที่')}))\s*(?P<date>{date})")
        self.mark = re.compile(rf"(?:^|\s)\(?\d{{1,2}}[.)]\s*(?=\D)|{form('เรื่อง')}")
        self.subject = re.compile(rf"^\s*{form('เรื่อง')}\s*{_SUBJECT_END}")


@cache
def _forms(noisy: bool) -> _Forms:
    return _Forms(loose, _BLURRED_DATE) if noisy else _Forms(str, _DATE)


def references(text: str, *, noisy: bool = False, listed: bool = False) -> tuple[Reference, ...]:
    """Return the papers cited in a flowing text, in order, each with number, date and, where given, urgency and subject.

    What is `listed` under อ้างถึง is cited with its day alone where it has no number.
    """
    forms = _forms(noisy)
    text = mended_slots(text) if noisy else text
    found = {
        m.end(): (m.start(), Reference(None, date_in(m["date"], noisy=noisy), m["name"].strip() if m["name"] else None))
        for form in (forms.noted, forms.order)
        for m in form.finditer(text)
        if form is forms.noted or m["led"] or not forms.narrated.match(m["name"])
    }  # a paper with a number of its own is no order upon another: คำสั่งการประปา … ที่ 12/2567
    for form in (*((forms.hidden,) if noisy else ()), forms.bare, forms.named, forms.cited):
        found |= {m.end(): (m.start(), _reference(m, text, forms, noisy)) for m in form.finditer(text)}
    if listed:
        found |= {end: told for end, told in _unnumbered(text, forms, noisy) if end not in found}
    return tuple(reference for _, reference in sorted(found.values(), key=lambda pair: pair[0]))


def _unnumbered(text: str, forms: _Forms, noisy: bool) -> Iterator[tuple[int, tuple[int, Reference]]]:
    """Yield what is dated in a list of papers, with its place; a day that a paper's subject tells is not its own."""
    above = 0
    for match in forms.told.finditer(text):
        marks = list(forms.mark.finditer(text, above, match.start()))
        start = marks[-1].end() if marks else above
        above = match.end()
        if not (marks and marks[-1].group().strip()[:1] == "เ"):
            name = text[start : match.start()].strip(" ,")
            yield match.end(), (start, Reference(None, date_in(match["date"], noisy=noisy), name or None))


def _reference(match: re.Match[str], text: str, forms: _Forms, noisy: bool) -> Reference:
    subject = forms.subject.match(text[match.end() : match.end() + 260])
    urgency = nearest(match["urgency"], URGENCIES) if match["urgency"] else None
    return Reference(
        tidy(match["number"]),
        date_in(match["date"], noisy=noisy),
        subject["subject"].strip() if subject else None,
        urgency,
    )

"""Papers cited: อ้างถึง, "มีหนังสือ ที่ … ลง …", "ตามบันทึกสั่งการ … ลง … ท้ายหนังสือ …"."""

import re

from workflow.core.reading import Reference
from workflow.core.thai_date import DATE_PATTERN, parse
from workflow.parsers.fields.numbers import NUMBER, tidy

_DATE = re.sub(r"\(\?P<\w+>", "(?:", DATE_PATTERN.pattern)
_DATED = rf"(?:ลงวันที่|ลง|ลว\.?|วันที่)\s*(?P<date>{_DATE})"
_CITED = re.compile(rf"(?P<urgency>ด่วนที่สุด|ด่วนมาก|ด่วน)?\s*ที่\s*(?P<number>{NUMBER})\s*{_DATED}")
_ORDER = re.compile(rf"(?P<name>(?:บันทึก)?(?:สั่งการ|คำสั่งการ)[^\d]{{0,40}}?)\s*{_DATED}")
# a subject ends with the year, or where the sentence goes on
_SUBJECT = re.compile(
    r"^\s*เรื่อง\s*(?P<subject>.{3,220}?(?:ประจำปี\s*(?:พ\.\s?ศ\.\s*)?\d{4}|(?=\s(?:โดย|ผ่าน|ซึ่ง|ให้|และพิจารณา|\(|นั้น)|$)))"
)


def references(text: str) -> tuple[Reference, ...]:
    """Return the papers cited in a flowing text, in order, each with number, date and, where given, urgency and subject."""
    found = [(m.start(), _reference(m, text)) for m in _CITED.finditer(text)]
    found += [(m.start(), Reference(None, parse(m["date"]), m["name"].strip())) for m in _ORDER.finditer(text)]
    return tuple(reference for _, reference in sorted(found, key=lambda pair: pair[0]))


def _reference(match: re.Match[str], text: str) -> Reference:
    subject = _SUBJECT.match(text[match.end() : match.end() + 260])
    return Reference(
        tidy(match["number"]), parse(match["date"]), subject["subject"].strip() if subject else None, match["urgency"]
    )

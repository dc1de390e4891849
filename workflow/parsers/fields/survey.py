"""The survey a paper reports on: its name and year, the score and the group's average. Nothing of a year's framework is assumed."""

import re

from workflow.core.reading import Count, Survey

_YEAR = re.compile(r"ประจำปี\s*(?:งบประมาณ\s*)?(?:พ\.\s?ศ\.\s*)?(?P<year>25\d\d)")
_ANY_YEAR = re.compile(r"(?:ปี|พ\.\s?ศ\.)\s*(?P<year>25\d\d)")
_VALUE = r"(?:เท่ากับ|คิดเป็น|อยู่ที่|ที่|ร้อยละ|คะแนน|เป็น|:|\s){0,6}(?P<value>\d{1,3}\.\d{1,2})"
_SCORE = re.compile(rf"(?:ได้(?:รับ)?|มี)?\s*(?:ผล)?คะแนน(?:รวม|เฉลี่ยรวม|ภาพรวม|ความพร้อม\S*)?(?:ทั้งสิ้น)?\s*{_VALUE}")
_AVERAGE = re.compile(rf"(?:ค่าเฉลี่ย|คะแนนเฉลี่ย|เฉลี่ย|ภาพรวม)(?P<of>[^0-9]{{0,90}}?){_VALUE}")
_NAME = re.compile(r"(?P<name>(?:การ)?(?:สำรวจ|ประเมิน|วัดระดับ|วัด|จัดอันดับ)\S.{6,160}?)\s*(?=ประจำปี|ปี\s*25)")


def survey_of(subject: str | None, text: str) -> Survey | None:
    """Return the survey's facts; None when the paper names no survey, year or score."""
    year = _YEAR.search(subject or "") or _YEAR.search(text) or _ANY_YEAR.search(subject or "")
    name = _NAME.search(subject or "") or _NAME.search(text)
    average = _AVERAGE.search(text)
    score = next((m for m in _SCORE.finditer(text) if not average or m.start("value") != average.start("value")), None)
    found = Survey(
        name["name"].strip() if name else None, int(year["year"]) if year else None,
        float(score["value"]) if score else None, float(average["value"]) if average else None, counts(text),
    )  # fmt: skip
    return found if found != Survey() else None


_PERCENT = re.compile(r"ร้อยละ\s*(?P<pct>\d{1,3}(?:\.\d+)?)\s*\)")
_NUMBER = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d)(?=\s*(?:หน่วย|แห่ง|ราย|องค์กร|ส่วนราชการ))")
_GROUPS = (("local", r"ท้องถิ่น"), ("provincial", r"จังหวัด|ภูมิภาค"), ("central", r"กรม|ส่วนกลาง|กระทรวง"))


def counts(text: str) -> dict[str, Count]:
    """Return offices surveyed and answered by group: each printed percentage closes one group's two numbers."""
    found: dict[str, Count] = {}
    start = 0
    for match in _PERCENT.finditer(text):
        part = text[start : match.start()]
        numbers = [int(n.replace(",", "")) for n in _NUMBER.findall(part)]
        start = match.end()
        group = _group(part, first=not found)
        if len(numbers) >= 2 and group and group not in found:
            found[group] = Count(numbers[-2], numbers[-1], float(match["pct"]))
    return found


def _group(part: str, *, first: bool) -> str | None:
    if first and re.search(r"ทั้งหมด|ทั้งสิ้น|รวม", part):
        return "total"
    return next((name for name, words in _GROUPS if re.search(words, part)), None)

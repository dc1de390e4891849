"""The office's own score and its group's average, told apart by the words before each number; what stays open is a doubt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?<![\d.,/])(?P<value>\d{1,3}(?:\.\d{1,2})?)(?![\d,/]|\.\d)\s*(?P<unit>คะแนน(?!เต็ม|เฉลี่ย|รวม)|เปอร์เซ็นต์|%)?"
)
_SAID = re.compile(r"(?:คะแนน\S*|ร้อยละ|เท่ากับ|อยู่ที่|คิดเป็น|ได้|ได้รับ|เฉลี่ย\S*|[:=])\s*$")
_SCORING = re.compile(r"คะแนน|ร้อยละ|เฉลี่ย")
_OWN = re.compile(
    r"(?:ได้(?:รับ)?|มี)\s*(?:ผล|ค่า)?\s*(?:การ\S{3,20}\s*)?คะแนน|ผลคะแนน|คะแนน(?:รวม|ภาพรวม|ความพร้อม|ที่ได้)|ได้(?:รับ)?\s*(?:ที่\s*)?(?:ร้อยละ|$)"
    r"|(?:ความพร้อม|ผลการ\S+)\s*(?:อยู่ที่|เท่ากับ|คิดเป็น)|ของท่าน"
)
_AVERAGE = re.compile(
    r"ค่าเฉลี่ย|เฉลี่ย(?=ของ|ระดับ|กลุ่ม|ทุก|ทั้ง|รวมของ|หน่วยงาน|ประเทศ|ราย)|ภาพรวมของ(?!กรม|หน่วย(?:งาน)?ของ)|ระดับกรมทั้งหมด|ระดับประเทศ"
    r"|(?:หน่วยงาน)?ประเภทเดียวกัน|ทุก(?:จังหวัด|หน่วยงาน|กรม|แห่ง)|(?:หน่วยงาน|กรม|จังหวัด)ทั้งหมด|ของกลุ่ม"
)
_OTHER = re.compile(
    r"สูงสุด|ต่ำสุด|เป้าหมาย|เกณฑ์|น้ำหนัก|ปีที่(?:ผ่านมา|แล้ว)|ปีก่อน|(?:เพิ่มขึ้น|ลดลง)|น้อยกว่า|อย่างน้อย|ไม่(?:ต่ำ|น้อย)กว่า|ความเชื่อมั่น|คลาดเคลื่อน"
)
_FULL_MARK = re.compile(r"(?:เต็ม|จาก)\s*(?:ร้อยละ|เท่ากับ|คือ|คะแนน)?\s*$")
_SHARE = re.compile(
    r"^\s*(?:หน่วยงาน|แห่ง|ราย|องค์กร|ส่วนราชการ|จังหวัด|คน|ตัว|ประเด็น|ข้อ|โครงการ|ชุด)\s*\(?\s*(?:คิดเป็น)?\s*ร้อยละ\s*$"
)
_PART = re.compile(r"(?:ตัวชี้วัด(?:ย่อย)?|มิติ|ด้าน|องค์ประกอบ)(?:ที่)?\s*\d+(?:\.\d+)*[^\d]{0,50}$")
_DIFFERENCE = re.compile(r"(?:สูง|ต่ำ|มาก|น้อย)กว่า(?!.*(?:อยู่ที่|เท่ากับ|ซึ่ง|ที่ได้|\())")
_SMALL = 20.0  # a difference from the average is smaller than any average
LEAD = 110


@dataclass(frozen=True)
class Scores:
    """The score and the average (of 100, or of the full mark printed); what else either might be, for a doubt."""

    score: float | None = None
    average: float | None = None
    scores_seen: tuple[float, ...] = ()
    averages_seen: tuple[float, ...] = ()


@dataclass(frozen=True)
class _Mention:
    value: float
    average: bool
    whole: bool  # said of the whole survey
    sure: bool


def scores_of(text: str, year: int | None) -> Scores:
    """Return the score and the average a text states; scores of other years, parts and targets are passed over."""
    found = list(_mentions(text, year))
    score, others = _chosen([m for m in found if not m.average])
    average, more = _chosen([m for m in found if m.average])
    return Scores(score, average, others, more)


def _chosen(found: Sequence[_Mention]) -> tuple[float | None, tuple[float, ...]]:
    """Return the value to keep, and all that were seen when they leave a doubt."""
    best = next((m for m in found if m.whole), found[0] if found else None)
    if best is None:
        return None, ()
    rivals = [m for m in found if m.value != best.value and m.whole >= best.whole]
    doubtful = bool(rivals) or not best.sure
    return best.value, tuple(dict.fromkeys(m.value for m in (best, *rivals))) if doubtful else ()


def _mentions(text: str, year: int | None) -> Iterator[_Mention]:
    done = 0
    for hit in _NUMBER.finditer(text):
        lead = text[max(done, hit.start() - LEAD) : hit.start()]
        done = hit.end("value")
        value = float(hit["value"])
        if value <= 100 and _is_score(lead, hit["unit"], text[max(0, hit.start() - 70) : hit.start()], year):
            yield from _weighed(value, lead, hit["unit"])


def _is_score(lead: str, unit: str | None, before: str, year: int | None) -> bool:
    years = [int(y) for y in re.findall(r"25\d\d", lead)]
    told = bool(unit or _SAID.search(lead)) and bool(unit or _SCORING.search(lead))
    barred = _OTHER.search(lead) or _FULL_MARK.search(lead) or _SHARE.match(lead) or _PART.search(before)
    return told and not barred and not (years and year and years[-1] != year)


def _weighed(value: float, lead: str, unit: str | None) -> Iterator[_Mention]:
    own, average = _last(_OWN, lead), _last(_AVERAGE, lead)
    differs = bool(_DIFFERENCE.search(lead))
    if differs and value < _SMALL:
        return
    if average > own:
        yield _Mention(value, True, whole=True, sure=not differs)
    elif own >= 0 or unit == "คะแนน":
        yield _Mention(value, False, whole=bool(re.search(r"รวม|เฉลี่ย|ทั้งหมด", lead[max(own, 0) :])), sure=own >= 0)


def _last(pattern: re.Pattern[str], lead: str) -> int:
    return max((m.start() for m in pattern.finditer(lead)), default=-1)

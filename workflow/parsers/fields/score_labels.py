"""Scores told beside a table in lines of their own: a label, a gap or a leader, a number (`คะแนนรวม ...... 60.42 คะแนน`). Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.core.reading import IndicatorScore
from workflow.parsers.fields.score_columns import head_kind, of_group
from workflow.parsers.fields.scores import Scores
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_VALUE = re.compile(
    r"(?<![\d.,/])(?P<value>\d{1,3}(?P<decimals>\.\d{1,4})?)(?![\d,/:]|\.\d)\s*(?P<unit>คะแนน(?!เต็ม|เฉลี่ย|รวม)|%|เปอร์เซ็นต์)?"
)
_LEADER = re.compile(r"(?:[.…·_]\s?){3,}")
_CODED = re.compile(r"^\(?\d{1,2}(?:[.)]|\.\d{1,2}|\s)")
_YEAR = re.compile(r"25\d\d")
_YEARLY = re.compile(r"(?:ในปี|ปี|พ\.\s?ศ\.|งบประมาณ|การศึกษา|ประจำ|25\d\d|[^ก-๙A-Za-z\d])+")
_WHOLE = rough(r"(?:ผล|คะแนน)?(?:รวม|ภาพรวม|เฉลี่ยรวม|ทั้งหมด)(?!ของ)")
_PART = rough(r"ด้าน|ตัวชี้วัด|มิติ|หมวด|องค์ประกอบ|เสาหลัก|ประเด็น|หัวข้อ")
# over the parts and not over offices: a mean of them all is the office's own
_EVERY = re.compile(r"(?:ของ|ใน|จาก)?\s?(?:ครบ)?ทุก\s?(?:ด้าน|ตัวชี้วัด|มิติ|หมวด|องค์ประกอบ|เสาหลัก|ประเด็น|หัวข้อ)(?:ย่อย|หลัก)?")
_MEAN = rough(r"(?:ผล|ค่า|คะแนน)*เฉลี่ย(?:รวม)?[\s:=]*$")
_MARKS = rough(r"คะแนน|เฉลี่ย|รวม|ดัชนี|[Ss]core")
_ORDINAL = re.compile(r"(?:ที่|เขต|ภาค|ครั้ง|รอบ|รุ่น|หมู่|ชุด|เล่ม|หน้า|ตาราง|ไตรมาส)$")
_FULL = re.compile(r"(?:เต็ม|จาก)\s*(?:ร้อยละ|เท่ากับ|คือ|คะแนน)?[\s:=(]*$")  # right before a full mark
_LONG = 60  # letters: what is longer is a sentence, no label


@dataclass(frozen=True)
class _Told:
    value: float
    kind: str
    group: bool


def labelled_scores(rows: Sequence[Row], indicators: Sequence[IndicatorScore], year: int | None) -> Scores:
    """Return the whole's score and average that lines with a label tell; those of other years and of the indicators are passed over."""
    names = {row.name for row in indicators}
    own = [f"{row.code} {row.name}" for row in indicators if row.code and row.name]  # a line with one tells of that one
    lines = (text for text in _lines(rows) if not any(one in text for one in own))
    told = [found for text in lines for found in _of_line(text, names, year)]
    averages = [t for t in told if t.kind == "average"]
    scores = [t.value for t in told if t.kind == "score"]
    if not scores and any(t.group for t in averages):  # of two means the office's own is not called the group's
        scores = [t.value for t in averages if not t.group]
        averages = [t for t in averages if t.group]
    means = [t.value for t in averages]
    return Scores(next(iter(scores), None), next(iter(means), None), _open(scores), _open(means))


def _open(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(dict.fromkeys(values)) if len(set(values)) > 1 else ()


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines; a label alone goes on with the number below it."""
    label = ""
    for row in rows:
        text = " ".join(_LEADER.sub(" ", row.text).split())
        if label and (hit := _VALUE.match(text)) and (hit["unit"] or hit.end() == len(text)):
            text = f"{label} {text}"
        label = text if len(text) < _LONG and not re.search(r"\d", _YEAR.sub("", text)) and _kind(text) else ""
        yield text


def _of_line(text: str, names: set[str | None], year: int | None) -> Iterator[_Told]:
    """Yield what each label of a line tells; numbers side by side are columns, and a number in front a code."""
    hits = list(_VALUE.finditer(text))
    columns = any(not text[a.end() : b.start()].strip() for a, b in pairwise(hits))
    if columns or _CODED.match(text):
        return
    done, label = 0, ""
    for hit in hits:
        before, done = text[done : hit.start()], hit.end()
        years = [int(y) for y in _YEAR.findall(before)]
        label = label if not _YEARLY.sub("", before) else before
        clear = hit["decimals"] or hit["unit"] or (not text[hit.end() :].strip() and _led(label))
        clear = clear and not _FULL.search(label)
        kind = _kind(label) if clear and len(label) < _LONG and label.strip(" :=") not in names else None
        if kind and float(hit["value"]) <= 100 and not (years and year and years[-1] != year):
            yield _Told(float(hit["value"]), kind, of_group(_EVERY.sub("", label)))


def _led(label: str) -> bool:
    """Whether a label leads to its number: its last word speaks of marks, and is none that is counted (คะแนนของเขต 3)."""
    said = re.sub(r"\(?(?:ปี|พ\.\s?ศ\.|งบประมาณ|25\d\d|[\s:=.()])+$", "", label).rpartition(" ")[2]
    return bool(_MARKS.search(said)) and not _ORDINAL.search(said)


def _kind(label: str) -> str | None:
    """Return what a label calls its number, None for a part, a full mark or no label at all."""
    whole = _EVERY.sub("", label)
    kind = head_kind(whole)
    if kind == "neither" or _PART.search(whole):
        return None
    if whole != label and _MEAN.match(whole.strip()):
        return "score"
    return kind or ("score" if _WHOLE.match(label.strip(" :=(")) else None)

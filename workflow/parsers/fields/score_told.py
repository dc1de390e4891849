"""Scores that sentences or lists tell one after another, where no table does: `ตัวชี้วัดย่อยที่ 2.3 … ได้คะแนน 81.20 คะแนน`. Pure."""

import re
from collections.abc import Iterator

from workflow.core.reading import IndicatorScore
from workflow.parsers.fields.score_columns import head_kind
from workflow.parsers.fields.score_grid import ENOUGH
from workflow.parsers.skeleton import rough

_CODE = re.compile(
    r"(?:ตัวชี้วัด(?:ย่อย|หลัก)?|ด้าน|มิติ|องค์ประกอบ|เสาหลัก)\s?(?:ที่\s?)?(?P<said>\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s*(?=[ก-๙A-Za-z(])"
    r"|(?<![\d./])(?P<bare>(?:[1-9]|1[0-2])\.(?:[1-9]|1[0-5]))[.):]?\s+(?=[ก-๙A-Za-z])(?!ตัวชี้วัด(?:ย่อย|หลัก)?\s?(?:ที่\s?)?\d|คะแนน|เปอร์)"
)
_VALUE = re.compile(
    r"(?<![\d.,/])(?P<value>\d{1,3}(?P<decimals>\.\d{1,4})?)(?![\d,/:]|\.\d)\s*(?P<unit>คะแนน(?!เต็ม|เฉลี่ย|รวม)|%|เปอร์เซ็นต์)?"
)
_FAR = 220  # letters from a code to its score at most: a long name and the indicator it belongs to stand between
_LABEL = 40  # letters before a number that say what it is
_NO_LABEL = re.compile(r"[,;)\]]|และ|ซึ่ง")
# where a name ends: the words that lead to its score, its bracket, or the indicator it belongs to
_NAME_ENDS = re.compile(
    r"\s*(?:[\[(]\s*(?:ผล)?(?:ได้|คะแนน|ร้อยละ|$|(?:ภายใต้)?ตัวชี้วัด)|[:=\[]|\s[-–—]\s|…|\.{2}|(?:ผล)?คะแนน|ร้อยละ|เท่ากับ|(?:ซึ่ง)?(?:ได้(?:รับ)?|มี)\s*(?:ผล|ค่า)?(?:คะแนน|ร้อยละ|$)|(?:ภาย)?ใต้\s?(?:ตัวชี้วัด|ด้าน)|\sตัวชี้วัด).*$"
)
_YEAR = re.compile(r"25\d\d")
_NO_SCORE = rough(r"เต็ม|น้ำหนัก|ลำดับ|อันดับ|ระดับ(?:ที่)?\s*$|เพิ่มขึ้น|ลดลง|สูงกว่า|ต่ำกว่า|เป้าหมาย|จำนวน")


def told_scores(text: str, year: int | None) -> tuple[IndicatorScore, ...]:
    """Return the indicators whose codes, names and scores a text in Arabic digits tells; none where fewer than three are told.

    A code told twice with two scores is left out, and so is a score of another year than the survey's.
    """
    given: dict[str, set[IndicatorScore]] = {}
    for told in _told(text, year):
        given.setdefault(told.code, set()).add(told)
    once = tuple(next(iter(some)) for some in given.values() if len({one.score for one in some}) == 1)
    return once if len(once) >= ENOUGH else ()


def _told(text: str, year: int | None) -> Iterator[IndicatorScore]:
    hits = list(_CODE.finditer(text))
    for hit, end in zip(hits, (*(hit.start() for hit in hits[1:]), len(text)), strict=False):
        said = text[hit.end() : min(hit.end() + _FAR, end)]
        score, average, lead = _numbers(said, year)
        name = _NAME_ENDS.sub("", lead).strip(" ,;:-–—")
        if score is not None and name:
            yield IndicatorScore(hit["said"] or hit["bare"], name, score, average)


def _numbers(said: str, year: int | None) -> tuple[float | None, float | None, str]:
    """Return the score and the average behind a code, and the words before the first number; a number that no word tells ends them."""
    found: dict[str, float] = {}
    done, lead = 0, ""
    for hit in _VALUE.finditer(said):
        before = said[done : hit.start()]
        kind = _kind(before, hit, year)
        if kind is None or kind in found:
            break
        lead = lead or before
        found[kind], done = float(hit["value"]), hit.end()
    return found.get("score"), found.get("average"), lead


def _kind(before: str, hit: re.Match[str], year: int | None) -> str | None:
    """Return what the words before a number call it: a score by its unit too."""
    label = _NO_LABEL.split(before[-_LABEL:])[-1]
    years = [int(told) for told in _YEAR.findall(before)]
    if float(hit["value"]) > 100 or (years and year and years[-1] != year) or _NO_SCORE.search(label):
        return None
    kind = head_kind(label)
    if kind == "neither":
        return None
    return kind or ("score" if hit["unit"] else None)

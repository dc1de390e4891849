"""Urgency (ชั้นความเร็ว): a word that stands apart on its line, as the red stamp does."""

import re
from collections.abc import Iterable

from workflow.parsers.fields.skeleton import loose, nearest
from workflow.parsers.rows import Row

_URGENCY = re.compile(
    r"^(?:.*\s{2})?(ด่วนที่สุด|ด่วนมาก|ด่วน)(?:\s{2}.*|\s+ที่\s.*|\s+บันทึก\s?ข้อความ|\s*)$|^บันทึก\s?ข้อความ\s+(ด่วนที่สุด|ด่วนมาก|ด่วน)$"
)
# beside a stamp's line, and as a scan blurs it
_BESIDE_STAMP = re.compile(r"^(ด่วนที่สุด|ด่วนมาก|ด่วน)\s+(?:เวลา|วันที่|ลงวันที่|เลข|รับ)\S*.*$")
CITED_URGENT = re.compile(
    r"^ด่วน\S*\s+ที่\s"
)  # below the head the number of a paper that is cited, the words for it on the row above
_URGENCIES = ("ด่วนที่สุด", "ด่วนมาก", "ด่วน")
_NOISY = re.compile(rf"^(?:{'|'.join(map(loose, _URGENCIES))})$")
_TORN = re.compile(r"^[ดตค]?[่้]?วน\S{2,8}$")  # that lost its first letter, or lost or bent one of the word behind it
_STRAY = re.compile(r"(?<=[ก-ฮ])[ัิ-ฺ็-๎]+$")  # of print that the red word stands over
_RUNS = re.compile(r"\s{2,}")
_DECORATED = re.compile(
    r"^(?:(?:ชั้น)?ความเร็ว\s*[:：]?\s*|[-–—*\"“”(\[]\s*)+(?P<word>ด่วน\s?(?:ที่สุด|มาก)?)\s*[-–—*\"“”)\]]*$"
)


def urgency_of(rows: Iterable[Row]) -> tuple[str, Row] | None:
    """Return the urgency and its row."""
    return next(((word, row) for row in rows if (word := _urgent(row))), None)


def _urgent(row: Row) -> str | None:
    text = "  ".join(_DECORATED.sub(r"\g<word>", run) for run in _RUNS.split(row.text.strip()))
    text = re.sub(r"(?<=ด่วน)\s(?=มาก$|ที่สุด$)", "", text)
    if found := _URGENCY.match(text) or _BESIDE_STAMP.match(text):
        return next(word for word in found.groups() if word)
    runs = [_STRAY.sub("", run) for run in _RUNS.split(text)] if row.sure else []
    return next((nearest(run, _URGENCIES) for run in runs if _NOISY.match(run) or _TORN.match(run)), None)

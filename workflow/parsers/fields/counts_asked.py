"""How many offices were asked, told without how many answered: a total and the groups that make it up. Pure.

No percentage proves such numbers; the sum does: the groups behind `ประกอบด้วย`, or before `รวม`, must add up to the total.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.core.reading import Count
from workflow.parsers.fields.count_proof import groups_named
from workflow.parsers.fields.surveyed import ANY_UNIT

_COUNTED = re.compile(
    rf"(?<![\d.,/])(?<![^แ]ละ)(?<![^แ]ละ\s)(?P<value>\d{{1,3}}(?:,\s?\d{{3}})+|\d+)(?![\d.,]*\d)\s*(?P<unit>(?!คน|ชุด)(?:{ANY_UNIT}))"
)
_SURVEYS = re.compile(r"(?<!แบบ)(?:สำรวจ|ประเมิน)|วัดระดับ|เก็บข้อมูล|กลุ่มเป้าหมาย")
_ANSWERS = r"ตอบ|ส่ง(?:แบบ|ข้อมูล|กลับ|คืน)|เข้าร่วม|ให้ข้อมูล"
_ANSWERED, _SHARED = re.compile(_ANSWERS), re.compile(rf"{_ANSWERS}|ครบ|ร้อยละ|%")
_MADE_UP = re.compile(r"ประกอบด้วย|แบ่ง|จำแนก|แยก|ได้แก่|คือ|(?:^|\s)เป็น|[:(]")
_SUMMED = re.compile(r"รวม(?:เป็น)?(?:ทั้งสิ้น|ทั้งหมด|เป็น|จำนวน|หน่วยงาน|\s)*$")
_ENTRY = re.compile(r"\(?\b\d{1,2}[.)]\s")
_LEAD, _FAR, _BEHIND = 90, 100, 120  # letters before the first number, between two, and behind the last


@dataclass(frozen=True)
class _Number:
    value: int
    start: int
    end: int
    unit: str


def asked_counts(text: str) -> dict[str, Count]:
    """Return the total and the groups of offices asked whose sum is the total; the total alone where a group has no name of its own."""
    for total, parts in _lists(text):
        added = [k for k in range(2, len(parts) + 1) if sum(n.value for _, n in parts[:k]) == total.value]
        if not added:
            continue
        groups = [_group(label, number) for label, number in parts[: added[0]]]
        counts = {"total": Count(total.value)}
        if None in groups or len(set(groups)) < len(groups):
            return counts
        return counts | {group: Count(number.value) for group, (_, number) in zip(groups, parts, strict=False) if group}
    return {}


def sums_amiss(text: str) -> bool:
    """Whether a text tells how many were asked of each group, and no sum proves it."""
    return not asked_counts(text) and any(
        len({_group(label, number) for label, number in parts} - {None}) > 1 for _, parts in _lists(text)
    )


def told_as_asked(counts: Mapping[str, Count], text: str) -> bool:
    """Whether counts give all that a text tells: how many were asked in all and of each group, and nowhere how many answered."""
    alone = len(counts) > 2 and all(count.answered is None and count.pct is None for count in counts.values())
    last = max((m.end() for m in _COUNTED.finditer(text) if _whole(m["value"]) in _asked(counts)), default=0)
    return alone and not _ANSWERED.search(text[last : last + _BEHIND])


def _asked(counts: Mapping[str, Count]) -> set[int | None]:
    return {count.surveyed for count in counts.values()}


def _whole(value: str) -> int:
    return int(re.sub(r"\D", "", value))


def _lists(text: str) -> Iterator[tuple[_Number, Sequence[tuple[str, _Number]]]]:
    """Yield each total of a survey with what stands beside it as its groups, each behind the words before it."""
    numbers = [_Number(_whole(m["value"]), m.start(), m.end(), m["unit"]) for m in _COUNTED.finditer(text)]
    for n, first in enumerate(numbers):
        lead = text[max(numbers[n - 1].end if n else 0, first.start - _LEAD) : first.start]
        if not _SURVEYS.search(lead) or _SHARED.search(_SURVEYS.split(lead)[-1]):
            continue
        run = [first, *_going_on(text, numbers[n:])]
        told = [text[one.end : two.start] for one, two in itertools.pairwise(run)]
        if told and _MADE_UP.search(told[0]):
            yield first, list(zip(told, run[1:], strict=True))
        last = next((k for k, words in enumerate(told) if _SUMMED.search(words)), 0)
        if last:
            yield run[last + 1], list(zip([lead, *told], run[: last + 1], strict=False))


def _going_on(text: str, numbers: Sequence[_Number]) -> Iterator[_Number]:
    """Yield the numbers behind the first that are told in one breath with it."""
    for one, two in itertools.pairwise(numbers):
        between = _ENTRY.sub("", text[one.end : two.start])
        if len(between) > _FAR or re.search(r"\d", between) or _SHARED.search(between):
            return
        yield two


def _group(label: str, number: _Number) -> str | None:
    """Return the group that is named nearest to a number, its counter included."""
    near = groups_named(f"{label}{number.unit}".replace(" ", ""))
    return max(near)[1] if near else None

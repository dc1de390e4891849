"""How many offices were surveyed and how many answered, by group: pairs of numbers with a verb of answering between them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workflow.core.reading import Count
from workflow.parsers.fields.count_proof import behind_a_mean, groups_named, proved_counts, whole_fractions
from workflow.parsers.fields.count_sums import share, share_holds, sum_holds
from workflow.parsers.fields.counters import shared_counter
from workflow.parsers.skeleton import Rough, RoughMatch, plain, rough

OFFICES = r"(?:หน่วยงาน|หน่วย|แห่ง|ราย(?!ละเอียด|งาน|การ|ชื่อ|ได้)|องค์กร|ส่วนราชการ)"  # and none is begun by รายละเอียด
_SHARED = r"\(?\s*(?:หรือ)?\s*(?:คิดเป็น)?\s*(?:ร้อยละ|\d{1,3}(?:\.\d{1,2})?\s*(?:%|เปอร์เซ็นต์))"
# whatever else is counted by its own name: such a pair must prove itself by its percentage
_NAMED_UNIT = (
    r"(?:ส่วนงาน|กระทรวง|กรม|กอง|สำนัก|จังหวัด|อำเภอ|ตำบล|เทศบาล|อบต|อบจ|คณะ|สถาบัน|มหาวิทยาลัย|โรงเรียน|โรงพยาบาล|สถานี"
    r"|รัฐวิสาหกิจ|สาขา|ศูนย์|ท้องถิ่น|ชุด|คน)"
)
ANY_UNIT = f"{OFFICES}|{_NAMED_UNIT}"


def _counted(units: str) -> Rough:
    """Return the pattern of a number of `units`; a recogniser makes a point of the comma in 1,858, or leaves a space behind it.

    How many each has (`จังหวัดละ 7 หน่วยงาน`) is no number of all.
    """
    return rough(
        r"(?<![\d.,])(?<!ละ)(?<!ละ\s)(?P<value>\d{1,3}(?:[,.]\s?\d{3})+|\d+)(?![\d.,]*\d)"
        rf"(?=\s*(?:{units}|{_SHARED}|จาก\s*(?:จำนวน|ทั้งหมด|ทั้งสิ้น)?\s*\d))"
    )


_NUMBER, _NAMED_NUMBER, _WORDED = _counted(OFFICES), _counted(ANY_UNIT), _counted(r"[ก-ฮเ-ไ]")
_ANSWERED = rough(r"ตอบ|ส่ง(?:แบบ|ข้อมูล|กลับ|คืน)|เข้าร่วม|ให้ข้อมูล|ได้รับ|ดำเนินการแล้ว")
_FROM = rough(r"จาก(?:ทั้งหมด|ทั้งสิ้น|จำนวน|หน่วยงาน|กลุ่มเป้าหมาย)?")
_PERCENT = rough(
    r"[^\d]{0,45}?ร้อยละ\s*(?P<pct>\d{1,3}(?:[.,]\s?\d+)?)(?![\d,])"
    r"|[^\d]{0,30}?(?P<sign>\d{1,3}(?:[.,]\s?\d+)?)\s*(?:%|เปอร์เซ็นต์)"
)
# the share first: `อัตราการตอบกลับร้อยละ 95.0 (380 จาก 400 หน่วยงาน)`
_PERCENT_BEFORE = rough(r"ร้อยละ\s*(?P<pct>\d{1,3}(?:\.\d+)?)(?![\d,.])(?P<sign>)[^\d]{0,40}$")
# as written: the skeleton of เข้าร่วม ends in รวม
_TOTAL = plain(r"ทั้งหมด|ทั้งสิ้น|(?<!ร่)รวม|ทั่วประเทศ|กลุ่มเป้าหมาย")
_OUT_OF_ALL = plain(r"จาก(?:จำนวน)?\s*(?:ทั้งหมด|ทั้งสิ้น)\s*(?:จำนวน\s*)?\d")  # of a survey of one kind of offices alone
_IN_RANGE = plain(
    r"อยู่ในข่าย|(?:สำรวจ|ประเมิน|วัด)(?:ครบ)?ทั้ง\s*\d|ที่ได้รับ(?:การ)?แบบ(?:สอบถาม|สำรวจ|ประเมิน)"
)  # those that were to be surveyed: a pair alone is of all, whatever they are called
_OWNED = plain(r"สังกัด(?:กระทรวง|กรม)[ก-๙]{0,40}$")  # all that belong to one: its name tells no group
_SUMMED = plain(r"รวม(?:ทั้งสิ้น|ทั้งหมด|ทุก(?:ระดับ|กลุ่ม|ประเภท))?\s*(?:จำนวน)?\s*$")
_NAMED = rough(r"\s*(?:หน่วยงาน|องค์กร)(?P<name>\S+)")
# `๙๐ จาก ๑๐๐ หน่วยงาน (ร้อยละ …)`: nothing but the one out of the other, whatever the percentage
_OUT_OF = rough(rf"\s*(?:{OFFICES})?\s*จาก\s*(?:ทั้งหมด|ทั้งสิ้น|จำนวน)?\s*(?:ทั้งหมด|ทั้งสิ้น|จำนวน)?\s*$")
_BETWEEN, _BEFORE = 90, 90
# what a number behind it tells: which paper of a list, or which year
_LISTED = re.compile(
    r"(?:อ้างถึง|สิ่งที่ส่งมาด้วย|เอกสารแนบ)\s*(?:(?:ลำดับ|ข้อ)?ที่\s*)?(?:\d+\s*(?:และ|กับ|,|-|–|ถึง)\s*)*$"
    r"|(?:ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.)?|พ\.ศ\.)\s*$"
)
_BACK = 60  # letters in which it is told


def counts(text: str) -> dict[str, Count]:
    """Return the counts by group: `total`, `central`, `provincial`, `local`; what the words give, and before it what proves itself."""
    told, proved = _told(text := whole_fractions(text)), proved_counts(text)
    if not proved or not all(sum_holds(proved, part) for part in ("surveyed", "answered")):
        return told
    both = {**told, **_apart(told, proved)}
    one, other = told.get("total"), proved.get("total")
    if one and other and other.pct is None and (one.surveyed, one.answered) == (other.surveyed, other.answered):
        both["total"] = one  # with its percentage as printed, right or wrong
    return both


def _apart(told: Mapping[str, Count], proved: Mapping[str, Count]) -> dict[str, Count]:
    """Return the proved counts without those that the words give to another group, if they give this one a pair of its own.

    The name nearest to a pair may be of whoever tells of it (`แจ้งจากจังหวัดว่า …`), or the pair holds the numbers of all groups.
    """
    return {group: count for group, count in proved.items() if not _anothers(group, told, proved)}


def _anothers(group: str, told: Mapping[str, Count], proved: Mapping[str, Count]) -> bool:
    pair = _pair_of(proved[group])
    others = {other for other, count in told.items() if other != group and _pair_of(count) == pair}
    if not others or (group in told and _pair_of(told[group]) == pair):
        return False
    holds_all = sum(count.surveyed or 0 for name, count in proved.items() if name not in {group, "total"})
    return group in told or ("total" in others and holds_all <= (proved[group].surveyed or 0))


def _pair_of(count: Count) -> tuple[int | None, int | None]:
    return count.surveyed, count.answered


def _told(text: str) -> dict[str, Count]:
    """Return the counts by the words between the numbers; a pair without a group's name is the total if first."""
    if listed := _two_lists(text):
        return listed
    named = list(_pairs(text, _NAMED_NUMBER))
    found = (
        _by_group(_pairs(text))
        or _by_group(pair for pair in named if _proved(pair[1]))
        or _by_group(_pairs(text, _WORDED))
    )
    proved = any(_proved(count) for _, count in named if count not in found.values())
    found |= _beside(found, named) if len(found) > 1 or (found and proved) else {}
    only = next(iter(found.values())) if len(found) == 1 else None
    if only and _IN_RANGE.search(text):
        return {"total": only}
    return {"total": only, **found} if only and _OUT_OF_ALL.search(text) else found


def _beside(found: Mapping[str, Count], named: Sequence[tuple[str, Count]]) -> dict[str, Count]:
    """Return the groups that only what is counted by its own name gives (`76 จังหวัด ตอบ 71 จังหวัด`), proved or not, beside others."""
    pairs = ((label, count) for label, count in named if count.pct is not None and count not in found.values())
    groups = ((_group(label, first=False), count) for label, count in pairs)
    return {group: count for group, count in groups if group and group not in found}


def _by_group(pairs: Iterable[tuple[str, Count]]) -> dict[str, Count]:
    found: dict[str, Count] = {}
    for label, count in pairs:
        group = _group(label, first=not found)
        if group and group not in found:
            found[group] = count
    return found


def _pairs(text: str, counted: Rough = _NUMBER) -> Iterator[tuple[str, Count]]:
    """Yield pairs of counted numbers, each with the words before it; of whatever is counted only those that share a counter."""
    numbers = [number for number in counted.finditer(text) if not _is_listed(text, number)]
    n, done = 0, 0
    while n + 1 < len(numbers):
        one, two = numbers[n], numbers[n + 1]
        between = text[one.end() : two.start()]
        label = text[max(done, one.start() - _BEFORE) : one.start()]
        printed = _PERCENT.match(text[two.end() : two.end() + 70])
        count = _count([one, two], between, printed)
        led = None if printed else _PERCENT_BEFORE.search(label)
        if led and _proved(share_first := _count([one, two], between, led)):
            count, printed = share_first, led
        answered = _ANSWERED.search(between) or (
            printed and (_ANSWERED.search(label) or _OUT_OF.match(between) or _proved(count))
        )
        kind = shared_counter(text, one, two) if counted is not _NUMBER else ""
        turned = counted is not _NUMBER and count.pct is None and (count.surveyed or 0) < (count.answered or 0)
        if (
            len(between) > _BETWEEN
            or not answered
            or _PERCENT.match(between)
            or turned
            or (counted is _WORDED and not kind)
        ):
            n += 1
            continue
        done = two.end() + (printed.end() if printed and printed is not led else 0)
        yield f"{label} {'' if groups_named(label) else kind} {_after_unit(between)}", count
        n += 2


def _is_listed(text: str, number: RoughMatch) -> bool:
    return _LISTED.search(text[max(0, number.start() - _BACK) : number.start()]) is not None


def _after_unit(between: str) -> str:
    """Return nothing unless the group is named after the number: `๗๖ แห่ง ตอบกลับ` names none, `๓ หน่วยงานท้องถิ่น` does."""
    named = _NAMED.match(between)
    return named["name"] if named else ""


def _proved(count: Count) -> bool:
    """Whether the printed percentage is what the two numbers give: then they are a pair whatever the words."""
    return count.pct is not None and share(count) is not None and share_holds(count)


def _count(pair: Sequence[RoughMatch], between: str, printed: RoughMatch | None) -> Count:
    surveyed, answered = (_whole(m) for m in pair)
    turned = Count(answered, surveyed, _percent(printed))
    return (
        turned
        if surveyed < answered and (_FROM.search(between) or _proved(turned))
        else replace(turned, surveyed=surveyed, answered=answered)
    )


def _whole(number: RoughMatch) -> int:
    return int(re.sub(r"\D", "", number["value"]))


def _percent(printed: RoughMatch | None) -> float | None:
    return float(re.sub(r"[.,]\s?", ".", printed["pct"] or printed["sign"])) if printed else None


def _two_lists(text: str) -> dict[str, Count]:
    """Return the counts of a text that first lists all surveyed and then all answered with their percentages; empty if it is none.

    The percentages prove that the lists belong together: all but one must be what the numbers of their group give.
    """
    asked: dict[str, int] = {}
    found: dict[str, Count] = {}
    done = 0
    for hit in _NUMBER.finditer(text):
        printed = _PERCENT.match(text[hit.end() : hit.end() + 40])
        label = text[max(done, hit.start() - _BEFORE) : hit.start()]
        group = _group(label, first=not asked or bool(printed and not found)) or ""
        done = hit.end()
        if printed and group in asked and group not in found:
            found[group] = Count(asked[group], _whole(hit), _percent(printed))
        elif not printed and group and not found:
            asked.setdefault(group, _whole(hit))
    proved = sum(_proved(count) for count in found.values())
    return found if len(found) > 2 and proved >= len(found) - 1 else {}


def _group(label: str, *, first: bool) -> str | None:
    """Return the group a pair is about: the name nearest to its first number."""
    label = behind_a_mean(label)
    packed = label[-70:].replace(" ", "")
    near = groups_named(packed)
    if first and (_TOTAL.search(label) or not near or _OWNED.search(packed)):
        return "total"
    if _SUMMED.search(label.strip()):
        return "total"
    return max(near)[1] if near else None

"""Counts that prove themselves: of three numbers in any order, one is the percentage that the other two give. Pure.

Whatever an office's words and their order (the share first, the answers first, a row of a table), the arithmetic is the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from workflow.core.reading import Count
from workflow.parsers.fields.count_sums import GROUPS, proven, sum_holds
from workflow.parsers.skeleton import plain, rough

_NUMBER = re.compile(
    r"(?<![\d.,/:-])(?P<value>\d{1,3}(?:,\s?\d{3})+|\d+)(?P<decimals>\.\d{1,2})?(?![\d/:]|[.,]\d)\s*(?P<sign>%|เปอร์เซ็นต์)?"
)
_FRACTION = re.compile(
    r"(?<![\d/])(\d[\d,]*)\s*/\s*(\d[\d,]*)(?=\s*(?:แห่ง|หน่วย|ราย|\(|ร้อยละ)|\s*[ก-๙.]{2,16}\s*\(?\s*(?:คิดเป็น)?\s*(?:ร้อยละ\s*\d|\d{1,3}(?:\.\d+)?\s*%))"
)
# all of them answered: `ระดับจังหวัดครบทั้ง 76 จังหวัด (ร้อยละ 100)`
_ALL = re.compile(
    r"\s?ครบ(?:ถ้วน)?\s?(?:ทั้ง|ทุก)?\s?(?P<value>\d{1,3}(?:,\d{3})+|\d+)\s*(?P<unit>(?!ข้อ|คะแนน|ตัว)[ก-๙.]{2,16})"
    r"(?=\s*\(?\s*(?:หรือ)?\s*(?:คิดเป็น)?\s*(?:ร้อยละ\s*100(?![\d.,]*[1-9])|100(?:\.0+)?\s*(?:%|เปอร์เซ็นต์)))"
)
_ASKED = 60  # letters before, in which the number asked may stand
_PERCENT = re.compile(r"(?:ร้อยละ|เปอร์เซ็นต์|สัดส่วน)\s*(?:ที่\s*|เท่ากับ\s*|:\s*)?$")
_NAMES = (
    # no abbreviation inside a word: ตอบครบ and ตอบทั้ง hold อบต and อปท in their skeletons
    # `ความพร้อมจังหวัดดิจิทัล` is what is surveyed, and not who
    ("local", r"(?:ท้องถิ่น|เทศบาล)(?!ดิจิทัล|อัจฉริยะ)|(?<![ตมรกชลข])(?:อบต|อบจ|อปท)"),
    # in one province, named, is where they are and no level
    ("provincial", r"(?<!ใน)จังหวัด(?!ดิจิทัล|อัจฉริยะ)|(?<=ใน)จังหวัด(?=$|ที่|ซึ่ง|จำนวน|มี|ได้|ทั้ง|ทุก|และ|[^ก-๙])|ภูมิภาค"),
    ("central", r"กรม|ส่วนกลาง|กระทรวง(?!ดิจิทัล)"),
)
_WRITTEN, _TORN = (tuple((name, make(words)) for name, words in _NAMES) for make in (plain, rough))
_OF_ONE = {  # surveys of one group alone
    "local": re.compile(r"องค์กรปกครองส่วนท้องถิ่น|ท้องถิ่น(?:ดิจิทัล|อัจฉริยะ)|อปท\."),
    "provincial": re.compile(r"จังหวัด(?:ดิจิทัล|อัจฉริยะ)"),
}
_WHERE = re.compile(r"(?:(?!และ|หน่วย|ส่วนราชการ|กับ|หรือ)[ก-๙.]){0,16}?(?:ภายใน|ใน|ของ|ทั้ง|ทั่ว|ทุก|ประจำ)")
_TOTAL = plain(r"ทั้งหมด|ทั้งสิ้น|(?<!ร่)รวม|ทั่วประเทศ|ทุกประเภท|ทุกกลุ่ม|ภาพรวม")
# a mean told of a group, and what is told besides: the group is not that of the count behind
_TOLD_OF = plain(r"ทั้งนี้|\d\s*คะแนน|เฉลี่ย[^\d]{0,30}\d+(?:\.\d+)?")
_FAR, _LABEL = 110, 100  # letters between the numbers of one count; letters in which its group is named
_LEAST = 4  # offices: of fewer, many pairs give the same percentage, and only the rows of a table around them tell that they are counts


@dataclass(frozen=True)
class _Number:
    value: float
    start: int
    end: int
    percent: bool  # called a percentage
    decimals: int
    closed: bool = False  # the last in its brackets, where a sign of percentage stands


@dataclass(frozen=True)
class _Proof:
    count: Count
    start: int
    end: int


def proved_counts(text: str) -> dict[str, Count]:
    """Return the counts of groups whose three numbers prove one another, and the total when the groups' sums stand in the text.

    Fractions are told whole before (`whole_fractions`). Empty when fewer than two groups are proved: a single triple may be chance.
    """
    numbers = _numbers(text)
    sure = _proofs(numbers)
    whole = _grouped(text, numbers, sorted([*sure, *_small_rows(numbers, sure)], key=lambda proof: proof.start))
    summed = "total" in whole and all(sum_holds(whole, part) for part in ("surveyed", "answered"))
    return whole if summed and proven(whole) else _grouped(text, numbers, sure)


def _grouped(text: str, numbers: Sequence[_Number], proofs: Sequence[_Proof]) -> dict[str, Count]:
    found: dict[str, Count] = {}
    done = 0
    for proof in proofs:
        group = _named(text[max(done, proof.start - _LABEL) : proof.start])
        done = proof.end
        if group and group not in found:
            found[group] = proof.count
    if len([g for g in found if g in GROUPS]) < len(GROUPS) - 1:
        return {}
    total = _summed(found, numbers)
    return {**found, "total": total} if total else found


def whole_fractions(text: str) -> str:
    """Return a text with `380/400 แห่ง` told as one number out of the other, and `ครบทั้ง 76 แห่ง (ร้อยละ 100)` as both of its numbers."""
    return _ALL.sub(_both, _FRACTION.sub(r"\1 จาก \2", text))


def _both(found: re.Match[str]) -> str:
    """Return all who answered as asked and answered, unless how many were asked is told before."""
    value, unit = found["value"], found["unit"]
    before = found.string[max(0, found.start() - _ASKED) : found.start()]
    asked = re.search(rf"(?<![\d.,]){value}(?![\d.,]*\d)", before)
    return found[0] if asked else f" {value} {unit} ตอบ {value} {unit}"


def _numbers(text: str) -> list[_Number]:
    found = []
    for m in _NUMBER.finditer(text):
        whole = re.sub(r"[,\s]", "", m["value"])
        called = bool(m["sign"] or _PERCENT.search(text[max(0, m.start() - 30) : m.start()]))
        decimals = m["decimals"] or ""
        closed = text.startswith(")", m.end())
        places = max(0, len(decimals) - 1)
        found.append(_Number(float(whole + decimals), m.start(), m.end("value"), called, places, closed))
    return found


def _proofs(numbers: Sequence[_Number]) -> list[_Proof]:
    """Return triples that stand together and prove one another, from left to right; none shares a number with another."""
    found = []
    n = 0
    while n + 2 < len(numbers):
        three = numbers[n : n + 3]
        proof = _proof(three) if three[2].end - three[0].start <= 2 * _FAR else None
        if proof:
            found.append(proof)
        n += 3 if proof else 1
    return found


def _small_rows(numbers: Sequence[_Number], sure: Sequence[_Proof]) -> list[_Proof]:
    """Return the triples of few offices that stand alone between two proved ones, or right before the first of them."""
    found = []
    for before, after in zip([None, *sure], sure, strict=False):
        between = [n for n in numbers if (before is None or n.start >= before.end) and n.end <= after.start]
        row = between if before else between[-3:]
        near = len(row) == 3 and after.start - row[0].start <= 2 * _FAR
        if near and (proof := _proof(row, 1)):
            found.append(proof)
    return found


def _proof(three: Sequence[_Number], least: int = _LEAST) -> _Proof | None:
    for share, one, other in permutations(three):
        if (
            one.start > other.start
            or not (share.percent or share.decimals)
            or any(x.percent or x.decimals for x in (one, other))
        ):
            continue
        asked, answered = max(one.value, other.value), min(one.value, other.value)
        for value, decimals in _readings(share):
            off = 0.5 / 10**decimals + 0.0011 if decimals else 0.5
            if asked >= least and answered and abs(100 * answered / asked - value) <= off:
                return _Proof(Count(int(asked), int(answered), value), three[0].start, three[-1].end)
    return None


def _readings(share: _Number) -> Iterator[tuple[float, int]]:
    """Yield a share and its decimals; without a last 9 that may be the misread sign of a percentage (`95.39` for `95.3%`)."""
    yield share.value, share.decimals
    if share.decimals > 1 and share.closed and not share.percent and f"{share.value:.{share.decimals}f}".endswith("9"):
        yield float(f"{share.value:.{share.decimals}f}"[:-1]), share.decimals - 1


def with_whole_of(counts: Mapping[str, Count], surveyed: str) -> dict[str, Count]:
    """Return the counts, that of the one group as the total too where the words for what is `surveyed` name that group alone."""
    group = next(iter(counts), "")
    alone = len(counts) == 1 and group in _OF_ONE and _OF_ONE[group].search(surveyed)
    return {**counts, "total": counts[group]} if alone else dict(counts)


def groups_named(label: str) -> list[tuple[int, str]]:
    """Return where each group's name ends and the group; names as they are written, and torn ones only when there are none."""
    for named in (_WRITTEN, _TORN):
        spans = [(m.start(), m.end(), name) for name, words in named for m in words.finditer(label)]
        if near := [(end, name) for start, end, name in spans if not _a_place(label, start, spans)]:
            return near
    return []


def behind_a_mean(label: str) -> str:
    """Return the words before a number without those that a mean or a score ended."""
    return label[max((m.end() for m in _TOLD_OF.finditer(label)), default=0) :]


def _a_place(label: str, start: int, spans: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a group's name only tells where those are that are named right before it: เทศบาลในจังหวัด, อบต. ทุกแห่งในจังหวัด."""
    return any(_WHERE.fullmatch(label[end:start]) for _, end, _ in spans if end < start)


def _named(label: str) -> str | None:
    """Return the group that a label names last; one that names several, or whose last word is of a sum, is of the total."""
    near = groups_named(label := behind_a_mean(label))
    total = max((m.end() for m in _TOTAL.finditer(label)), default=-1)
    after = {name for end, name in near if end > total}
    if len(after) == 1:
        return next(iter(after))
    return "total" if total >= 0 or not near else max(near)[1]


def _summed(found: dict[str, Count], numbers: Sequence[_Number]) -> Count | None:
    """Return the total whose numbers are the sums of all groups, when both stand in the text, with the percentage they give."""
    if "total" in found or not all(group in found for group in GROUPS):
        return None
    asked, answered = (sum(getattr(found[g], part) or 0 for g in GROUPS) for part in ("surveyed", "answered"))
    whole = {n.value for n in numbers if not n.decimals and not n.percent}
    if asked not in whole or answered not in whole:
        return None
    shares = [
        n.value
        for n in numbers
        if n.percent and abs(100 * answered / asked - n.value) <= (0.0511 if n.decimals else 0.5)
    ]
    return Count(asked, answered, shares[0] if shares else None)

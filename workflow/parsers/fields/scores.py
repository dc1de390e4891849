"""The office's own score and its group's average, told apart by the words before each number; what stays open is a doubt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.core.thai_date import MONTH
from workflow.parsers.fields.score_words import TORN, WRITTEN, Words
from workflow.parsers.fields.surveyed import ANY_UNIT
from workflow.parsers.skeleton import Rough, RoughMatch

_SMALL = 20.0  # a difference from the average is smaller than any average
LEAD = 110
_PART_OF_A_NAME = re.compile(r"[ก-ฮ]\.$|[ก-ฮ]\.\d{1,2}[-–]$")  # ภ.1-9 is an office
_RANGE_BEFORE, _RANGE_AFTER = re.compile(r"\d\s*(?:[-–—]|ถึง)\s*$"), re.compile(r"\s*(?:[-–—]|ถึง)\s*\d")
_PULLED_APART = re.compile(r"(?<=[ก-๙]) (?=[ก-๙])")  # some fonts leave a gap inside a word
_PER_CENT = re.compile(r"ร้อยละ\s*$")
_TO_THE_NEXT = re.compile(r"(?:(?!ทั้งนี้|อนึ่ง)[^\d]){0,90}(?=\d)")
_EXACT = re.compile(r"[.,]\d{2,4}$")
_LEVEL, _LEVELS = re.compile(r"ระดับ(?:ที่)?\s*$"), (1.0, 2.0, 3.0, 4.0, 5.0)  # a level of maturity is no score
# the number of a table's first row, its name and its figures, then the next row's: `ดังตาราง 1 นโยบาย 60.10 55.00 2 บุคลากร`, `1.1 แผน`
_ROW_ONE = re.compile(r"1[.)]?\s+[ก-๙A-Z][^\d]{1,80}(?:\s*\d{1,3}\.\d{1,4}){1,6}\s+(?:2|1\.1)[.)]?\s+[ก-๙A-Z]")
# two figures with nothing between them stand in a table; only its last row speaks of the whole
_IN_ROW, _TOTALS = (
    re.compile(r"\s+\d{1,3}\.\d{1,4}(?![\d,])"),
    re.compile(r"(?:รวม|ทั้งหมด|เฉลี่ย)\S*\s*$"),
)
_SAYS_MORE = re.compile(r"\s+[ก-ฮเ-ไ]")
_NUMBERED = re.compile(r"(?:ตาราง|ภาพ|แผนภูมิ|แผนภาพ|รูป|ภาคผนวก|เอกสารแนบ|สิ่งที่ส่งมาด้วย|หน้า)\s*(?:ที่|หมายเลข)?\s*$")
_LEADER = re.compile(r"\s*(?:[.…·_]\s?){4,}")  # dots that lead the eye from a label to its number
# a day, an hour, the number of a list or of a part, and how many all are, is no score
_DAY_BEFORE = re.compile(
    r"(?:วันที่|เวลา|เลขที่|ทั้ง|ลำดับที่|อันดับที่|อันดับ|ลำดับ|ครั้งที่|ฉบับที่|(?:ตัวชี้วัด|ด้าน|มิติ|หมวด|องค์ประกอบ|เสาหลัก|ประเด็น)(?:ย่อย|หลัก)?\s?ที่)\s*$"
)
_HIGH = re.compile(r"คะแนน(?:สูง|ต่ำ|มาก|น้อย)\s*$")  # ends a row of advice; the next row's number stands behind it
_DAY_AFTER = re.compile(rf"\s*(?:เดือน\s*)?(?:{MONTH})(?![ก-๙])|\s*(?:น\.|นาฬิกา)")
_MEAN_OF = re.compile(r"(?:เฉลี่ย|ค่ากลาง|มัธยฐาน)\s*(?:ของ|ใน|จาก|ทั้ง|รวม)?\s*(?:หน่วยงาน|ทั้ง)?\s*$")
# the year of the number before, where another clause begins behind it: `67.90 ในปี 2564 ทว่าค่าเฉลี่ย…`
_YEAR_BEHIND = re.compile(
    r"^\s*(?:คะแนน|%)?\s*(?:ใน|เมื่อ|ของ)\s?(?:ปี|พ\.\s?ศ\.)\D{0,20}25\d\d\)?\s*(?=(?:ทว่า|แต่|ขณะที่|ส่วน|และ|อย่างไรก็)\D*$)"
)
# a mean named in a clause of its own: of another year or a target is what stands before it, `เพิ่มขึ้นจากปีก่อน ทั้งนี้ ค่าเฉลี่ย…`
_MEAN_APART = re.compile(
    r"(?:ทั้งนี้|ขณะที่|ทว่า|อย่างไรก็(?:ดี|ตาม)|ส่วน|สำหรับ|โดย|แต่)\s*(?:ยัง(?:คง)?|ก็|มี)*(?:(?:สูง|ต่ำ|มาก|น้อย)กว่า)?"
    r"(?:(?:ค่า)?คะแนน|ค่า)(?:เฉลี่ย|กลาง|มัธยฐาน)"
)
_SO_MANY = re.compile(r"(?:(?<!คะแนน)(?<!ผล)รวม|จำนวน|ทั้งสิ้น|ทั้งหมด|ทั้ง)\s*$")
_ITEMS = re.compile(r"\s*(?:รายการ|ประเด็น|หัวข้อ|เรื่อง|ข้อ(?!มูล)|ตัวชี้วัด|ด้าน|มิติ|องค์ประกอบ)")
_COUNTED = re.compile(rf"\s*(?:{ANY_UNIT})")
# so many bodies, and behind them another figure: `ของจังหวัดทั้ง 76 จังหวัด 61.02 คะแนน`; a score stands behind words for one
_BODIES = re.compile(rf"\d{{1,3}}\s*(?:{ANY_UNIT})(?=[\s)])[^\d]{{0,40}}\d")
_SCORED = re.compile(
    rf"(?:(?:คะแนน|ดัชนี)(?!\S*(?:จำนวน|ทั้ง|ทุก|{ANY_UNIT}))\S*|ร้อยละ|เท่ากับ|ระดับ|(?:อยู่)?ที่|คือ|เป็น|ได้(?:รับ)?|มี|[:=])\s*\(?$"
)
# the mean of those who answered, told of them in their own sentence: `ตอบ 160 แห่ง (ร้อยละ 93.0) มีคะแนนเฉลี่ยร้อยละ 45.90`
_MEAN_OF_COUNTED = re.compile(
    rf"(?:ตอบ|ส่ง|เข้าร่วม|ให้ข้อมูล)[^\d]{{0,40}}(?<!จาก)(?<!จาก\s)(?<!ทั้งหมด\s)(?<![\d,])\d[\d,]*\s*(?:{ANY_UNIT})\s*"
    r"(?:\(?\s*(?:หรือ)?\s*(?:คิดเป็น)?\s*ร้อยละ\s*[\d.]+\s*\)?)?\s*(?:ซึ่ง|โดย|และ)?\s*"
    r"(?:มี|ได้(?:รับ)?)\s?(?:ผล|ค่า)?\s?(?:คะแนน)?(?:เฉลี่ย(?!รวม)|ค่ากลาง|มัธยฐาน)(?:(?!ท่าน)[^\d(]){0,25}$"
)
_LISTS = re.compile(r"(?:ดัง(?:ต่อไป)?|ต่อไป)นี้\s*[:：]?\s*\($")
_ROW_OF_YEAR = re.compile(r"(?<![\d/])(25\d\d)\s+$")  # right before a number, in a table that compares years
_ROW = 140  # letters of such a row at most
_SO_FAR = re.compile(
    r"(?:ถึง|อยู่|ประมาณ|ราว|เพียง|เป็นจำนวน|จำนวน|กว่า)\s*(?:ร้อยละ)?\s*$"
)  # ends what leads to a difference
_LOWER = re.compile(r"(?:ต่ำ|น้อย)กว่า(?!.*กว่า)")
_MARKED = re.compile(r"คะแนน|ดัชนี")
_OPENED = re.compile(r"\s*(?:ร้อยละ\s*)?$")  # a bracket right before the number begins no clause of its own


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
    weak: bool = False  # called a value, not a score
    mean: bool = False  # called a mean
    theirs: bool = False  # of others than the office itself
    over: int = 0  # told as what the office's own score is higher (1) or lower (-1) than: the mean, or how far it is


def scores_of(text: str, year: int | None, *, torn: bool = False) -> Scores:
    """Return the score and the average a text states; scores of other years, parts and targets are passed over.

    In `torn` text what the written words do not give is sought by their skeletons, and is a doubt.
    """
    text = _LEADER.sub(" ", text)
    found = _stated(text, year, WRITTEN)
    packed = _stated(_PULLED_APART.sub("", text), year, WRITTEN) if not torn and found.average is None else found
    if packed.average and found.average is None and packed.average != found.score:
        found = replace(found, average=packed.average, averages_seen=packed.averages_seen or (packed.average,))
    if not torn or (found.score is not None and found.average is not None):
        return found
    rough = _stated(text, year, TORN)
    if found.score is None and rough.score is not None and rough.score != found.average:
        found = replace(found, score=rough.score, scores_seen=rough.scores_seen or (rough.score,))
    if found.average is None and rough.average is not None and rough.average != found.score:
        found = replace(found, average=rough.average, averages_seen=rough.averages_seen or (rough.average,))
    return found


def _stated(text: str, year: int | None, words: Words) -> Scores:
    found = _told_apart(list(_mentions(text, year, words)))
    score, others = _chosen([m for m in found if not m.average])
    sure = score if not others else None
    average, more = _chosen([replace(m, sure=m.sure or _is_mean(m, sure)) for m in found if m.average])
    return Scores(score, average, others, more)


def _is_mean(mention: _Mention, score: float | None) -> bool:
    """Whether what a score is higher or lower than is the mean: as a difference it would leave a mean that no group has."""
    if score is None or not mention.over or (score - mention.value) * mention.over <= 0:
        return False
    return not _SMALL <= score - mention.over * mention.value <= 100


def _told_apart(found: Sequence[_Mention]) -> list[_Mention]:
    """Return the mentions with one that only its words against the other's tell: of two scores the mean, of two means the office's own."""
    averages, scores = [m for m in found if m.average], [m for m in found if not m.average]
    if not averages and len({m.value for m in scores}) > 1:
        turned = [m for m in scores if m.mean]
    elif not scores and len({m.value for m in averages}) > 1:
        turned = [m for m in averages if not m.theirs]
    else:
        return list(found)
    if len({m.value for m in turned}) != 1:
        return list(found)
    return [replace(m, average=not m.average, sure=False, weak=False) if m in turned else m for m in found]


def _chosen(found: Sequence[_Mention]) -> tuple[float | None, tuple[float, ...]]:
    """Return the value to keep, and all that were seen when they leave a doubt."""
    found = [m for m in found if not m.weak] or list(found)
    best = next((m for m in found if m.whole), found[0] if found else None)
    if best is None:
        return None, ()
    rivals = [m for m in found if m.value != best.value and m.whole >= best.whole]
    doubtful = bool(rivals) or not best.sure
    return best.value, tuple(dict.fromkeys(m.value for m in (best, *rivals))) if doubtful else ()


def _mentions(text: str, year: int | None, words: Words) -> Iterator[_Mention]:
    done = 0
    for hit in words.number.finditer(text):
        lead, rest = text[max(done, hit.start() - LEAD) : hit.start()], text[hit.end() : hit.end() + 30]
        value = float(hit["value"].replace(",", "."))
        if _PART_OF_A_NAME.search(lead) or value > 100 or _RANGE_BEFORE.search(lead) or _RANGE_AFTER.match(rest):
            continue  # `318 คะแนน จากคะแนนเต็ม 500 คะแนน คิดเป็นร้อยละ` still leads to what follows
        if not hit["unit"] and (_counts(lead, text, hit) or _dated(lead, text, hit)):
            continue  # `ค่าเฉลี่ย 76 จังหวัด เท่ากับ` still leads to what follows
        if _LEVEL.search(lead) and not hit["unit"] and value in _LEVELS:
            continue
        if _NUMBERED.search(lead) and not (hit["unit"] and _EXACT.search(hit["value"])):
            continue  # `สิ่งที่ส่งมาด้วย 2 คะแนนการสำรวจ`
        if not hit["unit"] and _in_row(text, hit) and not _TOTALS.search(lead):
            continue
        listed = rest.startswith(")") and _LISTS.search(lead)
        if listed or (value == 1.0 and _ROW_ONE.match(text[hit.start() : hit.end() + _ROW])):
            continue  # `ค่าเฉลี่ยของกลุ่มได้ จึงขอให้ดำเนินการดังนี้ (1) …`
        done = hit.end("value")
        if _barred(lead, text[max(0, hit.start() - 70) : hit.start()], year, words):
            continue
        full = bool(words.of_full.match(rest))
        told = full or _told(lead, hit["unit"], words)
        valued = bool(_EXACT.search(hit["value"]) and words.said.search(lead) and words.valued.search(lead))
        called = full or hit["unit"] == "คะแนน"
        beside = _beside_the_average(lead, text[hit.end() : hit.end() + LEAD], words)
        if told or valued:
            called = called or (valued and not _PER_CENT.search(lead))
            theirs = _MEAN_OF_COUNTED.search(text, max(0, hit.start() - 2 * LEAD), hit.start()) is not None
            weighed = _weighed(value, lead, words, called=called, beside=beside, theirs=theirs)
            yield from (replace(m, weak=not told or not (called or m.sure or m.average)) for m in weighed)


def _in_row(text: str, hit: RoughMatch) -> bool:
    """Whether a number stands beside another in a table; one with fewer decimals before words is the number of the next clause."""
    beside = _IN_ROW.match(text, hit.end("value"))
    places = [len(number.partition(".")[2]) for number in (hit["value"], beside[0].strip() if beside else "")]
    return beside is not None and not (places[1] < places[0] and _SAYS_MORE.match(text, beside.end()))


def _dated(lead: str, text: str, hit: RoughMatch) -> bool:
    """Whether a number is a day, an hour, the number of a list or of a part, or counts items."""
    behind = hit.end("value")
    items = _SO_MANY.search(lead) and _ITEMS.match(
        text, behind
    )  # `ร้อยละ โดยมีข้อเสนอแนะ รวม 9 รายการ`, whose number a scan lost
    return bool(_DAY_BEFORE.search(lead) or _HIGH.search(lead) or _DAY_AFTER.match(text, behind) or items)


def _counts(lead: str, text: str, hit: RoughMatch) -> bool:
    """Whether a number says over how many bodies a mean is taken."""
    whole = not _EXACT.search(hit["value"])  # no bodies are told by halves
    mean = whole and _MEAN_OF.search(lead) and _COUNTED.match(text, hit.end("value"))
    return bool(mean or (_BODIES.match(text, hit.start("value")) and not _SCORED.search(lead.rstrip())))


def _told(lead: str, unit: str, words: Words) -> bool:
    return bool(unit or words.said.search(lead)) and bool(unit or words.scoring.search(lead))


def _barred(lead: str, before: str, year: int | None, words: Words) -> bool:
    """Whether a number is of another year, a part, a share or a full mark."""
    years = [int(m["year"]) for m in words.year.finditer(_YEAR_BEHIND.sub("", lead))]
    years += [int(m[1]) for m in _ROW_OF_YEAR.finditer(lead)]
    apart = max((m.start() for m in _MEAN_APART.finditer(lead)), default=0)
    barred = (
        words.other.search(lead[apart:])
        or words.full_mark.search(lead)
        or words.share.match(lead)
        or words.part.search(before)
    )
    return bool(barred or (years and year and years[-1] != year))


def _beside_the_average(lead: str, rest: str, words: Words) -> bool:
    """Whether somebody has so many per cent, nobody answered, and the number behind it in the sentence is an average."""
    clause = _clause(lead, words)
    after = _TO_THE_NEXT.match(rest)
    averaged = after and (words.average.search(after[0]) or words.mean.search(after[0]))
    return bool(averaged and words.reached.search(clause) and not words.answered.search(lead))


def _weighed(value: float, lead: str, words: Words, *, called: bool, beside: bool, theirs: bool) -> Iterator[_Mention]:
    own, average, mean = _last(words.own, lead), _last(words.average, lead), _last(words.mean, lead)
    differs = bool(words.difference.search(lead))
    if differs and value < _SMALL:
        return
    others = bool(words.others.search(_clause(lead, words)))
    if theirs or words.than_others.search(lead):
        yield _Mention(value, True, whole=True, sure=True, theirs=True)
    elif average > own or (mean >= 0 and (others or own < 0) and mean > own):
        over = 0 if not differs or _SO_FAR.search(lead) else (-1 if _LOWER.search(lead) else 1)
        yield _Mention(value, True, whole=True, sure=not differs, mean=mean >= 0, theirs=others, over=over)
    elif others or words.mean_of_others.search(lead):
        yield _Mention(value, True, whole=True, sure=False, theirs=True)
    elif own >= 0 or called or beside:
        whole = bool(words.whole.search(lead[max(own, 0) :]))
        yield _Mention(value, False, whole=whole, sure=own >= 0 or beside, mean=mean >= 0)
    elif value and not value.is_integer() and _MARKED.search(_clause(lead, words)):
        yield _Mention(value, False, whole=False, sure=False, weak=True)  # a mark, nobody says whose


def _clause(lead: str, words: Words) -> str:
    """Return what stands before a number since its clause began."""
    breaks = (m.end() for m in words.clause.finditer(lead) if not _OPENED.match(lead[m.end() :]))
    return lead[max(breaks, default=0) :]


def _last(pattern: Rough, lead: str) -> int:
    return max((m.start() for m in pattern.finditer(lead)), default=-1)

"""The word that tells what a number counts (๒๒๕ เขต … ๒๑๙ เขต): the same after both numbers of a pair, whatever it is. Pure."""

import re
from itertools import takewhile

from workflow.parsers.skeleton import RoughMatch, fold

_WORD = re.compile(r"\s*(?P<word>[ก-ฮเ-ไ][ก-๙.]+)")
_OUT_OF = re.compile(r"\s*จาก(?:จำนวน|ทั้งหมด|ทั้งสิ้น|\s)*$")
_SHORTEST = 2  # letters of a counter
_VERB = re.compile(r"ตอบ|ส่ง|เข้าร่วม|ให้|ได้|มี|ซึ่ง|ที่|โดย|และ|คิดเป็น|หรือ|จาก|$")
_JOINS = re.compile(r"และ|หรือ|กับ|จาก|ซึ่ง|โดย|เพื่อ|นั้น|คิดเป็น")  # goes on with the sentence, and counts nothing
# of days, marks and parts of a survey nobody answers a part of
_NO_OFFICES = re.compile(
    r"(?:วัน|เดือน|ปี|ชั่วโมง|นาที|สัปดาห์|ไตรมาส|ครั้ง|คะแนน|บาท|ร้อย|พัน|หมื่น|แสน|ล้าน|ตัว|ข้อ|ประเด็น|ด้าน|มิติ|หน้า|ฉบับ|คำถาม|ระดับ|ลำดับ|เท่า)"
    r"|[ก-๙]*(?:คม|ยน|พันธ์)$|[ก-ฮ]\.[ก-ฮ]"
)


def shared_counter(text: str, one: RoughMatch, two: RoughMatch) -> str:
    """Return the counter that two numbers share, the second's where the first bears none (`219 จาก 225 เขต`); empty without any."""
    first, second = _WORD.match(text, one.end()), _WORD.match(text, two.end())
    if second is None or _NO_OFFICES.match(second["word"]) or _JOINS.match(second["word"]):
        return ""
    if _OUT_OF.match(text[one.end() : two.start()]):
        return _ended(second["word"])
    return _common(first["word"], second["word"]) if first else ""


def _common(one: str, other: str) -> str:
    """Return the letters that two words begin with, when they end a word or a verb follows."""
    both = zip(fold(one).text, fold(other).text, strict=False)
    held = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
    ends = [fold(word).span(0, held)[1] for word in (one, other)]
    whole = any(_VERB.match(word[end:]) for word, end in zip((one, other), ends, strict=True))
    return one[: ends[0]] if held >= _SHORTEST and whole else ""


def _ended(word: str) -> str:
    """Return a counter without the verb that runs on from it."""
    ends = (n for n in range(_SHORTEST, len(word)) if _VERB.match(word[n:]) and not _VERB.match(word))
    return word[: next(ends, len(word))]

"""What item of a recommendation sheet one line opens: its code and its name, in whatever order. Pure.

Written over skeletons (`parsers/skeleton.py`), so that a lost tone mark or ด read as ต changes nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workflow.parsers.fields.advice_leads import LEAD_WITHIN, advises, lead_end, lead_within
from workflow.parsers.fields.advice_signs import SIGN
from workflow.parsers.fields.numbers import SERIES
from workflow.parsers.rows import Row, is_row_of_marks
from workflow.parsers.skeleton import RoughMatch, rough

_PART = r"(?:ตัวชี้วัด|ประเด็น|มิติ|หัวข้อ|องค์ประกอบ|เกณฑ์|ด้าน|หมวด|รายการ|ปัจจัย|เสา(?:หลัก)?)"
_WORD = rf"(?:{_PART}\s*(?:ย่อย|หลัก)?|ข้อ)\s*(?:ลำดับ|รหัส)?\s*(?:ที่)?"
_CLEAN = r"(?P<code>\d{1,2}(?:\.\d{1,2})+)\.?"
# a code of which a recogniser made letters, or lost its dot: `2.A`, `Z.4`, `2,4`, `2 4`
_TORN = r"(?P<code>[0-9A-Za-z|!]{1,2}(?:\s?[.,:;·'_-]\s?|\s)?[0-9A-Za-z|!]{1,2}|[0-9]{1,2}[.,])"
_CODED_SOMEHOW = re.compile(r"[\dA-Za-z|!]")  # what any code is written with, torn or whole; most lines hold none
_COLON = r"(?:\s*[:–-]\s*|[ก-ฮะ]\s+|\s+|$|(?<=\.)(?=[A-Za-zก-ฮเ-ไ])|[OoQ](?=[A-Z][a-z]))"  # a scan makes a letter or a dot of a colon
# before an item's word any sign may be a bullet misread
_ITEM = rough(
    rf"(?:{SIGN}\s*|\d+(?:\.\d+)+[.)]?\s+|(?:ข้อ|ประเด็น|ลำดับ|รายการ)(?:ที่)?\s*\d{{1,2}}[.):]?\s+|\S{{1,2}}\s+|[^\w\s()\[\]“”\"/]\s*|\d)?(?P<word>{_WORD})\s*:?\s*{_CLEAN}{_COLON}(?P<name>.*)$"
)
_DASHED = rough(rf"{SIGN}\s*\.?{_CLEAN}{_COLON}(?P<name>.*)$")
_NUMBERED = rough(rf"{_CLEAN}(?:\s*[:–-]\s*|\s+)(?P<name>\S.*)$")
_ALONE = rough(rf"{_CLEAN}\s*$")
_WHOLE = rough(
    rf"(?:{SIGN}\s*)?(?P<word>{_PART}\s*(?:หลัก)?\s*ที่)\s*(?P<code>\d{{1,2}})(?:\s*[:.–-]\s*|\s+)(?P<name>\S.*)$"
)
_CITES = rough(rf"\d\)?\s*/\s*{SERIES}?\d|ลง(?:วันที่)?\s*\d|มีหนังสือ|ตามหนังสือ")  # a clause of the paper, and no name
SAID = rough(r"ควร|พบว่า|ได้แก่|ดังนี้|คะแนน|ร้อยละ|เห็น(?:ว่า|สมควร|ควร)|(?<!ติด)(?<!คุก)ตาม\s*$|(?<!ภาย)ใน\s*$|และ\s*$")
_PROPOSES = rough(r"เห็น(?:สม)?ควร|ขอให้|ควร")  # a clause of the writer's own, and no name
_TORN_ITEM = rough(rf"(?:{SIGN}\s*|\S{{1,2}}\s+)?(?P<word>{_PART}\s*ย่อย\s*(?:ที่)?)\s*{_TORN}\s*:?\s+(?P<name>\S.*)$")
# a pen through its bullet and word left the end of the word and the code
_TORN_WORD = rough(rf"\S{{2,16}}?(?P<word>ย่อย\s*(?:ที่)?)\s*{_CLEAN}\s*:?\s+(?P<name>\S.*)$")
# `ชื่อ (ตัวชี้วัดย่อย 1.2) ในตัวชี้วัด…`: the code behind the name
_NAMED_FIRST = rough(
    rf"(?P<bullet>(?:{SIGN}|\d+(?:\.\d+)+\.?|(?:ข้อ|ประเด็น|เรื่อง|ลำดับ)(?:ที่)?\s*\d{{1,2}}[.):]?)\s+)?(?P<name>[^\d:(]{{2,140}}?(?:\([^()\d]{{2,60}}\)\s*)?[”\"’»]?)\s*"
    rf"(?:(?P<open>[(\[])\s*|[,–-]\s*|\s)(?P<word>{_PART}\s*(?:ย่อย)?\s*(?:ที่|รหัส)?|รหัส)?\s*{_CLEAN}\s*(?P<close>[)\]])?(?P<after>(?:\s.*)?)$"
)
_CODED = rough(rf"(?:{SIGN}\s*)?(?P<word>รหัส\s*(?:{_PART}\s*(?:ย่อย)?)?\s*(?:ที่)?)\s*:?\s*{_CLEAN}{_COLON}(?P<name>.*)$")
WHOLE = "รหัสตัวชี้วัดหลัก"  # as heads are made plain that bear a whole indicator's number (`advice_wholes`)
_WHOLE_MADE = re.compile(rf"{SIGN}\s*(?P<word>{WHOLE})\s(?P<code>\d{{1,2}})(?:\s+|$)(?P<name>.*)$")
_BRACKETED = rough(rf"(?:{SIGN}\s*)?(?P<word>[(\[])\s*{_CLEAN}\s*[)\]]\s*(?P<name>\S.*)$")
MOST = 0.6  # of the items of a list say the same
_CELL = "  "  # before the next cell of a table's row
_KIND_BEFORE = rough(rf"{_PART}\s*(?:ย่อย)\s*(?:ที่(?=[\s:])|ด้าน)?\s*:?\s*")
_OF_A_PART = rough(rf"\s*\(\s*(?:(?:ภายใต้|ใน)\s*)?{_PART}[^()]{{2,90}}\)\s*$")
_ADVISES_SOON = rough(r".{0,60}?(?:ควร|ขอให้|น่าจะ|พึง|จำเป็นต้อง|แนะนำ|เสนอ|ชี้แนะ)|[^\s\d:][^\d:]{2,38}:\s")
PART_TITLE = rough(rf"{_PART}\s*(?:หลัก)?\s*(?:ที่)?\s*\d{{1,2}}[.:]?\s+\S")
_NAMED_BEFORE = rough(
    rf"(?:{SIGN}\s*)?(?:(?:ด้าน|มิติ|เสา(?:หลัก)?)\s*(?:ที่\s*\d{{1,2}}[.:]?\s+)?|ตัวชี้วัด(?:หลัก)?\s*ที่\s*\d{{1,2}}[.:]?\s+)(?P<above>[^\d:]{{2,60}}?)\s+(?P<word>ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?)\s*{_CLEAN}\s+(?P<name>\S.*)$"
)
# what a number counts: 3.15 คะแนน at the head of a line is no item
_MEASURE = re.compile(
    r"^(?:คะแนน|%|เปอร์เซ็นต์|ร้อยละ|หน่วยงาน(?!ที่|ซึ่ง)|แห่ง|ราย(?!การ|ละเอียด|ชื่อ|งาน|ได้|จ่าย|ตัว|ด้าน|ข้อ)|คน\b|ครั้ง|ล้าน|แสน|บาท|น\.|นาฬิกา|เท่า|กิโล|ปี\s|เดือน|วัน(?:\s|ทำการ)|สัปดาห์|ไตรมาส|ชั่วโมง|นาที)"
)


@dataclass(frozen=True)
class Item:
    """The head of an item: its code as printed, what follows on the line, whether the code is whole, the item's word, what is above it.

    `at` is where in the name a code in brackets stood, when words follow it; 0 for none.
    """

    code: str
    name: str
    whole: bool = True
    word: str = ""
    above: str | None = None
    at: int = 0


def item_of(text: str, below: Sequence[Row]) -> Item | None:
    """Return the item a line opens: by its word or bullet; by a number alone only when advice follows it."""
    if not _CODED_SOMEHOW.search(text):
        return None
    return _item(text, tuple(row.text.strip() for row in below))


# a line is asked after as itself, as the one below, and again when the paper is read a second time
@lru_cache(maxsize=2048)
def _item(text: str, below: tuple[str, ...]) -> Item | None:
    if found := _ITEM.match(text):
        prose = found["word"].strip().startswith("ข้อ") and not _advised(found["name"], below)
        return None if prose else _made(found)
    if whole := _WHOLE_MADE.match(text):
        return Item(whole["code"], whole["name"], word=whole["word"])
    if found := _CODED.match(text) or _DASHED.match(text):
        return _made(found)
    if (found := _BRACKETED.match(text)) and (_advised_soon([found["name"]]) or _advised_soon(below)):
        return _made(found)
    if found := _NAMED_BEFORE.match(text):
        return Item(found["code"], found["name"], word=found["word"], above=found["above"].strip())
    bare = _NUMBERED.match(text) or _WHOLE.match(text) or (_ALONE.match(text) if below else None)
    if is_row_of_marks(text):
        return None
    behind = _code_behind(text, below)
    bare = None if behind and behind.code.count(".") > 1 else bare  # no score has three parts: it is the code
    if (
        bare
        and not is_prose(_rest(bare))
        and not _PROPOSES.match(_rest(bare))
        and not _is_title(bare, below)
        and _advised(_rest(bare), below)
    ):
        return Item(bare["code"], _rest(bare))
    if behind:
        return behind
    if (torn := _TORN_WORD.match(text)) and not SAID.search(torn["name"]) and _led(below):
        return Item(torn["code"], torn["name"], word=torn["word"])
    torn = _TORN_ITEM.match(text)
    return Item(torn["code"].strip(), torn["name"], whole=False, word=torn["word"]) if torn else None


def is_prose(rest: str) -> bool:
    """Whether what stands behind a number is of a sentence: a measure, a citation, or what was found."""
    return bool(_MEASURE.match(rest) or _CITES.search(rest))


def _code_behind(text: str, below: Sequence[str]) -> Item | None:
    """Return an item whose code stands behind its name: in brackets or after a word for it, in an entry of a list or above an advice."""
    found = _NAMED_FIRST.match(text)
    if not found or _CITES.search(text) or SAID.search(found["name"]) or _MEASURE.match(found["after"].strip()):
        return None
    bracketed = found["open"] and found["close"]
    if not (bracketed or found["word"]) and "." in (found["bullet"] or "").strip(" ."):
        return None  # a code and the score behind its name
    told = (found["word"] and _advised("", below)) or (bracketed and _advised_soon(below))
    told = told or (bracketed and lead_within(f"){found['after']}") is not None)
    again = found["bullet"] and any(_listed_behind(line) for line in below)
    kind = _KIND_BEFORE.match(found["name"])
    told = told or bool(kind and bracketed and _OF_A_PART.match(found["after"]))
    worded = found["word"] or (kind and bracketed)
    if not (told or again or (found["bullet"] and worded)):
        return None
    name = found["name"][kind.end() if kind else 0 :].strip()
    behind = found["after"].strip()
    at = len(name) if behind and bracketed and not found["after"].startswith(_CELL) else 0
    return Item(found["code"], f"{name} {behind}".strip(), word=found["word"] or "(", at=at)


def item_like(text: str, other: Row | None) -> Item | None:
    """Return the item a line opens that has its code behind its name, as the head of the item before: the last of a list has none below."""
    before = other.text.strip() if other else ""
    return _code_behind(text, (before,)) if before and _listed_behind(text) and _listed_behind(before) else None


def _listed_behind(text: str) -> bool:
    found = _NAMED_FIRST.match(text)
    return bool(found and found["bullet"] and (found["word"] or (found["open"] and found["close"])))


def _led(below: Sequence[str]) -> bool:
    """Whether one of the next lines leads into an advice."""
    return any(lead_end(line) is not None for line in below[:3])


def _advised_soon(below: Sequence[str]) -> bool:
    """Whether the row below, or the one after an indicator's, speaks of what is to be done, in whatever words."""
    return any(_ADVISES_SOON.match(line) for line in below[:2])


def _made(found: RoughMatch) -> Item:
    word = found["word"] if "word" in found.found.re.groupindex else "-"
    return Item(found["code"], found["name"], word=word)


def _rest(found: RoughMatch) -> str:
    return found["name"] if "name" in found.found.re.groupindex else ""


def _is_title(bare: RoughMatch, below: Sequence[str]) -> bool:
    """Whether a numbered line is the heading of items: the next line is one of them."""
    nearest = next(iter(below), None)
    if nearest is None:
        return False
    parted = len(below) > 1 and PART_TITLE.match(nearest) and _begins_item(below[1])
    behind = _code_behind(nearest, below[1:])
    return bool(parted or _begins_item(nearest) or (behind and behind.code.startswith(f"{bare['code']}.")))


def _begins_item(text: str) -> bool:
    """Whether a line begins with a code that no sentence begins with: behind a word, a bullet, or in brackets."""
    heads = (_ITEM, _DASHED, _CODED, _BRACKETED, _NAMED_BEFORE)
    return any(head.match(text) for head in heads)


def _advised(name: str, below: Sequence[str]) -> bool:
    """Whether an advice follows before the next item does, below or on the line itself."""
    for text in below:
        if _listed_behind(text):
            break
        if lead_end(text) is not None or advises(text):
            return True
        if _begins_item(text) or _NUMBERED.match(text):
            break
    return bool(LEAD_WITHIN.search(name))


def item_below(below: Sequence[Row]) -> Item | None:
    """Return the item that the first of these rows opens."""
    return item_of(below[0].text.strip(), below[1:]) if below else None

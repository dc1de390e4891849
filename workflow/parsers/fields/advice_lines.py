"""What one line of a recommendation sheet is: an item, a group's heading, the lead-in of an advice, or the end of them all. Pure.

Written over skeletons (`parsers/skeleton.py`), so that a lost tone mark or ด read as ต changes nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workflow.parsers.fields.advice_signer import is_signer
from workflow.parsers.fields.advice_signs import SIGN
from workflow.parsers.fields.advice_tellers import ISSUER, OFFICE, TELLER
from workflow.parsers.fields.numbers import SERIES
from workflow.parsers.rows import Row, is_row_of_marks
from workflow.parsers.skeleton import RoughMatch, rough

_PART = r"(?:ตัวชี้วัด|ประเด็น|มิติ|หัวข้อ|องค์ประกอบ|เกณฑ์|ด้าน|หมวด|รายการ|ปัจจัย|เสา(?:หลัก)?)"
_WORD = rf"(?:{_PART}\s*(?:ย่อย|หลัก)?|ข้อ)\s*(?:ลำดับ|รหัส)?\s*(?:ที่)?"
_CLEAN = r"(?P<code>\d{1,2}(?:\.\d{1,2})+)\.?"
# a code of which a recogniser made letters, or lost its dot: `2.A`, `Z.4`, `2,4`, `2 4`
_TORN = r"(?P<code>[0-9A-Za-z|!]{1,2}(?:\s?[.,:;·'_-]\s?|\s)?[0-9A-Za-z|!]{1,2}|[0-9]{1,2}[.,])"
_CODED_SOMEHOW = re.compile(r"[\dA-Za-z|!]")  # what any code is written with, torn or whole; most lines hold none
_COLON = r"(?:\s*[:–-]\s*|[ก-ฮะ]\s+|\s+|$|(?<=\.)(?=[A-Za-zก-ฮเ-ไ]))"  # a scan makes a letter or a dot of a colon
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
_ADVISES_SOON = rough(r".{0,60}?(?:ควร|ขอให้|น่าจะ|พึง|จำเป็นต้อง|แนะนำ|เสนอ|ชี้แนะ)|[^\s\d:][^\d:]{2,38}:\s")

PART_TITLE = rough(rf"{_PART}\s*(?:หลัก)?\s*(?:ที่)?\s*\d{{1,2}}[.:]?\s+\S")
_NAMED_BEFORE = rough(
    rf"(?:{SIGN}\s*)?(?:(?:ด้าน|มิติ|เสา(?:หลัก)?)\s*(?:ที่\s*\d{{1,2}}[.:]?\s+)?|ตัวชี้วัด(?:หลัก)?\s*ที่\s*\d{{1,2}}[.:]?\s+)(?P<above>[^\d:]{{2,60}}?)\s+(?P<word>ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?)\s*{_CLEAN}\s+(?P<name>\S.*)$"
)

_TO_MEND = r"(?:พัฒนา|ปรับปรุง|ดำเนินการ|แก้ไข|ยกระดับ)"
_SUBJECT = rf"(?:ข้อเสนอแนะ|ข้อแนะนำ|คำแนะนำ|ข้อสังเกต|ข้อคิดเห็น|แนวทาง(?:การ)?{_TO_MEND}|ข้อเสนอ(?:การ|ใน(?:การ)?|เพื่อ(?:การ)?){_TO_MEND})"
ADVICE = rf"{_SUBJECT}(?:เพื่อ(?:การ)?(?:พัฒนา|ปรับปรุง|ยกระดับ))?ะ?"  # ะ: a colon misread
_THAT = r"(?:(?:คือ|ว่า|ได้แก่|ดังนี้|มีดังนี้)\s*:?\s+)?"
_SAYS = r"(?:มี)?(?:ข้อเสนอแนะ|เสนอแนะ|แนะนำ|ให้ข้อเสนอแนะ|ให้คำแนะนำ|เสนอ)(?:ว่า|ไว้ว่า|ดังนี้|เพิ่มเติมว่า|:)"
_LEAD = rough(
    rf"(?:{SIGN}\s*)?(?:{ADVICE}\s*(?:จาก|ของ|โดย)\s*{ISSUER}\s*:?\s+{_THAT}(?=\S)"
    rf"|{ADVICE}\s*(?:(?:จาก|ของ|โดย)\s*{ISSUER})?\s*(?:[:]|คือ\s|ดังนี้|มีดังนี้|ว่า\s)\s*:?\s*"
    rf"|(?:สิ่งที่|ประเด็นที่|เรื่องที่|โดย)?\s*[^:\d]{{0,40}}(?:เสนอแนะ|แนะนำ|เสนอ)\S{{0,14}}\s+(?:คือ|ได้แก่)\s*:?\s*(?=\S)"
    rf"|{ISSUER}\s*(?:ได้)?(?:ให้)?(?:เสนอแนะ|แนะนำ)\s+(?=ควร|ให้|น่าจะ|พึง|ขอ|เห็น)"
    rf"|{ADVICE}\s+(?=\S)|ข้อเสนอแนะ(?=ควร|ขอให้)|(?:โดย\s*|ทั้งนี้\s*)?{ISSUER}\s*{_SAYS}\s*:?\s*)"
)
_BARE_LEAD = rough(rf"(?:{SIGN}\s*)?{ADVICE}\s*(?:(?:จาก|ของ|โดย)\s*{ISSUER})?\s*:?\s*$")
_LEAD_WITHIN = rough(
    rf"\s*(?:[:–—-]\s*)?{ADVICE}\s*(?:(?:จาก|ของ|โดย)\s*{ISSUER})?\s*(?:[:]\s*|(?:คือ|ได้แก่|ว่า)\s+|\s(?=ควร|การ|ให้|เห็น|ขอ|พึง))"
    rf"|(?<=[)\]])\s+{ADVICE}\s*(?=\S)"
    r"|\s*[:]\s*(?=ควร|เห็นควร|ขอให้|ให้|น่าจะ|พึง|สมควร)|\s+[–—-]\s+(?=ควร|เห็นควร|ขอให้)"
)
# `…ด้าน|ดิจิทัล ข้อเสนอแนะ: …`: on a line that goes on, the end of a name
_NAME_BEFORE = rough(
    rf"(?!ทั้งนี้|โดย)\S?[ก-ฮเ-ไ]\S[^:]{{0,60}}?\s+{ADVICE}\s*(?:(?:จาก|ของ|โดย)\s*{ISSUER})?\s*(?::|(?:คือ|ได้แก่|ว่า)\s)"
)
_LEAD_RUN_ON = rough(
    rf"\s+(?:(?:โดย|ซึ่ง)\s*)?(?:{TELLER}\s*)?(?:ได้)?(?:มี|ให้)?(?:ข้อเสนอแนะ|เสนอแนะ|แนะนำ|เห็น|เสนอ)(?:ไว้)?ว่า\s*(?=\S)"
    rf"|\s*ข้อเสนอ(?:ของ|จาก)\s*{ISSUER}\s*:\s*"
    rf"|\s*(?:[:–—-]\s*)?{ADVICE}\s*(?:จาก|ของ|โดย)\s*{ISSUER}\s*:?\s+{_THAT}(?=\S)"
)
# what begins a lead-in at the beginning of a line, with nobody or an office before it
_LEADS = rough(rf"(?:{SIGN}\s*)?(?:โดย\s*|ซึ่ง\s*)?(?:{OFFICE})?(?:ได้|ขอ)?(?:มี|ให้)?(?:{ADVICE}|เสนอ|แนะนำ)")
_ADVISES = rough(r"(?:[-–•]\s*)?(?:ควร|เห็นควร|ขอ(?:แนะนำ|เสนอ(?:แนะ)?)?ให้|พึง(?!ความ|เสียง|คำ|ข้อ)|จำเป็นต้อง|น่าจะ|สมควร)")
_LISTED = rough(rf"{SIGN}\s")
_SECTION = rough(
    r"(?:ต้นเรื่อง|เรื่องเดิม|ความเป็นมา|ข้อเท็จจริง|ข้อกฎหมาย|ข้อพิจารณา(?:และข้อเสนอ)?|ข้อเสนอ(?:เพื่อ(?:โปรด)?พิจารณา)?|หลักการและเหตุผล"
    r"|(?:ประเด็น|เรื่อง|ข้อ)(?:ที่)?(?:เสนอ|ขอ)?(?:เพื่อ)?(?:โปรด)?พิจารณา|ข้อมูลประกอบ(?:การพิจารณา)?|(?:สรุป|ความเห็น)และข้อเสนอ)\s*:?$"
    r"|\d{1,2}\.\s*(?:ข้อพิจารณา|ข้อเสนอ(?!แนะ)|ข้อกฎหมาย|ข้อเท็จจริง|เรื่องเดิม|สรุป|การดำเนินการ|ความเห็น)"
)
_CLOSED = rough(r"(?:จึง(?:(?:กราบ)?เรียน|แจ้ง|ประกาศ|(?:ส่ง|เสนอ)มา)|ขอแสดงความนับถือ|\(?ลงชื่อ|เพื่อโปรด(?:ทราบ|พิจารณา))")
_PAUSES = rough(
    r"(?:ทั้งนี้|ในการนี้|อนึ่ง|สำหรับ)\s|(?:ทั้งนี้|ในการนี้|อนึ่ง)(?=ขอ|ให้|จึง|หาก|สำนัก|กรม|จังหวัด)|(?:มติ|ความเห็น|ข้อสังเกต)(?:ของ)?ที่ประชุม|ที่ประชุม(?:ได้)?(?:พิจารณา|รับทราบ|มีมติ|เห็น)"
    r"|(?:หาก|ถ้า|กรณี)[^\d:]{0,60}?(?:ประสงค์|ต้องการ|สงสัย|ซักถาม|ขัดข้อง)[^\d:]{0,60}?(?:คำปรึกษา|ติดต่อ|ประสาน|สอบถาม|เพิ่มเติม)"
    r"|[^\d:]{0,60}?(?:(?:พิจารณา|ตรวจสอบ)(?:เรื่อง[ก-๙]{0,12})?แล้ว|ขอเรียน(?:ว่า|เพิ่ม)|ขอรายงาน|หวัง(?:เป็นอย่างยิ่ง)?ว่า|ขอ(?:ขอบ(?:พระ)?คุณ|ความร่วมมือ|ความอนุเคราะห์))"
)
# what a number counts: 3.15 คะแนน at the head of a line is no item
_MEASURE = re.compile(
    r"^(?:คะแนน|%|เปอร์เซ็นต์|ร้อยละ|หน่วยงาน(?!ที่|ซึ่ง)|แห่ง|ราย(?!การ|ละเอียด|ชื่อ|งาน|ได้|จ่าย|ตัว|ด้าน|ข้อ)|คน\b|ครั้ง|ล้าน|แสน|บาท|น\.|นาฬิกา|เท่า|กิโล|ปี\s|เดือน|วัน\s)"
)
_CLOSES = re.compile(r"(?!\(?[\dก-ฮ]{1,2}\))[^()]+\)")
ANNOUNCES = rough(r".*(?:ดังนี้|ดังต่อไปนี้|ได้แก่|:|ต่อไปนี้)\s*$")


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
    if bare and not is_prose(_rest(bare)) and not _is_title(bare, below) and _advised(_rest(bare), below):
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
    if not found or _CITES.search(text) or SAID.search(found["name"]):
        return None
    bracketed = found["open"] and found["close"]
    if not (bracketed or found["word"]) and "." in (found["bullet"] or "").strip(" ."):
        return None  # a code and the score behind its name
    told = (found["word"] and _advised("", below)) or (bracketed and _advised_soon(below))
    told = told or (bracketed and lead_within(found["after"] or "") is not None)
    again = found["bullet"] and any(_listed_behind(line) for line in below)
    kind = _KIND_BEFORE.match(found["name"])
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
    return bool(parted or _begins_item(nearest))


def _begins_item(text: str) -> bool:
    """Whether a line begins with a code that no sentence begins with: behind a word, a bullet, or in brackets."""
    heads = (_ITEM, _DASHED, _CODED, _BRACKETED, _NAMED_BEFORE)
    return any(head.match(text) for head in heads)


def _advised(name: str, below: Sequence[str]) -> bool:
    """Whether an advice follows before the next item does, below or on the line itself."""
    for text in below:
        if _listed_behind(text):
            break
        if lead_end(text) is not None or _ADVISES.match(text):
            return True
        if _begins_item(text) or _NUMBERED.match(text):
            break
    return bool(_LEAD_WITHIN.search(name))


def lead_end(text: str, *, wrapped: bool = False) -> int | None:
    """Return where the lead-in of an advice (`ข้อเสนอแนะจาก …`) ends, None when the line begins with none, or with the rest of a bracket.

    A `wrapped` line below a name may begin with the last words of that.
    """
    found = _LEAD.match(text) or _BARE_LEAD.match(text)
    if found is None or (wrapped and _ends_a_name(text)) or _CLOSES.match(text[: found.end()]):
        return None
    return found.end()


def _ends_a_name(text: str) -> bool:
    """Whether words stand before a lead-in that is found inside a paragraph as well: of the name, or of whoever advises."""
    return not _LEADS.match(text) and bool(_NAME_BEFORE.match(text) or lead_within(f" {text}"))


def lead_within(text: str) -> tuple[int, int] | None:
    """Return where a lead-in stands inside the paragraph of an item."""
    found = _LEAD_RUN_ON.search(text) or _LEAD_WITHIN.search(text)
    return found.span() if found else None


def phrase_in(text: str, usual: str) -> tuple[int, int] | None:
    """Return where the lead-in this paper uses stands in a text."""
    found = rough(re.escape(usual).replace("\\ ", r"\s*")).search(text) if usual else None
    return found.span() if found else None


def advises(text: str) -> bool:
    """Whether a line begins as an advice does, without any lead-in."""
    return bool(_ADVISES.match(text))


def item_below(below: Sequence[Row]) -> Item | None:
    """Return the item that the first of these rows opens."""
    return item_of(below[0].text.strip(), below[1:]) if below else None


def is_section(text: str) -> bool:
    """Whether a line heads a section of a staff paper: ต้นเรื่อง, ข้อพิจารณา."""
    return bool(_SECTION.match(text))


def ends(text: str) -> bool:
    """Whether the paper goes on to something else: a section, or its closing."""
    return is_section(text) or bool(_CLOSED.match(text)) or is_signer(text)


def pauses(text: str) -> bool:
    """Whether a new paragraph with these words speaks of all items again."""
    return bool(_PAUSES.match(text))


def is_listed(text: str) -> bool:
    """Whether a line is an entry of a list."""
    return bool(_LISTED.match(text))

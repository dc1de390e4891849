"""Headings over recommendations: which line is one, and whether it names a group of indicators or one indicator. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workflow.parsers.certainty import NOT_AS_PRINTED, Sureness, letters_of
from workflow.parsers.fields.advice_found import SURE, even
from workflow.parsers.fields.advice_items import PART_TITLE, SAID, is_prose, item_below
from workflow.parsers.fields.advice_leads import ADVICE, ANNOUNCES, advises
from workflow.parsers.fields.advice_signs import COUNTING_LETTER, LATIN, ROMAN, SIGN
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_HEADING = re.compile(
    rf"^(?P<number>\d+(?:\.\d+)+[.)]?|\d{{1,2}}[.)]|\(?[ก-ฮ]\)|{COUNTING_LETTER}\.|\(\d+\)|{ROMAN}|{LATIN})\s*(?P<title>\S.{{3,140}})$"
)
_COUNTED_HEADING = re.compile(rf"(?!\d+\.\d){_HEADING.pattern}")  # by one number or letter, as no code is
_SPOTS = r"จุด(?:แข็ง|เด่น|อ่อน|ด้อย)|(?:จุด|สิ่ง|เรื่อง)ที่(?:ควร|ต้อง)"
# a limit: `ตั้งแต่ 60 คะแนนขึ้นไป`
_LIMIT = r"(?<![\d.])\d{1,3}(?:\.\d{1,2})?(?=\s*(?:คะแนน|%|เปอร์เซ็นต์))|(?<=ร้อยละ\s)\d{1,3}(?:\.\d{1,2})?"
# what sub-indicators are like, or what somebody is to do with them: `ตัวชี้วัดย่อยที่จังหวัดต้องเร่งปรับปรุง`
_LIKE = r"(?:[ก-๙]{0,24}?(?:ควร|ต้อง|พึง|เร่ง)|ไม่(?:ผ่าน|ถึง)|ผ่าน|ต่ำ|(?:มี|ได้)(?:รับ)?(?:ผล|คะแนน)|อยู่ใน|เป็นจุด|เสี่ยง)"
_BARE_HEADING = rough(
    rf"(?P<number>)(?P<title>(?:กลุ่ม|(?:กลุ่ม)?ตัวชี้วัด|ด้าน|ประเด็น)(?:(?!ย่อย)(?:ที่|ซึ่ง|กลุ่ม|ควร|ต้อง)|ย่อย(?:ที่|ซึ่ง){_LIKE})(?:\D|{_LIMIT}){{3,80}}|(?:{_SPOTS})[^\d:]{{0,60}})$"
)
GROUP_NUMBER = r"(?:กลุ่ม|ส่วน|ระดับ|ประเภท)(?:ที่)?\s*(?:\d{1,2}|[ก-ฮA-Z](?![ก-๙A-Za-z]))"
PARTED = r"\s*[.:)–-]?\s+"  # a number from what it counts
# `กลุ่มที่ 2 ตัวชี้วัดที่ควรพัฒนา (3 ตัวชี้วัด)`, `ระดับ A : …`
_GROUP_HEADING = rough(
    rf"(?:[-–•*]\s*)?(?P<number>{GROUP_NUMBER}){PARTED}"
    rf"(?P<title>[ก-ฮเ-ไ](?:[^\d(]|{_LIMIT}){{3,80}}(?:\([^()]{{2,40}}\))?)$"
)
_KIND_NAMED = rough(r"ตัวชี้วัด|กลุ่ม|ด้าน|ระดับ|มิติ|ประเด็น")
_ADVICE_ANY = rough(ADVICE)
# advice that is parted by what it takes: `1. ข้อเสนอแนะที่ดำเนินการได้ทันที`, `2. ข้อเสนอแนะที่ต้องใช้งบประมาณ`
OF_ADVICE = rough(rf"{ADVICE}(?:ที่(?!\s*\d)|ซึ่ง|ระยะ|เร่งด่วน|เชิง)[^\d:]{{3,60}}$")
# over a table of advice no group: what titles the table itself, a sentence, a record of it
_NO_GROUP = rough(
    r"ตาราง|ราย(?:ละเอียด|การ|ชื่อ|งาน)|(?:สรุป)?ผล(?!งาน)|ภาพรวม|คะแนน|.*(?:(?<!ที่)(?<!ซึ่ง)(?<!และ)(?<!แต่)ควร|\s\s)"
)
_TELLS_MARKS = re.compile(r"\d\.\d{2}")  # a sentence, and no heading
# `ตัวชี้วัดที่ดีและขอให้รักษาไว้` asks nothing: what it says is of the indicators it names
_ASKS = (
    r"(?<!และ)(?<!ที่)(?<!ซึ่ง)(?<!หรือ)ขอให้"
    r"|^(?!(?:กลุ่ม|ตัวชี้วัด|ด้าน|มิติ|ประเด็น|หัวข้อ|เรื่อง|สิ่ง|จุด|ส่วน)(?:ย่อย|กลุ่ม)?\s*(?:ที่|ซึ่ง)).*ขอให้"
)
_SENTENCE = re.compile(
    rf"จึง|{_ASKS}|พบว่า|(?:เสนอ(?:แนะ)?|แนะนำ)ให้|^(?:(?:โดย|ซึ่ง|ทั้งนี้)\s*)?(?:มี|พบ)\s*(?=จำนวน|\d|ข้อ|ประเด็น|รายการ|หัวข้อ|ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|ปัจจัย)"
)
_SIGNED_TITLE = re.compile(r"^(?:[^\sก-ฺเ-๎A-Za-z\d(]{1,2}|\d)\s+(?P<title>[ก-ฮเ-ไ]\S.+)$")
_MARKED_TITLE = re.compile(r"^[-–•*]\s*(?P<title>[ก-ฮเ-ไ][^\d]{5,75})$")
_TITLE = re.compile(r"^[ก-ฮเ-ไ][^\d]{7,58}$")

_GOES_ON = re.compile(r"^(?:และ|หรือ|ซึ่ง|แต่)")  # behind a mark that broke off above: no title begins so

# the title of all that is told of a survey; a kind that its name holds (ระดับ) groups no indicators
_SURVEY_TITLE = rough(r"(?:สรุป|รายงาน|แจ้ง)?ผล(?:การ)?(?:สำรวจ|ประเมิน|วัด|จัดอันดับ)\D{4,90}25\d\d$")

INDICATORS = r"ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|เสาหลัก|ปัจจัย|Pillar|Dimension"
_VALUES = (
    r"(?:โดด|ดี)?เด่น|ดี(?:มาก|กว่า|ขึ้น|\s|$)|ด้อย|อ่อน|ต่ำ|สูง(?!อายุ)|เร่ง|วิกฤต|สำคัญ|ไม่|ผ่าน(?:เกณฑ์|การ|\s|$)|เสี่ยง|ย่อย"
    r"|ข้างต้น|ดังกล่าว|ทั้ง|เหล่า|นี้|ต่อไป|ราย(?:ตัว|ด้าน|ข้อ|มิติ)|ตาม|รวม(?:\s|$|ทั้ง)|จำนวน"
)
_NAMES_ONE = re.compile(
    rf"^(?:ชื่อ\s*)?(?:{INDICATORS})(?:\s*หลัก)?\s*(?:(?:ที่\s*)?\d{{1,2}}(?!\d|\.\d)\s*)?[:.–-]?\s*(?:ด้าน(?=[ก-ฮเ-ไ]))?(?P<name>\S.{{2,90}})$"
)
_NO_NAME = re.compile(rf"^(?:ที่|ซึ่ง|ควร|ต้อง|กลุ่ม|{_VALUES})")
_GROUPS = re.compile(
    rf"(?:ตัวชี้วัด|มิติ|ด้าน|ประเด็น|เรื่อง|หัวข้อ|ส่วน|สิ่ง)(?:ย่อย)?\s*(?:(?:ที่|ซึ่ง)(?!\s*\d)|{_VALUES})|กลุ่ม|(?<![ก-๙])ระดับ|จุด(?:แข็ง|เด่น|อ่อน|ด้อย)|ควร|ต้อง|เร่งด่วน|เร่งรัด"
)
_TAIL = re.compile(
    r"\s*(?:\(?\s*(?:จำนวน|มี|รวม)?\s*\d{1,3}\s*(?:ตัวชี้วัด(?:ย่อย)?|ตัว|ประเด็น|ข้อ|รายการ)\s*\)?)?"
    r"\s*(?:(?:มี|ประกอบ)?(?:ดังนี้|ดังต่อไปนี้|ด้วย)|ได้แก่|คือ)?\s*:?\s*$"
)
_MARK = rough(rf"(?:{SIGN}|\d+(?:\.\d+)+[.)]?(?=\s))\s*")
_COUNTS = re.compile(r"[\dก-ฮIVX]")
_LONGEST = 90


@dataclass(frozen=True)
class Heading:
    """A group's heading: its number as printed (empty when it has none), and its title."""

    number: str
    title: str

    @property
    def style(self) -> str:
        """How its number is written, whichever it is."""
        return style_of(self.number)


def style_of(number: str) -> str:
    """Return how a number is written, whichever it is: `2.3.1` as `1.1.1`, `(ค)` as `(ก)`, `IV` as `I`."""
    return re.sub(r"[A-HIVX]+", "I", re.sub(r"[ก-ฮ]", "ก", re.sub(r"\d+", "1", number.rstrip("."))))


@lru_cache(maxsize=1024)
def groups_indicators(title: str) -> bool:
    """Whether a heading says by its words that indicators stand together under it: what they are like, or what is to be done."""
    return bool(_GROUPS.search(title))


@lru_cache(maxsize=1024)  # each line is asked after as a heading, and as what stands below one
def without_tail(title: str) -> str:
    """Return a title without the words that only announce what follows, and without how many they are."""
    return _TAIL.sub("", title).strip(" :")


@lru_cache(maxsize=1024)
def indicator_named(title: str) -> str | None:
    """Return what a heading (without its number) names as an indicator, without the word for its kind; None for a group or a sentence."""
    named = without_tail(title)
    found = _NAMES_ONE.match(named)
    if not found or _NO_NAME.match(found["name"]) or SAID.search(named) or _ADVICE_ANY.search(named):
        return None
    return found["name"].strip(" :")


@lru_cache(maxsize=1024)
def unmarked(text: str) -> tuple[str, str]:
    """Return the mark or number before a heading, and its title."""
    mark = _MARK.match(text)
    return (text[: mark.end()].strip(), text[mark.end() :]) if mark else ("", text)


def leads_to_items(below: Sequence[Row], over: str = "") -> bool:
    """Whether an item follows at once, or below one heading or two that are lesser than the line `over` them."""
    if not below or item_below(below):
        return bool(below)
    first = below[0].text.strip()
    lesser = PART_TITLE.match(first) is not None or _is_lesser(first, over)
    return lesser and leads_to_items(below[1:], first)


def _is_lesser(text: str, over: str) -> bool:
    """Whether a line may be a heading below another: an indicator's, or a short title that is numbered otherwise."""
    mark, title = unmarked(text)
    above, upper = unmarked(over)
    if len(text) > _LONGEST or advises(title) or _SENTENCE.search(title):
        return False
    if indicator_named(title) is not None and indicator_named(upper) is None:
        return True
    named = without_tail(title)
    titled = _COUNTS.search(mark) and _TITLE.match(named) and not SAID.search(named)
    return bool(titled) and style_of(mark) != style_of(above)


def heading_of(text: str, below: Sequence[Row], *, short: bool = True, apart: bool = False) -> Heading | None:
    """Return a numbered heading that is no sentence: it names a kind of indicator, or an item follows it at once.

    One that only names a kind must be `short`; a line that stands `apart` (a paragraph of its own) above an item needs no number.
    """
    followed = leads_to_items(below, text)
    found = _HEADING.match(text)
    if found and _is_title(found["title"], text):
        kind = short and _KIND_NAMED.search(found["title"]) and not _SURVEY_TITLE.match(found["title"])
        return Heading(_plain(found["number"]), found["title"]) if followed or kind else None
    grouped = _GROUP_HEADING.match(text)
    if grouped and not advises(grouped["title"]) and (followed or (short and _KIND_NAMED.search(grouped["title"]))):
        return Heading(grouped["number"], grouped["title"])
    if not followed or len(text) >= 80 or (ANNOUNCES.match(text) and not (apart and is_group_title(text))):
        return None
    if apart and (marked := _MARKED_TITLE.match(text)) and not advises(marked["title"]):
        return Heading("", marked["title"])
    bare = _BARE_HEADING.match(text)
    return Heading("", bare["title"]) if bare else Heading("", text) if apart and _TITLE.match(text) else None


def heading_read(row: Row, below: Sequence[Row], *, short: bool, apart: bool) -> tuple[Heading, Sureness] | None:
    """Return the heading a row is, and how sure it was read; what stands `apart` on a scan may have a bullet misread."""
    text, letters = row.text.strip(), letters_of(even([row]))
    if heading := heading_of(text, below, short=short, apart=apart):
        return heading, letters.of(heading.title) if letters else SURE
    marked = _behind_a_sign(text, below) if apart and letters else None
    return (marked, Sureness(NOT_AS_PRINTED)) if marked else None


def _behind_a_sign(text: str, below: Sequence[Row]) -> Heading | None:
    """Return the heading that stands right above an item behind one sign, or a figure alone: what a recogniser made of a bullet."""
    found = _SIGNED_TITLE.match(text)
    heading = heading_of(found["title"], below, apart=True) if found and leads_to_items(below, text) else None
    return Heading("", heading.title) if heading else None


@lru_cache(maxsize=1024)
def is_group_title(text: str) -> bool:
    """Whether a line is a title though it announces what follows: a kind of indicators and what they are like."""
    title = without_tail(text)
    return bool(_BARE_HEADING.match(title)) and not _SENTENCE.search(title) and not _ADVICE_ANY.search(title)


def _plain(number: str) -> str:
    return number.rstrip(".)") if "." in number else number


def _is_title(title: str, text: str) -> bool:
    """Whether what stands behind a number is no sentence, no measure and no advice."""
    advised = _ADVICE_ANY.search(text) and not OF_ADVICE.match(title)
    told = advised or _TELLS_MARKS.search(title) or is_prose(title) or _SENTENCE.search(title)
    return len(text) < _LONGEST and not told and not _GOES_ON.match(title)


def heading_over_table(text: str) -> Heading | None:
    """Return the heading that a line right above a ruled table of advice is, no sentence: numbered, or naming a kind of indicator."""
    if heading := heading_of(text, []):
        return heading
    numbered, bare = _COUNTED_HEADING.match(text), _BARE_HEADING.match(text)
    if numbered and _is_title(numbered["title"], text) and not _NO_GROUP.match(numbered["title"]):
        return Heading(_plain(numbered["number"]), numbered["title"])
    return Heading("", bare["title"]) if bare and len(text) < 80 and not ANNOUNCES.match(text) else None

"""What a page opens: the signs of a memo's, letter's, order's head, weighed, since a stamp or a lost tone may hide any one of them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from workflow.core.reading import Kind
from workflow.core.thai_date import MONTH
from workflow.parsers.binding.enclosed import label_of as enclosed
from workflow.parsers.binding.skeleton import skeleton
from workflow.parsers.fields.dated import date_alone
from workflow.parsers.fields.labels import DEAR, GREETINGS, offered_to
from workflow.parsers.fields.numbers import BARE, CONSONANTS, LABELLED_BY_UNITS, RUNNING
from workflow.parsers.fields.order import whose_words
from workflow.parsers.fields.signed_posts import ORDERS
from workflow.parsers.fields.titles import RANK
from workflow.parsers.rows import Row

HEAD_ROWS, TITLE_ROWS = 18, 10
SURE = 3.0  # the weight of signs that leaves no doubt
_NOTE, _SENT = skeleton("บันทึก"), re.compile(r"^จาก(?:\s|:|$)")
_MEMO = skeleton("บันทึกข้อความ")
_URGENT = re.compile(r"ด่วน(?:ที่สุด|มาก)?")
_LABELS = {name: skeleton(name) for name in ("ส่วนราชการ", "เรื่อง", *DEAR, "อ้างถึง", "สิ่งที่ส่งมาด้วย", "ถึง", "วันที่")}
_ORDERS = [skeleton(word) for word in ("คำสั่ง", "ประกาศ", "ระเบียบ", "ข้อบังคับ")]
_MANNER = skeleton("ประการ")  # `ประการสุดท้าย`: a letter of ประกาศ is another
_TO_THE_EDGE = 6.0  # points: so near the right edge of the text end lines that wrap
# The label ที่ may have lost its marks or been read as other letters, or be lost itself; what follows is the letter number, alone in its column.
_NUMBERED = re.compile(
    r"^(?:ด่วน(?:ที่สุด|มาก)?\s+)?(?:(?:เลข)?ที่\s*|\S{1,4}\s+)?"
    rf"{CONSONANTS}?\d(?:[\d.\s]|\([ก-ฮ\d.]{{1,12}}\))*/\s*{RUNNING}\s*(?:$|\s{{2}}|วันที่)"
)
# an endorsement may date itself behind its number and then says no more on that row: ลว. ๒๗ ส.ค. ๖๗
_DATED_BEHIND = re.compile(rf"^(?P<number>.+?/\s*{RUNNING})\s*(?:ลง|ล\.?\s?ว\.?)\s*(?:วันที่)?\s*\d[^/]{{3,24}}\d$")
_BARE = re.compile(rf"^ที่\s*{BARE}$")  # a note's own number, without a slash
_LOST = 2  # letters of a label: what lost more is another word
GREETING_ROWS = 4  # below its number an endorsement names whom it is for
_SLASH_LOST = re.compile(r"^(?:ที่|ที|ท่|ท)\s+(?:[ก-ฮ]{1,5}\.?\s*)?\d[\d.]{3,14}(?:\s\d{1,6})?\s*(?:$|\s{2}|วันที่)")
# A name in brackets has two parts, (องค์การมหาชน) has one; a bracket may be lost where a title opens the name.
_SPECK = re.compile(r"^[^\sก-๙A-Za-z\d(\[{|]{1,2}\s+(?=\()")  # a speck before a bracket, read as a sign
_EMBLEM = r"(?!(?:(?:ประทับ)?ตรา(?:ครุฑ)?|โลโก้)\s)"  # where one is to be printed: (ตรา สพร.)
_NAMED = re.compile(
    rf"^(?:(?:พล|พ|ร|ด|จ|ส|น)\.\S*\s*|{RANK}\s*)?(?:\({_EMBLEM}[^()\d]{{2,28}}\s[^()\d]{{2,28}}\)"
    r"|[\[{(]?\s*(?:นาย|นาง|นางสาว|น\.ส\.|[ดต]ร\.|ว่าที่)\s?[^()\d\s]{2,24}\s[^()\d\s]{2,24}[)}\]])$"
)
# (Digital Literacy) under a name in Thai is its English; a stranger who signs has a title
_ENGLISH = re.compile(r"^\((?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Pol|Gen|Maj|Col|Capt|H\.E)\b)[A-Za-z][A-Za-z\s.,&/'’-]*\)$")
_ENDORSED = re.compile(r"บันทึกสั่งการ|ท้าย(?:หนังสือ|บันทึก)(?!นี้)")
_PURPOSE = re.compile(r"^เพื[อ่]+\s?(?:โปรด)?\s?(?:ทราบ|พิจารณา|ดำเนินการ)")
# the mark where a seal is set; a date whose day is left to the pen
_SEAL = re.compile(rf"^(?:\((?:ประทับ)?ตรา[^()]{{0,40}}\)|(?:วันที่)?[\s.…]*(?:{MONTH})\s*(?:พ\.\s?ศ\.\s*)?\d{{2,4}})$")
_INVITES = tuple(
    skeleton(words) for words in ("เชิญ", "ขอเชิญ", "ขอเรียนเชิญ", "เรียนเชิญ", "กราบเรียนเชิญ", "ขอกราบเรียนเชิญ", "การเชิญ")
)


@dataclass(frozen=True)
class Opening:
    """The kind of paper a page opens, and whether its signs leave no doubt."""

    kind: Kind
    sure: bool = True


@dataclass(frozen=True)
class _Head:
    """Where the labels of a head stand (row index of each), and its rows."""

    labels: dict[str, int]
    number: int | None
    dated_beside: bool
    date: int | None
    title: float
    rows: tuple[Row, ...]

    def has(self, *names: str) -> int:
        return sum(name in self.labels for name in names)

    @property
    def greeted(self) -> int | None:
        return min((self.labels[name] for name in DEAR if name in self.labels), default=None)


def opened(rows: Sequence[Row]) -> Opening | None:
    """Return what the rows of a page open, None when they continue a paper."""
    head = _head(_above_signature(rows[:HEAD_ROWS]))
    return _memo(head) or _order(head) or _letter(head) or _stamped(head) or _endorsement(head)


def _above_signature(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows above the first signature, or down to a seal: what is headed below one is another paper on the same page."""
    end = next((n for n, row in enumerate(rows) if is_signature(row)), len(rows))
    seal = sealed_at(rows)
    return rows[:end] if seal is None else rows[: min(end, seal + 1)]


def sealed_at(rows: Sequence[Row]) -> int | None:
    """Return the row of the seal that a sealed letter bears for a signature: its mark or the date, whichever is above; None on others.

    It has none of a memo's labels, and its number stands above every signature.
    """
    above = rows[: next((n for n, row in enumerate(rows[:HEAD_ROWS]) if is_signature(row)), HEAD_ROWS)]
    number = next((n for n in range(len(above)) if heads(rows, n)), len(rows))
    if any(label(row) == "ส่วนราชการ" for row in rows[:number]):
        return None
    named = [(n, label(rows[n])) for n in range(number + 1, min(number + GREETING_ROWS, len(rows)))]
    to, name = next(((n, name) for n, name in named if name == "เรื่อง" or name in GREETINGS), (0, None))
    below = next((label(row) for row in rows[to + 1 :] if not date_alone(row)), None)
    if name != "ถึง" or below == "เรื่อง" or below in DEAR:
        return None
    return next((n for n in range(to + 1, len(rows)) if date_alone(rows[n]) or _SEAL.match(rows[n].text.strip())), None)


def is_signature(row: Row) -> bool:
    """Whether the row is a name in brackets and nothing else, or several of them side by side."""
    runs = [part.text for part in row.parts] if len(row.parts) > 1 else [row.text]
    text = _SPECK.sub("", row.text.strip()) if row.sure else row.text.strip()
    named = bool(_NAMED.match(text)) or all(_NAMED.match(run.strip()) for run in runs)
    return named and not _ENGLISH.match(text)


def is_numbered(row: Row) -> bool:
    """Whether the row is a paper's own number and nothing else."""
    return _is_number(row.text.strip()) or bool(_SLASH_LOST.match(row.text.strip()))


def _is_number(text: str) -> bool:
    return bool(_NUMBERED.match(text) or LABELLED_BY_UNITS.match(text))


def heads(rows: Sequence[Row], n: int) -> bool:
    """Whether a row is a paper's own number: alone, or dated on the same row or without a slash and a greeting close below."""
    if is_numbered(rows[n]):
        return True
    dated = _DATED_BEHIND.match(rows[n].text.strip())
    greeted = any(label(row) in GREETINGS for row in rows[n + 1 : n + GREETING_ROWS])
    bare = _BARE.match(rows[n].text.strip())
    return bool(greeted and (bare or (dated and _is_number(dated["number"]))))


def label(row: Row) -> str | None:
    """Return the label a row begins with, tones and single letters lost or not."""
    return _labelled(row.text)


@lru_cache(maxsize=2048)  # the rows of a head are asked again by every rule that looks at it
def _labelled(text: str) -> str | None:
    if offered_to(text):
        return "เรียน"
    word = skeleton(text.strip().lstrip("-–. ").split(" ")[0])
    best = max(_LABELS, key=lambda name: fuzz.ratio(_LABELS[name], word))
    bar = 100 if len(_LABELS[best]) < 4 else 78
    if fuzz.ratio(_LABELS[best], word) >= bar and len(word) >= len(_LABELS[best]) - _LOST:
        return best
    # the space after a long label is often lost
    packed = skeleton(text)
    return next((n for n in ("ส่วนราชการ", "สิ่งที่ส่งมาด้วย") if _begins(packed, _LABELS[n])), None)


def _begins(packed: str, wanted: str) -> bool:
    return len(packed) > len(wanted) and fuzz.ratio(packed[: len(wanted)], wanted) >= 85


def _head(rows: Sequence[Row]) -> _Head:
    labels: dict[str, int] = {}
    for n, row in enumerate(rows):
        if (name := label(row)) and name not in labels:
            labels[name] = n
    if labels.get("ส่วนราชการ", 0) > min((labels[name] for name in ("เรื่อง", *GREETINGS) if name in labels), default=99):
        del labels["ส่วนราชการ"]  # a word of the text
    if "ส่วนราชการ" in labels and enclosed(rows) and not any(name in labels for name in ("เรื่อง", *DEAR)):
        del labels["ส่วนราชการ"]  # in a cell of what an enclosure tells
    number = next((n for n in range(len(rows)) if heads(rows, n)), None)
    beside = any(_dated_beside(row) for row in rows)
    # a date above the number is a stamp's
    date = next((n for n, row in enumerate(rows) if date_alone(row) and n > (number or 0)), None)
    return _Head(labels, number, beside, date, _title(rows[:TITLE_ROWS]), tuple(rows))


def _dated_beside(row: Row) -> bool:
    """Whether ที่ and วันที่ share the row, as only a memo has them."""
    if "นท" not in row.text:  # of วันที่, whatever it lost
        return False
    found = re.search(r"\S.*\s(?:วันที่|วันที|วนที่|วันท)\s*[.…]*\s*\d", row.text)
    return bool(found and re.match(r"^(?:เลข)?(?:ที่|ที|ท)\s", row.text))


def _title(rows: Sequence[Row]) -> float:
    """Return how much a run near the top looks like บันทึกข้อความ, in percent."""
    runs = [part for row in rows for part in (*re.split(r"\s{2,}", row.text), row.text)]
    packed = [skeleton(_URGENT.sub("", run)) for run in runs]
    return max((fuzz.ratio(_MEMO, run) for run in packed if len(run) <= len(_MEMO) + 6), default=0.0)


def _is_note(rows: Sequence[Row]) -> bool:
    """Whether a page is headed บันทึก alone above a row of who sends it (จาก), as state enterprises write their memos."""
    sent = any(_SENT.match(row.text.strip()) for row in rows[:GREETING_ROWS])
    return sent and any(skeleton(row.text) == _NOTE for row in rows[:TITLE_ROWS])


def _memo(head: _Head) -> Opening | None:
    title = 100.0 if _is_note(head.rows) else head.title
    weight = 3.0 if title >= 85 else 2.0 if title >= 70 else 1.0 if title >= 55 else 0.0
    weight += 2.5 if "ส่วนราชการ" in head.labels else 0.0
    weight += 1.5 if head.dated_beside else 0.0
    weight += 0.5 * (head.has("เรื่อง") + (head.greeted is not None))
    if weight < 2.5 or (title < 85 and "ส่วนราชการ" not in head.labels and weight < 3):
        return None
    return Opening("memo", weight >= SURE)


def _order(head: _Head) -> Opening | None:
    row = next((row for row in head.rows[:4] if len(skeleton(row.text)) > 5), None)
    first = skeleton(row.text) if row else ""
    greeted = head.greeted is not None and head.greeted <= GREETING_ROWS  # below the text: a pen's note (เสนอ ผอ.)
    if row is None or greeted or len(first) < 8 or _orders(head.rows):
        return None
    printed, titled = _is_printed(row), head.number is not None or "เรื่อง" in head.labels
    if first.startswith(_MANNER) or (printed and not titled and _wraps(row, head.rows)):
        return None
    named = max(fuzz.ratio(first[: len(word)], word) for word in _ORDERS)
    return Opening("order", named >= 90) if named >= (100 if printed else 75) else None


def _is_printed(row: Row) -> bool:
    """Whether the letters of a row are those of a file, and no reading of a picture."""
    return row.box is not None and not row.sure and row.confidence == 1.0


def _wraps(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row ends at the right edge of the text, as a title does not."""
    right = max((other.box[2] for other in rows if other.box), default=0.0)
    return len(rows) > 1 and row.box is not None and row.box[2] > right - _TO_THE_EDGE


def _orders(rows: Sequence[Row]) -> bool:
    """Whether the first words are what somebody orders below another paper, who is told on the same row or the one above."""
    told = whose_words(rows[0].text.strip())
    return bool(told and (told[1] or (len(rows) > 1 and ORDERS.match(rows[1].text.strip().lstrip("-–•* ")))))


def _letter(head: _Head) -> Opening | None:
    greeted, about = head.greeted, head.labels.get("เรื่อง")
    before = about is not None and (greeted is None or about < greeted)
    weight = (head.number is not None) * 1.5 + before * 1.0 + (greeted is not None) * 1.0
    top = min((n for n in (greeted, about) if n is not None), default=0)
    weight += 1.0 if head.date is not None and head.date < max(top, 1) else 0.0
    weight += 0.75 * head.has("อ้างถึง", "สิ่งที่ส่งมาด้วย")
    if weight < 2.0 or (head.number is None and not before) or (greeted is None and not before):
        return None
    if not before and (weight < SURE or _carries_on(head)):  # number and greeting alone open an endorsement
        return None
    subject = head.rows[about].text.strip().partition(" ")[2].strip() if about is not None else ""
    return Opening("invitation" if skeleton(subject).startswith(_INVITES) else "letter", weight >= SURE and before)


def _carries_on(head: _Head) -> bool:
    """Whether the first rows below a greeting cite what was ordered at the foot of another paper: a dated endorsement carries it on."""
    below = head.rows[(head.greeted or 0) + 1 :][:GREETING_ROWS]
    return "เรื่อง" not in head.labels and any(_ENDORSED.search(row.text) for row in below)


def _stamped(head: _Head) -> Opening | None:
    if head.number is None or head.greeted is not None or "เรื่อง" in head.labels:
        return None
    below = [skeleton(row.text.split(" ")[0]) for row in head.rows[head.number + 1 : head.number + 4]]
    likeness = max((fuzz.ratio(_LABELS["ถึง"], word) for word in below), default=0.0)
    return Opening("stamped", likeness == 100) if likeness >= 80 else None


def _endorsement(head: _Head) -> Opening | None:
    if head.greeted is None:
        return None
    if head.number is not None:
        return Opening("endorsement")
    purpose = any(_PURPOSE.match(row.text.strip()) for row in head.rows[head.greeted : head.greeted + 6])
    return Opening("endorsement", sure=False) if purpose and head.greeted <= 3 else None


def unless_numbered(found: Opening | None, rows: Sequence[Row], number: int | None) -> Opening | None:
    """Return the opening; a page that is numbered two or more opens nothing unless the signs of a head leave no doubt.

    An endorsement that heads such a page has no other head than its number and greeting, an opinion its greeting: it is written behind
    a memo, whose pages go on.
    """
    if not found or not number or number == 1:
        return found
    if found.kind == "endorsement":
        return found if _endorses_at_once(rows) else None
    return found if found.sure and found.kind in {"memo", "letter", "stamped"} else None


def _endorses_at_once(rows: Sequence[Row]) -> bool:
    """Whether a greeting is the first row, or stands close below a number that is, alone or dated."""
    greeted = any(label(row) in GREETINGS for row in rows[1:GREETING_ROWS])
    return label(rows[0]) in GREETINGS or (heads(rows, 0) and greeted)

"""What a paper asks for at its end: จึงเรียนมาเพื่อ… in letters and memos, the purposes in endorsements."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from workflow.parsers.fields.dated import BREAKS_OFF, date_alone
from workflow.parsers.fields.heads import names_post, opens_unit
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.skeleton import loose
from workflow.parsers.rows import Row, flow

_PROPOSAL = re.compile(r"(?:\d{1,2}[.)]?\s*)?ข้อ(?:เสนอ|พิจารณา)(?:และข้อ(?:เสนอ|พิจารณา))?")
_ENDS = re.compile(r"^(?:ขอแสดงความนับถือ|\(|พล\.|พ\.ต\.|ร\.ต\.|-\s)")
_OPENS = re.compile(
    r"จึง(?:ขอ)?(?:กราบ)?(?:เรียน|แจ้ง|นมัสการ|เสนอ)มา(?:เพื่อ|พร้อม)|^จึง(?:เรียน|แจ้ง|ขอแจ้ง|ขอความ|ประกาศมาเพื่อ)"
)
_PURPOSES = "|".join(map(loose, ("ทราบ", "พิจารณา", "ดำเนินการ", "ถือปฏิบัติ", "สั่งการ", "อนุมัติ", "ลงนาม")))
PURPOSE = re.compile(rf"^{loose('เพื่อ')}\s?(?:{loose('โปรด')})?\s?(?:{_PURPOSES})(?:\s*และ\S+)?")
_NO_MORE = re.compile(r"^[(\[]|^(?:พล|พ|ร|ด|จ|ส)\.|^(?:ลงชื่อ|สำเนา|โทร|-\s|\d{1,2}[.)]\s)")  # a signature, an item
_BULLET = re.compile(r"^[-–•]\s*(?=เพื่อ)")  # a purpose told first in a list
_MOST, _FULL = 4, 40  # rows of a purpose; letters of a row that may run on
_BOUND, _BINDS = 20, re.compile(r"^(?:ที่เกี่ยวข้อง|ต่อไป|ดังกล่าว)")  # letters of a row that goes on with such words
BEFORE_A_NAME = re.compile(
    r"(?:ตาม(?:ที่)?|ของ|แก่|กับ|โดย|จาก|(?:มอบ|ให้)(?:สำนักงาน|สำนัก|กอง|ศูนย์|ฝ่าย|กลุ่ม(?:งาน)?))$"
)  # no sentence ends with these: whose name follows
_AS = re.compile(r"^ตาม(?:ที่|เสนอ|ข้อเสนอ|ความเห็น|บันทึก)")  # at the margin: as somebody proposes
_TO_THE_EDGE = 24.0  # points: so near the right edge of a note ends a row that wraps
_CITED = frozenset({"ที่", "วันที่"})  # the number and the day of a paper that a purpose cites
_INDENT = 18.0  # points: a purpose begins so far right of the margin
_REGARDS = re.compile(loose("ขอแสดงความนับถือ"))


def closing_of(rows: Sequence[Row]) -> str | None:
    """Return the closing sentence of a letter or memo."""
    for n, row in enumerate(rows):
        if opened := _OPENS.search(row.text):
            tail = [row]
            for at, below in enumerate(rows[n + 1 : n + 4], n + 1):
                if (
                    _ENDS.match(below.text.strip())
                    or _REGARDS.match(below.text.strip())
                    or below.blank_before
                    or _sealed(rows, at)
                    or apart(tail[-1], below)
                ):
                    break
                tail.append(below)
            text = flow(tail)
            return text[opened.start() :].strip()
    return _proposed(rows)


def _proposed(rows: Sequence[Row]) -> str | None:
    """Return what a memo asks for below the heading of what it proposes, where that is all it says."""
    for n, (above, row) in enumerate(pairwise(rows), 1):
        if _PROPOSAL.fullmatch(above.text.strip()) and PURPOSE.match(row.text.strip()):
            return _sentence([replace(row, text=row.text.strip()), *rows[n + 1 : n + _MOST]], 0)
    return None


def _sealed(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is the office by a seal: a name with nothing but a date below it."""
    return opens_unit(rows[at].text) and at + 1 < len(rows) and date_alone(rows[at + 1]) is not None


def purposes_of(rows: Sequence[Row]) -> str | None:
    """Return the purposes of an endorsement, up and down, each to the end of its sentence, joined by ` / `."""
    bare = [replace(row, text=_BULLET.sub("", row.text.strip())) for row in rows]
    right = max((row.box[2] for row in rows if row.box), default=0.0)
    found = [
        _sentence([bare[n], *rows[n + 1 : n + _MOST]], 0, right=right)
        for n in range(len(rows))
        if PURPOSE.match(bare[n].text)
    ]
    return " / ".join(dict.fromkeys(found)) or None


def _sentence(rows: Sequence[Row], start: int, *, right: float = 9999.0) -> str:
    """Return a purpose with the rows it runs on over, in a note that reaches so far to the right; on a scan without a pen's words."""
    told = [_printed(rows[start])]
    for row in rows[start + 1 : start + _MOST]:
        if not _runs_on(told[0], told[-1], row, right):
            break
        told.append(_printed(row))
    return flow(told)


def _printed(row: Row) -> Row:
    return replace(row, text=re.split(r"\s{2,}", row.text.strip())[0]) if row.sure else row


def _runs_on(first: Row, above: Row, row: Row, right: float) -> bool:
    """Whether a row goes on with a purpose above it: a full row, and below it one that begins at the margin, or follows at once."""
    text = row.text.strip()
    dated = date_alone(row) and not BREAKS_OFF.search(above.text.strip())
    if not _full(above, text, right) or _NO_MORE.match(text) or PURPOSE.match(text) or dated:
        return False
    label = label_of(row)
    if label and label[0] not in _CITED:
        return False
    awaited = BEFORE_A_NAME.search(above.text.strip())
    if not (first.box and above.box and row.box):
        return bool(awaited or not names_post(text)) and not (row.blank_before or row.box)
    set_in = _INDENT / 2 if _AS.match(text) else _INDENT
    indented, close = first.box[0] - row.box[0] > set_in, follows_closely(above, row)
    return row.page == above.page and indented and close and bool(awaited or not (names_post(text) or opens_unit(text)))


def _full(above: Row, text: str, right: float) -> bool:
    """Whether a row of a purpose may run on into a text: long, to the edge of a narrow note, or broken off before words that bind."""
    said = above.text.strip()
    edged = bool(above.box and above.box[2] > right - _TO_THE_EDGE)
    bound = edged or _BINDS.match(text) or (above.box and _AS.match(text))
    return len(said) >= (_BOUND if bound else _FULL) or bool(BEFORE_A_NAME.search(said))


def follows_closely(above: Row, below: Row) -> bool:
    """Whether less than a row's height parts two rows; a box close around its ink tells little of that in the lower one alone."""
    if not (above.box and below.box):
        return False
    return below.box[1] - above.box[3] < max(box[3] - box[1] for box in (above.box, below.box))


def apart(above: Row, below: Row) -> bool:
    """Whether more than the space between lines parts two rows."""
    return bool(above.box and below.box and below.box[1] - above.box[3] > 16)

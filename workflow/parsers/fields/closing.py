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
    found = [_sentence([bare[n], *rows[n + 1 : n + _MOST]], 0) for n in range(len(rows)) if PURPOSE.match(bare[n].text)]
    return " / ".join(dict.fromkeys(found)) or None


def _sentence(rows: Sequence[Row], start: int) -> str:
    """Return a purpose with the rows it runs on over; on a scan without what a pen wrote behind it."""
    told = [_printed(rows[start])]
    for row in rows[start + 1 : start + _MOST]:
        if not _runs_on(told[0], told[-1], row):
            break
        told.append(_printed(row))
    return flow(told)


def _printed(row: Row) -> Row:
    return replace(row, text=re.split(r"\s{2,}", row.text.strip())[0]) if row.sure else row


def _runs_on(first: Row, above: Row, row: Row) -> bool:
    """Whether a row goes on with a purpose above it: a full row, and below it one that begins at the margin, or follows at once."""
    text = row.text.strip()
    dated = date_alone(row) and not BREAKS_OFF.search(above.text.strip())
    if (
        len(above.text.strip()) < (_BOUND if _BINDS.match(text) else _FULL)
        or _NO_MORE.match(text)
        or PURPOSE.match(text)
        or dated
    ):
        return False
    label = label_of(row)
    if label and label[0] not in _CITED:
        return False
    if not (first.box and above.box and row.box):
        return not (row.blank_before or row.box or names_post(text))
    indented, close = first.box[0] - row.box[0] > _INDENT, row.box[1] - above.box[3] < row.box[3] - row.box[1]
    return row.page == above.page and indented and close and not (names_post(text) or opens_unit(text))


def apart(above: Row, below: Row) -> bool:
    """Whether more than the space between lines parts two rows."""
    return bool(above.box and below.box and below.box[1] - above.box[3] > 16)

"""Who sends the paper: ส่วนราชการ on a memo, the lines opposite ที่ on a letter, else the first name in the text.

A sealed letter (หนังสือประทับตรา) names the office above its date, where the seal stands.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from workflow.core.thai_date import MONTH
from workflow.parsers.fields.closing import apart
from workflow.parsers.fields.dated import date_alone
from workflow.parsers.fields.head_field import HeadField
from workflow.parsers.fields.heads import opens_unit
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.numbers import RUNNING
from workflow.parsers.fields.signatory import ALIGNED
from workflow.parsers.fields.urgency import urgency_of
from workflow.parsers.rows import Row, flow

_TO_NUMBER_END = re.compile(rf"^.*?/\s*{RUNNING}\s*")
_PHONE = re.compile(r"\s*(?:โทร\.?|โทรศัพท์|E-?mail|ไปรษณีย์).*$", re.I)
_ADDRESS = re.compile(
    r"^(?:\d|เลขที่|อาคาร|ชั้น|ศูนย์ราชการ|หมู่|ซอย|ถนน|ถ\.|แขวง|ตำบล|เขต|อำเภอ|จังหวัด|[ตอจ]\.\s?[ก-ฮเ-ไ][ก-๙]{2}|กรุงเทพ|โทร)"
)
# what only an address holds
_PLACE = re.compile(
    r"อาคาร|ชั้น\s*\d|ถนน|ซอย|แขวง|ตำบล|หมู่ที่|เลขที่|ศาลากลาง|ศูนย์ราชการ(?:เฉลิม|จังหวัด|ฯ|\s*$)|กรุงเทพ|กทม|\d{5}\s*$"
)
# a sentence begins with these words: `ยื่นเอกสารด้วยตนเอง … ยื่นคำขอ` names nobody
_IN_TEXT = re.compile(
    r"(?<!\S)(?:ตามที่|ด้วย|ตามหนังสือที่อ้างถึง)\s*(?P<name>[ก-๙][^\d]{5,90}?)\s*(?=\((?!องค์การ)|หรือ|ได้|มีหนังสือ|(?<!คำ)(?<!ร้อง)ขอ(?![งบ้])|โดย)"
)

_NUMBER_LIKE = re.compile(
    r"[\d/.…]"
)  # what follows ที่ in a head, be it dots to write on; a column of a table is headed ที่ too
_DATED = re.compile(r"\s*วันที่.*$")
_DAYLESS = re.compile(
    rf"^(?:วันที่)?[\s.…]*(?:เดือน\s*)?(?:{MONTH})\s*(?:พ\.\s?ศ\.\s*)?\d{{4}}$"
)  # its day to be written in
_SEAT = re.compile(r"^ศาลากลาง(?=จังหวัด)")  # where a province sits
_MEMO = "บันทึกข้อความ"
_TO = re.compile(r"\s+ถึง\s.*$")  # beside จาก on one row
_OWN_LABEL = re.compile(r"^(?:หน่วย(?:งาน)?|(?:ต้น)?สังกัด|ฝ่าย/?งาน|ส่วน|จาก)(?:\s*[:：]\s*|\s+)")
_HEAD = 14  # rows: the head of a paper
_SAME_EDGE = 4.0  # points
_MOST, _LONGEST = 3, 75  # rows and letters of an office's name


def sender_of(fields: Mapping[str, HeadField], rows: Sequence[Row], text: str) -> str | None:
    """Return the sending agency or unit."""
    if "ส่วนราชการ" in fields:
        return _PHONE.sub("", fields["ส่วนราชการ"].text).strip() or None
    if under := _under_title(rows):
        return under
    if "จาก" in fields:
        return fields["จาก"].text
    found = _IN_TEXT.search(text)
    named = found["name"].strip() if found and not found["name"].startswith("ความ") else None  # เป็นไปด้วยความเรียบร้อย
    return _SEAT.sub("", _letterhead(rows) or _over_number(rows) or named or "") or None


def sealed_by(rows: Sequence[Row]) -> str | None:
    """Return the office that stands by the seal: the rows right above the date on the same middle, without what is in brackets."""
    dated = next((n for n in reversed(range(len(rows))) if _is_day(rows[n])), None)
    name: list[Row] = []
    for row in reversed(rows[:dated] if dated else ()):
        text = row.text.strip()
        if text.startswith("(") and not name:
            continue  # (ตราชื่อส่วนราชการ), (ลงชื่อย่อ)
        if not _by_seal(row, rows[dated or 0]) or len(name) == _MOST or (name and apart(row, name[0])):
            break
        name.insert(0, row)
        if row.blank_before or opens_unit(text):
            break
    if not name and dated is not None and dated + 1 < len(rows):
        below = rows[dated + 1]  # the seal's day may stand above the name
        name = [below] if opens_unit(below.text) and _by_seal(below, rows[dated]) else []
    return flow(name) or None


def _is_day(row: Row) -> bool:
    return date_alone(row) is not None or bool(_DAYLESS.match(row.text.strip()))


def _by_seal(row: Row, dated: Row) -> bool:
    """Whether a row is set on the middle of the date below it; where no places are known, whether it is a name that stands alone."""
    if label_of(row) or len(row.text) > _LONGEST or row.page != dated.page:
        return False
    if row.box and dated.box:
        centred = abs(row.box[0] + row.box[2] - dated.box[0] - dated.box[2]) / 2 < ALIGNED
        beside = _DAYLESS.match(dated.text.strip()) and row.box[0] < dated.box[2] and dated.box[0] < row.box[2]
        led = bool(beside) or abs(row.box[0] - dated.box[0]) < _SAME_EDGE
        return centred or (led and opens_unit(row.text))
    return opens_unit(row.text) or bool(row.blank_before)


def _under_title(rows: Sequence[Row]) -> str | None:
    """Return the unit of a memo that labels it in its own way (หน่วยงาน …): the row between the title and ที่."""
    title = next((n for n, row in enumerate(rows[:_HEAD]) if row.text.replace(" ", "") == _MEMO), None)
    for row in rows[title + 1 : _HEAD] if title is not None else ():
        if (label := label_of(row)) and label[0] != "จาก":
            return None
        if not (row.text.startswith(("(", "ชั้นความ")) or urgency_of([row])):
            return _TO.sub("", _PHONE.sub("", _OWN_LABEL.sub("", row.text.strip()))).strip() or None
    return None


def _letterhead(rows: Sequence[Row]) -> str | None:
    """Return the name printed between ที่ and the date, without the address below it."""
    name: list[Row] = []
    started = False
    for n, row in enumerate(rows[:14]):
        label = label_of(row)
        if label and label[0] == "ที่" and _NUMBER_LIKE.search(row.text):
            started = True
            rest = _DATED.sub("", _TO_NUMBER_END.sub("", row.text))
            addressed = _ADDRESS.match(rest) or _PLACE.search(rest)
            if addressed and (above := _beside_urgency(rows[:n])):
                return above
            if rest and not _is_day(Row(rest, rest, row.page)):
                name.append(Row(rest, rest, row.page))
        elif started and (_is_day(row) or label or _addresses(row) or (name and _box_opens(row))):
            break
        elif started:
            name.append(row)
    return flow(name) or None


def _over_number(rows: Sequence[Row]) -> str | None:
    """Return the name of a letterhead set above ที่: an office, on one row or with its address below."""
    number = next((n for n, row in enumerate(rows[:_HEAD]) if (found := label_of(row)) and found[0] == "ที่"), 0)
    above = [row for row in rows[:number] if not urgency_of([row])]
    at = next((n for n, row in enumerate(above) if opens_unit(row.text) and not _addresses(row)), len(above))
    name = list(takewhile(lambda row: not _addresses(row), above[at : at + _MOST]))
    address = above[at + len(name) :]
    return flow(name) if all(map(_addresses, address)) and (address or len(name) == 1) else None


def _addresses(row: Row) -> bool:
    return bool(_ADDRESS.match(row.text.strip()) or _PLACE.search(row.text))


def _box_opens(row: Row) -> bool:
    """Whether a text box begins, so that the name above does not go on with it."""
    return bool(row.blank_before and any(line.boxed is not None for line in row.parts))


def _beside_urgency(above: Sequence[Row]) -> str | None:
    """Return the name that stands opposite the mark of urgency, above ที่ and the address opposite it."""
    runs = re.split(r"\s{2,}", above[-1].text.strip()) if above else []
    return runs[-1] if len(runs) > 1 and urgency_of([Row(runs[0], runs[0], above[-1].page)]) else None

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
from workflow.parsers.fields.heads import names_post, opens_unit
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.numbers import RUNNING
from workflow.parsers.fields.signed_posts import ALIGNED
from workflow.parsers.fields.urgency import urgency_of
from workflow.parsers.rows import Row, flow

_TO_NUMBER_END = re.compile(rf"^.*?/\s*{RUNNING}\s*")
_BARE_NUMBER = re.compile(r"^ที่\s*(?:[ก-ฮ]{1,5}\.?\s*)?\d[\d.\s]*$")  # whose stroke a scan lost
_PHONE = re.compile(r"\s*(?:โทร\.?|โทรศัพท์|E-?mail|ไปรษณีย์|(?<![ก-๙.])มท\.\s*[1-9]\d{4}(?!\d)).*$", re.I)
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
_SEATED = re.compile(r"^(?:ทำเนียบ|(?:พระราช)?วัง|ตู้)")
_MEMO = "บันทึกข้อความ"
_TO = re.compile(r"\s+ถึง\s.*$")  # beside จาก on one row
_OWN_LABEL = re.compile(r"^(?:หน่วย(?:งาน)?|(?:ต้น)?สังกัด|ฝ่าย/?งาน|ส่วน|จาก)(?:\s*[:：]\s*|\s+)")
_ISSUED = re.compile(r"^(?:คำสั่ง|ประกาศ)\s*(?=[ก-ฮเ-ไ])")
_NUMBER_BEHIND = re.compile(r"\s+ที่\s*\d.*$")
_TITLE = 4  # rows: a mark of urgency or secrecy, a stamp's, may stand over a title
_OWN_PROVINCE = re.compile(r"^จังหวัด[ก-๙]+(?=\s|$)")
_OWN_BRACKET = re.compile(r"^\([ก-๙ ]{4,30}\)(?=\s)")
_STREET = re.compile(
    r"^(?:ศาลากลาง|อาคาร|ชั้น|ถนน|ถ\.|ซอย|ตำบล|ต\.|หมู่|เลขที่\s*\d|\d{1,4}(?!\d))"
)  # with it an address begins
_HEAD = 14  # rows: the head of a paper
_SAME_EDGE = 4.0  # points
_MOST, _LONGEST = 3, 75  # rows and letters of an office's name


def sender_of(fields: Mapping[str, HeadField], rows: Sequence[Row], text: str) -> str | None:
    """Return the sending agency or unit."""
    if "ส่วนราชการ" in fields:
        return _without_phone(fields["ส่วนราชการ"].text) or None
    if told := _under_title(rows) or _titled(rows):
        return told
    if "จาก" in fields:
        return fields["จาก"].text
    found = _IN_TEXT.search(text)
    named = found["name"].strip() if found and not found["name"].startswith("ความ") else None  # เป็นไปด้วยความเรียบร้อย
    return _SEAT.sub("", _letterhead(rows) or _over_number(rows) or named or "") or None


def _without_phone(text: str) -> str:
    """Return a unit's name without how to reach it; a bracket opened before the telephone closes before it, or goes with it."""
    name = _PHONE.sub("", text).strip()
    if name.count("(") <= name.count(")"):
        return name
    _, closed, behind = text[len(name) :].partition(")")  # the office that the unit is of may stand behind the bracket
    return name.removesuffix("(").strip() if name.endswith("(") else f"{name}{closed}{_PHONE.sub('', behind).rstrip()}"


def _titled(rows: Sequence[Row]) -> str | None:
    """Return who gives an order or a notice, as its title says: `คำสั่งจังหวัด…` above its number or its matter, over two rows perhaps."""
    opened = next((n for n, row in enumerate(rows[:_TITLE]) if _ISSUED.match(row.text.strip())), None)
    labels = [n for n, row in enumerate(rows[:_HEAD]) if (found := label_of(row)) and found[0] in {"ที่", "เรื่อง"}]
    if opened is None or not labels or not opened < labels[0] <= opened + _MOST:
        return None
    title = _ISSUED.sub("", flow(rows[opened : labels[0]]), count=1)
    name = _NUMBER_BEHIND.sub("", title).strip()
    return name if len(name) <= _LONGEST and (opens_unit(name) or names_post(name)) else None


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
            return _TO.sub("", _without_phone(_OWN_LABEL.sub("", row.text.strip()))).strip() or None
    return None


def _letterhead(rows: Sequence[Row]) -> str | None:
    """Return the name printed between ที่ and the date, without the address below it; with what stands opposite, above ที่."""
    name: list[Row] = []
    number: int | None = None
    for n, row in enumerate(rows[:_HEAD]):
        label = label_of(row)
        if label and label[0] == "ที่" and _NUMBER_LIKE.search(row.text):
            number, rest = n, _DATED.sub("", _TO_NUMBER_END.sub("", _BARE_NUMBER.sub("", row.text)))
            told = Row(rest, rest, row.page)
            above = _opposite(rows[:n], row)
            if _addresses(told) and (over := _beside_urgency(rows[:n]) or _with_province(above, rows[n : n + 2], rest)):
                return over
            if _addresses(told) and not _SEAT.match(rest) and (seat := _seat(rows[:n], row)):
                return seat
            if rest and not _is_day(told):
                name += [*(above if _goes_on(rest) or _broken_off(above, rows[n : n + 2]) else ()), told]
        elif number is not None and (_is_day(row) or label or _addresses(row) or (name and _box_opens(row))):
            return _with_province(name, rows[n : n + 2], row.text)
        elif number is not None:
            name += [*(() if name or not _goes_on(row.text) else _opposite(rows[:number], row)), row]
    return flow(name) or None


def _seat(above: Sequence[Row], row: Row) -> str | None:
    """Return where a province sits, as printed above its address that stands opposite ที่."""
    return next((one.text.strip() for one in above if _SEAT.match(one.text.strip()) and _in_line(one, row)), None)


def _goes_on(text: str) -> bool:
    """Whether a row of a letterhead goes on with a name above it: (องค์การมหาชน)."""
    return text.startswith("(")


def _broken_off(above: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether the name of an office broke off above what stands opposite ที่, a row of words over the address: for want of room.

    What names an office, or where one has its seat, begins anew.
    """
    part = rows[0].parts[-1] if rows[0].parts else None
    edges = [row.box[2] for row in (*above, *rows) if row.box]
    if not (above and above[-1].box and part and part.box and len(rows) > 1 and _addresses(rows[1])):
        return False
    text = part.text.strip()
    if "." in text or _SEATED.match(text) or opens_unit(text) or names_post(text):
        return False
    first = (part.box[2] - part.box[0]) * len(text.split()[0]) / len(text)
    return above[-1].box[2] + first > max(edges)


def _with_province(name: Sequence[Row], below: Sequence[Row], text: str) -> str | None:
    """Return a name, with the province its second row is of (สำนักงาน…|จังหวัดสมมุติ ถนน…); in an address the province stands behind.

    So it goes on in a bracket before an address: สำนักงาน…|(องค์การมหาชน) ถนน….
    """
    if name and "(" not in flow(name) and (kind := _OWN_BRACKET.match(text.strip())):
        return f"{flow(name)} {kind[0]}"
    found = _OWN_PROVINCE.match(text.strip()) if name and "จังหวัด" not in flow(name) else None
    behind = (text.strip()[found.end() :].strip() or (below[1].text.strip() if len(below) > 1 else "")) if found else ""
    return (flow(name) + (found[0] if found and _STREET.match(behind) else "")) or None


def _opposite(above: Sequence[Row], row: Row) -> list[Row]:
    """Return the name of an office above ที่, in line with what a row says opposite or below that, with nothing but its address below."""
    name, address = _office_in(above)
    return name if all(map(_addresses, address)) and all(_in_line(one, row) for one in name) else []


def _in_line(row: Row, beside: Row) -> bool:
    """Whether a row begins where the last run of another does, or has its middle; where no places are known it may."""
    last = beside.parts[-1].box if beside.parts else beside.box
    if row.box is None or last is None:
        return True
    return abs(row.box[0] - last[0]) < _SAME_EDGE or abs(row.box[0] + row.box[2] - last[0] - last[2]) / 2 < _SAME_EDGE


def _office_in(above: Sequence[Row]) -> tuple[list[Row], Sequence[Row]]:
    """Return the first office named by some rows, and the rows behind it."""
    above = [row for row in above if not urgency_of([row])]
    at = next((n for n, row in enumerate(above) if opens_unit(row.text) and not _addresses(row)), len(above))
    name = list(takewhile(lambda row: not _addresses(row), above[at : at + _MOST]))
    return name, above[at + len(name) :]


def _over_number(rows: Sequence[Row]) -> str | None:
    """Return the name of a letterhead set above ที่: an office, on one row or with its address below, which may stand level with ที่."""
    number = next((n for n, row in enumerate(rows[:_HEAD]) if (found := label_of(row)) and found[0] == "ที่"), 0)
    name, address = _office_in(rows[:number])
    below = rows[number + 1] if number + 1 < len(rows) else None
    level = below and name and _addresses(below) and not _is_day(below) and _in_line(name[0], below)
    return flow(name) if all(map(_addresses, address)) and (address or level or len(name) == 1) else None


def _addresses(row: Row) -> bool:
    return bool(_ADDRESS.match(row.text.strip()) or _PLACE.search(row.text))


def _box_opens(row: Row) -> bool:
    """Whether a text box begins, so that the name above does not go on with it."""
    return bool(row.blank_before and any(line.boxed is not None for line in row.parts))


def _beside_urgency(above: Sequence[Row]) -> str | None:
    """Return the name that stands opposite the mark of urgency, above ที่ and the address opposite it."""
    runs = re.split(r"\s{2,}", above[-1].text.strip()) if above else []
    return runs[-1] if len(runs) > 1 and urgency_of([Row(runs[0], runs[0], above[-1].page)]) else None

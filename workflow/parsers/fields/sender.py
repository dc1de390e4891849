"""Who sends the paper: ส่วนราชการ on a memo, the lines opposite ที่ on a letter, else the first name in the text."""

import re
from collections.abc import Mapping, Sequence

from workflow.parsers.fields.dated import date_alone
from workflow.parsers.fields.heads import HeadField
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.numbers import RUNNING
from workflow.parsers.fields.urgency import urgency_of
from workflow.parsers.rows import Row, flow

_TO_NUMBER_END = re.compile(rf"^.*?/\s*{RUNNING}\s*")
_PHONE = re.compile(r"\s*(?:โทร\.?|โทรศัพท์|E-?mail|ไปรษณีย์).*$", re.I)
_ADDRESS = re.compile(r"^(?:\d|เลขที่|อาคาร|ชั้น|ถนน|ถ\.|แขวง|ตำบล|เขต|อำเภอ|จังหวัด|กรุงเทพ|โทร)")
# what only an address holds
_PLACE = re.compile(r"อาคาร|ชั้น\s*\d|ถนน|ซอย|แขวง|ตำบล|หมู่ที่|เลขที่|ศาลากลาง|กรุงเทพ|กทม|\d{5}\s*$")
_IN_TEXT = re.compile(
    r"(?:ตามที่|ด้วย|ตามหนังสือที่อ้างถึง)\s*(?P<name>[ก-๙][^\d]{5,90}?)\s*(?=\((?!องค์การ)|หรือ|ได้|มีหนังสือ|ขอ|โดย)"
)


def sender_of(fields: Mapping[str, HeadField], rows: Sequence[Row], text: str) -> str | None:
    """Return the sending agency or unit."""
    if "ส่วนราชการ" in fields:
        return _PHONE.sub("", fields["ส่วนราชการ"].text).strip() or None
    found = _IN_TEXT.search(text)
    return _letterhead(rows) or (found["name"].strip() if found else None)


def _letterhead(rows: Sequence[Row]) -> str | None:
    """Return the name printed between ที่ and the date, without the address below it."""
    name: list[Row] = []
    started = False
    for n, row in enumerate(rows[:14]):
        label = label_of(row)
        if label and label[0] == "ที่":
            started = True
            rest = _TO_NUMBER_END.sub("", row.text)
            addressed = _ADDRESS.match(rest) or _PLACE.search(rest)
            if addressed and (above := _beside_urgency(rows[:n])):
                return above
            if rest:
                name.append(Row(rest, rest, row.page))
        elif started and (date_alone(row) or label or _addresses(row) or (name and _box_opens(row))):
            break
        elif started:
            name.append(row)
    return flow(name) or None


def _addresses(row: Row) -> bool:
    return bool(_ADDRESS.match(row.text.strip()) or _PLACE.search(row.text))


def _box_opens(row: Row) -> bool:
    """Whether a text box begins, so that the name above does not go on with it."""
    return bool(row.blank_before and any(line.boxed is not None for line in row.parts))


def _beside_urgency(above: Sequence[Row]) -> str | None:
    """Return the name that stands opposite the mark of urgency, above ที่ and the address opposite it."""
    runs = re.split(r"\s{2,}", above[-1].text.strip()) if above else []
    return runs[-1] if len(runs) > 1 and urgency_of([Row(runs[0], runs[0], above[-1].page)]) else None

"""Items numbered as whole indicators are, `- ตัวชี้วัด 1 ชื่อ` above a lead-in, `ชื่อ (มิติ 2)`, `• 3 ชื่อ – …`. Pure.

Such a number alone may count anything. A list is known by what it repeats: lines written alike at one edge each with a number of its
own, and each told an advice: behind a sign only where the word for an indicator or a bullet stands before the number, and without a
lead-in only below a title that says that advice follows, in deeper lines that say what is to be done.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.parsers.fields.advice_announced import announces_advice
from workflow.parsers.fields.advice_items import WHOLE, is_prose
from workflow.parsers.fields.advice_leads import lead_end
from workflow.parsers.fields.advice_names import name_line
from workflow.parsers.fields.advice_rows import INDENT, SAME_EDGE, headed
from workflow.parsers.fields.advice_signs import SIGN
from workflow.parsers.fields.advice_told import says_to_do
from workflow.parsers.rows import BULLET, Row
from workflow.parsers.skeleton import bones

_SIGN = r"(?P<sign>[-–—•*]\s*)"
_WORD = r"(?P<word>(?:ตัวชี้วัด|มิติ|ด้าน|หมวด|องค์ประกอบ|เสา(?:หลัก)?|ปัจจัย)(?:\s*หลัก)?\s*(?:ที่)?\s*)"
_COUNTED = re.compile(
    r"(?:ตัว|ด้าน|มิติ|ข้อ|ประเด็น|รายการ|เรื่อง|หัวข้อ|องค์ประกอบ|ปัจจัย|หมวด)(?:ชี้วัด)?(?:ย่อย)?(?=\s|$|ที่|ซึ่ง|จาก|ดัง|คือ|ได้แก่)"
)
_BEFORE = re.compile(
    rf"^(?:{_SIGN}?{_WORD}|{_SIGN.replace('sign', 'mark')}|)(?P<code>\d{{1,2}})(?P<dot>\s*[.:])?(?:\s+(?P<name>[^\d\s.].*)|)$"
)
_BEHIND = re.compile(rf"^{_SIGN}?(?P<name>[^\d(]{{2,90}}?)\s*[(\[]\s*{_WORD}(?P<code>\d{{1,2}})\s*[)\]](?P<rest>.*)$")
_PARTED = re.compile(r"\s(?:[:–—-])\s+(?P<told>\S.{24,})$|:\s+(?P<more>\S.{24,})$")
_CODED = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?!\d)")  # an item of its own, below what heads it
_PART_CODE = re.compile(
    rf"(?:{SIGN}\s*|\d+(?:\.\d+)+[.)]?\s+)?[^\s\d]{{0,20}}\s?[(\[]?(?P<part>\d{{1,2}})\.\d{{1,2}}(?!\d|\.\d)"
)
_LONGEST = 90  # letters of a name
_LEAST, _LEAST_BARE = 2, 3  # items of a list; where nothing stands before their numbers


@dataclass(frozen=True)
class _Line:
    n: int
    style: str
    code: int
    name: str


def with_wholes(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the heads of items that bear the number of a whole indicator made plain ones."""
    kept = list(rows)
    for lines in _lists(rows):
        if len(lines) >= (_LEAST if lines[0].style else _LEAST_BARE) and len({line.code for line in lines}) == len(
            lines
        ):
            for line in lines:
                kept[line.n] = headed(rows[line.n], f"{BULLET} {WHOLE} {line.code} ", line.name)
    return kept


def _lists(rows: Sequence[Row]) -> list[list[_Line]]:
    """Return the lines that are written alike at one edge, each of which is told an advice."""
    lists: list[list[_Line]] = []
    for line in _lines(rows):
        alike = (held for held in lists if held[0].style == line.style and _level(rows[held[0].n], rows[line.n]))
        near = next(alike, None)
        if near is None:
            lists.append([line])
        else:
            near.append(line)
    return lists


def _level(one: Row, other: Row) -> bool:
    return one.x0 is None or other.x0 is None or abs(one.x0 - other.x0) < SAME_EDGE


def _lines(rows: Sequence[Row]) -> Iterator[_Line]:
    title = next((n for n in range(len(rows)) if announces_advice(rows, n)), len(rows))
    for n, row in enumerate(rows):
        line = _line(n, row.text.strip()) if len(row.parts) < 2 else None
        if line and n and _begins_part(rows[n - 1], line.code):
            continue  # the indicator of the item above
        if line and (_told(line, rows[n + 1 : n + 3]) or (n > title and _says_what_to_do(line, rows[n : n + 2]))):
            yield line


def _begins_part(row: Row, number: int) -> bool:
    """Whether a row begins with the code of an item of an indicator."""
    found = _PART_CODE.match(row.text.strip())
    return found is not None and int(found["part"]) == number


def _says_what_to_do(line: _Line, rows: Sequence[Row]) -> bool:
    """Whether the line below a name begins deeper and says what is to be done."""
    if len(rows) < 2 or not line.name or len(line.name) >= _LONGEST or not says_to_do(rows[1].text.strip()):
        return False
    left, deeper = rows[0].x0, rows[1].x0
    return left is not None and deeper is not None and deeper > left + INDENT


def _line(n: int, text: str) -> _Line | None:
    if found := _BEFORE.match(text):
        name, mark = found["name"] or "", found["mark"]
        style = f"{(mark or found['sign'] or '')[:1]} {bones(found['word'] or '')}".strip()
        counts = bool(found["dot"]) and not found["word"]  # of a list, and no code
        counted = is_prose(name) or (not mark and _COUNTED.match(name))
        return None if counts or counted else _Line(n, style, int(found["code"]), name)
    found = _BEHIND.match(text)
    if not found:
        return None
    style = f"{(found['sign'] or '')[:1]} ({bones(found['word'])}"
    return _Line(n, style, int(found["code"]), f"{found['name']}{found['rest']}".strip())


def _told(line: _Line, below: Sequence[Row]) -> bool:
    """Whether an advice follows: behind a sign on the line, or led in below it or below the name."""
    parted = _PARTED.search(line.name)
    if parted and 0 < parted.start() < _LONGEST:
        return bool(line.style)
    texts = [row.text.strip() for row in below]
    named = bool(texts) and name_line(texts[0], nameless=not line.name) is not None
    texts = texts[1:] if named else texts if line.name else []
    end = lead_end(texts[0]) if texts else None
    return len(line.name) < _LONGEST and end is not None and not _CODED.search(texts[0][:end])

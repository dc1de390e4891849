"""The entries of a head's lists (อ้างถึง, สิ่งที่ส่งมาด้วย): where the next one begins, and what still belongs to one above. Pure."""

import re
from collections.abc import Sequence

from workflow.core.thai_date import parse
from workflow.parsers.fields.advice_leads import is_section
from workflow.parsers.fields.dated import BREAKS_OFF, date_alone
from workflow.parsers.fields.labels import label_of
from workflow.parsers.rows import BULLET, Row

DASHED = re.compile(rf"^(?:[-–*]|{BULLET})\s*(?=[ก-ฮเ-ไ])")  # one of several addressees, each on a row
_ENTRY = re.compile(r"^\(?(?P<number>\d{1,2})[.)]\s*\D")
# how many copies of one thing end a row; of `จำนวน 2 รายการ` the entries follow
_COPIES = re.compile(r"(?<!\d)\d+\s*(?:ชุด|ฉบับ|แผ่น|เล่ม|หน้า|แฟ้ม|ไฟล์)\)?[\s.]*$")
_SENTENCE = re.compile(r"^\(?\d{1,2}[.)]\s*(?:ตาม(?:ที่|หนังสือ|บันทึก|มติ|คำสั่ง)|ด้วย|เนื่อง|สืบเนื่อง|อนุสนธิ|อ้างถึง)")


def next_item(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is the next entry of a list; the first of all numbers, below its label's own row, where enclosures are listed."""
    number, above_all = _ENTRY.match(rows[index].text), [n for n in range(index) if not cited_subject(rows, n)]
    if DASHED.match(rows[index].text.strip()):
        first = next((found[1] for n in reversed(above_all) if (found := label_of(rows[n]))), "")
        return bool(DASHED.match(first))
    if not number:
        return False
    for n in reversed(above_all):
        found = label_of(rows[n])
        before = _ENTRY.match(found[1] if found else rows[n].text)
        if before or found:
            if found and not before and parse(" ".join(row.text for row in rows[n:index])):
                return found[0] == "สิ่งที่ส่งมาด้วย"  # one paper is cited whole: 1. begins the text
            if found and not before and _told_whole(found[1], rows[index - 1].text, rows[index].text):
                return False
            last = int(before["number"]) if before else 0
            return int(number["number"]) == last + 1 or (found is not None and found[0] == "สิ่งที่ส่งมาด้วย")
    return False


def _told_whole(value: str, above: str, text: str) -> bool:
    """Whether a label told the one thing there is, so that 1. begins the text: told with its copies, or with a sentence below."""
    if not value or _COPIES.search(text):
        return False
    return bool(_COPIES.search(above) or _SENTENCE.match(text)) or is_section(text.strip())


def dated_below(rows: Sequence[Row], index: int) -> bool:
    """Whether a row that is only a day goes on with the field above: that breaks off before one, or its next entry follows."""
    if date_alone(rows[index]) is None:
        return False
    entry = _ENTRY.match(rows[index + 1].text) if index + 1 < len(rows) else None
    listed = entry is not None and int(entry["number"]) > 1 and next_item(rows, index + 1)
    return listed or BREAKS_OFF.search(rows[index - 1].text.strip()) is not None


def cited_subject(rows: Sequence[Row], index: int) -> bool:
    """Whether a row tells the subject of a paper cited: the head told its own above."""
    found = label_of(rows[index])
    told = (label for row in rows[:index] if (label := label_of(row)))
    return bool(found and found[0] == "เรื่อง" and any(label[0] == "เรื่อง" for label in told))

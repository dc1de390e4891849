"""The numbered part of a framework that a cell names above its sub-indicators: `Pillar 2 …`, `มิติที่ 2 …`, `2. …`, `… (2)`. Pure."""

import re
from collections.abc import Sequence

from workflow.parsers.fields.advice_headings import INDICATORS, groups_indicators, indicator_named
from workflow.parsers.fields.levels import LEVEL

_PART = re.compile(
    rf"^(?:(?:{INDICATORS})(?:\s*หลัก)?\s*(?:ที่\s*)?|[A-Za-z]{{2,12}}\.?\s*)?(?P<number>\d{{1,2}})\s*[.:)–-]?\s+(?P<name>[^\d\s].*)$"
)
# a part of a part, above codes of three numbers, with what it scored: `ตัวชี้วัดหลัก 1.1 ชื่อ : 72.57 คะแนน (ค่าเฉลี่ยกลุ่ม 66.12)`
_DEEP = re.compile(
    rf"^(?:{INDICATORS})(?:\s*หลัก)?\s*(?:ที่\s*)?(?P<number>\d{{1,2}}\.\d{{1,2}})\s*[.:)–-]?\s+(?P<name>[^\d\s:(].*?)"
    r"(?:\s*(?:[:–-]|ได้(?:รับ)?|\()\s*(?:ได้(?:รับ)?|คะแนน|ร้อยละ|\s)*\d{1,3}\.\d{1,2}\D.*)?$"
)
_BEHIND = re.compile(r"^(?P<name>[^\d(]{3,90}?)\s*\((?P<number>\d{1,2})\)$")
_WHOLE = re.compile(r"^\(?(?P<number>\d{1,2})[.)]?$")
_LEVEL = re.compile(rf"(?:\d[\d.]*\s?%?\s?)?[(\[]?{LEVEL}[)\]]?$")  # with its mark or without
_LETTERS = re.compile(r"[ก-ฮA-Za-z]{2}")


def part_in(text: str) -> tuple[str, str] | None:
    """Return the number and the name of the part that a cell names, None where it names none, or what indicators are like."""
    found = _PART.match(text) or _BEHIND.match(text)
    return (found["number"], found["name"]) if found and not groups_indicators(found["name"]) else None


def without_number(text: str, code: str) -> str:
    """Return the name of a part without its number, where that is the first of the code of what stands under it."""
    part = part_in(text)
    return part[1] if part and part[0] == code.split(".")[0] else text


def part_heading(row: Sequence[str], aside: int) -> tuple[str, str] | None:
    """Return the part that a row of a table names above its records: a whole number and a name, whatever it scored; no advice is told.

    `aside` is the column of the advice.
    """
    if aside < len(row) and _LETTERS.search(row[aside]) and len(set(filter(None, row))) > 1:
        return None
    cells = [cell for n, cell in enumerate(row) if n != aside and cell]
    worded = [cell for cell in dict.fromkeys(cells) if _LETTERS.search(cell) and not _LEVEL.match(cell)]
    if len(worded) != 1:
        return None
    if deep := _DEEP.match(worded[0]):
        return deep["number"], deep["name"]
    if part := part_in(worded[0]):
        return part[0], indicator_named(part[1]) or part[1]
    beside = (
        cells[0] if cells[0] != worded[0] else cells[1] if len(cells) > 1 else ""
    )  # codes may stand behind the names
    number = _WHOLE.match(beside)
    return (number["number"], worded[0]) if number and not groups_indicators(worded[0]) else None

"""Items that begin with an ordinal in words (`ประการแรก เรื่อง …`) or one that turns to them (`สำหรับตัวชี้วัดย่อยที่ …`). Pure.

It is their bullet, and no part of a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.parsers.fields.advice_items import SAID
from workflow.parsers.rows import BULLET, Row

_COUNTED = r"(?:ประการ|ข้อ|เรื่อง|ประเด็น|ลำดับ|อันดับ|รายการ|ตัวชี้วัด(?:ย่อย)?|ด้าน)"
_NUMBER = r"(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ(?:เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?)"
_LAST = r"(?:สุดท้าย|ท้าย(?:สุด)?|หลังสุด)"
# ข้อที่ 2 is told elsewhere; ประการที่ 2 has no other meaning
ORDINAL = (
    rf"(?:(?:และ)?{_COUNTED}\s?(?:แรก(?:สุด)?|(?:ที่)?{_NUMBER}|ต่อ(?:มา|ไป)|ถัด(?:มา|ไป)|{_LAST})|ประการที่\s*\d{{1,2}}"
    rf"|{_LAST}(?=\s)|(?:สำหรับ|(?:ใน)?ส่วน(?:ของ)?|ด้าน|นอกจาก(?:นี้|นั้น)|อีกทั้ง|ขณะที่|ทั้งนี้)(?=\s?ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*\d))"
)
_NAMING = r"(?:เรื่อง|คือ|ได้แก่|ว่าด้วย)"
_BEGUN = re.compile(rf"^{ORDINAL}\s*[:–-]?\s*(?P<naming>{_NAMING}\s*:?)?(?P<gap>\s*)(?P<rest>\S.*)$")
_CODE = re.compile(r"(?:\(\s*|\[\s*|(?:ตัวชี้วัด|ประเด็น|มิติ|หัวข้อ|รหัส)(?:ย่อย)?\s*(?:ที่)?\s*)\d{1,2}(?:\.\d{1,2})+")
_LONGEST = 110  # letters: a name and the word before its code
_LEAST = 2  # items: one alone is a sentence


@dataclass(frozen=True)
class _Begun:
    n: int
    naming: str
    glued: bool
    rest: str


def with_ordinals_as_bullets(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a bullet for the ordinal before the name of an item; what only counts inside an advice has no code.

    A word that says that a name follows (`เรื่อง`) goes with it; written on to the name it is the form's only where all have it.
    """
    begun = [found for n in range(len(rows)) if (found := _begun(n, rows))]
    if len(begun) < _LEAST:
        return list(rows)
    kept, all_named = list(rows), all(line.naming for line in begun)
    for line in begun:
        rest = line.naming + line.rest if line.glued and not all_named else line.rest
        kept[line.n] = _marked(rows[line.n], rest)
    return kept


def _begun(n: int, rows: Sequence[Row]) -> _Begun | None:
    """Return what follows an ordinal at the head of a row, where a name and its code do, be it in the row below."""
    found = _BEGUN.match(rows[n].text.strip())
    if not found:
        return None
    told = " ".join([found["rest"], *(row.text.strip() for row in rows[n + 1 : n + 2])])
    code = _CODE.search(told)
    if not code or code.start() > _LONGEST or SAID.search(told[: code.start()].rstrip()):
        return None
    naming = found["naming"] or ""
    return _Begun(n, naming, bool(naming and not found["gap"]), found["rest"])


def _marked(row: Row, rest: str) -> Row:
    head = f"{BULLET} "
    kept = row.sure[len(row.text.rstrip()) - len(rest) : len(row.text.rstrip())] if row.sure else ()
    sure = (*(1.0 for _ in head), *kept) if len(kept) == len(rest) else ()
    return replace(row, text=head + rest, sure=sure)

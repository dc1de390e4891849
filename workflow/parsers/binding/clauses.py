"""The numbers that clauses and items of a page begin with, by which pages are put in order. Pure."""

import re
from collections.abc import Iterable

from workflow.core.thai_date import MONTH
from workflow.parsers.fields.advice_leads import ADVICE
from workflow.parsers.rows import Row
from workflow.parsers.skeleton import rough

_CODE = re.compile(r"^(?:[-–•*]\s*(?:ตัวชี้วัด\S*\s*)?|ตัวชี้วัดย่อย\S*\s*)(\d+\.\d+)(?=\s)")
# a sentence wraps before any figure of it: no clause begins with points, money or a day; two figures are a table's
_CLAUSE = re.compile(
    rf"^(?:(?:ข้อ|ขอ)\s*)?(\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})[.)]?(?=\s+[^\d\s])(?!\s+(?:คะแนน|เปอร์เซ็นต์|บาท|ล้าน|{MONTH}))"
)
_LONGEST, _SHORT = 60, 32  # letters of a heading, in bold and in plain print
_ADVISED = rough(rf"(?:[\d.]+\s+)?(?:รายการ|สรุป)?{ADVICE}")
Numbers = tuple[int, ...]


def clauses_of(rows: Iterable[Row]) -> list[Numbers]:
    """Return the numbers of clauses in order: ๑, ๑.๑, ข้อ ๓."""
    return [_numbers(m[1]) for row in rows if (m := _CLAUSE.match(row.text.strip()))]


def codes_of(rows: Iterable[Row]) -> list[Numbers]:
    """Return the codes of sub-indicators that items begin with, in order."""
    return [_numbers(m[1]) for row in rows if (m := _CODE.match(row.text.strip()))]


def is_heading(row: Row) -> bool:
    """Whether a row is a heading, by its bold print or because it names advice and no more; no name in brackets is one."""
    text = row.text.strip()
    if len(row.parts) != 1 or len(text) > _LONGEST or text.startswith("("):
        return False
    return row.parts[0].bold or (len(text) <= _SHORT and _ADVISED.match(text) is not None)


def _numbers(code: str) -> Numbers:
    """Return 3.2 as (3, 2)."""
    return tuple(int(n) for n in code.split("."))

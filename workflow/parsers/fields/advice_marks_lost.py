"""Paragraphs that begin alike, `ชื่อ (ตัวชี้วัดย่อย 1.2 ตัวชี้วัด…) …`, and bear no mark of an entry, or lost it on a scan. Pure.

The bracket tells the code and the indicator; one such paragraph may cite an indicator, several at one edge are a list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.parsers.fields.advice_items import SAID
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import ADVICE
from workflow.parsers.fields.advice_rows import at_one_edge, headed
from workflow.parsers.fields.advice_signs import SIGN
from workflow.parsers.rows import BULLET, Row, flow
from workflow.parsers.skeleton import rough

_KIND = r"(?:ตัวชี้วัด|ประเด็น|หัวข้อ|มิติ|องค์ประกอบ)"
_LIKE = rough(
    rf"(?P<mark>[.,:°]\s+)?(?P<name>[^\d\s():][^\d():]{{2,90}}?(?:\([^()\d:]{{2,60}}\))?)\s*[(\[]\s*{_KIND}\s*ย่อย\s*(?:ที่)?\s*"
    rf"(?P<code>\d{{1,2}}\.\d{{1,2}})[\s,:]+(?:ใน|ภายใต้|ของ)?\s*(?:{_KIND}|ด้าน|หมวด)[^()\[\]]{{2,90}}[)\]]"
)
_SPEAKS = rough(rf".*(?:{ADVICE}|แนะนำ|ตัวชี้วัด\S{{0,24}}(?:ควร|ต้อง|เด่น|ดี|พัฒนา|ปรับปรุง))")
_SIGNED = re.compile(rf"{SIGN}\s")
_LEAST = 2  # paragraphs
_RUNS = 2  # rows a head may run over


@dataclass(frozen=True)
class _Line:
    n: int
    mark: int
    code: str


def with_marks_put_back(rows: Sequence[Row], layout: Layout) -> list[Row]:
    """Return the rows with the sign of an entry before such paragraphs; as they are where they have one or too few are alike."""
    spoken = next((n for n, row in enumerate(rows) if _SPEAKS.match(row.text)), len(rows))
    found = [line for n in sorted(layout.starts) if n >= spoken and n < len(rows) and (line := _line(n, rows))]
    kept = list(rows)
    for lines in at_one_edge(found, rows, at=lambda line: line.n):
        if len(lines) >= _LEAST and len({line.code for line in lines}) == len(lines):
            for line in lines:
                kept[line.n] = headed(rows[line.n], f"{BULLET} ", rows[line.n].text[line.mark :])
    return kept


def _line(n: int, rows: Sequence[Row]) -> _Line | None:
    found = _LIKE.match(flow(rows[n : n + _RUNS]).lstrip())
    begun = found is not None and len((found["mark"] or "") + found["name"]) < len(
        rows[n].text.strip()
    )  # its name is of this row
    if found is None or not begun or SAID.search(found["name"]) or (not found["mark"] and _SIGNED.match(found["name"])):
        return None
    return _Line(n, len(found["mark"] or ""), found["code"])

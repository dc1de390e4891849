"""Headings of indicators that tell what was reached, `ตัวชี้วัดที่ 1 ผู้นำ ได้ 55.10 คะแนน (กลุ่ม 60.22)`: the score is none of the name. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.fields.advice_lines import PART_TITLE, item_of
from workflow.parsers.rows import Row

_AHEAD = 4  # rows
_MARK = r"(?:ร้อยละ\s*)?\d{1,3}\.\d{1,2}\s*(?:คะแนน|%|เปอร์เซ็นต์)?"
_SCORED = re.compile(
    rf"\s*(?:\s|[,:(–-])\s*(?:(?:โดย\s*)?(?:ได้(?:รับ)?|มี)\s*|คะแนน[ก-๙]{{0,14}}\s*|เท่ากับ\s*|ร้อยละ\s*){{0,3}}:?\s*{_MARK}\s*\)?"
    rf"(?:\s*(?:[(,]|จาก|โดย|ส่วน|เทียบกับ)?\s*[ก-๙\s]{{0,40}}{_MARK}\s*\)?)?\s*$"
)


def without_head_scores(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, such headings right above items without their scores."""
    return [_plain(row, rows[n + 1 : n + 1 + _AHEAD]) for n, row in enumerate(rows)]


def _plain(row: Row, below: Sequence[Row]) -> Row:
    text = row.text.rstrip()
    if not below or not PART_TITLE.match(text.strip()) or item_of(text.strip(), below):
        return row
    scored = _SCORED.search(text)
    if not scored or not item_of(below[0].text.strip(), below[1:]):
        return row
    return replace(row, text=text[: scored.start()], sure=row.sure[: scored.start()])

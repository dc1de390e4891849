"""Heads of items that break over the line before or inside the bracket of their code: `- ชื่อ (ตัวชี้วัดย่อย|1.1)`. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.fields.advice_lines import is_listed, item_of, lead_end
from workflow.parsers.rows import Row, flow

_CODE_BEHIND = re.compile(r"[ก-๙A-Za-z)]\s*[(\[](?:[^()\[\]\d]{0,30}\s)?\d{1,2}(?:\.\d{1,2})+\s*[)\]]$")
_MOST = 3  # rows of a head


def with_heads_whole(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with each head one row that a bullet opens, a code in brackets closes, and a lead-in stands below."""
    kept: list[Row] = []
    n = 0
    while n < len(rows):
        more = _more(rows, n)
        kept.append(_joined(rows[n : n + 1 + more]) if more else rows[n])
        n += 1 + more
    return kept


def _more(rows: Sequence[Row], n: int) -> int:
    """Return how many rows below one a head goes on; 0 where none does, or its code stands in the first."""
    first = rows[n].text.strip()
    if not is_listed(first) or _CODE_BEHIND.search(first) or item_of(first, rows[n + 1 : n + 2]):
        return 0
    for more in range(1, min(_MOST, len(rows) - n - 1)):
        text = rows[n + more].text.strip()
        if is_listed(text) or lead_end(text) is not None or rows[n + more].gap:
            return 0
        if _CODE_BEHIND.search(flow(rows[n : n + 1 + more])):
            return more if lead_end(rows[n + 1 + more].text.strip()) is not None else 0
    return 0


def _joined(rows: Sequence[Row]) -> Row:
    """Return the rows of a head as one, which ends where the last of them does."""
    text, last = flow(rows), rows[-1]
    read = [sure for row in rows for sure in row.sure]
    box = rows[0].box
    if box and last.box and last.page == rows[0].page:
        box = (box[0], box[1], last.box[2], last.box[3])
    return replace(rows[0], text=text, box=box, parts=(), sure=(min(read),) * len(text) if read else ())

"""What the end of a line parts: a head inside the bracket of its code or count, the word for an advice (`ข้อ|เสนอแนะ`). Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.fields.advice_headings import leads_to_items
from workflow.parsers.fields.advice_items import item_of
from workflow.parsers.fields.advice_leads import is_listed, lead_end
from workflow.parsers.fields.advice_rows import headed
from workflow.parsers.rows import Row, flow

_CODE_BEHIND = re.compile(r"[ก-๙A-Za-z)]\s*[(\[](?:[^()\[\]\d]{0,30}\s)?\d{1,2}(?:\.\d{1,2})+\s*[)\]]$")
_MOST = 3  # rows of a head
# a heading's count, as the end of its line parts it: `2.1 กลุ่มที่… (จำนวน 2 ตัวชี้วัด|ย่อย)`
_COUNTS, _COUNTS_ON = (
    re.compile(r"^\S{1,8}\s.*\((?:จำนวน|รวม|มี)?\s*(?:\d{1,3}\s*[ก-๙\s]*)?$"),
    re.compile(r"[\d\sก-๙]{1,24}\)$"),
)
# as the end of a line parts the words
_HALVES = (("ข้อ", "เสนอแนะ"), ("ข้อเสนอ", "แนะ"), ("คำ", "แนะนำ"), ("ข้อ", "แนะนำ"))
_COUNTED = re.compile(r"\d\s*$")  # `มี 3 ข้อ`: entries, and no half of a word


def with_heads_whole(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with each head one row: a heading with its count; what a bullet opens, a code closes, and a lead-in stands below."""
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
    if (
        _COUNTS.match(first)
        and n + 1 < len(rows)
        and _COUNTS_ON.match(rows[n + 1].text.strip())
        and leads_to_items(rows[n + 2 :])
    ):
        return 1
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


def with_words_whole(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a word for an advice, whose first half ends a row, whole at the beginning of the row below."""
    kept = list(rows)
    for n in range(len(kept) - 1):
        if half := _half_word(kept[n], kept[n + 1]):
            end = len(kept[n].text.rstrip()) - len(half)
            kept[n + 1] = headed(kept[n + 1], half, kept[n + 1].text.lstrip())
            kept[n] = replace(kept[n], text=kept[n].text[:end], sure=kept[n].sure[:end])
    return kept


def _half_word(row: Row, below: Row) -> str:
    """Return the half of a word for an advice that ends a row and goes on in the one below, behind a space or a bracket."""
    text, rest = row.text.rstrip(), below.text.lstrip()
    for half, other in _HALVES if not below.gap else ():
        before = text.removesuffix(half)
        if before != text and rest.startswith(other) and before[-1:] in ' )]”"' and not _COUNTED.search(before):
            return half
    return ""

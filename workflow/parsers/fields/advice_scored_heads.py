"""Heads that tell what was reached, `ตัวชี้วัดที่ 1 ผู้นำ ได้ 55.10 คะแนน (กลุ่ม 60.22)`: the score is none of the name. Pure.

An indicator's heads its items; an item's own stands apart behind its name, with the advice or the indicator below.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_items import PART_TITLE, item_of
from workflow.parsers.fields.advice_leads import lead_end
from workflow.parsers.fields.advice_names import first_below
from workflow.parsers.fields.advice_rows import INDENT
from workflow.parsers.fields.advice_signs import SIGN
from workflow.parsers.rows import Row, flow, rows_of

_AHEAD = 4  # rows
_MARK = r"(?:ร้อยละ\s*)?\d{1,3}\.\d{1,2}\s*(?:คะแนน|%|เปอร์เซ็นต์)?"
_SCORED = re.compile(
    rf"\s*(?:\s|[,:(–-])\s*(?:(?:โดย\s*)?(?:ได้(?:รับ)?|มี)\s*|คะแนน[ก-๙]{{0,14}}\s*|เท่ากับ\s*|ร้อยละ\s*){{0,3}}:?\s*{_MARK}\s*\)?"
    rf"(?:\s*(?:[(,]|จาก|โดย|ส่วน|เทียบกับ)?\s*[ก-๙\s]{{0,40}}{_MARK}\s*\)?)?\s*$"
)
_SQUARE = re.compile(rf"\s*[\[(]\s*{_MARK}\s*[/|,–-]\s*{_MARK}\s*[\])]\s*$")
_PART = re.compile(rf"(?:{SIGN}\s*)?[^\s\d]{{3,16}}\s?(?:ที่\s*)?(?P<number>\d{{1,2}})[.:]?\s+[^\s\d]")
_ALONE = re.compile(rf"(?:(?:ได้(?:รับ)?|มี)\s*(?:คะแนน\s*)?|คะแนน\s*[:=]?\s*|ร้อยละ\s*|(?=\d[\d.]*\s*(?:คะแนน|%))){_MARK}")
_CLOSED = re.compile(r"\s*\(\s*(?:ได้(?:รับ)?\s*)?(?:คะแนน\s*)?\d{1,3}(?:\.\d{1,2})?\s*(?:คะแนน|%)\s*\)\s*$")
_LISTED = re.compile(rf"{SIGN}\s*")
_CODED = re.compile(r"(?:[-•]\s*)?\(?\d{1,2}\.\d{1,2}[.)]?\s+[^\d\s]")


def without_head_scores(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, such headings right above items and such heads of items without their scores."""
    kept: list[Row] = []
    n = 0
    while n < len(rows):
        torn = _torn(rows[n : n + 2 + _AHEAD])
        kept.append(torn or _plain(rows[n], rows[n + 1 : n + 1 + _AHEAD]))
        n += 2 if torn else 1
    return kept


def _torn(rows: Sequence[Row]) -> Row | None:
    """Return such a heading whose score runs over into the row below, which holds nothing else, without it."""
    whole = rows[0].text.count("(") <= rows[0].text.count(")")
    if len(rows) < 3 or (whole and _score_of_part(rows[0].text)):
        return None
    scored = _score_of_part(flow(rows[:2]))
    if not scored or scored.start() >= len(rows[0].text.rstrip()) or not _heads(rows[2:], rows[0]):
        return None
    return replace(rows[0], text=rows[0].text[: scored.start()], sure=rows[0].sure[: scored.start()])


def _score_of_part(text: str) -> re.Match[str] | None:
    """Return the score behind the name of an indicator that a heading names."""
    mark = _LISTED.match(text.lstrip())
    titled = PART_TITLE.match(text.strip()) or (mark and PART_TITLE.match(text.lstrip()[mark.end() :]))
    return (_SQUARE.search(text) or _SCORED.search(text)) if titled else None


def _plain(row: Row, below: Sequence[Row]) -> Row:
    text = row.text.strip()
    apart = len(row.parts) > 1 and _CODED.match(text) and _ALONE.fullmatch(to_arabic(row.parts[-1].text.strip()))
    if apart and _is_told(below):
        return replace(rows_of(row.parts[:-1])[0], gap=row.gap, column=row.column)
    closed = _CLOSED.search(row.text) if _deeper(row, below) else None
    if closed and _CODED.match(row.text[: closed.start()].strip()):  # a score alone is no name
        return replace(row, text=row.text[: closed.start()], sure=row.sure[: closed.start()])
    scored = None if item_of(text, below) else _score_of_part(row.text)
    if scored and below and _heads(below, row):
        return replace(row, text=row.text[: scored.start()], sure=row.sure[: scored.start()])
    return row


def _heads(below: Sequence[Row], part: Row) -> bool:
    """Whether the first of these rows is the head of an item: by its words, by the part's number, or as a name over a deeper row."""
    text = below[0].text.strip()
    number = _PART.match(part.text.strip())
    if number and _CODED.match(text) and text.lstrip("-•( ").startswith(f"{number['number']}."):
        return True
    return item_of(text, below[1:]) is not None or (_CODED.match(text) is not None and _deeper(below[0], below[1:]))


def _deeper(row: Row, below: Sequence[Row]) -> bool:
    """Whether the next row stands deeper, as an advice does below the name it is for."""
    return bool(row.box and below and below[0].box and below[0].box[0] - row.box[0] > INDENT)


def _is_told(below: Sequence[Row]) -> bool:
    """Whether an advice is led in right below a head, or below the indicator that is named there."""
    first = first_below(-1, below)
    return first < len(below) and lead_end(below[first].text.strip()) is not None

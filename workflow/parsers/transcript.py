"""A plain-text transcript becomes pages: by form feeds, else by what only stands at the head or the foot of a page. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.labels import label_of
from workflow.parsers.fields.numbers import NUMBER
from workflow.parsers.fields.receipts import take_stamps
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.rows import PAGE_NUMBER, Row, catchword

_NUMBERED = re.compile(rf"^ที่\s*{NUMBER}\s*$")
_OWN_NUMBER = re.compile(rf"^ที่\s*{NUMBER}")
_BODY = re.compile(r"^(?:[-–]\s*ตัวชี้วัด|\d{1,2}\.\s*(?:เรื่องเดิม|ข้อ))")
LOOK_AHEAD = 14


def pages_of(page: Page) -> list[Page]:
    """Return the pages of a transcript that came as one."""
    starts = sorted({0, *_starts(page.lines)})
    ends = [*starts[1:], len(page.lines)]
    parts = ((n, page.lines[s:e]) for n, (s, e) in enumerate(zip(starts, ends, strict=True), 1) if s < e)
    return [_page(n, lines, page.tables) for n, lines in parts]


def _page(number: int, lines: Sequence[Line], tables: Sequence[Table]) -> Page:
    texts = {line.text.strip() for line in lines}
    own = (t for t in tables if texts.issuperset(cell for row in t.rows for cell in row if cell))
    return Page(
        number,
        tuple(replace(line, page=number) for line in lines),
        tables=tuple(replace(table, page=number) for table in own),
    )


def _starts(lines: Sequence[Line]) -> list[int]:
    stamped = {id(line) for stamp in take_stamps(lines)[0] for line in stamp.lines}
    texts = [to_arabic(line.text.strip()) for line in lines]
    starts: list[int] = []
    endorsing = False
    for n, text in enumerate(texts):
        kind = _head_kind(texts, n)
        if text.replace(" ", "") == "บันทึกข้อความ" or PAGE_NUMBER.match(text) or kind == "letter":
            starts.append(_back_over(lines, texts, n, stamped))
            endorsing = False
        elif kind == "endorsement":
            if not endorsing:
                starts.append(_back_over(lines, texts, n, stamped))
            endorsing = True
        elif (n and catchword(texts[n - 1])) or (endorsing and _BODY.match(text)):
            starts.append(n)
            endorsing = False
    return starts


def _head_kind(texts: Sequence[str], n: int) -> str | None:
    """Return whether a row labelled ที่ opens a letter or an endorsement; a memo's own ที่ stands under its heading."""
    if not _NUMBERED.match(texts[n]) or _memos_own(texts, n):
        return None
    for text in texts[n + 1 : n + LOOK_AHEAD]:
        label = label_of(Row(text, text, 0))
        if label and label[0] in {"เรื่อง", "เรียน"}:
            return "letter" if label[0] == "เรื่อง" else "endorsement"
    return None


def _memos_own(texts: Sequence[str], n: int) -> bool:
    """Whether the row is the first ที่ below the heading of a memo."""
    heading = next((k for k in range(n - 1, max(-1, n - 17), -1) if texts[k].replace(" ", "") == "บันทึกข้อความ"), None)
    return heading is not None and not any(_OWN_NUMBER.match(text) for text in texts[heading:n])


def _back_over(lines: Sequence[Line], texts: Sequence[str], n: int, stamped: set[int]) -> int:
    """Return where the page really begins: stamps and สำเนาถูกต้อง stand above its first words."""
    while n and (
        id(lines[n - 1]) in stamped
        or texts[n - 1] in {"สำเนาถูกต้อง", "ด่วนที่สุด", "ด่วนมาก", "ด่วน"}
        or _lone_label(texts, lines, n - 1)
    ):
        n -= 1
    return n


def _lone_label(texts: Sequence[str], lines: Sequence[Line], n: int) -> bool:
    """Whether the line is the unit of a stamp whose other lines were torn off by a blank."""
    return n == 0 and len(texts[n]) < 45

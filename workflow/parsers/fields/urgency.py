"""Urgency (ชั้นความเร็ว) and secrecy (ชั้นความลับ): a word that stands apart on its line, as the red stamp does."""

import re
from collections.abc import Iterable, Sequence

from workflow.parsers.fields.skeleton import loose, nearest
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import Row

_URGENCY = re.compile(
    r"^(?:.*\s{2})?(ด่วนที่สุด|ด่วนมาก|ด่วน)(?:\s{2}.*|\s+ที่\s.*|\s+บันทึก\s?ข้อความ|\s*)$|^บันทึก\s?ข้อความ\s+(ด่วนที่สุด|ด่วนมาก|ด่วน)$"
)
# beside a stamp's line, and as a scan blurs it
_BESIDE_STAMP = re.compile(r"^(ด่วนที่สุด|ด่วนมาก|ด่วน)\s+(?:เวลา|วันที่|ลงวันที่|เลข|รับ)\S*.*$")
_URGENCIES = ("ด่วนที่สุด", "ด่วนมาก", "ด่วน")
_NOISY = re.compile(rf"^(?:{'|'.join(map(loose, _URGENCIES))})$")
_DECORATED = re.compile(
    r"^(?:(?:ชั้น)?ความเร็ว\s*[:：]?\s*|[-–—*\"“”(\[]\s*)+(?P<word>ด่วน\s?(?:ที่สุด|มาก)?)\s*[-–—*\"“”)\]]*$"
)
FULL = 45  # characters: a shorter line is no full one
_SECRECY = re.compile(r"^[-–\s\"“(]*(ลับที่สุด|ลับมาก|ลับ)[-–\s\"”)]*$")


def urgency_of(rows: Iterable[Row]) -> tuple[str, Row] | None:
    """Return the urgency and its row."""
    return next(((word, row) for row in rows if (word := _urgent(row))), None)


def _urgent(row: Row) -> str | None:
    text = _DECORATED.sub(r"\g<word>", row.text.strip())
    text = re.sub(r"(?<=ด่วน)\s(?=มาก$|ที่สุด$)", "", text)
    if found := _URGENCY.match(text) or _BESIDE_STAMP.match(text):
        return next(word for word in found.groups() if word)
    runs = re.split(r"\s{2,}", text) if row.sure else ()
    return next((nearest(run, _URGENCIES) for run in runs if _NOISY.match(run)), None)


def secrecy_of(pages: Iterable[Page]) -> str | None:
    """Return the secrecy of a file: only a line of its own counts, since ลับ is part of many words (กลับ, สลับ) and may end a paragraph."""
    marked = (
        found[1]
        for page in pages
        for n, line in enumerate(page.lines)
        if (found := _SECRECY.match(line.text.strip())) and not _ends_paragraph(page.lines, n)
    )
    return next(marked, None)


def _ends_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line is the rest of the full one above it: at the margin, close below, no larger, neither bold nor coloured.

    A mark of secrecy stands apart: in the middle of the page's top and bottom, large, or with a blank line around it.
    """
    line, above = lines[index], lines[index - 1] if index else None
    if above is None or line.inked or line.bold or line.blank_before or len(above.text) < FULL:
        return False
    if not (line.box and above.box):
        return index > 1
    held = [other.box for other in lines if other.box and len(other.text) >= FULL]
    margin, edge = min(box[0] for box in held), max(box[2] for box in held)
    height = line.box[3] - line.box[1]
    apart = line.box[1] - above.box[3] > height or (line.size or 0) > 1.2 * (above.size or 1)
    return abs(line.box[0] - margin) < 6 and above.box[2] > edge - 40 and not apart

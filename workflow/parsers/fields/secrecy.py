"""Secrecy (ชั้นความลับ): a mark on a line of its own, or in the subject of a mail. ลับ is part of many words (กลับ, สลับ) and ends paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence

from workflow.parsers.page import Line, Page

FULL = 45  # characters: a shorter line is no full one
_FOREIGN = {"TOPSECRET": "ลับที่สุด", "SECRET": "ลับมาก", "CONFIDENTIAL": "ลับ"}  # as the rule of B.E. 2544 pairs them
_AROUND = re.compile(r"[\s\-–—\"“”()\[\]<>*•.=_|:：/]+")
_SAYS = re.compile(r"^(?:ชั้น)?ความลับ(?=ลับ)|(?:ด่วนที่สุด|ด่วนมาก|ด่วน)")
_MARK = re.compile(r"(?:(?P<word>ลับที่สุด|ลับมาก|ลับ)(?P=word)?)$")
_BEFORE_NUMBER = re.compile(r"(ลับที่สุด|ลับมาก|ลับ)\s+ที่\s+\S.*\d")  # the stamp stands on the line of the paper's number
_IN_SUBJECT = re.compile(
    r"^(?:(?:re|fw|fwd|ตอบ|ส่งต่อ)\s*[:：]\s*)*(?:[\[(<“\"*]\s*(ลับที่สุด|ลับมาก|ลับ)\s*[\])>”\"*]|(ลับที่สุด|ลับมาก|ลับ)(?:\s*[:：\-–]|\s+|$))",
    re.I,
)
_LONGEST = 40  # characters of a line that may be nothing but a mark


def secrecy_of(pages: Iterable[Page]) -> str | None:
    """Return the highest mark that comes first in a file, None without; a page that lists the classes in its middle bears none of them."""
    return next((found for page in pages if (found := _of_page(page))), None)


def secrecy_in_subject(subject: str) -> str | None:
    """Return the class that opens the subject of a mail (`[ลับ] …`, `ลับมาก: …`), None without."""
    found = _IN_SUBJECT.match(" ".join(subject.split()))
    return next((word for word in found.groups() if word), None) if found else None


def _of_page(page: Page) -> str | None:
    marked = [(n, word) for n, word in _marked(page.lines) if not _ends_paragraph(page.lines, n)]
    at_edge = [word for n, word in marked if _at_edge(page, n)]
    if at_edge:
        return at_edge[0]
    told = {word for _, word in marked}
    return marked[0][1] if len(told) == 1 else None


def _marked(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    for n, line in enumerate(lines):
        if before := _BEFORE_NUMBER.match(line.text):
            yield n, before[1]
        elif len(line.text) <= _LONGEST and (word := _mark(line.text)):
            yield n, word


def _mark(text: str) -> str | None:
    """Return the class when a line says nothing else but it, how quick the paper is, and what stands around a stamp."""
    plain = _AROUND.sub("", text)
    if plain in _FOREIGN:
        return _FOREIGN[plain]
    found = _MARK.fullmatch(_SAYS.sub("", plain))
    return found["word"] if found else None


def _at_edge(page: Page, index: int) -> bool:
    """Whether a line stands where marks are stamped: in the head or the foot of the page."""
    line, last = page.lines[index], len(page.lines) - 1
    if line.box and page.height:
        return line.box[1] < 0.16 * page.height or line.box[3] > 0.9 * page.height
    return index < 3 or index == last


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

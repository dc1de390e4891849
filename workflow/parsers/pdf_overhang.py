"""What a browser prints twice where it turns a page: tall marks of the next page's first line reach into this one's foot. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.parsers.page import Line, Page
from workflow.parsers.thai_text import MARKS

_LONE = re.compile(rf"[ก-ฮ][{MARKS}]+")
_CUT = 0.4  # of the type's size: what was cut off at the page's edge is no higher
_FIRST_ROWS = 3  # of the next page: a number or a title may stand above its text


def without_overhang(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages without a last row that is only cut clusters (`ชี้ ที่ ชื่`) of one of the next page's first rows."""
    below = (*pages[1:], None)
    return tuple(_cleared(page, after) if after else page for page, after in zip(pages, below, strict=True))


def _cleared(page: Page, after: Page) -> Page:
    last = max((line for line in page.lines if line.box), key=lambda line: line.box[3] if line.box else 0, default=None)
    row = [line for line in page.lines if last and line.row == last.row]
    first = _texts(after)
    repeated = row and any(all(_stray(line) and line.text.strip() in text for line in row) for text in first)
    return replace(page, lines=tuple(line for line in page.lines if line not in row)) if repeated else page


def _texts(page: Page) -> list[str]:
    """Return the texts of a page's first rows."""
    rows = list(dict.fromkeys(line.row for line in page.lines))[:_FIRST_ROWS]
    return [" ".join(line.text for line in page.lines if line.row == row) for row in rows]


def _stray(line: Line) -> bool:
    """Whether a line is single clusters, cut off at the page's edge."""
    cut = line.box is not None and line.box[3] - line.box[1] < _CUT * (line.size or 0)
    return cut and all(_LONE.fullmatch(word) for word in line.text.split())

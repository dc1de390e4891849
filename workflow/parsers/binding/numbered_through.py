"""Page numbers that run through a whole file, `1/5` to `5/5` over several papers: of the bundle, and of none of its papers. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.core.thai_digits import to_arabic
from workflow.parsers.binding.furniture import furniture
from workflow.parsers.binding.opening import opened
from workflow.parsers.page import Line, Page
from workflow.parsers.rows import is_furniture, rows_of

_OF_ALL = re.compile(r"^(?:หน้า(?:ที่)?\s*)?(\d{1,3})\s*(?:/|จาก)\s*(?:ทั้งหมด\s*)?(\d{1,3})(?:\s*หน้า)?$")
_OWN = frozenset({"memo", "letter", "stamped", "order"})  # each counts its own pages


def without_numbers_of_the_file(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without numbers that say which page of all it is, where another paper than the first begins on one of them."""
    running = [_running(n, len(pages), page) for n, page in enumerate(pages, 1)]
    if len(pages) < 2 or not all(running):
        return list(pages)
    bare = [
        replace(page, lines=tuple(x for x in page.lines if x is not line))
        for page, line in zip(pages, running, strict=True)
    ]
    return bare if any(map(_opens, bare[1:])) else list(pages)


def _running(n: int, count: int, page: Page) -> Line | None:
    """Return the line that numbers a page as the nth of so many, where page numbers stand."""
    if not any(_counts(line, n, count) for line in page.lines):
        return None
    return next(
        (line for line in furniture(page.lines, page.width, page.height).lines if _counts(line, n, count)), None
    )


def _counts(line: Line, n: int, count: int) -> bool:
    found = _OF_ALL.match(to_arabic(line.text.strip()))
    return found is not None and (int(found[1]), int(found[2])) == (n, count)


def _opens(page: Page) -> bool:
    """Whether a paper that counts its own pages begins on a page."""
    found = opened(rows_of(line for line in page.lines if not is_furniture(line)))
    return found is not None and found.sure and found.kind in _OWN

"""What stays Thai on an English page (names, subjects, the words of papers) is marked as Thai for whoever has it read aloud: WCAG 3.1.2."""

import re

from workflow.core.thai_digits import to_arabic

_TAGS = re.compile(
    r"<!--.*?-->"
    r"|<(?P<whole>title|textarea|svg|script|style)\b.*?</(?P=whole)>"
    r'|<section class="sheet" lang="th".*?</section>'  # a paper: Thai as a whole
    r"|<option\b[^>]*>[^<]*|<[^>]*>",
    re.DOTALL,
)
_RUN = re.compile(r"[ก-๛][ก-๛\s\d.,()/“”‘’–-]*[ก-๛]\.?|[ก-๛]")
_LETTER = re.compile("[ก-๎]")
_OPTION = re.compile(r"<option(?=[^>]*>[^<]*[ก-๛])")


def marked(page: str) -> str:
    """Return the page with `lang="th"` around every run of Thai in its text and on every choice that holds some.

    Numbers in Thai digits alone (of letters, of registers) are shown in Arabic ones; on papers they stay.
    """
    return "".join(_piece(piece) for piece in _pieces(page))


def _pieces(page: str) -> list[str]:
    """Return the page cut into tags (with what must stay whole) and text."""
    pieces, at = [], 0
    for tag in _TAGS.finditer(page):
        pieces += [page[at : tag.start()], tag.group()]
        at = tag.end()
    return [*pieces, page[at:]]


def _piece(piece: str) -> str:
    if piece.startswith("<"):
        return _OPTION.sub('<option lang="th"', piece)
    return _RUN.sub(_run, piece)


def _run(found: re.Match[str]) -> str:
    text = found.group()
    return f'<span lang="th">{text}</span>' if _LETTER.search(text) else to_arabic(text)

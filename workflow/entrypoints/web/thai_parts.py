"""What stays Thai on an English page (names, subjects, the words of papers) is marked as Thai for whoever has it read aloud: WCAG 3.1.2."""

import re

_TAGS = re.compile(
    r"(<!--.*?-->|<(?P<whole>title|textarea|svg|script|style)\b.*?</(?P=whole)>|<option\b[^>]*>[^<]*|<[^>]*>)",
    re.DOTALL,
)
_RUN = re.compile(r"[ก-๛][ก-๛\s\d.,()/“”‘’–-]*[ก-๛]\.?|[ก-๛]")
_OPTION = re.compile(r"<option(?=[^>]*>[^<]*[ก-๛])")


def marked(page: str) -> str:
    """Return the page with `lang="th"` around every run of Thai in its text and on every choice that holds some."""
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
    return _RUN.sub(r'<span lang="th">\g<0></span>', piece)

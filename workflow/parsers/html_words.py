"""The words of a mail in HTML as a browser shows them: a line a block, a tab a cell, the numbers and signs of lists. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from workflow.parsers.docx_numbers import in_script
from workflow.parsers.html_tables import HtmlTable

_BLOCKS = {"p", "br", "div", "h1", "h2", "h3", "h4"}
_TABULAR, _DEEPEST = {"table", "tr", "td", "th"}, 100  # tables within one another
_LISTS, _SILENT = {"ol", "ul"}, {"style", "script", "title"}
_SIGN, _NO_SIGN = "•", "none"
_SCRIPTS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal": "decimal", "thai": "thaiNumbers",
    "decimal-leading-zero": "decimalZero", "disc": _SIGN, "circle": _SIGN, "square": _SIGN, "none": _NO_SIGN,
}  # fmt: skip
_STYLE = re.compile(
    rf"list-style(?:-type)?\s*:[^;]*?(?<![\w-])({'|'.join(sorted(_SCRIPTS, key=len, reverse=True))})(?![\w-])"
)
Attributes = Sequence[tuple[str, str | None]]


@dataclass
class _List:
    """A list that is being shown: in which script, and the number of its last item."""

    script: str
    last: int


def without_tags(html: str) -> str:
    """Return what a browser would show of a mail: a line a block, a tab a cell, lists counted, styles and scripts out."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return parser.shown()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._text: list[str] = []
        self._tables: list[HtmlTable] = []  # within one another
        self._silent = 0
        self._lists: list[_List] = []
        self._before = ""  # what stands before the next words: the number of an item, the end of a list

    @property
    def words(self) -> list[str]:
        """Where words go: into the innermost cell that is open, else into the text."""
        return next((table.words for table in reversed(self._tables) if table.words is not None), self._text)

    def shown(self) -> str:
        """Return all that was read, tables that nothing closed as well."""
        while self._tables:
            self._close()
        return "".join(self._text)

    def _close(self) -> None:
        shown = self._tables.pop().shown()
        self.words.extend([shown, "\n"] if shown else [])

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if data.strip():
            self.words.append(self._before)
            self._before = ""
        self.words.append(re.sub(r"\s+", " ", data))

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._silent += tag in _SILENT
        if tag == "li":
            self.words.append("\n")
            self._before = self._number(dict(attrs))
        elif tag in _LISTS:
            own = dict(attrs)
            self._lists.append(
                _List(_script(own, "decimal" if tag == "ol" else _SIGN), _number(own.get("start"), 1) - 1)
            )
        elif tag in _BLOCKS and not self._before.strip():  # a paragraph may open an item, behind its number
            self.words.append("\n")
            self._before = ""
        elif tag in _TABULAR:
            self._tabular(tag)
            self._before = self._before.lstrip()

    def _tabular(self, tag: str) -> None:
        """Begin a table, a row or a cell; a row or cell in no table begins a line or stands behind a tab."""
        if tag == "table":
            self._tables += [HtmlTable()] if len(self._tables) < _DEEPEST else []
        elif not self._tables:
            self.words.append("\n" if tag == "tr" else "\t")
        elif tag == "tr":
            self._tables[-1].row()
        else:
            self._tables[-1].cell()

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _LISTS and self._lists:
            self._lists.pop()
            self._before = "\n"
        elif tag == "table" and self._tables:
            self._close()

    def _number(self, own: dict[str, str | None]) -> str:
        """Return what is shown before an item, which is counted; one in no list has the sign of one."""
        shown = self._lists[-1] if self._lists else _List(_SIGN, 0)
        shown.last = _number(own.get("value"), shown.last + 1)
        script = _script(own, shown.script)
        if script in {_SIGN, _NO_SIGN}:
            return f"{_SIGN} " if script == _SIGN else ""
        return f"{in_script(shown.last, script)}. "


def _script(own: dict[str, str | None], otherwise: str) -> str:
    """Return the script that a list or an item states for itself, in its style before its type."""
    styled = _STYLE.search((own.get("style") or "").lower())
    kind = own.get("type") or ""
    return _SCRIPTS[styled[1]] if styled else _SCRIPTS.get(kind, _SCRIPTS.get(kind.lower(), otherwise))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\s*-?\d{1,6}\s*", text, re.ASCII) else otherwise

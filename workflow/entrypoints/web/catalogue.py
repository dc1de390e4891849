"""A gettext catalogue (`.po`) as a table: the message in Thai, and its form or forms in another tongue.

The file itself is read, once when the server starts: a compiled `.mo` beside it would be a second truth that can be stale.
"""

import json
import re
from pathlib import Path

Catalogue = dict[str, tuple[str, ...]]
LOCALE = Path(__file__).parent / "locale"
_LINE = re.compile(r'(?:(?P<key>msg\w+(?:\[\d\])?)\s+)?(?P<text>".*")')


def keyed(context: str, message: str) -> str:
    """Return how a message of a context is kept, as gettext keeps it; a word may be a button here and a state there."""
    return f"{context}\4{message}" if context else message


def catalogue_of(code: str) -> Catalogue:
    """Return the catalogue of a tongue: one form of a message, or one for 1 and one for every other number."""
    return read_po((LOCALE / code / "LC_MESSAGES" / "saraban.po").read_text(encoding="utf-8"))


def read_po(text: str) -> Catalogue:
    """Return the messages of a file of gettext's format that have a translation; its header is none."""
    found: Catalogue = {}
    for block in re.split(r"\n\s*\n", text):
        entry = _entry(block)
        forms = tuple(form for key, form in entry.items() if key.startswith("msgstr"))
        if entry.get("msgid") and all(forms):
            found[keyed(entry.get("msgctxt", ""), entry["msgid"])] = forms
    return found


def _entry(block: str) -> dict[str, str]:
    """Return `msgid`, `msgstr` and the like of one entry; a text may go on over several lines."""
    entry: dict[str, str] = {}
    key = ""
    for line in block.splitlines():
        if found := _LINE.fullmatch(line):  # a comment is none
            key = found["key"] or key
            entry[key] = entry.get(key, "") + json.loads(found["text"])
    return entry

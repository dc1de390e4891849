"""Items whose code ends the row of the name, in brackets or at the right margin, the text of each below it: `ชื่อ (ตัวชี้วัดย่อย 1.1)`. Pure.

An advice may begin with any word. Such a list is known by what it repeats: rows at one edge that end so, each with a code of its own
and with another text below.
"""

import re
from collections.abc import Sequence

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_heads_told import Head, head_closed
from workflow.parsers.fields.advice_items import SAID, item_of
from workflow.parsers.fields.advice_leads import ADVICE, ends
from workflow.parsers.fields.advice_names import first_below, names_a_part, part_line
from workflow.parsers.fields.advice_rows import at_one_edge, headed
from workflow.parsers.rows import BULLET, Row, flow
from workflow.parsers.skeleton import rough

_SPEAKS = rough(rf"{ADVICE}|แนะนำ|ตัวชี้วัด\S{{0,8}}\s*(?:ควร|ต้อง)|ปรับปรุง|พัฒนา")
_MARKS = re.compile(r"\d\.\d{2}|คะแนน")  # what was reached, and nothing to be done
_LETTERS = re.compile(r"[ก-ฮA-Za-z]")
_APART = re.compile(r"(?:รหัส|ตัวชี้วัดย่อย)\s*(?:ที่)?\s*\d{1,2}\.\d{1,2}")
_LEAST, _LEAST_BARE = 2, 3  # items of a list; where nothing but a number stands in the brackets
_SHORT = 10  # letters: an advice is longer
_AHEAD = 4  # rows
_Line = tuple[int, Head]


def with_codes_at_ends(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the heads of such lists made plain ones (`• 1.1 …`); those that are known as they stand are left."""
    kept = list(rows)
    spoken = next((n for n, row in enumerate(rows) if _SPEAKS.search(row.text)), len(rows))
    found = [(n, head) for n in range(spoken, len(rows)) if (head := _closed(rows[n]))]
    for lines in at_one_edge(found, rows, at=lambda line: line[0], style=lambda line: bool(line[1].word)):
        if _is_list(lines, rows):
            for n, head in lines:
                kept[n] = headed(rows[n], f"{BULLET} {head.code} ", f"{head.name} {head.rest}".rstrip())
    return kept


def _closed(row: Row) -> Head | None:
    """Return the head that a row is, with nothing behind its code but the indicator it belongs to."""
    head = head_closed(_in_brackets(row))
    told = head and (SAID.search(head.name) or (head.rest and not names_a_part(head.rest)))
    return None if told else head


def _in_brackets(row: Row) -> str:
    """Return what a row says, with a code that stands apart behind the rest of it in brackets, and behind that the indicator."""
    *before, last = (part.text.strip() for part in row.parts) if row.parts else (row.text.strip(),)
    if not before or not _APART.fullmatch(to_arabic(last)):
        return row.text.strip()
    names = [text for n, text in enumerate(before) if not n or part_line(text) is None]
    parts = [f"({text})" for text in before if text not in names]
    return to_arabic(" ".join([*names, f"({last})", *parts]))


def _is_list(lines: Sequence[_Line], rows: Sequence[Row]) -> bool:
    """Whether lines are the heads of items, some of which are not known as such."""
    codes, heads = [head.code for _, head in lines], {n for n, _ in lines}
    least = _LEAST if lines[0][1].word else _LEAST_BARE
    if len(lines) < least or len(set(codes)) < len(codes) or not all(_told(n, rows, heads) for n in heads):
        return False
    return not all(item_of(rows[n].text.strip(), rows[n + 1 : n + 1 + _AHEAD]) for n in heads)


def _told(n: int, rows: Sequence[Row], heads: set[int]) -> bool:
    """Whether a text of its own, which is no mark, stands below a head or below the indicator that is named there."""
    first = first_below(n, rows)
    if first in heads or first >= len(rows) or ends(rows[first].text.strip()):
        return False
    last = next((k for k in range(first, len(rows)) if k in heads), first + 1)
    text = flow(rows[first:last])
    return len(_LETTERS.findall(text)) > _SHORT and not _MARKS.search(rows[first].text)

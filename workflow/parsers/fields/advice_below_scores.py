"""Advice below each row of a table of scores, `1.1 ชื่อ  43.54  60.17` and deeper `ทบทวนแผน…`: its heads without their marks. Pure.

What stands deeper below such a row may also be the rest of a long name. That begins where the name had no room left; an advice
begins below names that end anywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.core.thai_digits import to_arabic
from workflow.parsers.fields.advice_rows import INDENT
from workflow.parsers.rows import BULLET, Row

_MARK = re.compile(r"(?:[-–—+]?\s?\d{1,3}(?:\.\d{1,4})?\s?%?|[-–—]|ระดับ\s?\d|[A-F][+-]?)(?:\s+|$)")
_CODED = re.compile(
    rf"(?:{BULLET}\s*|[-–]\s+)?(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*)?(?P<code>\d{{1,2}}(?:\.\d{{1,2}})+)\s+(?=[^\d\s])"
)
_LETTERS = re.compile(r"[ก-ฮA-Za-z]")
_LEAST = 3  # heads of a list
_NAMED, _CODE = 2, 6  # cells: a code, a name; letters of a code
_ROOM = 60.0  # points: a name that ends so far before the widest row had room for its next word


def with_scores_aside(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with the marks taken from those that head an advice below them, and from the parts these stand under."""
    marked = [n for n, row in enumerate(rows) if is_marked(row)]
    heads = [n for n in marked if _CODED.match(_text(rows[n]))]
    told = [n for n in heads if _is_told(n, rows)]
    if len(told) < _LEAST or 2 * len(told) <= len(heads) or 2 * sum(_ends_early(n, rows) for n in told) <= len(told):
        return list(rows)
    kept = list(rows)
    for n in marked:
        of_the_list = n in heads or n + 1 in heads
        kept[n] = (
            _alone(rows[n]) if of_the_list else replace(rows[n], gap=True)
        )  # the row of the whole: no advice goes on in it
    return kept


def _text(row: Row) -> str:
    return to_arabic(row.parts[0].text).strip()


def is_marked(row: Row) -> bool:
    """Whether a row is a name, its code before it or in a cell of its own, and marks in cells of their own."""
    cells = [to_arabic(part.text).strip() for part in row.parts]
    named = max((n for n, cell in enumerate(cells) if _LETTERS.search(cell) and not _is_marks(cell)), default=_NAMED)
    if named == 1 and len(cells[0]) > _CODE:
        return False
    return named < _NAMED and len(cells) > named + 1 and row.box is not None and all(map(_is_marks, cells[named + 1 :]))


def _is_marks(cell: str) -> bool:
    return bool(cell) and not _MARK.sub("", cell).strip()


def _is_told(n: int, rows: Sequence[Row]) -> bool:
    """Whether a row of words, and of nothing else, stands deeper right below a head."""
    if n + 1 >= len(rows) or rows[n + 1].page != rows[n].page:
        return False
    head, below = rows[n], rows[n + 1]
    deeper = head.x0 is not None and below.x0 is not None and below.x0 > head.x0 + INDENT
    return deeper and len(below.parts) == 1 and not _CODED.match(below.text.strip())


def _ends_early(n: int, rows: Sequence[Row]) -> bool:
    """Whether a name ends long before the text below it does."""
    last = next(
        (k for k in range(n + 1, len(rows)) if len(rows[k].parts) > 1 or rows[k].page != rows[n].page), len(rows)
    )
    right = max((row.box[2] for row in rows[n + 1 : last] if row.box), default=0.0)
    name = rows[n].parts[0].box
    return name is not None and name[2] + _ROOM < right


def _alone(row: Row) -> Row:
    """Return a row without its marks; a head of advice with the sign of an entry."""
    name, text = row.parts[0], _text(row)
    coded = _CODED.match(text)
    head = f"{BULLET} {coded['code']} {text[coded.end() :]}" if coded else text
    return replace(row, text=head, box=name.box, parts=(name,), sure=())

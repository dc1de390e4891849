"""Items that no word tells: lines of the same shape as known ones, and names that one sign parts from their advice. Pure.

An office writes all items of a list alike: what stands before the code, where the line begins, which sign parts name and advice.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.parsers.fields.advice_headings import is_group_title
from workflow.parsers.fields.advice_items import is_prose, item_of
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import lead_end
from workflow.parsers.fields.advice_rows import headed
from workflow.parsers.fields.advice_told import AT_CODE
from workflow.parsers.rows import BULLET, Row
from workflow.parsers.skeleton import bones

_SHAPE = re.compile(
    r"^(?P<list>(?:[-–•*]|\(?\d{1,2}[.)]|\(?[ก-ฮ]\)|[ก-ฮ]\.)\s+)?(?P<before>[^\d\s][^\d]{0,28}?)?\s*(?P<code>\d{1,2}(?:\.\d{1,2})+)\.?"
    r"(?P<sign>\s*[:)\]–—]|)(?=\s|$|[ก-ฮเ-ไ])\s*(?P<rest>.*)$"
)
_LABEL = re.compile(r"^(?P<label>[ก-ฮเ-ไ][^:–\d]{2,28}?)\s*(?::|\s[–-])\s")
_SPREAD = re.compile(r"^(?:[\d.]+\s+|(?![\d.]+\s))\S.*?\s{2}")
_AHEAD = 4  # rows below that tell an item
_LEAST = 3  # lines of one shape: fewer are no list
_STEP = 6.0  # points: lines of one shape begin so near one another
_SIGNS = (AT_CODE, " — ", " – ", " - ", " → ", " => ", " : ", ": ", " | ", " / ", "; ", " = ")
_UNSURE = {
    " / ": 40,
    "; ": 24,
    " = ": 24,
}  # letters: a sign behind which an indicator, or the rest of a name, may stand parts an advice where this is longer
_LONGEST, _SHORT = 90, 10  # letters: a name is shorter, an advice longer
_WORD = 4  # letters: a word before a code
_NO_WORDS = tuple(map(bones, ("ข้อ", "ตามข้อ", "ตาราง", "ภาพ", "แผนภาพ", "บทที่", "มาตรา", "ส่วนที่", "หน้า")))
_MOST = 0.75  # of the items have the sign


_Shape = tuple[str, str, int, int]


@dataclass(frozen=True)
class _Line:
    n: int
    code: str
    rest: str
    known: bool
    below: str


def with_likes(rows: Sequence[Row], layout: Layout) -> list[Row]:
    """Return the rows with those made plain items (`• 2.3 …`) that only their likeness to other items tells."""
    kept = list(rows)
    for (before, _, _, _), lines in _shapes(rows, layout).items():
        codes = [line.code for line in lines]
        if len(lines) >= _LEAST and len(set(codes)) == len(codes) and _is_list(before, lines):
            told = all(line.known for line in lines)
            for line in () if told else lines:
                kept[line.n] = _plain(rows[line.n], line)
    return kept


def _plain(row: Row, line: _Line) -> Row:
    return headed(row, f"{BULLET} {line.code} ", line.rest)


def _shapes(rows: Sequence[Row], layout: Layout) -> dict[_Shape, list[_Line]]:
    """Return the lines that begin a paragraph with a code, by what stands before it, the sign behind it, its depth, and where they begin."""
    shapes: dict[_Shape, list[_Line]] = defaultdict(list)
    for n, row in enumerate(rows):
        text = row.text.strip()
        shape = _SHAPE.match(text) if n in layout.starts and not is_spread(row) else None
        if shape and shape["rest"] and not is_prose(shape["rest"]) and not is_group_title(shape["rest"]):
            before = bones((shape["list"] or "")[:1].strip("(0123456789") + (shape["before"] or ""))
            below = rows[n + 1 : n + 1 + _AHEAD]
            item = item_of(text, below)
            if (item and item.code != shape["code"]) or item_of(shape["rest"], []):
                continue  # a clause's number before the item's own
            line = _Line(n, shape["code"], shape["rest"], item is not None, below[0].text if below else "")
            deep = shape["code"].count(".")
            shapes[before, shape["sign"].strip(), deep, round((row.x0 or 0) / _STEP)].append(line)
    return shapes


def _is_list(before: str, lines: Sequence[_Line]) -> bool:
    """Whether lines of one shape are a list of items: a word of their own heads them, or one is known and its like are."""
    known = sum(line.known for line in lines)
    if not known:
        named = len(before) > _WORD and not before.startswith(_NO_WORDS)
        return named and all(
            len(line.rest) < _LONGEST and line.below and not _SHAPE.match(line.below) for line in lines
        )
    parted = any(all(sign in line.rest for line in lines) for sign in _SIGNS)
    return len(before) > 2 or known * 2 >= len(lines) or parted


def is_spread(row: Row) -> bool:
    """Whether a row stands in several columns, behind what may be a code alone: it is of a table."""
    return len(row.parts) > 1 and _SPREAD.match(row.text.strip()) is not None


def label_before(text: str) -> str:
    """Return what stands before a colon or a dash at the head of a line, as it is compared; empty where it leads into an advice."""
    found = _LABEL.match(text)
    return bones(found["label"]) if found and lead_end(text) is None else ""


def labels_beside(rows: Sequence[Row], leads: Sequence[str], items: int) -> frozenset[str]:
    """Return the labels that stand once at nearly every item (ข้อค้นพบ, ระยะเวลา, ผู้รับผิดชอบ) and lead into no advice."""
    seen = Counter(label for row in rows if (label := label_before(row.text.strip())))
    usual = {bones(lead) for lead in leads}
    return frozenset(label for label, times in seen.items() if times >= max(2, _MOST * items) and label not in usual)


def parting_sign(breaths: Sequence[tuple[str, str]]) -> str:
    """Return the sign that parts name and advice in nearly all items told in one breath; empty when none does.

    Those come first whose words tell no advice; where they are too few, what words tell in the others shows which sign it is.
    """
    bare = [breath for breath in breaths if not breath[1]]
    return _sign_in(bare) or _sign_in(breaths)


def _sign_in(breaths: Sequence[tuple[str, str]]) -> str:
    for sign in _SIGNS if len(breaths) > 1 else ():
        least = _UNSURE.get(sign, _SHORT)
        halves = [(text.partition(sign), told) for text, told in breaths]
        held = [half for half, _ in halves if 1 < len(half[0]) < _LONGEST and len(half[2]) > least]
        agree = all(half[2].strip() == told.strip() for half, told in halves if told and half[1])
        if agree and len(held) >= max(2, _MOST * len(breaths)):
            return sign
    return ""

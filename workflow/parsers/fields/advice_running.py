"""A list of items that runs on inside one paragraph, `ได้แก่ (1) … (2) … และ (3) …`: each entry becomes a row of its own. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.parsers.fields.advice_concluded import own_sentence
from workflow.parsers.fields.advice_items import Item, item_of
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import advises, ends, pauses
from workflow.parsers.fields.advice_signs import COUNTING_LETTER
from workflow.parsers.rows import BULLET, Row, flow
from workflow.parsers.skeleton import rough

_MARK = re.compile(
    rf"(?:(?<=\s)|(?<=และ)|^)(?P<open>\()?(?P<count>\d{{1,2}}|{COUNTING_LETTER})(?P<close>\)|\.(?!\d))\s*(?=\S)"
)
_LETTERS = "กขคงจฉชซฌญ"
_TAIL = re.compile(r"[\s,;]*(?:และ|กับ)?[\s,;]*$")
_CITED = rough(r"(?:ใน|ภายใต้|ตาม|กับ|ของ|จาก|ร่วม|รวมถึง|สำหรับ|ราย)\s*$")  # what follows is only cited
_NEAR = 12  # letters
_SIGN = 6  # letters before an entry that are no words
_LEAST = 2  # entries: one alone is no list


_HEAD = rough(
    r"(?:(?<=\s)|(?<=และ)|^)(?P<word>(?:ตัวชี้วัด|ประเด็น|หัวข้อ|มิติ|องค์ประกอบ)(?:ย่อย)?\s*(?:ที่)?)\s*\d{1,2}(?:\.\d{1,2})+(?![\d.])"
)
_ADVISED = rough(
    r"(?:\s|:|โดย)\s*(?:ควร|เห็นควร|ขอให้|(?:ขอ)?(?:เสนอให้|แนะนำ)|สมควร|น่าจะ|พึง|จำเป็นต้อง|ให้)|ข้อเสนอแนะ|ข้อแนะนำ|\s[–—-]\s|:\s"
)


@dataclass(frozen=True)
class _Mark:
    start: int
    style: str
    count: int


@dataclass(frozen=True)
class Running:
    """Rows whose running lists stand apart, and the codes of items that nothing but their own word parts."""

    rows: list[Row]
    unmarked: frozenset[str]


def entries_apart(rows: Sequence[Row], layout: Layout) -> Running:
    """Return the rows with the entries of each running list apart, as rows without places."""
    if not any(_begins_within(row.text) for row in rows):
        return Running(list(rows), frozenset())
    kept: list[Row] = []
    unmarked: list[str] = []
    starts = [n for n, row in enumerate(rows) if n in layout.starts and (row.box or row.blank_before)]
    stops = [
        n for n, row in enumerate(rows) if ends(row.text.strip()) or (row.box is None and pauses(row.text.strip()))
    ]
    apart = False
    for start, end in pairwise(sorted({0, *starts, *stops, len(rows)})):
        paragraph = [replace(rows[start], blank_before=1), *rows[start + 1 : end]] if apart else rows[start:end]
        text, places = _joined(paragraph)
        marks = _marks(text)
        parted = _parted(paragraph, text, places, marks)
        kept += parted or paragraph
        apart = bool(parted)
        unmarked += [item.code for row in parted if not marks[0].count and (item := item_of(row.text, []))]
    return Running(kept, frozenset(unmarked))


def _begins_within(text: str) -> bool:
    """Whether an entry may begin in the midst of a row: in a list that runs on one does."""
    return bool(_MARK.search(text, _SIGN + 1)) or any(found.start() > _SIGN for found in _HEAD.finditer(text))


def _marks(text: str) -> list[_Mark]:
    """Return where the entries of a list begin: at its marks, or at the word for an indicator before each code."""
    marks = _series(text)
    if len(marks) >= _LEAST:
        return marks
    heads = [found.start() for found in _HEAD.finditer(text)]
    return [_Mark(start, "", 0) for start in heads if not _CITED.search(text[max(0, start - _NEAR) : start])]


def _parted(rows: Sequence[Row], text: str, places: Sequence[int], marks: Sequence[_Mark]) -> list[Row]:
    """Return the rows of a paragraph with its entries apart; none when no list of items runs on in it."""
    if len(marks) < _LEAST or not any(_inside(mark, places) for mark in marks):
        return []
    bounds = [*(mark.start for mark in marks), len(text)]
    entries = [_TAIL.sub("", text[start:end]) for start, end in pairwise(bounds)]
    own = own_sentence(entries[-1], entries[:-1])
    behind, entries[-1] = entries[-1][own:].strip(), entries[-1][:own]
    items = [_item(entry, entries) for entry in entries]
    told = [item for item in items if item]
    if len(told) < len(items) or len({item.code for item in told}) < len(told):
        return []
    first = max(n for n, place in enumerate(places) if place <= marks[0].start)
    before = _TAIL.sub("", text[places[first] : marks[0].start])
    sure = _sure(rows, places, len(text))
    made = [
        _row(entry, item, _at(mark.start, rows, places), sure[mark.start : mark.start + len(entry)])
        for mark, entry, item in zip(marks, entries, told, strict=True)
    ]
    parted = [*rows[:first], *([_cut(rows[first], before)] if before else []), *made]
    return [*parted, Row(behind, behind, rows[-1].page, confidence=rows[-1].confidence, gap=True)] if behind else parted


def _inside(mark: _Mark, places: Sequence[int]) -> bool:
    """Whether an entry begins in the midst of a row, behind words that a sign before it is not."""
    start = max(place for place in places if place <= mark.start)
    return mark.start - start > _SIGN


def _joined(rows: Sequence[Row]) -> tuple[str, list[int]]:
    """Return the text of a paragraph and where each of its rows begins in it; before an entry and its advice stands a space."""
    text, places = "", []
    for n, row in enumerate(rows):
        part = flow([row])
        glued = n > 0 and flow([rows[n - 1], row]).endswith(flow([rows[n - 1]])[-1:] + part)
        text += part if (glued and not _stands_apart(part)) or not text else f" {part}"
        places.append(len(text) - len(part))
    return text, places


def _stands_apart(part: str) -> bool:
    return bool(advises(part.removeprefix("โดย")) or _MARK.match(part) or _HEAD.match(part))


def _series(text: str) -> list[_Mark]:
    """Return the marks of the first list in a text that counts on from its first entry, all written alike."""
    found: list[_Mark] = []
    for mark in map(_mark, _MARK.finditer(text)):
        if (found and mark.style == found[0].style and mark.count == found[-1].count + 1) or (
            not found and mark.count == 1
        ):
            found.append(mark)
        elif len(found) == 1 and mark.count == 1:
            found = [mark]
    return found


def _mark(found: re.Match[str]) -> _Mark:
    count = found["count"]
    number = int(count) if count.isdigit() else _LETTERS.find(count) + 1
    return _Mark(found.start(), f"{found['open']}{count.isdigit()}{found['close']}", number)


def _item(entry: str, entries: Sequence[str]) -> Item | None:
    """Return the item that an entry is, with its advice behind its name; the others tell how the list writes its items."""
    item = item_of(entry, [Row(other, other, 1) for other in entries if other != entry])
    return item if item and item.word and _ADVISED.search(item.name) else None


def _at(start: int, rows: Sequence[Row], places: Sequence[int]) -> Row:
    return rows[max(n for n, place in enumerate(places) if place <= start)]


def _sure(rows: Sequence[Row], places: Sequence[int], length: int) -> tuple[float, ...]:
    """Return a recogniser's word for each letter of a paragraph's text, empty where not all are accounted for."""
    told = [1.0] * length
    for row, place in zip(rows, places, strict=True):
        if len(row.sure) != len(row.text) or row.text != flow([row]):
            return ()
        told[place : place + len(row.sure)] = row.sure
    return tuple(told)


def _row(entry: str, item: Item, row: Row, sure: tuple[float, ...]) -> Row:
    """Return an entry as a row of the page it begins on, as a plain item where it alone would not be told."""
    text = entry if item_of(entry, []) else f"{BULLET} {item.code} {item.name}"
    if sure and text != entry:
        sure = (min(sure),) * len(text)
    return Row(text, text, row.page, confidence=row.confidence, sure=sure)


def _cut(row: Row, text: str) -> Row:
    sure = row.sure[: len(text)] if len(row.sure) == len(row.text) else ()
    return replace(row, text=text, printed=text, sure=sure)

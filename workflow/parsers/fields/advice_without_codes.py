"""Lists of advice whose items bear names and no codes, `- การสมัครสมมุติ : ปรับหน้าจอ…`: read by codes made for them, told without. Pure.

Any list may be written so. One of advice stands below a line that says that advice follows; each of its entries parts a name from a text
by a sign, or stands short above deeper text.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.parsers.fields.advice_announced import announces_advice
from workflow.parsers.fields.advice_found import Found
from workflow.parsers.fields.advice_headings import groups_indicators
from workflow.parsers.fields.advice_lines import ANNOUNCES, PART_TITLE, ends, lead_end
from workflow.parsers.fields.advice_rows import INDENT, at_one_edge, headed
from workflow.parsers.rows import BULLET, Row

_ENTRY = re.compile(r"(?P<sign>[-–—•*○]|\(?\d{1,2}[.)]|\(?[ก-ฮ][.)])\s+(?P<rest>[ก-ฮเ-ไA-Z“\"].+)$")
_NAME = re.compile(r"[ก-ฮเ-ไA-Z“\"][^:]{5,78}$")
_PARTED = re.compile(r"(?P<name>[^:]{3,90}?)(?:\s*:\s+|\s+[–—-]\s+)(?P<text>\S.{7,})$")
_CODE = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?!\d)")
_NUMBER = re.compile(r"\d{1,2}")
_LEAST, _LEAST_BELOW, _MOST = 2, 3, 0.8  # entries, parted by a sign or not; and the share of those written alike
_ROOM = 60.0  # points: a name that ends so far before the row below had room for its next word
_LONGEST = 80  # letters of a heading, or of a name alone on its row
_NO_NAME = re.compile(r"ควร|ให้|ขอ|(?:แจ้ง|ทราบ|เห็นชอบ|อนุมัติ|โทร|ไปรษณีย์|อีเมล|เว็บไซต์)")


@dataclass(frozen=True)
class _Entry:
    n: int
    sign: str
    name: str
    text: str  # empty where it stands below


def with_codes_made(rows: Sequence[Row]) -> tuple[list[Row], frozenset[str]]:
    """Return the rows with a code before each entry of such a list, and the codes; none where the paper holds none."""
    begun = next((n + 1 for n in range(len(rows)) if announces_advice(rows, n)), len(rows))
    ended = next((n for n in range(begun, len(rows)) if ends(rows[n].text.strip())), len(rows))
    entries = [entry for n in range(begun, ended) if (entry := _entry(n, rows))]
    lists = at_one_edge(entries, rows, at=lambda entry: entry.n, style=lambda entry: entry.sign)
    kept, made = list(rows), set[str]()
    whole = (one for one in sorted(lists, key=len, reverse=True) if _is_list(one, rows[:ended]))
    for entry, code in _coded(next(whole, []), rows, begun):
        kept[entry.n] = headed(rows[entry.n], f"{BULLET} {code} {entry.name}{' : ' if entry.text else ''}", entry.text)
        made.add(code)
    return kept, frozenset(made)


def without(found: Sequence[Found], made: Collection[str]) -> list[Found]:
    """Return what was read with the codes taken away that were made for it."""
    return [replace(f, given=replace(f.given, code="")) if f.given.code in made else f for f in found]


def _entry(n: int, rows: Sequence[Row]) -> _Entry | None:
    text = rows[n].text.strip()
    found = _ENTRY.match(text)
    if _CODE.search(text):
        return None
    sign = re.sub(r"[ก-ฮ]", "ก", _NUMBER.sub("1", found["sign"])) if found else ""
    if found and (parted := _PARTED.match(found["rest"])):
        return _Entry(n, sign, parted["name"].strip(), parted["text"])
    if groups_indicators(text) or PART_TITLE.match(text) or ANNOUNCES.match(text):
        return None  # what heads such names
    if found:
        return _Entry(n, sign, found["rest"].strip(" :"), "")
    alone = _NAME.match(text) and len(rows[n].parts) == 1 and _begins(n, rows)
    return _Entry(n, sign, text, "") if alone and _is_told_below(text, n, rows) else None


def _is_list(entries: Sequence[_Entry], rows: Sequence[Row]) -> bool:
    """Whether entries are names each told a text: behind a sign in most of them, or below all."""
    parted = [entry for entry in entries if entry.text]
    if any(_NO_NAME.match(entry.name) for entry in entries if entry in parted or not parted):
        return False
    if not parted:
        told = [_is_told_below(entry.name, entry.n, rows) for entry in entries]
        return len(entries) >= _LEAST_BELOW and all(told) and (bool(entries[0].sign) or _are_all(entries, rows))
    return len(parted) >= max(_LEAST, _MOST * len(entries))


def _is_told_below(text: str, n: int, rows: Sequence[Row]) -> bool:
    """Whether a text stands right below a name, led in or deeper, and the name ended long before that does."""
    name, below = rows[n], next(iter(rows[n + 1 : n + 2]), None)
    if (
        below is None
        or len(text) >= _LONGEST
        or _ENTRY.match(below.text.strip())
        or PART_TITLE.match(below.text.strip())
    ):
        return False
    if lead_end(below.text.strip()) is not None:
        return True
    if not (name.box and below.box and below.page == name.page):
        return False
    return below.box[0] > name.box[0] + INDENT / 2 and name.box[2] + _ROOM < below.box[2]


def _begins(n: int, rows: Sequence[Row]) -> bool:
    """Whether a row is no row of a paragraph above it: that stands to its left, or on another page, or ended long before its own text does."""
    above, row, below = rows[n - 1], rows[n], next(iter(rows[n + 1 : n + 2]), None)
    if not n or below is None or not (above.box and row.box and below.box) or above.page != row.page:
        return bool(n)
    return above.box[0] < row.box[0] - INDENT / 2 or above.box[2] + _ROOM < below.box[2]


def _are_all(entries: Sequence[_Entry], rows: Sequence[Row]) -> bool:
    """Whether names without a sign stand above nearly all paragraphs that begin where those below them do."""
    edges = [rows[entry.n + 1].x0 or 0.0 for entry in entries]
    span = rows[entries[0].n : entries[-1].n + 2]
    begun = [
        row for above, row in pairwise(span) if _deeper(above, row) and abs((row.x0 or 0.0) - edges[0]) < INDENT / 2
    ]
    level = all(abs(edge - edges[0]) < INDENT / 2 for edge in edges)
    return level and len(entries) >= _MOST * len(begun)


def _deeper(above: Row, row: Row) -> bool:
    return above.x0 is not None and row.x0 is not None and row.x0 > above.x0 + INDENT / 2


def _coded(entries: Sequence[_Entry], rows: Sequence[Row], begun: int) -> Iterator[tuple[_Entry, str]]:
    """Yield each entry with a code: the number of the part it stands under, or one for each heading above, and its own."""
    part, last = 1, begun - 1
    for count, entry in enumerate(entries, 1):
        heads = [row for row in rows[last + 1 : entry.n] if _heads(row, rows[entry.n])]
        if heads:
            numbered = PART_TITLE.match(heads[-1].text.strip()) and _NUMBER.search(heads[-1].text)
            part = int(numbered[0]) if numbered else part + 1
        last = entry.n
        yield entry, f"{part}.{count}"


def _heads(row: Row, entry: Row) -> bool:
    """Whether a row names what the entries below it belong to: a part by its number, or a short line left of them."""
    text = row.text.strip()
    left = row.x0 is not None and entry.x0 is not None and row.x0 < entry.x0 - INDENT / 2
    return bool(PART_TITLE.match(text)) or (left and len(text) < _LONGEST and lead_end(text) is None)

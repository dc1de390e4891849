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
from workflow.parsers.fields.advice_headings import groups_indicators, indicator_named
from workflow.parsers.fields.advice_items import PART_TITLE
from workflow.parsers.fields.advice_leads import ADVICE, ANNOUNCES, ends, lead_end
from workflow.parsers.fields.advice_rows import INDENT, at_one_edge, headed
from workflow.parsers.fields.advice_told import says_to_do
from workflow.parsers.rows import BULLET, Row, flow
from workflow.parsers.skeleton import rough

_ENTRY = re.compile(r"(?P<sign>[-–—•*○]|\(?\d{1,2}[.)]|\(?[ก-ฮ][.)])\s+(?P<rest>[ก-ฮเ-ไA-Z“\"].+)$")
_NAME = re.compile(r"[ก-ฮเ-ไA-Z“\"][^:]{5,78}$")
_PARTED = re.compile(r"(?P<name>[^:]{3,90}?)(?:\s*:\s+|\s+:|\s+[–—-]\s+)(?P<text>\S.{7,})$")
# `ตัวชี้วัด : ตัวชี้วัดย่อย` alone on a row
_PAIRED = re.compile(r"(?P<above>[ก-ฮเ-ไA-Z“\"][^:\d]{3,60}?)\s+:\s+(?P<name>[ก-ฮเ-ไA-Z“\"][^:]{5,78})$")
_CLAUSE = rough(rf"\d{{1,2}}[.)]\s*{ADVICE}\S{{0,24}}$")  # `2. ข้อเสนอแนะ`: of the advice alone
_CODE = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?!\d)")
_NUMBER = re.compile(r"\d{1,2}")
_LEAST, _LEAST_BELOW, _MOST = 2, 3, 0.8  # entries, parted by a sign or not; and the share of those written alike
_ROOM = 0.12  # of a column's width: a name that ends so far before its right edge had room for its next word
_EARLY = 0.6  # of the names
_OF_A_PART = (  # `ชื่อ (ตัวชี้วัดหลัก: `
    r"[ก-ฮเ-ไA-Z“\"][^:(]{3,80}(?:\([^():]*\)\s*)?\((?:ตัวชี้วัด|มิติ|องค์ประกอบ|หมวด|ด้าน)(?:\s*หลัก)?\s*(?:ที่\s*\d{1,2})?\s*:?"
)
_WITH_PART = re.compile(rf"{_OF_A_PART}[^()]{{0,80}}\)?$")  # the bracket closed on the row or the next one
_WITH_PART_TOLD = re.compile(rf"{_OF_A_PART}[^()]{{2,80}}\)\s*(?P<text>\S.{{7,}})$")  # its advice behind it
_LONGEST = 80  # letters of a heading, or of a name alone on its row
_NO_NAME = re.compile(r"ควร|ให้|ขอ|(?:แจ้ง|ทราบ|เห็นชอบ|อนุมัติ|โทร|ไปรษณีย์|อีเมล|เว็บไซต์)")


@dataclass(frozen=True)
class _Entry:
    n: int
    sign: str
    name: str
    text: str  # empty where it stands below
    below: int = 0  # the row in which it begins there
    above: str = ""  # the indicator named before it, or behind a dash
    told: bool = False  # the name holds its text as well

    @property
    def head(self) -> str:
        """What is told of it before its text."""
        return f"{self.name} (ตัวชี้วัด: {self.above})" if self.above else self.name


def with_codes_made(rows: Sequence[Row]) -> tuple[list[Row], frozenset[str]]:
    """Return the rows with a code before each entry of such a list, and the codes; none where the paper holds none."""
    begun = next(
        (n + 1 for n, row in enumerate(rows) if announces_advice(rows, n) or _CLAUSE.match(row.text.strip())), len(rows)
    )
    ended = next((n for n in range(begun, len(rows)) if ends(rows[n].text.strip())), len(rows))
    entries = [entry for n in range(begun, ended) if (entry := _entry(n, rows))]
    rows_within = _in_one_column(rows)
    lists = at_one_edge(entries, rows_within, at=lambda entry: entry.n, style=lambda entry: entry.sign)
    kept, made = list(rows), set[str]()
    whole = (
        one
        for one in sorted(lists, key=lambda one: (bool(one[0].above), len(one)), reverse=True)
        if _is_list(one, rows_within[:ended])
    )
    for entry, code in _coded(next(whole, []), rows_within, begun):
        kept[entry.n] = headed(rows[entry.n], f"{BULLET} {code} {entry.head}{' : ' if entry.text else ''}", entry.text)
        made.add(code)
    return kept, frozenset(made)


def _in_one_column(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page's columns with their places told from the left edge of the first."""
    lefts = {
        column: min(row.x0 or 0.0 for row in rows if row.column == column)
        for column in {row.column for row in rows if row.column}
    }
    first = lefts.get(1, 0.0)
    return [_moved(row, first - lefts[row.column]) if row.column > 1 else row for row in rows]


def _moved(row: Row, by: float) -> Row:
    return replace(row, box=(row.box[0] + by, row.box[1], row.box[2] + by, row.box[3])) if row.box else row


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
        named = indicator_named(parted["text"]) if n + 1 < len(rows) and _deeper(rows[n], rows[n + 1]) else None
        text = "" if named else parted["text"]
        return _Entry(n, sign, parted["name"].strip(), text, n + 1 if named else 0, named or "")
    if found and _is_told_behind_its_part(found["rest"], rows[n : n + 3]):
        return _Entry(n, sign, found["rest"].strip(), "", told=True)
    if groups_indicators(text) or PART_TITLE.match(text) or ANNOUNCES.match(text):
        return None  # what heads such names
    if found:
        return _Entry(n, sign, found["rest"].strip(" :"), "", n + 1)
    if paired := _PAIRED.match(text) if _is_paired(n, rows) else None:
        return _Entry(n, "::", paired["name"].strip(), "", n + 1, paired["above"].strip())
    alone = (_NAME.match(text) or _WITH_PART.match(text)) and len(rows[n].parts) == 1 and _begins(n, rows)
    wraps = text.count("(") > text.count(")") and n + 1 < len(rows) and rows[n + 1].text.strip().endswith(")")
    entry = _Entry(n, sign, text, "", n + 1 + wraps)
    return entry if alone and _is_told_below(entry, rows) else None


def _is_told_behind_its_part(rest: str, rows: Sequence[Row]) -> bool:
    """Whether what stands behind an entry's sign goes on, in these rows, with its part in brackets and what is to be done."""
    found = _WITH_PART_TOLD.match(flow([replace(rows[0], text=rest), *rows[1:]]))
    return found is not None and says_to_do(found["text"])


def _is_paired(n: int, rows: Sequence[Row]) -> bool:
    """Whether below a row, which ends where another word had room, a paragraph says what is to be done."""
    row, below = rows[n], rows[n + 1] if n + 1 < len(rows) else None
    if below is None or len(row.parts) > 1 or not says_to_do(below.text.strip()):
        return False
    return not (row.box and below.box) or row.box[2] + _ROOM * (below.box[2] - row.box[0]) < below.box[2]


def _is_list(entries: Sequence[_Entry], rows: Sequence[Row]) -> bool:
    """Whether entries are names each told a text: behind a sign in most of them, or below all."""
    parted = [entry for entry in entries if entry.text or entry.told]
    if any(_NO_NAME.match(entry.name) for entry in entries if entry in parted or not parted):
        return False
    if parted:
        return len(parted) >= max(_LEAST, _MOST * len(entries))
    if entries[0].above:
        return len(entries) >= _LEAST_BELOW
    told = all(_is_told_below(entry, rows) for entry in entries)
    return (
        len(entries) >= _LEAST_BELOW
        and told
        and _end_early(entries, rows)
        and (bool(entries[0].sign) or _are_all(entries, rows))
    )


def _is_told_below(entry: _Entry, rows: Sequence[Row]) -> bool:
    """Whether a text stands right below a name, led in or deeper."""
    if entry.below >= len(rows) or (len(entry.name) >= _LONGEST and not _WITH_PART.match(entry.name)):
        return False
    name, below = rows[entry.n], rows[entry.below]
    text = below.text.strip()
    if _ENTRY.match(text) or PART_TITLE.match(text):
        return False
    return lead_end(text) is not None or (below.page == name.page and _deeper(name, below))


def _end_early(entries: Sequence[_Entry], rows: Sequence[Row]) -> bool:
    """Whether most names end as no row of a paragraph does: where another word had room, in their indicator, or above a lead-in."""
    heads = [(entry, rows[entry.n], rows[entry.below]) for entry in entries]
    right = max((row.box[2] for _, *both in heads for row in both if row.box), default=0.0)
    early = [
        _WITH_PART.match(entry.name) is not None
        or lead_end(below.text.strip()) is not None
        or (name.box is not None and name.box[2] + _ROOM * (right - name.box[0]) < right)
        for entry, name, below in heads
    ]
    return sum(early) >= _EARLY * len(early)


def _begins(n: int, rows: Sequence[Row]) -> bool:
    """Whether a row is no row of a paragraph above it: that is a part's title, stands to its left or deeper, or on another page."""
    if not n:
        return False
    if rows[n - 1].page != rows[n].page or PART_TITLE.match(rows[n - 1].text.strip()):
        return True
    above, row, below = rows[n - 1].box, rows[n].box, rows[n + 1].box if n + 1 < len(rows) else None
    if not (above and row and below):
        return True
    return abs(above[0] - row[0]) > INDENT / 2 or above[2] + _ROOM * (below[2] - row[0]) < below[2]


def _are_all(entries: Sequence[_Entry], rows: Sequence[Row]) -> bool:
    """Whether names without a sign stand above nearly all paragraphs that begin where those below them do."""
    edges = [rows[entry.below].x0 or 0.0 for entry in entries]
    span = rows[entries[0].n : entries[-1].below + 1]
    begun = [
        row for above, row in pairwise(span) if _deeper(above, row) and abs((row.x0 or 0.0) - edges[0]) < INDENT / 2
    ]
    level = all(abs(edge - edges[0]) < INDENT / 2 for edge in edges)
    return level and len(entries) >= _MOST * len(begun)


def _deeper(above: Row, row: Row) -> bool:
    beside = above.x0 is None or row.x0 is None or above.column != row.column
    return not beside and (row.x0 or 0.0) > (above.x0 or 0.0) + INDENT / 2


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

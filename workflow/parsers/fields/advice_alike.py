"""Items that only their own repetition tells: numbers and names alone above texts, and indicators printed before the codes. Pure.

An advice may begin with any word. A list is known by what it repeats: codes that do not count as the paper's clauses do, each with
a name, and each followed by a text of its own. Codes that do count so are items where the paper is headed as one of advice
(`advice_announced`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.parsers.fields.advice_announced import are_announced
from workflow.parsers.fields.advice_headings import INDICATORS, groups_indicators, indicator_named, is_group_title
from workflow.parsers.fields.advice_items import SAID, is_prose, item_of
from workflow.parsers.fields.advice_layout import Layout
from workflow.parsers.fields.advice_leads import ADVICE, ends, lead_end
from workflow.parsers.fields.advice_names import first_below, split_indicator
from workflow.parsers.fields.advice_rows import INDENT, at_one_edge, headed
from workflow.parsers.fields.advice_shapes import is_spread
from workflow.parsers.rows import BULLET, Row, flow
from workflow.parsers.skeleton import SAME, alike, rough

_BARE = re.compile(r"^[(\[]?(?P<code>\d{1,2}\.\d{1,2})\.?(?:\s*[:)\]–—-])?\s+(?P<rest>[^\d\s].+)$")
_WORD = r"(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*)"
_BEFORE = re.compile(
    rf"^(?:[-–•*]\s*|\d+(?:\.\d+)+[.)]?\s+|\(?\d{{1,2}}[.)]\s+)?(?P<above>[^\s\d:–—][^:–—]{{2,80}}?)"
    rf"\s*(?:[:–—]|\s-\s)\s*{_WORD}?(?P<code>\d{{1,2}}\.\d{{1,2}})\.?\s+(?P<rest>[^\d\s].+)$"
)
_CLAUSE = re.compile(rf"^(?:(?!{INDICATORS})[ก-๙]{{0,16}}(?:ที่|ข้อ)\s*)?(?P<number>\d{{1,2}})[.)]?\s+\D")
_SPEAKS = rough(rf"{ADVICE}|แนะนำ|เสนอแนะ|ตัวชี้วัด\S{{0,8}}\s*(?:ควร|ต้อง)")
_BEHIND = re.compile(r"(?:\s[:–—-]|:)\s(?P<told>.+)$")
_MARKS = re.compile(r"\d\.\d{2}|คะแนน")  # what was reached, and nothing to be done
_LETTERS = re.compile(r"[ก-ฮA-Za-z]")
_LONGEST, _SHORT, _ABOVE = 90, 10, 60  # letters: of a name, of an advice, of an indicator
_LEAST = 2


@dataclass(frozen=True)
class _Line:
    n: int
    code: str
    rest: str
    above: str = ""  # the indicator printed before the code

    @property
    def name(self) -> str:
        found = _BEHIND.search(self.rest)
        return self.rest[: found.start()] if found else self.rest

    @property
    def behind(self) -> str:
        found = _BEHIND.search(self.rest)
        return found["told"] if found else ""


def with_alike(rows: Sequence[Row], layout: Layout) -> list[Row]:
    """Return the rows with those made plain items that stand in a list of their like, and the text of each a paragraph of its own."""
    kept = list(rows)
    spoken = next((n for n in range(len(rows)) if _SPEAKS.search(flow(rows[max(0, n - 1) : n + 1]))), len(rows))
    for lines in (_before(rows, spoken), *at_one_edge(_bare(rows, layout, spoken), rows, at=lambda line: line.n)):
        heads = {line.n for line in lines}
        told = [line for line in lines if _told(line, rows, heads)]
        if len(told) < _LEAST or len({line.code for line in told}) < len(told) or not _is_list(lines, told, rows):
            continue
        parted = any(line.behind for line in told)  # a name without the sign goes on below
        for line in told:
            kept[line.n] = _plain(rows[line.n], line)
            first = first_below(line.n, rows)
            if not parted and _begins_there(line.n, first, rows, layout, heads):
                kept[first] = replace(rows[first], blank_before=1)
    return kept


def _before(rows: Sequence[Row], spoken: int) -> list[_Line]:
    """Return the lines that print an indicator, a sign, and a code with its name."""
    found = []
    for n, text in _texts(rows, spoken):
        line = _BEFORE.match(text)
        above = _indicator(line["above"]) if line and lead_end(text) is None and not item_of(text, []) else ""
        if line and above and len(above) < _ABOVE:
            found.append(_Line(n, line["code"], line["rest"], above))
    return [line for line in found if _is_name(line)]


def _indicator(printed: str) -> str:
    """Return the indicator printed before a code, without the word for its kind; empty where the words say what is like or to be done."""
    named = indicator_named(printed if printed.startswith("ตัวชี้วัด") else f"ตัวชี้วัด{printed}") or ""
    return "" if groups_indicators(printed) or re.search(r"\d", named) else named


def _bare(rows: Sequence[Row], layout: Layout, spoken: int) -> list[_Line]:
    """Return the lines that begin a paragraph with a code and a name; one below a full line must stand alone, and farther out."""
    found = [_Line(n, m["code"], m["rest"]) for n, text in _texts(rows, spoken) if (m := _BARE.match(text))]
    return [line for line in found if _is_name(line) and (line.n in layout.starts or _alone(line.n, rows, layout))]


def _texts(rows: Sequence[Row], spoken: int) -> Iterator[tuple[int, str]]:
    """Yield the lines below the words that speak of advice; a name in several columns is of a table, read as one."""
    for n in range(spoken, len(rows)):
        if not is_spread(rows[n]):
            yield n, rows[n].text.strip()


def _is_name(line: _Line) -> bool:
    told = is_prose(line.name) or SAID.search(line.name) or is_group_title(line.name) or item_of(line.rest, [])
    return not told and len(line.name) < _LONGEST


def _alone(n: int, rows: Sequence[Row], layout: Layout) -> bool:
    above, own = rows[n - 1].x0, rows[n].x0
    out = own is not None and above is not None and own < above - INDENT
    return out and n in layout.short and n + 1 in layout.starts


def _told(line: _Line, rows: Sequence[Row], heads: set[int]) -> bool:
    """Whether a text of its own follows the name, behind a sign or below, which is no mark."""
    first = first_below(line.n, rows)
    text = rows[first].text.strip() if first < len(rows) and first not in heads else ""
    text = "" if ends(text) or _BARE.match(text) or _BEFORE.match(text) or item_of(text, []) else text
    told = f"{line.behind} {text}"
    return len(_LETTERS.findall(told)) > _SHORT and not _MARKS.search(told)


def _is_list(lines: Sequence[_Line], told: Sequence[_Line], rows: Sequence[Row]) -> bool:
    """Whether lines are items: each names its indicator, or all are told and few of them count as clauses of the paper do."""
    if told[0].above:
        return _agree(told)
    if all(_names_its_indicator(line, rows) for line in told):
        return True
    clauses = _clauses(rows)
    untold = [line for line in lines if line not in told and line.n not in clauses]
    counting = sum(line.n in clauses for line in told)
    if not untold and counting * 2 < len(told) and not _counts(told, rows):
        return True
    return not untold and are_announced([(line.n, line.code) for line in told], rows)


def _agree(lines: Sequence[_Line]) -> bool:
    """Whether what is printed before the codes is one where they begin alike, and another where they do not."""
    return all(
        (alike(one.above, other.above) >= SAME) == (one.code.split(".")[0] == other.code.split(".")[0])
        for one, other in pairwise(sorted(lines, key=lambda line: line.code))
    )


def _names_its_indicator(line: _Line, rows: Sequence[Row]) -> bool:
    bracketed = line.name.endswith(")") and split_indicator(line.name)[1] is not None
    return bracketed or first_below(line.n, rows) > line.n + 1


def _clauses(rows: Sequence[Row]) -> set[int]:
    """Return the rows whose codes count on below the numbered part of the paper they stand in: 3.1, 3.2 under 3."""
    part, last, found = 0, 0, set()
    for n, row in enumerate(rows):
        if title := _CLAUSE.match(row.text.strip()):
            part, last = int(title["number"]), 0
        elif line := _BARE.match(row.text.strip()):
            first, second = _numbers(line["code"])
            if first == part and second == last + 1:
                last = second
                found.add(n)
    return found


def _counts(lines: Sequence[_Line], rows: Sequence[Row]) -> bool:
    """Whether the codes only count on from a first one (1.1, 1.2, 2.1), as a paper's own clauses do."""
    part, first = _numbers(lines[0].code)
    begun = first == 1 or any(row.text.strip().startswith(f"{part}.{first - 1} ") for row in rows)
    steps = pairwise(_numbers(line.code) for line in lines)
    return begun and all(to in {(at[0], at[1] + 1), (at[0] + 1, 1)} for at, to in steps)


def _numbers(code: str) -> tuple[int, int]:
    first, second = code.split(".")
    return int(first), int(second)


def _begins_there(n: int, first: int, rows: Sequence[Row], layout: Layout, heads: set[int]) -> bool:
    """Whether the row below a name begins its advice: always in a text without places; below a full row where no name ends in it."""
    if first >= len(rows) or rows[first].box is None:
        return first < len(rows)
    last = first + 1 in heads or first + 1 not in layout.starts
    return first == n + 1 and first not in layout.starts and last


def _plain(row: Row, line: _Line) -> Row:
    head = f"{BULLET} ด้าน {line.above} ตัวชี้วัดย่อย {line.code} " if line.above else f"{BULLET} {line.code} "
    return headed(row, head, line.rest)

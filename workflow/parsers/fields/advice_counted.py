"""Clauses that count the items of a list (2.1, 2.2 …) before their own codes: `2.1 ข้อมูลเปิด (4.3)` tells 4.3. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workflow.parsers.fields.advice_items import SAID, is_prose
from workflow.parsers.fields.advice_rows import headed
from workflow.parsers.rows import BULLET, Row

_COUNT = re.compile(r"^(?P<part>\d{1,2}(?:\.\d{1,2}){0,2})\.(?P<count>\d{1,2})[.)]?\s+(?P<rest>\D.*)$")
_CODE = re.compile(
    r"(?:ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*|[(\[]\s*(?:(?:ตัวชี้วัด(?:ย่อย)?|รหัส|ข้อ)\s*(?:ที่)?\s*)?)(?P<code>\d{1,2}\.\d{1,2})(?![\d.]\d)"
)
_LONGEST = 90  # letters before the code
_Line = tuple[int, str, int, str, str]  # row, part, count, code, what follows the count


def without_counts(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a bullet for each clause's number where clauses that count on each tell a code of their own."""
    kept = list(rows)
    lines = [line for n, row in enumerate(rows) if (line := _line(n, row))]
    for run in _runs(lines):
        if len({line[3] for line in run}) == len(run) > 1 and any(f"{line[1]}.{line[2]}" != line[3] for line in run):
            for line in run:
                kept[line[0]] = headed(rows[line[0]], f"{BULLET} ", line[4])
    return kept


def _runs(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return the lines in runs that count on from one to the next."""
    runs = [[line] for line in lines[:1]]
    for one, other in pairwise(lines):
        if one[1] == other[1] and other[2] == one[2] + 1:
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs


def _line(n: int, row: Row) -> _Line | None:
    found = _COUNT.match(row.text.strip())
    code = _CODE.search(found["rest"]) if found else None
    if not found or not code or code.start() > _LONGEST:
        return None
    before = found["rest"][: code.start()]
    told = is_prose(before) or SAID.search(before)
    return None if told else (n, found["part"], int(found["count"]), code["code"], found["rest"])

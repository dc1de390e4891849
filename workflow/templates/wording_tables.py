"""Tables and charts in a wording file: `|= a | b` the header, `| x | y` a row; `~ label | value | average` a bar; `|^`, `~^` a caption.

Lines of one sign in a row, empty ones between them apart, are one table or chart. A bar inside a fact is text, never a border.
"""

import re
from collections.abc import Iterator, Sequence

from workflow.core.document import Bar, Block
from workflow.core.thai_digits import to_arabic

BAR_OF_FACT = "\ue001"
"""Stands for a `|` that a fact brought along."""
TABLE, CHART = "|", "~"
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")


class RowError(ValueError):
    """A row that fits no table or chart: its message names the row in Thai."""


def gathered(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield every line by itself, but the lines of a table or chart together; a caption or a header begins a new one."""
    held: list[str] = []
    for line in lines:
        sign = line[0]
        goes_on = bool(held) and sign in (TABLE, CHART) and held[0][0] == sign
        if held and not (goes_on and not _begins(line, held)):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _begins(line: str, held: Sequence[str]) -> bool:
    """Return whether a line opens a table of its own: a caption does, and a header that has more than a caption above it."""
    return line[1:2] == "^" or (line.startswith(f"{TABLE}=") and not all(one[1:2] == "^" for one in held))


def drawn_block(lines: Sequence[str]) -> Block:
    """Return the table or chart the lines describe; texts as they were printed, marks of facts still in them."""
    captions = [line[2:] for line in lines if line[1:2] == "^"]
    rows = [line for line in lines if line[1:2] != "^"]
    caption = captions[0] if captions else ""
    if lines[0][0] == TABLE:
        return Block("table", caption, cells=_cells(rows))
    if not rows:
        raise RowError("แผนภูมิไม่มีแถวข้อมูล")
    return Block("chart", caption, bars=tuple(_bar(n, row) for n, row in enumerate(rows, 1)))


def _cells(rows: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    if not rows or not rows[0].startswith(f"{TABLE}="):
        raise RowError("ตารางไม่มีแถวหัว (บรรทัดที่ขึ้นต้นด้วย |=)")
    header, *others = (tuple(row.removeprefix(TABLE).removeprefix("=").split("|")) for row in rows)
    for n, cells in enumerate(others, 1):
        if len(cells) != len(header):
            raise RowError(f"ตารางแถวที่ {n} มี {len(cells)} ช่อง แต่หัวตารางมี {len(header)} ช่อง: {plain(rows[n])}")
    return (header, *others)


def _bar(n: int, row: str) -> Bar:
    parts = row.removeprefix(CHART).split("|")
    if len(parts) > 3:
        raise RowError(f"แผนภูมิแถวที่ {n} มีเกิน 3 ช่อง (ชื่อ | ค่า | ค่าเฉลี่ย): {plain(row)}")
    value, average = (_score(n, row, text) for text in (*parts[1:], "", "")[:2])
    return Bar(parts[0], value, average)


def _score(n: int, row: str, text: str) -> float | None:
    number = to_arabic(plain(text))
    if not number:
        return None
    if not _NUMBER.fullmatch(number) or float(number) > 100:
        raise RowError(f"แผนภูมิแถวที่ {n} ค่า “{plain(text)}” ไม่ใช่ตัวเลขระหว่าง 0 ถึง 100: {plain(row)}")
    return float(number)


def plain(text: str) -> str:
    """Return a printed text without the marks of facts."""
    return re.sub("[\ue000-\uf8ff]", "", text.replace(BAR_OF_FACT, "|")).strip()

"""Who stands under whom: the chain of command (`parent` in units.csv, or dated in lines.csv) and the lines along which a unit is asked.

A re-organisation closes one line of command and opens another: the row in lines.csv counts on its days, `parent` on all others.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import cast, get_args

from workflow.core.org import CHAIN_OF_COMMAND, Edge, ParentKind, Unit
from workflow.core.thai_digits import to_thai
from workflow.store.office_csv import SPAN, Columns, Row, known_in, read_rows

LINES = Columns(("child", "parent", "kind"), SPAN)
DAY = timedelta(days=1)
Dated = tuple[Row, Edge]


def read_lines(path: Path, units: Sequence[tuple[Row, Unit]]) -> tuple[Edge, ...]:
    """Return every line, those of command first; ConfigError for a ring of command or two commands on one day. The file may be missing."""
    known = {unit.code: row for row, unit in units}
    lines = [(row, _line(row, known)) for row in (read_rows(path, LINES) if path.exists() else ())]
    dated: dict[str, list[Dated]] = {}
    for row, edge in lines:
        if edge.kind == CHAIN_OF_COMMAND:
            dated.setdefault(edge.child, []).append((row, edge))
    commands = [(row, edge) for row, unit in units for row, edge in _commands(row, unit.code, dated, known)]
    _no_rings(commands)
    return (*(edge for _, edge in commands), *(edge for _, edge in lines if edge.kind != CHAIN_OF_COMMAND))


def _line(row: Row, known: Mapping[str, Row]) -> Edge:
    kind = row.text("kind")
    if kind not in get_args(ParentKind):
        raise row.place.error(f"ช่อง kind “{kind}” ใช้ไม่ได้", f"เขียนคำใดคำหนึ่ง: {', '.join(get_args(ParentKind))}")
    if kind == CHAIN_OF_COMMAND and row.span() == (None, None):
        raise row.place.error("สายบังคับบัญชาไม่มีวันเริ่มหรือวันสิ้นสุด", "สายที่ไม่เปลี่ยนตามเวลาให้เขียนที่ช่อง parent ของ units.csv")
    ends = known_in(row, "child", known, "หน่วย"), known_in(row, "parent", known, "หน่วย")
    return Edge(*ends, cast(ParentKind, kind), *row.span())


def _commands(row: Row, code: str, dated: Mapping[str, list[Dated]], known: Mapping[str, Row]) -> Iterator[Dated]:
    """Yield the unit's lines of command: its dated ones, and its `parent` on the days that those leave free."""
    if row.optional("successor"):
        known_in(row, "successor", known, "หน่วย")
    above = known_in(row, "parent", known, "หน่วย") if row.optional("parent") else None
    own = sorted(dated.get(code, ()), key=lambda pair: pair[1].valid_from or date.min)
    for (row_before, before), (after_row, after) in pairwise(own):
        if before.valid_to is None or (after.valid_from or date.min) <= before.valid_to:
            line = to_thai(row_before.place.line)
            raise after_row.place.error(
                f"หน่วย “{code}” มีสายบังคับบัญชาซ้อนวันกับบรรทัด {line}", "แก้ valid_from หรือ valid_to ไม่ให้ซ้อนกัน"
            )
    yield from own
    if above:
        yield from ((row, Edge(code, above, CHAIN_OF_COMMAND, *span)) for span in _free([edge for _, edge in own]))


def _free(taken: Sequence[Edge]) -> Iterator[tuple[date | None, date | None]]:
    """Yield the spans that the lines, in order and without overlap, leave free."""
    start: date | None = None
    for number, edge in enumerate(taken):
        if edge.valid_from and (number == 0 or (start and start < edge.valid_from)):
            yield start, edge.valid_from - DAY
        if edge.valid_to is None:
            return
        start = edge.valid_to + DAY
    yield start, None


def _no_rings(commands: Sequence[Dated]) -> None:
    """Follow every unit upward on each day on which a line of command begins; one set of days where none is dated."""
    for on in sorted({edge.valid_from or date.min for _, edge in commands}):
        above = {edge.child: (row, edge.parent) for row, edge in commands if edge.exists_on(on)}
        sound: set[str] = set()
        for code in above:
            _climb(code, above, sound)


def _climb(code: str, above: Mapping[str, tuple[Row, str]], sound: set[str]) -> None:
    path = [code]
    while path[-1] in above and path[-1] not in sound:
        _, parent = above[path[-1]]
        if parent in path:
            raise above[code][0].place.error(
                f"สายบังคับบัญชาวนเป็นวง: {' → '.join([*path, parent])}", "แก้ช่อง parent ให้ขึ้นไปถึงหน่วยสูงสุด"
            )
        path.append(parent)
    sound.update(path)

"""Lines: rings of work or coordination, lines twice, lines on days on which a unit at one of their ends does not exist."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from workflow.core.org import ASKING_LINES, CHAIN_OF_COMMAND, Edge, OrgChart, ParentKind, Unit
from workflow.core.thai_date import short
from workflow.routing.checks.doubt import ChartDoubt, overlap, warning

TABLE = "lines.csv"


def check(chart: OrgChart, on: date) -> Iterator[ChartDoubt]:
    """Yield the doubts about lines on that day; a ring of command is refused at loading already."""
    for kind in ASKING_LINES:
        yield from _rings(chart, kind, on)
    yield from _twice(chart)
    for edge in chart.edges:
        if edge.valid_from or edge.valid_to:
            yield from _outside(edge, (chart.unit(edge.child), chart.unit(edge.parent)))


def _rings(chart: OrgChart, kind: ParentKind, on: date) -> Iterator[ChartDoubt]:
    above: dict[str, list[str]] = {}
    for edge in chart.edges:
        if edge.kind == kind and edge.exists_on(on):
            above.setdefault(edge.child, []).append(edge.parent)
    sound: set[str] = set()
    for start in above:
        if ring := _ring(start, above, sound):
            yield warning(
                "chart.ring", f"{kind}วนเป็นวง: {' → '.join(ring)}", "ลบบรรทัดใดบรรทัดหนึ่งในวงนี้", TABLE, ring[0], ring[1], kind,
            )  # fmt: skip


def _ring(start: str, above: Mapping[str, Sequence[str]], sound: set[str]) -> list[str] | None:
    """Climb every way from a unit; return the first ring met, and keep what is known to lead to none."""
    path: list[str] = [start]
    ways = [iter(above.get(start, ()))]
    while path:
        step = next(ways[-1], None)
        if step is None:
            sound.add(path.pop())
            ways.pop()
        elif step in path:
            found = [*path[path.index(step) :], step]
            sound.update(path)
            return found
        elif step not in sound:
            path.append(step)
            ways.append(iter(above.get(step, ())))
    return None


def _twice(chart: OrgChart) -> Iterator[ChartDoubt]:
    seen: dict[tuple[str, str, str], Edge] = {}
    for edge in chart.edges:
        key = (edge.child, edge.parent, edge.kind)
        first = seen.setdefault(key, edge)
        if first is not edge and edge.kind != CHAIN_OF_COMMAND and overlap(first, edge):
            yield warning(
                "chart.line_twice", f"{edge.kind}จาก {edge.child} ถึง {edge.parent} เขียนไว้สองบรรทัดในเวลาเดียวกัน",
                "ลบบรรทัดใดบรรทัดหนึ่ง หรือแก้วันที่ไม่ให้ซ้อนกัน", TABLE, *key,
            )  # fmt: skip


def _outside(edge: Edge, ends: Sequence[Unit]) -> Iterator[ChartDoubt]:
    """A line that begins before, or ends after, one of its units; the days that `parent` in units.csv leaves open are no line."""
    for unit in ends:
        early = edge.valid_from and unit.valid_from and edge.valid_from < unit.valid_from
        late = edge.valid_to and unit.valid_to and edge.valid_to > unit.valid_to
        if early or late:
            day = (
                f"เริ่ม {short(unit.valid_from)}"
                if early and unit.valid_from
                else f"สิ้นสุด {short(unit.valid_to or date.max)}"
            )
            yield warning(
                "chart.line_outside", f"{edge.kind}จาก {edge.child} ถึง {edge.parent} อยู่นอกช่วงที่มีหน่วย {unit.code} ({day})",
                "แก้ valid_from หรือ valid_to ของบรรทัดนี้ให้อยู่ในช่วงของหน่วย", TABLE, edge.child, edge.parent, edge.kind,
            )  # fmt: skip

"""Reading how an office reminds where it is not the ordinary way: `ladders.csv` (a unit's own rungs), `channels.csv` (who is written to how).

Both may be missing. A mistake is a ConfigError that names the file and the line.
"""

from pathlib import Path

from workflow.core.office import Way
from workflow.core.org import OrgChart
from workflow.core.reminder import PAPERS, STAMPED, Overrides, Rung
from workflow.core.thai_digits import to_arabic
from workflow.store.office_csv import Columns, Row, keyed, read_rows

LADDERS = Columns(("unit", "rung", "working_days"), ("urgency", "escalate", "paper"))
CHANNELS = Columns(("for", "channel"), ("address",))
KNOWN_CHANNELS = ("mail", "line", "webhook")


def read_overrides(path: Path, chart: OrgChart, by_urgency: tuple[tuple[str, tuple[Rung, ...]], ...]) -> Overrides:
    """Return the office's ladders that are not the ordinary one; the rows of one unit and urgency are one ladder."""
    rows = [(row, _rung(row)) for row in (read_rows(path, LADDERS) if path.exists() else ())]
    keyed([(row, (*_whose(row, chart), rung.name)) for row, rung in rows], lambda key: key, "ขั้นการเตือน")
    ladders: dict[tuple[str, str | None], list[Rung]] = {}
    for row, rung in rows:
        ladders.setdefault(_whose(row, chart), []).append(rung)
    by_unit = (
        (unit, urgency, tuple(sorted(rungs, key=lambda r: r.working_days)))
        for (unit, urgency), rungs in ladders.items()
    )
    return Overrides(by_urgency, tuple(by_unit))


def read_ways(path: Path, chart: OrgChart) -> dict[str, tuple[Way, ...]]:
    """Return the channels by post or unit; ConfigError for one that nobody knows, or that needs an address and has none."""
    found: dict[str, tuple[Way, ...]] = {}
    for row in read_rows(path, CHANNELS) if path.exists() else ():
        whose, way = row.text("for"), Way(row.text("channel"), row.optional("address") or "")
        if whose not in chart.post_by_code and whose not in chart.unit_by_code:
            raise row.place.error(f"ช่อง for ไม่รู้จักตำแหน่งหรือหน่วย “{whose}”", "ใช้ค่าในช่อง code ของ posts.csv หรือ units.csv")
        if way.channel not in KNOWN_CHANNELS:
            raise row.place.error(f"ช่อง channel “{way.channel}” ใช้ไม่ได้", f"เขียน {', '.join(KNOWN_CHANNELS)}")
        if way.channel != "mail" and not way.address:
            raise row.place.error("ช่อง address ว่างอยู่", "กรอกรหัสผู้ใช้ LINE หรือที่อยู่ของ webhook")
        found[whose] = (*found.get(whose, ()), way)
    return found


def _rung(row: Row) -> Rung:
    days = to_arabic(row.text("working_days"))
    if not days.removeprefix("-").isdigit():
        raise row.place.error(f"ช่อง working_days “{days}” ไม่ใช่จำนวนเต็ม", "เขียนเช่น -1 หรือ 5")
    paper = row.optional("paper") or STAMPED
    if paper not in PAPERS:
        raise row.place.error(f"ช่อง paper “{paper}” ใช้ไม่ได้", f"เขียน {' หรือ '.join(PAPERS)}")
    return Rung(row.text("rung"), int(days), row.flag("escalate"), paper)


def _whose(row: Row, chart: OrgChart) -> tuple[str, str | None]:
    unit = row.text("unit")
    if unit not in chart.unit_by_code:
        raise row.place.error(f"ช่อง unit ไม่รู้จักหน่วย “{unit}”", "ใช้ค่าในช่อง code ของ units.csv")
    return unit, row.optional("urgency")

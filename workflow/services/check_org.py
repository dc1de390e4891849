"""Look an office's chart over as of a day: every doubt with the file and the line to open."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from workflow.core.office import Office
from workflow.routing.checks import ChartDoubt, check_chart
from workflow.routing.checks.doubt import warning
from workflow.store.chart_places import places
from workflow.store.office_csv import Place


@dataclass(frozen=True)
class PlacedDoubt:
    """A doubt about a chart and where its row stands: `config/police/units.csv บรรทัด ๑๒`."""

    code: str
    severity: str
    message: str
    next_step: str
    file: str
    line: int | None
    where: str


def check_org(office: Office, folder: Path, on: date) -> tuple[PlacedDoubt, ...]:
    """Return the doubts about the office whose tables lie in `folder`, those that need somebody first; nothing is written."""
    table = cache(lambda name: places(folder, name))
    doubts = [*_owners(office), *check_chart(office.chart, on)]
    placed = [_placed(doubt, table(doubt.table).get(doubt.key), folder) for doubt in doubts]
    return tuple(sorted(placed, key=lambda doubt: doubt.severity != "warning"))


def _owners(office: Office) -> list[ChartDoubt]:
    """Owners of the survey's matter write memos, so they number them."""
    silent = (unit for unit in office.owner_units if not office.chart.unit(unit).can_issue_number)
    return [
        warning(
            "chart.owner",
            f"หน่วย {unit} เป็นเจ้าของเรื่องใน office.yaml แต่ออกเลขหนังสือไม่ได้",
            "กรอก number_prefix ใน units.csv หรือเปลี่ยนเจ้าของเรื่อง",
            "units.csv",
            unit,
        )
        for unit in silent
    ]


def _placed(doubt: ChartDoubt, place: Place | None, folder: Path) -> PlacedDoubt:
    where = place or Place(folder / doubt.table)
    return PlacedDoubt(
        doubt.code,
        doubt.severity,
        doubt.message,
        doubt.next_step,
        doubt.table,
        where.line if place else None,
        str(where),
    )

"""The files a unit handed in, each with how far it has come, as the intake page lists them."""

from dataclasses import dataclass
from datetime import datetime

from workflow.core.intake import IntakeState
from workflow.core.reading import Severity
from workflow.core.working_as import WorkingAs
from workflow.services.desk import Desk
from workflow.services.page_views import progress
from workflow.services.take_in import folder_of
from workflow.store.intake_tables import IntakeRow
from workflow.store.intakes import intakes

SHOWN = 100


@dataclass(frozen=True)
class IntakeLine:
    """One file of the list; `progress` while it is being read, `doubts` by how grave they are once it was."""

    id: int
    file_name: str
    size: int
    by: str
    came_at: datetime
    state: str
    state_thai: str
    subject: str
    pages: int
    progress: str
    trouble: str
    next_step: str
    errors: int
    warnings: int
    matter: int | None


def show_intakes(desk: Desk, who: WorkingAs) -> tuple[IntakeLine, ...]:
    """Return the newest files of the unit somebody works in."""
    with desk.store.read() as session:
        rows = intakes(session, who.office, who.unit, most=SHOWN)
    return tuple(_line(desk, row) for row in rows)


def _line(desk: Desk, row: IntakeRow) -> IntakeLine:
    waiting = row.state == IntakeState.WAITING
    return IntakeLine(
        id=row.id or 0, file_name=row.file_name, size=row.size, by=row.by, came_at=row.came_at, state=row.state,
        state_thai=IntakeState(row.state).thai, subject=row.subject, pages=row.pages,
        progress=progress(folder_of(desk, row.sha256)) if waiting else "", trouble=row.trouble, next_step=row.next_step,
        errors=_doubts(row, "error"), warnings=_doubts(row, "warning"), matter=row.matter_id,
    )  # fmt: skip


def _doubts(row: IntakeRow, severity: Severity) -> int:
    return sum(found["severity"] == severity for found in row.reading.get("findings", ()))

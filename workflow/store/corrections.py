"""Corrections people made, kept beside the readings they correct."""

from sqlmodel import Session, col, select

from workflow.core.correction import Correction, corrected
from workflow.core.reading import Reading
from workflow.store.json_shapes import reading_from
from workflow.store.tables import CorrectionRow, MatterRow


def corrections_of(session: Session, matter_id: int) -> list[Correction]:
    """Return a matter's corrections in the order they were made."""
    where = CorrectionRow.matter_id == matter_id
    return [
        _correction(row) for row in session.exec(select(CorrectionRow).where(where).order_by(col(CorrectionRow.id)))
    ]


def corrected_matters(session: Session) -> list[MatterRow]:
    """Return every matter that somebody corrected, oldest first."""
    numbers = select(CorrectionRow.matter_id).distinct()
    return list(session.exec(select(MatterRow).where(col(MatterRow.id).in_(numbers)).order_by(col(MatterRow.id))))


def in_force(corrections: list[Correction]) -> list[Correction]:
    """Return the last correction of each field, in the order of the papers."""
    last = {(made.paper, made.field): made for made in corrections}
    return sorted(last.values(), key=lambda made: (made.paper, made.field))


def reading_in_force(session: Session, row: MatterRow) -> Reading:
    """Return a matter's reading as people have corrected it; the reading kept stays as it is."""
    return corrected(reading_from(row.reading), corrections_of(session, row.id or 0))


def keep(session: Session, matter_id: int, made: Correction) -> None:
    """Add a correction; none is ever changed or removed."""
    row = CorrectionRow(
        matter_id=matter_id, paper=made.paper, field=made.field, value=made.value, by=made.by, at=made.at,
        was=made.was, printed=made.printed, page=made.page, box=list(made.box) if made.box else None,
    )  # fmt: skip
    session.add(row)


def _correction(row: CorrectionRow) -> Correction:
    box = (row.box[0], row.box[1], row.box[2], row.box[3]) if row.box else None
    return Correction(row.paper, row.field, row.value, row.by, row.at, row.was, row.printed, row.page, box)

"""Questions about files that were handed in."""

from datetime import date

from sqlmodel import Session, col, select

from workflow.core.errors import NotFound
from workflow.core.intake import IntakeState
from workflow.core.register import Book, EntryKind
from workflow.core.thai_digits import to_thai
from workflow.store.intake_tables import IntakeRow
from workflow.store.tables import EntryRow


def intake(session: Session, number: int) -> IntakeRow:
    """Return a file that was handed in, locked until the transaction ends; NotFound otherwise."""
    row = session.exec(select(IntakeRow).where(IntakeRow.id == number).with_for_update()).first()
    if row is None:
        raise _no_intake(number)
    return row


def look_at_intake(session: Session, number: int) -> IntakeRow:
    """Return a file that was handed in to look at, without a lock; NotFound otherwise."""
    row = session.get(IntakeRow, number)
    if row is None:
        raise _no_intake(number)
    return row


def _no_intake(number: int) -> NotFound:
    return NotFound(f"ไม่พบแฟ้มรับเข้าที่ {to_thai(number)}", next_step="เลือกจากรายการในหน้ารับหนังสือเข้า")


def intake_of_file(session: Session, office: str, unit: str, sha256: str) -> IntakeRow | None:
    """Return what this unit handed in with these very bytes."""
    where = (IntakeRow.office == office, IntakeRow.unit == unit, IntakeRow.sha256 == sha256)
    return session.exec(select(IntakeRow).where(*where).with_for_update()).first()


def intakes(session: Session, office: str, unit: str, *, most: int) -> list[IntakeRow]:
    """Return a unit's files, the newest first."""
    where = (IntakeRow.office == office, IntakeRow.unit == unit)
    return list(session.exec(select(IntakeRow).where(*where).order_by(col(IntakeRow.id).desc()).limit(most)))


def to_review(session: Session, office: str, unit: str, most: int) -> list[IntakeRow]:
    """Return a unit's files that were read and not yet entered, the oldest first."""
    where = (IntakeRow.office == office, IntakeRow.unit == unit, IntakeRow.state == IntakeState.READ)
    return list(session.exec(select(IntakeRow).where(*where).order_by(col(IntakeRow.id)).limit(most)))


def next_to_review(session: Session, row: IntakeRow) -> int | None:
    """Return the unit's next file that was read and not yet entered: the one after this, else the oldest; None when none is left."""
    where = (IntakeRow.office == row.office, IntakeRow.unit == row.unit, IntakeRow.state == IntakeState.READ)
    others = session.exec(select(IntakeRow.id).where(*where, IntakeRow.id != row.id).order_by(col(IntakeRow.id))).all()
    after = [number for number in others if number and number > (row.id or 0)]
    return next(iter((*after, *(number for number in others if number))), None)


def entered_as(session: Session, row: IntakeRow, letter: tuple[str, date | None]) -> EntryRow | None:
    """Return the register's line of a letter with this number and date that the unit entered before, from whatever file."""
    number, dated = letter
    where = (
        EntryRow.office == row.office, EntryRow.unit == row.unit, EntryRow.book == Book.INCOMING, EntryRow.letter_number == number,
        EntryRow.letter_date == dated, EntryRow.kind == EntryKind.ISSUED,
    )  # fmt: skip
    known = session.exec(select(EntryRow).where(*where).order_by(col(EntryRow.id))).all()
    return next((entry for entry in known if entry.matter_id and entry.matter_id != row.matter_id), None)


def intake_of_matter(session: Session, matter: int) -> IntakeRow | None:
    """Return the file by which a matter came in through the web; None when it came another way."""
    return session.exec(select(IntakeRow).where(IntakeRow.matter_id == matter)).first()

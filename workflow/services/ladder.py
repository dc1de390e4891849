"""Which ladder a paper climbs, and where that is written: matter before unit before office, urgency before none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from workflow.core.bundle_facts import result_letter
from workflow.core.errors import UsageError
from workflow.core.office import Office
from workflow.core.reminder import Ladder, Rung, effective_ladder
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.store.corrections import reading_in_force
from workflow.store.ladders import clear_ladder, matter_ladder, set_ladder
from workflow.store.matters import Trail, look_at, matter
from workflow.store.tables import MatterRow


@dataclass(frozen=True)
class LadderAsked:
    """Whose ladder: the office's, a unit's in it, or a matter's (which knows its unit and urgency)."""

    office: str
    unit: str | None = None
    matter: int | None = None
    urgency: str | None = None


def show_ladder(desk: Desk, asked: LadderAsked, *, on: date) -> Ladder:
    """Return the ladder in force and where it comes from; NotFound for a unit or matter there is not."""
    with desk.store.read() as session:
        if asked.matter is not None:
            row = look_at(session, asked.matter)
            office, unit = desk.office(row.office), asked.unit or row.unit
            office.chart.unit(unit)
            return ladder_of(session, office, row, (unit, on))
    office = desk.office(asked.office)
    if asked.unit is not None:
        office.chart.unit(asked.unit)
    return effective_ladder(office.rungs, office.ladders, units=_units(office, asked.unit, on), urgency=asked.urgency)


def ladder_of(session: Session, office: Office, row: MatterRow, sender: tuple[str, date]) -> Ladder:
    """Return the ladder that a matter's papers from a unit climb on a day; a unit abolished since has none of its own."""
    own, ladders = matter_ladder(session, row.id or 0), office.ladders
    depends = ladders.by_urgency or any(urgency for _, urgency, _ in ladders.by_unit)
    return effective_ladder(
        office.rungs, ladders, units=_units(office, *sender), urgency=urgency_of(session, row) if depends else None,
        matter=(row.id or 0, own) if own is not None else None,
    )  # fmt: skip


def urgency_of(session: Session, row: MatterRow) -> str | None:
    """Return the urgency of the matter's letter, as corrected."""
    letter = result_letter(reading_in_force(session, row))
    return letter.urgency if letter else None


def set_matter_ladder(desk: Desk, number: int, rungs: Iterable[Rung], by: str, when: When) -> Ladder:
    """Give a matter rungs of its own; UsageError when two bear one name or there is none."""
    chosen = tuple(sorted(rungs, key=lambda rung: rung.working_days))
    if not chosen or len({rung.name for rung in chosen}) != len(chosen):
        raise UsageError("ต้องมีอย่างน้อยหนึ่งขั้น และชื่อขั้นต้องไม่ซ้ำกัน", next_step="ระบุ --rung ซ้ำได้ เช่น --rung 'ครบกำหนด=0'")
    with desk.store.write() as session:
        row = matter(session, number)
        set_ladder(session, number, chosen, by, when.at)
        steps = ", ".join(f"{rung.name} ({to_thai(rung.working_days)})" for rung in chosen)
        Trail(session, number).note("ladder", row.unit, f"ตั้งขั้นการเตือนของเรื่อง: {steps} โดย {by}", when)
    return Ladder(chosen, f"เรื่องที่ {number}")


def clear_matter_ladder(desk: Desk, number: int, by: str, when: When) -> bool:
    """Let a matter climb as its unit or office does again; whether it had rungs of its own."""
    with desk.store.write() as session:
        row = matter(session, number)
        had = clear_ladder(session, number)
        if had:
            Trail(session, number).note("ladder", row.unit, f"ยกเลิกขั้นการเตือนของเรื่อง โดย {by}", when)
    return had


def _units(office: Office, unit: str | None, on: date) -> tuple[str, ...]:
    return () if unit is None else (unit, *office.chart.ancestors(unit, on))

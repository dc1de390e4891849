"""What a person decides about a file that was handed in: what its fields really are, and that it is entered in the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from workflow.core.correction import Correction, canonical, corrected, paper_of, put, value_of
from workflow.core.errors import SarabanError
from workflow.core.field_names import thai_name
from workflow.core.intake import IntakeState
from workflow.core.reading import Reading
from workflow.core.when import When
from workflow.core.working_as import WorkingAs
from workflow.services.correct_field import Amendment, correct_field, made_from, refuse_unkept
from workflow.services.desk import Desk
from workflow.services.receive_letter import Arrival, Received, receive_letter
from workflow.services.review_fields import shown
from workflow.services.review_intake import made_on, own_intake, require_read
from workflow.services.take_in import folder_of
from workflow.store.intake_tables import IntakeRow
from workflow.store.intakes import intake
from workflow.store.json_shapes import correction_from, correction_json, reading_from


@dataclass(frozen=True)
class Typed:
    """What somebody typed into a field of a paper (counted from 1)."""

    paper: int
    field: str
    value: str


@dataclass(frozen=True)
class Saved:
    """How many fields were mended, and what could not be kept: the field, as it was typed, and why."""

    mended: int
    troubles: tuple[tuple[Typed, SarabanError], ...]


def save_fields(desk: Desk, who: WorkingAs, number: int, typed: Sequence[Typed], when: When) -> Saved:
    """Keep what differs from the values in force; what is refused for one field does not hold up the others."""
    with desk.store.read() as session:
        row = own_intake(session, who, number)
        require_read(row)
        now = corrected(reading_from(row.reading), made_on(session, row))
    mended, troubles = 0, []
    for each in typed:
        try:
            mended += _save(desk, row, _changed(now, each), (who, when))
        except SarabanError as error:
            troubles.append((each, error))
    return Saved(mended, tuple(troubles))


def enter_intake(desk: Desk, who: WorkingAs, number: int, when: When, paper_number: int | None = None) -> Received:
    """Enter the file in the unit's register of incoming papers as somebody checked it; entered twice, it is one line."""
    with desk.store.read() as session:
        row = own_intake(session, who, number)
        require_read(row)
        reading, made = reading_from(row.reading), [correction_from(one) for one in row.corrections]
    arrival = Arrival(
        folder_of(desk, row.sha256) / row.file_name, row.office, row.unit, when, paper_number, tuple(made)
    )
    received = receive_letter(desk, arrival, reading)
    if (
        received.again
    ):  # this very file had come another way: what was mended here is kept beside its matter all the same
        for one in made:
            correct_field(desk, Amendment(received.matter, one.paper, one.field, one.value, one.by, When(one.at)))
    with desk.store.write() as session:
        row = intake(session, number)
        row.state, row.matter_id = IntakeState.ENTERED, received.matter
    return received


def _changed(now: Reading, typed: Typed) -> Typed | None:
    """Return what was typed in the contract's form; None when the field holds it already, or was empty and still is."""
    paper = paper_of(now, typed.paper)
    if typed.value.strip() == shown(paper, typed.field).strip():
        return None
    value = canonical(typed.field, typed.value)
    return None if value == value_of(paper, typed.field) else replace(typed, value=value)


def _save(desk: Desk, row: IntakeRow, typed: Typed | None, by: tuple[WorkingAs, When]) -> bool:
    if typed is None:
        return False
    who, when = by
    wanted = Amendment(row.matter_id or 0, typed.paper, typed.field, typed.value, who.person, when)
    if row.matter_id is not None:
        return not correct_field(desk, wanted).again
    refuse_unkept(typed.value, wanted)
    with desk.store.write() as session:
        return _beside(session, row, wanted)


def _beside(session: Session, known: IntakeRow, wanted: Amendment) -> bool:
    row = intake(session, known.id or 0)
    paper = paper_of(reading_from(row.reading), wanted.paper)
    put(paper, wanted.field, wanted.value)
    made: Correction = made_from(wanted, wanted.value, value_of(paper, wanted.field), paper)
    row.corrections = [*row.corrections, correction_json(made)]
    return True


def typed_from(form: Mapping[str, str]) -> list[Typed]:
    """Return the fields of a form whose boxes are named `1:references[0].number`; other names are somebody else's."""
    found = []
    for name, value in form.items():
        place, colon, field = name.partition(":")
        if colon and place.isdecimal():
            found.append(Typed(int(place), field, value))
    return found


def in_words(trouble: tuple[Typed, SarabanError]) -> str:
    """Return what could not be kept in one sentence."""
    typed, error = trouble
    return f"{thai_name(typed.field)}: {error} {error.next_step}".strip()

"""A letter arrives: read it, keep the original, enter it in the register of incoming papers, open a matter."""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow.core.bundle_facts import result_letter
from workflow.core.correction import Correction, corrected
from workflow.core.matter import MatterState
from workflow.core.reading import Instrument, Reading
from workflow.core.register import Book, RegisterKey
from workflow.core.thai_date import be_year, short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.keep_credentials import credentials_found
from workflow.store import vault
from workflow.store.corrections import keep
from workflow.store.json_shapes import reading_from, to_json
from workflow.store.matters import Trail, matter_of_file
from workflow.store.registers import EntryDraft, Registers
from workflow.store.tables import EntryRow, MatterRow


@dataclass(frozen=True)
class Arrival:
    """A file to be received at a unit; `paper_number` is the number its stamp already bears.

    `corrections` are what somebody mended in its reading beforehand: the register is written by them, the reading is kept as it is.
    """

    path: Path
    office: str
    unit: str
    when: When
    paper_number: int | None = None
    corrections: tuple[Correction, ...] = ()

    def letter(self, reading: Reading) -> Instrument | None:
        """Return the letter as people have corrected it."""
        return result_letter(corrected(reading, self.corrections))


@dataclass(frozen=True)
class Received:
    """The matter opened, its number in the unit's register; `again` when this unit had received this file before."""

    matter: int
    number: int
    reading: Reading
    again: bool = False


def receive_letter(desk: Desk, arrival: Arrival, reading: Reading | None = None) -> Received:
    """Receive a file at a unit (`reading`: it has been read already); receiving it twice gives the first matter again."""
    office = desk.office(arrival.office)
    office.chart.unit(arrival.unit)
    reading = reading or desk.read(arrival.path)
    logins = credentials_found(reading, arrival.path, desk.credentials)
    sha256 = desk.originals.keep(arrival.path)
    letter = arrival.letter(reading)
    with desk.store.write() as session:
        registers = Registers(session, office.code, office.openings)
        known = matter_of_file(session, office.code, arrival.unit, sha256)
        if known and known.id and (entry := registers.find(_key(known.id))):
            return Received(known.id, entry.number, reading_from(known.reading), again=True)
        # known without a number: it was void, and gets another
        row = known or _open_matter(session, arrival, sha256, reading, letter)
        entry = _enter(registers, row, arrival, letter)
        _note(session, row, entry, arrival, letter)
        if logins:
            vault.keep(session, desk.vault_key(), row.id or 0, logins, arrival.when.at)
        return Received(entry.matter_id or 0, entry.number, reading)


def _key(matter: int) -> str:
    return f"receive:{matter}"


def _open_matter(
    session: Session, arrival: Arrival, sha256: str, reading: Reading, letter: Instrument | None
) -> MatterRow:
    row = MatterRow(
        office=arrival.office, unit=arrival.unit, subject=(letter.subject if letter else None) or arrival.path.name,
        state=MatterState.RECEIVED, sha256=sha256, file_name=arrival.path.name, opened_at=arrival.when.at, reading=to_json(reading),
    )  # fmt: skip
    session.add(row)
    session.flush()
    for made in arrival.corrections:
        keep(session, row.id or 0, made)
    return row


def _enter(registers: Registers, row: MatterRow, arrival: Arrival, letter: Instrument | None) -> EntryRow:
    register = RegisterKey(arrival.unit, Book.INCOMING, be_year(arrival.when.on))
    draft = EntryDraft(
        key=_key(row.id or 0), at=arrival.when.at, matter_id=row.id, subject=row.subject,
        letter_number=(letter.number if letter else None) or "", letter_date=letter.date if letter else None,
        sender=(letter.sender if letter else None) or "", addressee=", ".join(letter.to) if letter else "",
    )  # fmt: skip
    if arrival.paper_number is None:
        return registers.issue(register, draft)
    return registers.record(register, arrival.paper_number, draft)


def _note(session: Session, row: MatterRow, entry: EntryRow, arrival: Arrival, letter: Instrument | None) -> None:
    trail = Trail(session, row.id or 0)
    if letter and letter.date and letter.date <= arrival.when.on:
        text = f"หนังสือ {to_thai(letter.number or '(ไม่ปรากฏเลขที่)')} ลง {short(letter.date)}"
        trail.note("letter-dated", letter.sender or "", text, When.day(letter.date))
    trail.note("registered", arrival.unit, f"ลงรับ เลขรับ {to_thai(entry.number)}", arrival.when)

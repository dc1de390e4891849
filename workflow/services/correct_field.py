"""A person corrects what was read of a matter's paper; the reading stays, the correction stands beside it."""

from dataclasses import dataclass

from workflow.core.bundle_facts import result_letter
from workflow.core.correction import Correction, canonical, paper_of, put, value_of
from workflow.core.errors import Refused, UsageError
from workflow.core.field_names import thai_name
from workflow.core.reading import Evidence, Instrument
from workflow.core.secrets import find
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.store.corrections import corrections_of, in_force, keep
from workflow.store.json_shapes import reading_from
from workflow.store.matters import matter


@dataclass(frozen=True)
class Amendment:
    """What somebody says a field really is: `paper` counts from 1 in the order of the reading, `field` as in the contract."""

    matter: int
    paper: int
    field: str
    value: str
    by: str
    when: When


@dataclass(frozen=True)
class Amended:
    """The field's Thai name, what was read and what it is now; `again` when the very same correction was there already."""

    name: str
    was: str | None
    value: str
    again: bool = False


def correct_field(desk: Desk, wanted: Amendment) -> Amended:
    """Keep a correction; NotFound, UsageError and Refused say what is wrong with it. The same one given twice is one."""
    value = canonical(wanted.field, wanted.value)
    refuse_unkept(value, wanted)
    with desk.store.write() as session:
        row = matter(session, wanted.matter)
        reading = reading_from(row.reading)
        paper = paper_of(reading, wanted.paper)
        put(paper, wanted.field, value)
        was = value_of(paper, wanted.field)
        known = [c for c in in_force(corrections_of(session, wanted.matter)) if (c.paper, c.field) == _place(wanted)]
        if known and (known[0].value, known[0].by) == (value, wanted.by):
            return Amended(thai_name(wanted.field), was, value, again=True)
        keep(session, wanted.matter, made_from(wanted, value, was, paper))
        if wanted.field == "subject" and paper is result_letter(reading):
            row.subject = value  # the matter's name is taken from its letter; the reading keeps what was read
    return Amended(thai_name(wanted.field), was, value)


def _place(wanted: Amendment) -> tuple[int, str]:
    return wanted.paper, wanted.field


def refuse_unkept(value: str, wanted: Amendment) -> None:
    """Refuse a correction by nobody, and one that holds a secret."""
    if not wanted.by.strip():
        raise UsageError("ไม่ได้บอกว่าใครแก้", next_step='ระบุผู้แก้ เช่น --by "ส.ต.ต. ตัวอย่าง สมมุติ"')
    if find(value) or find(wanted.by):
        raise Refused("ค่าที่แก้มีข้อมูลลับ (รหัสผ่านหรือโทรศัพท์เคลื่อนที่) จึงไม่เก็บ", next_step="ตัดข้อมูลลับออกแล้วแก้ใหม่")


def made_from(wanted: Amendment, value: str, was: str | None, paper: Instrument) -> Correction:
    """Return the correction with the place and the printed form of what was read."""
    seen = _seen(paper, wanted.field)
    return Correction(
        wanted.paper, wanted.field, value, wanted.by.strip(), wanted.when.at, was,
        seen.printed if seen else None, seen.page if seen else None, seen.box if seen else None,
    )  # fmt: skip


def _seen(paper: Instrument, field: str) -> Evidence | None:
    """Return where the field stands: its own place, else that of the whole it belongs to (a stamp, a signature block)."""
    return paper.evidence.get(field) or paper.evidence.get(field.rsplit(".", 1)[0])

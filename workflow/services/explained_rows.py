"""A paper's values as rows for a person: Thai label, what was read, and under which keys its evidence stands. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.core.field_names import FIELD_THAI, thai_name
from workflow.core.reading import Contact, Instrument, Reference, Signatory, Stamp, Survey
from workflow.core.thai_date import full, short


@dataclass(frozen=True)
class FieldRow:
    """One row: its key in the contract, its label, and its value in lines."""

    key: str
    label: str
    values: tuple[str, ...]

    def holds(self, key: str) -> bool:
        """Whether a key of the contract belongs to this row."""
        return key == self.key or key.startswith((f"{self.key}.", f"{self.key}["))

    def within(self, field: str) -> bool:
        """Whether a finding's field names this row, a part of it, or the list it stands in."""
        return self.holds(field) or self.key.startswith((f"{field}.", f"{field}["))


def field_rows(paper: Instrument) -> list[FieldRow]:
    """Return the rows of all that was read, in the order of a letter; what is not on the paper has none."""
    return [row for row in _rows(paper) if any(row.values)]


def _rows(paper: Instrument) -> Iterator[FieldRow]:
    yield _row("urgency", paper.urgency)
    yield _row("number", paper.number)
    yield _row("date", full(paper.date) if paper.date else None)
    yield _row("sender", paper.sender)
    yield _row("subject", paper.subject)
    yield _row("to", *paper.to)
    yield _row("via", paper.via)
    for n, cited in enumerate(paper.references):
        yield _row(f"references[{n}]", *_reference(cited))
    for n, title in enumerate(paper.enclosures):
        yield _row(f"enclosures[{n}]", title)
    yield from _survey(paper.survey)
    yield _row("stated_indicator_count", str(paper.stated_indicator_count or ""))
    for n, given in enumerate(paper.recommendations):
        group = f"หัวข้อ {given.group}" if given.group else None
        under = f"ภายใต้{given.indicator}" if given.indicator else None
        yield FieldRow(
            f"recommendations[{n}]",
            f"ข้อเสนอแนะ {given.code}",
            tuple(v for v in (given.name, under, group, given.text) if v),
        )
    yield _row("closing", paper.closing)
    yield _row("signatory", *_signed(paper.signatory))
    if paper.order:
        dated = full(paper.order.date) if paper.order.date else None
        yield _row("order", *paper.order.text, *_signed(paper.order.signatory), dated)
    for n, stamp in enumerate(paper.receipts):
        yield _row(f"receipts[{n}]", *_stamp(stamp))
    yield _row("contacts", *(_contact(c) for c in paper.contacts))
    yield _row("copy_certified", "มีคำว่า “สำเนาถูกต้อง”" if paper.copy_certified else None)


def _row(key: str, *values: str | None) -> FieldRow:
    return FieldRow(key, thai_name(key), tuple(value for value in values if value))


def _reference(cited: Reference) -> Iterator[str | None]:
    dated = f"ลงวันที่ {full(cited.date)}" if cited.date else ""
    numbered = f"ที่ {cited.number}" if cited.number else ""
    yield " ".join(part for part in (cited.urgency, numbered, dated) if part)
    yield cited.subject


def _signed(signed: Signatory | None) -> Iterator[str | None]:
    if signed:
        yield " ".join(part for part in (signed.rank, signed.name) if part)
        yield " ".join(part for part in (signed.position, signed.acting, signed.acting_for) if part)


def _stamp(stamp: Stamp) -> Iterator[str | None]:
    yield stamp.unit
    yield f"เลขรับ {stamp.number or '(อ่านไม่ออก)'}"
    dated = short(stamp.date) if stamp.date else "วันที่อ่านไม่ออก"
    yield f"{dated} {stamp.time.replace(':', '.') + ' น.' if stamp.time else 'เวลาอ่านไม่ออก'}"


def _contact(contact: Contact) -> str:
    return " ".join(part for part in (contact.unit, contact.person, contact.phone, contact.email) if part)


def _survey(survey: Survey | None) -> Iterator[FieldRow]:
    if survey is None:
        return
    yield FieldRow("survey.name", "การสำรวจ", tuple(filter(None, [survey.name])))
    yield FieldRow("survey.year", "ปีที่สำรวจ", (f"พ.ศ. {survey.year}",) if survey.year else ())
    yield FieldRow("survey.score", "คะแนน", (f"{survey.score:.2f}",) if survey.score is not None else ())
    average = survey.group_average
    yield FieldRow("survey.group_average", "ค่าเฉลี่ยกลุ่ม", (f"{average:.2f}",) if average is not None else ())
    for group, count in survey.counts.items():
        share = f" คิดเป็นร้อยละ {count.pct}" if count.pct is not None else ""
        said = f"สำรวจ {_counted(count.surveyed)} ตอบ {_counted(count.answered)}{share}"
        yield FieldRow(f"survey.counts.{group}", f"หน่วยงาน{FIELD_THAI.get(group, group)}", (said,))
    for n, row in enumerate(survey.indicators):
        scored = "ไม่ทราบคะแนน" if row.score is None else f"คะแนน {row.score:.2f}"
        beside = "" if row.group_average is None else f" ค่าเฉลี่ย {row.group_average:.2f}"
        yield FieldRow(f"survey.indicators[{n}]", f"ตัวชี้วัด {row.code}".strip(), (row.name or "", scored + beside))


def _counted(number: int | None) -> str:
    return "ไม่ทราบ" if number is None else f"{number:,}"

"""The registers' lock and unique key: numbers are taken inside the transaction that uses them, so none is lost or used twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select, update

from workflow.core.errors import Conflict
from workflow.core.register import EntryKind, NumberSpan, RegisterKey, holes
from workflow.core.thai_digits import to_thai
from workflow.store.tables import CounterRow, EntryRow


@dataclass(frozen=True)
class EntryDraft:
    """What a line of the register says beside its number; `key` makes a repeated request find its first answer."""

    key: str
    at: datetime
    letter_number: str = ""
    letter_date: date | None = None
    sender: str = ""
    addressee: str = ""
    subject: str = ""
    remark: str = ""
    matter_id: int | None = None


@dataclass(frozen=True)
class Registers:
    """The registers of one office inside one transaction; `openings` is the last number each gave out before this program."""

    session: Session
    office: str
    openings: Mapping[RegisterKey, int]

    def find(self, key: str) -> EntryRow | None:
        """Return the entry an earlier, equal request made."""
        return self.session.exec(select(EntryRow).where(EntryRow.key == key)).first()

    def issue(self, register: RegisterKey, draft: EntryDraft) -> EntryRow:
        """Give out the next number and enter it."""
        self._open(register)
        here = self._where(register)
        statement = update(CounterRow).where(*here).values(last=CounterRow.last + 1).returning(col(CounterRow.last))
        number = self.session.exec(statement).scalar_one()
        return self._enter(register, NumberSpan(number, number), EntryKind.ISSUED, draft)

    def record(self, register: RegisterKey, number: int, draft: EntryDraft) -> EntryRow:
        """Enter a number that a paper already bears; numbers skipped before it are accounted for as given out on paper.

        Conflict when the number is entered already for something else.
        """
        last = self._open(register)
        if number > last:
            if number > last + 1:
                self._enter(
                    register,
                    NumberSpan(last + 1, number - 1),
                    EntryKind.PAPER,
                    _on_paper(self.office, register, last + 1, draft.at),
                )
            self.session.exec(update(CounterRow).where(*self._where(register)).values(last=number))
        else:
            self._free_from_paper(register, number)
        return self._enter(register, NumberSpan(number, number), EntryKind.ISSUED, draft)

    def entries(self, register: RegisterKey) -> list[EntryRow]:
        """Return the register's lines in order of number."""
        where = (EntryRow.office == self.office, EntryRow.unit == register.unit, EntryRow.book == register.book)
        return list(
            self.session.exec(
                select(EntryRow).where(*where, EntryRow.year == register.year).order_by(col(EntryRow.number))
            )
        )

    def holes(self, register: RegisterKey) -> list[NumberSpan]:
        """Return the numbers no line accounts for; [] always, or something is wrong."""
        counter = self.session.exec(select(CounterRow).where(*self._where(register))).first()
        if counter is None:
            return []
        spans = [NumberSpan(e.number, e.number_to) for e in self.entries(register)]
        return holes(counter.opened_after, counter.last, spans)

    def _where(self, register: RegisterKey) -> tuple[ColumnElement[bool], ...]:
        return (
            col(CounterRow.office) == self.office,
            col(CounterRow.unit) == register.unit,
            col(CounterRow.book) == register.book,
            col(CounterRow.year) == register.year,
        )

    def _open(self, register: RegisterKey) -> int:
        """Return the last number, holding the register's lock until the transaction ends."""
        select_last = select(CounterRow).where(*self._where(register)).with_for_update()
        counter = self.session.exec(select_last).first()
        if counter is None:
            self._begin(register)
            counter = self.session.exec(select_last).one()
        self.session.refresh(counter)
        return counter.last

    def _begin(self, register: RegisterKey) -> None:
        opened = self.openings.get(register, 0)
        values = {"office": self.office, "unit": register.unit, "book": register.book.value, "year": register.year}
        dialect = self.session.get_bind().dialect.name
        insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
        self.session.exec(
            insert(CounterRow).values(**values, opened_after=opened, last=opened).on_conflict_do_nothing()
        )

    def _enter(self, register: RegisterKey, span: NumberSpan, kind: EntryKind, draft: EntryDraft) -> EntryRow:
        row = EntryRow(
            office=self.office, unit=register.unit, book=register.book, year=register.year,
            number=span.first, number_to=span.last, kind=kind, **vars(draft),
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        return row

    def _free_from_paper(self, register: RegisterKey, number: int) -> None:
        """Take `number` out of a range that was accounted for as given out on paper."""
        holder = next((e for e in self.entries(register) if e.number <= number <= e.number_to), None)
        if holder is None or holder.kind != EntryKind.PAPER:
            name = f"เลข {to_thai(number)} ของทะเบียน{register.book} {register.unit} ปี {to_thai(register.year)}"
            raise Conflict(
                f"{name} มีผู้ใช้แล้ว", next_step=f"ดูด้วย saraban register show {register.unit} --year {register.year}"
            )
        first, last, at = holder.number, holder.number_to, holder.at
        self.session.delete(holder)
        self.session.flush()
        for span in (NumberSpan(first, number - 1), NumberSpan(number + 1, last)):
            if span.first <= span.last:
                self._enter(register, span, EntryKind.PAPER, _on_paper(self.office, register, span.first, at))


def _on_paper(office: str, register: RegisterKey, first: int, at: datetime) -> EntryDraft:
    key = f"paper:{office}:{register.unit}:{register.book}:{register.year}:{first}"
    return EntryDraft(key=key, at=at, remark="ออกเลขในสมุดทะเบียนกระดาษ")

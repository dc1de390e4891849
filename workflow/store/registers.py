"""The registers' lock and unique key: numbers are taken inside the transaction that uses them, so none is lost or used twice.

Take them last: whoever has a number holds up everybody else at that book until its transaction ends.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import make_transient_to_detached
from sqlmodel import Session, col, insert, select

from workflow import failpoints
from workflow.core.errors import Conflict, Refused
from workflow.core.letter_number import NumberForm
from workflow.core.register import EntryKind, NumberSpan, RegisterKey, holes
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.store import register_lines as lines
from workflow.store.register_tables import RegisterActRow
from workflow.store.tables import EntryRow

AT_ONCE = 500  # keys asked for in one question
LOST = "เลขที่สูญจากการกู้คืน"
BY_THIS_PROGRAM = "ระบบสารบรรณ"  # how a paper is sent that the program itself carries


@dataclass(frozen=True)
class EntryDraft:
    """What a line of the register says beside its number; `key` makes a repeated request find its first answer.

    `form` writes the letter number when the number is known (else `letter_number` is entered as it is). `created_at` is when the paper
    was first written (None: with its number), `method` how it is sent ("": not recorded yet), `request_id` the caller's own name.
    """

    key: str
    at: datetime
    letter_number: str = ""
    letter_date: date | None = None
    sender: str = ""
    addressee: str = ""
    subject: str = ""
    remark: str = ""
    matter_id: int | None = None
    request_id: str = ""
    created_at: datetime | None = None
    method: str = ""
    form: NumberForm | None = None


@dataclass(frozen=True)
class Registers:
    """The registers of one office inside one transaction; `openings` is the last number each gave out before this program."""

    session: Session
    office: str
    openings: Mapping[RegisterKey, int]

    def find(self, key: str) -> EntryRow | None:
        """Return the entry an earlier, equal request made."""
        return self.session.exec(select(EntryRow).where(EntryRow.key == key)).first()

    def known(self, keys: Sequence[str]) -> dict[str, EntryRow]:
        """Return the entries that earlier, equal requests made, by key."""
        found: dict[str, EntryRow] = {}
        for start in range(0, len(keys), AT_ONCE):
            where = col(EntryRow.key).in_(keys[start : start + AT_ONCE])
            found |= {row.key: row for row in self.session.exec(select(EntryRow).where(where))}
        return found

    def line(self, register: RegisterKey, number: int) -> EntryRow | None:
        """Return the line that accounts for a number."""
        where = (*self._lines(register), col(EntryRow.number) <= number, col(EntryRow.number_to) >= number)
        return self.session.exec(select(EntryRow).where(*where)).first()

    def issue(self, register: RegisterKey, draft: EntryDraft) -> EntryRow:
        """Give out the next number and enter it; a key entered before gets its first line again, and no number is spent."""
        line = self._columns(register, NumberSpan(0, 0), EntryKind.ISSUED, draft)
        behind = None
        if draft.form:
            line["letter_number"], behind = draft.form.before, draft.form.after
        taken = lines.take(self.session, line, line, behind)
        if taken is None:
            self.lock(register)  # opens it, or says why it gives out no number
            return self.issue(register, draft)
        number, entry = taken
        if entry is None:
            lines.step(self.session, line, -1)  # the lock is ours: nobody has seen this number
            return self.session.exec(select(EntryRow).where(EntryRow.key == draft.key)).one()
        letter = draft.form.write(number) if draft.form else draft.letter_number
        return self._kept(
            EntryRow(**{**line, "id": entry, "number": number, "number_to": number, "letter_number": letter})
        )

    def issue_block(self, register: RegisterKey, drafts: Sequence[EntryDraft]) -> list[EntryRow]:
        """Give out consecutive numbers, one a draft, under one lock; drafts whose keys were entered before keep their first lines."""
        last = self.lock(register)
        known = self.known([draft.key for draft in drafts])
        new = [draft for draft in drafts if draft.key not in known]
        rows = [
            self._columns(register, NumberSpan(n, n), EntryKind.ISSUED, _numbered(draft, n))
            for n, draft in enumerate(new, last + 1)
        ]
        if rows:
            lines.move_to(self.session, rows[0], last + len(rows))
            failpoints.reached("numbers.moved")
            made = self.session.scalars(insert(EntryRow).returning(EntryRow), rows)  # in any order: at once
            known |= {row.key: row for row in made}
        return [known[draft.key] for draft in drafts]

    def record(self, register: RegisterKey, number: int, draft: EntryDraft) -> EntryRow:
        """Enter a number that a paper already bears, or that was kept for it; numbers skipped before it were given out on paper.

        Conflict when the number is entered already for something else; Refused when it was kept only until an earlier day.
        """
        last = self.lock(register)
        if number > last:
            if number > last + 1:
                skipped = NumberSpan(last + 1, number - 1)
                self._enter(register, skipped, EntryKind.PAPER, on_paper(self.office, register, last + 1, draft.at))
            lines.move_to(self.session, self._of(register), number)
            return self._enter(register, NumberSpan(number, number), EntryKind.ISSUED, _numbered(draft, number))
        holder = self.line(register, number)
        if holder is not None and holder.kind == EntryKind.RESERVED:
            return self._use(register, holder, _numbered(draft, number))
        self.free_from_paper(register, number)
        return self._enter(register, NumberSpan(number, number), EntryKind.ISSUED, _numbered(draft, number))

    def reserve(self, register: RegisterKey, draft: EntryDraft) -> EntryRow:
        """Keep the next number for later (จองเลข); `record` uses it."""
        row = self.issue(register, draft)
        row.kind = EntryKind.RESERVED
        return row

    def next_numbers(self, register: RegisterKey, count: int) -> range:
        """Return the next numbers without taking them: whoever comes first gets them."""
        found = lines.last_of(self.session, self._of(register))
        last = found if found is not None else self.openings.get(register, 0)
        return range(last + 1, last + 1 + count)

    def lock(self, register: RegisterKey, *, confirming: bool = False) -> int:
        """Return the last number, holding the register's lock until the transaction ends.

        Refused after a restore, until somebody has confirmed the last number on paper (`confirming`: who does so now).
        """
        found = lines.locked(self.session, self._of(register))
        if found is None:
            self._begin(register)
            found = lines.locked(self.session, self._of(register)) or (0, False)
        if found[1] and not confirming:
            raise waits_for_paper(register)
        return found[0]

    def confirm(self, register: RegisterKey, last: int, at: datetime) -> int:
        """Give out numbers again after a restore, behind the last one on paper; return how many numbers the restore lost.

        They become a line of their own. Conflict when the paper ends before the register does.
        """
        known = self.lock(register, confirming=True)
        if last < known:
            raise Conflict(
                f"{register.book.cover} {register.unit} มีเลขถึง {to_thai(known)} แล้ว แต่บอกว่าเลขสุดท้ายบนกระดาษคือ {to_thai(last)}",
                next_step="ตรวจเล่มกระดาษอีกครั้ง แล้วบอกเลขที่มากกว่า",
            )
        if last > known:
            lost = NumberSpan(known + 1, last)
            draft = replace(on_paper(self.office, register, known + 1, at), remark=LOST)
            self._enter(register, lost, EntryKind.PAPER, draft)
            lines.move_to(self.session, self._of(register), last)
        lines.unlock(self.session, self._of(register))
        return last - known

    def entries(self, register: RegisterKey) -> list[EntryRow]:
        """Return the register's lines in order of number."""
        return list(self.session.exec(select(EntryRow).where(*self._lines(register)).order_by(col(EntryRow.number))))

    def holes(self, register: RegisterKey) -> list[NumberSpan]:
        """Return the numbers no line accounts for; [] always, or something is wrong."""
        found = lines.spans_of(self.session, self._of(register))
        return holes(*found) if found else []

    def note(self, row: EntryRow, kind: str, by: str, act: "Act") -> None:
        """Add what was done with a line."""
        self.session.add(RegisterActRow(entry_id=row.id or 0, kind=kind, by=by, **vars(act)))

    def acts(self, row: EntryRow) -> list[RegisterActRow]:
        """Return what was done with a line, in order."""
        where = RegisterActRow.entry_id == row.id
        return list(self.session.exec(select(RegisterActRow).where(where).order_by(col(RegisterActRow.id))))

    def free_from_paper(self, register: RegisterKey, number: int) -> None:
        """Take `number` out of a range that was accounted for as given out on paper; Conflict when something else has it."""
        holder = self.line(register, number)
        if holder is None or holder.kind != EntryKind.PAPER:
            raise _taken(register, number)
        first, last, at = holder.number, holder.number_to, holder.at
        self.session.delete(holder)
        self.session.flush()
        for span in (NumberSpan(first, number - 1), NumberSpan(number + 1, last)):
            if span.first <= span.last:
                self._enter(register, span, EntryKind.PAPER, on_paper(self.office, register, span.first, at))

    def single_out(self, register: RegisterKey, number: int, at: datetime) -> EntryRow:
        """Give a number given out on paper a line of its own."""
        self.free_from_paper(register, number)
        draft = on_paper(self.office, register, number, at)
        return self._enter(register, NumberSpan(number, number), EntryKind.PAPER, draft)

    def _use(self, register: RegisterKey, kept: EntryRow, draft: EntryDraft) -> EntryRow:
        """Write the paper into the line kept for it; the line stays at the moment it was kept."""
        until = max((act.until for act in self.acts(kept) if act.until), default=None)
        if until and When(draft.at).on > until:
            raise Refused(
                f"เลข {to_thai(kept.number)} จองไว้ถึง {short(until)} เท่านั้น",
                next_step=f"ยกเลิกด้วย saraban register void {register.unit} {register.book} {register.year} {kept.number} แล้วออกเลขใหม่",
            )
        columns = self._columns(register, NumberSpan(kept.number, kept.number), EntryKind.ISSUED, draft)
        for name, value in (columns | {"at": kept.at, "remark": _joined(kept.remark, draft.remark)}).items():
            setattr(kept, name, value)
        self.note(kept, "used", draft.sender, Act(draft.at, draft.subject))
        self.session.flush()
        return kept

    def _of(self, register: RegisterKey) -> dict[str, Any]:
        return {"office": self.office, "unit": register.unit, "book": register.book.value, "year": register.year}

    def _lines(self, register: RegisterKey) -> tuple[Any, ...]:
        return tuple(col(getattr(EntryRow, name)) == value for name, value in self._of(register).items())

    def _begin(self, register: RegisterKey) -> None:
        lines.open_register(self.session, self._of(register), self.openings.get(register, 0))

    def _columns(self, register: RegisterKey, span: NumberSpan, kind: EntryKind, draft: EntryDraft) -> dict[str, Any]:
        out = register.book.goes_out and kind == EntryKind.ISSUED
        columns = self._of(register) | vars(draft)
        del columns["form"]
        return columns | {
            "number": span.first, "number_to": span.last, "kind": kind.value,
            "method_at": draft.at if out and draft.method else None,
            "destination_at": draft.at if out and draft.addressee else None,
        }  # fmt: skip

    def _enter(self, register: RegisterKey, span: NumberSpan, kind: EntryKind, draft: EntryDraft) -> EntryRow:
        row = EntryRow(**self._columns(register, span, kind, draft))
        self.session.add(row)
        self.session.flush()
        return row

    def _kept(self, row: EntryRow) -> EntryRow:
        """Return a row that a statement of ours wrote as the session's own, so that what is set on it later is written too."""
        make_transient_to_detached(row)
        self.session.add(row)
        return row


@dataclass(frozen=True)
class Act:
    """When and why something was done with a line; `until` and `replaced_by` as in `RegisterActRow`."""

    at: datetime
    reason: str = ""
    until: date | None = None
    replaced_by: int | None = None


def on_paper(office: str, register: RegisterKey, first: int, at: datetime) -> EntryDraft:
    """Return the line of a range of numbers that were given out on paper."""
    key = f"paper:{office}:{register.unit}:{register.book}:{register.year}:{first}"
    return EntryDraft(key=key, at=at, remark="ออกเลขในสมุดทะเบียนกระดาษ")


def _numbered(draft: EntryDraft, number: int) -> EntryDraft:
    return replace(draft, letter_number=draft.form.write(number)) if draft.form else draft


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def waits_for_paper(register: RegisterKey) -> Refused:
    """Return the refusal of a register that was restored and not confirmed yet."""
    return Refused(
        f"{register.book.cover} {register.unit} ปี {to_thai(register.year)} เพิ่งกู้คืน ยังไม่ได้ยืนยันเลขสุดท้ายบนกระดาษ",
        next_step=f"ดูเลขสุดท้ายในเล่ม แล้วพิมพ์ saraban register confirm {register.unit} --book {register.book} --year {register.year} --last เลข",
    )


def _taken(register: RegisterKey, number: int) -> Conflict:
    name = f"เลข {to_thai(number)} ของ{register.book.cover} {register.unit} ปี {to_thai(register.year)}"
    return Conflict(
        f"{name} มีผู้ใช้แล้ว",
        next_step=f"ดูด้วย saraban register show {register.unit} --book {register.book} --year {register.year}",
    )


def add_remark(entry: EntryRow, text: str) -> None:
    """Write a remark behind what the line's หมายเหตุ says already."""
    entry.remark = " ".join(filter(None, [entry.remark, text]))

"""เตือนเรื่องที่ค้าง: the numbered paper to a superior post about every unit below it that has not answered one paper.

Under the unit's seal, or as a signed memo where the ladder says so and somebody may sign; a vacant chair at the sender must not stop it.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from workflow.core.digest import DigestPaper
from workflow.core.document import SignatureBlock
from workflow.core.errors import NotFound, Refused
from workflow.core.letter_number import number_form
from workflow.core.memo_kind import AddressGroup, CaseFile, CitedPaper, OverdueItem
from workflow.core.office import Office
from workflow.core.org import Post, Unit
from workflow.core.register import Book, RegisterKey
from workflow.core.reminder import MEMO, STAMPED
from workflow.core.thai_date import be_year
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.gather_case import default_signature
from workflow.services.reminder_plan import DuePaper
from workflow.services.write_memo import MemoRequest, put_memo
from workflow.store.json_shapes import document_from
from workflow.store.matters import Trail
from workflow.store.registers import EntryDraft, Registers
from workflow.store.reminders import OpenPaper
from workflow.store.tables import MatterRow, MemoRow


@dataclass(frozen=True)
class Late:
    """Papers of one memo that units below one superior post have not answered, and the kind of paper the rung asks for."""

    office: Office
    superior: Post
    papers: tuple[OpenPaper, ...]
    kind: str

    @property
    def first(self) -> OpenPaper:
        """Any of the papers: what they share (matter, memo, sender) is asked of it."""
        return self.papers[0]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The dispatches it tells of."""
        return tuple(paper.dispatch for paper in self.papers)


def late_papers(office: Office, due: Sequence[DuePaper]) -> list[Late]:
    """Return what a person is told of units below him, one entry for each memo and superior post of his."""
    found: dict[tuple[int, str], list[DuePaper]] = {}
    for one in due:
        if one.superior is not None:
            found.setdefault((one.paper.memo, one.superior.code), []).append(one)
    return [
        Late(office, group[0].superior, tuple(one.paper for one in group), group[0].reached.rung.paper)
        for group in found.values() if group[0].superior is not None
    ]  # fmt: skip


def write_to_superior(session: Session, desk: Desk, late: Late, when: When) -> tuple[DigestPaper, int | None]:
    """Write the paper, number it in the sender's outgoing register, keep it with the matter; return what the day's message says of it.

    No number is spent where the superior leads the sender itself (he is told in the message alone), or where no unit up the sender's
    line has a register. SarabanError as for every memo (a letter the typeface lacks).
    """
    unit = _numbering_unit(late.office, late.first.from_unit, when.on)
    row, memo = session.get_one(MatterRow, late.first.matter), session.get_one(MemoRow, late.first.memo)
    if unit is None or late.superior.unit in {late.first.from_unit, unit.code}:
        return DigestPaper("", _plain_words(late), late.first.matter, late.numbers), None
    key = f"remind:{late.first.memo}:{late.superior.code}:{when.on.isoformat()}"
    register = RegisterKey(unit.code, Book.OUTGOING, be_year(when.on))
    subject = f"เตือนเรื่องที่ค้าง: {row.subject}"
    draft = EntryDraft(
        key=key, at=when.at, matter_id=row.id, subject=subject, letter_date=when.on, sender=unit.code,
        addressee=late.superior.title, form=number_form(unit, Book.OUTGOING, register.year),
    )  # fmt: skip
    entry = Registers(session, late.office.code, late.office.openings).issue(register, draft)
    kind, block = _signed(late, unit, when.on)
    case = _case(desk, late, unit, (entry.letter_number, when.on, block), _cited(row, memo, when.on))
    written = put_memo(session, desk, MemoRequest(late.first.matter, kind, key), case)
    told = f"เตือน {late.superior.title} ที่ {entry.letter_number} หน่วยที่ยังไม่ตอบ {to_thai(len(late.papers))} หน่วย"
    Trail(session, late.first.matter).note("reminded", unit.code, told, when)
    words = document_from(written.document).words()
    return DigestPaper(entry.letter_number, words, late.first.matter, late.numbers), written.id


def _numbering_unit(office: Office, sender: str, on: date) -> Unit | None:
    """Return the sender, or the nearest unit above that has an outgoing register."""
    chart = office.chart
    units = (chart.unit_by_code.get(code) for code in (sender, *chart.ancestors(sender, on)))
    return next((unit for unit in units if unit is not None and unit.can_issue_number), None)


def _signed(late: Late, unit: Unit, on: date) -> tuple[str, SignatureBlock]:
    """Return the kind of paper that can be made, and its signature block."""
    if late.kind == MEMO:
        with suppress(NotFound, Refused):
            return MEMO, default_signature(late.office.chart, unit.code, on)
    return STAMPED, SignatureBlock(None, unit.name, ())


def _cited(row: MatterRow, memo: MemoRow, on: date) -> CitedPaper:
    return CitedPaper(memo.unit, memo.number, memo.dated or on, row.subject)


def _case(desk: Desk, late: Late, unit: Unit, head: tuple[str, date, SignatureBlock], paper: CitedPaper) -> CaseFile:
    number, on, block = head
    items = tuple(
        OverdueItem(p.unit, paper, When(p.sent_at).on, p.due_on, desk.calendar().count(p.due_on, on))
        for p in sorted(late.papers, key=lambda p: (p.due_on, p.dispatch))
    )
    return CaseFile(
        unit=unit, office=late.office.short_name, number=number, on=on, to=(late.superior.title,),
        subject=f"ขอให้กำชับหน่วยในสังกัดตอบรับทราบหนังสือ เรื่อง {paper.subject}", signature=block, host=paper, overdue=items[0],
        overdue_below=items, groups=(AddressGroup((late.superior.title,), downward=False),), words=late.office.words,
    )  # fmt: skip


def _plain_words(late: Late) -> str:
    units = " ".join(paper.unit for paper in late.papers)
    return to_thai(f"หน่วยในบังคับบัญชาที่ยังไม่ตอบรับทราบ {len(late.papers)} หน่วย: {units}")

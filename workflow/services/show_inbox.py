"""The inbox of a desk: the papers of its unit, or those sent to the post one holds or acts for; the soonest due first."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from workflow.core.dispatch import DispatchState
from workflow.core.when import When
from workflow.core.working_as import Role, WorkingAs
from workflow.routing.speaking import speaks_for
from workflow.services.desk import Desk
from workflow.services.recipients import Answers, Recipient, everyone, tree
from workflow.store.matters import acknowledgements_of, receipts_of
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.store.unit_papers import Before, Tray, count_trays, papers_in

__all__ = ["InboxPaper", "InboxView", "Tray", "before_of", "show_inbox"]

PAGE = 50


@dataclass(frozen=True)
class InboxPaper:
    """One paper before the desk: what it is about, from whom under which number, and how far it has come here.

    `may_stamp` and `may_acknowledge`: what this desk may still do with it.
    """

    matter: int
    subject: str
    number: str
    from_unit: str
    to: Recipient
    may_stamp: bool
    may_acknowledge: bool


@dataclass(frozen=True)
class InboxView:
    """A page of a tray, and how many lie in each."""

    tray: Tray
    counts: dict[Tray, int]
    papers: tuple[InboxPaper, ...]
    page: int
    pages: int


def show_inbox(desk: Desk, who: WorkingAs, when: When, *, tray: Tray = Tray.OPEN, page: int = 1) -> InboxView:
    """Return a page of somebody's inbox as of a moment; looking changes nothing."""
    before = before_of(who, when.on)
    with desk.store.read() as session:
        counts = count_trays(session, before)
        numbers = papers_in(session, before, tray, (PAGE * (page - 1), PAGE))
        papers = _papers(session, who, before, numbers)
    return InboxView(tray, counts, papers, page, max(1, -(-counts[tray] // PAGE)))


def before_of(who: WorkingAs, on: date) -> Before:
    """Return whose papers lie before somebody: an officer's post, else the unit."""
    return Before(who.office, who.unit, speaks_for(who), on)


def _papers(session: Session, who: WorkingAs, before: Before, numbers: list[int]) -> tuple[InboxPaper, ...]:
    rows = session.exec(select(DispatchRow).where(col(DispatchRow.id).in_(numbers))).all()
    answers = Answers(rows, receipts_of(session, numbers), acknowledgements_of(session, numbers), before.today)
    to = {one.dispatch: one for one in everyone(tree(answers))}
    matters = dict(
        session.exec(
            select(MatterRow.id, MatterRow.subject).where(col(MatterRow.id).in_(row.matter_id for row in rows))
        ).all()
    )
    memos = dict(
        session.exec(select(MemoRow.id, MemoRow.number).where(col(MemoRow.id).in_(row.memo_id for row in rows))).all()
    )
    by_number = {row.id: row for row in rows}
    return tuple(
        _paper(who, by_number[n], to[n], (matters[by_number[n].matter_id], memos[by_number[n].memo_id]))
        for n in numbers
    )


def _paper(who: WorkingAs, sent: DispatchRow, to: Recipient, what: tuple[str, str]) -> InboxPaper:
    open_ = not DispatchState(sent.state).closed
    stamped = any(receipt.unit == sent.unit for receipt in to.receipts)
    acts = who.role in {Role.REGISTRY, Role.OFFICER}
    waiting = sent.state in {DispatchState.SENT, DispatchState.RECEIVED}
    return InboxPaper(
        sent.matter_id, what[0], what[1], sent.from_unit, to, may_stamp=open_ and not stamped and acts,
        may_acknowledge=waiting and who.role == Role.OFFICER,
    )  # fmt: skip

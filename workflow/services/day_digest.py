"""What each person is told in a day's message: the papers due, every other paper that waits for him, the papers about units below him."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlmodel import Session

from workflow.core.digest import MOST, Digest, DigestItem, DigestPaper, most_urgent_first
from workflow.core.office import Office
from workflow.core.thai_date import short
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.reminder_plan import Matters, PersonDue, Plan
from workflow.services.superior_paper import late_papers, write_to_superior
from workflow.store.reminders import OpenPaper, attach_paper, open_papers_of
from workflow.store.tables import MemoRow


@dataclass
class Digests:
    """Writes the messages of one office's people inside an open transaction; papers to superiors are numbered here."""

    session: Session
    desk: Desk
    plan: Plan
    when: When
    office: Office
    memos: dict[int, MemoRow] = field(default_factory=dict)

    @cached_property
    def matters(self) -> Matters:
        """The matters the papers belong to."""
        return Matters(self.session, self.desk, self.plan.urgencies)

    def of(self, people: Sequence[PersonDue], notices: dict[str, int]) -> dict[str, Digest]:
        """Return what each person is told, by the person's key."""
        directory = self.plan.directories[self.office.code]
        posts = {who.person.key: directory.posts_of(who.person) for who in people}
        open_: dict[str, list[OpenPaper]] = {}
        for paper in open_papers_of(
            self.session, self.office.code, sorted({p for mine in posts.values() for p in mine})
        ):
            open_.setdefault(paper.post, []).append(paper)
        return {
            who.person.key: self._digest(
                who, [p for post in posts[who.person.key] for p in open_.get(post, ())], notices
            )
            for who in people
        }

    def _digest(self, who: PersonDue, waiting: Sequence[OpenPaper], notices: dict[str, int]) -> Digest:
        rungs = {one.paper.dispatch: one.reached.rung.name for one in who.due if not one.superior}
        papers = {paper.dispatch: paper for paper in [*waiting, *(o.paper for o in who.due if not o.superior)]}
        shown = sorted(papers.values(), key=lambda paper: (paper.dispatch not in rungs, paper.due_on, paper.dispatch))[
            :MOST
        ]
        return Digest(
            who.person.title, self.plan.today, f"สารบรรณ {self.office.short_name}", self.desk.url,
            most_urgent_first([self._item(paper, rungs.get(paper.dispatch)) for paper in shown]),
            tuple(self._papers(who, notices[who.person.key])), len(papers) - len(shown),
        )  # fmt: skip

    def _papers(self, who: PersonDue, notice: int) -> Iterator[DigestPaper]:
        for late in late_papers(self.office, who.due):
            paper, memo = write_to_superior(self.session, self.desk, late, self.when)
            if memo is not None:
                attach_paper(self.session, notice, late.numbers, memo)
            yield paper

    def _item(self, paper: OpenPaper, rung: str | None) -> DigestItem:
        if paper.memo not in self.memos:
            self.memos[paper.memo] = self.session.get_one(MemoRow, paper.memo)
        memo, matters = self.memos[paper.memo], self.matters
        cited = f"{memo.unit} ที่ {memo.number} ลง {short(memo.dated or When(paper.sent_at).on)}"
        return DigestItem(
            paper.dispatch, paper.matter, cited, matters.row(paper.matter).subject, paper.post, paper.due_on,
            self.plan.calendar.count(paper.due_on, self.plan.today), rung, matters.urgency(paper.matter),
        )  # fmt: skip

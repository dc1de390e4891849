"""The links by which one addressee acknowledges: making one, taking it back, and what its page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from workflow.core.errors import NotFound, SarabanError
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.link import Link, token_of
from workflow.core.office import Office
from workflow.core.when import When
from workflow.routing.acknowledging import Said, Word, acknowledge, who_answers
from workflow.routing.links import check_link, link_for
from workflow.services.desk import Desk
from workflow.services.take_words import LINK_UNKNOWN
from workflow.store.matters import dispatch_numbered, dispatch_to
from workflow.store.tables import DispatchRow, MatterRow, MemoRow
from workflow.store.words import Case, cases, take_back


@dataclass(frozen=True)
class LinkView:
    """What the page of a link shows; `said` once the post has acknowledged, `refusal` where the link may not act."""

    subject: str
    number: str
    from_unit: str
    sent_at: datetime
    due_on: date
    title: str
    name: str
    capacity: str
    said: Said | None
    refusal: SarabanError | None


@dataclass(frozen=True)
class LinkMade:
    """A link: to which dispatch, for which post, and its token."""

    dispatch: int
    post: str
    token: str


def dispatch_of(desk: Desk, matter: int, unit: str | None, number: int | None) -> int:
    """Return the dispatch that was named by its number, or the one the unit has to answer; NotFound or Conflict otherwise."""
    with desk.store.read() as session:
        if number is not None:
            return dispatch_numbered(session, matter, number).id or 0
        return dispatch_to(session, matter, unit or "").id or 0


def make_links(desk: Desk, dispatches: Sequence[int], when: When) -> list[LinkMade]:
    """Return the links of these dispatches as of a day (200,000 need no row); Refused for a post that needs a log-in."""
    key = desk.link_key()
    with desk.store.read() as session:
        found = cases(session, dispatches, lock=False)
    made = []
    for number, case in found.items():
        link = link_for(desk.office(case.office), number, case.standing, case.edition, when)
        made.append(LinkMade(number, case.standing.post, token_of(link, key)))
    return made


def revoke_link(desk: Desk, dispatch: int, when: When) -> None:
    """Take back the link of a dispatch: what was given out is worthless, the next one made is good."""
    with desk.store.write() as session:
        take_back(session, dispatch, when.at)


def show_link(desk: Desk, link: Link, when: When) -> LinkView:
    """Return what the page of a link shows as of a moment; looking changes nothing. NotFound when there is no such dispatch."""
    with desk.store.read() as session:
        case = cases(session, [link.dispatch], lock=False).get(link.dispatch)
        if case is None:
            raise NotFound(LINK_UNKNOWN[0], next_step=LINK_UNKNOWN[1])
        return _view(session, desk.office(case.office), case, link, when)


def _view(session: Session, office: Office, case: Case, link: Link, when: When) -> LinkView:
    sent, matter = session.get_one(DispatchRow, case.dispatch), session.get_one(MatterRow, case.matter)
    said = case.standing.said.get(who_answers(office.chart, case.standing, when))
    refusal, name, capacity = None, "", ""
    try:
        check_link(office, link, case.standing, case.edition, when)
        would = acknowledge(office.chart, case.standing, Word(when, evidence=EvidenceLevel.LINK)).said
        name, capacity = would.name, would.capacity
    except SarabanError as error:
        refusal = error
    post = office.chart.post_by_code.get(sent.post)
    title = case.standing.position.title if case.standing.position else (post.title if post else sent.post)
    memo = session.get_one(MemoRow, sent.memo_id)
    return LinkView(
        subject=matter.subject, number=memo.number, from_unit=sent.from_unit, sent_at=sent.sent_at, due_on=sent.due_on,
        title=title, name=name, capacity=capacity, said=said, refusal=refusal,
    )  # fmt: skip

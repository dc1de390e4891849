"""The links of those who have not answered, page by page: for addressees outside the system, who acknowledge without a log-in."""

from dataclasses import dataclass
from datetime import date

from workflow.core.errors import SarabanError
from workflow.core.tracking import Pill
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.list_recipients import ListAsked, list_recipients
from workflow.services.show_link import make_links
from workflow.store.recipient_lists import Place


@dataclass(frozen=True)
class LinkLine:
    """One addressee with his link; `refusal` says why there is none (a post of high rank logs in)."""

    dispatch: int
    unit: str
    post: str
    due_on: date
    overdue: bool
    url: str = ""
    refusal: str = ""


@dataclass(frozen=True)
class LinkList:
    """A page of links of a matter."""

    matter: int
    subject: str
    waiting: int
    lines: tuple[LinkLine, ...]
    following: Place | None


def list_links(desk: Desk, matter: int, unit: str | None, after: Place, when: When) -> LinkList:
    """Return a page of the links of a matter (or one branch of it) as of a moment; nothing is written, a link needs no row."""
    page = list_recipients(desk, ListAsked(matter, Pill.UNANSWERED, unit, after), today=when.on)
    lines = []
    for one in page.lines:
        to = one.recipient
        url, refusal = _link(desk, to.dispatch, when)
        lines.append(
            LinkLine(to.dispatch, to.unit, f"{to.post} {one.title}".strip(), to.due_on, to.overdue, url, refusal)
        )
    return LinkList(matter, page.subject, page.counts.waiting, tuple(lines), page.following)


def _link(desk: Desk, dispatch: int, when: When) -> tuple[str, str]:
    try:
        (made,) = make_links(desk, [dispatch], when)
    except SarabanError as refusal:
        return "", str(refusal)
    return f"{desk.url}/a/{made.token}", ""

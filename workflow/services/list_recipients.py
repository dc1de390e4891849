"""The recipients of a matter as a list to filter, share and take away: any pill, any branch, page by page however many there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col, select

from workflow.core.tracking import NodeCounts, Pill
from workflow.services.desk import Desk
from workflow.services.recipients import Answers, Recipient, everyone, tree
from workflow.services.track import TrackRequest, count_at
from workflow.store import counting
from workflow.store.matters import acknowledgements_of, look_at, receipts_of
from workflow.store.recipient_lists import Place, Wanted, places
from workflow.store.sending_tables import RosterRow
from workflow.store.tables import DispatchRow, MemoRow

PAGE = 50
BEGINNING = Place()
PIECE = 1_000  # rows of a file at a time


@dataclass(frozen=True)
class ListAsked:
    """Which recipients of a matter are asked for: a pill, a branch (None: everywhere), and after which place the page begins."""

    matter: int
    pill: Pill = Pill.ALL
    unit: str | None = None
    after: Place = BEGINNING


@dataclass(frozen=True)
class Listed:
    """One recipient of a list, with the letter number of the paper and the title of a position that only the roster knows."""

    recipient: Recipient
    number: str
    title: str = ""


@dataclass(frozen=True)
class RecipientList:
    """A page: the counts of the branch, its lines, and where the next page begins (None: this is the last)."""

    matter: int
    office: str
    owner: str
    subject: str
    unit: str | None
    name: str
    counts: NodeCounts
    lines: tuple[Listed, ...]
    following: Place | None


def list_recipients(desk: Desk, asked: ListAsked, *, today: date) -> RecipientList:
    """Return a page of a matter's recipients as of a day; NotFound for an unknown matter or unit."""
    with desk.store.read() as session:
        row = look_at(session, asked.matter)
        office = desk.office(row.office)
        name = office.chart.unit(asked.unit).name if asked.unit else office.name
        counts = count_at(session, TrackRequest(asked.matter, asked.unit, rolled=True), today)
        found = places(session, _wanted(session, asked, today), asked.after, PAGE + 1)
        lines = _lines(session, row.office, [place.dispatch for place in found[:PAGE]], today)
    following = found[PAGE - 1] if len(found) > PAGE else None
    return RecipientList(
        asked.matter, row.office, row.unit, row.subject, asked.unit, name, counts, lines, following
    )  # fmt: skip


def each_recipient(desk: Desk, asked: ListAsked, *, today: date) -> Iterator[Listed]:
    """Yield every recipient asked for, read in pieces, each in a transaction of its own: a slow reader holds up nobody."""
    after: Place | None = asked.after
    while after is not None:
        with desk.store.read() as session:
            row = look_at(session, asked.matter)
            found = places(session, _wanted(session, asked, today), after, PIECE)
            lines = _lines(session, row.office, [place.dispatch for place in found], today)
        yield from lines
        after = found[-1] if len(found) == PIECE else None


def first_overdue(
    session: Session, office: str, unit: str, matters: Sequence[int], today: date, most: int
) -> tuple[tuple[int, Listed], ...]:
    """Return the first overdue recipients of a branch, matter by matter: where they are is asked of each, who they are once."""
    found: list[tuple[int, int]] = []
    for matter in matters:
        if len(found) >= most:
            break
        wanted = _wanted(session, ListAsked(matter, Pill.OVERDUE, unit), today)
        found += [(matter, place.dispatch) for place in places(session, wanted, BEGINNING, most - len(found))]
    lines = _lines(session, office, [dispatch for _, dispatch in found], today)
    return tuple((matter, line) for (matter, _), line in zip(found, lines, strict=True))


def _wanted(session: Session, asked: ListAsked, today: date) -> Wanted:
    spans = None if asked.unit is None else counting.spans_at(session, asked.matter, [asked.unit])
    return Wanted(asked.matter, asked.pill, today, spans)


def _lines(session: Session, office: str, numbers: Sequence[int], today: date) -> tuple[Listed, ...]:
    rows = session.exec(select(DispatchRow).where(col(DispatchRow.id).in_(numbers))).all()
    answers = Answers(rows, receipts_of(session, numbers), acknowledgements_of(session, numbers), today)
    by_number = {one.dispatch: replace(one, children=()) for one in everyone(tree(answers))}
    memos = {one.memo for one in by_number.values()}
    letters = dict(session.exec(select(MemoRow.id, MemoRow.number).where(col(MemoRow.id).in_(memos))).all())
    posts = {one.post for one in by_number.values()}
    known = select(RosterRow.post, RosterRow.title).where(RosterRow.office == office, col(RosterRow.post).in_(posts))
    titles = dict(session.exec(known).all())
    listed = (by_number[number] for number in numbers if number in by_number)
    return tuple(Listed(one, letters.get(one.memo, ""), titles.get(one.post, "")) for one in listed)

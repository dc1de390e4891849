"""At which desks a person may work on a day: those given to the account, and by the posts it holds those of acting appointments."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlmodel import Session

from workflow.core.acting import Act
from workflow.core.errors import ConfigError, NotFound, Refused
from workflow.core.office import Office
from workflow.core.org import Holder, OrgChart
from workflow.core.working_as import Role, WorkingAs
from workflow.routing.authority import capacity
from workflow.services.desk import Desk
from workflow.store.account_tables import AccountDeskRow, AccountRow
from workflow.store.roster import position

ACTS = (Act.ACKNOWLEDGE, Act.ORDER, Act.SIGN, Act.ENDORSE)


def desks_held(
    desk: Desk, session: Session, account: AccountRow, given: Sequence[AccountDeskRow], on: date
) -> tuple[WorkingAs, ...]:
    """Return every desk the person may work at that day, in the order given; a desk of a unit that is gone is left out."""
    found: dict[str, WorkingAs] = {}
    for row in given:
        try:
            office = desk.office(row.office)
        except (NotFound, ConfigError):  # the office's configuration was taken away: nothing can be done there
            continue
        for held in _desks(session, office, account, row, on):
            found.setdefault(held.key, held)
    return tuple(found.values())


def _desks(session: Session, office: Office, account: AccountRow, row: AccountDeskRow, on: date) -> Iterator[WorkingAs]:
    number, role = account.id or 0, Role(row.role)
    if role == Role.OFFICER:
        yield from _posts(session, office, account, row.post, on)
    elif role == Role.ADMIN:
        yield WorkingAs(number, account.person, office.code, row.unit, role, f"{role.thai} {office.short_name}")
    elif row.unit in office.chart.unit_by_code and office.chart.unit(row.unit).exists_on(on):
        yield WorkingAs(number, account.person, office.code, row.unit, role, f"{role.thai} {row.unit}")


def _posts(session: Session, office: Office, account: AccountRow, post: str, on: date) -> Iterator[WorkingAs]:
    number, chart = account.id or 0, office.chart
    if post not in chart.post_by_code:
        sits = position(session, office.code, post)
        if sits and same_person(account.person, sits.rank, sits.name):
            yield WorkingAs(number, account.person, office.code, sits.unit, Role.OFFICER, sits.title, post)
        return
    if not holds(chart, account.person, post, on):
        return
    held = chart.post(post)
    yield WorkingAs(number, account.person, office.code, held.unit, Role.OFFICER, held.title, post)
    for principal in dict.fromkeys(a.for_post for a in chart.acting if a.by_post == post and a.in_force_on(on)):
        title = _acting_title(chart, post, principal, on)
        if title:
            unit = chart.post(principal).unit
            yield WorkingAs(number, account.person, office.code, unit, Role.OFFICER, title, post, principal)


def _acting_title(chart: OrgChart, post: str, principal: str, on: date) -> str:
    """Return how the person signs for the principal that day, "" when no act is covered."""
    if principal not in chart.post_by_code:
        return ""
    of_fields = (
        unit for field in chart.fields_of_work for unit in field.units
    )  # a limited appointment covers their matters alone
    for unit in (None, chart.post(principal).unit, *of_fields):
        for act in ACTS:
            try:
                return capacity(chart, signer_post=post, for_post=principal, on=on, act=act, unit=unit).title
            except Refused:
                continue
    return ""


def holds(chart: OrgChart, person: str, post: str, on: date) -> bool:
    """Whether the person holds the post that day: named by the chart; of a post that the chart names nobody for, the account tells."""
    named = chart.holders_of(post)
    if not named:
        return True
    holder: Holder | None = chart.holder(post, on)
    return holder is not None and same_person(person, holder.rank, holder.name)


def same_person(person: str, rank: str | None, name: str) -> bool:
    """Whether an account's person is the one a chart names, with the rank or without it, however spaced."""
    told = "".join(person.split())
    return told in {"".join(name.split()), "".join(f"{rank or ''}{name}".split())}

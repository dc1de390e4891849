"""Acknowledgements taken by the batch: each is decided as if it came alone, all that were taken are written together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sqlmodel import Session

from workflow import failpoints
from workflow.core.errors import NotFound, SarabanError
from workflow.core.link import Link
from workflow.core.office import Office
from workflow.routing.acknowledging import (
    Acknowledged,
    Word,
    acknowledge,
    no_such_dispatch,
    with_word,
    wrong_unit,
)
from workflow.routing.links import check_link
from workflow.services.desk import Desk
from workflow.store.words import Case, Change, cases, write_words

LINK_UNKNOWN = ("ไม่พบลิงก์นี้", "ตรวจว่าคัดลอกลิงก์มาครบ หรือขอลิงก์ใหม่จากหน่วยที่ส่ง")  # the same for a wrong and for an unknown one

Offices = Callable[[str], Office]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word on one dispatch: on the page of which `matter` and `unit` it was given, or by which `link`."""

    dispatch: int
    word: Word
    matter: int | None = None
    unit: str | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What was recorded: the receipt number or the capacity, whether it had been recorded before; for a word, whose name stands there."""

    what: str
    again: bool = False
    name: str = ""


def acknowledge_many(desk: Desk, spoken: Sequence[Spoken]) -> list[Answered | SarabanError]:
    """Take a batch of words in one transaction; return for each, in order, what was recorded or why it was refused."""
    with desk.store.write() as session:
        return take_words(session, desk, spoken)


def take_words(session: Session, desk: Desk, spoken: Sequence[Spoken]) -> list[Answered | SarabanError]:
    """Take the words inside the caller's transaction; one refused harms none of the others."""
    standing = cases(session, [said.dispatch for said in spoken], lock=True)
    office = cache(
        desk.office
    )  # asked once a batch: whether the chart's files changed costs some thirty calls of the system
    changes: list[Change] = []
    answers = [_take(office, standing, changes, said) for said in spoken]
    failpoints.reached("words.decided")
    if changes:
        write_words(session, changes)
    return answers


def _take(office: Offices, standing: dict[int, Case], changes: list[Change], said: Spoken) -> Answered | SarabanError:
    try:
        case = _case(standing, said)
        done = _decide(office(case.office), case, said)
    except SarabanError as refusal:
        return refusal
    if not done.again:
        changes.append(Change(case, done, said.word.when.timed))
        standing[said.dispatch] = replace(case, standing=with_word(case.standing, done))
    return Answered(done.said.capacity, done.again, done.said.name)


def _case(standing: dict[int, Case], said: Spoken) -> Case:
    case = standing.get(said.dispatch)
    if case is None and said.matter is None:
        raise NotFound(LINK_UNKNOWN[0], next_step=LINK_UNKNOWN[1])
    if case is None or said.matter not in {None, case.matter}:
        raise no_such_dispatch(said.matter or 0, said.dispatch)
    if said.unit not in {None, case.standing.unit}:
        raise wrong_unit(said.dispatch, case.standing.unit, said.unit or "", case.matter)
    return case


def _decide(office: Office, case: Case, said: Spoken) -> Acknowledged:
    if said.unit is not None:
        office.chart.unit(said.unit)
    if said.link is not None:
        check_link(office, said.link, case.standing, case.edition, said.word.when)
    return acknowledge(office.chart, case.standing, said.word)

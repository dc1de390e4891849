"""Play a whole chain of papers: from the letter to the last acknowledgement, every unit answering under its own number.

A play is a rehearsal (ซ้อม): it keeps to the same services, registers and rules as real work, and every act of it says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.core.chain import Chain
from workflow.core.dispatch import DispatchState
from workflow.core.errors import NotFound, SarabanError
from workflow.core.matter import MatterState
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.plan import plan
from workflow.services.answer import REHEARSED, AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.bundle_run import BundleRun, Tell
from workflow.services.decide_up import decide_up
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.receive_letter import Arrival
from workflow.services.rehearse import mark_rehearsed
from workflow.services.run_bundle import run_bundle
from workflow.store.matters import dispatches, events, matter
from workflow.store.tables import DispatchRow


@dataclass(frozen=True)
class Played:
    """The matter that was played, and what went wrong at single units (the others are none the worse for it)."""

    run: BundleRun
    troubles: tuple[str, ...]


def play_chain(desk: Desk, chain: Chain, tell: Tell) -> Played:
    """Play the chain; safe to run again: what has been done is found, what is missing is done."""
    owner = desk.office(chain.office).owner_unit
    run = run_bundle(desk, Arrival(chain.letter, chain.office, owner, chain.received), tell)
    mark_rehearsed(run)
    _order(run, chain)
    _send(run, chain)
    troubles = _answer_to_the_last(run, chain)
    return Played(run, troubles)


def _order(run: BundleRun, chain: Chain) -> None:
    if _state(run) != MatterState.SUBMITTED:
        return
    when = run.later(_last_moment(run), 1)
    decided = decide_up(run.desk, run.matter, f"{chain.order}{REHEARSED}", when)
    run.tell(f"(ซ้อม) สั่งการ {short(when.on)} {decided.capacity}")


def _send(run: BundleRun, chain: Chain) -> None:
    if _state(run) != MatterState.ORDERED:
        return
    request = DispatchRequest(run.matter, chain.to, run.later(_last_moment(run), 1), kind=chain.kind, remark=REHEARSED)
    sent = dispatch_memo(run.desk, request)
    run.tell(f"(ซ้อม) ส่ง ที่ {sent.number} ถึง {to_thai(sent.count)} ราย")


def _answer_to_the_last(run: BundleRun, chain: Chain) -> tuple[str, ...]:
    """Let unit after unit answer, wave by wave, until nobody is left who can."""
    troubles: dict[int, str] = {}
    while wave := [row for row in _waiting(run, chain) if row.id not in troubles]:
        for row in wave:
            try:
                _answer(run, chain, row)
            except SarabanError as error:
                troubles[row.id or 0] = f"{row.unit}: {error}"
        run.tell(f"(ซ้อม) อีก {to_thai(len(wave))} ราย ลงรับและรับทราบ")
    return tuple(troubles.values())


def _waiting(run: BundleRun, chain: Chain) -> Sequence[DispatchRow]:
    """Return the dispatches nobody answered, and those acknowledged whose unit has yet to pass the paper on."""
    with run.desk.store.read() as session:
        rows = dispatches(session, run.matter)
    stopped = (DispatchState.ACKNOWLEDGED,)  # a play that was cut off between the two acts
    return [
        r
        for r in rows
        if not DispatchState(r.state).answered or (r.state in stopped and _next(run, chain, r) is not None)
    ]


def _answer(run: BundleRun, chain: Chain, sent: DispatchRow) -> None:
    """Stamp it the next working day, acknowledge it then, and pass it on the day after where the chain says to whom."""
    unit, number = sent.unit, sent.id
    received = run.later(When(sent.sent_at), 1)
    if sent.state == DispatchState.SENT:
        stamp_receipt(run.desk, StampRequest(run.matter, unit, received, remark=REHEARSED, dispatch=number))
    acknowledge(run.desk, AckRequest(run.matter, unit, received, evidence="rehearsal", dispatch=number))
    passing = _next(run, chain, sent)
    if passing:
        forward(run.desk, passing)


def _next(run: BundleRun, chain: Chain, sent: DispatchRow) -> DispatchRequest | None:
    """Return what the unit passes on; None when it keeps the paper: nobody below it, or no register to number a note in."""
    unit = run.office.chart.unit(sent.unit)
    when = run.later(When(sent.sent_at), 2)
    to = chain.passed_on_to(unit.level, unit.code)
    if not (to and unit.can_issue_number):
        return None
    request = DispatchRequest(run.matter, to, when, unit=unit.code, parent=sent.id, remark=REHEARSED)
    try:
        plan(run.office.chart, to, sender=unit.code, on=when.on)
    except NotFound:
        return None
    return request


def _state(run: BundleRun) -> str:
    with run.desk.store.read() as session:
        return matter(session, run.matter).state


def _last_moment(run: BundleRun) -> When:
    with run.desk.store.read() as session:
        return When(events(session, run.matter)[-1].at)

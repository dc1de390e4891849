"""For rehearsals: a memo goes its way up until somebody decides: each officer decides where he may for the addressee, else he lets it pass."""

from workflow.core.acting import Act
from workflow.core.errors import Refused
from workflow.core.journey import turn
from workflow.core.when import When
from workflow.routing.authority import acting_post, stand_ins
from workflow.services.desk import Desk
from workflow.services.give_order import Decided, Decision, give_order, pass_memo
from workflow.store.journeys import as_steps, last_journey, steps_of
from workflow.store.matters import look_at


def decide_up(desk: Desk, number: int, text: str, when: When) -> Decided:
    """Walk a submitted memo's journey to its order on one day and return in which capacity it was given."""
    while waiting := waiting_for(desk, number):
        with desk.store.read() as session:
            row = look_at(session, number)
        office = desk.office(row.office)
        chart, to = office.chart, office.addressee_post
        post = acting_post(chart, waiting[0], when.on, Act.ORDER if waiting[0] == to else Act.ENDORSE, row.unit)
        decides = {to, *stand_ins(chart, to, when.on, Act.ORDER, row.unit)}
        if post in decides:
            return give_order(desk, Decision(number, text, post, when))
        pass_memo(desk, Decision(number, "", post, when))
    raise Refused("บันทึกนี้ไม่มีผู้รอสั่งการแล้ว", next_step=f"ดูลำดับด้วย saraban journey {number}")


def waiting_for(desk: Desk, number: int) -> tuple[str, ...]:
    """Return the posts whose turn it is on a matter's memo; () when nobody is waited for."""
    with desk.store.read() as session:
        journey = last_journey(session, number)
        steps = as_steps(steps_of(session, [journey.id or 0])) if journey and journey.state == "open" else ()
    return tuple(step.post for step in turn(steps))

"""A rehearsal (ซ้อม): units that have not answered are made to answer, so that a newcomer sees every state. Nothing of it is real.

Every act of a rehearsal says so: the evidence of an acknowledgement is `rehearsal`. It is never part of a run without `--rehearse`.
"""

from dataclasses import replace
from datetime import date

from workflow.core.matter import MatterState
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.answer import REHEARSED, AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.bundle_run import BundleRun
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.gather_case import head_of
from workflow.services.give_order import Decision, give_order
from workflow.services.send_reminders import preview_reminders, sweep_reminders
from workflow.services.show_status import Recipient, show_status

FORWARDS = 2  # how many units pass the paper on in a rehearsal


def rehearse_answers(run: BundleRun) -> None:
    """Let the commander and the units answer as they might; safe to run again."""
    _rehearse_order(run)
    status = show_status(run.desk, run.matter, today=date.min)
    if not status.recipients:
        return
    waiting = [r for r in status.recipients if r.state == "sent"]
    if not any(a.evidence == "rehearsal" for r in status.recipients for a in r.acknowledgements):
        _answer(run, waiting)
    if not any(line.kind == "reminded" for line in status.timeline):
        _rehearse_reminders(run, status.recipients[0].due_on)


def _rehearse_order(run: BundleRun) -> None:
    """Give the order and send the memo down when the file itself holds neither."""
    status = show_status(run.desk, run.matter, today=date.min)
    if status.state != MatterState.SUBMITTED:
        return
    by_post = run.office.via_post or run.office.addressee_post
    when = _later(run, status.timeline[-1].when, 1)
    decided = give_order(run.desk, Decision(run.matter, "เห็นชอบตามที่เสนอในข้อ ๓", by_post, when))
    run.tell(f"(ซ้อม) สั่งการ {short(when.on)} {decided.capacity}")
    grade = head_of(run.office.chart, run.office.owner_unit).grade
    request = DispatchRequest(run.matter, (f"{grade} หรือผู้ดำรงตำแหน่งเทียบเท่า",), _later(run, when, 1))
    sent = dispatch_memo(run.desk, request)
    run.tell(f"(ซ้อม) เวียน ที่ {sent.number} ถึง {to_thai(len(sent.plan.dispatches))} ราย")


def _answer(run: BundleRun, waiting: list[Recipient]) -> None:
    """Of each four: one is silent, two stamp it, one of these also acknowledges; the first few pass it on."""
    received = acknowledged = passed = 0
    for n, recipient in enumerate(waiting):
        if n % 4 == 0:
            continue
        sent = When(recipient.sent_at)
        stamp_receipt(
            run.desk, StampRequest(run.matter, recipient.unit, _later(run, sent, 1 + n % 3), remark=REHEARSED)
        )
        received += 1
        if n % 4 == 1:
            when = _later(run, sent, 2 + n % 3)
            acknowledge(run.desk, AckRequest(run.matter, recipient.unit, when, evidence="rehearsal"))
            acknowledged += 1
            passed += passed < FORWARDS and _pass_on(run, recipient, when)
    run.tell(f"(ซ้อม) ลงรับ {to_thai(received)} หน่วย รับทราบ {to_thai(acknowledged)} หน่วย ส่งต่อ {to_thai(passed)} หน่วย")


def _pass_on(run: BundleRun, recipient: Recipient, when: When) -> bool:
    chart = run.office.chart
    below = [u for u in chart.children(recipient.unit, when.on) if chart.head(u)]
    if not (below and chart.unit(recipient.unit).can_issue_number):
        return False
    request = DispatchRequest(run.matter, tuple(head_of(chart, u).code for u in below), when, unit=recipient.unit)
    return not forward(run.desk, replace(request, remark=REHEARSED)).again


def _rehearse_reminders(run: BundleRun, due_on: date) -> None:
    """Sweep as of the first working day on which a reminder falls due."""
    calendar = run.desk.calendar()
    for days in range(10):
        on = calendar.add(due_on, days)
        if preview_reminders(run.desk, today=on):
            swept = sweep_reminders(run.desk, at=When.day(on).at)
            run.tell(
                f"(ซ้อม) เตือน ณ {short(on)}: {to_thai(len(swept.promised))} ราย ส่งแล้ว {to_thai(swept.delivered)} ฉบับ"
            )
            return


def _later(run: BundleRun, when: When, working_days: int) -> When:
    return When.day(run.desk.calendar().add(when.on, working_days), "09:30")

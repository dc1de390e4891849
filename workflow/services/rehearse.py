"""A rehearsal (ซ้อม): units that have not answered are made to answer, so that a newcomer sees every state. Nothing of it is real.

Every act of a rehearsal says so: the evidence of an acknowledgement is `rehearsal`. It is never part of a run without `--rehearse`.
"""

from datetime import date

from workflow.core.errors import Refused
from workflow.core.matter import MatterState
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.delivery.mail import EmlFolder
from workflow.services.answer import REHEARSED, AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.bundle_run import BundleRun
from workflow.services.decide_up import decide_up
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.gather_case import head_of
from workflow.services.send_reminders import preview_reminders, sweep_reminders
from workflow.services.show_status import Recipient, show_status
from workflow.store.matters import Trail, all_matters, events, matter

KIND = "rehearsed"
FORWARDS = 2  # how many units pass the paper on in a rehearsal


def guard_rehearsal(desk: Desk) -> None:
    """Refuse to rehearse where real matters lie or real mail would leave: a rehearsal writes into registers."""
    if not isinstance(desk.channel, EmlFolder):
        raise Refused("มีเครื่องส่งอีเมลจริงอยู่ จึงซ้อมไม่ได้", next_step="เอา SARABAN_SMTP_URL ออกก่อน แล้วซ้อมใหม่")
    with desk.store.read() as session:
        real = [row.id for row in all_matters(session) if not any(e.kind == KIND for e in events(session, row.id or 0))]
    if real:
        raise Refused(
            f"ฐานข้อมูลนี้มีเรื่องจริง {to_thai(len(real))} เรื่อง จึงซ้อมปนไม่ได้",
            next_step="ซ้อมในโฟลเดอร์อื่น: SARABAN_DATA=ซ้อม saraban run …",
        )


def rehearse_answers(run: BundleRun) -> None:
    """Let the commander and the units answer as they might; safe to run again."""
    mark_rehearsed(run)
    _rehearse_order(run)
    status = show_status(run.desk, run.matter, today=date.min)
    if not status.recipients:
        return
    waiting = [r for r in status.recipients if r.state == "sent"]
    if not any(a.evidence == "rehearsal" for r in status.recipients for a in r.acknowledgements):
        _answer(run, waiting)
    if not any(line.kind == "reminded" for line in status.timeline):
        _rehearse_reminders(run, status.recipients[0].due_on)


def mark_rehearsed(run: BundleRun) -> None:
    """Write into the matter's trail that it is a rehearsal; once."""
    with run.desk.store.write() as session:
        if not any(event.kind == KIND for event in events(session, run.matter)):
            when = When(matter(session, run.matter).opened_at)
            Trail(session, run.matter).note(KIND, run.office.owner_unit, "เรื่องนี้เป็นการซ้อม ไม่ใช่เรื่องจริง", when)


def _rehearse_order(run: BundleRun) -> None:
    """Give the order and send the memo down when the file itself holds neither."""
    status = show_status(run.desk, run.matter, today=date.min)
    if status.state != MatterState.SUBMITTED:
        return
    when = run.later(status.timeline[-1].when, 1)
    decided = decide_up(run.desk, run.matter, f"เห็นชอบตามที่เสนอในข้อ ๓{REHEARSED}", when)
    run.tell(f"(ซ้อม) สั่งการ {short(when.on)} {decided.capacity}")
    grade = head_of(run.office.chart, run.office.owner_unit).grade
    to = run.office.circulate_to or (f"{grade} หรือผู้ดำรงตำแหน่งเทียบเท่า",)
    request = DispatchRequest(run.matter, to, run.later(when, 1), remark=REHEARSED)
    sent = dispatch_memo(run.desk, request)
    run.tell(f"(ซ้อม) เวียน ที่ {sent.number} ถึง {to_thai(sent.count)} ราย")


def _answer(run: BundleRun, waiting: list[Recipient]) -> None:
    """Of each four: one is silent, two stamp it, one of these also acknowledges; the first few pass it on."""
    received = acknowledged = passed = 0
    for n, recipient in enumerate(waiting):
        if n % 4 == 0:
            continue
        sent = When(recipient.sent_at)
        stamp_receipt(
            run.desk,
            StampRequest(
                run.matter, recipient.unit, run.later(sent, 1 + n % 3), remark=REHEARSED, dispatch=recipient.dispatch
            ),
        )
        received += 1
        if n % 4 == 1:
            when = run.later(sent, 2 + n % 3)
            acknowledge(
                run.desk,
                AckRequest(run.matter, recipient.unit, when, evidence="rehearsal", dispatch=recipient.dispatch),
            )
            acknowledged += 1
            passed += passed < FORWARDS and _pass_on(run, recipient, when)
    run.tell(f"(ซ้อม) ลงรับ {to_thai(received)} หน่วย รับทราบ {to_thai(acknowledged)} หน่วย ส่งต่อ {to_thai(passed)} หน่วย")


def _pass_on(run: BundleRun, recipient: Recipient, when: When) -> bool:
    chart = run.office.chart
    below = [u for u in chart.children(recipient.unit, when.on) if chart.head(u)]
    if not (below and chart.unit(recipient.unit).can_issue_number):
        return False
    to = tuple(head_of(chart, u).code for u in below)
    request = DispatchRequest(run.matter, to, when, unit=recipient.unit, parent=recipient.dispatch, remark=REHEARSED)
    return not forward(run.desk, request).again


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

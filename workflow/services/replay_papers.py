"""Later papers of a bundle become the acts they record: the order on a memo, the endorsements down the command."""

from dataclasses import replace
from datetime import date

from workflow.core.acting import Act
from workflow.core.bundle_facts import number_prefix, running_number
from workflow.core.reading import Instrument, Signatory
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.authority import stand_ins
from workflow.routing.spelling import spelling
from workflow.services.answer import AckRequest, acknowledge, forward
from workflow.services.bundle_run import BundleRun
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.gather_case import paper_signature
from workflow.services.give_order import Decision, give_order
from workflow.services.replay_stamps import stamp_on_paper
from workflow.store.matters import dispatches


def replay_order(run: BundleRun, paper: Instrument) -> None:
    """Record the order on a memo, by the post that the paper says signed it."""
    order = paper.order
    if order is None or order.date is None:
        run.tell("ไม่พบคำสั่งการพร้อมวันที่บนกระดาษ: รอผู้บังคับบัญชาสั่งการ")
        return
    by_post = _signing_post(run, order.signatory, (run.office.addressee_post, Act.ORDER), order.date)
    if by_post is None:
        run.tell(f"ไม่แน่ชัดว่าตำแหน่งใดสั่งการ ({_titled(order.signatory)}): ให้เจ้าหน้าที่ยืนยันด้วย saraban order")
        return
    name = order.signatory.name if order.signatory else None
    rank = order.signatory.rank if order.signatory else None
    decision = Decision(run.matter, "\n".join(order.text), by_post, When.day(order.date), name=name, rank=rank)
    decided = give_order(run.desk, decision)
    run.tell(f"สั่งการ {short(order.date)} โดย {name} {decided.capacity}: {to_thai(' / '.join(order.text))}")


def replay_endorsement(run: BundleRun, paper: Instrument) -> None:
    """Do again what an endorsement did: the owner sends down, another unit acknowledges and passes on; then its receipt stamps."""
    unit = _sender(run, paper)
    if unit is None or paper.date is None:
        run.tell(f"เกษียน ที่ {to_thai(paper.number or '-')} ไม่แน่ชัดว่าหน่วยใดหรือวันใด: ให้เจ้าหน้าที่ยืนยันก่อน")
        return
    request = DispatchRequest(
        run.matter, paper.to, When.day(paper.date), unit=unit, block=paper_signature(paper.signatory),
        paper_number=_number(run, paper), remark=_remark(run, paper),
    )  # fmt: skip
    own = unit == run.office.owner_unit
    if not own:
        sent_to = _sent_to(run, unit, paper.date)
        if sent_to is None:
            run.tell(
                f"ไม่พบหนังสือที่ส่งถึง {unit} ภายในวันที่ {short(paper.date)}: ให้เจ้าหน้าที่ยืนยันเกษียน ที่ {to_thai(paper.number or '-')}"
            )
            return
        request = replace(request, parent=sent_to)
        _acknowledge(run, paper, unit, request)
    sent = (dispatch_memo if own else forward)(run.desk, request)
    act = "เวียน" if own else "รับและส่งต่อ"
    run.tell(f"{unit} {act} ที่ {sent.number} {short(paper.date)} ถึง {to_thai(sent.count)} ราย")
    for stamp in paper.receipts:
        stamp_on_paper(run, stamp, sent.memo or 0)


def _sent_to(run: BundleRun, unit: str, on: date) -> int | None:
    """Return the paper a unit endorsed: of those that had been sent to it by that day the newest, to its head before its other posts."""
    head = run.office.chart.head(unit)
    with run.desk.store.read() as session:
        rows = [
            r for r in dispatches(session, run.matter) if r.unit == unit != r.from_unit and When(r.sent_at).on <= on
        ]
    newest = sorted(rows, key=lambda r: (r.sent_at, bool(head and r.post == head.code), -(r.id or 0)))
    return newest[-1].id if newest else None


def _acknowledge(run: BundleRun, paper: Instrument, unit: str, passing: DispatchRequest) -> None:
    """Record the endorser's own acknowledgement of what he passes on, if the paper tells which post signed."""
    head, when = run.office.chart.head(unit), passing.when
    by_post = _signing_post(run, paper.signatory, (head.code, Act.ACKNOWLEDGE), when.on) if head else None
    if by_post is None:
        run.tell(f"ไม่แน่ชัดว่าตำแหน่งใดลงนามของ {unit} ({_titled(paper.signatory)}): ยังไม่บันทึกรับทราบ")
        return
    name = paper.signatory.name if paper.signatory else None
    word = AckRequest(run.matter, unit, when, by_post=by_post, name=name, evidence="paper", dispatch=passing.parent)
    acknowledge(run.desk, word)
    run.tell(f"{unit} รับทราบ {short(when.on)} โดย {name}")


def _signing_post(run: BundleRun, signatory: Signatory | None, done: tuple[str, Act], on: date) -> str | None:
    """Return the post that a paper's title names: the post itself, or one that may do the act for it on that day; else None."""
    chart, (for_post, act) = run.office.chart, done
    title = spelling((signatory.position or "").removesuffix("ฯ")) if signatory else ""
    if not title or not signatory:
        return None
    if signatory.acting is None:
        return for_post if title == spelling(chart.post(for_post).title) else None
    acting = stand_ins(chart, for_post, on, act, run.office.owner_unit)
    return next((post for post in acting if spelling(chart.post(post).title).startswith(title)), None)


def _titled(signatory: Signatory | None) -> str:
    return (
        f"{signatory.position or ''} {signatory.acting or ''}{signatory.acting_for or ''}".strip()
        if signatory
        else "ไม่มีผู้ลงนาม"
    )


def _sender(run: BundleRun, paper: Instrument) -> str | None:
    """Return the unit that endorsed: whose number prefix it is, else whose post signed."""
    prefix = number_prefix(paper.number)
    by_prefix = next((u.code for u in run.office.chart.units if prefix and u.number_prefix == prefix), None)
    acted_for = paper.signatory.acting_for if paper.signatory else None
    post = run.office.chart.post_by_code.get(acted_for or "")
    return by_prefix or (post.unit if post else None)


def _candidates(run: BundleRun, paper: Instrument) -> list[int]:
    index = run.reading.instruments.index(paper)
    doubts = [f for f in run.reading.findings if f.instrument == index and f.field == "number"]
    return sorted({n for f in doubts for c in f.candidates if (n := running_number(c)) is not None})


def _number(run: BundleRun, paper: Instrument) -> int | None:
    candidates = _candidates(run, paper)
    return running_number(paper.number) or (candidates[0] if candidates else None)


def _remark(run: BundleRun, paper: Instrument) -> str:
    candidates = _candidates(run, paper)
    return f" (อ่านเลขได้ {' หรือ '.join(to_thai(c) for c in candidates)}: ยืนยันกับต้นฉบับ)" if len(candidates) > 1 else ""

"""Later papers of a bundle become the acts they record: the order on a memo, the endorsements down the command."""

from workflow.core.bundle_facts import number_prefix, running_number
from workflow.core.reading import Instrument
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.services.answer import AckRequest, acknowledge, forward
from workflow.services.bundle_run import BundleRun
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.gather_case import paper_signature
from workflow.services.give_order import Decision, give_order
from workflow.services.replay_stamps import stamp_on_paper


def replay_order(run: BundleRun, paper: Instrument) -> None:
    order = paper.order
    if order is None or order.date is None:
        run.tell("ไม่พบคำสั่งการพร้อมวันที่บนกระดาษ: รอผู้บังคับบัญชาสั่งการ")
        return
    by_post = run.office.via_post or run.office.addressee_post
    name = order.signatory.name if order.signatory else None
    decision = Decision(run.matter, "\n".join(order.text), by_post, When.day(order.date), name=name)
    decided = give_order(run.desk, decision)
    run.tell(f"สั่งการ {short(order.date)} โดย {name} {decided.capacity}: {to_thai(' / '.join(order.text))}")


def replay_endorsement(run: BundleRun, paper: Instrument) -> None:
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
        name = paper.signatory.name if paper.signatory else None
        acknowledge(run.desk, AckRequest(run.matter, unit, request.when, name=name, evidence="paper"))
    sent = (dispatch_memo if own else forward)(run.desk, request)
    act = "เวียน" if own else "รับทราบและส่งต่อ"
    run.tell(f"{unit} {act} ที่ {sent.number} {short(paper.date)} ถึง {to_thai(len(sent.plan.dispatches))} ราย")
    for stamp in paper.receipts:
        stamp_on_paper(run, stamp, sent.memo or 0)


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

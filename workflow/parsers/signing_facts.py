"""Who signed a paper, and the order given below: on a memo, or on a note that one unit sent another. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.core.reading import Finding
from workflow.parsers.binding.endorsed import is_certified
from workflow.parsers.draft import Draft, PrintedDate
from workflow.parsers.fields.order import begins_order, order_under
from workflow.parsers.fields.signatory import Signature, signatures
from workflow.parsers.fields.unbracketed import with_unbracketed
from workflow.parsers.rows import Row


def add_signing(draft: Draft, rows: Sequence[Row], blocks: Sequence[Signature]) -> None:
    """Add who signed, and what was ordered below; `blocks` are the signatures of the rows."""
    if not blocks:
        return
    # who certifies the copy of a page signs none of it
    signer = next((block for block in blocks if not is_certified(rows[max(0, block.first - 1)])), blocks[0])
    draft.instrument = replace(draft.instrument, signatory=signer.signatory)
    draft.see("signatory", rows[signer.first : signer.last + 1])
    _tell_misread(draft, "signatory.name", signer)
    if draft.instrument.kind == "memo":
        _add_order(draft, rows, blocks)
    elif draft.instrument.kind == "endorsement":
        below = _above_certifier(rows, blocks[0])
        if any(begins_order(row.text) for row in below[blocks[0].last + 1 :]):
            _add_order(draft, below, signatures(below))


def _above_certifier(rows: Sequence[Row], signed: Signature) -> Sequence[Row]:
    """Return the rows above สำเนาถูกต้อง below a signature: who certifies a copy orders nothing."""
    certified = (n for n, row in enumerate(rows) if n > signed.last and is_certified(row))
    return rows[: next(certified, len(rows))]


def _add_order(draft: Draft, rows: Sequence[Row], blocks: Sequence[Signature]) -> None:
    to = draft.instrument.to
    if ordered := order_under(rows, with_unbracketed(rows, blocks, to), to):
        order, commander = ordered
        draft.instrument = replace(draft.instrument, order=order)
        draft.see("order.signatory", rows[commander.first : commander.last + 1])
        _tell_misread(draft, "order.signatory.name", commander)
        if dated := commander.dated:
            draft.see("order.date", [dated])
            draft.dates.append(PrintedDate("order.date", dated.text, dated.page, dated.box))


def _tell_misread(draft: Draft, name: str, block: Signature) -> None:
    """Tell a name that was read with a mark before its first letter or a bent title, and given without."""
    if block.misread:
        message = f"ชื่ออ่านได้ “{block.misread}” ส่วนต้นมีสระหรือวรรณยุกต์เกินหรืออ่านเพี้ยน จึงตัดออก โปรดตรวจกับต้นฉบับ"
        page = draft.instrument.pages[0]
        draft.findings.append(
            Finding("low-confidence", "warning", message, field=name, page=page, candidates=(block.misread,))
        )

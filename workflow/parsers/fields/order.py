"""An order (สั่งการ) written under a memo's own signature: its lines, who gave it, and its date as printed."""

import re
from collections.abc import Sequence

from workflow.core.reading import OrderText
from workflow.parsers.fields.dated import date_in
from workflow.parsers.fields.signatory import PEN, Signature
from workflow.parsers.rows import Row


def order_under(rows: Sequence[Row], blocks: Sequence[Signature]) -> tuple[OrderText, Signature] | None:
    """Return the order between the memo's signature block and the next one; None when there is no second signature."""
    if len(blocks) < 2:
        return None
    own, commander = blocks[0], blocks[1]
    between = [row for row in rows[own.last + 1 : commander.first] if not (row.sure and row.confidence < PEN)]
    lines = [line for row in between if (line := _clean(row.text))]
    if not lines:
        return None
    on = date_in(commander.dated.text, noisy=bool(commander.dated.sure)) if commander.dated else None
    return OrderText(tuple(lines), commander.signatory, on), commander


def _clean(text: str) -> str:
    """Return an order's line without its bullet or number."""
    return re.sub(r"^(?:[-–•]|\(?\d{1,2}[.)](?=\s*[ก-๙]))\s*", "", text.strip())

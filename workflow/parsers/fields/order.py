"""An order (สั่งการ) written under a memo's own signature: its lines, who gave it, and its date as printed."""

import re
from collections.abc import Sequence

from workflow.core.reading import OrderText
from workflow.core.thai_date import parse
from workflow.parsers.fields.signatory import Signature
from workflow.parsers.rows import Row


def order_under(rows: Sequence[Row], blocks: Sequence[Signature]) -> tuple[OrderText, Signature] | None:
    """Return the order between the memo's signature block and the next one; None when there is no second signature."""
    if len(blocks) < 2:
        return None
    own, commander = blocks[0], blocks[1]
    lines = [_clean(row.text) for row in rows[own.last + 1 : commander.first] if row.text.strip()]
    if not lines:
        return None
    on = parse(commander.dated.text) if commander.dated else None
    return OrderText(tuple(lines), commander.signatory, on), commander


def _clean(text: str) -> str:
    return re.sub(r"^[-–•]\s*", "", text.strip())

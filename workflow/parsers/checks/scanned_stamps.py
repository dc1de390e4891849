"""What a receipt stamp on a scan says is a suggestion: pens fill it in, and a unit's own stamp counts before what was read from a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

_READ = "เลขรับ วันที่ และเวลาในตรารับอ่านจากภาพ เป็นเพียงข้อเสนอ โปรดดูกับต้นฉบับแล้วยืนยัน"
_UNREAD = "มีหมึกสีบนหน้านี้ที่อ่านเป็นตรารับไม่ได้ ถ้าเป็นตรารับ โปรดเติมเลขรับ วันที่ และเวลา"


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return one doubt for each scanned paper with a stamp, and for each with coloured ink in which none was read."""
    if not context.recognised or context.digits_doubtful:
        return []
    coloured = {row.page for paper in context.papers for sheet in paper.sheets for row in sheet.rows if row.inked}
    findings = []
    for n, draft in enumerate(drafts):
        paper = draft.instrument
        if paper.receipts or coloured & set(paper.pages):
            message = _READ if paper.receipts else _UNREAD
            findings.append(
                Finding("low-confidence", "info", message, instrument=n, field="receipts", page=paper.pages[0])
            )
    return findings

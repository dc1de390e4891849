"""What the papers say is there and is not: enclosures, and the officer who certified a copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about enclosures and certified copies (ระเบียบงานสารบรรณ ข้อ ๓๑: name, position and date of the certifier)."""
    has_table = any(d.instrument.kind in {"table", "unknown"} for d in drafts)
    findings = []
    for n, draft in enumerate(drafts):
        count = len(draft.instrument.enclosures)
        if count and not has_table:
            message = f"ระบุสิ่งที่ส่งมาด้วย {to_thai(count)} รายการ แต่ไม่อยู่ในแฟ้มนี้ โปรดขอจากผู้ส่ง"
            findings.append(
                Finding(
                    "enclosure-absent",
                    "warning",
                    message,
                    instrument=n,
                    field="enclosures",
                    page=draft.instrument.pages[0],
                )
            )
        if draft.instrument.copy_certified:
            message = "มีคำว่า “สำเนาถูกต้อง” แต่ไม่ปรากฏชื่อ ตำแหน่ง และวันที่ของผู้รับรอง"
            findings.append(
                Finding(
                    "certifier-absent",
                    "warning",
                    message,
                    instrument=n,
                    field="copy_certified",
                    page=draft.instrument.pages[0],
                )
            )
    return findings

"""Letters of a foreign script inside Thai words (a recogniser's slip), and Thai and Arabic digits mixed in one value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.secrets import mask
from workflow.core.thai_digits import mixed
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about characters."""
    findings = []
    if context.foreign:
        shown = ", ".join(sorted(set(context.foreign)))
        message = f"พบอักขระต่างชาติปนในข้อความไทย ({shown}) มักเป็นชื่อที่อ่านเพี้ยน โปรดพิมพ์ใหม่ตามต้นฉบับ"
        findings.append(Finding("foreign-script", "warning", message))
    for n, draft in enumerate(drafts):
        for name, seen in draft.instrument.evidence.items():
            if mixed(seen.printed):
                message = f"“{mask(seen.printed)[:60]}” มีเลขไทยปนเลขอารบิก โปรดตรวจทีละหลัก"
                findings.append(
                    Finding("mixed-digits", "info", message, instrument=n, field=name, page=seen.page, box=seen.box)
                )
    return findings

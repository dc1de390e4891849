"""What the papers say is there and is not: enclosures, and the officer who certified a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


_LACKING = {
    ("ชื่อ", "ตำแหน่ง", "วันที่"): "ชื่อ ตำแหน่ง และวันที่", ("ตำแหน่ง", "วันที่"): "ตำแหน่งและวันที่", ("ตำแหน่ง",): "ตำแหน่ง", ("วันที่",): "วันที่",
}  # fmt: skip


_CITED = re.compile(r"ที่อ้างถึง")  # สำเนาหนังสือที่อ้างถึง


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about enclosures and certified copies (ระเบียบงานสารบรรณ ข้อ ๓๑: name, position and date of the certifier)."""
    annexed = sum(max(len(p.pages), len(p.tables)) for p in context.papers if p.kind in {"table", "unknown"})
    findings = []
    numbers = [d.instrument.number for d in drafts if d.instrument.number]
    for n, draft in enumerate(drafts):
        cited = " ".join(reference.number or "" for reference in draft.instrument.references)
        told = [f"{one} {cited}" if _CITED.search(one) else one for one in draft.instrument.enclosures]
        # a page without a number of its own, or a table on it, is one of them, whichever
        count = sum(not _is_here(enclosure, numbers) for enclosure in told) - annexed
        if count > 0:
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
        if draft.certifier_lacks:
            message = f"มีคำว่า “สำเนาถูกต้อง” แต่ไม่ปรากฏ{_LACKING[draft.certifier_lacks]}ของผู้รับรอง"
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


def _is_here(enclosure: str, numbers: Sequence[str]) -> bool:
    """Whether an enclosure is a copy of a paper of this file, by the number it is told with."""
    told = "".join(enclosure.split())
    packed = ("".join(number.split()) for number in numbers)
    return any(re.search(rf"(?<!\d){re.escape(number)}(?!\d)", told) for number in packed)

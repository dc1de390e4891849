"""Pages out of order, missing, read twice, placed by little, or announced by a catchword that the next page does not keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about the pages of each paper."""
    findings = []
    for n, draft in enumerate(drafts):
        pages, missing = draft.instrument.pages, draft.instrument.missing_pages
        if list(pages) != sorted(pages):
            order = " → ".join(to_thai(p) for p in pages)
            findings.append(
                _found("pages-out-of-order", "info", n, pages[0], f"หน้าในแฟ้มสลับที่ อ่านตามลำดับจริงคือหน้า {order}")
            )
        for page in missing:
            text = f"ขาดหน้า {to_thai(page)} ของเอกสารนี้ ขอสำเนาจากผู้ส่งก่อนสรุปข้อเท็จจริง"
            findings.append(_found("missing-page", "error", n, pages[0], text))
    return [*_turned(context), *findings, *_of_papers(context), *_little_told(drafts, context)]


def _turned(context: Context) -> list[Finding]:
    """Tell each page that was scanned upside down or sideways: it is shown otherwise than it lies in the file."""
    findings = []
    for page, degrees in context.turned.items():
        if degrees == 180:
            text = f"หน้า {to_thai(page)} ของแฟ้มสแกนกลับหัว หมุนให้ตั้งตรงแล้วจึงอ่าน ไม่ต้องสแกนใหม่"
        else:
            text = f"หน้า {to_thai(page)} ของแฟ้มสแกนตะแคง หมุนให้ตั้งตรงแล้วจึงอ่าน ไม่ต้องสแกนใหม่"
        findings.append(Finding("page-turned", "info", text, page=page))
    return findings


def _little_told(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return a doubt for each kind told by few signs, and for each page whose place in its paper rests on little."""
    findings = []
    for paper in context.papers:
        n = next(
            (n for n, d in enumerate(drafts) if (d.instrument.kind, d.instrument.pages) == (paper.kind, paper.pages)),
            None,
        )
        if not paper.sure and paper.kind != "unknown":
            text = f"ชนิดของหนังสือหน้า {to_thai(paper.pages[0])} รู้จากร่องรอยบางส่วนเท่านั้น โปรดดูต้นฉบับแล้วยืนยัน"
            findings.append(Finding("low-confidence", "warning", text, instrument=n, field="kind", page=paper.pages[0]))
        for page in paper.doubtful:
            text = f"หน้า {to_thai(page)} ของแฟ้มไม่มีเลขหน้าหรือคำต่อเนื่องที่บอกว่าต่อจากหน้าใด โปรดตรวจลำดับหน้า"
            findings.append(Finding("low-confidence", "warning", text, instrument=n, field="pages", page=page))
    return findings


def _of_papers(context: Context) -> list[Finding]:
    findings = []
    for paper in context.papers:
        for page in paper.doubles:
            findings.append(
                _found("duplicate-page", "info", None, page, f"หน้า {to_thai(page)} ของแฟ้มซ้ำกับหน้าอื่น ไม่นับสองครั้ง")
            )
        for page in paper.mismatched:
            text = f"คำต่อเนื่องท้ายหน้า {to_thai(page)} ไม่ตรงกับหน้าถัดไป โปรดตรวจว่าขาดหน้าหรือไม่"
            findings.append(_found("catchword-mismatch", "warning", None, page, text))
    return findings


def _found(code: str, severity: str, instrument: int | None, page: int, message: str) -> Finding:
    level = {"error": "error", "warning": "warning"}.get(severity, "info")
    return Finding(code, level, message, instrument=instrument, field="pages", page=page)  # type: ignore[arg-type]

"""A letter or memo without its number, date, subject or addressee: said, so that an empty field is never silent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.parsers.binding.skeleton import skeleton
from workflow.parsers.draft import Draft
from workflow.parsers.fields.labels import HEAD, label_of
from workflow.parsers.fields.numbers import is_known

if TYPE_CHECKING:
    from workflow.parsers.bundle import Paper
    from workflow.parsers.checks import Context
    from workflow.parsers.rows import Row

_NEEDED = {
    "letter": ("number", "date", "subject", "to", "signatory"),
    "memo": ("number", "date", "subject", "to", "signatory"),
    "endorsement": ("number", "date", "to", "signatory"),
    "stamped": ("number", "date", "to"),
    "order": ("date", "subject"),
    "invitation": ("number", "date", "subject", "to", "signatory"),
    # what it is could not be told, so that every field that stayed empty may be on the paper all the same
    "unknown": ("number", "date", "subject", "to", "signatory", "references", "enclosures", "receipts", "survey"),
}
_LISTS = {"อ้างถึง": "references", "สิ่งที่ส่งมาด้วย": "enclosures"}
_HEADED = {"letter", "memo", "invitation"}
_NONE = re.compile(r"[\s:：.…_–-]*(?:ไม่มี)?\s*$")
_COMMAND = re.compile(skeleton("คำสั่ง"))
_THAI = {
    "number": "ที่",
    "date": "วันที่",
    "subject": "เรื่อง",
    "to": "ผู้รับ",
    "signatory": "ผู้ลงนาม",
    "references": "อ้างถึง",
    "enclosures": "สิ่งที่ส่งมาด้วย",
    "receipts": "ตรารับ",
    "survey": "คะแนน",
}


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return one doubt for each field that this kind of paper must have and that was not found."""
    findings = []
    for n, draft in enumerate(drafts):
        if (found := _paper_of(draft, context)) and found.kind == "unknown":
            findings.append(_of_no_kind(n, draft))
        if (number := draft.instrument.number) and not is_known(number):
            message = f"เลขที่ “{number}” ไม่เป็นรูปแบบที่คุ้นเคย โปรดตรวจกับต้นฉบับ"
            page = draft.instrument.pages[0]
            findings.append(Finding("low-confidence", "warning", message, instrument=n, field="number", page=page))
        kind = draft.instrument.kind
        needed = (*_NEEDED.get(kind, ()), *_numbered(draft, context), *_labelled(draft, context))
        for name in dict.fromkeys(needed):
            if not getattr(draft.instrument, name):
                message = f"ไม่พบ “{_THAI[name]}” บนเอกสาร โปรดดูต้นฉบับแล้วเติม"
                findings.append(
                    Finding(
                        "low-confidence", "warning", message, instrument=n, field=name, page=draft.instrument.pages[0]
                    )
                )
    return findings


def _of_no_kind(n: int, draft: Draft) -> Finding:
    """Return what to say of a paper whose kind no sign tells: one headed as an enclosure is a part of another paper."""
    page = draft.instrument.pages[0]
    if draft.instrument.kind == "table":
        message = "เป็นเอกสารแนบที่ไม่มีหัวหนังสือของตนเอง โปรดดูว่าแนบมากับฉบับใด"
        return Finding("low-confidence", "info", message, instrument=n, field="kind", page=page)
    message = "ไม่ทราบว่าเป็นหนังสือชนิดใด โปรดดูต้นฉบับ"
    return Finding("low-confidence", "warning", message, instrument=n, field="kind", page=page)


def _labelled(draft: Draft, context: Context) -> list[str]:
    """Return the lists of a head whose label is printed with something behind it: a dash, or ไม่มี, says that there is none."""
    rows = _rows_of(draft, context)[:HEAD] if draft.instrument.kind in _HEADED else ()
    found = filter(None, map(label_of, rows))
    return [_LISTS[label] for label, value in found if label in _LISTS and not _NONE.match(value)]


def _numbered(draft: Draft, context: Context) -> tuple[str, ...]:
    """Return the number for a คำสั่ง, which always bears one; a ประกาศ or a ระเบียบ seldom does."""
    first = " ".join(row.text for row in _rows_of(draft, context)[:3])
    return ("number",) if draft.instrument.kind == "order" and _COMMAND.match(skeleton(first)) else ()


def _rows_of(draft: Draft, context: Context) -> Sequence[Row]:
    """Return the rows of the paper that a draft was read from."""
    paper = _paper_of(draft, context)
    return paper.rows if paper else ()


def _paper_of(draft: Draft, context: Context) -> Paper | None:
    """Return the paper that a draft was read from."""
    kind, pages = draft.instrument.kind, draft.instrument.pages
    kinds = ("table", "unknown") if kind == "table" else (kind,)  # an enclosure was a paper of no known kind
    return next((paper for paper in context.papers if paper.kind in kinds and paper.pages == pages), None)

"""A paper cited under a number that is not its own, or one number used for two papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about cited numbers; never corrected here: a citation is what its writer wrote."""
    return [*_cited_wrongly(drafts), *_used_twice(drafts)]


def _cited_wrongly(drafts: Sequence[Draft]) -> list[Finding]:
    own = {
        d.instrument.date: (d.instrument.number, k)
        for k, d in enumerate(drafts)
        if d.instrument.number and d.instrument.kind == "letter"
    }
    findings = []
    for n, draft in enumerate(drafts):
        for k, cited in enumerate(draft.instrument.references):
            number, letter = own.get(cited.date, (None, n))
            if number and cited.number and letter != n and _plain(number) != _plain(cited.number):
                message = (
                    f"อ้างหนังสือลง {short(cited.date)} เป็นเลข {to_thai(cited.number)} แต่ตัวหนังสือเองคือ {to_thai(number)}"
                    if cited.date else ""
                ) + " โปรดเลือกเลขที่ถูกก่อนอ้างต่อ"  # fmt: skip
                findings.append(_finding("reference-number-conflict", n, k, draft, message, (cited.number, number)))
    return findings


def _used_twice(drafts: Sequence[Draft]) -> list[Finding]:
    findings = []
    for n, draft in enumerate(drafts):
        seen: dict[str, object] = {}
        for k, cited in enumerate(draft.instrument.references):
            key = _plain(cited.number)
            if key and key in seen and cited.date and seen[key] != cited.date:
                message = f"เลข {to_thai(cited.number)} ถูกอ้างกับหนังสือสองวันที่ เลขหนึ่งใช้ได้ครั้งเดียวในปี โปรดตรวจต้นฉบับ"
                findings.append(_finding("number-reused", n, k, draft, message, ()))
            seen.setdefault(key, cited.date)
    return findings


def _plain(number: str | None) -> str:
    return (number or "").replace(" ", "")


def _finding(code: str, n: int, k: int, draft: Draft, message: str, candidates: tuple[str, ...]) -> Finding:
    page = draft.instrument.pages[0]
    return Finding(
        code, "error", message, instrument=n, field=f"references[{k}].number", page=page, candidates=candidates
    )

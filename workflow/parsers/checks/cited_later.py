"""A paper cannot cite one that is younger than itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.thai_date import short
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return one doubt for each citation dated after the paper that cites it."""
    findings = []
    for n, draft in enumerate(drafts):
        own = draft.instrument.date
        for k, cited in enumerate(draft.instrument.references):
            if own and cited.date and cited.date > own:
                message = f"อ้างหนังสือลง {short(cited.date)} ซึ่งหลังวันที่ของเอกสารนี้ ({short(own)}) โปรดตรวจวันที่ทั้งสองกับต้นฉบับ"
                place = f"references[{k}].date"
                page = draft.instrument.pages[0]
                findings.append(Finding("date-before-cause", "warning", message, instrument=n, field=place, page=page))
    return findings

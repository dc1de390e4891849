"""A misread number in a survey's counts, put right when one change alone makes every sum and percentage hold.

Only for what a recogniser read: a number that a person printed wrongly is what the paper says, and is told by `sums`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.core.reading import Finding
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft
from workflow.parsers.fields.count_sums import changed, holds, proven, single_changes

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Put a number right where one candidate survives, and return a doubt for each repair."""
    findings = []
    for n, draft in enumerate(drafts):
        survey = draft.instrument.survey
        if survey is None or not draft.recognised or not proven(survey.counts) or holds(survey.counts):
            continue
        changes = single_changes(survey.counts)
        if len(changes) == 1:
            one = changes[0]
            draft.instrument = replace(draft.instrument, survey=replace(survey, counts=changed(survey.counts, one)))
            printed, value = f"{one.printed:g}", f"{one.value:g}"
            message = (
                f"จำนวนอ่านได้ {to_thai(printed)} ใช้ {to_thai(value)} ซึ่งเป็นค่าเดียวที่ทำให้ผลรวมและร้อยละลงตัว โปรดตรวจกับต้นฉบับ"
            )
            page = draft.instrument.pages[0]
            code = "percent-mismatch" if one.part == "pct" else "sum-mismatch"
            findings.append(
                Finding(code, "warning", message, instrument=n, field=one.field, page=page, candidates=(printed, value))
            )
    return findings

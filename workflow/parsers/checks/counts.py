"""The stated number of indicators against those found: per clause where the paper names one, not per document.

In the police memo of 2562 thirteen are stated for clause 2.4, twelve are printed in all, and nine of them stand in that clause:
a count over the whole paper nearly passes (domain: ๑๓ ตัว). Where no clause is named, the count may be that of one group alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.core.reading import Finding, Recommendation
from workflow.core.thai_digits import to_thai
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about counts and about headings that are lost."""
    findings = []
    for n, draft in enumerate(drafts):
        stated = draft.instrument.stated_indicator_count
        if stated is not None and draft.instrument.recommendations and not _told_by_its_heading(draft):
            counted = _in_clause(draft)
            if len(counted) != stated:
                where = f"ข้อ {to_thai(draft.clause)}" if draft.clause else "เอกสารนี้"
                message = f"ระบุว่ามีตัวชี้วัด {to_thai(stated)} ตัวใน{where} แต่พบ {to_thai(len(counted))} ตัว โปรดขอหน้าที่ขาดหรือตรวจจำนวน"
                findings.append(_finding("count-mismatch", n, draft, "stated_indicator_count", message))
                findings.append(
                    _finding("low-confidence", n, draft, "recommendations", _list_doubted(len(counted), stated))
                )
        elif stated and _lists_nowhere(draft, drafts):
            message = f"ระบุว่ามีข้อเสนอแนะ {to_thai(stated)} ตัวชี้วัด แต่ไม่พบรายการ โปรดตรวจกับต้นฉบับหรือสิ่งที่ส่งมาด้วย"
            findings.append(_finding("low-confidence", n, draft, "recommendations", message))
        findings += _of_groups(n, draft)
        if draft.group_numbers and _lost_a_heading(draft):
            findings.append(_finding("heading-gap", n, draft, "recommendations", _without_heading(draft)))
    return findings


def _lists_nowhere(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a memo lists none of the indicators it counts, and no paper beside it lists just so many: its enclosure would."""
    paper = draft.instrument
    if paper.kind != "memo" or paper.recommendations or any(f.field == "recommendations" for f in draft.findings):
        return False
    return all(len(other.instrument.recommendations) != paper.stated_indicator_count for other in drafts)


def _told_by_its_heading(draft: Draft) -> bool:
    """Whether the count is that of one heading, which is asked for what stands under it and need not be asked twice."""
    stated, counts = draft.instrument.stated_indicator_count, draft.group_counts
    return [*counts.values()] == [stated] and draft.clause in (None, *map(draft.group_numbers.get, counts))


def _lost_a_heading(draft: Draft) -> bool:
    """Whether some advice has no heading where other advice has one, or where pages are missing that may have held it."""
    groups = [r.group for r in draft.instrument.recommendations]
    return None in groups and (any(groups) or bool(draft.instrument.missing_pages))


def _without_heading(draft: Draft) -> str:
    """Return what to say of recommendations under no heading where others have one: a page is named only where one is missing."""
    if draft.instrument.missing_pages:
        return "หัวข้อของข้อเสนอแนะบางส่วนสูญหายไปกับหน้าที่ขาด จึงยังไม่จัดกลุ่มให้"
    bare = sum(r.group is None for r in draft.instrument.recommendations)
    return f"อ่านหัวข้อของข้อเสนอแนะไม่พบ {to_thai(bare)} ข้อ ทั้งที่ข้ออื่นมีหัวข้อ โปรดตรวจหัวข้อกับต้นฉบับ"


def _list_doubted(found: int, stated: int) -> str:
    """Return the doubt about the list itself: what the paper counts otherwise may have been read short, or twice."""
    if found < stated:
        return f"อ่านข้อเสนอแนะได้ {to_thai(found)} ข้อ แต่เอกสารระบุ {to_thai(stated)} อาจอ่านตกไป โปรดนับรายการกับต้นฉบับ"
    return f"อ่านข้อเสนอแนะได้ {to_thai(found)} ข้อ แต่เอกสารระบุ {to_thai(stated)} อาจอ่านเกินมา โปรดนับรายการกับต้นฉบับ"


def _of_groups(n: int, draft: Draft) -> list[Finding]:
    """Return doubts about headings that say how many stand under them."""
    findings = []
    for group, stated in draft.group_counts.items():
        counted = sum(r.group == group for r in draft.instrument.recommendations)
        if counted != stated:
            message = f"หัวข้อ “{group}” ระบุ {to_thai(stated)} ตัว แต่พบ {to_thai(counted)} ตัว โปรดขอหน้าที่ขาดหรือตรวจจำนวน"
            findings.append(_finding("count-mismatch", n, draft, "recommendations", message))
    return findings


def _in_clause(draft: Draft) -> list[Recommendation]:
    """Return the recommendations of the clause named or of those below it; of a clause whose heading is lost: those without a heading.

    Where no clause is named and there are not as many in all, those of the one group that has as many.
    """
    found = list(draft.instrument.recommendations)
    if not draft.clause:  # none named, or one whose heading has no number
        stated = draft.instrument.stated_indicator_count
        groups = Counter(r.group for r in found if r.group)
        fitting = [group for group, count in groups.items() if count == stated != len(found)]
        return [r for r in found if r.group == fitting[0]] if len(fitting) == 1 else found
    meant = {name for name, number in draft.group_numbers.items() if f"{number}.".startswith(f"{draft.clause}.")}
    if not meant and not any(r.group is None for r in found):
        return found
    return [r for r in found if (r.group in meant if meant else r.group is None)]


def _finding(code: str, n: int, draft: Draft, name: str, message: str) -> Finding:
    return Finding(code, "warning", message, instrument=n, field=name, page=draft.instrument.pages[0])

"""Fields read from letters of which the recogniser was not sure: each carries a doubt that names it.

What must be right to the letter (numbers, dates, names, addressees) is doubtful when one letter is; a long text when so many
letters are that a reader would stumble. A signer's name that a pen crosses is doubtful however sure its letters are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.core.reading import Finding, Signatory
from workflow.parsers.certainty import NOT_AS_PRINTED, Sureness, least, letters_of, of_date, runs_into
from workflow.parsers.draft import Draft
from workflow.parsers.paper_text import packed
from workflow.parsers.rows import Row

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

# Measured on scans of 150 to 300 dpi in unseen wordings: of the values right to the letter one in seven falls below the first line,
# of the wrong ones three in a hundred stand above it.
LEAST = 0.85  # the least sure letter of a value that must be right to the letter
LEAST_LONG = 0.8  # and of a long text, when besides this part of its letters is expected to be wrong
WRONG = {
    "subject": 0.02, "enclosures": 0.025, "to": 0.03, "via": 0.03, "signatory.position": 0.02, "signatory.acting_for": 0.02,
    "order.signatory.position": 0.02, "order.signatory.acting_for": 0.02,
}  # fmt: skip
_BENT = re.compile(r"^\W*นางสาร")  # whose ว a stroke made ร, unless she is called so
_LEADS, _BEFORE = re.compile(r"ท[ี่ิื]|หนังสือ|ข้อความ|บันทึก|ด่วน|เลข"), 12  # what leads to a number, within so many letters
_THAI = {
    "number": "ที่", "date": "วันที่", "subject": "เรื่อง", "to": "ผู้รับ", "via": "ผู้รับที่ส่งผ่าน", "references": "หนังสือที่อ้าง",
    "enclosures": "สิ่งที่ส่งมาด้วย", "signatory.name": "ชื่อผู้ลงนาม", "signatory.position": "ตำแหน่งผู้ลงนาม", "signatory.acting_for": "ตำแหน่งที่ลงนามแทน",
    "order.signatory": "ผู้สั่งการ", "order.date": "วันที่สั่งการ", "urgency": "ชั้นความเร็ว",
}  # fmt: skip


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return one doubt for each field that was read unsurely, and put its sureness into the evidence."""
    findings: list[Finding] = []
    for n, draft in enumerate(drafts):
        findings += (*_undated(n, draft), *_unled(n, draft))
        for name, sure in sureness(draft):
            tell(draft, name, sure)
            if _doubtful(name, sure):
                findings.append(_finding(n, name, draft))
    return findings


def _doubtful(name: str, sure: Sureness) -> bool:
    if name in WRONG:
        return sure.least < LEAST_LONG and sure.wrong > WRONG[name]
    return sure.least < LEAST


def _undated(n: int, draft: Draft) -> Iterator[Finding]:
    """Yield one doubt for each citation of a scanned paper whose day could not be read."""
    if letters_of(draft.seen.get("references", ())) is None:
        return
    for k, cited in enumerate(draft.instrument.references):
        if cited.date is None:
            message = f"อ่านวันที่ของหนังสือที่อ้าง ({cited.number or cited.subject or ''}) ไม่ได้ โปรดดูต้นฉบับแล้วเติม"
            page = draft.instrument.pages[0]
            yield Finding("low-confidence", "warning", message, instrument=n, field=f"references[{k}].date", page=page)


def _unled(n: int, draft: Draft) -> Iterator[Finding]:
    """Yield one doubt for each number of a scan that no word leads to: a stroke hid what stood before it, its owner's code perhaps too."""
    if letters_of(draft.seen.get("references", ())) is None:
        return
    text = re.sub(r"\s+", "", draft.text)
    for k, cited in enumerate(draft.instrument.references):
        number = re.sub(r"\s+", "", cited.number or "")
        at = text.find(number) if number else -1
        if at > 0 and not _LEADS.search(text[max(0, at - _BEFORE) : at]):
            message = f"คำหน้าเลขหนังสือที่อ้าง ({cited.number}) อ่านไม่ได้ รหัสเจ้าของเรื่องอาจไม่ครบ โปรดตรวจกับต้นฉบับ"
            page = draft.instrument.pages[0]
            yield Finding(
                "low-confidence", "warning", message, instrument=n, field=f"references[{k}].number", page=page
            )


def sureness(draft: Draft) -> Iterator[tuple[str, Sureness]]:
    """Yield each field that stands on recognised rows with how sure its letters are."""
    for name in ("date", "order.date"):
        for sure in (of_date(row) for row in draft.seen.get(name, ())):
            if sure:
                yield name, sure
    for name, (place, values) in _values(draft).items():
        letters = letters_of(draft.seen.get(place, ()))
        if letters is None or not values:
            continue
        hidden = {"number": runs_into, f"{place}.name": _pen_over}.get(name)
        if hidden and any(hidden(row, values[0]) for row in draft.seen[place]):
            yield name, Sureness(NOT_AS_PRINTED)
        elif name == "references":
            yield name, least(letters.of_citation(value) for value in values)
        else:
            yield name, least(letters.of(value) for value in values)


def _pen_over(row: Row, name: str) -> bool:
    """Whether a pen's ink lies over a name, or its title looks bent: what is under a stroke can be read wrongly and surely."""
    if packed(name) not in packed(row.text):
        return False
    crossed = [packed(part.text) for part in row.parts if part.crossed]
    return bool(_BENT.search(row.text)) or any(word in part for word in name.split() for part in crossed)


def _values(draft: Draft) -> dict[str, tuple[str, list[str]]]:
    """Return for each field where it was seen and the texts it holds."""
    paper = draft.instrument
    return {
        "number": ("number", _texts(paper.number)),
        "urgency": ("urgency", _texts(paper.urgency)),
        "subject": ("subject", _texts(paper.subject)),
        "to": ("to", list(paper.to)),
        "via": ("to", _texts(paper.via)),
        "references": ("references", [r.number for r in paper.references if r.number]),
        "enclosures": ("enclosures", list(paper.enclosures)),
        **_signed("signatory", paper.signatory),
        **_signed("order.signatory", paper.order.signatory if paper.order else None),
    }


def _signed(place: str, who: Signatory | None) -> dict[str, tuple[str, list[str]]]:
    if who is None:
        return {}
    return {
        f"{place}.name": (place, _texts(who.name)),
        f"{place}.position": (place, _texts(who.position)),
        f"{place}.acting_for": (place, _texts(who.acting_for)),
    }


def _texts(value: str | None) -> list[str]:
    return [value] if value else []


def tell(draft: Draft, name: str, sure: Sureness) -> None:
    """Lower the evidence's confidence to that of the least sure letter of its value."""
    for key in (name, name.rpartition(".")[0]):
        if seen := draft.instrument.evidence.get(key):
            lowest = round(min(seen.confidence, sure.least), 3)
            draft.instrument.evidence[key] = replace(seen, confidence=lowest)


def _finding(n: int, name: str, draft: Draft) -> Finding:
    seen = draft.instrument.evidence.get(name) or draft.instrument.evidence.get(name.rpartition(".")[0])
    label = _THAI.get(name) or _THAI.get(name.rpartition(".")[0]) or name
    return Finding(
        "low-confidence", "warning", f"อ่าน “{label}” จากภาพได้ไม่ชัดทุกตัวอักษร โปรดตรวจกับต้นฉบับ", instrument=n, field=name,
        page=seen.page if seen else draft.instrument.pages[0], box=seen.box if seen else None,
    )  # fmt: skip

"""A paper cited under a number that is not its own, or one number used for two papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from workflow.core.reading import Finding, Instrument, Reference
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.parsers.certainty import letters_of
from workflow.parsers.draft import Draft

if TYPE_CHECKING:
    from workflow.parsers.checks import Context

_LETTERS = {"letter", "invitation", "stamped"}
SAME_SUBJECT = 92.0  # percent
UNSURE, FEW = 0.85, 2  # a digit read less surely than this; digits a recogniser may have changed


def check(drafts: Sequence[Draft], context: Context) -> list[Finding]:
    """Return doubts about cited numbers; never corrected here: a citation is what its writer wrote."""
    return [*_cited_wrongly(drafts), *_used_twice(drafts)]


def _cited_wrongly(drafts: Sequence[Draft]) -> list[Finding]:
    letters = [(k, d) for k, d in enumerate(drafts) if d.instrument.number and d.instrument.kind in _LETTERS]
    findings = []
    for n, draft in enumerate(drafts):
        for k, cited in enumerate(draft.instrument.references):
            meant = next((d for m, d in letters if m != n and _meant(cited, d.instrument)), None)
            number = meant.instrument.number if meant else None
            if meant and number and cited.number and _plain(number) != _plain(cited.number):
                candidates = (cited.number, number)
                if _misread(draft, meant, *candidates):
                    message = f"เลขหนังสือที่อ้างอ่านได้ {to_thai(cited.number)} ส่วนตัวหนังสืออ่านได้ {to_thai(number)} โปรดดูต้นฉบับทั้งสองแห่ง"
                    findings.append(_finding("low-confidence", n, k, draft, message, candidates))
                    continue
                on = short(meant.instrument.date) if meant.instrument.date else "เรื่องนี้"
                message = f"อ้างหนังสือลง {on} เป็นเลข {to_thai(cited.number)} แต่ตัวหนังสือเองคือ {to_thai(number)}"
                message += " โปรดเลือกเลขที่ถูกก่อนอ้างต่อ"
                findings.append(_finding("reference-number-conflict", n, k, draft, message, candidates))
    return findings


def _meant(cited: Reference, letter: Instrument) -> bool:
    """Whether a citation is of this letter: by its day, else, where the day cannot be read, by its subject."""
    if cited.date or not letter.date:
        return cited.date is not None and cited.date == letter.date
    both = cited.subject and letter.subject
    return bool(both) and fuzz.ratio(cited.subject, letter.subject) > SAME_SUBJECT


def _misread(citing: Draft, cited: Draft, one: str, other: str) -> bool:
    """Whether two numbers differ by so little, and were read so unsurely, that the recogniser may have made the difference."""
    places = [(citing, "references", one), (cited, "number", other)]
    letters = [(letters_of(draft.seen.get(name, ())), number) for draft, name, number in places]
    doubtful = any(read and read.of(number).least < UNSURE for read, number in letters)
    return doubtful and Levenshtein.distance(_plain(one), _plain(other)) <= FEW


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

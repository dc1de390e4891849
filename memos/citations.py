"""How a paper is cited inside a sentence; shared by every kind of memo."""

from datetime import date

from workflow.core import thai_date
from workflow.core.case_facts import PLAIN_WORDS, Words
from workflow.core.memo_kind import CaseFile, CitedPaper
from workflow.core.reading import Instrument, Reference

OUTSIDE = Words(full_dates=True)
"""To readers outside the office dates are written in full, whatever it does among its own."""


def dated(on: date, words: Words = PLAIN_WORDS) -> str:
    """Return `ลง ๒๒ พ.ย.๖๒`, or `ลงวันที่ ๒๒ พฤศจิกายน ๒๕๖๒` where the office writes dates in full."""
    return f"ลงวันที่ {thai_date.full(on)}" if words.full_dates else f"ลง {thai_date.short(on)}"


def cite(paper: CitedPaper, words: Words = PLAIN_WORDS) -> str:
    """Return `สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒ เรื่อง …`."""
    parts = (paper.issuer, numbered(paper.number, paper, words), f"เรื่อง {paper.subject}" if paper.subject else "")
    return " ".join(part for part in parts if part)


def numbered(number: str, paper: CitedPaper, words: Words = PLAIN_WORDS) -> str:
    """Return `ด่วนที่สุด ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒`, without an urgency the paper does not have."""
    urgency = f"{paper.urgency} " if paper.urgency else ""
    return f"{urgency}ที่ {number} {dated(paper.dated, words)}"


def cite_letter(letter: Instrument, words: Words = PLAIN_WORDS) -> str:
    """Return `ด่วนที่สุด ที่ … ลง … เรื่อง …` of a paper as read; what cannot be read is said to be missing."""
    number = f"ที่ {letter.number}" if letter.number else "(ไม่ปรากฏเลขที่หนังสือ)"
    when = dated(letter.date, words) if letter.date else "(ไม่ปรากฏวันที่)"
    subject = f"เรื่อง {letter.subject}" if letter.subject else "(ไม่ปรากฏชื่อเรื่อง)"
    return " ".join(part for part in (letter.urgency, number, when, subject) if part)


def cite_reference(reference: Reference, words: Words = PLAIN_WORDS) -> str | None:
    """Return `หนังสือ ที่ … ลง … เรื่อง …` of a paper known only by being cited; None when not even its number is known."""
    if not reference.number:
        return None
    when = dated(reference.date, words) if reference.date else None
    subject = f"เรื่อง {reference.subject}" if reference.subject else None
    return " ".join(part for part in ("หนังสือ", reference.urgency, f"ที่ {reference.number}", when, subject) if part)


def sender_name(case: CaseFile) -> str:
    """Return the sender's short name, else the full one, else คำกลาง: never a name that is not in the case."""
    sender = case.letter.sender if case.letter else None
    return case.sender_short or sender or "หน่วยงานผู้สำรวจ"


def sender_in_full(case: CaseFile) -> str:
    """Return `สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) (สพร.)`, as far as the case tells."""
    full = case.letter.sender if case.letter and case.letter.sender else sender_name(case)
    short = case.sender_short
    return f"{full} ({short})" if short and short not in full else full


def cite_order(order_of: str, on: date, words: Words = PLAIN_WORDS) -> str:
    """Return `บันทึกสั่งการ ตร. ลง ๒๖ พ.ย.๖๒`."""
    return f"บันทึกสั่งการ {order_of} {dated(on, words)}"

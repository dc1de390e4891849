"""How a paper is cited inside a sentence; shared by every kind of memo."""

from workflow.core import thai_date
from workflow.core.memo_kind import CaseFile, CitedPaper
from workflow.core.reading import Instrument, Reference


def cite(paper: CitedPaper) -> str:
    """Return `สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒ เรื่อง …`."""
    parts = (paper.issuer, numbered(paper.number, paper), f"เรื่อง {paper.subject}" if paper.subject else "")
    return " ".join(part for part in parts if part)


def numbered(number: str, paper: CitedPaper) -> str:
    """Return `ด่วนที่สุด ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒`, without an urgency the paper does not have."""
    urgency = f"{paper.urgency} " if paper.urgency else ""
    return f"{urgency}ที่ {number} ลง {thai_date.short(paper.dated)}"


def cite_letter(letter: Instrument) -> str:
    """Return `ด่วนที่สุด ที่ … ลง … เรื่อง …` of a paper as read; what cannot be read is said to be missing."""
    number = f"ที่ {letter.number}" if letter.number else "(ไม่ปรากฏเลขที่หนังสือ)"
    dated = f"ลง {thai_date.short(letter.date)}" if letter.date else "(ไม่ปรากฏวันที่)"
    subject = f"เรื่อง {letter.subject}" if letter.subject else "(ไม่ปรากฏชื่อเรื่อง)"
    return " ".join(part for part in (letter.urgency, number, dated, subject) if part)


def cite_reference(reference: Reference) -> str | None:
    """Return `หนังสือ ที่ … ลง … เรื่อง …` of a paper known only by being cited; None when not even its number is known."""
    if not reference.number:
        return None
    dated = f"ลง {thai_date.short(reference.date)}" if reference.date else None
    subject = f"เรื่อง {reference.subject}" if reference.subject else None
    return " ".join(part for part in ("หนังสือ", reference.urgency, f"ที่ {reference.number}", dated, subject) if part)


def sender_name(case: CaseFile) -> str:
    """Return the sender's short name, else the full one, else คำกลาง: never a name that is not in the case."""
    sender = case.letter.sender if case.letter else None
    return case.sender_short or sender or "หน่วยงานผู้สำรวจ"

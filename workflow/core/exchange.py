"""ชุดแลกเปลี่ยน: what a package between two offices says (docs/exchange.md), apart from the files in it.

A letter goes one way with a reply code of its own; an answer comes back with that code and says: received under this number, acknowledged
by this person, or not taken for this reason. Moments are instants with their zone, days are of the Christian era.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any, Literal

from workflow.core.ecms import Cited, Party

SCHEMA = "saraban.exchange/1"
MANIFEST, SUMS, README = "manifest.json", "SHA256SUMS", "README.th.txt"
LETTER_XML, MEMO_PDF, MEMO_DOCX, READING = "letter.xml", "memo.pdf", "memo.docx", "reading.json"
ARRIVED_XML, ACCEPTED_XML, REFUSED_XML = "receive.xml", "accept.xml", "refuse.xml"
MAX_TEXT = 2000  # characters of one text: a subject has two hundred
MAX_NUMBER = 9_999_999  # no book of a year has more lines


@dataclass(frozen=True)
class OfficeName:
    """The office that made the package: its code here, its name and the short one."""

    code: str
    name: str
    short_name: str


@dataclass(frozen=True)
class Whom:
    """The addressee: unit, post, and who holds it."""

    unit: str
    unit_name: str
    post: str
    title: str
    name: str = ""


@dataclass(frozen=True)
class Stamped:
    """A receipt: the unit's number of a Buddhist-era year."""

    unit: str
    number: int
    year: int
    at: datetime


@dataclass(frozen=True)
class Word:
    """An acknowledgement: a named person, in a capacity."""

    name: str
    capacity: str
    at: datetime
    evidence: str = ""


@dataclass(frozen=True)
class Refusal:
    """A unit does not take the letter: why, and whether it was sent to the wrong unit."""

    why: str
    wrong_unit: bool
    at: datetime


@dataclass(frozen=True)
class Progress:
    """How far the letter has come at one addressee when the package was made."""

    unit: str
    post: str
    state: str
    receipts: tuple[Stamped, ...] = ()
    acknowledgements: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Happened:
    """A step of the letter at its addressee, and the exchange's name for it (None: it has none)."""

    kind: str
    message: str | None
    unit: str
    at: datetime


@dataclass(frozen=True)
class Original:
    """The paper that the matter began with: its name and SHA-256, its masked copy in the package; no copy: `why`."""

    name: str
    sha256: str
    copy: str = ""
    why: str = ""


@dataclass(frozen=True)
class LetterSheet:
    """What is sent: the memo's head, who sends it, to whom (None: the whole matter, to be read and not to be answered)."""

    kind: str
    number: str
    dated: date
    subject: str
    urgency: str | None
    from_unit: str
    from_unit_name: str
    signer: Party
    sent_at: datetime
    due_on: date
    to: Whom | None = None
    references: tuple[Cited, ...] = ()
    original: Original | None = None
    progress: tuple[Progress, ...] = ()
    events: tuple[Happened, ...] = ()


@dataclass(frozen=True)
class AnswerSheet:
    """What comes back about a letter: that it arrived, its receipt, and the word of a person or a refusal."""

    number: str
    dated: date
    subject: str
    unit: str
    unit_name: str
    arrived_at: datetime
    stamped: Stamped
    word: Word | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Manifest:
    """What a package says of itself; exactly one of `letter` and `answer` is there, as `kind` says."""

    schema: str
    kind: Literal["letter", "answer"]
    office: OfficeName
    reply_code: str
    letter: LetterSheet | None = None
    answer: AnswerSheet | None = None


@dataclass(frozen=True)
class Deviation:
    """What is wrong with a package: a code, the file it is about ("" for the whole) and a Thai sentence."""

    code: str
    file: str
    message: str


def faults(manifest: Manifest) -> Iterator[str]:
    """Yield, in Thai, what a manifest says that no package can say."""
    if manifest.schema != SCHEMA:
        yield f"เป็นรูปแบบ “{manifest.schema[:40]}” ไม่ใช่ {SCHEMA}"
    if (manifest.kind == "letter") != (manifest.letter is not None) or (manifest.kind == "answer") != (
        manifest.answer is not None
    ):
        yield "ชนิดของชุดไม่ตรงกับเนื้อหา"
    if manifest.answer and manifest.answer.word and manifest.answer.refusal:
        yield "คำตอบบอกทั้งรับทราบและไม่รับ"
    if any(not 0 < stamped.number <= MAX_NUMBER for stamped in _all(manifest, Stamped)):
        yield "เลขรับไม่ใช่เลขทะเบียน"
    if any(at.tzinfo is None for at in _all(manifest, datetime)):
        yield "มีเวลาที่ไม่บอกเขตเวลา"
    if any(len(text) > MAX_TEXT or not text.isprintable() for text in _all(manifest, str)):
        yield "มีข้อความยาวผิดปกติหรือมีอักขระที่พิมพ์ไม่ได้"


def printable(text: str) -> str:
    """Return a text as a package may carry it: one line, nothing that does not print, not beyond the bound."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:MAX_TEXT]


def _all(value: Any, shape: type) -> Iterator[Any]:
    if isinstance(value, shape):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for name in (f.name for f in fields(value)):
            yield from _all(getattr(value, name), shape)
    elif isinstance(value, tuple):
        for part in value:
            yield from _all(part, shape)

"""What was read from a file, in the shape of the reading contract (docs/reading.md): values, evidence, doubts, secrets.

Every class is frozen: the paper is evidence, and a correction stands beside it, never over it. Values are normalised
(Arabic digits inside numbers are allowed either way, dates are `datetime.date`, single spaces); the printed form is in `evidence`.
"""

from dataclasses import dataclass, field
from datetime import date as Day  # a field is called `date`, and a class body would look that up first
from typing import Literal

Box = tuple[float, float, float, float]
Kind = Literal["letter", "memo", "stamped", "order", "endorsement", "invitation", "table", "unknown"]
Severity = Literal["error", "warning", "info"]
SecretKind = Literal["credential", "mobile", "email", "national-id"]


@dataclass(frozen=True)
class Source:
    """The file: its name, SHA-256, container (`pdf`, `docx`, `eml`, `image`, `txt`), page count, and whether text was inside."""

    file: str
    sha256: str
    container: str
    pages: int
    text_layer: bool


@dataclass(frozen=True)
class Evidence:
    """Where a value stands and how it is printed; `box` in points from the top left, `confidence` 0 to 1."""

    page: int | None
    box: Box | None
    printed: str
    confidence: float


@dataclass(frozen=True)
class Reference:
    """A paper cited by this one (อ้างถึง, ตามหนังสือ, ท้ายหนังสือ)."""

    number: str | None = None
    date: Day | None = None
    subject: str | None = None
    urgency: str | None = None


@dataclass(frozen=True)
class Signatory:
    """Who signed: rank apart, name without civil title, own position, acting phrase, and the post acted for."""

    rank: str | None = None
    name: str | None = None
    position: str | None = None
    acting: str | None = None
    acting_for: str | None = None


@dataclass(frozen=True)
class OrderText:
    """An order (สั่งการ) written on a paper: its lines, its signatory and its date."""

    text: tuple[str, ...]
    signatory: Signatory | None = None
    date: Day | None = None


@dataclass(frozen=True)
class Stamp:
    """A receipt stamp (ตรารับ): unit, number, date and time (`HH:MM`), each None when it cannot be read."""

    unit: str | None = None
    number: str | None = None
    date: Day | None = None
    time: str | None = None


@dataclass(frozen=True)
class Contact:
    """Somebody to ask: unit, person, office telephone, e-mail; personal mobiles are masked."""

    unit: str | None = None
    person: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class Count:
    """Offices surveyed and answered, and the percentage printed."""

    surveyed: int | None = None
    answered: int | None = None
    pct: float | None = None


@dataclass(frozen=True)
class IndicatorScore:
    """A row of a score table."""

    code: str
    name: str | None = None
    score: float | None = None
    group_average: float | None = None


@dataclass(frozen=True)
class Survey:
    """The survey a letter reports on; `year` in the Buddhist era; nothing of a year's framework is assumed."""

    name: str | None = None
    year: int | None = None
    score: float | None = None
    group_average: float | None = None
    counts: dict[str, Count] = field(default_factory=dict)
    indicators: tuple[IndicatorScore, ...] = ()


@dataclass(frozen=True)
class Recommendation:
    """One recommendation (ข้อเสนอแนะ) for a sub-indicator, as printed; `group` is the heading it stands under, None when lost."""

    code: str
    name: str
    indicator: str | None
    group: str | None
    text: str
    page: int | None


@dataclass(frozen=True)
class Meeting:
    """What a paper invites to: the day, from when to when (`HH:MM`), where, and until when it wants names; what is not told is None."""

    on: Day
    start: str | None = None
    end: str | None = None
    place: str | None = None
    reply_by: Day | None = None


@dataclass(frozen=True)
class Instrument:
    """One paper (หนังสือ) inside a file; `pages` are 1-based page numbers of the file in true reading order."""

    kind: Kind
    pages: tuple[int, ...]
    missing_pages: tuple[int, ...] = ()
    number: str | None = None
    circular: bool = False
    date: Day | None = None
    urgency: str | None = None
    secrecy: str | None = None
    sender: str | None = None
    subject: str | None = None
    to: tuple[str, ...] = ()
    via: str | None = None
    host: int | None = None
    references: tuple[Reference, ...] = ()
    enclosures: tuple[str, ...] = ()
    closing: str | None = None
    signatory: Signatory | None = None
    order: OrderText | None = None
    receipts: tuple[Stamp, ...] = ()
    contacts: tuple[Contact, ...] = ()
    copy_certified: bool = False
    survey: Survey | None = None
    stated_indicator_count: int | None = None
    recommendations: tuple[Recommendation, ...] = ()
    meeting: Meeting | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """A doubt (ข้อสังเกต): the code of its check, where, a Thai sentence that says what to do, and the candidates."""

    code: str
    severity: Severity
    message: str
    instrument: int | None = None
    field: str | None = None
    page: int | None = None
    box: Box | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Secret:
    """A secret found on the paper; only its masked form is kept."""

    kind: SecretKind
    page: int | None
    box: Box | None
    masked: str


@dataclass(frozen=True)
class Reading:
    """Everything read from one file."""

    source: Source
    instruments: tuple[Instrument, ...]
    findings: tuple[Finding, ...] = ()
    secrets: tuple[Secret, ...] = ()
    schema: str = "saraban.reading/1"

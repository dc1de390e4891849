"""What some kinds of memo are written from beyond the papers read: work given out, an event, a coming round, a receipt."""

from dataclasses import dataclass
from datetime import date, datetime, time

from workflow.core.reading import Recommendation


@dataclass(frozen=True)
class Words:
    """An office's own words (`config/<office>/words.yaml`), as they stand in a sentence.

    `unit` what it calls the bodies under it (`หน่วย`, `ส่วนราชการ`), `government` what the survey measures (`รัฐบาลอิเล็กทรอนิกส์` until
    2560), `full_dates` whether a paper is cited `ลงวันที่ ๒๒ พฤศจิกายน ๒๕๖๒` rather than `ลง ๒๒ พ.ย.๖๒`.
    """

    unit: str = "หน่วย"
    government: str = "รัฐบาลดิจิทัล"
    full_dates: bool = False


PLAIN_WORDS = Words()
"""The words of an office that has none of its own."""


@dataclass(frozen=True)
class Assignment:
    """A recommendation given to a unit: who there answers for it, by when, and what the unit answered last year (None: nothing)."""

    item: Recommendation
    owner: str
    due_on: date
    last_answer: str | None = None


@dataclass(frozen=True)
class Event:
    """A meeting or a ceremony a letter invites to, as printed; `attendees` are who is to go, `reply_by` when the host wants names."""

    name: str
    on: date
    start: time
    place: str
    end: time | None = None
    attendees: tuple[str, ...] = ()
    reply_by: date | None = None
    reply_to: str | None = None


@dataclass(frozen=True)
class EvidenceAsked:
    """The evidence a unit is to hand in for one sub-indicator."""

    code: str
    name: str
    evidence: str


@dataclass(frozen=True)
class NextRound:
    """The coming round of the survey (`year` in the Buddhist era) and what is wanted before it, by `due_on`."""

    survey: str
    year: int
    due_on: date
    evidence: tuple[EvidenceAsked, ...]
    opens_on: date | None = None
    closes_on: date | None = None


@dataclass(frozen=True)
class Receipt:
    """The office's receipt of a paper: its เลขรับ, the moment, and the unit the paper was handed to (None: not yet)."""

    number: str
    at: datetime
    handed_to: str | None = None

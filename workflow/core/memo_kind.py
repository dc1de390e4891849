"""A kind of memo as the engine sees it, and the case file from which its facts are gathered.

The catalogue (`memos/<kind>/`) provides `MemoKind` values; the engine never imports it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workflow.core.case_facts import PLAIN_WORDS, Assignment, Event, NextRound, Receipt, Words
from workflow.core.document import Form, Initial, SignatureBlock
from workflow.core.org import ASKING_LINES, ParentKind, Unit
from workflow.core.reading import Instrument, Recommendation, Survey


@dataclass(frozen=True)
class AddressGroup:
    """Addressees who are told in the same words: `เพื่อโปรดทราบ` upward and to equals, `เพื่อทราบ` downward.

    `action` is what they are to do beyond knowing (`ประชาสัมพันธ์ข้าราชการตำรวจในสังกัด`); None: what the order decides. `line` is the
    line along which they stand under the sender, None for superiors, equals and other commands: a line other than command asks.
    """

    to: tuple[str, ...]
    downward: bool
    action: str | None = None
    line: ParentKind | None = None

    @property
    def asks(self) -> bool:
        """Whether the sender may ask them (ขอความร่วมมือ) but not order: a functional or a coordinating line."""
        return self.line in ASKING_LINES


@dataclass(frozen=True)
class CitedPaper:
    """A paper as it is cited: `สทส. ที่ ๐๐๓๓.๑๒/๕๐๕๒ ลง ๒๒ พ.ย.๖๒ เรื่อง …`."""

    issuer: str
    number: str
    dated: date
    subject: str
    urgency: str | None = None


@dataclass(frozen=True)
class CitedOrder:
    """The order that an endorsement carries out, as it is cited: บันทึกสั่งการ `of` ลง `dated`, ท้ายหนังสือ `host`."""

    of: str
    dated: date
    text: tuple[str, ...]
    host: CitedPaper | None = None


@dataclass(frozen=True)
class OverdueItem:
    """What a reminder names: the unit that has not answered, what it was sent, when, and what was due."""

    unit: str
    paper: CitedPaper
    sent_on: date
    due_on: date
    working_days_late: int | None


@dataclass(frozen=True)
class CaseFile:
    """All that a memo may be written from; a fact that is not here is not written.

    `office` is the office's short name as its papers cite it (`ตร.`); `sender_short` the abbreviation of the letter's sender
    (`สพร.`), None when the paper does not say it; `missing` names what is provably absent (`หน้า ๓ ของบันทึก`). `office_name` is the
    name in full for papers that leave the office; `last_survey` is the round before; `asked` is what the commander is asked to do.
    """

    unit: Unit
    office: str
    number: str
    on: date
    to: tuple[str, ...]
    subject: str
    signature: SignatureBlock
    via: str | None = None
    letter: Instrument | None = None
    earlier: tuple[Instrument, ...] = ()
    survey: Survey | None = None
    recommendations: tuple[Recommendation, ...] = ()
    stated_count: int | None = None
    background: tuple[CitedPaper, ...] = ()
    host: CitedPaper | None = None
    order: CitedOrder | None = None
    groups: tuple[AddressGroup, ...] = ()
    overdue: OverdueItem | None = None
    overdue_below: tuple[
        OverdueItem, ...
    ] = ()  # to a superior post: every unit below it that has not answered the paper
    office_name: str | None = None
    words: Words = PLAIN_WORDS
    last_survey: Survey | None = None
    assignments: tuple[Assignment, ...] = ()
    next_round: NextRound | None = None
    event: Event | None = None
    receipt: Receipt | None = None
    asked: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    sender_short: str | None = None
    # What an external letter has beyond a memo (ข้อ ๑๑), and what its copies have (ข้อ ๓๐ ๓๑); texts as they are printed.
    agency: str | None = None  # whose letterhead, where it is not the unit's
    address: tuple[str, ...] = ()
    opening: str | None = None  # None: เรียน
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    ending: str | None = None  # None: ขอแสดงความนับถือ
    email: str | None = None  # None: the unit's
    copies_to: tuple[str, ...] = ()
    certified: SignatureBlock | None = None
    initials: tuple[Initial, ...] = ()


@dataclass(frozen=True)
class MemoKind:
    """One kind of memo: its form, its wording file (Jinja2) and the function that gathers the facts the wording asks for.

    `title` is the kind's Thai name in lists (`บันทึกรายงานผลการสำรวจ`), not what is printed on the paper. `aside` is true for a paper
    that goes out beside the matter (a receipt, a letter of thanks): writing it does not bring the matter a step further; a `circular` is
    numbered with ว, one text for all its recipients (ข้อ ๓๒).
    """

    name: str
    title: str
    form: Form
    wording: Path
    facts: Callable[[CaseFile], Mapping[str, object]]
    sample: Callable[[], CaseFile]
    aside: bool = False
    circular: bool = False

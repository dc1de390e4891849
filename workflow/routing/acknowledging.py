"""The one decision about an acknowledgement: what a word said of a dispatch comes to, or why it is refused. Pure; one rule for one
word in a form and for a thousand in a batch.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from workflow.core.acting import Act
from workflow.core.dispatch import DispatchMove, DispatchState, after
from workflow.core.errors import NotFound, Refused
from workflow.core.evidence_level import EvidenceLevel
from workflow.core.org import OrgChart
from workflow.core.thai_date import short
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.routing.authority import acting_post, capacity

REHEARSED = " (ซ้อม)"  # what a rehearsal did is never to be taken for real


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody says of a dispatch: as which post (None: who answers for the addressee that day), by which name, known how."""

    when: When
    by_post: str | None = None
    name: str | None = None
    evidence: EvidenceLevel = EvidenceLevel.COMMAND


@dataclass(frozen=True, slots=True)
class Position:
    """A position of the roster: its title, and who sits there ("" when nobody does)."""

    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """An acknowledgement on record: whose name stands there, in which capacity, since when, known how."""

    name: str
    capacity: str
    at: datetime
    evidence: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A dispatch as it stands: `said` are the acknowledgements by post, `position` its addressee when the roster names it,
    `owner` the unit whose matter it is (an appointment may be limited to its field)."""

    unit: str
    post: str
    state: DispatchState
    sent_at: datetime
    said: Mapping[str, Said] = field(default_factory=dict)
    position: Position | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What a word comes to: `again` when the post had said so before, and then nothing moves."""

    post: str
    said: Said
    again: bool
    before: DispatchState
    state: DispatchState
    first: bool = False

    @property
    def answers(self) -> int:
        """Return 1 when this is the dispatch's first answer."""
        return int(self.state.answered) - int(self.before.answered)

    @property
    def text(self) -> str:
        """The line of the trail."""
        rehearsed = REHEARSED if self.said.evidence == EvidenceLevel.REHEARSAL else ""
        return f"รับทราบ โดย {self.said.name} {self.said.capacity}{rehearsed}"


def acknowledge(chart: OrgChart, sent: Standing, word: Word) -> Acknowledged:
    """Return what the word comes to; Refused or NotFound when the post, the day or the paper's state does not allow it."""
    by_post = word.by_post or who_answers(chart, sent, word.when)
    acted_as = _capacity(chart, sent, by_post, word.when)
    known = sent.said.get(by_post)
    if known:
        return Acknowledged(by_post, known, True, sent.state, sent.state)
    not_before(sent.sent_at, word.when)
    state = after(sent.state, DispatchMove.ACKNOWLEDGE)
    said = Said(_name(chart, sent, by_post, word), acted_as, word.when.at, word.evidence)
    return Acknowledged(by_post, said, False, sent.state, state, first=not sent.said)


def with_word(sent: Standing, done: Acknowledged) -> Standing:
    """Return the dispatch as it stands after the word."""
    return replace(sent, state=done.state, said={**sent.said, done.post: done.said})


def not_before(sent_at: datetime, when: When) -> None:
    """Refuse an answer of a day before the paper was sent."""
    went_out = When(sent_at).on
    if when.on < went_out:
        raise Refused(f"วันที่ {short(when.on)} อยู่ก่อนวันที่ส่งหนังสือ ({short(went_out)})", next_step="ตรวจวันที่ แล้วระบุ --at ใหม่")


def _on_roster(chart: OrgChart, sent: Standing) -> bool:
    return sent.position is not None and sent.post not in chart.post_by_code


def who_answers(chart: OrgChart, sent: Standing, when: When) -> str:
    """Return the post that answers for the addressee on a day."""
    return sent.post if _on_roster(chart, sent) else acting_post(chart, sent.post, when.on, unit=sent.owner)


def _capacity(chart: OrgChart, sent: Standing, by_post: str, when: When) -> str:
    """Return the title recorded; a position of the roster is answered for by itself alone."""
    if not _on_roster(chart, sent):
        return capacity(
            chart, signer_post=by_post, for_post=sent.post, on=when.on, act=Act.ACKNOWLEDGE, unit=sent.owner
        ).title
    if by_post != sent.post or sent.position is None:
        raise Refused(f"หนังสือถึงตำแหน่งเลขที่ {to_thai(sent.post)} รับทราบแทนกันไม่ได้", next_step="ให้ผู้ดำรงตำแหน่งนั้นรับทราบเอง")
    return sent.position.title


def _name(chart: OrgChart, sent: Standing, by_post: str, word: Word) -> str:
    """Return whose name is recorded: what a form or a link says is no proof against the chart."""
    if _on_roster(chart, sent) and sent.position:
        known, title = sent.position.name, sent.position.title
    else:
        holder = chart.holder(by_post, word.when.on)
        known, title = holder.name if holder else "", chart.post(by_post).title
    told = word.name
    if known and (not told or not word.evidence.proves_name):
        told = known
    return told or title


def wrong_unit(dispatch: int, sent_to: str, unit: str, matter: int) -> Refused:
    """Return the refusal of an answer that a unit gives for a paper of another."""
    return Refused(
        f"ฉบับที่ {to_thai(dispatch)} ส่งถึง {to_thai(sent_to)} ไม่ใช่ {to_thai(unit)}",
        next_step=f"ดูเลข dispatch ของหน่วยด้วย saraban status {matter} --json",
    )


def no_such_dispatch(matter: int, dispatch: int) -> NotFound:
    """Return the error for a dispatch that the matter does not have."""
    return NotFound(
        f"เรื่องที่ {to_thai(matter)} ไม่มีผู้รับลำดับที่ {to_thai(dispatch)}",
        next_step=f"เลือกผู้รับจากรายการในหน้าเรื่อง หรือดูเลข dispatch ด้วย saraban status {matter} --json",
    )

"""What is true of an office apart from its chart: who owns the survey, where registers stand, how reminders climb."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from workflow.core.case_facts import PLAIN_WORDS, Words
from workflow.core.memo_kind import MemoKind
from workflow.core.org import OrgChart
from workflow.core.register import RegisterKey
from workflow.core.reminder import NO_OVERRIDES, Overrides, Rung
from workflow.core.way_up import Stop, joined


@dataclass(frozen=True)
class Way:
    """A channel (`mail`, `line`, `webhook`) and the address there; "" for mail: the one of the chart."""

    channel: str
    address: str = ""


@dataclass(frozen=True)
class Office:
    """One office's configuration (`config/<code>/`).

    `owner_unit` writes the result memo (สทส.), with `co_owner_units` where a matter has several owners (กพร. and ศทส.);
    `addressee_post` is whom it is written to (ผบ.ตร.), `via_post` through whom (ผู้ช่วย ผบ.ตร.); `own_prefixes` are the letters before
    its own numbers; `openings` the last number given out on paper before this program; `due_days` the working days to answer by
    urgency (None: ordinary); `rungs` the reminder ladder, `ladders` where it is another; `ways` by which channels a
    post (or everybody of a unit) is written to, where it is not mail alone; `words` its own words, and `wordings` the files that it
    words otherwise than the catalogue, by the kind of memo. `style` what it sets of its papers' look (core/style_settings.py, points);
    `official`: no paper without the agency's own emblem.
    `login_from`: posts of this grade and above cannot say รับทราบ by a link alone (None: all may).
    `circulate_to`: whom its circulars usually go to, in words (predicates); `order_phrases`: words its commanders often order with.
    """

    code: str
    name: str
    short_name: str
    chart: OrgChart
    registry_unit: str
    owner_unit: str
    addressee_post: str
    via_post: str | None
    openings: Mapping[RegisterKey, int]
    rungs: tuple[Rung, ...]
    due_days: Mapping[str | None, int]
    emblem: Path | None = None
    mail_from: str = "saraban@office.example"
    style: Mapping[str, float] = field(default_factory=dict)
    official: bool = False
    login_from: str | None = None
    words: Words = PLAIN_WORDS
    wordings: Mapping[str, Path] = field(default_factory=dict)
    via_posts: tuple[Stop, ...] = ()
    co_owner_units: tuple[str, ...] = ()
    circulate_to: tuple[str, ...] = ()
    order_phrases: tuple[str, ...] = ()
    ladders: Overrides = NO_OVERRIDES
    ways: Mapping[str, tuple[Way, ...]] = field(default_factory=dict)

    @property
    def way_up(self) -> tuple[Stop, ...]:
        """Through whom a memo goes to its addressee, in order: `via_posts`, or the one `via_post`."""
        return self.via_posts or ((Stop((self.via_post,), 1),) if self.via_post else ())

    def via_words(self, way: tuple[Stop, ...]) -> str | None:
        """Return the officers on the way as the memo names them behind ผ่าน; None when it goes straight to its addressee."""
        words = [stop.words(lambda post: self.chart.post(post).title) for stop in way]
        return joined(words, "และ" if all(len(stop.posts) == 1 for stop in way) else "แล้ว") or None

    @property
    def respondent(self) -> str:
        """The unit that a survey addresses, and whose scores and recommendations a letter brings: that of the addressee's post."""
        return self.chart.post(self.addressee_post).unit

    @property
    def owner_units(self) -> tuple[str, ...]:
        """Every unit that owns the survey's matter, the one that writes first."""
        return (self.owner_unit, *self.co_owner_units)

    def worded(self, kind: MemoKind) -> MemoKind:
        """Return the kind as this office words it: the facts are the same, and are checked against its file as against ours."""
        return replace(kind, wording=self.wordings.get(kind.name, kind.wording))

"""ทางเสนอ: a submitted memo goes through officers in order to its addressee; whose turn it is, and what each act makes of the rest.

An officer on the way (ผ่าน) may pass the memo on, with an opinion or without, return it, or decide where power was delegated to him, which
ends the journey. The addressee decides, returns, or asks for more; who is asked answers, and the memo comes back to the addressee.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workflow.core.errors import Refused


class StepState(StrEnum):
    """How a step of a journey stands; only a waiting one can be acted on, and only when its turn has come."""

    WAITING = "waiting"
    PASSED = "passed"
    NOTED = "noted"
    RETURNED = "returned"
    DECIDED = "decided"
    ASKED = "asked"
    SKIPPED = "skipped"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _THAI[self]


class StepAct(StrEnum):
    """What an officer may do with a memo that lies before him."""

    PASS = "pass"  # noqa: S105 a paper is passed on
    NOTE = "note"
    RETURN = "return"
    DECIDE = "decide"
    ASK = "ask"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _ACT_THAI[self]


class Role(StrEnum):
    """Why a post is on the way: the memo goes through it, is addressed to it, or it was asked for more."""

    VIA = "via"
    TO = "to"
    ASKED = "asked"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _ROLE_THAI[self]


_THAI = {
    StepState.WAITING: "รอ",
    StepState.PASSED: "ผ่านแล้ว",
    StepState.NOTED: "เสนอความเห็นแล้ว",
    StepState.RETURNED: "ส่งคืน",
    StepState.DECIDED: "สั่งการแล้ว",
    StepState.ASKED: "ขอข้อมูลเพิ่ม",
    StepState.SKIPPED: "ไม่ต้องผ่าน",
}
_ACT_THAI = {
    StepAct.PASS: "ผ่านเรื่อง",
    StepAct.NOTE: "เสนอความเห็น",
    StepAct.RETURN: "ส่งคืน",
    StepAct.DECIDE: "สั่งการ",
    StepAct.ASK: "ขอข้อมูลเพิ่ม",
}
_ROLE_THAI = {Role.VIA: "ผ่าน", Role.TO: "เรียน", Role.ASKED: "ผู้ให้ข้อมูลเพิ่ม"}
MOVES: dict[tuple[Role, StepAct], StepState] = {
    (Role.VIA, StepAct.PASS): StepState.PASSED,
    (Role.VIA, StepAct.NOTE): StepState.NOTED,
    (Role.VIA, StepAct.RETURN): StepState.RETURNED,
    (Role.VIA, StepAct.DECIDE): StepState.DECIDED,
    (Role.TO, StepAct.RETURN): StepState.RETURNED,
    (Role.TO, StepAct.DECIDE): StepState.DECIDED,
    (Role.TO, StepAct.ASK): StepState.ASKED,
    (Role.ASKED, StepAct.NOTE): StepState.NOTED,
    (Role.ASKED, StepAct.RETURN): StepState.RETURNED,
}
ENDS = {StepState.RETURNED, StepState.DECIDED}
"""The states that end the whole journey."""


@dataclass(frozen=True)
class Step:
    """One post at one place of a journey; `needed` of the posts at its place must let the memo pass before it goes on."""

    id: int
    position: int
    post: str
    role: Role
    needed: int = 1
    state: StepState = StepState.WAITING


def turn(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps that may be acted on now: those waiting at the first place where any waits; () when the journey is over."""
    waiting = [step for step in steps if step.state == StepState.WAITING]
    first = min((step.position for step in waiting), default=0)
    return tuple(step for step in waiting if step.position == first)


def after(step: Step, act: StepAct) -> StepState:
    """Return the step's state after a legal act; Refused names what this officer cannot do."""
    made = MOVES.get((step.role, act))
    if step.state != StepState.WAITING or made is None:
        raise Refused(
            f"ขั้นนี้ ({step.role.thai} {step.post} “{step.state.thai}”) {act.thai}ไม่ได้",
            next_step="ดูลำดับและสิ่งที่ทำได้ด้วย saraban journey",
        )
    return made


def settled(steps: Sequence[Step], step: Step, act: StepAct) -> dict[int, StepState]:
    """Return every step's new state, by id, after an act at `step`; those it makes needless are skipped."""
    made = after(step, act)
    changed = {step.id: made}
    waiting = [other for other in steps if other.state == StepState.WAITING and other.id != step.id]
    if made in ENDS:
        changed |= {other.id: StepState.SKIPPED for other in waiting}
    elif _passes(steps, step):
        changed |= {other.id: StepState.SKIPPED for other in waiting if other.position == step.position}
    return changed


def _passes(steps: Sequence[Step], step: Step) -> bool:
    """Whether enough posts of the place have let the memo pass once `step` has."""
    done = sum(s.position == step.position and s.state in {StepState.PASSED, StepState.NOTED} for s in steps)
    return done + 1 >= step.needed

"""The life of a matter (เรื่อง) at the unit that owns it: received, drafted, submitted, ordered or returned, dispatched."""

from enum import StrEnum

from workflow.core.errors import Refused


class MatterState(StrEnum):
    """How far the owning unit has brought the matter."""

    RECEIVED = "received"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ORDERED = "ordered"
    DISPATCHED = "dispatched"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _THAI[self]


class MatterMove(StrEnum):
    """What the owning unit or a commander may do with a matter."""

    DRAFT = "draft"
    SUBMIT = "submit"
    RETURN = "return"
    PASS = "pass"  # noqa: S105 a paper is passed on
    ORDER = "order"
    DISPATCH = "dispatch"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _MOVE_THAI[self]


_THAI = {
    MatterState.RECEIVED: "ลงรับแล้ว รอร่างบันทึก",
    MatterState.DRAFTED: "ร่างบันทึกแล้ว รอเสนอ",
    MatterState.SUBMITTED: "เสนอแล้ว รอสั่งการ",
    MatterState.RETURNED: "ส่งคืนให้แก้ไข",
    MatterState.ORDERED: "สั่งการแล้ว รอเวียน",
    MatterState.DISPATCHED: "เวียนแล้ว รอหน่วยตอบ",
}
_MOVE_THAI = {
    MatterMove.DRAFT: "ร่างบันทึก",
    MatterMove.SUBMIT: "เสนอ",
    MatterMove.RETURN: "ส่งคืน",
    MatterMove.PASS: "ผ่านเรื่อง",
    MatterMove.ORDER: "สั่งการ",
    MatterMove.DISPATCH: "เวียน",
}
S, M = MatterState, MatterMove
MOVES: dict[tuple[MatterState, MatterMove], MatterState] = {
    (S.RECEIVED, M.DRAFT): S.DRAFTED,
    (S.DRAFTED, M.DRAFT): S.DRAFTED,
    (S.DRAFTED, M.SUBMIT): S.SUBMITTED,
    (S.RETURNED, M.DRAFT): S.DRAFTED,
    (S.RETURNED, M.SUBMIT): S.SUBMITTED,
    (S.SUBMITTED, M.RETURN): S.RETURNED,
    (S.SUBMITTED, M.PASS): S.SUBMITTED,
    (S.SUBMITTED, M.ORDER): S.ORDERED,
    (S.ORDERED, M.DISPATCH): S.DISPATCHED,
    (S.DISPATCHED, M.DISPATCH): S.DISPATCHED,
}


def after(state: MatterState, move: MatterMove) -> MatterState:
    """Return the state after a legal move; Refused names the state and the move otherwise."""
    try:
        return MOVES[state, move]
    except KeyError:
        raise Refused(
            f"เรื่องนี้อยู่ในสถานะ “{state.thai}” จึง{move.thai}ไม่ได้", next_step="ดูขั้นตอนถัดไปด้วย saraban status"
        ) from None

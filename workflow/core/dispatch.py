"""The life of one dispatch (การส่ง) to one addressee: four different truths, one table of legal moves.

sent ส่งแล้ว → received ลงรับแล้ว (a registry stamped it, with เลขรับ) → acknowledged รับทราบแล้ว (a named person, in a capacity)
→ forwarded ส่งต่อแล้ว / acted ดำเนินการแล้ว. A paper may be acknowledged or forwarded although nobody stamped it.
"""

from enum import StrEnum

from workflow.core.errors import Refused


class DispatchState(StrEnum):
    """How far the paper has come at one addressee."""

    SENT = "sent"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    FORWARDED = "forwarded"
    ACTED = "acted"
    RECALLED = "recalled"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _THAI[self]

    @property
    def answered(self) -> bool:
        """Whether somebody has answered for the paper, so that no reminder is due."""
        return self in {
            DispatchState.ACKNOWLEDGED,
            DispatchState.FORWARDED,
            DispatchState.ACTED,
            DispatchState.RECALLED,
        }


class DispatchMove(StrEnum):
    """What may happen to a dispatch."""

    RECEIVE = "receive"
    ACKNOWLEDGE = "acknowledge"
    FORWARD = "forward"
    ACT = "act"
    RECALL = "recall"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _MOVE_THAI[self]


_THAI = {
    DispatchState.SENT: "ส่งแล้ว",
    DispatchState.RECEIVED: "ลงรับแล้ว",
    DispatchState.ACKNOWLEDGED: "รับทราบแล้ว",
    DispatchState.FORWARDED: "ส่งต่อแล้ว",
    DispatchState.ACTED: "ดำเนินการแล้ว",
    DispatchState.RECALLED: "เรียกคืนแล้ว",
}
_MOVE_THAI = {
    DispatchMove.RECEIVE: "ลงรับ",
    DispatchMove.ACKNOWLEDGE: "รับทราบ",
    DispatchMove.FORWARD: "ส่งต่อ",
    DispatchMove.ACT: "รายงานผลดำเนินการ",
    DispatchMove.RECALL: "เรียกคืน",
}
S, M = DispatchState, DispatchMove
MOVES: dict[tuple[DispatchState, DispatchMove], DispatchState] = {
    (S.SENT, M.RECEIVE): S.RECEIVED,
    (S.SENT, M.ACKNOWLEDGE): S.ACKNOWLEDGED,
    (S.SENT, M.FORWARD): S.FORWARDED,
    (S.SENT, M.RECALL): S.RECALLED,
    (S.RECEIVED, M.ACKNOWLEDGE): S.ACKNOWLEDGED,
    (S.RECEIVED, M.FORWARD): S.FORWARDED,
    (S.RECEIVED, M.RECALL): S.RECALLED,
    (S.ACKNOWLEDGED, M.FORWARD): S.FORWARDED,
    (S.ACKNOWLEDGED, M.ACT): S.ACTED,
    (S.FORWARDED, M.ACT): S.ACTED,
    # An acknowledgement after forwarding is a person's word added to a paper already passed on: the state stays the further one.
    (S.FORWARDED, M.ACKNOWLEDGE): S.FORWARDED,
}


def after(state: DispatchState, move: DispatchMove) -> DispatchState:
    """Return the state after a legal move; Refused names the state and the move otherwise."""
    try:
        return MOVES[state, move]
    except KeyError:
        raise Refused(f"หนังสือนี้{state.thai} จึง{move.thai}อีกไม่ได้", next_step="ดูสถานะปัจจุบันด้วย saraban status") from None

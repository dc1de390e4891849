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
    REJECTED = "rejected"
    MISSENT = "missent"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"

    @property
    def thai(self) -> str:
        """The officer's word for it."""
        return _THAI[self]

    @property
    def answered(self) -> bool:
        """Whether somebody has answered for the paper, so that no reminder is due."""
        return self.closed or self in {DispatchState.ACKNOWLEDGED, DispatchState.FORWARDED, DispatchState.ACTED}

    @property
    def closed(self) -> bool:
        """Whether nothing more is asked of the addressee: taken back, refused, sent wrong, sent anew, or passed to a successor."""
        return self in CLOSED


class DispatchMove(StrEnum):
    """What may happen to a dispatch."""

    RECEIVE = "receive"
    ACKNOWLEDGE = "acknowledge"
    FORWARD = "forward"
    ACT = "act"
    RECALL = "recall"
    REJECT = "reject"
    MISSEND = "missend"
    WITHDRAW = "withdraw"
    RESEND = "resend"
    MOVE = "move"

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
    DispatchState.REJECTED: "หน่วยไม่รับ",
    DispatchState.MISSENT: "แจ้งว่าส่งผิดหน่วย",
    DispatchState.WITHDRAWN: "ถอนเพื่อส่งใหม่แล้ว",
    DispatchState.MOVED: "โอนไปหน่วยที่รับช่วงแล้ว",
}
_MOVE_THAI = {
    DispatchMove.RECEIVE: "ลงรับ",
    DispatchMove.ACKNOWLEDGE: "รับทราบ",
    DispatchMove.FORWARD: "ส่งต่อ",
    DispatchMove.ACT: "รายงานผลดำเนินการ",
    DispatchMove.RECALL: "เรียกคืน",
    DispatchMove.REJECT: "ส่งคืนไม่รับ",
    DispatchMove.MISSEND: "แจ้งว่าส่งผิดหน่วย",
    DispatchMove.WITHDRAW: "ถอนเพื่อส่งใหม่",
    DispatchMove.RESEND: "ส่งใหม่",
    DispatchMove.MOVE: "โอนไปหน่วยที่รับช่วง",
}
CLOSED = frozenset(
    {
        DispatchState.RECALLED, DispatchState.REJECTED, DispatchState.MISSENT, DispatchState.WITHDRAWN, DispatchState.MOVED,
    }
)  # fmt: skip
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
    # A unit that registered the paper may still find that it is not for it (RejectLetterNotifier, InvalidLetterNotifier).
    **{(s, M.REJECT): S.REJECTED for s in (S.SENT, S.RECEIVED)},
    **{(s, M.MISSEND): S.MISSENT for s in (S.SENT, S.RECEIVED)},
    # What was acknowledged stays acknowledged (the rows stay), but nobody is to act on a paper that was recalled.
    **{(s, M.RECALL): S.RECALLED for s in (S.ACKNOWLEDGED, S.FORWARDED)},
    # The sender takes it back to send it to somebody else; to the same post it is sent again, under the same number.
    **{(s, M.WITHDRAW): S.WITHDRAWN for s in (S.SENT, S.RECEIVED, S.REJECTED, S.MISSENT)},
    **{(s, M.RESEND): S.SENT for s in (S.REJECTED, S.MISSENT, S.WITHDRAWN)},
    # The chart changed: the duty goes to the post that took over.
    **{(s, M.MOVE): S.MOVED for s in (S.SENT, S.RECEIVED)},
}


def after(state: DispatchState, move: DispatchMove) -> DispatchState:
    """Return the state after a legal move; Refused names the state and the move otherwise."""
    try:
        return MOVES[state, move]
    except KeyError:
        raise Refused(f"หนังสือนี้{state.thai} จึง{move.thai}อีกไม่ได้", next_step="ดูสถานะปัจจุบันด้วย saraban status") from None

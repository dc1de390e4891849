"""The catalogue of what an office writes: one folder per kind of memo, handed to the engine by name."""

from collections.abc import Mapping

from memos.circular import KIND as _CIRCULAR
from memos.data_request import KIND as _DATA_REQUEST
from memos.external_letter import KIND as _EXTERNAL_LETTER
from memos.forwarding_note import KIND as _FORWARDING_NOTE
from memos.invitation_forward import KIND as _INVITATION_FORWARD
from memos.receipt_reply import KIND as _RECEIPT_REPLY
from memos.recommendation_assignment import KIND as _RECOMMENDATION_ASSIGNMENT
from memos.reminder import KIND as _REMINDER
from memos.reminder_memo import KIND as _REMINDER_MEMO
from memos.result_report import KIND as _RESULT_REPORT
from memos.summary_for_commander import KIND as _SUMMARY_FOR_COMMANDER
from workflow.core.memo_kind import MemoKind

_KINDS = (
    _RESULT_REPORT,
    _SUMMARY_FOR_COMMANDER,
    _FORWARDING_NOTE,
    _CIRCULAR,
    _RECOMMENDATION_ASSIGNMENT,
    _INVITATION_FORWARD,
    _DATA_REQUEST,
    _EXTERNAL_LETTER,
    _RECEIPT_REPLY,
    _REMINDER,
    _REMINDER_MEMO,
)
CATALOGUE: Mapping[str, MemoKind] = {kind.name: kind for kind in _KINDS}
"""Every kind by its name."""

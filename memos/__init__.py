"""The catalogue of what an office writes: one folder per kind of memo, handed to the engine by name."""

from collections.abc import Mapping

from memos.forwarding_note import KIND as _FORWARDING_NOTE
from memos.reminder import KIND as _REMINDER
from memos.result_report import KIND as _RESULT_REPORT
from workflow.core.memo_kind import MemoKind

CATALOGUE: Mapping[str, MemoKind] = {kind.name: kind for kind in (_RESULT_REPORT, _FORWARDING_NOTE, _REMINDER)}
"""Every kind by its name."""

"""data-request: the memo that asks units for their evidence before the next round of the survey."""

from memos.data_request.kind import KIND

__all__ = ["KIND"]

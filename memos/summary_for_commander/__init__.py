"""summary-for-commander: the page on which a commander sees the score, what moved, what is urgent, and what is asked."""

from memos.summary_for_commander.kind import KIND

__all__ = ["KIND"]

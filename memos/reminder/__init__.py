"""reminder: the letter under seal that asks a unit for an answer it owes."""

from memos.reminder.kind import KIND

__all__ = ["KIND"]

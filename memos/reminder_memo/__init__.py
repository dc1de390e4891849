"""reminder-memo: the memo that reminds a unit whose answer its commander must see: the same facts as the letter under seal."""

from memos.reminder_memo.kind import KIND

__all__ = ["KIND"]

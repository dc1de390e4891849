"""receipt-reply: the letter under seal that tells a sender its paper has arrived, and under which number."""

from memos.receipt_reply.kind import KIND

__all__ = ["KIND"]

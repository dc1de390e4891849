"""forwarding-note: the endorsement (เกษียน) that carries an order on, up and down at once."""

from memos.forwarding_note.kind import KIND

__all__ = ["KIND"]

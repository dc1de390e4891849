"""invitation-forward: the memo that passes on an invitation to an awards or a briefing: when, where, who goes, reply by when."""

from memos.invitation_forward.kind import KIND

__all__ = ["KIND"]

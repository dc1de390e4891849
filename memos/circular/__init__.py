"""circular: the circular (ว) that makes a result known to the bodies of a province or an office."""

from memos.circular.kind import KIND

__all__ = ["KIND"]

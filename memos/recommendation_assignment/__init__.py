"""recommendation-assignment: the memo that gives one unit its recommendations, each with who answers and by when."""

from memos.recommendation_assignment.kind import KIND

__all__ = ["KIND"]

"""external-letter: the letter that answers the agency outside: thanks, what was ordered, what of its paper is missing."""

from memos.external_letter.kind import KIND

__all__ = ["KIND"]

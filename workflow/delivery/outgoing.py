"""A message on its way out, and the one thing a channel must be able to do."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """What became of one try: delivered to the channel, refused for good, to be tried again, or nobody knows."""

    DELIVERED = "delivered"
    FAILED = "failed"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Mail:
    """One message; `message_id` is the same at every try, so that a receiver sees one message; `at` when it is tried."""

    message_id: str
    sender: str
    address: str
    subject: str
    body: str
    at: datetime | None = None


class Channel(Protocol):
    """A way out."""

    def send(self, mail: Mail) -> tuple[Outcome, str]:
        """Try once; the second value says in a few words what went wrong."""
        ...

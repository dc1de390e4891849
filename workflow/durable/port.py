"""The port of the durable engine: hand work in within your own transaction; every piece of it is done in exactly one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlmodel import Session


class EngineNotReady(Exception):
    """The database lacks the engine's own tables; `prepare` makes them, outside any transaction."""


@dataclass(frozen=True)
class Work:
    """Work by its name; arguments are what JSON can say.

    `piece(session, *arguments)` is run in one transaction together with the mark that it was done, again and again until it returns
    False: a crash loses nothing and repeats nothing. `then(*arguments)` follows outside any transaction, at least once: for what leaves
    the machine. `failed(session, error, *arguments)` is told what went wrong for good.
    """

    name: str
    piece: Callable[..., bool]
    then: Callable[..., object] | None = None
    failed: Callable[..., None] | None = None


class Engine(Protocol):
    """Enqueue, start, stop; `prepare` once in the life of a database."""

    def prepare(self) -> None:
        """Make the engine's own tables when they are missing."""

    def enqueue(self, session: Session, work: str, key: str, *arguments: Any) -> None:
        """Hand in work within the caller's transaction; an equal `key` is the same work. EngineNotReady before `prepare`."""

    def start(self, works: Sequence[Work], node: str) -> None:
        """Do work in this process, under the node's name; what that node left undone when it died is taken up at once."""

    def stop(self) -> None:
        """Stop taking work; a piece that is being done is finished or rolled back."""

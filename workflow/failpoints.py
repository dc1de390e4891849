"""Places between two effects, by name, where a test lets the program die, fail or wait; in service each of them does nothing.

`reached` is looked up at every call, so that a test can put an act in its place; what stands there otherwise costs some 40 ns. There is no
other way to arm one: no setting, no variable of the environment, no request reaches here, so an office cannot have one on by mistake.
"""

from collections.abc import Callable, Mapping
from typing import Final

POINTS: Final[Mapping[str, str]] = {
    "write.before-commit": "a transaction's work is done, nothing of it is kept yet",
    "write.after-commit": "a transaction is kept, whoever asked for it has not been told",
    "number.stepped": "a register's counter has moved, the line is not written (SQLite: two statements)",
    "number.taken": "a number and its line are written, its paper is not",
    "numbers.moved": "a counter has moved over a block of numbers, their lines are not written",
    "dispatch.handed-out": "a sending's addressees are written, its number is not taken",
    "sending.enqueued": "a large sending has its work handed in, its number is not taken",
    "sending.piece-written": "a piece of a large sending is written, its place is not kept",
    "order.settled": "a step of the way up is settled, its order is not recorded",
    "memo.made": "a memo's files lie in their place, its row does not say so",
    "original.written": "a received file is written under a passing name",
    "original.placed": "a received file lies in its place, no row names it",
    "file.written": "a file of ours is written under a passing name",
    "file.placed": "a file of ours lies in its place, no row names it",
    "intake.looked": "a file handed in was read, its row does not say so",
    "intake.refused": "a classified file handed in is removed, its row does not say so",
    "words.decided": "a batch of acknowledgements is decided, nothing of it is written",
    "words.committed": "a batch of acknowledgements is kept, nobody has been answered",
    "reminders.promised": "the day's reminders are promised, nothing has been sent",
    "outbox.claimed": "messages are claimed, none has been sent",
    "outbox.sent": "a message was handed to its channel, what became of it is not kept",
    "mail.written": "a message is written under a passing name",
    "seal.digested": "the next seal is made, not kept",
    "checkpoint.signed": "a checkpoint is signed and kept, its file is not written",
    "checkpoint.mailed": "a checkpoint was mailed, that it was is not kept",
    "package.kept": "a package's files are kept, its matter is not opened",
    "backup.dumped": "the database is written out beside the data, the backup is not made",
    "backup.packed": "a backup is written, it has no name yet",
    "restore.checked": "a backup is unpacked and whole, nothing of it lies in its place",
    "restore.files-back": "the files of a backup lie in their place, the database does not",
    "import.files-kept": "the files of an export are kept, its rows are not",
}


def _nothing(point: str) -> None:
    """Do nothing."""


reached: Callable[[str], None] = _nothing


def arm(act: Callable[[str], None]) -> None:
    """Do this whenever a point is reached (only for tests)."""
    global reached
    reached = act

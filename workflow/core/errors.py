"""One tree of errors: each carries its exit code, and says in Thai what happened and what to do next."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The command's contract with scripts (docs/architecture.md)."""

    OK = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    REFUSED = 4
    CONFLICT = 5
    PARTLY_DONE = 6
    TRY_AGAIN = 75
    INTERRUPTED = 130


class SarabanError(Exception):
    """The program cannot go on; `str(error)` is one Thai sentence for the officer, `next_step` what to do."""

    exit_code = ExitCode.FAILED

    def __init__(self, message: str, *, next_step: str = "") -> None:
        super().__init__(message)
        self.next_step = next_step


class UnreadableFile(SarabanError):
    """The file cannot be read as what it claims to be."""


class MissingFont(SarabanError):
    """The Thai typeface is not installed; a silent substitute would move page breaks."""


class MissingGlyph(SarabanError):
    """The typeface has no such letter; it would print as an empty box."""


class UsageError(SarabanError):
    """The command's words do not fit together."""

    exit_code = ExitCode.USAGE


class ConfigError(SarabanError):
    """A configuration file is wrong; the message names file and line."""

    exit_code = ExitCode.USAGE


class NotFound(SarabanError):
    """A unit, post, matter or file that was named does not exist."""

    exit_code = ExitCode.NOT_FOUND


class Refused(SarabanError):
    """A rule forbids it: classified paper, encrypted file, a signature without authority, an illegal move."""

    exit_code = ExitCode.REFUSED


class TooLong(Refused):
    """A text that stands on one line of the form is longer than its place."""


class Conflict(SarabanError):
    """Somebody or something else got there first, or two facts exclude each other."""

    exit_code = ExitCode.CONFLICT


class TryAgain(SarabanError):
    """A passing hindrance: the database is busy, the disk full."""

    exit_code = ExitCode.TRY_AGAIN


class CannotWrite(TryAgain):
    """Nothing can be kept at present, for everybody: the disk is full or failing, or the clock is in doubt (core/read_only.py)."""

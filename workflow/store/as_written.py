"""A file as it was last written: what is kept of it holds until it is written again."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Written:
    """A file, when it was written (nanoseconds) and how long it is; both None when there is none."""

    path: Path
    when: int | None
    size: int | None


def as_written(path: Path) -> Written:
    """Return how a file stands now."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return Written(path, None, None)
    return Written(path, found.st_mtime_ns, found.st_size)

"""Configuration that is read again when one of its files changed, so that a server sees a mended chart without a restart."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from workflow.core.errors import ConfigError

T = TypeVar("T")
Stamp = tuple[tuple[str, int, int], ...]


class Fresh(Generic[T]):
    """A value of a folder's files. While a file is being edited into an error, what was last right stays in force."""

    def __init__(self, folder: Path, load: Callable[[], T]) -> None:
        self._folder, self._load = folder, load
        self._known: tuple[Stamp, T] | None = None

    def __call__(self) -> T:
        """Return the value of the files as they are now; ConfigError only where nothing right was ever read."""
        stamp = tuple(sorted(_stamps(self._folder)))
        if self._known is None:
            self._known = stamp, self._load()
        elif self._known[0] != stamp:
            try:
                self._known = stamp, self._load()
            except ConfigError:
                self._known = stamp, self._known[1]
        return self._known[1]


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    if folder.is_dir():
        for path in folder.iterdir():
            if path.is_file():
                found = path.stat()
                yield path.name, found.st_mtime_ns, found.st_size
            elif path.is_dir():
                yield from ((f"{path.name}/{name}", when, size) for name, when, size in _stamps(path))

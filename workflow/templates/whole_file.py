"""Files that are never seen half written: they get their name when they are whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4


@contextmanager
def whole_file(out: Path) -> Iterator[BinaryIO]:
    """Give a file to write into, which becomes `out` (its folder made if absent) when the block ends well."""
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f".{uuid4().hex}.part")  # not the file's own name before it: a Thai one may fill all 255 bytes
    try:
        with part.open("wb") as file:
            yield file
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def write_whole(out: Path, data: bytes) -> None:
    """Write a file so that it is never seen half written."""
    with whole_file(out) as file:
        file.write(data)

"""Files that are never seen half written: they get their name when they are whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from workflow import failpoints
from workflow.synced import synced


@contextmanager
def whole_file(out: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """Give a file to write into, which becomes `out` (its folder made if absent) when the block ends well.

    `lasting`: it is on the disk by then; False for what is made again at the next asking.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f".{uuid4().hex}.part")  # not the file's own name before it: a Thai one may fill all 255 bytes
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        failpoints.reached("file.written")
        part.replace(out)
        if lasting:
            synced(out.parent)
        failpoints.reached("file.placed")
    finally:
        part.unlink(missing_ok=True)


def write_whole(out: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a file so that it is never seen half written; `lasting` as `whole_file` says."""
    with whole_file(out, lasting=lasting) as file:
        file.write(data)

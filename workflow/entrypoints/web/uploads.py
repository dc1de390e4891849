"""A file that a form brings: kept for the length of one act under a name of our own with the ending it came with, never under its sender's."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi import UploadFile

from workflow.core.errors import Refused, UsageError
from workflow.core.thai_digits import to_thai

MOST = 20 * 1024 * 1024
_PIECE = 1 << 20


@contextmanager
def kept_for_now(file: UploadFile, endings: tuple[str, ...]) -> Iterator[Path]:
    """Give the file's path while the act lasts; UsageError for another ending, Refused for a file that is too large."""
    ending = Path(file.filename or "").suffix.lower()
    if ending not in endings:
        raise UsageError(f"แฟ้มชนิด “{ending or 'ไม่มีนามสกุล'}” ใช้ที่นี่ไม่ได้", next_step=f"ใช้แฟ้ม {' หรือ '.join(endings)}")
    with tempfile.TemporaryDirectory(prefix="saraban-") as folder:
        path, size = Path(folder) / f"แฟ้ม{ending}", 0
        with path.open("wb") as out:
            while piece := file.file.read(_PIECE):
                size += len(piece)
                if size > MOST:
                    raise Refused(f"แฟ้มใหญ่เกิน {to_thai(MOST >> 20)} เมกะไบต์", next_step="ลดขนาดแฟ้มแล้วส่งใหม่")
                out.write(piece)
        yield path


def brought(file: UploadFile | None) -> UploadFile | None:
    """Return a file that was really chosen: an empty field of a form brings one without a name."""
    return file if file is not None and file.filename else None


def label_of(file: UploadFile) -> str:
    """Return the name a person gave the file, to show and never to open."""
    return (file.filename or "").replace("\\", "/").rpartition("/")[2][:120]

"""Received files, kept byte for byte under their SHA-256; the sender's file name is only a label."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import uuid4

from workflow import failpoints
from workflow.core.errors import NotFound
from workflow.synced import synced

PIECE = 1 << 20


@dataclass(frozen=True)
class OriginalFiles:
    """The folder of originals."""

    folder: Path

    def keep(self, path: Path) -> str:
        """Store a copy (written, synced, then renamed) and return its SHA-256; a file already kept is not written again."""
        with path.open("rb") as content:
            sha256 = hashlib.file_digest(content, "sha256").hexdigest()
            if self._place(sha256).exists():
                return sha256
            content.seek(0)
            return self.take_in(content)

    def take_in(self, content: IO[bytes]) -> str:
        """Store what can be read from `content`, as `keep` does, and return its SHA-256."""
        self.folder.mkdir(parents=True, exist_ok=True)
        partial, digest = self.folder / f".{uuid4().hex}.part", hashlib.sha256()
        try:
            with partial.open("wb") as out:
                while piece := content.read(PIECE):
                    digest.update(piece)
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
            failpoints.reached("original.written")
            target = self._place(digest.hexdigest())
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                partial.rename(target)
                synced(target.parent, self.folder)  # a name that is not on the disk is lost with the power
            failpoints.reached("original.placed")
        finally:
            partial.unlink(missing_ok=True)
        return digest.hexdigest()

    def kept(self) -> list[Path]:
        """Return every original there is, by its SHA-256."""
        return sorted(path for path in self.folder.glob("??/*") if len(path.name) == 64)

    def path(self, sha256: str) -> Path:
        """Return where the original lies; NotFound when it is gone."""
        place = self._place(sha256)
        if not place.exists():
            raise NotFound(f"ไม่พบแฟ้มต้นฉบับ {sha256[:12]}…", next_step="กู้คืนจากสำเนาสำรองแล้วลองใหม่")
        return place

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let nobody else of this machine who asks for the same be at work in the folder meanwhile: whoever comes second waits."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file, read in pieces: it may be as large as a database."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()

"""Received files, kept byte for byte under their SHA-256; the sender's file name is only a label."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from workflow.core.errors import NotFound


@dataclass(frozen=True)
class OriginalFiles:
    """The folder of originals."""

    folder: Path

    def keep(self, path: Path) -> str:
        """Store a copy (written, synced, then renamed) and return its SHA-256; a file already kept is not written again."""
        content = path.read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        target = self._place(sha256)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_suffix(f".{uuid4().hex}.part")
            with partial.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            partial.rename(target)
        return sha256

    def path(self, sha256: str) -> Path:
        """Return where the original lies; NotFound when it is gone."""
        place = self._place(sha256)
        if not place.exists():
            raise NotFound(f"ไม่พบแฟ้มต้นฉบับ {sha256[:12]}…", next_step="กู้คืนจากสำเนาสำรองแล้วลองใหม่")
        return place

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

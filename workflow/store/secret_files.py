"""Keys as files: 32 random bytes that only the owner may read, made once by whoever asks first."""

import os
import secrets
from pathlib import Path
from uuid import uuid4

from workflow.core.errors import ConfigError

BYTES = 32


def secret_file(path: Path, name: str, remedy: str = "นำแฟ้มกุญแจที่ถูกต้องมาวางแทน") -> bytes:
    """Return the key; ConfigError, which calls it by `name`, when others may read the file or it holds no key."""
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        raise ConfigError(f"ผู้ใช้อื่นในเครื่องอ่าน{name} {path} ได้", next_step=f"พิมพ์ chmod 600 {path}")
    key = path.read_bytes()
    if len(key) != BYTES:
        raise ConfigError(f"แฟ้ม {path} ไม่ใช่{name}", next_step=remedy)
    return key


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{uuid4().hex}.part")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(secrets.token_bytes(BYTES))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(partial, path)  # fails where another process was first, whose key then counts
    except FileExistsError:
        pass
    finally:
        partial.unlink()

"""A key kept in a file: 32 random bytes that only its owner may read, made when first needed."""

import os
import secrets
from pathlib import Path
from uuid import uuid4

from workflow.core.errors import ConfigError

BYTES = 32


def key_file(path: Path, name: str, loss: str) -> bytes:
    """Return the key, made once whoever asks first; ConfigError when others may read the file or it holds no key.

    `name` is what officers call it, `loss` what is lost with it.
    """
    if not path.exists():
        _make(path)
    if read_by_others(path):
        raise ConfigError(f"ผู้ใช้อื่นในเครื่องอ่าน{name} {path} ได้", next_step=f"พิมพ์ chmod 600 {path}")
    key = path.read_bytes()
    if len(key) != BYTES:
        raise ConfigError(f"แฟ้ม {path} ไม่ใช่{name}", next_step=f"กู้คืนจากสำเนาสำรอง หรือลบแฟ้มนั้น ระบบจะสร้างใหม่ ({loss})")
    return key


def read_by_others(path: Path) -> bool:
    """Whether anybody but the owner may read a key. What systemd hands over as a credential shows a group's right that is its own user's."""
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    handed_over = credentials is not None and path.parent == Path(credentials)
    return bool(path.stat().st_mode & (0o037 if handed_over else 0o077))


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

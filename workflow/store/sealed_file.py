"""Encrypted files: AES-256-GCM in chunks, so that a backup of any size streams; a chunk altered, moved, missing or cut off is refused.

A file is its head (`SARABAN1`, 32 random bytes of salt) and chunks, each its length (4 bytes, big-endian) and its ciphertext. The file's key
is HKDF-SHA256 of the office's key and the salt, so no two files share one; a chunk's nonce is its number, and what is authenticated beside
it is whether it is the last.
"""

import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workflow.core.errors import UnreadableFile
from workflow.store.aead import key_for

MAGIC, SALT, CHUNK = b"SARABAN1", 32, 1 << 20


class Sealer:
    """Encrypts what is written to it; `close` writes the last chunk, without which nobody takes the file for whole."""

    def __init__(self, out: BinaryIO, key: bytes) -> None:
        salt = os.urandom(SALT)
        self._out, self._cipher, self._number, self._held = out, _cipher(key, salt), 0, bytearray()
        out.write(MAGIC + salt)

    def write(self, data: bytes) -> int:
        """Take some bytes."""
        self._held += data
        while len(self._held) > CHUNK:
            self._put(bytes(self._held[:CHUNK]), last=False)
            del self._held[:CHUNK]
        return len(data)

    def close(self) -> None:
        """Write what is left."""
        self._put(bytes(self._held), last=True)

    def _put(self, data: bytes, *, last: bool) -> None:
        made = self._cipher.encrypt(_nonce(self._number), data, _beside(last=last))
        self._out.write(len(made).to_bytes(4, "big") + made)
        self._number += 1


class Opener:
    """Reads what a `Sealer` wrote; UnreadableFile when the key is another or anything is not as it was written."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        head = file.read(len(MAGIC) + SALT)
        if len(head) != len(MAGIC) + SALT or not head.startswith(MAGIC):
            raise UnreadableFile("แฟ้มนี้ไม่ใช่ข้อมูลสำรองของระบบนี้", next_step="เลือกแฟ้ม .saraban")
        self._file, self._cipher, self._number = file, _cipher(key, head[len(MAGIC) :]), 0
        self._held, self._last = bytearray(), False

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, fewer at the end."""
        while not self._last and (size < 0 or len(self._held) < size):
            self._held += self._next()
        count = len(self._held) if size < 0 else size
        data = bytes(self._held[:count])
        del self._held[:count]
        return data

    def _next(self) -> bytes:
        length = int.from_bytes(self._file.read(4), "big")
        sealed = self._file.read(min(length, CHUNK + 16))
        for last in (False, True):
            try:
                data = self._cipher.decrypt(_nonce(self._number), sealed, _beside(last=last))
            except (InvalidTag, ValueError):
                continue
            if last and self._file.read(1):
                break
            self._number, self._last = self._number + 1, last
            return data
        raise UnreadableFile("เปิดข้อมูลสำรองไม่ได้: กุญแจไม่ตรง หรือแฟ้มเสียหาย", next_step="ใช้กุญแจของวันนั้น หรือข้อมูลสำรองแฟ้มอื่น")


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(key_for(key, "backup", salt))


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _beside(*, last: bool) -> bytes:
    return b"last" if last else b"more"

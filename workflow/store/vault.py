"""What the vault keeps: logins sealed with AES-256-GCM under a key that lies in a file of its own, not in the database."""

import os
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import Session, col, select

from workflow.core.errors import ConfigError, NotFound
from workflow.core.thai_digits import to_thai
from workflow.core.vault import Credential, Look
from workflow.store.key_file import key_file
from workflow.store.vault_tables import VaultItemRow, VaultLookRow

_NONCE = 12


def vault_key(path: Path) -> bytes:
    """Return the key of the vault, made when first needed; ConfigError as `key_file`."""
    return key_file(path, "กุญแจตู้นิรภัย", "รหัสที่เก็บไว้แล้วจะเปิดไม่ได้อีก ต้องดูจากต้นฉบับ")


def keep(session: Session, key: bytes, matter: int, found: Sequence[Credential], at: datetime) -> None:
    """Seal a letter's logins; done twice it changes nothing."""
    kept = set(session.exec(select(VaultItemRow.place).where(VaultItemRow.matter_id == matter)).all())
    for place, one in enumerate(found):
        if place not in kept:
            sealed = _seal(key, _bound_to(matter, place), one.value)
            session.add(VaultItemRow(matter_id=matter, place=place, page=one.page, masked=one.masked, sealed=sealed, at=at))  # fmt: skip


def items(session: Session, matter: int | None) -> Sequence[VaultItemRow]:
    """Return the sealed logins of a matter (None: of all) in order."""
    asked = select(VaultItemRow).order_by(col(VaultItemRow.matter_id), col(VaultItemRow.place))
    return session.exec(asked if matter is None else asked.where(VaultItemRow.matter_id == matter)).all()


def looks(session: Session, item: int) -> Sequence[VaultLookRow]:
    """Return every look at a login, oldest first."""
    return session.exec(select(VaultLookRow).where(VaultLookRow.item_id == item).order_by(col(VaultLookRow.id))).all()


def item_of(session: Session, number: int) -> VaultItemRow:
    """Return a sealed login; NotFound otherwise."""
    row = session.get(VaultItemRow, number)
    if row is None:
        raise NotFound(f"ไม่มีรายการที่ {to_thai(number)} ในตู้นิรภัย", next_step="ดูรายการด้วย saraban vault list")
    return row


def note_look(session: Session, item: int, look: Look) -> None:
    """Keep who looked, when and why."""
    session.add(VaultLookRow(item_id=item, at=look.at, by=look.by.strip(), why=look.why.strip()))


def opened(key: bytes, row: VaultItemRow) -> str:
    """Return the login; ConfigError when this key did not seal it or the row was altered."""
    content = b64decode(row.sealed)
    try:
        plain = AESGCM(key).decrypt(content[:_NONCE], content[_NONCE:], _bound_to(row.matter_id, row.place))
    except InvalidTag as error:
        raise ConfigError(
            "เปิดรายการในตู้นิรภัยไม่ได้ กุญแจไม่ตรงหรือข้อมูลถูกแก้",
            next_step="ตรวจว่า SARABAN_VAULT_KEY_FILE ชี้กุญแจเดิม หรือดูรหัสจากต้นฉบับ",
        ) from error
    return plain.decode()


def _seal(key: bytes, bound: bytes, value: str) -> str:
    nonce = os.urandom(_NONCE)
    return b64encode(nonce + AESGCM(key).encrypt(nonce, value.encode(), bound)).decode()


def _bound_to(matter: int, place: int) -> bytes:
    return f"saraban vault {matter} {place}".encode()
"""Encrypted files: AES-256-GCM in chunks, so that a backup of any size streams; a chunk altered, moved, missing or cut off is refused.

A file is its head (`SARABAN1`, 32 random bytes of salt) and chunks, each its length (4 bytes, big-endian) and its ciphertext. The file's key
is HKDF-SHA256 of the office's key and the salt, so no two files share one; a chunk's nonce is its number, and what is authenticated beside
it is whether it is the last.
"""

import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workflow.core.errors import UnreadableFile

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
    return AESGCM(HKDF(SHA256(), 32, salt, b"saraban backup").derive(key))


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _beside(*, last: bool) -> bytes:
    return b"last" if last else b"more"

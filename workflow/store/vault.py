"""What the vault keeps: logins sealed with AES-256-GCM under a key that lies in a file of its own, not in the database."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from sqlmodel import Session, col, select

from workflow.core.errors import ConfigError, NotFound
from workflow.core.thai_digits import to_thai
from workflow.core.vault import Credential, Look
from workflow.store.aead import decrypted, encrypted
from workflow.store.key_file import key_file
from workflow.store.vault_tables import VaultItemRow, VaultLookRow


def vault_key(path: Path) -> bytes:
    """Return the key of the vault, made when first needed; ConfigError as `key_file`."""
    return key_file(path, "กุญแจตู้นิรภัย", "รหัสที่เก็บไว้แล้วจะเปิดไม่ได้อีก ต้องดูจากต้นฉบับ")


def keep(session: Session, key: bytes, matter: int, found: Sequence[Credential], at: datetime) -> None:
    """Seal a letter's logins; done twice it changes nothing."""
    kept = set(session.exec(select(VaultItemRow.place).where(VaultItemRow.matter_id == matter)).all())
    for place, one in enumerate(found):
        if place not in kept:
            sealed = b64encode(encrypted(key, one.value.encode(), _bound_to(matter, place))).decode()
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
    try:
        plain = decrypted(key, b64decode(row.sealed), _bound_to(row.matter_id, row.place))
    except InvalidTag as error:
        raise ConfigError(
            "เปิดรายการในตู้นิรภัยไม่ได้ กุญแจไม่ตรงหรือข้อมูลถูกแก้",
            next_step="ตรวจว่า SARABAN_VAULT_KEY_FILE ชี้กุญแจเดิม หรือดูรหัสจากต้นฉบับ",
        ) from error
    return plain.decode()


def _bound_to(matter: int, place: int) -> bytes:
    return f"saraban vault {matter} {place}".encode()

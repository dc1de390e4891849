"""Logins found in a letter go into the vault, and come out of it only for somebody who says who and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from workflow.core.reading import Reading
from workflow.core.thai_digits import to_thai
from workflow.core.vault import Credential, Look, check_look
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.store import vault
from workflow.store.matters import Trail, matter
from workflow.store.vault_tables import VaultItemRow

Find = Callable[[Path], Sequence[Credential]]


@dataclass(frozen=True)
class VaultItem:
    """A sealed login: its number, its matter, where in the letter it stood, and how often it was looked at."""

    number: int
    matter: int
    page: int
    masked: str
    at: datetime
    looks: int


@dataclass(frozen=True)
class Revealed:
    """A login that was looked at; its value is never shown by repr."""

    item: VaultItem
    value: str = field(repr=False)


def credentials_found(reading: Reading, path: Path, find: Find) -> Sequence[Credential]:
    """Return the logins of a file; one whose reading found none is not read again."""
    return find(path) if any(secret.kind == "credential" for secret in reading.secrets) else ()


def list_vault(desk: Desk, number: int | None = None) -> tuple[VaultItem, ...]:
    """Return what the vault holds, of one matter or of all; no value leaves it."""
    with desk.store.read() as session:
        if number is not None:
            matter(session, number)
        return tuple(_told(row, len(vault.looks(session, row.id or 0))) for row in vault.items(session, number))


def reveal(desk: Desk, number: int, look: Look) -> Revealed:
    """Return a login once the look is kept; Refused without a name and a reason."""
    check_look(look)
    with desk.store.write() as session:
        row = vault.item_of(session, number)
        value = vault.opened(desk.vault_key(), row)
        vault.note_look(session, number, look)
        said = f"เปิดดู {row.masked} หน้า {to_thai(row.page)} โดย {look.by.strip()}: {look.why.strip()}"
        Trail(session, row.matter_id).note("vault-opened", "", said, When(look.at))
        count = len(vault.looks(session, number))
    return Revealed(_told(row, count), value)


def _told(row: VaultItemRow, count: int) -> VaultItem:
    return VaultItem(row.id or 0, row.matter_id, row.page, row.masked, row.at, count)

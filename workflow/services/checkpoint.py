"""จุดตรวจ: once a day the digest of the chain is signed and leaves the server, by mail and on a page to print.

Whoever owns the database can make a whole new chain; he cannot make the one that somebody else holds the digest of.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from workflow import failpoints
from workflow.core.checkpoint import Checkpoint, checkpoint_of
from workflow.core.errors import NotFound, UnreadableFile
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.delivery.outgoing import Channel, Mail, Outcome
from workflow.services.seal_record import seal_new
from workflow.services.verify_record import Finding
from workflow.store.engine import Store
from workflow.store.files import alone
from workflow.store.seal_key import public_hex, signed_by
from workflow.store.seal_tables import CheckpointRow, SealBatchRow, SealRow
from workflow.store.seals import head
from workflow.templates.fonts import FontSet
from workflow.templates.overlay.checkpoint_page import write_checkpoint_page
from workflow.templates.whole_file import write_whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

TITLE = "จุดตรวจผนึกของระบบสารบรรณ"


@dataclass(frozen=True)
class Notary:
    """Who signs, where files of checkpoints lie, to whom they are mailed (nobody: the page is printed), by which channel."""

    key: "Callable[[], Ed25519PrivateKey]"
    folder: Path
    to: tuple[str, ...]
    channel: Channel
    fonts: Callable[[], FontSet]
    sender: str = "saraban@localhost"


@dataclass(frozen=True)
class Signed:
    """A checkpoint with its signature (hex); `mailed` says to whom it went by now."""

    point: Checkpoint
    signature: str
    file: Path
    page: Path
    mailed: tuple[str, ...] = ()


def make_checkpoint(store: Store, notary: Notary, *, at: datetime) -> Signed:
    """Seal what is new, sign the head of the chain, write file and page, and mail it; the same head gets one checkpoint.

    NotFound when there is nothing to seal at all.
    """
    seal_new(store, at=at)
    with store.write() as session:
        row = _of_head(session) or _sign(session, notary, at)
    failpoints.reached("checkpoint.signed")
    signed = _written(notary, row)
    return Signed(signed.point, signed.signature, signed.file, signed.page, _mail(store, notary, row, at))


def daily(store: Store, notary: Notary, *, at: datetime) -> Signed | None:
    """Make the day's checkpoint (Bangkok) if there is none yet, and mail again what could not be mailed; for the clock."""
    seal_new(store, at=at)
    with store.read() as session:
        row = session.exec(select(CheckpointRow).order_by(col(CheckpointRow.id).desc()).limit(1)).first()
        nothing_new = head(session)[0] == (row.seal if row else 0)
    if nothing_new or (row and When(row.at).on == When(at).on):
        if row and not _stem(notary, row).with_suffix(".pdf").exists():  # signed by a program that was killed then
            _written(notary, row)
        if row and not row.told:
            _mail(store, notary, row, at)
        return None
    return make_checkpoint(store, notary, at=at)


def against(session: Session, text: str, signature: str, key: str | None = None) -> tuple[Finding, ...]:
    """Compare the database with a checkpoint from outside; `key` is the public key that the office trusts (None: the one it names)."""
    point = checkpoint_of(text)
    if not signed_by(key or point.key, text, signature):
        return (Finding("checkpoint", "checkpoint", str(point.seal), "ลายเซ็นของจุดตรวจไม่ถูกต้อง"),)
    seal = session.get(SealRow, point.seal)
    if seal is None:
        text = f"ผนึกที่ {to_thai(point.seal)} ที่จุดตรวจรับรองไว้ ไม่มีแล้ว: ร่องรอยถูกตัดท้าย"
        return (Finding("checkpoint", "seal", str(point.seal), text),)
    if seal.sha256 != point.sha256:
        text = f"ผนึกที่ {to_thai(point.seal)} ไม่ใช่ผนึกที่จุดตรวจรับรองไว้: ร่องรอยถูกทำขึ้นใหม่"
        return (Finding("checkpoint", "seal", str(point.seal), text),)
    return ()


def read_checkpoint(file: Path) -> tuple[str, str]:
    """Return the signed line and its signature from a file; NotFound or UnreadableFile otherwise."""
    if not file.exists():
        raise NotFound(f"ไม่พบแฟ้มจุดตรวจ {file}", next_step="ใช้แฟ้มที่แนบไปกับเมล หรือใน data/checkpoints")
    try:
        said = json.loads(file.read_text("utf-8"))
        return str(said["signed"]), str(said["signature"])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableFile("แฟ้มนี้ไม่ใช่จุดตรวจของระบบนี้", next_step="ใช้แฟ้ม .json ของจุดตรวจ") from error


def _of_head(session: Session) -> CheckpointRow | None:
    return session.exec(select(CheckpointRow).where(CheckpointRow.seal == head(session)[0])).first()


def _sign(session: Session, notary: Notary, at: datetime) -> CheckpointRow:
    number, sha256 = head(session)
    if not number:
        raise NotFound("ยังไม่มีอะไรให้ผนึก", next_step="เริ่มใช้ระบบก่อน แล้วทำจุดตรวจใหม่")
    rows = sum(session.exec(select(SealBatchRow.rows)).all())
    key = notary.key()
    text = Checkpoint(number, sha256, When(at).at.isoformat(), rows, public_hex(key)).text()
    row = CheckpointRow(seal=number, at=at, signed=text, signature=key.sign(text.encode()).hex())
    session.add(row)
    return row


def _written(notary: Notary, row: CheckpointRow) -> Signed:
    point = checkpoint_of(row.signed)
    stem = _stem(notary, row)
    file, page = stem.with_suffix(".json"), stem.with_suffix(".pdf")
    code = _code(row)
    write_whole(file, code.encode())
    write_checkpoint_page(page, TITLE, _lines(row, point), code, notary.fonts())
    return Signed(point, row.signature, file, page)


def _stem(notary: Notary, row: CheckpointRow) -> Path:
    return notary.folder / f"checkpoint-{row.seal:08d}"


def _code(row: CheckpointRow) -> str:
    """Return what `read_checkpoint` reads: the same in the file, on the page and in the mail."""
    return json.dumps({"signed": row.signed, "signature": row.signature}, ensure_ascii=False)


def _lines(row: CheckpointRow, point: Checkpoint) -> tuple[str, ...]:
    digest = [point.sha256[n : n + 32] for n in (0, 32)]
    return (
        f"ผนึกที่ {to_thai(f'{point.seal:,}')} รวม {to_thai(f'{point.rows:,}')} แถว เมื่อ {When(row.at).thai()}",
        "SHA-256", *digest, "กุญแจตรวจลายเซ็น (Ed25519)", point.key[:32], point.key[32:],
        "เก็บหน้านี้ไว้นอกเครื่อง ตรวจด้วย saraban verify --against",
    )  # fmt: skip


def _mail(store: Store, notary: Notary, row: CheckpointRow, at: datetime) -> tuple[str, ...]:
    """Mail the checkpoint to everybody outside; who could not be reached is tried again by the clock."""
    notary.folder.mkdir(parents=True, exist_ok=True)
    with alone(notary.folder):  # the clock and a person's command may be at it together
        with store.read() as session:
            row = session.get_one(CheckpointRow, row.id)
        return _mail_once(store, notary, row, at)


def _mail_once(store: Store, notary: Notary, row: CheckpointRow, at: datetime) -> tuple[str, ...]:
    point = checkpoint_of(row.signed)
    body = "\n".join([*_lines(row, point), "", _code(row)])
    told = []
    for number, address in enumerate(() if row.told else notary.to):
        message = Mail(
            f"checkpoint-{point.seal}-{point.sha256[:16]}-{number}@saraban", notary.sender, address,
            f"{TITLE} ผนึกที่ {to_thai(point.seal)}", body, at,
        )  # fmt: skip
        if notary.channel.send(message)[0] == Outcome.DELIVERED:
            told.append(address)
    if told and len(told) == len(notary.to):
        failpoints.reached("checkpoint.mailed")
        with store.write() as session:
            session.get_one(CheckpointRow, row.id).told = " ".join(told)
    return tuple(told)

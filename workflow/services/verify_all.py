"""ตรวจทั้งหมด: the chain and every sealed row, the checkpoints (the database's own and one from outside), every file kept."""

from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import select

from workflow.services.check_files import check_files
from workflow.services.checkpoint import against, read_checkpoint
from workflow.services.desk import Desk
from workflow.services.verify_record import Verified, verify
from workflow.store.seal_tables import CheckpointRow
from workflow.store.seals import snapshot


@dataclass(frozen=True)
class Wanted:
    """What to verify against: a checkpoint's file from outside, the public key (hex) the office trusts, whether files are hashed anew."""

    checkpoint: Path | None = None
    key: str | None = None
    files: bool = True


def verify_all(desk: Desk, wanted: Wanted) -> Verified:
    """Verify in one snapshot of the database; NotFound and UnreadableFile for a checkpoint that cannot be read."""
    outside = [read_checkpoint(wanted.checkpoint)] if wanted.checkpoint else []
    with snapshot(desk.store) as session:
        found = verify(session)
        own = list(session.exec(select(CheckpointRow.signed, CheckpointRow.signature)))
        signed = tuple(f for said in [*own, *outside] for f in against(session, *said, wanted.key))
        files, orphans, wrong = check_files(session, desk) if wanted.files else (0, 0, ())
    return replace(found, findings=(*found.findings, *signed, *wrong), files=files, orphans=orphans)

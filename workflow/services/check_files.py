"""Whether every file the record names is kept, and is to the byte what it was when it came."""

import hashlib
from pathlib import Path

from sqlmodel import Session, col, select

from workflow.core.thai_digits import to_thai
from workflow.services.verify_record import Finding
from workflow.store.tables import MatterRow


def check_files(session: Session, folder: Path) -> tuple[int, int, tuple[Finding, ...]]:
    """Return how many files were looked at, how many no matter names, and what is wrong with them."""
    named = dict(session.exec(select(MatterRow.sha256, MatterRow.id).order_by(col(MatterRow.id))).all())
    kept = {file.name: file for file in folder.glob("??/*") if len(file.name) == 64} if folder.exists() else {}
    findings = [
        Finding("file", "originals", sha256, f"แฟ้มต้นฉบับของเรื่องที่ {to_thai(matter)} หายไป ({sha256[:12]}…)")
        for sha256, matter in named.items()
        if sha256 not in kept
    ]
    for sha256, file in sorted(kept.items()):
        if _sha256(file) != sha256:
            findings.append(Finding("file", "originals", sha256, f"แฟ้มต้นฉบับ {sha256[:12]}… ไม่ตรงกับที่รับไว้"))
    return len(kept), len(set(kept) - set(named)), tuple(findings)


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()

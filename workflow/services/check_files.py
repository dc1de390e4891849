"""Whether every file the record names is kept, and is to the byte what it was when it came: originals, evidence, what was handed in."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sqlmodel import Session, col, select

from workflow.core.intake import IntakeState
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.services.take_in import folder_of
from workflow.services.verify_record import Finding
from workflow.store.exchange_tables import ExchangeRow
from workflow.store.files import sha256_of
from workflow.store.intake_tables import IntakeRow
from workflow.store.paper_tables import PaperEvidenceRow
from workflow.store.round_tables import CommitmentReportRow, RoundAnswerRow
from workflow.store.tables import MatterRow

_NAMED_BY = (
    (MatterRow, "แฟ้มต้นฉบับของเรื่องที่"),
    (PaperEvidenceRow, "หลักฐานของรายการย้อนหลังจากกระดาษที่"),
    (ExchangeRow, "ชุดแลกเปลี่ยนที่รับมาลำดับที่"),
    (CommitmentReportRow, "หลักฐานของรายงานผลตามคำรับลำดับที่"),
    (RoundAnswerRow, "หลักฐานของคำตอบในรอบสำรวจลำดับที่"),
)
_MUST_BE_THERE = {IntakeState.READ, IntakeState.ENTERED}  # of the others the clerk is told already


def check_files(session: Session, desk: Desk) -> tuple[int, int, tuple[Finding, ...]]:
    """Return how many files were looked at, how many no row names, and what is wrong with them."""
    named = _named(session)
    kept = {file.name: file for file in desk.originals.kept()}
    handed_in = list(_handed_in(session, desk))
    findings = (*_originals(named, kept), *_intakes(handed_in))
    return len(kept) + sum(file.exists() for _, file in handed_in), len(set(kept) - set(named)), findings


def _named(session: Session) -> dict[str, str]:
    """Return the SHA-256 of every file that a row names, with whose it is in words."""
    named: dict[str, str] = {}
    for row, words in _NAMED_BY:
        for sha256, key in session.exec(select(row.sha256, row.id).where(row.sha256 != "").order_by(col(row.id))):
            named.setdefault(sha256, f"{words} {to_thai(key or 0)}")
    return named


def _originals(named: Mapping[str, str], kept: Mapping[str, Path]) -> Iterator[Finding]:
    for sha256, whose in named.items():
        if sha256 not in kept:
            yield _gone("originals", sha256, whose)
    for sha256, file in sorted(kept.items()):
        if sha256_of(file) != sha256:
            yield _altered("originals", sha256, named.get(sha256, "แฟ้มที่ไม่มีรายการใดอ้างถึง"))


def _handed_in(session: Session, desk: Desk) -> Iterator[tuple[IntakeRow, Path]]:
    rows = session.exec(select(IntakeRow).where(IntakeRow.state != IntakeState.REFUSED).order_by(col(IntakeRow.id)))
    yield from ((row, folder_of(desk, row.sha256) / row.file_name) for row in rows)


def _intakes(handed_in: list[tuple[IntakeRow, Path]]) -> Iterator[Finding]:
    for row, file in handed_in:
        whose = f"แฟ้มที่ส่งเข้าลำดับที่ {to_thai(row.id or 0)}"
        if file.exists():
            if sha256_of(file) != row.sha256:
                yield _altered("intake", row.sha256, whose)
        elif row.state in _MUST_BE_THERE:
            yield _gone("intake", row.sha256, whose)


def _gone(folder: str, sha256: str, whose: str) -> Finding:
    return Finding("file", folder, sha256, f"{whose} หายไป ({sha256[:12]}…)")


def _altered(folder: str, sha256: str, whose: str) -> Finding:
    return Finding("file", folder, sha256, f"{whose} ไม่ตรงกับที่รับไว้ ({sha256[:12]}…)")

"""The versions of a memo's words, kept side by side."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from sqlmodel import Session, col, select

from workflow.core.document import Document
from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.core.word_changes import Change
from workflow.core.words_that_count import words_that_count
from workflow.store.json_shapes import document_from, to_json
from workflow.store.tables import MemoRow, MemoVersionRow

PROGRAM = "saraban"  # who wrote what no person wrote


@dataclass(frozen=True)
class NewVersion:
    """Words to keep: written by the program, or edited by `by` in the file with this SHA-256 and name."""

    origin: Literal["written", "edited"]
    document: Document
    by: str
    at: datetime
    sha256: str = ""
    file_name: str = ""
    changes: tuple[Change, ...] = ()


def memo(session: Session, number: int) -> MemoRow:
    """Return a memo, locked until the transaction ends; NotFound otherwise."""
    row = session.exec(select(MemoRow).where(MemoRow.id == number).with_for_update()).first()
    if row is None:
        raise NotFound(f"ไม่พบบันทึกลำดับที่ {to_thai(number)}", next_step="ดูเลข memo ด้วย saraban status เลขเรื่อง --json")
    return row


def versions_of(session: Session, memo_id: int) -> list[MemoVersionRow]:
    """Return a memo's versions, the oldest first; none when nobody ever edited it."""
    where = MemoVersionRow.memo_id == memo_id
    return list(session.exec(select(MemoVersionRow).where(where).order_by(col(MemoVersionRow.number))))


def keep_version(session: Session, memo_id: int, new: NewVersion) -> int:
    """Add a version and return its number; none is ever changed or removed."""
    number = len(versions_of(session, memo_id)) + 1
    row = MemoVersionRow(
        memo_id=memo_id, number=number, origin=new.origin, by=new.by, at=new.at, sha256=new.sha256,
        file_name=new.file_name, document=to_json(new.document), changes=[asdict(change) for change in new.changes],
    )  # fmt: skip
    session.add(row)
    session.flush()
    return number


def written_words(session: Session, row: MemoRow) -> Document:
    """Return the words the program wrote last, before anybody edited them."""
    written = [version for version in versions_of(session, row.id or 0) if version.origin == "written"]
    return document_from(written[-1].document if written else row.document)


def counting_words(session: Session, memo_id: int, written: Document) -> Document:
    """Return the words that count once the program has written a memo anew: an officer's edits stay in force."""
    versions = versions_of(session, memo_id)
    edited = next((v for v in reversed(versions) if v.origin == "edited"), None)
    if edited is None:
        return written
    base = next(v for v in reversed(versions) if v.origin == "written" and v.number < edited.number)
    return words_that_count(written, document_from(base.document), document_from(edited.document))

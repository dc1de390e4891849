"""Write a memo: words from the catalogue's wording, files as DOCX and PDF; the words are kept, the files can be made again."""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from workflow.core.document import Document
from workflow.core.memo_kind import CaseFile
from workflow.services.desk import Desk
from workflow.store.json_shapes import document_from, to_json
from workflow.store.matters import memo_by_key, memos
from workflow.store.tables import MatterRow, MemoRow
from workflow.templates.compose import compose
from workflow.templates.glyphs import require_glyphs
from workflow.templates.render import render


@dataclass(frozen=True)
class MemoRequest:
    """Which memo of which matter; an equal `key` rewrites the same memo (a draft), never a second one."""

    matter: int
    kind: str
    key: str


def put_memo(session: Session, desk: Desk, request: MemoRequest, case: CaseFile) -> MemoRow:
    """Compose the memo and keep its words; its files are made after the transaction, by `render_memos`."""
    document = compose(desk.kind(request.kind), case)
    require_glyphs(document, desk.fonts())  # while the number can still be given back
    row = memo_by_key(session, request.key) or MemoRow(
        matter_id=request.matter, kind=request.kind, unit=case.unit.code, key=request.key
    )
    row.number, row.dated, row.document, row.rendered = case.number, case.on, to_json(document), False
    session.add(row)
    session.flush()
    return row


def memo_files(desk: Desk, row: MemoRow) -> tuple[Path, Path]:
    """Return where the memo's DOCX and PDF lie."""
    stem = desk.memo_folder / f"{row.matter_id:05d}" / f"{row.id:05d}-{row.kind}"
    return stem.with_suffix(".docx"), stem.with_suffix(".pdf")


def render_memos(desk: Desk, matter: int) -> list[Path]:
    """Make the files of every memo of a matter that has none yet; what a crash left undone is done here."""
    with desk.store.read() as session:
        emblem = desk.office(session.get_one(MatterRow, matter).office).emblem
        pending = [
            (row.id, document_from(row.document), memo_files(desk, row))
            for row in memos(session, matter)
            if not row.rendered
        ]
    made: list[Path] = []
    for memo_id, document, (docx, pdf) in pending:
        pages = _render(desk, document, docx, emblem)
        with desk.store.write() as session:
            row = session.get_one(MemoRow, memo_id)
            row.rendered, row.pages = True, pages
        made += [docx, pdf]
    return made


def _render(desk: Desk, document: Document, docx: Path, emblem: Path | None) -> int:
    docx.parent.mkdir(parents=True, exist_ok=True)
    return render(document, docx.parent, docx.stem, fonts=desk.fonts(), emblem=emblem).pages

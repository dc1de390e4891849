"""Write a memo: words from the catalogue's wording, files as DOCX and PDF; the words are kept, the files can be made again."""

from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from workflow import failpoints
from workflow.core.document import Document
from workflow.core.greeting import greeted
from workflow.core.memo_kind import CaseFile, MemoKind
from workflow.core.office import Office
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.store.json_shapes import document_from, to_json
from workflow.store.matters import memo_by_key, memos
from workflow.store.memo_versions import PROGRAM, NewVersion, counting_words, keep_version, versions_of, written_words
from workflow.store.tables import MatterRow, MemoRow
from workflow.synced import synced
from workflow.templates.compose import compose, printed
from workflow.templates.emblem import require_emblem
from workflow.templates.glyphs import require_glyphs
from workflow.templates.house_style import HouseStyle, house_style
from workflow.templates.official_copies import original
from workflow.templates.render import render
from workflow.templates.too_long import require_room


@dataclass(frozen=True)
class MemoRequest:
    """Which memo of which matter; an equal `key` rewrites the same memo (a draft), never a second one."""

    matter: int
    kind: str
    key: str


def put_memo(session: Session, desk: Desk, request: MemoRequest, case: CaseFile) -> MemoRow:
    """Compose the memo and keep its words; its files are made after the transaction, by `render_memos`."""
    office = desk.office(session.get_one(MatterRow, request.matter).office)
    document = written_for(desk, office, request.kind, case)
    known = memo_by_key(session, request.key)
    row = known or MemoRow(matter_id=request.matter, kind=request.kind, unit=case.unit.code, key=request.key)
    words = _in_force(session, known, document, case) if known else document
    require_glyphs(words, desk.fonts())  # while the number can still be given back
    require_room(words, desk.fonts(), style_for(office))
    require_emblem(words.form, office.emblem, style_for(office))
    row.number, row.dated, row.document, row.rendered = case.number, case.on, to_json(words), False
    session.add(row)
    session.flush()
    return row


def number_memo(row: MemoRow, number: str) -> None:
    """Put the number on a memo that was written with another in its place; on every kind of memo it stands in the head alone."""
    row.number = number
    row.document = {**row.document, "head": {**row.document["head"], "number": printed(number)}}


def written_for(desk: Desk, office: Office, kind: str, case: CaseFile) -> Document:
    """Return the paper of this kind in the office's words; an office's own wording is filled in where the desk lets it be."""
    return compose(*as_office_says(desk, office, kind, case), write=desk.write_wording)


def as_office_says(desk: Desk, office: Office, kind: str, case: CaseFile) -> tuple[MemoKind, CaseFile]:
    """Return the kind in the office's own wording, and the case with the office's words and the greeting its addressee is due."""
    case = replace(case, words=office.words, office_name=office.name)
    return office.worded(desk.kind(kind)), greeted(case, desk.greetings())


def _in_force(session: Session, known: MemoRow, written: Document, case: CaseFile) -> Document:
    """Return the words that count, an officer's edits over those just written, which are kept beside them."""
    if not versions_of(session, known.id or 0):
        return written
    words = counting_words(session, known.id or 0, written)
    if written != written_words(session, known):
        keep_version(session, known.id or 0, NewVersion("written", written, PROGRAM, When.day(case.on).at))
    return words


def render_memos(desk: Desk, matter: int) -> list[Path]:
    """Make the files of every memo of a matter that has none yet; what a crash left undone is done here."""
    with desk.store.read() as session:
        office = desk.office(session.get_one(MatterRow, matter).office)
        pending = [
            (row.id or 0, document_from(row.document), memo_files(desk, row))
            for row in memos(session, matter)
            if not row.rendered
        ]
    made: list[Path] = []
    for memo_id, document, (docx, pdf) in pending:
        pages = _render(desk, document, docx, office)
        synced(docx, pdf, docx.parent)  # the row says for good that they are there
        failpoints.reached("memo.made")
        with desk.store.write() as session:
            row = session.get_one(MemoRow, memo_id)
            row.rendered, row.pages = True, pages
        made += [docx, pdf]
    return made


def _render(desk: Desk, document: Document, docx: Path, office: Office) -> int:
    docx.parent.mkdir(parents=True, exist_ok=True)
    made = render(
        original(document), docx.parent, docx.stem, fonts=desk.fonts(), emblem=office.emblem, style=style_for(office)
    )
    return made.pages


def style_for(office: Office) -> HouseStyle:
    """Return how the papers of an office look."""
    return house_style(office.style, official=office.official)

"""Write the copy of a paper that stays or that is certified (ข้อ ๓๐ ๓๑), beside the paper's own files."""

from dataclasses import replace
from pathlib import Path

from workflow.core.document import SignatureBlock
from workflow.services.desk import Desk
from workflow.services.memo_files import memo_files
from workflow.services.write_memo import style_for
from workflow.store.json_shapes import document_from
from workflow.store.matters import written_memo
from workflow.store.tables import MatterRow
from workflow.templates.compose import printed
from workflow.templates.official_copies import Copy, copy_of
from workflow.templates.render import Rendered, render


def copy_paper(
    desk: Desk, memo: int, kind: Copy, certifier: SignatureBlock | None = None, out: Path | None = None
) -> Rendered:
    """Write the copy as DOCX and PDF into `out` (the memo's own folder) and return where they are.

    NotFound for a memo that is not; Refused when a สำเนาถูกต้อง names nobody who certifies it.
    """
    with desk.store.read() as session:
        row = written_memo(session, memo)
        office = desk.office(session.get_one(MatterRow, row.matter_id).office)
    document = document_from(row.document)
    if certifier:
        titles = tuple(map(printed, certifier.title_lines))
        dated = printed(certifier.dated) if certifier.dated else None
        document = replace(document, certified=SignatureBlock(None, printed(certifier.name), titles, dated))
    pdf = memo_files(desk, row)[1]
    return render(
        copy_of(document, kind), out or pdf.parent, f"{pdf.stem}-{kind}", fonts=desk.fonts(), emblem=office.emblem,
        style=style_for(office),
    )  # fmt: skip

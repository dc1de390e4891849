"""Where the files of memos lie; whoever only asks for them does not load what makes them."""

from pathlib import Path

from workflow.services.desk import Desk
from workflow.store.tables import MemoRow


def memo_files(desk: Desk, row: MemoRow) -> tuple[Path, Path]:
    """Return where the memo's DOCX and PDF lie."""
    stem = desk.memo_folder / f"{row.matter_id:05d}" / f"{row.id:05d}-{row.kind}"
    return stem.with_suffix(".docx"), stem.with_suffix(".pdf")

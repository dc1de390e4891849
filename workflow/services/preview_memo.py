"""See a memo before it is one: its sample, or what a matter would give, marked ตัวอย่าง; no number is taken, nothing is kept."""

from dataclasses import dataclass, replace
from pathlib import Path

from workflow.core.memo_kind import CaseFile, MemoKind
from workflow.core.office import Office
from workflow.services.desk import Desk
from workflow.services.draft_memo import MemoOut, case_of, draft_number
from workflow.store.matters import look_at
from workflow.templates.compose import compose
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import HOUSE, HouseStyle, house_style
from workflow.templates.render import Rendered, render
from workflow.templates.wording import WriteBlocks, write_blocks

MARK = "ตัวอย่าง"


@dataclass(frozen=True)
class Preview:
    """Where the files go and what they are set with; `emblem` None: the drawn placeholder."""

    folder: Path
    stem: str
    fonts: FontSet
    emblem: Path | None = None
    style: HouseStyle = HOUSE
    write: WriteBlocks = write_blocks


def sample_of(office: Office | None, preview: Preview) -> Preview:
    """Return the preview in an office's look; it is a sample, so it may do without the office's own emblem."""
    return replace(preview, emblem=office.emblem, style=house_style(office.style)) if office else preview


def preview_case(kind: MemoKind, case: CaseFile, preview: Preview) -> Rendered:
    """Make DOCX and PDF of a case, marked as a sample."""
    document = compose(kind, case, marks=(MARK,), write=preview.write)
    return render(
        document, preview.folder, preview.stem, fonts=preview.fonts, emblem=preview.emblem, style=preview.style
    )


def matter_case(desk: Desk, out: MemoOut) -> CaseFile:
    """Return the case file the matter's memo would be written from, under the number a draft bears."""
    with desk.store.read() as session:
        row = look_at(session, out.matter)
        office = desk.office(row.office)
        return case_of(session, row, office, out, number=draft_number(office, row))

"""Document → DOCX and PDF in a folder: both whole, or neither."""

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from workflow.core.block_styles import bookmark
from workflow.core.document import Document
from workflow.templates.docx_page import Look, docx_bytes
from workflow.templates.emblem import require_emblem
from workflow.templates.fonts import FontSet
from workflow.templates.glyphs import require_glyphs
from workflow.templates.house_style import HOUSE, HouseStyle
from workflow.templates.layout import lay_out
from workflow.templates.measure import Measure
from workflow.templates.pdf_page import pdf_bytes
from workflow.templates.too_long import require_room


@dataclass(frozen=True)
class Rendered:
    """Where the two files lie, and how many pages both have."""

    docx: Path
    pdf: Path
    pages: int


def render(
    document: Document,
    folder: Path,
    stem: str,
    *,
    fonts: FontSet,
    emblem: Path | None = None,
    style: HouseStyle = HOUSE,
) -> Rendered:
    """Write `stem`.docx and `stem`.pdf into `folder` (made if absent) and return where they are.

    MissingGlyph when the typeface lacks a character of the paper, TooLong when a text of the form outgrows its line. Both files are
    complete before either gets its name; an earlier file of that name is replaced. A stem that begins with a memo's number
    (`00012-result-report`) is told in the DOCX, so that the file is known when it comes back.
    """
    require_glyphs(document, fonts)
    require_room(document, fonts, style)
    require_emblem(document.form, emblem, style)
    measure = Measure(fonts)
    pages = lay_out(document, measure, style)
    made = {
        "docx": docx_bytes(document, pages, Look(measure, style, emblem, _bookmark(stem))),
        "pdf": pdf_bytes(document, pages, fonts, style, emblem),
    }
    folder.mkdir(parents=True, exist_ok=True)
    _write_all(folder, stem, made)
    return Rendered(folder / f"{stem}.docx", folder / f"{stem}.pdf", len(pages))


def _bookmark(stem: str) -> str | None:
    number = stem.partition("-")[0]
    return bookmark(int(number)) if number.isdecimal() else None


def _write_all(folder: Path, stem: str, made: dict[str, bytes]) -> None:
    parts = {
        folder / f".{stem}.{uuid4().hex}.part": (folder / f"{stem}.{suffix}", data) for suffix, data in made.items()
    }
    named: list[Path] = []
    try:
        for part, (_, data) in parts.items():
            part.write_bytes(data)
        for part, (final, _) in parts.items():
            part.replace(final)
            named.append(final)
    except OSError:
        for final in named:
            final.unlink()
        raise
    finally:
        for part in parts:
            part.unlink(missing_ok=True)

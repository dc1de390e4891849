"""The PDF of a paper that has been laid out."""

from collections.abc import Sequence
from pathlib import Path

from workflow.core.document import Document
from workflow.templates.emblem import placed_emblem
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import HouseStyle
from workflow.templates.pdf.pages import written
from workflow.templates.rows import Page


def pdf_bytes(
    document: Document, pages: Sequence[Page], fonts: FontSet, style: HouseStyle, emblem: Path | None = None
) -> bytes:
    """Return the pages as a tagged PDF/A-2a; the same pages give the same bytes."""
    return written(document, pages, fonts, style, placed_emblem(document.form, emblem, style))

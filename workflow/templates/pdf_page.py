"""Pages → PDF, with typst drawing exactly the lines the layout made (page.typ)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from threading import Lock

import typst

from workflow.core.document import Document
from workflow.templates.emblem import placed_emblem
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import PDF_FAMILY, HouseStyle
from workflow.templates.layout import page_number
from workflow.templates.rows import Page, Row

_TEMPLATE = Path(__file__).with_name("page.typ")
# One compiler is one world of fonts and files and may serve one caller at a time.
_ONE_AT_A_TIME = Lock()


def pdf_bytes(
    document: Document, pages: Sequence[Page], fonts: FontSet, style: HouseStyle, emblem: Path | None = None
) -> bytes:
    """Return the pages as a tagged PDF 1.7; the same pages give the same bytes."""
    picture = placed_emblem(document.form, emblem, style)
    paper = {
        "title": document.head.subject or document.title or document.head.number,
        "style": {**asdict(style), "family": PDF_FAMILY, "width": style.width},
        "emblem": picture and {**asdict(picture), "path": str(picture.path)},
        "pages": [_sheet(page) for page in pages],
    }
    with _ONE_AT_A_TIME:
        made = _compiler(fonts).compile(format="pdf", sys_inputs={"paper": json.dumps(paper)}, timestamp=0)
    assert isinstance(made, bytes)  # noqa: S101 - a PDF is never a list of pages
    return made


@lru_cache(maxsize=4)
def _compiler(fonts: FontSet) -> typst.Compiler:
    folders = sorted({str(path.parent) for path in (fonts.regular, fonts.bold)})
    return typst.Compiler(str(_TEMPLATE.resolve()), root="/", font_paths=folders, ignore_system_fonts=True)


def _sheet(page: Page) -> dict[str, object]:
    return {
        "number": page_number(page.number),
        "catchword": page.catchword,
        "groups": list(_groups(page)),
        "rules": [
            {"y": y + row.height * 0.86, "from": start, "to": end} for y, row in page.rows for start, end in row.rules
        ],
        "seals": [{"y": y, "x": row.seal} for y, row in page.rows if row.seal is not None],
    }


def _groups(page: Page) -> Iterator[dict[str, object]]:
    """Yield the lines of one paragraph together, so that a reader of the PDF finds paragraphs, not lines."""
    filled = [(y, row) for y, row in page.rows if row.texts]

    def paragraph(placed: tuple[float, Row]) -> object:
        return placed[1].block if placed[1].block is not None else placed[0]

    for _, together in groupby(filled, key=paragraph):
        rows = list(together)
        lines = [{"height": row.height, "texts": [asdict(text) for text in row.texts]} for _, row in rows]
        yield {"y": rows[0][0], "rows": lines}

"""A copy of a received paper that may leave the office: its pages as pictures, every line with a secret painted black."""

from collections.abc import Callable, Sequence
from pathlib import Path

from workflow.core.reading import Reading
from workflow.parsers.masking import values_of
from workflow.parsers.page import Page, turned_of
from workflow.parsers.page_pictures import for_screen, page_pictures
from workflow.parsers.redact import Shown, without_secrets
from workflow.templates.picture_pdf import PageImage, picture_pdf

Read = Callable[[Path], tuple[Reading, tuple[Page, ...]]]
DPI = 132
_DRAWN = {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"}  # what is typed elsewhere has words, but no pages to draw


def masked_copy(read: Read, path: Path, out: Path, *, level: bool) -> Path:
    """Write the copy beside `out` (its ending: `.pdf` of pictures, `.txt` of a file without pages) and return it; errors of reading.

    Nothing of the file itself is in the copy: no layer of text, no metadata, no attachment.
    """
    pages = read(path)[1]
    known = values_of(pages)
    drawn = _drawn(path, pages, known, level) if path.suffix.lower() in _DRAWN else []
    if drawn and len(drawn) == len(pages):
        made = out.with_suffix(".pdf")
        made.write_bytes(picture_pdf(drawn))
        return made
    made = out.with_suffix(".txt")
    made.write_text("\f".join(_typed(without_secrets(page, known)) for page in pages), encoding="utf-8")
    return made


def _drawn(path: Path, pages: Sequence[Page], known: dict[str, str], level: bool) -> list[PageImage]:
    images = []
    for page, picture in zip(pages, page_pictures(path, turned=turned_of(pages)), strict=False):
        if picture is None:
            return []
        shown = without_secrets(page, known, recognised=picture.recognised)
        images.append(PageImage(*for_screen(picture, shown.hidden, dpi=DPI, level=level)))
    return images


def _typed(shown: Shown) -> str:
    return "".join(f"{line.text}\n" for line in shown.page.lines)

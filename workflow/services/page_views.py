"""What a file's pages look like to a person, kept beside the file: pictures with every secret blacked out, words where there is no picture.

The half that makes them runs in the guarded child with the reading itself; the half that gives them back opens nothing but our own files.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.core.errors import NotFound
from workflow.core.plain import from_plain, to_plain
from workflow.core.reading import Box, Reading
from workflow.core.thai_digits import to_thai
from workflow.parsers.masking import values_of
from workflow.parsers.page import Page
from workflow.parsers.page_pictures import for_screen, pictures_beside
from workflow.parsers.redact import without_secrets
from workflow.templates.picture_pdf import PageImage, picture_pdf
from workflow.templates.whole_file import write_whole

SCREEN_DPI = 132
VIEWS, PROGRESS = "pages.json", "progress"
Read = Callable[[Path], tuple[Reading, tuple[Page, ...]]]


@dataclass(frozen=True)
class SeenPage:
    """A page as it is shown: its size in points, whether it has a picture, what is blacked out there, its words where it has none."""

    number: int
    size: tuple[float, float]
    drawn: bool
    hidden: tuple[Box, ...]
    lines: tuple[str, ...]


def look_at(read: Read, path: Path, folder: Path, *, level: bool) -> Reading:
    """Read a file and leave its pages in the folder; errors are those of reading, and then nothing of the file is left there."""
    reading, pages = read(path)
    views = tuple(_kept(path, pages, folder, level=level))
    write_whole(folder / VIEWS, json.dumps(to_plain(views), ensure_ascii=False).encode())
    return reading


def seen_pages(folder: Path) -> tuple[SeenPage, ...]:
    """Return the pages that were left in the folder; NotFound when they are gone."""
    file = folder / VIEWS
    if not file.exists():
        raise NotFound("ภาพของหน้าหนังสือหายไปจากเครื่อง", next_step="กด “อ่านใหม่” ที่หน้ารับหนังสือเข้า")
    views: tuple[SeenPage, ...] = from_plain(tuple[SeenPage, ...], json.loads(file.read_text(encoding="utf-8")))
    return views


def page_file(folder: Path, number: int) -> Path:
    """Return the picture of a page (1-based); NotFound when the page has none."""
    file = folder / f"page-{number}.webp"
    if not file.exists():
        raise NotFound(f"ไม่มีภาพของหน้า {to_thai(number)}", next_step="กลับไปที่หน้าตรวจ แล้วเลือกหน้าที่มีอยู่")
    return file


def masked_pdf(folder: Path) -> bytes | None:
    """Return the pages as a PDF of pictures in which nothing secret is left; None when a page has no picture."""
    pages = seen_pages(folder)
    if not pages or not all(page.drawn for page in pages):
        return None
    return picture_pdf([PageImage(page_file(folder, page.number).read_bytes(), page.size) for page in pages])


def tell_progress(folder: Path, words: str) -> None:
    """Say how far the reading is, for whoever waits; a folder that cannot be written to stops no reading."""
    write_whole(folder / PROGRESS, words.encode(), lasting=False)


def progress(folder: Path) -> str:
    """Return how far the reading is, "" before it has said anything."""
    file = folder / PROGRESS
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _kept(path: Path, pages: Sequence[Page], folder: Path, *, level: bool) -> Iterator[SeenPage]:
    known = values_of(pages)
    for page, picture in zip(pages, pictures_beside(path, pages), strict=False):
        shown = without_secrets(page, known, recognised=bool(picture and picture.recognised))
        tell_progress(folder, f"เตรียมภาพหน้า {to_thai(page.number)} จาก {to_thai(len(pages))}")
        if picture is None:
            yield SeenPage(page.number, (595.0, 842.0), False, (), tuple(line.text for line in shown.page.lines))
            continue
        image, size = for_screen(picture, shown.hidden, dpi=SCREEN_DPI, level=level)
        write_whole(folder / f"page-{page.number}.webp", image, lasting=False)
        yield SeenPage(page.number, size, True, tuple(box for box in shown.hidden if box), ())

"""Shows a person what was read: one page with the pictures, the places, the values, how sure they are, and every doubt."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.core.errors import MissingFont
from workflow.core.reading import Reading
from workflow.core.thai_digits import to_thai
from workflow.parsers.masking import values_of
from workflow.parsers.page import Page
from workflow.parsers.page_pictures import PagePicture, for_screen, pictures_beside
from workflow.parsers.redact import without_secrets
from workflow.services.explain_paper import note_of
from workflow.services.explain_sheets import PageView, groups_of
from workflow.services.explained import Explained
from workflow.templates.explain import explain_page
from workflow.templates.fonts import FontSet

SCREEN_DPI = 132
_HOW = {"pdf": "PDF", "docx": "DOCX", "eml": "อีเมล", "image": "ภาพ", "txt": "ข้อความ"}


@dataclass(frozen=True)
class Reader:
    """How files are read here: with their pages, whether scans are turned level, and the typeface for the page."""

    read: Callable[[Path], tuple[Reading, tuple[Page, ...]]]
    level: bool
    fonts: Callable[[], FontSet]


@dataclass(frozen=True)
class Shown:
    """The page written, and the reading it shows."""

    page: Path
    reading: Reading


def explain_reading(reader: Reader, path: Path, folder: Path) -> Shown:
    """Read a file and write `NAME.html` into the folder; nothing secret is in it, errors are those of reading."""
    reading, pages = reader.read(path)
    views, images = _views(path, pages, reader.level)
    explained = _explained(reading, views, images)
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / f"{path.name}.html"
    page.write_text(explain_page(explained, _fonts(reader)), encoding="utf-8")
    return Shown(page, reading)


def _fonts(reader: Reader) -> FontSet | None:
    try:
        return reader.fonts()
    except MissingFont:
        return None  # the page then takes what typeface the desk has


def _views(path: Path, pages: Sequence[Page], level: bool) -> tuple[dict[int, PageView], dict[str, str]]:
    known = values_of(pages)
    views: dict[int, PageView] = {}
    images: dict[str, str] = {}
    for page, picture in zip(pages, pictures_beside(path, pages), strict=False):
        view, image = _view(page, picture, known, level)
        views[page.number] = view
        if image:
            images[view.image] = image
    return views, images


def _view(page: Page, picture: PagePicture | None, known: Mapping[str, str], level: bool) -> tuple[PageView, str]:
    shown = without_secrets(page, known, recognised=bool(picture and picture.recognised))
    if picture is None:
        return PageView(shown.page), ""
    image, size = for_screen(picture, shown.hidden, dpi=SCREEN_DPI, level=level)
    hidden = tuple(box for box in shown.hidden if box)
    data = "data:image/webp;base64," + base64.b64encode(image).decode("ascii")
    return PageView(shown.page, f"i{page.number}", size, picture.recognised, hidden), data


def _explained(reading: Reading, views: Mapping[int, PageView], images: dict[str, str]) -> Explained:
    source = reading.source
    how = "มีข้อความในแฟ้ม" if source.text_layer else "อ่านจากภาพสแกน"
    secrets = tuple((secret.masked, f"หน้า {to_thai(secret.page or '-')}") for secret in reading.secrets)
    return Explained(
        file=source.file, sha256=source.sha256, pages=source.pages, how=f"{_HOW.get(source.container, '')} {how}",
        groups=tuple(groups_of(reading, views)),
        notes=tuple(note_of(f) for f in reading.findings if f.instrument is None),
        secrets=secrets, images=images,
    )  # fmt: skip

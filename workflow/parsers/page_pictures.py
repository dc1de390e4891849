"""The pages of a file as pictures, level as the reader saw them: for people who look, and for cutting out lines."""

import io
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.core.reading import Box
from workflow.parsers.open_file import kind_of, open_pages
from workflow.parsers.page import Page, turned_of
from workflow.parsers.scan import Picture, pictures

if TYPE_CHECKING:
    from PIL.Image import Image

BLACK = 0
TYPED_DPI = 150  # typed pages are drawn for the eye alone
Turned = Mapping[int, int | None]  # page to degrees clockwise; None: find them again, to the same answer
NONE: Turned = {}


@dataclass(frozen=True)
class PagePicture:
    """One page as PNG, its resolution, and whether it was read by a recogniser."""

    png: bytes
    dpi: int
    recognised: bool


def page_pictures(
    path: Path, suffix: str | None = None, *, only: Collection[int] | None = None, turned: Turned = NONE
) -> Iterator[PagePicture | None]:
    """Yield every page of a file in order, None for pages that have no picture (typed text); errors as in `open_pages`.

    `suffix` says what the file is when its name does not (an original kept under its SHA-256); of a PDF, pages not among `only`
    are not drawn and come as None. `turned` are the pages that were turned upright before they were read; they come upright too.
    """
    kind = kind_of(suffix or path.suffix)
    if kind == "pdf":
        yield from _of_pdf(path, only, turned)
    elif kind == "image":
        for number, picture in enumerate(pictures(path), 1):
            yield _as_read(picture, number, turned)
    elif kind == "eml":
        yield from _of_mail(path, turned)
    else:
        yield from (None for _ in open_pages(path, ocr=None).pages)


def pictures_beside(path: Path, pages: Sequence[Page]) -> Iterator[PagePicture | None]:
    """Yield a picture for each page that was read, upright; a transcript's pages are told from its words, and may be more than its file's."""
    yield from page_pictures(path, turned=turned_of(pages))
    yield from [None] * len(pages)


def _as_read(picture: Picture, number: int, pages: Turned) -> PagePicture:
    """Return a scanned page as it was read."""
    if number in pages:
        from workflow.parsers.upright import turn_of, turned

        picture = turned(picture, pages[number] or turn_of(picture))
    return PagePicture(picture.image, picture.dpi, True)


def _of_pdf(path: Path, only: Collection[int] | None, turned: Turned) -> Iterator[PagePicture | None]:
    """Scanned pages come as the recogniser gets them, others at half that."""
    from workflow.parsers.pdf_file import page_image, page_picture, read_pdf

    read = read_pdf(path)
    for number in range(1, len(read.pages) + 1):
        if only is not None and number not in only:
            yield None
            continue
        if number in read.scanned:
            yield _as_read(page_picture(path, number), number, turned)
        else:
            yield PagePicture(*page_image(path, number, dpi=TYPED_DPI), False)


def _of_mail(path: Path, turned: Turned) -> Iterator[PagePicture | None]:
    from workflow.parsers.eml_file import papers_in

    drawn = 0
    with tempfile.TemporaryDirectory() as folder:
        papers = list(papers_in(path, Path(folder)))
        for paper in papers:
            before = drawn
            for picture in page_pictures(
                paper, turned={number - before: degrees for number, degrees in turned.items()}
            ):
                drawn += 1
                yield picture
    if not papers:
        yield None


def for_screen(
    picture: PagePicture, hidden: Sequence[Box | None], *, dpi: int, level: bool
) -> tuple[bytes, tuple[float, float]]:
    """Return the page as WebP with `hidden` boxes (points) painted black in the picture itself, and its size in points.

    `level` turns a scan level, as the project's own recogniser does before it finds lines. A box nobody knows hides the whole
    page: what cannot be found cannot be covered.
    """
    from PIL import Image, ImageDraw

    image = _opened(picture, level)
    points = 72 / picture.dpi
    size = (round(image.width * points, 1), round(image.height * points, 1))
    pen = ImageDraw.Draw(image)
    for box in hidden:
        place = _grown(box, points) if box else (0.0, 0.0, float(image.width), float(image.height))
        pen.rectangle(place, fill=(BLACK, BLACK, BLACK))
    scale = min(1.0, dpi / picture.dpi)
    smaller = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    out = io.BytesIO()
    image.resize(smaller, Image.Resampling.LANCZOS, reducing_gap=2.0).save(out, "WEBP", quality=72, method=4)
    return out.getvalue(), size


def _opened(picture: PagePicture, level: bool) -> "Image":
    from PIL import Image

    if picture.recognised and level:
        from workflow.parsers.recogniser.page_image import levelled

        return Image.fromarray(levelled(picture.png, picture.dpi)[:, :, ::-1].copy(), "RGB")
    with Image.open(io.BytesIO(picture.png)) as whole:
        return whole.convert("RGB")


def _grown(box: Box, points: float) -> tuple[float, float, float, float]:
    """Return a line's box in pixels with room for tall letters, tails and a recogniser's short measure."""
    left, top, right, bottom = box
    up = 0.3 * (bottom - top)
    return ((left - 6) / points, (top - up) / points, (right + 6) / points, (bottom + up) / points)

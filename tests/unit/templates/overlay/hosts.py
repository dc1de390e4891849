"""Pages of others to draw on, made for the tests, and what can be seen and read on a page."""

from io import BytesIO
from typing import Any

import numpy as np
import pdfplumber
import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from tests.unit.templates.papers import FONTS, MEASURE
from workflow.core.document import Document
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.overlay.ink import Place
from workflow.templates.pdf_page import pdf_bytes


def letter(document: Document) -> bytes:
    """Return the paper as the born-digital PDF a sender would send."""
    return pdf_bytes(document, lay_out(document, MEASURE, HOUSE), FONTS, HOUSE)


def scan_of(pdf: bytes, *, noise: int = 0) -> bytes:
    """Return the pages as pictures alone, on paper a little grey, with lone specks."""
    pictures = []
    for page in pypdfium2.PdfDocument(pdf):
        grey = page.render(scale=150 / 72).to_numpy()[:, :, :3].mean(axis=2)
        specks = np.random.default_rng(7).integers(0, grey.size, noise)
        grey = grey * 0.93
        grey.ravel()[specks] = 0
        pictures.append(Image.fromarray(grey.astype(np.uint8)))
    out = BytesIO()
    pictures[0].save(out, "PDF", resolution=150, save_all=True, append_images=pictures[1:])
    return out.getvalue()


def picture() -> Image.Image:
    """Return a page as a camera gives it."""
    drawn = Image.new("L", (620, 877), 250)
    ImageDraw.Draw(drawn).rectangle((60, 200, 560, 400), fill=20)
    return drawn


def changed(pdf: bytes, page: int = 0, **entries: Any) -> bytes:
    """Return the PDF with entries of a page set."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for name, value in entries.items():
            opened.pages[page].obj[f"/{name}"] = value
        out = BytesIO()
        opened.save(out)
        return out.getvalue()


def seen(pdf: bytes, page: int = 0, scale: float = 2.0) -> Any:
    """Return the rendered page, as numbers of lightness."""
    return pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_numpy()[:, :, :3].min(axis=2).astype(int)


def inked(pdf: bytes, place: Place, page: int = 0, *, shrink: float = 1.0) -> int:
    """Return how many pixels of a place are clearly darker than the page's paper; `shrink` when its points are not the paper's."""
    scale, lightness = 2.0, seen(pdf, page, 2.0 * shrink)
    paper = np.bincount(lightness.ravel()).argmax()
    left, top = int(place.x * scale), int(place.y * scale)
    part = lightness[top : top + int(place.height * scale), left : left + int(place.width * scale)]
    return int((part < paper - 60).sum())


def pdfium_text(pdf: bytes, page: int = 0) -> str:
    """Return the page's text as Chrome would copy it."""
    return str(pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range()).replace("\r\n", "\n")


def plumbed(pdf: bytes, place: Place, page: int = 0) -> str:
    """Return the text that pdfplumber finds inside a place."""
    with pdfplumber.open(BytesIO(pdf)) as opened:
        sheet = opened.pages[page]
        x, y = sheet.bbox[0], sheet.bbox[1]
        return str(
            sheet.crop((x + place.x, y + place.y, x + place.x + place.width, y + place.y + place.height)).extract_text()
        )

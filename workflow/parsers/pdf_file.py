"""PDF files: the only module that opens them."""

import io
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from workflow.core.errors import Refused, UnreadableFile
from workflow.core.pauses import no_pauses
from workflow.core.thai_digits import to_thai
from workflow.parsers.grids import Grid, tables_and_strips
from workflow.parsers.limits import MAX_PAGES, MAX_PIXELS
from workflow.parsers.page import Line, Page, Table
from workflow.parsers.pdf_bombs import holds_a_bomb
from workflow.parsers.pdf_glyphs import Drawings, drawings, glyphs_of
from workflow.parsers.pdf_lines import lines_of
from workflow.parsers.pdf_marks import at_home
from workflow.parsers.pdf_overhang import without_overhang
from workflow.parsers.pdf_pictures import scan_of, scanned_dpi
from workflow.parsers.pdf_printed import Glyph
from workflow.parsers.pdf_rules import rules_of
from workflow.parsers.scan import Picture, picture_from
from workflow.parsers.tabled import set_in
from workflow.parsers.text_layer import is_language, is_spelt, misspelt

_FEW = 200  # characters: what a registry's printed stamp or a digital signature may lay over a scan
_MANY_SHAPES = 100  # drawn letters, more than an emblem has
_SLIP = 0.15  # of the page: a small paper laid on the glass; less is an emblem
_NOT_A_PIXEL_MORE = 1 - 1e-6  # sizes in points are rounded, and a pixel too many smears the whole scan
_ONE_AT_A_TIME = threading.RLock()  # pdfium is not safe for threads, and a web server has many


@dataclass(frozen=True)
class PdfText:
    """The pages of a PDF; `scanned` names those without a text layer worth reading, whose `lines` are empty."""

    pages: tuple[Page, ...]
    scanned: tuple[int, ...]


@no_pauses()
def read_pdf(path: Path) -> PdfText:
    """Read every page's text layer; Refused when a password, a bomb or more than 500 pages bar it, UnreadableFile when it is no whole PDF."""
    if holds_a_bomb(path.read_bytes()):
        raise _swollen(path)
    with _opened(path) as document:
        read = _pages(document, path)
    scanned = tuple(n for n, page in enumerate(read, 1) if page is None)
    return PdfText(without_overhang([page or Page(n, ()) for n, page in enumerate(read, 1)]), scanned)


def page_image(path: Path, number: int, *, dpi: int) -> tuple[bytes, int]:
    """Return the page as PNG and the resolution really used: `dpi`, or less where that would pass 40 megapixels."""
    with _opened(path) as document:
        page = document[number - 1]
        width, height = page.get_size()
        used = min(dpi, int(72 * math.sqrt(MAX_PIXELS / max(width * height, 1))))
        png = io.BytesIO()
        page.render(scale=used / 72).to_pil().convert("RGB").save(png, "PNG", dpi=(used, used), compress_level=1)
        page.close()
    return png.getvalue(), used


def page_count(path: Path) -> int:
    """Return how many pages a PDF has."""
    with _opened(path) as document:
        return len(document)


def page_picture(path: Path, number: int) -> Picture:
    """Return a scanned page at the scan's own resolution (at most 300 dpi, at least 150, never over 40 megapixels)."""
    with _opened(path) as document:
        page = document[number - 1]
        width, height = page.get_size()
        used = min(scanned_dpi(page), int(72 * math.sqrt(MAX_PIXELS / max(width * height, 1))))
        if scan := scan_of(page, used, path):
            return scan
        bitmap = page.render(scale=used / 72 * _NOT_A_PIXEL_MORE, rev_byteorder=True)
        picture = picture_from(bitmap.to_numpy()[..., :3], used)
        page.close()
    return picture


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            raise _barred(path, error) from error
        try:
            _bounded(path, len(document))
            yield document
        finally:
            document.close()


def _bounded(path: Path, pages: int) -> None:
    if pages > MAX_PAGES:
        raise Refused(
            f"แฟ้ม {path.name} มี {to_thai(pages)} หน้า เกินกว่า {to_thai(MAX_PAGES)} หน้าที่อ่านได้ในครั้งเดียว",
            next_step="แยกแฟ้มเป็นหลายแฟ้ม แล้วอ่านทีละแฟ้ม",
        )


def _swollen(path: Path) -> Refused:
    return Refused(
        f"แฟ้ม {path.name} คลายออกแล้วใหญ่ผิดปกติ จึงไม่อ่าน",
        next_step="เปิดดูเฉพาะเมื่อเชื่อถือผู้ส่ง แล้วสั่งพิมพ์เป็น PDF ใหม่ หรือขอแฟ้มใหม่จากผู้ส่ง",
    )


def _barred(path: Path, error: pypdfium2.PdfiumError) -> Refused | UnreadableFile:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return Refused(
            f"แฟ้ม {path.name} มีรหัสผ่าน จึงเปิดอ่านไม่ได้",
            next_step="เปิดแฟ้มด้วยรหัสผ่าน บันทึกเป็น PDF ที่ไม่มีรหัสผ่าน แล้วอ่านใหม่",
        )
    return UnreadableFile(
        f"แฟ้ม {path.name} เปิดเป็น PDF ไม่ได้ อาจเสียหาย รับมาไม่ครบ หรือไม่ใช่ PDF",
        next_step="ขอแฟ้มจากผู้ส่งใหม่ หรือเปิดดูแล้วสั่งพิมพ์เป็น PDF อีกครั้ง",
    )


def _pages(document: Any, path: Path) -> list[Page | None]:
    """Return the pages; one read before a font was known to tell า as ำ is read again."""
    read: list[Page | None] = []
    mistold: set[str] = set()
    known: list[int] = []
    for number in range(1, len(document) + 1):
        read.append(_page(document, path, number, _columns(read[-1] if read else None), mistold))
        known.append(len(mistold))
    for n, fonts in enumerate(known):
        if fonts < len(mistold):
            read[n] = _page(document, path, n + 1, _columns(read[n - 1] if n else None), mistold)
    return read


def _columns(page: Page | None) -> int:
    """Return how many columns the last table of a page has, 0 where there is none."""
    return len(page.tables[-1].rows[0]) if page and page.tables else 0


def _page(document: Any, path: Path, number: int, rest: int, mistold: set[str]) -> Page | None:
    """Return the page with its lines and tables; None when it is a picture, or its text layer is broken.

    `rest` is how many columns the last table of the page before has, which may go on here; `mistold` are the fonts met that tell า as ำ.
    """
    page = document[number - 1]
    try:
        return _read(page, number, rest, mistold)
    except OverflowError as error:
        raise _swollen(path) from error
    finally:
        page.close()


def _read(page: Any, number: int, rest: int, mistold: set[str]) -> Page | None:
    width, height = page.get_size()
    drawn = drawings(page)
    glyphs = glyphs_of(page, drawn, mistold)
    printed = "".join("".join([g[0] for g in glyphs]).split())
    if _is_picture(drawn, len(printed)) or not is_language(printed):
        return None
    grids, strips = tables_and_strips(*rules_of(page), rest=rest) if drawn.ruled else ([], [])
    lines, tables = _set(glyphs, grids, strips, number)
    if misspelt(line.text for line in lines):  # nearly no page is
        lines, tables = _set(at_home(glyphs), grids, strips, number)
        if not is_spelt(line.text for line in lines):
            return None
    return Page(number, lines, width, height, tables)


def _set(
    glyphs: list[Glyph], grids: list[Grid], strips: list[Grid], number: int
) -> tuple[tuple[Line, ...], tuple[Table, ...]]:
    """Return the lines and the tables that glyphs make."""
    glyphs, tables = set_in(grids, glyphs, number, strips) if grids or strips else (glyphs, ())
    return lines_of(glyphs, number), tables


def _is_picture(drawn: Drawings, printed: int) -> bool:
    """Whether what is to be read is a picture or drawn letters: little text over it (a stamp's), or all of it hidden under a picture.

    A scanner's own recogniser writes its guesses invisibly, or under the picture; its Thai digits are not to be believed.
    """
    under = drawn.pictured > 0.8 and drawn.covered > 0.5
    bare = not printed and (drawn.pictured > _SLIP or drawn.shapes > _MANY_SHAPES)
    return under or bare or (printed < _FEW and drawn.pictured > 0.5)

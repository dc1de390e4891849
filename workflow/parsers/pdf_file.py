"""Geometry of a PDF page: text with places out of a born-digital PDF, the only importer of pypdfium2."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from workflow.core.errors import Refused, UnreadableFile
from workflow.core.reading import Box
from workflow.core.thai_digits import to_thai
from workflow.parsers.page import Line, Page
from workflow.parsers.thai_text import is_readable, repair

MAX_PAGES = 500
MAX_PAGE_POINTS = 5000
_WIDE_GAP = 2.2  # in font sizes: a tab or a column, not a justified space
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Char:
    text: str
    box: Box
    base: float
    size: float


def open_pdf(path: Path) -> Any:
    """Return the open document; UnreadableFile when it is no PDF or broken, Refused when it needs a password or is too long."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise Refused(
                f"ไฟล์ “{path.name}” เข้ารหัสไว้ จึงเปิดอ่านไม่ได้", next_step="ขอไฟล์ที่ไม่เข้ารหัสจากผู้ส่ง แล้วส่งเข้ามาใหม่"
            ) from None
        raise UnreadableFile(
            f"ไฟล์ “{path.name}” ไม่ใช่ PDF ที่สมบูรณ์ อาจเสียหายหรือเป็นไฟล์ชนิดอื่นที่เปลี่ยนชื่อ",
            next_step="เปิดดูไฟล์ด้วยโปรแกรมอื่น แล้วขอไฟล์ใหม่จากผู้ส่ง",
        ) from None
    if len(document) > MAX_PAGES:
        raise Refused(
            f"ไฟล์ “{path.name}” มี {to_thai(len(document))} หน้า เกิน {to_thai(MAX_PAGES)} หน้าที่รับได้",
            next_step="แยกเป็นหลายไฟล์ แล้วส่งเข้ามาทีละไฟล์",
        )
    return document


def read_pages(document: Any, progress: Progress | None = None) -> tuple[list[Page], list[int]]:
    """Return the pages that carry readable text, and the numbers of those that do not (scans) and need a recogniser."""
    pages, images = [], []
    for index in range(len(document)):
        page = read_page(document[index], index + 1)
        if is_readable("".join(line.text for line in page.lines)):
            pages.append(page)
        else:
            images.append(index + 1)
        if progress:
            progress(index + 1, len(document))
    return pages, images


def read_page(page: Any, number: int) -> Page:
    """Return one page's lines in reading order, from its text layer."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        runs = [run for line in _printed_lines(text_page, height) for run in _split_at_gaps(line)]
    finally:
        text_page.close()
    return Page(number, tuple(_in_rows(runs, number)), width, height)


def _printed_lines(text_page: Any, height: float) -> Iterator[list[_Char]]:
    """Yield the characters between the line breaks pdfium finds, in stream order."""
    line: list[_Char] = []
    for char in _chars(text_page, height):
        if char.text in "\r\n":
            if line:
                yield line
            line = []
        else:
            line.append(char)
    if line:
        yield line


def _chars(text_page: Any, height: float) -> Iterator[_Char]:
    import ctypes

    from pypdfium2 import raw

    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, i)
        raw.FPDFText_GetCharBox(text_page, i, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text_page, i, x, y)
        box = (left.value, height - top.value, right.value, height - bottom.value)
        yield _Char(
            chr(code) if 0 < code < 0x110000 else "", box, height - y.value, raw.FPDFText_GetFontSize(text_page, i)
        )


def _split_at_gaps(line: list[_Char]) -> Iterator[list[_Char]]:
    run: list[_Char] = []
    for char in line:
        solid = [c for c in run if c.text.strip()]
        if solid and char.text.strip() and char.box[0] - solid[-1].box[2] > _WIDE_GAP * _size(solid):
            yield run
            run = []
        run.append(char)
    if any(c.text.strip() for c in run):
        yield run


def _size(chars: list[_Char]) -> float:
    return max(4.0, median(c.size for c in chars if c.text.strip()))


def _in_rows(runs: list[list[_Char]], page: int) -> Iterator[Line]:
    """Yield lines top to bottom, left to right; runs whose base lines nearly agree share a row."""
    measured = sorted(((median(c.base for c in run if c.text.strip()), run) for run in runs), key=lambda m: m[0])
    row, last = 0, None
    rows = []
    for base, run in measured:
        if last is not None and base - last > 0.35 * _size(run):
            row += 1
        rows.append((row, run))
        last = base
    for number, members in groupby(rows, key=lambda r: r[0]):
        for _, run in sorted(members, key=lambda r: r[1][0].box[0]):
            yield _line(run, page, number)


def _line(run: list[_Char], page: int, row: int) -> Line:
    solid = [c for c in run if c.text.strip()]
    box = (
        min(c.box[0] for c in solid), min(c.box[1] for c in solid),
        max(c.box[2] for c in solid), max(c.box[3] for c in solid),
    )  # fmt: skip
    text = repair("".join(c.text for c in run)).lstrip()
    return Line(text, page, row, tuple(round(v, 1) for v in box), round(_size(solid), 1))  # type: ignore[arg-type]

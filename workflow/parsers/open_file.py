"""The one door for files: what a file is decides who reads it, and every failure names the file and says what to do."""

import struct
import zlib
from dataclasses import replace
from pathlib import Path

from workflow.core.errors import NotFound, Refused, UnreadableFile
from workflow.core.thai_digits import to_thai
from workflow.parsers.foreign_files import ACTIVE, advice
from workflow.parsers.limits import MAX_BYTES, MAX_DEPTH
from workflow.parsers.page import PagedFile
from workflow.parsers.scan import Ocr, pictures
from workflow.parsers.scanned_pages import read_scan, read_scans
from workflow.parsers.text_file import read_text
from workflow.parsers.thai_text import foreign_scripts

HEAD = 16_384  # bytes that tell what a file is
_KINDS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".doc": "doc",
    ".rtf": "doc",
    ".odt": "doc",
    ".eml": "eml",
    ".txt": "txt",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
}
_MAGIC = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "docx",
    b"\x89PNG\r\n": "image",
    b"\xff\xd8\xff": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
}
# What third-party parsers let slip on damaged files, beside the error types their own modules catch.
_PARSER_ERRORS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def open_pages(path: Path, *, ocr: Ocr | None, depth: int = 0) -> PagedFile:
    """Return the file's pages. NotFound, UnreadableFile or Refused otherwise; without `ocr` a scanned page is UnreadableFile.

    `depth` counts the mails around the file: attached one in another as files, they would have no end.
    """
    kind = _kind(path)
    if depth > MAX_DEPTH:
        raise Refused("อีเมลแนบซ้อนกันหลายชั้นเกินไป", next_step="บันทึกแฟ้มแนบที่ต้องการออกมา แล้วอ่านแฟ้มนั้น")
    try:
        return _read(kind, path, ocr, depth)
    except MemoryError as error:
        raise Refused(
            f"แฟ้ม {path.name} ใช้หน่วยความจำเกินกำหนดเมื่อคลายออก จึงหยุดอ่าน",
            next_step="สั่งพิมพ์เป็น PDF ใหม่ หรือสแกนใหม่ที่ ๓๐๐ จุดต่อนิ้ว แล้วอ่านอีกครั้ง",
        ) from error
    except _PARSER_ERRORS as error:
        raise UnreadableFile(
            f"แฟ้ม {path.name} อ่านไม่ได้ อาจเสียหายหรือรับมาไม่ครบ", next_step="ขอแฟ้มจากผู้ส่งใหม่ หรือสั่งพิมพ์เป็น PDF แล้วอ่านอีกครั้ง"
        ) from error


def _kind(path: Path) -> str:
    """Return what the file is by its extension, once its first bytes agree."""
    if not path.is_file():
        raise NotFound(f"ไม่พบแฟ้ม {path.name}", next_step="ตรวจชื่อแฟ้มและโฟลเดอร์ แล้วสั่งใหม่")
    size = path.stat().st_size
    if size == 0:
        raise UnreadableFile(f"แฟ้ม {path.name} ว่างเปล่า", next_step="ขอแฟ้มจากผู้ส่งใหม่")
    if size > MAX_BYTES:
        raise Refused(
            f"แฟ้ม {path.name} ใหญ่เกิน {to_thai(MAX_BYTES // 1_000_000)} ล้านไบต์", next_step="แยกแฟ้ม หรือสแกนใหม่ให้แฟ้มเล็กลง"
        )
    return _agreed(path)


def kind_of(suffix: str) -> str | None:
    """Return what a file with this ending (`.pdf`) is: `pdf`, `docx`, `eml`, `image` or `txt`; None when nobody here reads it."""
    return _KINDS.get(suffix.lower())


def _agreed(path: Path) -> str:
    extension = path.suffix.lower()
    with path.open("rb") as file:
        head = file.read(HEAD)
    seen = next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), None)
    seen = "pdf" if seen is None and b"%PDF-" in head[:1024] else seen  # some writers put bytes before it
    if extension in ACTIVE:
        raise Refused(f"แฟ้ม {path.name} มีมาโครหรือเป็นโปรแกรม จึงไม่เปิด", next_step="ขอแฟ้ม PDF หรือ DOCX ธรรมดาจากผู้ส่ง")
    if advised := advice(extension, head):
        raise type(advised)(f"แฟ้ม {path.name} {advised}", next_step=advised.next_step)
    if extension not in _KINDS:
        raise UnreadableFile(
            f"แฟ้ม {path.name} เป็นชนิดที่อ่านไม่ได้", next_step=f"แปลงเป็นชนิดใดชนิดหนึ่งต่อไปนี้ {' '.join(_KINDS)} แล้วอ่านใหม่"
        )
    kind = _KINDS[extension]
    if kind == "doc":
        return kind  # these names have been given to many formats; the program that opens them knows
    if seen != (kind if kind in _MAGIC.values() else None):
        raise UnreadableFile(
            f"แฟ้ม {path.name} มีนามสกุล {extension} แต่เนื้อในไม่ใช่แฟ้มชนิดนั้น",
            next_step="ตรวจว่าเลือกแฟ้มถูกต้อง แล้วแก้นามสกุลให้ตรงชนิด หรือขอแฟ้มจากผู้ส่งใหม่",
        )
    return kind


def _read(kind: str, path: Path, ocr: Ocr | None, depth: int) -> PagedFile:
    """Hand the file to its reader; each is imported only when its kind of file comes."""
    if kind == "pdf":
        return _pdf(path, ocr)
    if kind == "image":
        return _image(path, ocr)
    if kind == "docx":
        from workflow.parsers.docx_file import read_docx

        return _with_foreign(read_docx(path))
    if kind == "doc":
        from workflow.parsers.old_word import as_pdf

        with as_pdf(path) as printed:
            return replace(_pdf(printed, ocr), container="docx")
    if kind == "eml":
        from workflow.parsers.eml_file import read_eml

        return read_eml(path, lambda attachment: open_pages(attachment, ocr=ocr, depth=depth + 1))
    return read_text(path)


def _pdf(path: Path, ocr: Ocr | None) -> PagedFile:
    from workflow.parsers.pdf_file import page_picture, read_pdf

    read = read_pdf(path)
    pages = list(read.pages)
    if read.scanned:
        reader = _needed(ocr, path, read.scanned[0])
        for page in read_scans(read.scanned, lambda number: page_picture(path, number), reader):
            pages[page.number - 1] = page
    return _with_foreign(PagedFile("pdf", tuple(pages), text_layer=not read.scanned, recognised=bool(read.scanned)))


def _image(path: Path, ocr: Ocr | None) -> PagedFile:
    pages = tuple(read_scan(picture, n, ocr=_needed(ocr, path, n)) for n, picture in enumerate(pictures(path), 1))
    return _with_foreign(PagedFile("image", pages, text_layer=False, recognised=True))


def _needed(ocr: Ocr | None, path: Path, number: int) -> Ocr:
    if ocr is None:
        raise UnreadableFile(
            f"แฟ้ม {path.name} หน้า {to_thai(number)} เป็นภาพสแกน ต้องใช้โปรแกรมอ่านภาพ",
            next_step="ติดตั้งด้วยคำสั่ง apt-get install tesseract-ocr tesseract-ocr-tha แล้วอ่านใหม่ หรือขอแฟ้มที่มีข้อความจากผู้ส่ง",
        )
    return ocr


def _with_foreign(file: PagedFile) -> PagedFile:
    return replace(
        file, foreign=tuple(foreign_scripts("".join(line.text for page in file.pages for line in page.lines)))
    )

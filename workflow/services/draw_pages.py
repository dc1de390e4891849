"""The pages of a PDF this program wrote as pictures, drawn once for each content: what a person sees on the screen is the file itself."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from workflow.core.errors import NotFound
from workflow.core.thai_digits import to_thai
from workflow.parsers.pdf_file import page_count, page_image
from workflow.services.desk import Desk
from workflow.templates.whole_file import write_whole

SHOWN_DPI = 120
KEPT = 2000  # pictures; the oldest are forgotten, and drawn anew when somebody asks


def pages_in(pdf: Path) -> int:
    """Return how many pages a PDF of ours has."""
    return page_count(pdf)


def page_picture_of(desk: Desk, pdf: Path, number: int) -> Path:
    """Return the PNG of a page (1-based) of a PDF of ours; NotFound when it has no such page. Strangers' files go through the guard instead."""
    file = desk.memo_folder.parent / "pages" / f"{hashlib.sha256(pdf.read_bytes()).hexdigest()}-{number}.png"
    return drawn_once(file, KEPT, lambda: _page(pdf, number), lasting=False)


def _page(pdf: Path, number: int) -> bytes:
    if not 0 < number <= page_count(pdf):
        raise NotFound(f"หนังสือฉบับนี้ไม่มีหน้า {to_thai(number)}", next_step="กลับไปเลือกหน้าที่มีอยู่")
    return page_image(pdf, number, dpi=SHOWN_DPI)[0]


def drawn_once(file: Path, kept: int, draw: Callable[[], bytes], *, lasting: bool = True) -> Path:
    """Return a file that can be made anew, drawn when it does not lie there yet; the oldest of its folder are forgotten (`forget_oldest`).

    `lasting` as `whole_file` says.
    """
    if not file.exists():
        drawn = draw()
        forget_oldest(file.parent, kept)
        write_whole(file, drawn, lasting=lasting)
    return file


def forget_oldest(folder: Path, kept: int) -> None:
    """Remove the oldest files of a folder of things that can be made anew, once there are more than `kept` of them."""
    files = list(folder.glob("[!.]*")) if folder.exists() else []
    if len(files) >= kept:
        for old in sorted(files, key=lambda path: path.stat().st_mtime)[: len(files) - kept // 2]:
            old.unlink(missing_ok=True)

"""A received file as a PDF to draw on: a PDF as it is, a picture (PNG, JPEG, TIFF) as a page of its size."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageSequence, UnidentifiedImageError

from workflow.core.errors import Refused
from workflow.templates.fonts import FontSet
from workflow.templates.house_style import HOUSE
from workflow.templates.overlay.stamp import Receipt, Stamped, stamp
from workflow.templates.whole_file import write_whole

_SIGN_WITHIN = 1024  # some senders put junk before %PDF


def as_pdf(path: Path) -> bytes:
    """Return the file as a PDF; Refused for a kind of file that has no pages of its own (DOCX, text, mail)."""
    data = path.read_bytes()
    if b"%PDF-" in data[:_SIGN_WITHIN]:
        return data
    try:
        with Image.open(BytesIO(data)) as picture:
            return _pages(picture)
    except UnidentifiedImageError as error:
        raise Refused(
            "แฟ้มที่ได้รับไม่ใช่ PDF หรือภาพ จึงไม่มีหน้าให้ประทับตรารับ", next_step="สั่งพิมพ์แฟ้มนั้นเป็น PDF แล้วลงรับแฟ้ม PDF"
        ) from error


def _pages(picture: Image.Image) -> bytes:
    frames = [frame.convert("RGB") for frame in ImageSequence.Iterator(picture)]
    out = BytesIO()
    dots = max(frames[0].size) / (HOUSE.page_height / 72)  # the longer side is A4's, whatever the camera says
    frames[0].save(
        out, "PDF", resolution=dots, save_all=True, append_images=frames[1:], creationDate=None, modDate=None
    )
    return out.getvalue()


def write_stamped(
    path: Path, receipts: tuple[Receipt, ...], fonts: FontSet, out: Path, page: int = 1
) -> tuple[Stamped, ...]:
    """Write the stamped rendition of a received file to `out` (whole, or not at all) and return where the stamps are."""
    made, places = stamp(as_pdf(path), receipts, fonts, page)
    write_whole(out, made)
    return places

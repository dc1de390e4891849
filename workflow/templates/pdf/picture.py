"""A picture as an object of a PDF: RGB samples with its transparency beside them."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workflow.core.errors import ConfigError
from workflow.templates.emblem import as_bitmap
from workflow.templates.pdf.objects import PdfObjects


@dataclass(frozen=True)
class Picture:
    """A picture's size in pixels, its samples and its transparency, both compressed."""

    width: int
    height: int
    data: bytes
    mask: bytes | None = None


@lru_cache(maxsize=8)
def picture(path: Path) -> Picture:
    """Return the picture in the file at `path` (PNG, JPEG, SVG); ConfigError when it is damaged."""
    import cv2  # large, and only needed where a picture is drawn
    import numpy as np

    found = as_bitmap(path)
    pixels = cv2.imdecode(np.frombuffer(found, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise ConfigError(f"เปิดภาพ {path.name} ไม่ได้ แฟ้มอาจชำรุด", next_step="เปิดภาพนี้ในโปรแกรมดูภาพ แล้วบันทึกใหม่เป็น PNG")
    height, width = pixels.shape[:2]
    if pixels.ndim == 2:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)
    mask = zlib.compress(pixels[:, :, 3].tobytes(), 9) if pixels.shape[2] == 4 else None
    colour = pixels[:, :, 2::-1].tobytes()
    return Picture(width, height, zlib.compress(colour, 9), mask)


def add_picture(objects: PdfObjects, made: Picture) -> int:
    """Add the picture and return its number."""
    mask = f"/SMask {_samples(objects, made, made.mask, 'DeviceGray')} 0 R" if made.mask else ""
    return _samples(objects, made, made.data, "DeviceRGB", mask)


def _samples(objects: PdfObjects, made: Picture, data: bytes, colours: str, more: str = "") -> int:
    entries = f"/Type/XObject/Subtype/Image/Width {made.width}/Height {made.height}/BitsPerComponent 8/ColorSpace/{colours}{more}"
    return objects.stream(b"", entries, packed=data)

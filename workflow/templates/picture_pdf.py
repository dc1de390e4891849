"""Pictures of pages as a PDF: nothing but the pictures, so that what was painted over in them is nowhere else in the file."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from workflow.templates.pdf.objects import PdfObjects, number

_QUALITY = 75


@dataclass(frozen=True)
class PageImage:
    """A page: its picture (PNG, JPEG, WebP) and its size in points."""

    picture: bytes
    size: tuple[float, float]


def picture_pdf(pages: Sequence[PageImage]) -> bytes:
    """Return a PDF with one picture a page; equal pictures give equal bytes."""
    objects = PdfObjects()
    tree = objects.reserve()
    kids = [_page(objects, tree, page) for page in pages]
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects.put(tree, f"<</Type/Pages/Count {len(kids)}/Kids[{listed}]>>")
    return objects.bytes(root=objects.add(f"<</Type/Catalog/Pages {tree} 0 R>>"))


def _page(objects: PdfObjects, tree: int, page: PageImage) -> int:
    pixels = cv2.imdecode(np.frombuffer(page.picture, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise ValueError("no picture")
    told, jpeg = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not told:
        raise ValueError("no picture")
    data = jpeg.tobytes()
    high, wide = pixels.shape[:2]
    entries = f"/Type/XObject/Subtype/Image/Width {wide}/Height {high}/BitsPerComponent 8/ColorSpace/DeviceRGB"
    head = f"<<{entries}/Filter/DCTDecode/Length {len(data)}>>\nstream\n".encode("latin-1")
    image = objects.add(head + data + b"\nendstream")
    width, height = (number(side) for side in page.size)
    content = objects.stream(f"{width} 0 0 {height} 0 0 cm/P Do".encode())
    return objects.add(
        f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {width} {height}]/Contents {content} 0 R"
        f"/Resources<</XObject<</P {image} 0 R>>>>>>"
    )

"""A scanned page is read at the resolution it was scanned at: finer is waste, and a smeared scan reads worse."""

import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from workflow.parsers.pdf_file import page_picture


def _scan(path: Path, dpi: int, *, share: float = 1.0) -> Path:
    """Write an A4 page whose picture, `share` of the page high and wide, has `dpi` pixels an inch."""
    width, height = round(8.27 * dpi * share), round(11.69 * dpi * share)
    grey = np.random.default_rng(1).integers(0, 2, (height, width), np.uint8) * 255
    whole = io.BytesIO()
    Image.fromarray(grey).save(whole, "JPEG", quality=95)
    with pikepdf.new() as pdf:
        points = 72 / dpi
        page = pdf.add_blank_page(page_size=(round(8.27 * dpi) * points, round(11.69 * dpi) * points))
        picture = pikepdf.Stream(pdf, whole.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
                                 Width=width, Height=height, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
                                 Filter=pikepdf.Name.DCTDecode)  # fmt: skip
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
        page.Contents = pdf.make_stream(b"q %f 0 0 %f 0 0 cm /Scan Do Q" % (width * points, height * points))
        pdf.save(path)
    return path


@pytest.mark.parametrize(("scanned", "read"), [(150, 150), (200, 200), (300, 300), (600, 300), (100, 150)])
def test_a_scan_is_read_at_its_own_resolution_within_reason(tmp_path: Path, scanned: int, read: int) -> None:
    picture = page_picture(_scan(tmp_path / "สแกน.pdf", scanned), 1)
    assert picture.dpi == read and abs(picture.size[0] - 8.27 * read) <= 1


def test_a_small_picture_does_not_tell_the_resolution(tmp_path: Path) -> None:
    assert page_picture(_scan(tmp_path / "ตรา.pdf", 150, share=0.4), 1).dpi == 300


def test_no_pixel_of_the_scan_is_smeared(tmp_path: Path) -> None:
    picture = page_picture(_scan(tmp_path / "สแกน.pdf", 200), 1)
    with Image.open(io.BytesIO(picture.image)) as image:
        grey = np.asarray(image.convert("L"))
    assert float(((grey > 60) & (grey < 195)).mean()) < 0.01

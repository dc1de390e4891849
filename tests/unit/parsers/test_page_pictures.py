"""A scanned page is read at the resolution it was scanned at, and as it was scanned: finer is waste, and a smeared scan reads worse."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from workflow.parsers.pdf_file import page_picture, read_pdf
from workflow.parsers.recogniser.page_image import open_page


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


Pdf = pikepdf.Pdf


def _only(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[0].Resources.XObject.Scan


def _changed(tmp_path: Path, change: Callable[[Pdf], None], dpi: int = 200) -> bytes:
    """Return the picture of a scan's page whose PDF was changed."""
    with pikepdf.open(_scan(tmp_path / "ก่อน.pdf", dpi)) as pdf:
        change(pdf)
        pdf.save(tmp_path / "หลัง.pdf")
    return page_picture(tmp_path / "หลัง.pdf", 1).image


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_the_scan_itself_is_read_where_a_page_is_nothing_else(tmp_path: Path, dpi: int) -> None:
    path = _scan(tmp_path / "สแกน.pdf", dpi)
    with pikepdf.open(path) as pdf:
        assert page_picture(path, 1).image == _only(pdf).read_raw_bytes()


def test_a_scan_written_in_strips_is_one_scan(tmp_path: Path) -> None:
    path = tmp_path / "แถบ.pdf"
    with pikepdf.open(_scan(tmp_path / "สแกน.pdf", 200)) as pdf:
        high, names = pdf.pages[0].MediaBox[3], [f"/Scan{n}" for n in range(5)]
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary({name: _strip(pdf, n) for n, name in enumerate(names)})
        width, side = float(pdf.pages[0].MediaBox[2]), float(high) / len(names)
        drawn = (f"q {width} 0 0 {side} 0 {n * side} cm {name} Do Q" for n, name in enumerate(names))
        pdf.pages[0].Contents = pdf.make_stream(" ".join(drawn).encode())
        pdf.save(path)
    assert read_pdf(path).scanned == (1,) and page_picture(path, 1).dpi == 200


def test_a_slip_scanned_alone_is_a_scan(tmp_path: Path) -> None:
    assert read_pdf(_scan(tmp_path / "ใบเล็ก.pdf", 150, share=0.5)).scanned == (1,)
    assert not read_pdf(_scan(tmp_path / "ตรา.pdf", 150, share=0.3)).scanned


def _strip(pdf: Pdf, number: int) -> pikepdf.Object:
    """Return a fifth of an A4 page at 200 dpi, cut to a whole pixel as scanners cut."""
    whole, size = io.BytesIO(), (1654, 468 - number % 2)
    Image.new("L", size, 200).save(whole, "JPEG")
    return pikepdf.Stream(
        pdf, whole.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=size[0], Height=size[1],
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip


def _invisible_words(pdf: Pdf) -> None:
    words = b"BT 3 Tr /F 12 Tf 72 700 Td (seen by nobody) Tj ET"
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.pages[0].Resources.Font = pikepdf.Dictionary(F=font)
    pdf.pages[0].contents_add(words)


def test_words_that_a_scanner_wrote_invisibly_are_no_more_than_the_scan(tmp_path: Path) -> None:
    assert _changed(tmp_path, _invisible_words).startswith(b"\xff\xd8")


def _line_over_it(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"1 0 0 RG 10 w 72 72 m 300 300 l S")


def _turned_page(pdf: Pdf) -> None:
    pdf.pages[0].Rotate = 90


def _upside_down(pdf: Pdf) -> None:
    box = pdf.pages[0].MediaBox
    pdf.pages[0].Contents = pdf.make_stream(b"q %f 0 0 %f 0 %f cm /Scan Do Q" % (box[2], -box[3], box[3]))


def _cropped(pdf: Pdf) -> None:
    pdf.pages[0].CropBox = [0, 0, 400, 400]


def _cut_out(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"100 100 200 200 re W n", prepend=True)


def _inverted(pdf: Pdf) -> None:
    _only(pdf).Decode = [1, 0]


def _masked(pdf: Pdf) -> None:
    _only(pdf).SMask = pdf.make_stream(
        bytes(4), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=2, Height=2,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip


def _noted(pdf: Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[50, 50, 90, 90])
    pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([note]))


def _damaged(pdf: Pdf) -> None:
    whole = _only(pdf).read_raw_bytes()
    _only(pdf).write(whole[: len(whole) // 2], filter=pikepdf.Name.DCTDecode)


@pytest.mark.parametrize(
    "change",
    [_line_over_it, _turned_page, _upside_down, _cropped, _cut_out, _inverted, _masked, _noted, _damaged],
)
def test_a_page_that_shows_its_scan_otherwise_is_drawn(tmp_path: Path, change: Callable[[Pdf], None]) -> None:
    assert _changed(tmp_path, change).startswith(b"P6")


def test_a_fax_is_read_dot_by_dot(tmp_path: Path) -> None:
    dots = np.random.default_rng(2).integers(0, 2, (1754, 1240), np.uint8) * 255
    Image.fromarray(dots).convert("1").save(tmp_path / "โทรสาร.pdf", resolution=150)
    with Image.open(io.BytesIO(page_picture(tmp_path / "โทรสาร.pdf", 1).image)) as image:
        assert (np.asarray(image) == dots).all()


def test_a_scan_lies_as_its_pixels_do_whatever_a_camera_noted(tmp_path: Path) -> None:
    whole, noted = io.BytesIO(), Image.Exif()
    noted[0x0112] = 6  # held on its side
    Image.new("RGB", (40, 20), "white").save(whole, "JPEG", exif=noted)
    assert open_page(whole.getvalue()).print.shape == (20, 40)

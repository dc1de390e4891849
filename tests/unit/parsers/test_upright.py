"""A page scanned upside down or sideways is read as one that lies right, and shown so; an officer is told."""

import io
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.unit.parsers.printed import printed
from workflow.parsers import upright
from workflow.parsers.page import turned_of
from workflow.parsers.page_pictures import page_pictures
from workflow.parsers.pdf_file import page_image
from workflow.parsers.read_file import read_with_pages
from workflow.parsers.recogniser.engine import OwnOcr
from workflow.parsers.scan import Picture, picture_from
from workflow.parsers.scanned_pages import read_scan
from workflow.parsers.upright import turned

DPI = 150
LAID = [0, 90, 180, 270]
TEXT = r"""
#align(center)[กรมตัวอย่างวิทยา]

เรื่อง แจ้งผลการสำรวจความพร้อมของหน่วยงานภาครัฐ

เรียน อธิบดีกรมสมมุติ

ตามที่กรมได้สำรวจความพร้อมของหน่วยงาน และขอให้จัดส่งรายงานผลการดำเนินงาน ให้ทราบภายในกำหนดนั้น

จึงเรียนมาเพื่อโปรดทราบ และแจ้งให้หน่วยงานในสังกัดถือปฏิบัติต่อไป
"""
TABLE = r"""
#table(columns: (1fr, 4fr, 1fr), [ลำดับ], [ตัวชี้วัด], [คะแนน],
  ..range(12).map(n => ([#(n + 1)], [ความพร้อมของบุคลากร], [#(70 + n)])).flatten())
"""


@pytest.fixture(scope="module", params=[TEXT, TABLE], ids=["letter", "table"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Picture:
    return drawn(tmp_path_factory.mktemp("page"), request.param)


def drawn(folder: Path, body: str) -> Picture:
    png, dpi = page_image(printed(folder, body), 1, dpi=DPI)
    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    return picture_from(np.asarray(pixels, np.uint8), dpi)


def filed(folder: Path, picture: Picture, degrees: int) -> Path:
    """Write the page as a picture file, laid on the glass turned by so many degrees."""
    with Image.open(io.BytesIO(turned(picture, degrees).image)) as image:
        image.save(folder / "สแกน.png", dpi=(DPI, DPI))
    return folder / "สแกน.png"


@pytest.mark.parametrize("laid", LAID)
def test_however_a_page_is_laid_it_reads_the_same(page: Picture, laid: int) -> None:
    read = read_scan(turned(page, laid), 1, ocr=OwnOcr())
    assert read.turned == (360 - laid) % 360
    assert replace(read, turned=0) == read_scan(page, 1, ocr=OwnOcr())


def test_a_page_that_reads_as_it_lies_is_tried_no_other_way(page: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upright, "turn_of", lambda picture: pytest.fail("tried"))
    assert read_scan(page, 1, ocr=OwnOcr()).turned == 0


@pytest.mark.parametrize("body", ["", "#v(9cm) - ๒ -", "#rect(width: 9cm, height: 9cm, fill: luma(90))"])
def test_a_page_with_hardly_a_letter_is_left_alone(tmp_path: Path, body: str) -> None:
    picture = drawn(tmp_path, body)
    assert [read_scan(turned(picture, laid), 1, ocr=OwnOcr()).turned for laid in LAID] == [0, 0, 0, 0]


def test_a_turned_page_is_told_and_shown_upright(tmp_path: Path) -> None:
    picture = drawn(tmp_path, TEXT)
    path = filed(tmp_path, picture, 180)
    reading, pages = read_with_pages(path, ocr=OwnOcr())
    told = [(f.severity, f.page, "กลับหัว" in f.message) for f in reading.findings if f.code == "page-turned"]
    assert told == [("info", 1, True)]
    (shown,) = page_pictures(path, turned=turned_of(pages))
    (again,) = page_pictures(path, turned={1: None})
    assert shown and again and shown.png == again.png == picture.image


def test_a_turned_page_in_a_mail_is_shown_upright(tmp_path: Path) -> None:
    picture = drawn(tmp_path, TEXT)
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "ส่งหนังสือ", "a@example.go.th", "b@example.go.th"
    mail.set_content("ส่งหนังสือมาเพื่อโปรดทราบ")
    for degrees in (0, 270):
        held = filed(tmp_path, picture, degrees).read_bytes()
        mail.add_attachment(held, maintype="image", subtype="png", filename=f"หน้า{degrees}.png")
    path = tmp_path / "จดหมาย.eml"
    path.write_bytes(mail.as_bytes())
    pages = read_with_pages(path, ocr=OwnOcr())[1]
    shown = [held.png for held in page_pictures(path, turned=turned_of(pages)) if held and held.recognised]
    assert turned_of(pages) == {pages[-1].number: 90} and shown == [picture.image] * 2

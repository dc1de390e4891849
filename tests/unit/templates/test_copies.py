"""A copy: the shared body with a name, a number and a code in its foot, readable by every reader of PDF."""

import io
import re
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pytest

from tests.unit.templates.papers import FONTS, MEASURE, long_memo
from tests.unit.templates.test_pdf_letters import by_pdfium, by_pdfplumber, by_poppler, flat
from workflow.templates.copies.copy import Copy, delta
from workflow.templates.copies.master import Master, opened_master, prepared
from workflow.templates.copies.print_file import write_all
from workflow.templates.house_style import HOUSE
from workflow.templates.layout import lay_out
from workflow.templates.pdf_page import pdf_bytes

CODE = "https://saraban.office.example/matters/12/recipients/345678"
COPY = Copy("ผู้บังคับการตำรวจภูธรจังหวัดตัวอย่าง (น้ำใจ ป่ำ)", 17, CODE)


@pytest.fixture(scope="module")
def master() -> Master:
    document = long_memo(8)
    pdf = pdf_bytes(document, lay_out(document, MEASURE, HOUSE), FONTS, HOUSE)
    return opened_master(prepared(pdf, FONTS.regular))


def whole(master: Master, copy: Copy = COPY) -> bytes:
    return master.data + delta(master, copy, FONTS.regular)


def first_page(pdf: bytes, scale: float = 3.0) -> "np.ndarray[Any, Any]":
    return np.asarray(pypdfium2.PdfDocument(pdf)[0].render(scale=scale).to_numpy())


@pytest.mark.parametrize("read", (by_pdfium, by_pdfplumber, by_poppler))
def test_the_recipient_and_the_number_are_read_to_the_letter(read, master: Master) -> None:  # type: ignore[no-untyped-def]
    found = flat(read(whole(master)))
    assert COPY.name in found
    assert "สำเนาฉบับที่ ๑๗" in found


def test_the_code_leads_to_the_tracking_page(master: Master) -> None:
    picture = first_page(whole(master), 4.0)
    assert cv2.QRCodeDetector().detectAndDecode(picture)[0] == CODE


def test_a_copy_adds_two_kilobytes_and_changes_nothing_above_the_foot(master: Master) -> None:
    assert len(delta(master, COPY, FONTS.regular)) < 2400
    before, after = first_page(master.data), first_page(whole(master))
    changed = np.argwhere((before != after).any(axis=2))
    assert changed[:, 0].min() > 3.0 * HOUSE.foot


def test_no_copy_knows_another(master: Master) -> None:
    other = by_pdfium(whole(master, Copy("ผู้อื่น", 18, CODE)))
    assert "ผู้บังคับการ" not in other
    assert len(pypdfium2.PdfDocument(whole(master))) == len(master.pages)


def test_the_file_is_whole(master: Master) -> None:
    with pikepdf.open(io.BytesIO(whole(master))) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("times", (1, 2, 4, 12))
def test_a_long_name_stays_in_the_foot_and_inside_the_margins(times: int, master: Master) -> None:
    long = Copy("ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร " * times, 1, CODE)
    changed = np.argwhere((first_page(master.data) != first_page(whole(master, long))).any(axis=2)) / 3.0
    assert changed[:, 1].max() <= HOUSE.page_width - HOUSE.right + 1
    assert HOUSE.foot < changed[:, 0].min()
    assert changed[:, 0].max() < HOUSE.page_height - 5


def test_the_print_file_has_every_copy_and_the_body_once(master: Master, tmp_path: Path) -> None:
    some = [Copy(f"ผู้รับ {n}", n, CODE) for n in range(1, 41)]
    path = tmp_path / "all.pdf"
    with path.open("wb") as out:
        assert write_all(master, some, FONTS.regular, out) == 40 * len(master.pages)
    opened = pypdfium2.PdfDocument(path)
    assert len(opened) == 40 * len(master.pages)
    each = [opened[n * len(master.pages)].get_textpage().get_text_range() for n in range(40)]
    assert [re.findall(r"ผู้รับ (\d+)", text) for text in each] == [[str(n)] for n in range(1, 41)]
    assert path.stat().st_size < len(master.data) + 40 * 3000
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []

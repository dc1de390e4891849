"""Copies of one memo: a shared body and a small update each, read alike by three readers."""

import io
import unicodedata
from pathlib import Path

import cv2
import numpy as np
import pdfplumber
import pypdfium2
import pytest

from tests.programs import asked
from tests.unit.templates.papers import FONTS, long_memo
from workflow.core.errors import MissingGlyph, Refused
from workflow.templates.copies import Copy, copy_delta, copy_pdf
from workflow.templates.copies_master import Master, make_master, read_master
from workflow.templates.copies_print import write_print_file
from workflow.templates.render import render

HARD = "น้ำ ผู้กำกับการ สภ.ป้ำฝั้นญูฐุ จว.สุราษฎร์ธานี กุฏิ์ ปี่ (fi 12/ก)"
LONG = "ผู้อำนวยการศูนย์ปราบปรามอาชญากรรมทางเทคโนโลยี กองบัญชาการตำรวจท่องเที่ยว ปฏิบัติราชการแทนผู้บัญชาการ " * 4
LINK = "http://127.0.0.1:8000/matters/12/recipients/34567"


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Master:
    made = render(long_memo(6), tmp_path_factory.mktemp("master"), "memo", fonts=FONTS)
    return read_master(make_master(made.pdf.read_bytes(), FONTS.regular))


def copied(master: Master, name: str, number: int = 7) -> bytes:
    return copy_pdf(master, copy_delta(master, Copy(name, number, 1520, LINK), FONTS.regular))


def foot(text: str) -> str:
    """The copy's own words in an extracted first page, without white space."""
    return "".join(text[text.index("สำเนาถึง") :].split())


def by_pdfium(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as paper:
        return str(paper[0].get_textpage().get_text_range())


def by_poppler(pdf: bytes) -> str:
    return asked("pdftotext", "-l", "1", "-", "-", given=pdf).stdout.decode()


def by_pdfplumber(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as paper:
        return str(paper.pages[0].extract_text())


def picture(pdf: bytes, dpi: int = 288) -> np.ndarray:
    with pypdfium2.PdfDocument(pdf) as paper:
        return np.asarray(paper[0].render(scale=dpi / 72).to_pil().convert("RGB"))


@pytest.mark.parametrize("reader", [by_pdfium, by_poppler, by_pdfplumber])
@pytest.mark.parametrize("name", ["ผบช.สงป.", HARD, LONG.strip()], ids=["short", "hard", "long"])
def test_every_reader_finds_the_name_letter_by_letter(master: Master, reader: object, name: str) -> None:
    said = foot(reader(copied(master, name)))  # type: ignore[operator]
    expected = "".join(f"สำเนาถึง{name}สำเนาที่๗จากทั้งหมด๑๕๒๐ฉบับ".split())
    assert said == expected == unicodedata.normalize("NFC", said)


def test_the_copy_says_all_that_the_memo_says(master: Master) -> None:
    assert by_pdfium(copied(master, HARD)).startswith(by_pdfium(master.pdf).rstrip())


def test_a_copy_is_a_sound_file_and_its_update_is_small(master: Master, tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_bytes(copied(master, HARD))
    assert len(file.read_bytes()) - len(master.pdf) < 1400
    done = asked("qpdf", "--check", str(file))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_code_leads_to_the_recipients_page(master: Master) -> None:
    shown = picture(copied(master, HARD))
    corner = np.ascontiguousarray(shown[-(60 * 4) :, : (170 * 4)])
    found, *_ = cv2.QRCodeDetector().detectAndDecode(corner)
    assert found == LINK


@pytest.mark.parametrize("name", ["ผบช.สงป.", LONG.strip()], ids=["short", "long"])
def test_a_copy_paints_nothing_outside_the_bottom_margin_and_prints_over_nothing(master: Master, name: str) -> None:
    before, after = picture(master.pdf), picture(copied(master, name))
    changed = np.argwhere((before != after).any(axis=2))
    top = changed[:, 0].min() / 4
    assert 841.89 - top <= master.place.y + master.place.height + 0.5
    assert (before[int(top * 4) :] == 255).all()


def test_name_and_code_do_not_touch(master: Master) -> None:
    shown = picture(copied(master, LONG.strip())).min(axis=2) < 128
    rows = shown[-(55 * 4) : -(8 * 4)]
    empty = ~rows[:, int((master.place.x + 42) * 4) : int((master.place.x + 51) * 4)].any(axis=0)
    assert empty.sum() >= 4 * 4


def test_a_name_beyond_all_measure_is_refused_by_name(master: Master) -> None:
    with pytest.raises(Refused, match="ชื่อผู้รับยาวเกิน"):
        copied(master, LONG * 3)


def test_a_letter_without_a_glyph_is_named(master: Master) -> None:
    with pytest.raises(MissingGlyph, match=r"U\+1F600"):
        copied(master, "ผบช. 😀")


def test_a_link_too_long_for_the_code_is_refused(master: Master) -> None:
    with pytest.raises(Refused, match="ที่อยู่หน้าติดตาม"):
        copy_delta(master, Copy("ผบช.", 1, 1, "http://" + "a" * 300), FONTS.regular)


def test_the_same_memo_and_name_give_the_same_bytes(master: Master) -> None:
    assert copied(master, HARD) == copied(master, HARD)


def test_the_receipt_frame_stands_aside_for_a_mark_in_its_place(tmp_path: Path) -> None:
    from dataclasses import replace

    urgent = render(replace(long_memo(2), marks=("สำเนาคู่ฉบับ",)), tmp_path, "urgent", fonts=FONTS)
    plain = render(long_memo(2), tmp_path, "plain", fonts=FONTS)
    assert "เลขรับ" in by_pdfium(make_master(plain.pdf.read_bytes(), FONTS.regular))
    assert "เลขรับ" not in by_pdfium(make_master(urgent.pdf.read_bytes(), FONTS.regular))


def test_a_print_file_holds_every_copy_in_order_and_shares_the_pages(master: Master, tmp_path: Path) -> None:
    names = [f"ผู้รับรายที่ {n}" for n in range(1, 301)]
    deltas = [copy_delta(master, Copy(name, n, 300, LINK), FONTS.regular) for n, name in enumerate(names, 1)]
    file = tmp_path / "print.pdf"
    pages = write_print_file(file, master, iter(deltas))
    with pypdfium2.PdfDocument(file) as paper, pypdfium2.PdfDocument(master.pdf) as one:
        each = len(one)
        assert pages == len(paper) == 300 * each
        firsts = [paper[n * each].get_textpage().get_text_range() for n in range(300)]
        assert paper[1].get_textpage().get_text_range() == one[1].get_textpage().get_text_range()
    assert all("".join(name.split()) in foot(text) for name, text in zip(names, firsts, strict=True))
    assert file.stat().st_size < len(master.pdf) + 300 * 1200
    assert asked("qpdf", "--check", str(file)).returncode == 0


def test_for_two_sided_paper_every_copy_begins_on_a_front(master: Master, tmp_path: Path) -> None:
    deltas = [copy_delta(master, Copy("ผู้รับ", n, 2), FONTS.regular) for n in (1, 2)]
    pages = write_print_file(tmp_path / "print.pdf", master, deltas, duplex=True)
    with pypdfium2.PdfDocument(tmp_path / "print.pdf") as paper:
        assert len(paper) == pages and pages % 4 == 0
        assert "สำเนาถึง" in paper[pages // 2].get_textpage().get_text_range()


def test_a_print_file_that_fails_leaves_nothing_behind(master: Master, tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        write_print_file(tmp_path / "print.pdf", master, [b"no update"])
    assert list(tmp_path.iterdir()) == []

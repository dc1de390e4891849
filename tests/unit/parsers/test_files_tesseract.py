"""Tesseract's table of words becomes words; a program that fails says what to install. The program here is a stand-in."""

import sys
from pathlib import Path

import pytest

from workflow.core.errors import TryAgain, UnreadableFile
from workflow.parsers.tesseract import TesseractOcr

TABLE = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "1\t1\t0\t0\t0\t0\t0\t0\t1240\t1754\t-1\t\n"
    '5\t1\t1\t1\t1\t1\t100\t200\t50\t30\t96.5\t"เรื่อง\n'
    "5\t1\t1\t1\t2\t1\t100\t260\t40\t30\t12\tเรียน\n"
)


def standing_in(folder: Path, code: str) -> TesseractOcr:
    program = folder / "tesseract"
    program.write_text(f"#!{sys.executable}\nimport sys, time\n{code}\n", encoding="utf-8")
    program.chmod(0o755)
    return TesseractOcr(program=str(program), timeout=5)


def test_words_keep_box_line_and_confidence_even_with_a_quotation_mark(tmp_path: Path) -> None:
    ocr = standing_in(tmp_path, f"sys.stdin.buffer.read(); sys.stdout.buffer.write({TABLE!r}.encode())")
    first, second = ocr.read(b"png", dpi=300)
    assert (first.text, first.box, first.line, first.confidence) == ('"เรื่อง', (100, 200, 150, 230), 0, 0.965)
    assert (second.text, second.line) == ("เรียน", 1)


def test_a_tesseract_without_thai_names_the_package_to_install(tmp_path: Path) -> None:
    ocr = standing_in(tmp_path, "print('eng\\nosd'); sys.exit('--list-langs' not in sys.argv)")
    with pytest.raises(UnreadableFile, match="ไม่มีข้อมูลภาษาไทย") as caught:
        ocr.read(b"png", dpi=300)
    assert "tesseract-ocr-tha" in caught.value.next_step


def test_a_page_that_takes_for_ever_is_given_up(tmp_path: Path) -> None:
    ocr = TesseractOcr(program=standing_in(tmp_path, "time.sleep(30)").program, timeout=0.5)
    with pytest.raises(TryAgain):
        ocr.read(b"png", dpi=300)

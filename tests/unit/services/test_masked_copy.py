"""The copy that leaves the office: pictures without a layer of text, black where a secret stood. Logins are invented."""

from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from tests.unit.parsers.printed import printed
from tests.unit.services.test_explain import LETTER
from workflow.parsers.read_file import read_with_pages
from workflow.services.masked_copy import masked_copy


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(tmp_path_factory.mktemp("letter"), LETTER)


@pytest.fixture(scope="module")
def copy(letter: Path) -> Path:
    return masked_copy(read_with_pages, letter, letter.parent / "copy", level=True)


def dark(path: Path) -> float:
    """How much of the first page is black."""
    document = pypdfium2.PdfDocument(path)
    pixels = document[0].render(scale=1).to_numpy()
    document.close()
    return float(np.mean(pixels < 60))


def test_the_copy_has_no_text_only_pictures(copy: Path) -> None:
    document = pypdfium2.PdfDocument(copy)
    assert (copy.suffix, len(document), document[0].get_textpage().get_text_bounded().strip()) == (".pdf", 1, "")
    document.close()
    assert b"Zx9" not in copy.read_bytes()


def test_the_line_of_the_login_is_black(letter: Path, copy: Path) -> None:
    assert dark(copy) > dark(letter) + 0.01


def test_the_same_paper_gives_the_same_copy(letter: Path, copy: Path) -> None:
    again = masked_copy(read_with_pages, letter, letter.parent / "again", level=True)
    assert again.read_bytes() == copy.read_bytes()


def test_a_transcript_becomes_a_masked_text(tmp_path: Path) -> None:
    paper = tmp_path / "letter.txt"
    paper.write_text("เรื่อง แจ้งผล\nUsername: dga_01 Password: Zx9!kq\nจึงเรียนมาเพื่อโปรดทราบ\n", "utf-8")
    copy = masked_copy(read_with_pages, paper, tmp_path / "copy", level=True)
    text = copy.read_text("utf-8")
    assert copy.suffix == ".txt" and "แจ้งผล" in text
    assert "Zx9!kq" not in text and "dga_01" not in text

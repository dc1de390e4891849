"""The hostile files are as hostile as they claim: otherwise a refusal proves nothing."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests import hostile_files


def test_the_renamed_text_is_no_pdf(tmp_path: Path) -> None:
    path = hostile_files.text_named_pdf(tmp_path)
    assert path.suffix == ".pdf"
    assert path.read_text(encoding="utf-8").startswith("เรื่อง")
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(path)


def test_the_empty_file_is_empty(tmp_path: Path) -> None:
    assert hostile_files.empty_pdf(tmp_path).stat().st_size == 0


def test_the_encrypted_pdf_opens_only_with_its_password(tmp_path: Path) -> None:
    path = hostile_files.encrypted_pdf(tmp_path)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password=hostile_files.PASSWORD) as opened:
        assert len(opened.pages) == 1

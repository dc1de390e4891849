"""Files on disk."""

from pathlib import Path

import pytest

from tests.unit.templates.papers import FONTS, docx_xml, long_memo
from workflow.core.errors import ConfigError
from workflow.templates.emblem import SAMPLE
from workflow.templates.render import render


def test_a_failure_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").mkdir()
    with pytest.raises(OSError):
        render(long_memo(2), tmp_path, "paper", fonts=FONTS)
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]


def test_an_unreadable_emblem_leaves_no_file(tmp_path: Path) -> None:
    broken = tmp_path / "emblem.png"
    broken.write_bytes(b"no picture")
    with pytest.raises(ConfigError, match=r"emblem\.png"):
        render(long_memo(2), tmp_path / "out", "paper", fonts=FONTS, emblem=broken)
    assert not (tmp_path / "out").exists()


def test_the_same_document_gives_the_same_pdf(tmp_path: Path) -> None:
    first = render(long_memo(3), tmp_path, "a", fonts=FONTS)
    second = render(long_memo(3), tmp_path, "b", fonts=FONTS)
    assert first.pdf.read_bytes() == second.pdf.read_bytes()


def test_thai_in_the_docx_has_its_own_font_size_weight_and_language(tmp_path: Path) -> None:
    xml = docx_xml(render(long_memo(3), tmp_path, "a", fonts=FONTS).docx)
    for needed in (
        'w:cs="TH SarabunPSK"',
        '<w:szCs w:val="32"/>',
        "<w:bCs/>",
        'w:bidi="th-TH"',
        'w:val="thaiDistribute"',
    ):
        assert needed in xml
    assert 'w:line="420" w:lineRule="exact"' in xml


def test_the_agencys_own_emblem_is_taken_into_both_files(tmp_path: Path) -> None:
    own = tmp_path / "own.svg"
    own.write_text(SAMPLE.read_text(encoding="utf-8").replace("#000", "#00f"), encoding="utf-8")
    ours = render(long_memo(1), tmp_path, "ours", fonts=FONTS)
    theirs = render(long_memo(1), tmp_path, "theirs", fonts=FONTS, emblem=own)
    assert ours.pdf.read_bytes() != theirs.pdf.read_bytes()
    assert 'descr="ตราครุฑ"' in docx_xml(theirs.docx)
    assert 'descr="ภาพตัวอย่างแทนตราครุฑ"' in docx_xml(ours.docx)

"""Browsers print a Thai cluster mark by mark and spell it once: it is read once, and as wide as all its letters."""

from pathlib import Path

import pytest

from tests.unit.parsers.printed import printed
from tests.unit.parsers.typeset import broken_up, spelt_out
from workflow.parsers.pdf_file import read_pdf

WORDS = [
    ["ห", "นั", "ง", "สื", "อ", "ที่", "ส่", "ง", "ม", "า", "ด้", "ว", "ย"],
    ["รั", "บ", "คำ", "ร้", "อ", "ง", "แ", "ล", "ะ", "จำ", "น", "ว", "น", "ผู้", "ชำ", "น", "า", "ญ"],
]


@pytest.mark.parametrize("clusters", WORDS)
@pytest.mark.parametrize("behind", [0.0, 0.3])
def test_a_cluster_spelt_out_is_read_once_without_a_gap(clusters: list[str], behind: float, tmp_path: Path) -> None:
    page = read_pdf(spelt_out(tmp_path / "page.pdf", [*clusters, *"ตลอดไป"], behind=behind)).pages[0]
    assert [line.text for line in page.lines] == ["".join(clusters) + "ตลอดไป"]


@pytest.mark.parametrize("clusters", WORDS)
@pytest.mark.parametrize("tilt", [0.012, -0.0105])
def test_a_cluster_in_a_stamp_that_leans_a_little_has_no_gap_behind_it(
    clusters: list[str], tilt: float, tmp_path: Path
) -> None:
    page = read_pdf(spelt_out(tmp_path / "page.pdf", [*clusters, *"ตลอดไป"], tilt=tilt)).pages[0]
    assert [line.text for line in page.lines] == ["".join(clusters) + "ตลอดไป"]


@pytest.mark.parametrize(
    "words", [["แ", "น", "ะ", "นำ", "ไ", "ว้"], ["ส", "วั", "ส", "ดิ์", "กุ", "ล"], ["พื้", "น", "ที่", "ที่", "นำ", "นำ"]]
)
def test_a_cluster_broken_up_and_said_by_each_of_its_parts_is_read_once(words: list[str], tmp_path: Path) -> None:
    page = read_pdf(broken_up(tmp_path / "page.pdf", words)).pages[0]
    assert [line.text for line in page.lines] == ["".join(words)]


def test_a_mark_drawn_once_the_letters_behind_its_own_are_says_nothing_new() -> None:
    """The page is Chromium's, in Noto Sans Thai (OFL)."""
    page = read_pdf(Path(__file__).parent / "browser" / "noto-sans-thai.pdf").pages[0]
    words = ["วิญญาณกทรัพย์ฝ่ายหน้า", "วิจารณ์มิริน", "พรหมจาริณีของที่ระลึก", "ความคิดเห็น"]
    assert [line.text for line in page.lines] == words


@pytest.mark.parametrize("words", ["จัดการภายใน", "จัดให้มี"])
def test_two_rows_may_begin_with_one_broken_cluster(words: str, tmp_path: Path) -> None:
    below = "จัดทำบัญชีข้อมูลให้ครบทุกภารกิจ"
    body = f"#set par(leading: 0.28em)\n{words} \\\n{below}"
    assert [line.text for line in read_pdf(printed(tmp_path, body)).pages[0].lines] == [words, below]

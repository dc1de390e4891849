"""Classified letters are stopped, however the mark is set; of honest ones at most one in a hundred (and so far none)."""

import itertools
from pathlib import Path

import pytest

from benchmarks.papers.make import MAKERS, made
from tests.promises import Seen, saw
from tests.unit.parsers.papers import page, read_text
from workflow.core.errors import Refused
from workflow.parsers.fields.secrecy import secrecy_of
from workflow.parsers.open_file import open_pages
from workflow.parsers.recogniser.engine import OwnOcr

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]
STAMPS = (
    "ลับ",
    "ลับมาก",
    "ลับที่สุด",
    "-ลับมาก-",
    "“ลับที่สุด”",
    "[ลับ]",
    "ล ับ ม า ก",
    "ชั้นความลับ : ลับ",
    "ลับ    ด่วนที่สุด",
    "TOP SECRET",
    "*** ลับ ***",
)
PLAIN = ("กลับไปที่หน่วย", "สลับกัน", "เรียงลำดับ", "ความลับของทางราชการ พ.ศ. ๒๕๔๔", "รายชื่อผู้รับ", "ลับแล จังหวัดอุตรดิตถ์")


def test_stamped_letters_are_refused_and_the_others_are_not(tmp_path: Path) -> None:
    body = "ที่ กษ ๐๖๐๙/ว๑๕๓๙\nเรื่อง แจ้งผลการสำรวจ\nเรียน ผู้อำนวยการ\nตามที่ได้สำรวจ นั้น\nจึงเรียนมาเพื่อโปรดทราบ"
    missed = 0
    for n in range(330):
        try:
            read_text(tmp_path, f"{STAMPS[n % len(STAMPS)]}\n{body.replace('ว๑๕๓๙', f'ว{n}')}")
            missed += 1
        except Refused:
            continue
    wrong = sum(secrecy_of([page(body.replace("นั้น", word))]) is not None for word in PLAIN for _ in range(50))
    saw("P14", Seen(630, 330, lost=wrong, unseen=missed))


SEEDS = 20  # of every kind of invented paper; every fifth is a scan too


def test_at_most_one_honest_paper_in_a_hundred_is_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ocr, stopped, papers = OwnOcr(), [], 0
    for kind, seed, level in itertools.product(sorted(MAKERS), range(100, 100 + SEEDS), ("l0", "l2")):
        if level == "l2" and seed % 5:
            continue
        papers += 1
        (tmp_path / "a.pdf").write_bytes(made(kind, level, seed).pdf)
        stopped += [(kind, seed, level)] if secrecy_of(open_pages(tmp_path / "a.pdf", ocr=ocr).pages) else []
    with capsys.disabled():
        print(f"\n{papers} honest papers, stopped for nothing: {stopped}")
    saw("P14", Seen(papers, 0, lost=len(stopped) * (100 * len(stopped) > papers)))

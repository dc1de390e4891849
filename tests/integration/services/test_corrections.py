"""Corrections: kept beside the reading, seen in what is written from it, and cut out as training lines. Everything is invented."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests import build
from tests.integration.services.police import DAY, LETTER, police_desk
from tests.unit.parsers.printed import printed
from training.corrections import corrected_lines
from workflow.core.errors import NotFound, Refused, UsageError
from workflow.parsers.pdf_file import page_image
from workflow.services.correct_field import Amendment, correct_field
from workflow.services.desk import Desk
from workflow.services.export_corrections import PLACELESS, SECRET, export_corrections
from workflow.services.receive_letter import Arrival, receive_letter
from workflow.services.show_status import show_status
from workflow.store.corrections import reading_in_force
from workflow.store.json_shapes import reading_from
from workflow.store.matters import matter

SCANNED = r"""
ที่ ทส ๐๑๐๒/ว๔๕๖ #h(6cm) กรมตัวอย่างวิทยา

#align(center)[๒ มีนาคม ๒๕๖๗]

เรื่อง แจ้งผลการสำรวจความพร้อม ประจำปี ๒๕๖๗

เรียน อธิบดีกรมสมมุติ

#h(2cm) ตามที่ได้สำรวจความพร้อมของหน่วยงานไว้นั้น บัดนี้การสำรวจเสร็จสิ้นแล้ว

#h(2cm) ติดต่อคุณตัวอย่าง โทร. ๐๘ ๐๐๐๐ ๐๐๐๑ ได้ทุกวันทำการ

#h(2cm) จึงเรียนมาเพื่อโปรดทราบ
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return police_desk(f"sqlite:///{tmp_path / 'saraban.sqlite3'}", tmp_path)


@pytest.fixture
def letter(desk: Desk) -> int:
    return receive_letter(desk, Arrival(LETTER, "police", "สทส.", DAY)).matter


def amended(matter: int, field: str, value: str, paper: int = 1, by: str = "ส.ต.ต. ตัวอย่าง") -> Amendment:
    return Amendment(matter, paper, field, value, by, DAY)


def test_a_correction_is_in_force_and_the_reading_stays(desk: Desk, letter: int) -> None:
    correct_field(desk, amended(letter, "date", "๓ พ.ย. ๒๕๖๘"))
    with desk.store.read() as session:
        row = matter(session, letter)
        kept, now = reading_from(row.reading), reading_in_force(session, row)
    assert str(now.instruments[0].date) == "2025-11-03"
    assert kept.instruments[0].date != now.instruments[0].date


def test_a_matter_shows_the_value_and_who_corrected_it(desk: Desk, letter: int) -> None:
    correct_field(desk, amended(letter, "number", "ทส 1/1"))
    correct_field(desk, amended(letter, "number", "ทส 1/2", by="ส.ต.อ. สมมุติ"))
    (line,) = show_status(desk, letter, today=DAY.on).corrections
    assert (line.name, line.value, line.by) == ("ที่", "ทส 1/2", "ส.ต.อ. สมมุติ")
    assert line.was


def test_a_corrected_subject_names_the_matter(desk: Desk, letter: int) -> None:
    correct_field(desk, amended(letter, "subject", "แจ้งผลการสำรวจ (ฉบับแก้)"))
    assert show_status(desk, letter, today=DAY.on).subject == "แจ้งผลการสำรวจ (ฉบับแก้)"


def test_the_same_correction_twice_is_one(desk: Desk, letter: int) -> None:
    assert not correct_field(desk, amended(letter, "number", "ทส 1/1")).again
    assert correct_field(desk, amended(letter, "number", "ทส 1/1")).again


def test_a_secret_is_never_kept_as_a_correction(desk: Desk, letter: int) -> None:
    with pytest.raises(Refused):
        correct_field(desk, amended(letter, "subject", "Password: Zx9!kq"))


def test_wrong_papers_fields_and_nobody_are_told(desk: Desk, letter: int) -> None:
    for wrong, error in (
        (amended(letter, "number", "ทส 1", paper=9), NotFound), (amended(letter, "pages", "1"), UsageError),
        (amended(letter, "number", "ทส 1", by=" "), UsageError), (amended(99, "number", "ทส 1"), NotFound),
    ):  # fmt: skip
        with pytest.raises(error):
            correct_field(desk, wrong)


def test_a_typed_letter_gives_no_line_and_says_why(desk: Desk, letter: int, tmp_path: Path) -> None:
    correct_field(desk, amended(letter, "number", "ทส 1/1"))
    done = export_corrections(desk, tmp_path / "lines")
    assert (done.written, done.left_out) == (0, {PLACELESS: 1})


def test_a_matter_whose_reading_is_empty_can_be_shown(desk: Desk) -> None:
    opened = build.matter(desk)
    with pytest.raises(NotFound):
        correct_field(desk, amended(opened, "number", "ทส 1/1"))


@pytest.fixture
def scan(desk: Desk, tmp_path: Path) -> int:
    """A matter whose letter is a picture, as a scanner makes it."""
    png, _ = page_image(printed(tmp_path, SCANNED), 1, dpi=300)
    path = tmp_path / "scan.png"
    path.write_bytes(png)
    return receive_letter(desk, Arrival(path, "police", "สทส.", DAY)).matter


def test_corrections_of_a_scan_become_training_lines(desk: Desk, scan: int, tmp_path: Path) -> None:
    correct_field(desk, amended(scan, "number", "ทส 0102/ว457"))
    correct_field(desk, amended(scan, "date", "๓ มีนาคม ๒๕๖๗"))
    folder = tmp_path / "lines"
    assert export_corrections(desk, folder).written == 2
    assert export_corrections(desk, folder).written == 2
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    assert truth[f"matter{scan}-1-date.png"] == "๓ มีนาคม ๒๕๖๗"
    assert truth[f"matter{scan}-1-number.png"].startswith("ที่ ทส ๐๑๐๒/ว๔๕๗")
    grey = cv2.imread(str(folder / f"matter{scan}-1-date.png"), cv2.IMREAD_GRAYSCALE)
    assert grey is not None and grey.shape[0] == 48 and int(np.asarray(grey).min()) < 100
    assert [words for _, words in corrected_lines(folder)] == [truth[name] for name in sorted(truth)]


def test_the_lines_of_a_scan_laid_upside_down_are_cut_out_upright(desk: Desk, tmp_path: Path) -> None:
    png, _ = page_image(printed(tmp_path, SCANNED), 1, dpi=300)
    path = tmp_path / "scan.png"
    laid = cv2.rotate(np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)), cv2.ROTATE_180)
    path.write_bytes(cv2.imencode(".png", laid)[1].tobytes())
    scan = receive_letter(desk, Arrival(path, "police", "สทส.", DAY)).matter
    correct_field(desk, amended(scan, "date", "๓ มีนาคม ๒๕๖๗"))
    assert export_corrections(desk, tmp_path / "lines").written == 1


def test_a_line_with_a_mobile_is_never_exported(desk: Desk, scan: int, tmp_path: Path) -> None:
    with desk.store.write() as session:
        row = matter(session, scan)
        box = next(secret["box"] for secret in row.reading["secrets"])
        paper = {**row.reading["instruments"][0], "via": "คุณตัวอย่าง"}
        paper["evidence"] = {
            **paper["evidence"],
            "via": {"page": 1, "box": box, "printed": "คุณตัวอย่าง", "confidence": 1},
        }
        row.reading = {**row.reading, "instruments": [paper]}
    correct_field(desk, amended(scan, "via", "คุณตัวอยาง"))
    done = export_corrections(desk, tmp_path / "lines")
    assert (done.written, done.left_out) == (0, {SECRET: 1})

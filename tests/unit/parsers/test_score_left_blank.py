"""A row of a text layer without its number, where nearly all others have one, is told; a dash printed in its place is its number."""

import pytest

from workflow.parsers.fields.score_table import score_table
from workflow.parsers.page import Table

HEADS = ("ลำดับ", "ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ยกลุ่ม")


def doubted(*scores: str) -> list[int]:
    rows = [(str(n), f"ตัวชี้วัดสมมุติ {n}", score, "๕๕.๖๓") for n, score in enumerate(scores, start=1)]
    found = score_table([Table(1, (HEADS, *rows))], [])
    assert len(found.indicators) == len(scores)
    return [n for n, _ in found.doubts]


def test_a_row_without_its_number_is_told() -> None:
    assert doubted("๖๐.๕๙", "", "๖๒.๖๕", "๓๒.๐๙") == [1]


@pytest.mark.parametrize("dash", ["-", "–", "ไม่ประเมิน"])
def test_what_is_printed_in_place_of_a_number_is_no_doubt(dash: str) -> None:
    assert doubted("๖๐.๕๙", dash, "๖๒.๖๕", "๓๒.๐๙") == []


def test_rows_that_often_have_no_number_are_no_doubt() -> None:
    assert doubted("๖๐.๕๙", "", "๖๒.๖๕", "") == []


@pytest.mark.parametrize(
    ("name", "score"), [("การติดตามสมมุติ (Tracking)๗๖.๑๑", ""), ("การติดตามสมมุติ (Track", "ing) ๗๖.๑๑")]
)
def test_a_name_that_reaches_into_its_score_is_parted_from_it_and_told(name: str, score: str) -> None:
    rows = [(f"๔.{n}", f"ตัวชี้วัดสมมุติ {n}", "๖๐.๕๙", "๕๕.๖๓") for n in "๑๒๓๔"]
    found = score_table([Table(1, (HEADS, *rows, ("๔.๕", name, score, "๕๕.๖๓")))], [])
    last = found.indicators[-1]
    assert ((last.name or "").replace("Track ing", "Tracking"), last.score) == ("การติดตามสมมุติ (Tracking)", 76.11)
    assert [n for n, _ in found.doubts] == ([4] if not score else [])

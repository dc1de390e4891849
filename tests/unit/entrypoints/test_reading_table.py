"""What a clerk sees of a reading in a terminal: the heading an advice stands under, and nothing asked of an enclosure that it never bears."""

import pytest

from workflow.core.reading import Instrument, Reading, Recommendation, Source
from workflow.entrypoints.cli.reading_table import show_reading

LOST = "หัวข้อสูญหาย"


def shown(capsys: pytest.CaptureFixture[str], paper: Instrument) -> str:
    show_reading(Reading(Source("ก.pdf", "0", "pdf", 1, True), (paper,), (), ()))
    told = capsys.readouterr()
    return told.out + told.err


def given(group: str | None, indicator: str | None) -> Recommendation:
    return Recommendation("1.1", "แผน", indicator, group, "ทบทวนแผน", 1)


def test_an_advice_stands_under_its_group_else_its_indicator(capsys: pytest.CaptureFixture[str]) -> None:
    grouped = shown(
        capsys, Instrument("letter", (1,), recommendations=(given("กลุ่มหนึ่ง", "นโยบาย"), given(None, "บุคลากร")))
    )
    assert "กลุ่มหนึ่ง" in grouped and LOST in grouped
    ungrouped = shown(capsys, Instrument("letter", (1,), recommendations=(given(None, "นโยบาย"),)))
    assert "นโยบาย" in ungrouped and LOST not in ungrouped


def test_an_enclosure_lacks_no_number_and_no_date(capsys: pytest.CaptureFixture[str]) -> None:
    advice = (given(None, "นโยบาย"),)
    assert "?" not in shown(capsys, Instrument("table", (2,), recommendations=advice))
    assert "?" in shown(capsys, Instrument("letter", (1,), recommendations=advice))

"""Finding the typeface."""

from pathlib import Path

import pytest

from tests.unit.templates.papers import FONTS
from workflow.core.errors import MissingFont
from workflow.templates.fonts import find_fonts
from workflow.templates.measure import Measure


def test_a_missing_typeface_stops_the_work_and_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingFont, match="TH Sarabun New") as caught:
        find_fonts([tmp_path / "nowhere", tmp_path])
    assert "make setup" in caught.value.next_step


def test_only_the_missing_face_is_named(tmp_path: Path) -> None:
    (tmp_path / "THSarabunNew-Regular.ttf").write_bytes(b"x")
    with pytest.raises(MissingFont) as caught:
        find_fonts([tmp_path])
    assert "Bold" in str(caught.value) and "Regular" not in str(caught.value)


def test_a_typeface_in_a_sub_folder_of_the_second_folder_is_found(tmp_path: Path) -> None:
    place = tmp_path / "truetype" / "sarabun"
    place.mkdir(parents=True)
    for name in ("THSarabunNew.ttf", "THSarabunNew Bold.ttf"):
        (place / name).write_bytes(b"x")
    found = find_fonts([tmp_path / "nowhere", tmp_path])
    assert (found.regular, found.bold) == (place / "THSarabunNew.ttf", place / "THSarabunNew Bold.ttf")


def test_a_low_tone_mark_keeps_its_letter_in_one_cluster() -> None:
    assert Measure(FONTS).shaped("น้ำ ปี่").clusters[-1] == 3

"""The look of an office's papers is set in its office.yaml: lengths with units, within bounds, each mistake with its line."""

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workflow.core.errors import ConfigError
from workflow.core.office import Office
from workflow.core.style_settings import CM, SETTINGS
from workflow.store.office_files import load_office
from workflow.templates.house_style import HOUSE, HouseStyle, house_style


def _office(folder: Path, more: str) -> Office:
    shutil.copytree(ROOT / "config", folder / "config")
    with (folder / "config/police/office.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write(f"\n{more}\n")
    return load_office(folder / "config", "police")


def test_every_setting_is_a_measure_of_the_house_style_and_has_its_usual_value() -> None:
    assert set(SETTINGS) <= {field.name for field in fields(HouseStyle)}
    assert all(getattr(HOUSE, name) == setting.usual for name, setting in SETTINGS.items())
    assert all(setting.least <= setting.usual <= setting.most for setting in SETTINGS.values())


def test_an_office_sets_margins_and_gaps_in_centimetres_or_points(tmp_path: Path) -> None:
    style = _office(tmp_path, "style:\n  left: 2.5 cm\n  right: 25 มม.\n  part_gap: 0 pt\n  top: 2 ซม.").style
    assert style == pytest.approx({"left": 2.5 * CM, "right": 2.5 * CM, "part_gap": 0, "top": 2 * CM})
    assert house_style(style).width == pytest.approx(HOUSE.page_width - 5 * CM)


def test_an_office_that_sets_nothing_has_the_house_style(tmp_path: Path) -> None:
    office = _office(tmp_path, "")
    assert (house_style(office.style, official=office.official), office.official) == (HOUSE, False)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("lefft: 3 cm", "ไม่รู้จัก lefft"),
        ("left: 3", "พร้อมหน่วย"),
        ("left: กว้าง", "พร้อมหน่วย"),
        ("left: -3 cm", "พร้อมหน่วย"),
        ("left: 9 cm", "นอกช่วง"),
        ("left: 0 cm", "นอกช่วง"),
        ("urgency_size: 28 pt", "นอกช่วง"),
        ("line: 16 pt", "เตี้ยเกินไป"),
        ("size: 20 pt", "เตี้ยเกินไป"),
        ("paragraph_gap: 6 pt", "ไม่รู้จัก paragraph_gap"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_told_with_its_line(line: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=words) as caught:
        _office(tmp_path, f"style:\n  bottom: 2 cm\n  {line}")
    text = (tmp_path / "config/police/office.yaml").read_text(encoding="utf-8").splitlines()
    number = text.index(f"  {line}") + 1
    assert f"office.yaml บรรทัด {str(number).translate(str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙'))}" in str(caught.value)
    assert caught.value.next_step


def test_a_style_that_is_no_mapping_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="style ต้องเป็นรายการ"):
        _office(tmp_path, "style: สวย")


def test_official_is_yes_or_no(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="true หรือ false"):
        _office(tmp_path, "official: ใช่")


def test_an_official_office_is_read_as_such(tmp_path: Path) -> None:
    assert _office(tmp_path, "official: true").official

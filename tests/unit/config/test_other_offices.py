"""What the configurations of the other reference documents say: interior, the round of 2559, ส.ป.ก."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.config.test_police_office import FICTITIOUS
from workflow.core.errors import ConfigError
from workflow.core.org import CHAIN_OF_COMMAND
from workflow.store.office_files import load_office, office_codes
from workflow.store.office_words import read_wordings, read_words

CONFIG = ROOT / "config"
OTHERS = ("alro", "ega2559", "interior")
TODAY = date(2026, 7, 1)


def test_there_is_an_office_for_each_reference_document() -> None:
    assert office_codes(CONFIG) == (*OTHERS, "police")


@pytest.mark.parametrize("code", OTHERS)
def test_every_holder_is_plainly_fictitious(code: str) -> None:
    chart = load_office(CONFIG, code).chart
    assert {post.code for post in chart.posts} == {holder.post for holder in chart.holders}
    for holder in chart.holders:
        assert holder.name.split()[-1].startswith(FICTITIOUS)
        assert re.fullmatch(rf"officer\d{{4}}@{code}\.example", holder.email or "")


@pytest.mark.parametrize(("code", "provinces", "offices"), [("interior", 3, 20), ("ega2559", 2, 7)])
def test_every_office_of_a_province_has_a_governor_and_a_department(code: str, provinces: int, offices: int) -> None:
    chart = load_office(CONFIG, code).chart
    members = [unit.code for unit in chart.units if unit.level == "ส่วนราชการประจำจังหวัด"]
    assert len(members) == provinces * offices
    for member in members:
        lines = {edge.kind: edge.parent for edge in chart.edges if edge.child == member}
        other = lines.get("สายงาน") or lines.get("ประสาน")
        assert other and len(lines) == 2
        assert sum(parent.startswith("จังหวัด") for parent in (lines[CHAIN_OF_COMMAND], other)) == 1


def test_the_survey_of_2559_knew_seven_offices_a_province() -> None:
    codes = {unit.code for unit in load_office(CONFIG, "ega2559").chart.units}
    assert "สำนักงานพัฒนาธุรกิจการค้าจังหวัดร้อยเอ็ด" in codes and "สำนักงานพาณิชย์จังหวัดร้อยเอ็ด" not in codes


def test_a_provincial_land_reform_office_is_the_governors_and_works_for_alro() -> None:
    chart = load_office(CONFIG, "alro").chart
    assert chart.parent("ส.ป.ก.ชัยภูมิ", TODAY) == "จังหวัดชัยภูมิ"
    assert chart.parent("ส.ป.ก.ชัยภูมิ", TODAY, "สายงาน") == "ส.ป.ก."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("หน่วยย: กอง\n", r"words.yaml.*ไม่รู้จักคำ"),
        ("วันที่อ้างถึง: สั้น\n", "ใช้ไม่ได้"),
        ("หน่วย: 5\n", "ต้องเป็นข้อความ"),
        ("- หน่วย\n", "ต้องเป็นรายการ"),
    ],
)
def test_a_mistake_among_an_offices_words_is_named(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "words.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=told):
        read_words(tmp_path / "words.yaml")


def test_a_file_that_is_no_wording_is_named(tmp_path: Path) -> None:
    (tmp_path / "circular.docx").touch()
    with pytest.raises(ConfigError, match=r"เฉพาะแฟ้มถ้อยคำ \.j2"):
        read_wordings(tmp_path)
    assert read_wordings(tmp_path / "none") == {}

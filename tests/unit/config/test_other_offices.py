"""What the configurations of the other reference documents say: interior, the round of 2559, ส.ป.ก."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.config.test_police_office import FICTITIOUS
from workflow.core.errors import ConfigError
from workflow.core.org import ASKING_LINES, CHAIN_OF_COMMAND
from workflow.routing.authority import capacity
from workflow.routing.plan import plan
from workflow.store.office_files import load_office, office_codes
from workflow.store.office_words import read_wordings, read_words

CONFIG = ROOT / "config"
OTHERS = ("alro", "dga2566", "ega2559", "interior")
IN_2559, IN_2562, IN_2566 = date(2016, 11, 22), date(2019, 11, 22), date(2023, 6, 26)
TODAY = date(2026, 7, 1)


def test_there_is_an_office_for_each_reference_document() -> None:
    assert office_codes(CONFIG) == (*OTHERS, "police")


def test_the_guide_counts_the_units_that_there_are() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([\d,]+) \|$", (ROOT / "docs/offices.md").read_text("utf-8"), re.M)
    told = {code: int(count.replace(",", "")) for code, count in rows}
    assert told == {code: len(load_office(CONFIG, code).chart.units) for code in office_codes(CONFIG)}


@pytest.mark.parametrize("code", OTHERS)
def test_every_holder_is_plainly_fictitious(code: str) -> None:
    chart = load_office(CONFIG, code).chart
    assert {post.code for post in chart.posts} == {holder.post for holder in chart.holders}
    for holder in chart.holders:
        assert holder.name.split()[-1].startswith(FICTITIOUS)
        assert re.fullmatch(rf"officer\d{{4}}@{code}\.example", holder.email or "")


@pytest.mark.parametrize(("code", "on", "offices"), [("interior", IN_2562, 20), ("ega2559", IN_2559, 7)])
def test_every_office_of_the_seventy_six_provinces_has_a_governor_and_a_department(
    code: str, on: date, offices: int
) -> None:
    chart = load_office(CONFIG, code).chart
    members = [unit.code for unit in chart.units if unit.level == "ส่วนราชการประจำจังหวัด" and unit.exists_on(on)]
    assert len(members) == 76 * offices
    for member in members:
        above = {kind: chart.parent(member, on, kind) for kind in (CHAIN_OF_COMMAND, *ASKING_LINES)}
        first, second = (parent for parent in above.values() if parent)
        regional = above["สายงาน"] is not None
        assert first.startswith("จังหวัด") == regional and second.startswith("จังหวัด") != regional


def test_who_is_ordered_and_who_is_asked_in_a_province_is_as_the_law_divides_them() -> None:
    chart = load_office(CONFIG, "interior").chart
    asked = {unit.removesuffix("น่าน") for unit in chart.children("จังหวัดน่าน", IN_2562, "ประสาน")}
    stem = ("ศูนย์พัฒนาฝีมือแรงงานจังหวัด", "สำนักงานสรรพากรพื้นที่", "สำนักงานสถิติจังหวัด", "สำนักงานศึกษาธิการจังหวัด")
    assert asked == set(stem)


def test_the_districts_of_the_provinces_are_all_there_with_a_chief_each() -> None:
    chart = load_office(CONFIG, "interior").chart
    districts = [unit.code for unit in chart.units if unit.level == "อำเภอ"]
    assert len(districts) == 878
    for district in districts:
        head, above = chart.head(district), chart.parent(district, IN_2562)
        assert head and head.grade == "นายอำเภอ" and chart.unit(above or "").level == "จังหวัด"
    assert len(chart.children("จังหวัดนครราชสีมา", IN_2562)) == 32 + 16


def test_the_survey_of_2559_knew_seven_offices_a_province_of_which_one_was_merged_later() -> None:
    chart = load_office(CONFIG, "ega2559").chart
    old = chart.unit("สำนักงานพัฒนาธุรกิจการค้าจังหวัดร้อยเอ็ด")
    assert old.successor == "สำนักงานพาณิชย์จังหวัดร้อยเอ็ด"
    assert [old.exists_on(on) for on in (IN_2559, IN_2562)] == [True, False]
    assert [chart.unit(old.successor).exists_on(on) for on in (IN_2559, IN_2562)] == [False, True]


@pytest.mark.parametrize(
    ("code", "count"), [("alro", 83), ("dga2566", 379), ("ega2559", 6), ("interior", 76), ("police", 34)]
)
def test_every_office_can_be_played_its_commander_is_acted_for_and_its_circulars_reach_somebody(
    code: str, count: int
) -> None:
    office = load_office(CONFIG, code)
    assert capacity(office.chart, signer_post=office.via_post or "", for_post=office.addressee_post, on=TODAY).acting
    assert len(plan(office.chart, office.circulate_to, sender=office.owner_unit, on=TODAY).dispatches) == count


def test_a_provincial_land_reform_office_is_the_governors_and_works_for_alro() -> None:
    office = load_office(CONFIG, "alro")
    assert office.chart.parent("ส.ป.ก.ชัยภูมิ", TODAY) == "จังหวัดชัยภูมิ"
    assert len(office.chart.children("ส.ป.ก.", TODAY, "สายงาน")) == 72
    assert office.owner_units == ("กพร.", "ศทส.")


def test_the_round_of_2566_asks_303_departments_and_76_committees() -> None:
    chart = load_office(CONFIG, "dga2566").chart
    asked = [chart.unit(code) for code in chart.children("สพร.", IN_2566, "ประสาน")]
    assert Counter(unit.level for unit in asked) == {"กรม": 303, "คณะกรรมการ": 76}
    assert len({unit.name for unit in asked}) == 379


def test_a_committee_of_2566_has_a_chair_a_secretary_and_met_on_a_working_day() -> None:
    chart = load_office(CONFIG, "dga2566").chart
    for committee in (unit.code for unit in chart.units if unit.is_committee):
        roles = {member.role: member.post for member in chart.members_of(committee, IN_2566)}
        assert roles["ประธาน"].startswith("รองผู้ว่าราชการ") and roles["เลขานุการ"].startswith("หัวหน้าสำนักงานจังหวัด")
        (meeting,) = (m for m in chart.meetings if m.committee == committee)
        assert meeting.title == "ครั้งที่ ๑/๒๕๖๖" and meeting.on.weekday() < 5


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

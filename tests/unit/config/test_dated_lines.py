"""A re-organisation closes one line of command and opens another: the chart of each day follows."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.unit.config.test_wrong_files import GOOD
from workflow.core.errors import ConfigError
from workflow.core.org import OrgChart
from workflow.store.office_files import load_office

UNITS = (
    "code,name,level,parent,can_issue_number,number_prefix\nสท.,ก,สำนัก,,,1\nกอง ก,ข,กอง,สท.,no,2\nกอง ข,ค,กอง,สท.,,\n"
)
HEADING = "child,parent,kind,valid_from,valid_to\n"
BEFORE, FIRST, LAST, AFTER = date(2019, 9, 30), date(2019, 10, 1), date(2020, 9, 30), date(2020, 10, 1)


def _chart(tmp_path: Path, rows: str, units: str = UNITS, **files: str) -> OrgChart:
    folder = tmp_path / "lab"
    folder.mkdir(parents=True, exist_ok=True)
    texts = {**GOOD, "units.csv": units, "lines.csv": HEADING + rows}
    for name, text in (texts | {f"{name}.csv": text for name, text in files.items()}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_office(tmp_path, "lab").chart


def test_a_dated_line_of_command_counts_on_its_days_and_the_parent_on_all_others(tmp_path: Path) -> None:
    chart = _chart(tmp_path, "กอง ข,กอง ก,สายบังคับบัญชา,2019-10-01,2020-09-30\n")
    above = [chart.parent("กอง ข", on) for on in (BEFORE, FIRST, LAST, AFTER)]
    assert above == ["สท.", "กอง ก", "กอง ก", "สท."]
    assert [chart.children("สท.", on) for on in (BEFORE, FIRST)] == [("กอง ก", "กอง ข"), ("กอง ก",)]


def test_a_line_that_was_closed_leaves_the_days_before_it_alone(tmp_path: Path) -> None:
    chart = _chart(tmp_path, "กอง ข,กอง ก,สายบังคับบัญชา,,2020-09-30\n")
    assert [chart.parent("กอง ข", on) for on in (date(1990, 1, 1), LAST, AFTER)] == ["กอง ก", "กอง ก", "สท."]


def test_two_commands_on_one_day_are_refused_with_both_lines(tmp_path: Path) -> None:
    rows = "กอง ข,กอง ก,สายบังคับบัญชา,2019-10-01,\nกอง ข,สท.,สายบังคับบัญชา,2020-01-01,\n"
    with pytest.raises(ConfigError, match=r"lines\.csv บรรทัด ๓.*ซ้อนวันกับบรรทัด ๒"):
        _chart(tmp_path, rows)


def test_a_ring_that_closes_only_after_a_reorganisation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="วนเป็นวง"):
        _chart(tmp_path, "สท.,กอง ข,สายบังคับบัญชา,2021-01-01,\n")


def test_whether_a_unit_numbers_papers_may_be_said_outright(tmp_path: Path) -> None:
    assert [unit.can_issue_number for unit in _chart(tmp_path, "").units] == [True, False, False]
    with pytest.raises(ConfigError, match=r"units\.csv บรรทัด ๔.*number_prefix"):
        _chart(tmp_path, "", UNITS.replace("กอง ข,ค,กอง,สท.,,", "กอง ข,ค,กอง,สท.,yes,"))


COMMITTEE = UNITS + "คณะ,คณะกรรมการ,คณะกรรมการ,สท.,,\n"
MEMBERS = "committee,post,role,valid_from,valid_to\nคณะ,ผอ.สท.,ประธาน,,\nคณะ,ผอ.ก,เลขานุการ,2019-10-01,2020-09-30\n"
MEETINGS = "committee,number,year,date,place\nคณะ,1,2563,2020-01-15,ห้องประชุม\n"


def test_a_committee_is_reached_through_its_secretary_or_else_its_chair(tmp_path: Path) -> None:
    chart = _chart(tmp_path, "", COMMITTEE, committees=MEMBERS, meetings=MEETINGS)
    heads = [chart.receiver("คณะ", on) for on in (BEFORE, FIRST, AFTER)]
    assert [head and head.code for head in heads] == ["ผอ.สท.", "ผอ.ก", "ผอ.สท."]
    assert [meeting.title for meeting in chart.meetings] == ["ครั้งที่ ๑/๒๕๖๓"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("committees", MEMBERS.replace("เลขานุการ", "เลขา"), "บรรทัด ๓.*ผู้ช่วยเลขานุการ"),
        ("committees", MEMBERS.replace("คณะ,ผอ.ก", "กอง ก,ผอ.ก"), "บรรทัด ๓.*ไม่ใช่คณะกรรมการ"),
        ("meetings", MEETINGS.replace("2563", "2562"), "บรรทัด ๒.*ไม่ตรงกับปี"),
        ("meetings", MEETINGS + "คณะ,1,2563,2020-02-15,\n", "ซ้ำกับบรรทัด ๒"),
    ],
)
def test_a_wrong_row_of_a_committee_is_named(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        _chart(tmp_path, "", COMMITTEE, **{"committees": MEMBERS, "meetings": MEETINGS} | {name: text})
    assert re.search(told, f"{caught.value} {caught.value.next_step}")


def test_a_matter_may_have_two_owners(tmp_path: Path) -> None:
    _chart(tmp_path, "")
    path = tmp_path / "lab" / "office.yaml"
    path.write_text(path.read_text("utf-8") + "co_owner_units: [สท.]\n", encoding="utf-8")
    assert load_office(tmp_path, "lab").owner_units == ("กอง ก", "สท.")
    path.write_text(path.read_text("utf-8").replace("[สท.]", "[ไหน]"), encoding="utf-8")
    with pytest.raises(ConfigError, match="co_owner_units"):
        load_office(tmp_path, "lab")

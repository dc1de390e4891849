"""`saraban org` as an officer types it, on a copy of an office's tables."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.cli.conftest import Said, Terminal


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The offices, to be changed at will."""
    return Path(shutil.copytree(ROOT / "config", tmp_path / "config"))


def _org(terminal: Terminal, config: Path, *words: str) -> Said:
    return terminal("org", *words, SARABAN_CONFIG=str(config))


def test_a_chart_without_a_doubt_ends_well(terminal: Terminal, config: Path) -> None:
    said = _org(terminal, config, "check", "alro", "--on", "22/11/2562")
    assert said.code == 0 and "๑๕๗ หน่วย" in said.out and "ไม่พบข้อสังเกต" in said.out


def test_doubts_name_file_and_line_and_end_with_partly_done(terminal: Terminal, config: Path) -> None:
    said = _org(terminal, config, "check", "police", "--on", "22/11/2562", "--json")
    assert said.code == 6
    headless = next(finding for finding in said.json["findings"] if finding["code"] == "chart.headless")
    line = (config / "police/units.csv").read_text("utf-8").splitlines()[headless["line"] - 1]
    assert (headless["file"], line.split(",")[0]) == ("units.csv", "สง.ผบ.ตร.")


def test_a_thousand_equal_doubts_are_shown_twenty_at_a_time(terminal: Terminal, config: Path) -> None:
    heading = "post,rank,name,email,valid_from,valid_to\n"
    (config / "alro/holders.csv").write_text(heading, encoding="utf-8")
    few, every = (_org(terminal, config, "check", "alro", *more) for more in ((), ("--all",)))
    assert few.out.count("config/alro/posts.csv") == 20 < every.out.count("config/alro/posts.csv") == 158
    assert "ยังมีอีก ๑๓๘ ข้อ" in few.err and few.code == every.code == 6


def test_a_broken_table_is_a_mistake_of_the_configuration(terminal: Terminal, config: Path) -> None:
    lines = config / "alro/lines.csv"
    lines.write_text(lines.read_text("utf-8") + "ส.ป.ก.ไหน,ส.ป.ก.,สายงาน,,,\n", encoding="utf-8")
    said = _org(terminal, config, "check", "alro")
    assert said.code == 2 and "config/alro/lines.csv บรรทัด" in said.err


def test_an_owner_that_cannot_number_papers_is_named(terminal: Terminal, config: Path) -> None:
    units = config / "alro/units.csv"
    units.write_text(units.read_text("utf-8").replace("กษ 1204", ""), encoding="utf-8")
    said = _org(terminal, config, "check", "alro", "--on", "22/11/2562")
    assert said.code == 6 and "ศทส. เป็นเจ้าของเรื่อง" in said.out


def test_tables_go_out_and_come_back_through_the_guard(terminal: Terminal, config: Path) -> None:
    file = str(config / "alro.xlsx")
    assert "หน่วย ๑๕๗" in _org(terminal, config, "export", "alro", file).out
    assert _org(terminal, config, "import", "alro", file).out.strip() == "ไม่มีอะไรเปลี่ยน"
    (config / "alro/holders.csv").write_text("post,rank,name,email,valid_from,valid_to\n", encoding="utf-8")
    dry = _org(terminal, config, "import", "alro", file, "--dry-run")
    assert "จะเปลี่ยน (ยังไม่ได้เขียน): เพิ่ม ๑๕๘ · holders.csv" in dry.out and "ยังมีอีก ๑๐๘ รายการ" in dry.err
    done = _org(terminal, config, "import", "alro", file, "--json")
    assert done.json["written"] and done.json["files"] == ["holders.csv"]
    assert (config / "alro/holders.csv").read_bytes() == (ROOT / "config/alro/holders.csv").read_bytes()


def test_a_workbook_of_another_office_is_told_cell_by_cell_the_first_fifty(terminal: Terminal, config: Path) -> None:
    file = str(config / "ega.xlsx")
    _org(terminal, config, "export", "ega2559", file)
    said = _org(terminal, config, "import", "alro", file)
    assert said.code == 2 and "ยังไม่ได้เขียนอะไร" in said.out and "แสดง ๕๐ แห่งแรก" in said.err

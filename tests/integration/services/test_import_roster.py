"""The roster of an office comes from a table people keep anyway; a wrong line is named and nothing is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.integration.services.police import police_desk
from workflow.core.errors import ConfigError
from workflow.services.desk import Desk
from workflow.services.import_roster import RosterCount, count_roster, import_roster
from workflow.store.roster import RosterChange

GOOD = "post,unit,title,name\nตน 1,สงป.,เจ้าหน้าที่,นายหนึ่ง\nตน 2,ฝอ.สงป.,เจ้าหน้าที่,นายสอง\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = police_desk(f"sqlite:///{tmp_path / 'saraban.sqlite3'}", tmp_path)
    yield made
    made.store.engine.dispose()


def file_of(folder: Path, text: str) -> Path:
    file = folder / "roster.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_comma_separated_file_comes_in(desk: Desk, tmp_path: Path) -> None:
    assert import_roster(desk, "police", file_of(tmp_path, GOOD)) == RosterChange(2, 0, 0, 2)
    assert count_roster(desk, "police") == RosterCount(2, 2)


def test_a_sheet_comes_in_with_numbers_as_text(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    for row in (["post", "unit", "title"], [1001, "สงป.", "เจ้าหน้าที่"], [None, None, None], [1002, "สงป.", "เจ้าหน้าที่"]):
        book.active.append(row)
    book.save(tmp_path / "roster.xlsx")
    assert import_roster(desk, "police", tmp_path / "roster.xlsx") == RosterChange(2, 0, 0, 2)


def test_a_dry_run_tells_and_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    assert import_roster(desk, "police", file_of(tmp_path, GOOD), dry_run=True) == RosterChange(2, 0, 0, 2)
    assert count_roster(desk, "police") == RosterCount(0, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("post,title\nตน 1,เจ้าหน้าที่\n", "ไม่มีคอลัมน์ unit"),
        ("post,unit,title,salary\n", "ไม่รู้จักคอลัมน์ salary"),
        (GOOD + "ตน 3,หน่วยที่ไม่มี,เจ้าหน้าที่,\n", "บรรทัด ๔: ไม่มีหน่วย “หน่วยที่ไม่มี”"),
        (GOOD + "ตน 3,สงป.,,\n", "บรรทัด ๔: ว่างอยู่ในคอลัมน์ title"),
    ],
)
def test_a_wrong_table_is_named_and_nothing_is_written(desk: Desk, tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        import_roster(desk, "police", file_of(tmp_path, text))
    assert count_roster(desk, "police").positions == 0


def test_a_file_that_is_none_is_said_in_words(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "roster.xlsx"
    broken.write_text("not a workbook")
    for file in (broken, tmp_path / "missing.csv"):
        with pytest.raises(ConfigError, match="เปิด"):
            import_roster(desk, "police", file)

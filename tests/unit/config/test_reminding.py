"""How an office reminds is data: ladders by urgency and unit, channels by post; a mistake is named with its file and line."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.config.test_wrong_files import _told, config
from workflow.core.errors import ConfigError
from workflow.core.office import Way
from workflow.core.reminder import MEMO, Rung
from workflow.core.working_days import Holiday
from workflow.services.show_calendar import check_calendar, of_year, seed_year
from workflow.store.fresh import Fresh
from workflow.store.office_files import load_calendar, load_holidays, load_office

__all__ = ["config"]
LADDERS = "unit,urgency,rung,working_days,escalate,paper\nกอง ก,,ครบ,0,,\nกอง ก,,รายงาน,3,yes,reminder-memo\nสท.,ด่วนที่สุด,วันนี้,๐,,\n"
CHANNELS = "for,channel,address\nผอ.ก,mail,\nผอ.ก,line,U1\nกอง ก,webhook,https://office.example/hook\n"


def test_an_office_without_the_tables_climbs_one_ladder_and_writes_mail(config: Path) -> None:
    office = load_office(config, "lab")
    assert (office.ladders.by_unit, office.ladders.by_urgency, office.ways) == ((), (), {})


def test_units_and_urgencies_have_ladders_of_their_own(config: Path) -> None:
    (config / "lab" / "ladders.csv").write_text(LADDERS, encoding="utf-8")
    yaml = config / "lab" / "office.yaml"
    yaml.write_text(
        yaml.read_text("utf-8") + "ladders:\n  ด่วน:\n    - {name: เร็ว, working_days: -1}\n", encoding="utf-8"
    )
    ladders = load_office(config, "lab").ladders
    assert ladders.by_urgency == (("ด่วน", (Rung("เร็ว", -1),)),)
    assert ladders.by_unit == (
        ("กอง ก", None, (Rung("ครบ", 0), Rung("รายงาน", 3, escalate=True, paper=MEMO))), ("สท.", "ด่วนที่สุด", (Rung("วันนี้", 0),)),
    )  # fmt: skip


def test_a_post_or_a_unit_is_written_to_by_several_channels(config: Path) -> None:
    (config / "lab" / "channels.csv").write_text(CHANNELS, encoding="utf-8")
    ways = load_office(config, "lab").ways
    assert ways == {"ผอ.ก": (Way("mail"), Way("line", "U1")), "กอง ก": (Way("webhook", "https://office.example/hook"),)}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("ladders.csv", LADDERS + "กองไหน,,ก,1,,\n", "บรรทัด ๕: ช่อง unit ไม่รู้จักหน่วย “กองไหน”"),
        ("ladders.csv", LADDERS + "กอง ก,,ก,สอง,,\n", "“สอง” ไม่ใช่จำนวนเต็ม"),
        ("ladders.csv", LADDERS + "กอง ก,,ครบ,1,,\n", "ซ้ำกับบรรทัด ๒"),
        ("ladders.csv", LADDERS + "กอง ก,,ก,1,yes,letter\n", "ช่อง paper “letter” ใช้ไม่ได้"),
        ("channels.csv", CHANNELS + "ผอ.ไหน,mail,\n", "บรรทัด ๕: ช่อง for ไม่รู้จัก"),
        ("channels.csv", CHANNELS + "ผอ.ก,fax,02\n", "ช่อง channel “fax” ใช้ไม่ได้"),
        ("channels.csv", CHANNELS + "ผอ.ก,line,\n", "ช่อง address ว่างอยู่"),
    ],
)
def test_a_wrong_row_is_named(config: Path, name: str, text: str, words: str) -> None:
    assert words in _told(config, name, text)


def test_every_row_of_the_shipped_table_has_a_source_and_its_year_is_known() -> None:
    rows, calendar = load_holidays(ROOT / "config"), load_calendar(ROOT / "config")
    assert all(row.source for row in rows) and calendar.unconfirmed == {2559, 2560, 2566, 2570}
    assert [row.on for row in of_year(rows, 2562) if row.decided_on] == [
        date(2019, 4, 12),
        date(2019, 5, 6),
        date(2019, 12, 30),
    ]


def test_a_check_names_what_waits_for_somebody() -> None:
    rows, calendar = load_holidays(ROOT / "config"), load_calendar(ROOT / "config")
    told = [one.message for one in check_calendar(rows, calendar, today=date(2026, 11, 26))]
    assert any("๒๕๗๐ ยังไม่ยืนยันครบ" in message for message in told)
    alone = (Holiday(date(2026, 12, 5), "วันชาติ"), Holiday(date(2026, 8, 11), "วันหยุดเพิ่มเป็นกรณีพิเศษ"))
    told = [one.message for one in check_calendar(alone, calendar, today=date(2026, 1, 5))]
    assert any("ไม่มีวันชดเชย" in message for message in told) and any("ไม่มีวันที่มีมติ" in message for message in told)


def test_a_draft_of_a_year_has_its_fixed_days_unconfirmed_and_names_the_moving_ones() -> None:
    drafted, moving = seed_year(load_holidays(ROOT / "config"), 2571)
    days = {row.on: row.name for row in drafted}
    assert days[date(2028, 4, 13)] == "วันสงกรานต์" and days[date(2028, 4, 17)] == "ชดเชยวันสงกรานต์"
    assert days[date(2029, 1, 2)] == "ชดเชยวันสิ้นปี"  # 31 December is a Sunday, 1 January a holiday itself
    assert not any(row.confirmed for row in drafted)
    assert {"วันมาฆบูชา", "วันพระราชพิธีพืชมงคลจรดพระนังคัลแรกนาขวัญ"} <= set(moving)


def test_a_running_program_sees_a_mended_file_and_keeps_the_last_right_one(tmp_path: Path) -> None:
    file = tmp_path / "chart.csv"
    file.write_text("1")

    def load() -> str:
        if (text := file.read_text()) == "wrong":
            raise ConfigError("wrong")
        return text

    fresh, seen = Fresh(tmp_path, load), []
    for text in ("1", "22", "wrong", "333"):
        file.write_text(text)
        seen.append(fresh())
    assert seen == ["1", "22", "22", "333"]


def test_what_was_never_right_is_an_error(tmp_path: Path) -> None:
    def load() -> str:
        raise ConfigError("wrong")

    with pytest.raises(ConfigError):
        Fresh(tmp_path, load)()

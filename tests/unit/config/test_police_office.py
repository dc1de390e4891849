"""What config/police says is true of the police, and the shared calendar."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.work import calls
from workflow.core.errors import ConfigError
from workflow.core.office import Office
from workflow.core.register import Book, RegisterKey
from workflow.store.office_files import load_calendar, load_office

ROOT = Path(__file__).parents[3]
CONFIG = ROOT / "config"
IN_2562, TODAY = date(2019, 12, 6), date(2026, 7, 1)
PROVINCES = {1: 9, 2: 8, 3: 8, 4: 12, 5: 8, 6: 9, 7: 8, 8: 7, 9: 7}
FICTITIOUS = ("ตัวอย่าง", "สมมุติ", "นามสมมติ", "จำลอง")


@pytest.fixture(scope="module")
def police() -> Office:
    return load_office(CONFIG, "police")


def test_there_are_at_least_thirty_commands(police: Office) -> None:
    commands = [u for u in police.chart.units if u.level == "บช."]
    assert sum(u.exists_on(IN_2562) for u in commands) >= 30
    assert not police.chart.unit("บช.สอท.").exists_on(IN_2562)


@pytest.mark.parametrize(("region", "count"), PROVINCES.items())
def test_every_province_stands_under_its_region_with_its_town_station(police: Office, region: int, count: int) -> None:
    provinces = [u for u in police.chart.children(f"ภ.{region}", TODAY) if u.startswith("ภ.จว.")]
    assert len(provinces) == count
    for province in provinces:
        assert [u for u in police.chart.children(province, TODAY) if u.startswith("สภ.")]


def test_there_are_eighty_eight_metropolitan_stations(police: Office) -> None:
    stations = [unit.code for unit in police.chart.units if unit.level == "สน."]
    assert len(stations) == len(set(stations)) == 88
    assert all((police.chart.parent(station, TODAY) or "").startswith("บก.น.") for station in stations)


def test_every_district_of_a_province_has_a_station(police: Office) -> None:
    assert Counter(unit.level for unit in police.chart.units)["สภ."] == 880
    assert {"สภ.ชุมแพ", "สภ.น้ำพอง", "สภ.เวียงเก่า"} <= set(police.chart.children("ภ.จว.ขอนแก่น", TODAY))


def test_seventy_six_provinces_and_nine_metropolitan_divisions(police: Office) -> None:
    assert sum(PROVINCES.values()) == sum(u.code.startswith("ภ.จว.") for u in police.chart.units) == 76
    assert {f"บก.น.{n}" for n in range(1, 10)} <= set(police.chart.children("บช.น.", TODAY))


def test_the_units_of_the_2562_chain_have_the_numbers_it_prints(police: Office) -> None:
    assert police.chart.unit("สทส.").number_prefix == "0033.12"
    assert police.chart.unit("สงป.").number_prefix == "0010.011"
    assert police.openings[RegisterKey("สทส.", Book.OUTGOING, 2562)] == 5051
    assert police.openings[RegisterKey("ฝอ.2 บก.อก.สทส.", Book.INCOMING, 2562)] == 8006


def test_every_holder_is_plainly_fictitious_and_writes_from_an_example_domain(police: Office) -> None:
    for holder in police.chart.holders:
        assert holder.name.split()[-1].startswith(FICTITIOUS)
        assert re.fullmatch(r"officer\d{4}@police\.example", holder.email or "")
    assert max(Counter(h.name for h in police.chart.holders).values()) == 1


@pytest.mark.parametrize("on", [IN_2562, TODAY])
def test_every_head_of_a_command_and_of_the_chain_is_somebody(police: Office, on: date) -> None:
    chart = police.chart
    chain = [
        "สลก.ตร.",
        "ตท.",
        "วน.",
        "ILEA",
        "กง.",
        "ศทก.",
        "ฝอ.สงป.",
        "ฝอ.2 บก.อก.สทส.",
        "สง.ผู้ช่วย ผบ.ตร.(ปร 3)",
        "ตร.",
    ]
    commands = [u.code for u in chart.units if u.level == "บช." and u.exists_on(on)]
    for unit in [*commands, *chain]:
        head = chart.head(unit)
        assert head and chart.holder(head.code, on)


def test_ranks_fit_posts(police: Office) -> None:
    ranks = {"ผบช.": "พล.ต.ท.", "รอง ผบช.": "พล.ต.ต.", "ผบก.": "พล.ต.ต.", "ผกก.": "พ.ต.อ.", "ผู้ช่วย ผบ.ตร.": "พล.ต.ท."}
    for holder in police.chart.holders:
        grade = police.chart.post(holder.post).grade
        assert ranks.get(grade, holder.rank) == holder.rank


def test_no_number_outside_the_transcript_pretends_to_be_real() -> None:
    rows = (CONFIG / "police" / "units.csv").read_text(encoding="utf-8").splitlines()[1:]
    known = [row.split(",")[0] for row in rows if row.endswith(",seed")]
    assert known == ["สงป.", "สทส."]


def test_due_days_and_rungs_are_those_of_the_office(police: Office) -> None:
    assert police.due_days == {None: 5, "ด่วน": 3, "ด่วนมาก": 2, "ด่วนที่สุด": 0}
    assert [(r.working_days, r.escalate) for r in police.rungs] == [(-1, False), (0, False), (2, False), (5, True)]
    assert (police.via_post, police.mail_from) == ("ผู้ช่วย ผบ.ตร.(ปร 3)", "saraban@police.example")


@pytest.mark.parametrize("code", ["police", "interior"])
def test_loading_an_office_is_a_little_work_for_each_of_its_units(code: str) -> None:
    units = len(load_office(CONFIG, code).chart.units)
    assert calls(lambda: load_office(CONFIG, code)) < 250 * units


HOPS_OF_2562 = [
    ((11, 1), (11, 11), 10, 6), ((11, 11), (11, 22), 11, 9), ((11, 22), (11, 25), 3, 1), ((11, 25), (11, 26), 1, 1),
    ((11, 26), (12, 6), 10, 7), ((12, 6), (12, 20), 14, 9), ((12, 20), (12, 25), 5, 3), ((11, 1), (12, 25), 54, 36),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "days", "working"), HOPS_OF_2562)
def test_the_hops_of_2562_took_as_many_working_days_as_were_measured(
    start: tuple[int, int], end: tuple[int, int], days: int, working: int
) -> None:
    first, last = date(2019, *start), date(2019, *end)
    assert (last - first).days == days
    assert load_calendar(CONFIG).between(first, last) == working


def test_the_calendar_covers_its_years_and_says_so_for_others() -> None:
    calendar = load_calendar(CONFIG)
    assert calendar.years == {2559, 2560, 2562, 2563, 2566, 2567, 2568, 2569, 2570}
    with pytest.raises(ConfigError, match="๒๕๖๔"):
        calendar.is_working_day(date(2021, 1, 4))


@pytest.mark.parametrize(
    "on", [date(2019, 4, 12), date(2019, 5, 6), date(2019, 12, 30), date(2026, 1, 2), date(2026, 6, 1)]
)
def test_bridge_and_substitution_days_are_no_working_days(on: date) -> None:
    assert not load_calendar(CONFIG).is_working_day(on)


@pytest.mark.parametrize(
    "on", [date(2019, 5, 1), date(2024, 5, 1), date(2025, 5, 1), date(2026, 5, 1), date(2027, 5, 3)]
)
def test_labour_day_is_no_holiday_of_government_offices(on: date) -> None:
    assert load_calendar(CONFIG).is_working_day(on)


def test_each_holiday_names_its_source_and_what_nobody_checked_or_only_foresees_says_so() -> None:
    rows = (CONFIG / "shared" / "holidays.csv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [row.split(",") for row in rows]
    assert all(source for _, _, source, _, _ in cells)
    assert {on[:4] for on, _, _, _, confirmed in cells if confirmed == "no"} == {"2016", "2017", "2023", "2027"}
    assert {on[:4] for on, _, _, _, confirmed in cells if confirmed == "yes"} == {
        "2019",
        "2020",
        "2024",
        "2025",
        "2026",
    }

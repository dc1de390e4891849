"""A mistake in a configuration file is named with its file and line; nothing is guessed."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from workflow.core.errors import ConfigError, ExitCode, NotFound
from workflow.core.register import Book, RegisterKey
from workflow.core.way_up import Stop
from workflow.store.office_files import load_calendar, load_office

GOOD = {
    "office.yaml": """name: สำนักทดสอบ
short_name: สท.
registry_unit: สท.
owner_unit: กอง ก
addressee_post: ผอ.สท.
grades: [ผอ.สำนัก, ผอ.กอง]
due_days: {ปกติ: 5}
rungs:
  - {name: ครบกำหนด, working_days: 0}
""",
    "units.csv": "code,name,level,parent,number_prefix\nสท.,สำนักทดสอบ,สำนัก,,0101\nกอง ก,กอง ก,กอง,สท.,0101.1\n",
    "posts.csv": "code,title,unit,grade,head\nผอ.สท.,ผอ.สท.,สท.,ผอ.สำนัก,yes\nผอ.ก,ผอ.ก,กอง ก,ผอ.กอง,yes\n",
    "holders.csv": "post,rank,name,valid_from,valid_to\nผอ.สท.,,ก ตัวอย่าง,2019-01-01,2019-12-31\n",
    "acting.csv": "by_post,for_post,kind,order_number,valid_from,valid_to\nผอ.ก,ผอ.สท.,รรท.,๑/๒๕๖๒,2019-01-01,\n",
}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    folder = tmp_path / "config" / "lab"
    folder.mkdir(parents=True)
    for name, text in GOOD.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tmp_path / "config"


def _told(config: Path, name: str, text: str) -> str:
    (config / "lab" / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_office(config, "lab")
    assert caught.value.next_step and caught.value.exit_code == ExitCode.USAGE
    return str(caught.value)


def test_a_small_office_needs_five_files_and_no_more(config: Path) -> None:
    office = load_office(config, "lab")
    assert office.chart.parent("กอง ก", office.chart.acting[0].valid_from) == "สท."
    assert (office.via_post, office.openings, office.mail_from) == (None, {}, "saraban@office.example")


def test_an_unknown_office_is_answered_with_the_offices_there_are(config: Path) -> None:
    with pytest.raises(NotFound) as caught:
        load_office(config, "polise")
    assert "lab" in caught.value.next_step


@pytest.mark.parametrize(
    ("name", "line", "extra", "words"),
    [
        ("units.csv", "๔", "กอง ข,กอง ข,กอง,สำนักไหน,", "สำนักไหน"),
        ("units.csv", "๔", "กอง ก,กอง ก,กอง,สท.,", "ซ้ำกับบรรทัด ๓"),
        ("units.csv", "๔", "กอง ข,กอง ข,กอง,สท.,0101.1", "0101.1"),
        ("units.csv", "๔", "กอง ข,,กอง,สท.,", "name"),
        ("units.csv", "๔", "กอง ข,กอง ข", "๒ ช่อง"),
        ("posts.csv", "๔", "ผอ.ข,ผอ.ข,กอง ข,ผอ.กอง,", "กอง ข"),
        ("posts.csv", "๔", "ผอ.ข,ผอ.ข,กอง ก,ผู้ใหญ่,", "ผู้ใหญ่"),
        ("posts.csv", "๔", "ผอ.ข,ผอ.ข,กอง ก,ผอ.กอง,ใช่", "ใช่"),
        ("posts.csv", "๔", "ผอ.ข,ผอ.ข,กอง ก,ผอ.กอง,yes", "หัวหน้า"),
        ("holders.csv", "๓", "ผอ.ไหน,,ข ตัวอย่าง,,", "ผอ.ไหน"),
        ("holders.csv", "๓", "ผอ.ก,,ข ตัวอย่าง,2019-02-30,", "2019-02-30"),
        ("holders.csv", "๓", "ผอ.ก,,ข ตัวอย่าง,2562-02-01,", "พ.ศ."),
        ("holders.csv", "๓", "ผอ.ก,,ข ตัวอย่าง,2019-02-01,2019-01-01", "valid_to"),
        ("holders.csv", "๓", "ผอ.สท.,,ข ตัวอย่าง,2019-12-31,", "ซ้อนวันกับบรรทัด ๒"),
        ("acting.csv", "๓", "ผอ.ก,ผอ.ไหน,ปรท.,๒/๒๕๖๒,2019-01-01,", "ผอ.ไหน"),
        ("acting.csv", "๓", "ผอ.ก,ผอ.สท.,ปรท.,๒/๒๕๖๒,,", "valid_from"),
        ("acting.csv", "๓", "ผอ.ก,ผอ.สท.,ปรท,๒/๒๕๖๒,2019-01-01,", "“ปรท”"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(config: Path, name: str, line: str, extra: str, words: str) -> None:
    told = _told(config, name, GOOD[name] + extra + "\n")
    assert f"config/lab/{name} บรรทัด {line}:" in told and words in told


def test_units_that_command_each_other_in_a_ring_are_refused(config: Path) -> None:
    ring = "code,name,level,parent\nสท.,ก,ก,กอง ก\nกอง ก,ข,ก,กอง ข\nกอง ข,ค,ก,สท.\n"
    told = _told(config, "units.csv", ring)
    assert "config/lab/units.csv บรรทัด ๒" in told and "สท. → กอง ก → กอง ข → สท." in told


@pytest.mark.parametrize("heading", ["code,title,unit", "code,title,unit,grade,heed", "code,title,unit,grade,grade"])
def test_a_missing_or_misspelt_or_doubled_heading_is_named(config: Path, heading: str) -> None:
    assert "config/lab/posts.csv บรรทัด ๑" in _told(config, "posts.csv", heading + "\n")


def test_a_missing_table_is_named(config: Path) -> None:
    (config / "lab" / "holders.csv").unlink()
    with pytest.raises(ConfigError, match=r"config/lab/holders\.csv: ไม่มีไฟล์นี้"):
        load_office(config, "lab")


def test_a_table_saved_in_the_old_thai_code_page_is_told_to_be_saved_again(config: Path) -> None:
    (config / "lab" / "posts.csv").write_bytes(GOOD["posts.csv"].encode("cp874"))
    with pytest.raises(ConfigError, match="UTF-8"):
        load_office(config, "lab")


def test_a_table_saved_by_excel_with_a_byte_order_mark_and_empty_lines_is_read(config: Path) -> None:
    text = GOOD["posts.csv"].replace("\n", "\r\n") + "\r\n,,,,\r\n"
    (config / "lab" / "posts.csv").write_bytes(text.encode("utf-8-sig"))
    assert len(load_office(config, "lab").chart.posts) == 2


def test_the_line_is_right_after_a_cell_that_spans_two_lines(config: Path) -> None:
    told = _told(config, "units.csv", GOOD["units.csv"] + '"กอง\nข",ชื่อ,กอง,สท.,\nกอง ค,ชื่อ,กอง,ไหน,\n')
    assert "บรรทัด ๖" in told


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("due_days: {ปกติ: 5}", "due_days: {ปกติ: 5", "๘"),
        ("due_days: {ปกติ: 5}", "due_days: {ปกติ: ห้า}", "๗"),
        ("due_days: {ปกติ: 5}", "due_days: {ด่วน: 3}", "๗"),
        ("short_name: สท.", "short_nam: สท.", ""),
        ("short_name: สท.", "short_name: สท.\nshort: ส", "๓"),
        ("short_name: สท.", "short_name: 12", "๒"),
        ("owner_unit: กอง ก", "owner_unit: กอง ฮ", "๔"),
        ("addressee_post: ผอ.สท.", "addressee_post: ผอ.ฮ", "๕"),
        ("working_days: 0", "working_day: 0", "๙"),
        ("grades: [ผอ.สำนัก, ผอ.กอง]", "grades: ผอ.สำนัก", "๖"),
    ],
)
def test_a_mistake_in_the_yaml_is_named_with_its_line(config: Path, old: str, new: str, line: str) -> None:
    told = _told(config, "office.yaml", GOOD["office.yaml"].replace(old, new))
    assert told.startswith(f"config/lab/office.yaml บรรทัด {line}:" if line else "config/lab/office.yaml:")


@pytest.mark.parametrize("text", ["", "- ก\n- ข\n", "ก"])
def test_a_yaml_that_is_no_mapping_is_refused(config: Path, text: str) -> None:
    assert "office.yaml" in _told(config, "office.yaml", text)


@pytest.mark.parametrize("row", ["ไหน,รับ,2562,1", "สท.,เข้า,2562,1", "สท.,รับ,2019,1", "สท.,รับ,2562,-1", "สท.,รับ,2562,๑"])
def test_a_wrong_register_opening_is_named(config: Path, row: str) -> None:
    assert "config/lab/registers.csv บรรทัด ๒" in _told(config, "registers.csv", f"unit,book,year,last\n{row}\n")


def test_how_a_unit_writes_its_numbers_is_read_and_a_pattern_without_a_number_is_named(config: Path) -> None:
    heading = "code,name,level,parent,number_prefix,number_format,own_circulars\n"
    (config / "lab" / "units.csv").write_text(
        f"{heading}สท.,สำนักทดสอบ,สำนัก,,สท,{{prefix}} {{year}}/{{ว}}{{number}},yes\nกอง ก,กอง ก,กอง,สท.,0101.1,,\n"
    )
    unit = load_office(config, "lab").chart.unit("สท.")
    assert (unit.number_format, unit.own_circulars) == ("{prefix} {year}/{ว}{number}", True)
    told = _told(config, "units.csv", f"{heading}สท.,สำนักทดสอบ,สำนัก,,สท,{{prefix}}/{{number}},yes\n")
    assert "บรรทัด ๒" in told and "number_format" in told


def test_aliases_and_openings_are_read(config: Path) -> None:
    (config / "lab" / "aliases.csv").write_text("alias,unit\nกองแรก,กอง ก\n", encoding="utf-8")
    (config / "lab" / "registers.csv").write_text("unit,book,year,last\nสท.,รับ,2562,7\n", encoding="utf-8")
    office = load_office(config, "lab")
    assert office.chart.unit("กอง ก").aliases == ("กองแรก",)
    assert office.openings == {RegisterKey("สท.", Book.INCOMING, 2562): 7}


@pytest.mark.parametrize("row", ["กอง ก,สท.,สายบังคับบัญชา,,", "กอง ก,ไหน,ประสาน,,", "กอง ก,สท.,เส้นตรง,,"])
def test_a_wrong_line_between_units_is_named(config: Path, row: str) -> None:
    told = _told(config, "lines.csv", f"child,parent,kind,valid_from,valid_to\n{row}\n")
    assert "config/lab/lines.csv บรรทัด ๒" in told


def _holidays(config: Path, rows: str) -> Path:
    (config / "shared").mkdir(exist_ok=True)
    (config / "shared" / "holidays.csv").write_text(f"date,name,source,decided_on\n{rows}", encoding="utf-8")
    return config


@pytest.mark.parametrize("row", ["1/1/2019,ปีใหม่,ก,", "2019-01-01,ปีใหม่,,", "2019-01-01,,ก,", "2019-01-01,ปีใหม่,ก,เมื่อวาน"])
def test_a_wrong_holiday_is_named(config: Path, row: str) -> None:
    with pytest.raises(ConfigError, match=r"config/shared/holidays\.csv บรรทัด ๒"):
        load_calendar(_holidays(config, row + "\n"))


def test_the_same_day_twice_is_refused(config: Path) -> None:
    with pytest.raises(ConfigError, match="ซ้ำกับบรรทัด ๒"):
        load_calendar(_holidays(config, "2019-01-01,ก,ก,\n2019-01-01,ข,ก,\n"))


def test_a_year_somebody_has_only_begun_to_type_does_not_count_as_covered(config: Path) -> None:
    assert load_calendar(_holidays(config, "2028-01-01,วันขึ้นปีใหม่,ก,\n")).years == frozenset()


def test_the_version_changes_with_the_table(config: Path, tmp_path: Path) -> None:
    first = load_calendar(_holidays(config, "2019-01-01,ก,ก,\n")).version
    other = tmp_path / "other"
    shutil.copytree(config, other)
    assert load_calendar(other).version == first
    assert load_calendar(_holidays(other, "2019-01-01,ข,ก,\n")).version != first


FIELDS = "field,unit\nงานสารบรรณ,กอง ก\nงานสารบรรณ,สท.\n"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            "acting.csv",
            "by_post,for_post,kind,order_number,valid_from,scope\nผอ.ก,ผอ.สท.,ปรท.,๒,2019-01-01,สั่งงาน\n",
            "สั่งงาน",
        ),
        ("absences.csv", "post,valid_from,valid_to\nผอ.ไหน,2019-01-01,2019-01-02\n", "ผอ.ไหน"),
        ("absences.csv", "post,valid_from,valid_to\nผอ.ก,2019-01-02,2019-01-01\n", "valid_to"),
        ("fields-of-work.csv", "field,unit\nงานสารบรรณ,กองไหน\n", "กองไหน"),
        ("fields-of-work.csv", "field,unit\nสั่งการ,กอง ก\n", "สั่งการ"),
    ],
)
def test_a_wrong_scope_absence_or_field_of_work_is_named_with_its_line(
    config: Path, name: str, text: str, words: str
) -> None:
    told = _told(config, name, text)
    assert f"config/lab/{name} บรรทัด ๒:" in told and words in told


def test_a_scope_may_name_acts_and_the_fields_of_work_of_the_office(config: Path) -> None:
    rows = "ผอ.ก,ผอ.สท.,ปรท.,๒,2019-01-01,สั่งการ; งานสารบรรณ\nผอ.ก,ผอ.สท.,ปรท.,๓,2020-01-01,\n"
    (config / "lab" / "fields-of-work.csv").write_text(FIELDS, encoding="utf-8")
    (config / "lab" / "absences.csv").write_text("post,valid_from,valid_to\nผอ.สท.,2019-02-01,2019-02-03\n", "utf-8")
    (config / "lab" / "acting.csv").write_text(
        f"by_post,for_post,kind,order_number,valid_from,scope\n{rows}", encoding="utf-8"
    )
    chart = load_office(config, "lab").chart
    assert [a.scope for a in chart.acting] == ["สั่งการ; งานสารบรรณ", "ทั่วไป"]
    assert [field.units for field in chart.fields_of_work] == [("กอง ก", "สท.")]
    assert [chart.away("ผอ.สท.", date(2019, 2, n)) for n in (1, 3, 4)] == [True, True, False]


def test_an_office_may_name_several_places_on_the_way_up(config: Path) -> None:
    yaml = GOOD["office.yaml"] + "via_posts: [ผอ.ก]\n"
    (config / "lab" / "office.yaml").write_text(yaml, encoding="utf-8")
    office = load_office(config, "lab")
    assert office.way_up == (Stop(("ผอ.ก",), 1),)
    assert office.via_words(office.way_up) == office.chart.post("ผอ.ก").title


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("via_post: ผอ.ก\nvia_posts: [ผอ.ก]", "ทั้ง via_post และ via_posts"),
        ("via_posts: ผอ.ก", "ต้องเป็นรายการ"),
        ("via_posts:\n  - ผอ.ไหน", "ผอ.ไหน"),
        ("via_posts:\n  - 2 ใน 3 (ผอ.ก)", "2 ใน 3"),
        ("via_posts:\n  - ผอ.สท.", "ซ้ำ"),
    ],
)
def test_a_way_up_that_cannot_be_walked_is_named(config: Path, lines: str, words: str) -> None:
    told = _told(config, "office.yaml", f"{GOOD['office.yaml']}{lines}\n")
    assert "config/lab/office.yaml บรรทัด" in told and words in told

"""Reading `config/`: an office's folder becomes an `Office`, the shared holiday table a `WorkingCalendar`.

A mistake in a file is a ConfigError that names the file and the line; nothing is guessed and nothing is skipped.
"""

import hashlib
from collections import Counter
from pathlib import Path

from workflow.core.errors import ConfigError, NotFound
from workflow.core.office import Office
from workflow.core.org import OrgChart
from workflow.core.pauses import no_pauses
from workflow.core.register import Book, RegisterKey
from workflow.core.thai_date import be_year
from workflow.core.working_days import Holiday, WorkingCalendar
from workflow.store.office_chart import read_chart
from workflow.store.office_csv import Columns, Row, keyed, read_rows
from workflow.store.office_reminding import read_overrides, read_ways
from workflow.store.office_style import read_style
from workflow.store.office_way_up import read_way_up
from workflow.store.office_words import read_wordings, read_words
from workflow.store.office_yaml import OfficeYaml, read_office_yaml

REGISTERS = Columns(("unit", "book", "year", "last"))
HOLIDAYS = Columns(("date", "name", "source", "decided_on"), ("confirmed",))
# A year with fewer rows than this is a year somebody has begun to type: its working days must not be computed yet.
ROWS_OF_A_COVERED_YEAR = 10
YAML_NAME = "office.yaml"


def office_codes(config_dir: Path) -> tuple[str, ...]:
    """Return the codes of the offices that have a folder with an `office.yaml`."""
    return tuple(sorted(path.parent.name for path in config_dir.glob(f"*/{YAML_NAME}")))


@no_pauses()
def load_office(config_dir: Path, code: str) -> Office:
    """Return the office in `config_dir/<code>/`; NotFound lists the offices there are."""
    known = office_codes(config_dir)
    if code not in known:
        raise NotFound(f"ไม่พบหน่วยงาน “{code}” ใน config/", next_step=f"หน่วยงานที่มี: {', '.join(known) or 'ยังไม่มี'}")
    folder = config_dir / code
    yaml = read_office_yaml(folder / YAML_NAME)
    chart = read_chart(folder, yaml.text("name"), yaml.grades())
    return Office(
        code=code,
        name=yaml.text("name"),
        short_name=yaml.text("short_name"),
        chart=chart,
        registry_unit=_unit(yaml, "registry_unit", chart),
        owner_unit=_unit(yaml, "owner_unit", chart),
        addressee_post=_post(yaml, "addressee_post", chart),
        via_post=_post(yaml, "via_post", chart) if "via_post" in yaml.map else None,
        via_posts=read_way_up(yaml, chart),
        openings=_openings(folder / "registers.csv", chart),
        rungs=yaml.rungs(),
        due_days=yaml.due_days(),
        emblem=_emblem(folder, yaml.optional("emblem")),
        mail_from=yaml.optional("mail_from") or Office.mail_from,
        style=read_style(yaml),
        official=yaml.flag("official"),
        login_from=yaml.grade("login_from"),
        words=read_words(folder / "words.yaml"),
        wordings=read_wordings(folder / "wording"),
        ladders=read_overrides(folder / "ladders.csv", chart, yaml.ladders()),
        ways=read_ways(folder / "channels.csv", chart),
        co_owner_units=tuple(_known_unit(yaml, "co_owner_units", code, chart) for code in yaml.texts("co_owner_units")),
        circulate_to=yaml.texts("circulate_to"),
        order_phrases=yaml.texts("order_phrases"),
    )


def _emblem(folder: Path, name: str | None) -> Path | None:
    """Return the agency's own emblem; a file that is named but absent is an error, not a placeholder on an official paper."""
    if name is None:
        return None
    if not (folder / name).is_file():
        raise ConfigError(
            f"{folder / YAML_NAME}: ไม่พบแฟ้มตรา {name}", next_step="วางแฟ้ม PNG หรือ SVG ไว้ในโฟลเดอร์นั้น หรือลบบรรทัด emblem"
        )
    return folder / name


def _unit(yaml: OfficeYaml, key: str, chart: OrgChart) -> str:
    return _known_unit(yaml, key, yaml.text(key), chart)


def _known_unit(yaml: OfficeYaml, key: str, code: str, chart: OrgChart) -> str:
    if code not in chart.unit_by_code:
        raise yaml.error(key, f"{key} ไม่รู้จักหน่วย “{code}”", "ใช้ค่าในช่อง code ของ units.csv")
    return code


def _post(yaml: OfficeYaml, key: str, chart: OrgChart) -> str:
    code = yaml.text(key)
    if code not in chart.post_by_code:
        raise yaml.error(key, f"{key} ไม่รู้จักตำแหน่ง “{code}”", "ใช้ค่าในช่อง code ของ posts.csv")
    return code


def _openings(path: Path, chart: OrgChart) -> dict[RegisterKey, int]:
    """Last numbers given out on paper; the file may be missing (every register then starts at 1)."""
    found = [
        (row, (_key(row, chart), row.number("last"))) for row in (read_rows(path, REGISTERS) if path.exists() else ())
    ]
    keyed(found, lambda pair: f"{pair[0].unit} {pair[0].book} {pair[0].year}", "ทะเบียน")
    return dict(pair for _, pair in found)


def _key(row: Row, chart: OrgChart) -> RegisterKey:
    unit, book, year = row.text("unit"), row.text("book"), row.number("year")
    if unit not in chart.unit_by_code:
        raise row.place.error(f"ช่อง unit ไม่รู้จักหน่วย “{unit}”", "ใช้ค่าในช่อง code ของ units.csv")
    if book not in set(Book):
        raise row.place.error(f"ช่อง book “{book}” ใช้ไม่ได้", f"เขียน {', '.join(Book)}")
    if year < 2400:
        raise row.place.error(f"ช่อง year “{year}” ไม่ใช่ปี พ.ศ.", "เขียนปี พ.ศ. เช่น 2562")
    return RegisterKey(unit, Book(book), year)


def load_calendar(config_dir: Path) -> WorkingCalendar:
    """Return the working calendar of `shared/holidays.csv`; `version` is the start of the file's SHA-256."""
    rows = load_holidays(config_dir)
    counted = Counter(be_year(row.on) for row in rows)
    years = frozenset(year for year, count in counted.items() if count >= ROWS_OF_A_COVERED_YEAR)
    waiting = frozenset(be_year(row.on) for row in rows if not row.confirmed)
    version = hashlib.sha256(holidays_file(config_dir).read_bytes()).hexdigest()[:12]
    return WorkingCalendar({row.on: row.name for row in rows}, years, version, waiting & years)


def load_holidays(config_dir: Path) -> tuple[Holiday, ...]:
    """Return the rows of the table by day; ConfigError names the line of a wrong one and of a day written twice."""
    found = [(row, _holiday(row)) for row in read_rows(holidays_file(config_dir), HOLIDAYS)]
    keyed(found, lambda holiday: holiday.on, "วันที่")
    return tuple(sorted((holiday for _, holiday in found), key=lambda holiday: holiday.on))


def holidays_file(config_dir: Path) -> Path:
    """Return where the table lies."""
    return config_dir / "shared" / "holidays.csv"


def _holiday(row: Row) -> Holiday:
    confirmed = row.flag("confirmed") if "confirmed" in row.cells else True
    return Holiday(row.required_day("date"), row.text("name"), row.text("source"), row.day("decided_on"), confirmed)

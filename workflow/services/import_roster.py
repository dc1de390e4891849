"""Bring in the whole roster of an office from a table; nothing is written when a line is wrong."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import func, select

from workflow.core.errors import ConfigError, Refused
from workflow.core.org import OrgChart
from workflow.core.thai_digits import to_thai
from workflow.services.desk import Desk
from workflow.store.roster import COLUMNS, RosterChange, lock_roster, replace_roster
from workflow.store.sending_tables import RosterRow
from workflow.store.sendings import under_way

NEEDED = ("post", "unit", "title")


class _OnlyTried(Exception):
    """Rolls a dry run back."""


@dataclass(frozen=True)
class RosterCount:
    """How many positions an office has, and in how many units."""

    positions: int
    units: int


def import_roster(desk: Desk, office: str, file: Path, *, dry_run: bool = False) -> RosterChange:
    """Make the file the roster of the office; Refused while a sending is under way, for it reads the roster as it goes.

    Columns: post, unit, title, and if there are any rank, name, email. ConfigError names the line that is wrong.
    """
    chart = desk.office(office).chart
    try:
        with desk.store.write() as session:
            lock_roster(session, office)
            if memos := under_way(session, office):
                raise Refused(
                    f"กำลังส่งบันทึกลำดับที่ {to_thai(memos[0])} อยู่ จึงยังเปลี่ยนอัตรากำลังไม่ได้",
                    next_step=f"รอให้ส่งครบ (saraban sending show {memos[0]}) แล้วนำเข้าใหม่",
                )
            done = replace_roster(session, office, _positions(chart, file))
            if dry_run:
                raise _OnlyTried
    except _OnlyTried:
        pass
    return done


def count_roster(desk: Desk, office: str) -> RosterCount:
    """Return how large the roster of an office is."""
    desk.office(office)
    with desk.store.read() as session:
        counted = select(func.count(), func.count(func.distinct(RosterRow.unit))).where(RosterRow.office == office)
        positions, units = session.exec(counted.select_from(RosterRow)).one()
        return RosterCount(positions, units)


def _positions(chart: OrgChart, file: Path) -> Iterator[tuple[str, ...]]:
    """Yield the positions in the order of `COLUMNS`."""
    lines = _sheet(file) if file.suffix.lower() == ".xlsx" else _comma_separated(file)
    heading = tuple(cell.strip().lower() for cell in next(lines, []))
    if missing := [name for name in NEEDED if name not in heading]:
        raise ConfigError(f"{file.name}: ไม่มีคอลัมน์ {', '.join(missing)}", next_step=f"คอลัมน์ที่ใช้: {', '.join(COLUMNS)}")
    if unknown := [name for name in heading if name and name not in COLUMNS]:
        raise ConfigError(f"{file.name}: ไม่รู้จักคอลัมน์ {', '.join(unknown)}", next_step=f"คอลัมน์ที่ใช้: {', '.join(COLUMNS)}")
    places = [heading.index(name) if name in heading else None for name in COLUMNS]
    for number, cells in enumerate(lines, 2):
        if not any(cells):
            continue
        row = tuple(cells[at].strip() if at is not None and at < len(cells) else "" for at in places)
        _check(chart, f"{file.name} บรรทัด {to_thai(number)}", row)
        yield row


def _check(chart: OrgChart, place: str, row: tuple[str, ...]) -> None:
    named = dict(zip(COLUMNS, row, strict=True))
    if empty := [name for name in NEEDED if not named[name]]:
        raise ConfigError(f"{place}: ว่างอยู่ในคอลัมน์ {', '.join(empty)}", next_step="กรอกค่าแล้วนำเข้าใหม่")
    if named["unit"] not in chart.unit_by_code:
        raise ConfigError(
            f"{place}: ไม่มีหน่วย “{named['unit']}” ในผังหน่วย", next_step="ใช้รหัสหน่วยตามคอลัมน์ code ของ units.csv"
        )


def _comma_separated(file: Path) -> Iterator[list[str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            yield from csv.reader(text)
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file.name} ไม่ใช่ UTF-8", next_step="บันทึกเป็น CSV UTF-8 แล้วนำเข้าใหม่") from error
    except OSError as error:
        raise ConfigError(f"เปิด {file.name} ไม่ได้", next_step=f"ตรวจชื่อแฟ้ม ({error.strerror})") from error


def _sheet(file: Path) -> Iterator[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (OSError, BadZipFile, KeyError) as error:
        raise ConfigError(f"เปิด {file.name} เป็น XLSX ไม่ได้", next_step="บันทึกใหม่เป็น .xlsx หรือ .csv") from error
    for cells in book.worksheets[0].iter_rows(values_only=True):
        yield ["" if cell is None else str(cell) for cell in cells]

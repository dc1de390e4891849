"""An office's tables go out as a workbook and come back to the byte; a wrong workbook changes nothing and is told cell by cell."""

import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.conftest import ROOT
from workflow.core.errors import Refused, UnreadableFile
from workflow.parsers.xlsx_file import read_xlsx
from workflow.parsers.yaml_book import read_yaml
from workflow.services.move_org import Imported, ImportRequest, export_org, import_org
from workflow.store.office_files import load_office, office_codes

CONFIG = ROOT / "config"
Edit = Callable[[Any], object]
LARGE = "interior"
OFFICES = [pytest.param(code, marks=pytest.mark.soak if code == LARGE else ()) for code in office_codes(CONFIG)]
"""Every office that is shipped; the 1,520 units of one take ten seconds each way."""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The smallest office's tables, to be changed at will."""
    shutil.copytree(CONFIG / "alro", tmp_path / "config/alro")
    return tmp_path / "config"


def _import(config: Path, file: Path, office: str = "alro", *, dry_run: bool = False) -> Imported:
    return import_org(read_xlsx, ImportRequest(load_office(config, office), config / office, file, dry_run))


def _edited(config: Path, edit: Edit) -> Path:
    out = config.parent / "alro.xlsx"
    export_org(config / "alro", out)
    book = load_workbook(out)
    edit(book)
    book.save(out)
    return out


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("office", OFFICES)
def test_every_office_comes_back_to_the_byte(tmp_path: Path, office: str) -> None:
    folder = Path(shutil.copytree(CONFIG / office, tmp_path / "config" / office))
    export_org(folder, tmp_path / "out.xlsx")
    for table in ("holders.csv", "acting.csv", "lines.csv"):
        heading = (folder / table).read_bytes().split(b"\n")[0]
        (folder / table).write_bytes(heading + b"\n")
    _import(tmp_path / "config", tmp_path / "out.xlsx", office)
    assert _bytes(folder) == _bytes(CONFIG / office)


def test_cells_that_a_spreadsheet_would_compute_are_text(config: Path) -> None:
    units = config / "alro/units.csv"
    odd = units.read_text("utf-8").replace("สำนักบริหารกลาง", "=1+1").replace("สำนักกฎหมาย", "@กฎหมาย")
    units.write_text(odd, encoding="utf-8")
    export_org(config / "alro", config.parent / "out.xlsx")
    cell = load_workbook(config.parent / "out.xlsx")["หน่วย"]["B4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
    assert _import(config, config.parent / "out.xlsx") == Imported(())
    assert units.read_text("utf-8") == odd


def test_what_changed_is_told_and_written(config: Path) -> None:
    def edit(book: Any) -> None:
        sheet = book["หน่วย"]
        sheet["F5"], sheet["H6"], sheet["I6"] = "0 2000 9999", datetime(2026, 9, 30), "สบก."  # noqa: DTZ001 - as openpyxl gives
        sheet.append(["กนช.", "กองนโยบาย", "กอง", "ส.ป.ก."])
        book["ผู้ดำรงตำแหน่ง"].delete_rows(3)

    file = _edited(config, edit)
    done = _import(config, file)
    told = [(c.kind, c.file, c.name) for c in done.changes]
    assert told == [
        ("changed", "units.csv", "กพร."),
        ("closed", "units.csv", "ศทส."),
        ("added", "units.csv", "กนช."),
        ("gone", "holders.csv", "เลขาธิการ ส.ป.ก. · นางดวงใจ สมมุติไทย"),
    ]
    assert done.files == ("holders.csv", "units.csv")
    assert load_office(config, "alro").chart.unit("ศทส.").successor == "สบก."


def test_a_dry_run_tells_the_same_and_writes_nothing(config: Path) -> None:
    file, before = (
        _edited(config, lambda book: book["หน่วย"].append(["กนช.", "กอง", "กอง", "ส.ป.ก."])),
        _bytes(config / "alro"),
    )
    done = _import(config, file, dry_run=True)
    assert (done.files, len(done.changes)) == (("units.csv",), 1)
    assert _bytes(config / "alro") == before


def _put(sheet: str, cell: str, value: object) -> Edit:
    return lambda book: book[sheet].__setitem__(cell, value)


WRONG = {
    "an unknown unit": (_put("หน่วย", "D5", "ส.ป.ก"), ("หน่วย", 5, "หน่วยเหนือ"), "ใกล้เคียงที่สุด: ส.ป.ก."),
    "an unknown post": (_put("ผู้ดำรงตำแหน่ง", "A4", "เลขา"), ("ผู้ดำรงตำแหน่ง", 4, "ตำแหน่ง"), "เลขา"),
    "an unknown class": (_put("ตำแหน่ง", "D4", "ผู้อำนวยกา"), ("ตำแหน่ง", 4, "ระดับตำแหน่ง"), "ผู้อำนวยการ"),
    "an unknown kind of line": (_put("สายงานและประสาน", "C3", "สาย"), ("สายงานและประสาน", 3, "ชนิด"), "สายงาน"),
    "no day": (_put("หน่วย", "G5", "1/10/2562"), ("หน่วย", 5, "เริ่มวันที่ (ค.ศ.)"), "2019-11-22"),
    "a day of the Buddhist era": (_put("หน่วย", "G5", "2562-10-01"), ("หน่วย", 5, "เริ่มวันที่ (ค.ศ.)"), "543"),
    "neither yes nor no": (_put("ตำแหน่ง", "E4", "ใช่"), ("ตำแหน่ง", 4, "หัวหน้าหน่วย (yes)"), "yes"),
    "an empty name": (_put("หน่วย", "B5", None), ("หน่วย", 5, "ชื่อ"), "กรอก"),
    "a code twice": (_put("หน่วย", "A5", "สบก."), ("หน่วย", 5, "รหัส"), "แถวใดแถวหนึ่ง"),
    "a formula": (_put("หน่วย", "F5", "=1+1"), ("หน่วย", 5, "โทรศัพท์"), "วางเฉพาะค่า"),
    "a value beside the table": (_put("หน่วย", "N5", "x"), ("หน่วย", 5, ""), "ลบ"),
    "an unknown sheet": (lambda book: setattr(book["หน่วย"], "title", "หนวย"), ("หนวย", 0, ""), "หน่วย"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_a_mistake_is_told_by_its_cell_and_nothing_is_written(config: Path, what: str) -> None:
    edit, place, step = WRONG[what]
    file, before = _edited(config, edit), _bytes(config / "alro")
    told = [e for e in _import(config, file).errors if (e.sheet, e.row, e.column) == place]
    assert told and step in told[0].next_step
    assert _bytes(config / "alro") == before


def test_a_workbook_with_thai_headings_alone_is_understood(config: Path) -> None:
    file = _edited(config, lambda book: [sheet.delete_rows(2) for sheet in book.worksheets])
    assert _import(config, file) == Imported(())


@pytest.mark.parametrize("heading", ["รหัสหน่วยงาน", "ชื่อ"])
def test_an_unknown_or_doubled_heading_stops_the_sheet(config: Path, heading: str) -> None:
    def edit(book: Any) -> None:
        book["หน่วย"].delete_rows(2)
        book["หน่วย"]["A1"] = heading

    (error, *_) = _import(config, _edited(config, edit)).errors
    assert (error.sheet, error.row) == ("หน่วย", 1) and error.next_step


def test_a_ring_that_only_the_whole_chart_shows_is_told_before_anything_is_written(config: Path) -> None:
    file, before = _edited(config, _put("หน่วย", "D3", "สบก.")), _bytes(config / "alro")
    (error,) = _import(config, file).errors
    assert "วนเป็นวง" in error.message and _bytes(config / "alro") == before


def test_a_table_without_a_sheet_stays_as_it_is(config: Path) -> None:
    file = _edited(config, lambda book: book.remove(book["ผู้ดำรงตำแหน่ง"]))
    assert _import(config, file) == Imported(())


def test_an_empty_workbook_says_which_sheets_there_may_be(config: Path) -> None:
    Workbook().save(config.parent / "empty.xlsx")
    (error,) = _import(config, config.parent / "empty.xlsx").errors
    assert "หน่วย" in error.next_step


@pytest.mark.parametrize(
    ("name", "content", "raised"),
    [
        ("xl/vbaProject.bin", b"macro", Refused),
        ("xl/x.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", Refused),
        ("xl/zeros.bin", b"0" * 300_000_000, Refused),
    ],
)
def test_a_hostile_workbook_is_refused_before_it_is_opened(
    config: Path, name: str, content: bytes, raised: type[Exception]
) -> None:
    out = config.parent / "out.xlsx"
    export_org(config / "alro", out)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    with pytest.raises(raised):
        read_xlsx(out)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"])
def test_what_is_no_workbook_is_told_how_to_save_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.xlsx").write_bytes(content)
    with pytest.raises((UnreadableFile, Refused)) as caught:
        read_xlsx(tmp_path / "x.xlsx")
    assert ".xlsx" in caught.value.next_step


def _import_yaml(config: Path, text: str) -> Imported:
    file = config.parent / "alro.yaml"
    file.write_text(text, "utf-8")
    return import_org(read_yaml, ImportRequest(load_office(config, "alro"), config / "alro", file))


def _exported_yaml(config: Path, office: str = "alro") -> str:
    export_org(config / office, config.parent / "out.yaml")
    return (config.parent / "out.yaml").read_text("utf-8")


@pytest.mark.parametrize("office", OFFICES)
def test_every_office_comes_back_to_the_byte_from_its_yaml(tmp_path: Path, office: str) -> None:
    folder = Path(shutil.copytree(CONFIG / office, tmp_path / "config" / office))
    export_org(folder, tmp_path / "out.yaml")
    (folder / "lines.csv").write_bytes((folder / "lines.csv").read_bytes().split(b"\n")[0] + b"\n")
    import_org(read_yaml, ImportRequest(load_office(tmp_path / "config", office), folder, tmp_path / "out.yaml"))
    assert _bytes(folder) == _bytes(CONFIG / office)


def test_a_wrong_value_in_a_yaml_is_told_by_its_line_and_nothing_is_written(config: Path) -> None:
    before, text = _bytes(config / "alro"), _exported_yaml(config)
    line = text.splitlines().index("posts:") + 2
    head, posts = text.split("\nposts:\n", 1)
    told = _import_yaml(config, f"{head}\nposts:\n" + re.sub(r' unit: ".*"', ' unit: "ไม่มีหน่วยนี้"', posts, count=1))
    assert [(e.sheet, e.row, e.column) for e in told.errors][:1] == [("ตำแหน่ง", line, "หน่วย")]
    assert _bytes(config / "alro") == before


@pytest.mark.parametrize(
    "text",
    [
        "units: 1",
        "- 1",
        "units:\n  - [a]",
        "units: &a [*a]",
        "a: [",
        "units:\n  - code: {a: 1}",
        "units:\n  - code: a\n    code: b",
    ],
)
def test_what_is_no_list_of_rows_is_refused_with_its_line(config: Path, text: str) -> None:
    with pytest.raises(UnreadableFile, match="บรรทัด"):
        _import_yaml(config, text)

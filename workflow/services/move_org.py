"""An office's tables out as a workbook, and back in: everything is checked before anything is written."""

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from workflow.core.errors import ConfigError, Conflict
from workflow.core.office import Office
from workflow.core.org_tables import SHEETS, Table, Workbook
from workflow.services.row_checks import RowChange, RowChecks, changes
from workflow.services.sheet_tables import CellError, SheetReader
from workflow.store.office_files import load_office
from workflow.store.org_folder import read_tables, written
from workflow.templates.org_workbook import org_workbook
from workflow.templates.org_yaml import org_yaml
from workflow.templates.whole_file import write_whole

YAML_NAMES = {".yaml", ".yml"}


@dataclass(frozen=True)
class Exported:
    """How many rows each sheet of the workbook holds, by its title."""

    rows: Mapping[str, int]


@dataclass(frozen=True)
class Imported:
    """What was wrong (then nothing was written), else what changed and which files were written (none in a dry run)."""

    errors: tuple[CellError, ...]
    changes: tuple[RowChange, ...] = ()
    files: tuple[str, ...] = ()


def export_org(folder: Path, out: Path) -> Exported:
    """Write the tables of an office as one workbook, or, under a name that ends with .yaml, as one YAML."""
    tables = read_tables(folder)
    write_whole(out, org_yaml(tables) if out.suffix in YAML_NAMES else org_workbook(tables))
    return Exported({SHEETS[file]: len(table.rows) for file, table in tables.items()})


@dataclass(frozen=True)
class ImportRequest:
    """The workbook of which office; `dry_run` shows what would change and writes nothing.

    `seen` is the `state_of` the tables when somebody looked at what would change ("": nobody did).
    """

    office: Office
    folder: Path
    file: Path
    dry_run: bool = False
    seen: str = ""


def state_of(folder: Path) -> str:
    """Return a digest of an office's tables as they stand."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def import_org(read: Callable[[Path], Workbook], request: ImportRequest) -> Imported:
    """Put a workbook's tables in the place of the office's; a table without a sheet stays as it is. Conflict when they changed since `seen`.

    Each file is replaced whole. A crash between two of them leaves both whole, and the same command made again finishes.
    """
    if request.seen and request.seen != state_of(request.folder):
        raise Conflict("มีผู้แก้ผังหน่วยหลังจากที่ตรวจแฟ้มนี้ จึงยังไม่เขียนอะไร", next_step="ส่งแฟ้มมาตรวจใหม่ แล้วดูว่าอะไรจะเปลี่ยน")
    errors: list[CellError] = []
    before = read_tables(request.folder)
    came = SheetReader(errors.append).tables(read(request.file))
    checks = RowChecks({**before, **came}, request.office.chart.grades)
    errors += [error for file in came for error in checks.errors(file)]
    if not came and not errors:
        errors.append(
            CellError(request.file.name, 0, "", "ไม่มีแผ่นงานที่มีข้อมูล", f"ใช้แผ่นงานชื่อ {', '.join(SHEETS.values())}")
        )
    if not errors and (told := _loads(request, came)):
        errors.append(told)
    if errors:
        return Imported(tuple(errors))
    files = written(came, request.folder)
    found = tuple(change for file, table in came.items() for change in changes(file, before.get(file), table))
    for path, data in () if request.dry_run else files.items():
        write_whole(path, data)
    return Imported((), found, tuple(sorted(path.name for path in files)))


def _loads(request: ImportRequest, tables: Mapping[str, Table]) -> CellError | None:
    """Read the office as it would be: what is between rows (rings, days that overlap) shows only then."""
    with TemporaryDirectory() as temporary:
        config = Path(temporary) / "config"
        trial = Path(shutil.copytree(request.folder, config / request.folder.name))
        for path, data in written(tables, trial).items():
            path.write_bytes(data)
        try:
            load_office(config, request.folder.name)
        except ConfigError as error:
            step = f"{error.next_step} (บรรทัดของแฟ้ม .csv คือแถวถัดไปในแผ่นงาน)"
            return CellError("", 0, "", str(error), step)
    return None

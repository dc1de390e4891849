"""ส่งออกทั้งหมด: everything the office has as JSON lines and files that need nothing of ours to be read; and back into an empty database.

In the ZIP: `tables/NAME.jsonl` (a row a line, names sorted, rows by their key), `files/` (originals and evidence by their SHA-256),
`intake/` (what was handed in through the web, with its pages), `journal.csv` (the running journal: every register line by year, unit, book
and number), and `manifest.json` (rows and SHA-256 of each; Noark 5, 6.4.22–41). Keys are not in it: whoever leaves takes `vault.key` along
by hand, or the vault stays shut.
"""

import base64
import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, LargeBinary, Table, insert, select
from sqlmodel import Session, SQLModel, col

from workflow import failpoints
from workflow.core.errors import Conflict, NotFound, UnreadableFile
from workflow.services.desk import Desk
from workflow.services.sending import once_ready
from workflow.services.take_up import take_up
from workflow.store.dumps import set_sequences
from workflow.store.files import PIECE, OriginalFiles
from workflow.store.migrate import newest
from workflow.store.seals import snapshot
from workflow.store.tables import EntryRow
from workflow.templates.row_files import plain_cell
from workflow.templates.whole_file import whole_file, write_whole

MANIFEST = "manifest.json"
FORMAT = "saraban-export-2"
AT_ONCE = 1_000
_JOURNAL = (
    "year", "unit", "book", "number", "number_to", "kind", "letter_number", "letter_date", "sender", "addressee", "subject", "remark",
)  # fmt: skip
PASSING = frozenset(
    {"worker_node", "roll", "roll_up", "day_mark", "day_line", "day_sum", "pulse"}
)  # who works now, when it was, and counts made again every few seconds


@dataclass(frozen=True)
class Exported:
    """What was exported or imported: how many rows and files, and one digest over all of it."""

    file: Path
    rows: int
    files: int
    digest: str


def tables() -> tuple[Table, ...]:
    """Return the tables that are exported, those referred to first."""
    return tuple(table for table in SQLModel.metadata.sorted_tables if table.name not in PASSING)


def table_lines(session: Session, table: Table) -> Iterator[bytes]:
    """Yield the rows of a table in canonical JSON, by their key."""
    asked = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=AT_ONCE)
    for row in session.connection().execute(asked).mappings():
        said = {name: _plain(value) for name, value in row.items()}
        yield json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def export_all(desk: Desk, out: Path) -> Exported:
    """Write everything as of one moment; others work on meanwhile."""
    said: dict[str, Any] = {"format": FORMAT, "revision": newest(), "tables": {}, "files": {}, "intake": {}}
    with (
        whole_file(out) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package,
        snapshot(desk.store) as session,
    ):
        for table in tables():
            said["tables"][table.name] = _write(package, f"tables/{table.name}.jsonl", table_lines(session, table))
        said["journal"] = _write(package, "journal.csv", _journal(session))
        for path in desk.originals.kept():
            package.write(path, f"files/{path.name}")
            said["files"][path.name] = path.stat().st_size
        for path in _handed_in(desk.intake_folder):
            name = path.relative_to(desk.intake_folder).as_posix()
            said["intake"][name] = _write(package, f"intake/{name}", _pieces(path))
        said["digest"] = _digest(said)
        package.writestr(MANIFEST, json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1))
    return _told(out, said)


def import_all(desk: Desk, file: Path) -> Exported:
    """Read an export into an empty database of the same schema, all of it or nothing; its digest comes out the same.

    Files that wait to be read and sendings that are not whole go on here.

    NotFound without the file, Conflict when the database is not empty or of another schema, UnreadableFile for a package that is not whole.
    """
    if not file.exists():
        raise NotFound(f"ไม่พบแฟ้ม {file}", next_step="ตรวจชื่อแฟ้ม")
    try:
        with zipfile.ZipFile(file) as package:
            said = _manifest(package)
            _keep_files(package, desk.originals, said["files"])
            _keep_handed_in(package, desk.intake_folder, said["intake"])
            failpoints.reached("import.files-kept")
            once_ready(desk, lambda: _fill(desk, package, said["tables"]))
    except (zipfile.BadZipFile, KeyError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise UnreadableFile("แฟ้มส่งออกไม่ครบหรือเสียหาย", next_step="ส่งออกใหม่จากระบบเดิม") from error
    return _told(file, said)


def _fill(desk: Desk, package: zipfile.ZipFile, told: Mapping[str, Mapping[str, Any]]) -> None:
    with desk.store.write() as session:
        _require_empty(session)
        for table in tables():
            _read(session, package, table, told[table.name])
        if session.connection().dialect.name == "postgresql":
            set_sequences(session.connection(), tables())
        take_up(session, desk)


def _write(package: zipfile.ZipFile, name: str, lines: Iterator[bytes]) -> dict[str, Any]:
    digest, rows = hashlib.sha256(), 0
    with package.open(name, "w", force_zip64=True) as out:
        for line in lines:
            out.write(line)
            digest.update(line)
            rows += 1
    return {"rows": rows, "sha256": digest.hexdigest()}


def _journal(session: Session) -> Iterator[bytes]:
    columns = [getattr(EntryRow, name) for name in _JOURNAL]
    asked = select(*columns).order_by(*(col(c) for c in columns[:4])).execution_options(yield_per=AT_ONCE)
    yield _csv(_JOURNAL)
    for row in session.connection().execute(asked):
        yield _csv(row)


def _csv(cells: Any) -> bytes:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([plain_cell("" if cell is None else str(cell)) for cell in cells])
    return out.getvalue().encode()


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, date | datetime) else value


def _back(table: Table, said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(table.c[name].type, value) for name, value in said.items()}


def _value(kind: Any, value: Any) -> Any:
    if value is None or not isinstance(value, str):
        return bool(value) if isinstance(kind, Boolean) and value is not None else value
    kind = getattr(kind, "impl", kind)
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return base64.b64decode(value) if isinstance(kind, LargeBinary) else value


def _manifest(package: zipfile.ZipFile) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(package.read(MANIFEST))
    if said["format"] != FORMAT or said["digest"] != _digest(said):
        raise UnreadableFile("รายการในแฟ้มส่งออกถูกแก้ไข", next_step="ส่งออกใหม่จากระบบเดิม")
    if said["revision"] != newest():
        raise Conflict(
            f"แฟ้มนี้มาจากรุ่น {said['revision']} แต่ระบบนี้เป็นรุ่น {newest()}", next_step="ปรับรุ่นระบบเดิมให้เท่ากันแล้วส่งออกใหม่"
        )
    return said


def _require_empty(session: Session) -> None:
    for table in tables():
        if table.name == "calendar_version":
            session.connection().execute(table.delete())
        elif session.connection().execute(select(table).limit(1)).first():
            raise Conflict("ฐานข้อมูลนี้ไม่ว่าง จึงไม่นำเข้าทับ", next_step="ตั้ง SARABAN_DATA หรือฐานข้อมูลใหม่ที่ว่าง")


def _read(session: Session, package: zipfile.ZipFile, table: Table, told: Mapping[str, Any]) -> None:
    digest, rows, held = hashlib.sha256(), 0, []
    with package.open(f"tables/{table.name}.jsonl") as lines:
        for line in lines:
            digest.update(line)
            rows += 1
            held.append(_back(table, json.loads(line)))
            if len(held) == AT_ONCE:
                session.connection().execute(insert(table), held)
                held = []
    if held:
        session.connection().execute(insert(table), held)
    if {"rows": rows, "sha256": digest.hexdigest()} != dict(told):
        raise UnreadableFile(f"ตาราง {table.name} ในแฟ้มส่งออกไม่ครบหรือถูกแก้ไข", next_step="ส่งออกใหม่จากระบบเดิม")


def _keep_files(package: zipfile.ZipFile, originals: OriginalFiles, named: Mapping[str, int]) -> None:
    for sha256 in named:
        with package.open(f"files/{sha256}") as content:
            if originals.take_in(content) != sha256:
                raise UnreadableFile(f"แฟ้มต้นฉบับ {sha256[:12]}… ไม่ตรงกับชื่อ", next_step="ส่งออกใหม่จากระบบเดิม")


def _handed_in(folder: Path) -> Iterator[Path]:
    """Yield what was handed in and its pages, not what is just being written."""
    yield from sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".part"))


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as content:
        while piece := content.read(PIECE):
            yield piece


def _keep_handed_in(package: zipfile.ZipFile, folder: Path, named: Mapping[str, Mapping[str, Any]]) -> None:
    for name, told in named.items():
        target = folder / name
        if not target.resolve().is_relative_to(folder.resolve()):
            raise UnreadableFile(f"แฟ้ม {name} ในแฟ้มส่งออกอยู่นอกที่ของมัน", next_step="ส่งออกใหม่จากระบบเดิม")
        data = package.read(f"intake/{name}")
        if hashlib.sha256(data).hexdigest() != told["sha256"]:
            raise UnreadableFile(f"แฟ้ม {name} ในแฟ้มส่งออกไม่ครบหรือถูกแก้ไข", next_step="ส่งออกใหม่จากระบบเดิม")
        write_whole(target, data)


def _digest(said: Mapping[str, Any]) -> str:
    parts = {name: said[name] for name in ("format", "revision", "tables", "files", "intake", "journal")}
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _told(file: Path, said: Mapping[str, Any]) -> Exported:
    return Exported(
        file,
        sum(table["rows"] for table in said["tables"].values()),
        len(said["files"]) + len(said["intake"]),
        said["digest"],
    )

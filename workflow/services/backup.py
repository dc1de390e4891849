"""สำรองและกู้คืน: the database of one moment and every file, encrypted, while others work; and back onto an empty machine.

After a restore every register is locked: numbers given out after the backup are on paper only, and somebody has to say which was the last.
"""

import hashlib
import json
import shutil
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from sqlalchemy import Connection, insert, update

from workflow import failpoints
from workflow.core.errors import Conflict, NotFound, UnreadableFile
from workflow.store.dumps import SQLITE_FILE, dump, is_empty, load
from workflow.store.engine import Store, open_store
from workflow.store.files import alone, sha256_of
from workflow.store.migrate import upgrade
from workflow.store.seal_tables import RestorationRow
from workflow.store.sealed_file import Opener, Sealer
from workflow.store.seals import snapshot
from workflow.store.tables import CounterRow
from workflow.synced import synced
from workflow.templates.whole_file import whole_file

MANIFEST, DATABASE, DATA = "manifest.json", "database", "data"
KEPT = ("originals", "intake", "link.key", "seal.key", "vault.key")  # what of the data folder cannot be made again
SUFFIX = ".saraban"
UNDER_WAY = ".restoring"  # lies in the data folder from the first file put back until the database is


@dataclass(frozen=True)
class Place:
    """A database and a data folder, and the key that opens their backups (32 bytes)."""

    database_url: str
    data: Path
    key: bytes


@dataclass(frozen=True)
class Backup:
    """A backup made or restored: where, of when, how many rows and files, up to which seal, and its manifest's SHA-256."""

    file: Path
    at: datetime
    rows: int
    files: int
    seal: int
    sha256: str


def make_backup(store: Store, place: Place, out: Path, *, at: datetime) -> Backup:
    """Write an encrypted backup while others write: the database of one moment first, then the files (a row never comes before its file)."""
    place.data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".backup-", dir=place.data) as work:
        said = dump(store, Path(work)) | {"format": 1, "at": at.isoformat()}
        failpoints.reached("backup.dumped")
        with whole_file(out) as file:
            sealer = Sealer(file, place.key)
            with tarfile.open(fileobj=sealer, mode="w|", format=tarfile.PAX_FORMAT) as tar:  # type: ignore[call-overload]
                said["files"] = {name: _add(tar, path, name) for path, name in _files(Path(work), place.data)}
                manifest = json.dumps(said, sort_keys=True).encode()
                _put(tar, MANIFEST, manifest)
            sealer.close()
            failpoints.reached("backup.packed")
    return _told(out, said, manifest)


def restore(file: Path, place: Place, *, at: datetime) -> Backup:
    """Restore into an empty database and data folder, at the newest schema and with every register locked; killed, it is run again.

    NotFound without the file, Conflict when there is something already, UnreadableFile for another key or a damaged file.
    """
    place.data.mkdir(parents=True, exist_ok=True)
    with alone(place.data), TemporaryDirectory(prefix=".restore-", dir=place.data) as work:
        _require_empty(file, place)
        for left in place.data.glob(".restore-*"):  # of restores that were killed: plain data
            if left != Path(work):
                shutil.rmtree(left)
        with file.open("rb") as source, tarfile.open(fileobj=Opener(source, place.key), mode="r|") as tar:  # type: ignore[call-overload]
            tar.extractall(work, filter="data")
        said, manifest = _checked(Path(work))
        told = _told(file, said, manifest)
        failpoints.reached("restore.checked")
        _put_back(Path(work), place, said, lambda connection: _lock(connection, told, at))
    return told


def _lock(connection: Connection, told: Backup, at: datetime) -> None:
    """Lock every register before anybody can see the database: whoever were killed in between would leave numbers to be given out twice."""
    connection.execute(update(CounterRow).values(locked=True))
    connection.execute(insert(RestorationRow).values(at=at, backup_at=told.at, sha256=told.sha256))


def logical_digest(store: Store) -> str:
    """Return a SHA-256 of every row of every table of ours, the same on both databases and whatever order rows lie in."""
    from workflow.services.export_all import table_lines, tables

    whole = hashlib.sha256()
    with snapshot(store) as session:
        for table in tables():
            for line in table_lines(session, table):
                whole.update(line)
    return whole.hexdigest()


def _files(work: Path, data: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(work.iterdir()):
        yield path, f"{DATABASE}/{path.name}"
    for name in KEPT:
        found = data / name
        for path in sorted(found.rglob("*")) if found.is_dir() else [found]:
            if path.is_file() and not path.name.endswith(".part"):
                yield path, f"{DATA}/{path.relative_to(data)}"


class _Hashing:
    """Reads a file and hashes what it reads."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.sha256 = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self.sha256.update(piece)
        return piece


def _add(tar: tarfile.TarFile, path: Path, name: str) -> str:
    info = tarfile.TarInfo(name)
    info.size, info.mode = path.stat().st_size, 0o600
    with path.open("rb") as file:
        hashing = _Hashing(file)
        tar.addfile(info, hashing)
    return hashing.sha256.hexdigest()


def _put(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    tar.addfile(info, BytesIO(data))


def _require_empty(file: Path, place: Place) -> None:
    if not file.exists():
        raise NotFound(f"ไม่พบแฟ้มสำรอง {file}", next_step="ตรวจชื่อแฟ้ม")
    empty = is_empty(place.database_url)
    taken = [place.data / name for name in KEPT if (place.data / name).exists()]
    if empty and (place.data / UNDER_WAY).exists():  # a restore that was killed: what it put back is put back anew
        for path in taken:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        taken = []
    if taken or not empty:
        raise Conflict(
            "ปลายทางมีข้อมูลอยู่แล้ว จึงไม่กู้คืนทับ", next_step="ย้ายโฟลเดอร์ข้อมูลเดิมออก หรือตั้ง SARABAN_DATA และฐานข้อมูลใหม่ที่ว่าง"
        )


def _checked(work: Path) -> tuple[dict[str, Any], bytes]:
    try:
        manifest = (work / MANIFEST).read_bytes()
        said: dict[str, Any] = json.loads(manifest)
    except (OSError, ValueError) as error:
        raise UnreadableFile("ข้อมูลสำรองไม่มีรายการแฟ้ม", next_step="ใช้ข้อมูลสำรองแฟ้มอื่น") from error
    for name, sha256 in said["files"].items():
        if not (work / name).is_file() or sha256_of(work / name) != sha256:
            raise UnreadableFile(f"แฟ้ม {name} ในข้อมูลสำรองไม่ครบหรือเสียหาย", next_step="ใช้ข้อมูลสำรองแฟ้มอื่น")
    return said, manifest


def _put_back(work: Path, place: Place, said: dict[str, Any], lock: Callable[[Connection], None]) -> None:
    sqlite = place.database_url.startswith("sqlite")
    if sqlite != (said["database"] == "sqlite"):
        raise Conflict(
            f"ข้อมูลสำรองนี้ของ {said['database']} กู้คืนลงฐานข้อมูลอีกชนิดไม่ได้",
            next_step="กู้คืนลงชนิดเดิมก่อน แล้วย้ายด้วย saraban export และ saraban import",
        )
    found = work / DATABASE / SQLITE_FILE
    if sqlite:
        _renew(found, lock)
    _put_files_back(work / DATA, place.data)
    failpoints.reached("restore.files-back")
    if sqlite:
        target = Path(place.database_url.removeprefix("sqlite:///"))
        target.parent.mkdir(parents=True, exist_ok=True)
        found.rename(target)
        synced(target, target.parent)
    else:
        from workflow.durable.dbos_engine import DbosEngine

        store = open_store(place.database_url)
        load(store, work / DATABASE, said, engine_tables=DbosEngine(store).make_tables, then=lock)
        store.engine.dispose()
    (place.data / UNDER_WAY).unlink()


def _renew(file: Path, lock: Callable[[Connection], None]) -> None:
    """Bring an unpacked database to the newest schema and lock its registers where it lies."""
    store = open_store(f"sqlite:///{file}")
    upgrade(store)
    with store.engine.begin() as connection:
        lock(connection)
    store.engine.dispose()  # the last to leave takes the write-ahead log along


def _put_files_back(unpacked: Path, data: Path) -> None:
    (data / UNDER_WAY).touch()
    for name in KEPT:
        if (unpacked / name).exists():
            (unpacked / name).rename(data / name)
    synced(data)


def _told(file: Path, said: dict[str, Any], manifest: bytes) -> Backup:
    return Backup(
        file, datetime.fromisoformat(said["at"]), sum(said["rows"].values()), len(said["files"]), said["rows"].get("seal", 0),
        hashlib.sha256(manifest).hexdigest(),
    )  # fmt: skip

"""สำรองและกู้คืน: the database of one moment and every file, encrypted, while others work; and back onto an empty machine.

After a restore every register is locked: numbers given out after the backup are on paper only, and somebody has to say which was the last.
"""

import hashlib
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from sqlalchemy import update

from workflow.core.errors import Conflict, NotFound, UnreadableFile
from workflow.store.dumps import SQLITE_FILE, dump, is_empty, load
from workflow.store.engine import Store, open_store
from workflow.store.files import sha256_of
from workflow.store.migrate import upgrade
from workflow.store.seal_tables import RestorationRow
from workflow.store.sealed_file import Opener, Sealer
from workflow.store.seals import snapshot
from workflow.store.tables import CounterRow
from workflow.templates.whole_file import whole_file

MANIFEST, DATABASE, DATA = "manifest.json", "database", "data"
KEPT = ("originals", "intake", "link.key", "seal.key", "vault.key")  # what of the data folder cannot be made again
SUFFIX = ".saraban"


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
        with whole_file(out) as file:
            sealer = Sealer(file, place.key)
            with tarfile.open(fileobj=sealer, mode="w|", format=tarfile.PAX_FORMAT) as tar:  # type: ignore[call-overload]
                said["files"] = {name: _add(tar, path, name) for path, name in _files(Path(work), place.data)}
                manifest = json.dumps(said, sort_keys=True).encode()
                _put(tar, MANIFEST, manifest)
            sealer.close()
            file.flush()
    return _told(out, said, manifest)


def restore(file: Path, place: Place, *, at: datetime) -> Backup:
    """Restore into an empty database and data folder, bring it to the newest schema and lock every register.

    NotFound without the file, Conflict when there is something already, UnreadableFile for another key or a damaged file.
    """
    _require_empty(file, place)
    place.data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".restore-", dir=place.data) as work:
        with file.open("rb") as source, tarfile.open(fileobj=Opener(source, place.key), mode="r|") as tar:  # type: ignore[call-overload]
            tar.extractall(work, filter="data")
        said, manifest = _checked(Path(work))
        _put_back(Path(work), place, said)
    told = _told(file, said, manifest)
    store = open_store(place.database_url)
    upgrade(store)
    with store.write() as session:
        session.exec(update(CounterRow).values(locked=True))
        session.add(RestorationRow(at=at, backup_at=told.at, sha256=told.sha256))
    store.engine.dispose()
    return told


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
    taken = [place.data / name for name in KEPT if (place.data / name).exists()]
    if taken or not is_empty(place.database_url):
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


def _put_back(work: Path, place: Place, said: dict[str, Any]) -> None:
    sqlite = place.database_url.startswith("sqlite")
    if sqlite != (said["database"] == "sqlite"):
        raise Conflict(
            f"ข้อมูลสำรองนี้ของ {said['database']} กู้คืนลงฐานข้อมูลอีกชนิดไม่ได้",
            next_step="กู้คืนลงชนิดเดิมก่อน แล้วย้ายด้วย saraban export และ saraban import",
        )
    for name in KEPT:
        if (work / DATA / name).exists():
            (work / DATA / name).rename(place.data / name)
    if sqlite:
        target = Path(place.database_url.removeprefix("sqlite:///"))
        target.parent.mkdir(parents=True, exist_ok=True)
        (work / DATABASE / SQLITE_FILE).rename(target)
        return
    store = open_store(place.database_url)
    try:
        load(store, work / DATABASE, said)
    finally:
        store.engine.dispose()


def _told(file: Path, said: dict[str, Any], manifest: bytes) -> Backup:
    return Backup(
        file, datetime.fromisoformat(said["at"]), sum(said["rows"].values()), len(said["files"]), said["rows"].get("seal", 0),
        hashlib.sha256(manifest).hexdigest(),
    )  # fmt: skip

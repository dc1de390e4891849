"""Power cuts on SQLite, simulated: what lies on the disk when the current fails between two promises of the disk.

The office numbers in WAL mode through the program's own store; checkpoints are made by hand, so that every step touches one file and ends
in that file's fsync. A cut during a step leaves what lay there before, with any of the step's sectors (512 bytes) written, torn or not
(trust.md's model). What the disk has promised depends on `synchronous`: with FULL every commit, with NORMAL only the checkpoints.
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as sqlite_driver
from sqlalchemy import event

from tests.number_writers import KEY
from tests.promises import Seen
from workflow.store.engine import Store, open_store
from workflow.store.registers import EntryDraft, Registers

AT = datetime(2019, 11, 22, tzinfo=UTC)
SECTOR, HEADER = 512, 32
EVERY = 9  # numberings between two checkpoints


@dataclass(frozen=True)
class Disk:
    """The bytes of the database and of its write-ahead log."""

    base: bytes
    log: bytes


@dataclass(frozen=True)
class Step:
    """What the disk had promised before, what it holds after, and which numbers had been told before."""

    before: Disk
    after: Disk
    told: int


def steps(url: str, numberings: int, synchronous: str) -> Iterator[Step]:
    """Number, and yield every step with what the disk had promised when it began."""
    store, file = _store(url, synchronous), Path(url.removeprefix("sqlite:///"))
    _checkpoint(store)
    promised = _now(file)
    for n in range(numberings):
        _issue(store, n)
        after = _now(file)
        yield Step(promised, after, n)
        promised = after if synchronous == "FULL" else promised
        if n % EVERY == EVERY - 1:
            _checkpoint(store)
            yield Step(promised, _now(file) if synchronous == "FULL" else after, n + 1)
            promised = _now(file)
    store.engine.dispose()


def _store(url: str, synchronous: str) -> Store:
    store = open_store(url)

    laxer = [f"synchronous={synchronous}"] if synchronous != "FULL" else []  # FULL is what the program says by itself

    def prepare(connection: Any, _: object) -> None:
        for pragma in ("wal_autocheckpoint=0", *laxer):
            connection.execute(f"PRAGMA {pragma}")

    event.listen(store.engine, "connect", prepare)
    return store


def _issue(store: Store, n: int) -> None:
    with store.write() as session:
        Registers(session, "police", {}).issue(KEY, EntryDraft(key=f"k{n}", at=AT, subject="แจ้งผลการสำรวจ" * 20))


def _checkpoint(store: Store) -> None:
    with store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        driver.execute("PRAGMA wal_checkpoint(PASSIVE)")  # type: ignore[union-attr]


def _now(file: Path) -> Disk:
    log = Path(f"{file}-wal")
    return Disk(file.read_bytes(), log.read_bytes() if log.exists() else b"")


def cut(step: Step, draw: random.Random) -> Disk:
    """Return what lies on the disk when the power fails somewhere in a step."""
    return Disk(_torn(step.before.base, step.after.base, draw), _torn_log(step.before.log, step.after.log, draw))


def _torn_log(before: bytes, after: bytes, draw: random.Random) -> bytes:
    """A log that begins anew gets its header first, synced by itself (sqlite.org/fileformat2.html#walformat)."""
    if before[:HEADER] == after[:HEADER] or not before:
        return _torn(before, after, draw)
    if draw.random() < 0.3:
        return before if draw.random() < 0.5 else after[:HEADER] + before[HEADER:]
    return _torn(after[:HEADER] + before[HEADER:], after, draw)


def _torn(before: bytes, after: bytes, draw: random.Random) -> bytes:
    """Return the old bytes with some of the sectors that changed written, perhaps the last of them in part."""
    changed = [n for n in range(0, len(after), SECTOR) if before[n : n + SECTOR] != after[n : n + SECTOR]]
    written = (
        set(draw.sample(changed, draw.randint(0, len(changed))))
        if draw.random() < 0.7
        else set(changed[: draw.randint(0, len(changed))])
    )
    out = bytearray(before.ljust(max((n + SECTOR for n in written), default=0), b"\0"))
    for n in written:
        length = SECTOR if draw.random() < 0.9 else draw.randrange(SECTOR)
        out[n : n + length] = after[n : n + length]
    return bytes(out[: max(len(after), len(before))])


def judged(disk: Disk, folder: Path, told: int) -> tuple[int, int, int]:
    """Open what is left; return how many numbers that were told are lost, how many are there twice, and 1 when it is damaged."""
    file = folder / "cut.sqlite3"
    for end in ("", "-wal", "-shm"):
        Path(f"{file}{end}").unlink(missing_ok=True)
    file.write_bytes(disk.base)
    Path(f"{file}-wal").write_bytes(disk.log)
    connection = sqlite_driver.connect(str(file))
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        numbers = [row[0] for row in connection.execute("SELECT number FROM register_entry ORDER BY number")]
    except sqlite_driver.DatabaseError:
        return told, 0, 1
    finally:
        connection.close()
    hole = numbers != list(range(1, len(numbers) + 1))
    return max(0, told - len(numbers)) + hole, len(numbers) - len(set(numbers)), int(not sound)


def cuts(newest: Path, folder: Path, count: int, *, synchronous: str = "FULL", numberings: int = 60) -> Seen:
    """Cut the power so many times in so many numberings; return what was seen."""
    shutil.copy(newest, folder / "office.sqlite3")
    made = list(steps(f"sqlite:///{folder / 'office.sqlite3'}", numberings, synchronous))
    draw, found = random.Random(2562), Seen(0, 0)
    for n in range(count):
        step = made[n % len(made)]
        lost, doubled, damaged = judged(cut(step, draw), folder, step.told)
        found += Seen(1, 1, lost, doubled, damaged)
    return found

"""Sweep away what a program that was killed left half made: files under passing names, unpacked databases, papers no row names."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlmodel import select

from workflow.services.desk import Desk
from workflow.store.intake_tables import IntakeRow

HALF_MADE = 3600.0  # seconds: nobody writes one file for so long
UNPACKED = 6 * 3600.0  # a backup or a restore of a very large office
UNPACKED_NAMES = (".backup-*", ".restore-*")  # with the plain database in them


def tidy_up(desk: Desk, *, now: datetime) -> tuple[Path, ...]:
    """Remove what is half made and old and return what that was; an original that no row names stays, and `verify` counts it."""
    at = now.timestamp()
    data = desk.memo_folder.parent
    gone = tuple(path for path, age in (*_half_made(data), *_unpacked(data), *_unnamed(desk)) if _older(path, at - age))
    for path in gone:
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    return gone


def _older(path: Path, moment: float) -> bool:
    try:
        return path.stat().st_mtime <= moment
    except FileNotFoundError:  # its writer has just ended
        return False


def _half_made(data: Path) -> Iterator[tuple[Path, float]]:
    yield from ((path, HALF_MADE) for path in data.rglob("*.part") if path.is_file())


def _unpacked(data: Path) -> Iterator[tuple[Path, float]]:
    yield from ((path, UNPACKED) for name in UNPACKED_NAMES for path in data.glob(name))


def _unnamed(desk: Desk) -> Iterator[tuple[Path, float]]:
    """Yield the folders of files handed in that no row names: whoever handed them in was never told that they are here."""
    found = [path for path in desk.intake_folder.glob("??/*") if path.is_dir()]
    if not found:
        return
    with desk.store.read() as session:
        named = set(session.exec(select(IntakeRow.sha256)))
    yield from ((path, HALF_MADE) for path in found if path.name not in named)

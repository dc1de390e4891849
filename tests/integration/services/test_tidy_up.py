"""What a killed program left half made is swept away once it is old; what anybody may still need stays."""

import os
from datetime import timedelta
from pathlib import Path

from tests.integration.services.intake_desk import CAME, desk, taken
from workflow.services.take_in import folder_of
from workflow.services.tidy_up import tidy_up
from workflow.store.engine import Store
from workflow.store.intakes import intake

NOW = CAME.at


def old(path: Path, hours: float, *, folder: bool = False) -> Path:
    """Something that was last touched so many hours ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir() if folder else path.write_bytes(b"x")
    at = (NOW - timedelta(hours=hours)).timestamp()
    os.utime(path, (at, at))
    return path


def test_only_what_is_half_made_and_old_goes(sqlite_store: Store, tmp_path: Path) -> None:
    place = desk(sqlite_store, tmp_path)
    gone = {
        old(tmp_path / "originals" / ".a.part", 2),
        old(tmp_path / "memos" / "00001" / ".m.part", 2),
        old(tmp_path / ".backup-x", 7, folder=True),
        old(tmp_path / "intake" / "ab" / ("ab" * 32), 2, folder=True),
    }
    stays = {
        old(tmp_path / "originals" / ".b.part", 0.5),
        old(tmp_path / ".backup-y", 5, folder=True),
        old(tmp_path / "originals" / "cd" / ("cd" * 32), 9000),
        old(tmp_path / "intake" / "ef" / ("ef" * 32), 0.5, folder=True),
    }
    assert set(tidy_up(place, now=NOW)) == gone
    assert [path for path in gone if path.exists()] + [path for path in stays if not path.exists()] == []
    assert tidy_up(place, now=NOW) == ()


def test_a_file_handed_in_that_a_row_names_stays_however_old(store: Store, tmp_path: Path) -> None:
    place = desk(store, tmp_path)
    number = taken(place)
    with store.read() as session:
        folder = folder_of(place, intake(session, number).sha256)
    os.utime(folder, (0, 0))
    assert tidy_up(place, now=NOW) == () and folder.exists()

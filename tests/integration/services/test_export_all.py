"""An office can leave with everything, and come back to the other database with the same digest."""

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect

from tests.conftest import ROOT
from tests.integration.services import police
from tests.integration.services.test_backup import desk
from tests.newest import new_database
from workflow.core.errors import Conflict, UnreadableFile
from workflow.core.register import Book
from workflow.services.backup import logical_digest
from workflow.services.desk import Desk
from workflow.services.export_all import MANIFEST, _digest, export_all, import_all
from workflow.services.keep_register import NumberRequest, issue_numbers
from workflow.services.verify_record import verify
from workflow.store.engine import open_store
from workflow.store.seals import snapshot

__all__ = ["desk"]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    own = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    url = own if request.param == "sqlite" else new_database(request.getfixturevalue("postgres_url"))
    made = police.police_desk(url, tmp_path / "new")
    yield made
    made.store.engine.dispose()


def test_an_export_comes_back_equal_on_either_database(desk: Desk, empty: Desk, tmp_path: Path) -> None:
    out = export_all(desk, tmp_path / "all.zip")
    assert import_all(empty, out.file).digest == out.digest
    assert export_all(empty, tmp_path / "again.zip").digest == out.digest
    assert logical_digest(empty.store) == logical_digest(desk.store)
    with snapshot(empty.store) as session:
        assert verify(session).sound


def test_a_process_that_migrated_nothing_knows_every_table_there_is(newest_sqlite: Path) -> None:
    code = "from workflow.services.export_all import PASSING, tables; print(*PASSING, *(t.name for t in tables()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    newest = open_store(f"sqlite:///{newest_sqlite}")
    there = set(inspect(newest.engine).get_table_names()) - {"alembic_version"}
    newest.engine.dispose()
    assert set(done.stdout.split()) == there


def test_the_next_number_after_an_import_is_the_next(desk: Desk, empty: Desk, tmp_path: Path) -> None:
    import_all(empty, export_all(desk, tmp_path / "all.zip").file)
    request = NumberRequest("police", "สทส.", Book.OUTGOING, police.DAY, "k", "เรื่องทดสอบ")
    assert len(issue_numbers(empty, request).letter_numbers) == 1
    assert set(police.holes(empty).values()) == {0}


def test_an_export_holds_the_running_journal_and_every_original(desk: Desk, tmp_path: Path) -> None:
    out = export_all(desk, tmp_path / "all.zip")
    with zipfile.ZipFile(out.file) as package:
        journal = package.read("journal.csv").decode().splitlines()
        files = [name for name in package.namelist() if name.startswith("files/")]
    assert len(journal) == 1 + sum(1 for _ in police.rows(desk)["register_entry"])
    assert len(files) == out.files == 1


def test_nothing_is_imported_over_something_or_from_a_spoilt_package(desk: Desk, tmp_path: Path) -> None:
    out = export_all(desk, tmp_path / "all.zip")
    with pytest.raises(Conflict):
        import_all(desk, out.file)
    out.file.write_bytes(out.file.read_bytes()[:-200])
    with pytest.raises(UnreadableFile):
        import_all(desk, out.file)


def test_what_was_handed_in_through_the_web_comes_along(desk: Desk, empty: Desk, tmp_path: Path) -> None:
    folder = desk.intake_folder / "ab" / ("ab" * 32)
    folder.mkdir(parents=True)
    (folder / "หนังสือ.txt").write_bytes(b"letter")
    (folder / "half.part").write_bytes(b"le")
    out = export_all(desk, tmp_path / "all.zip")
    assert import_all(empty, out.file).files == 2
    assert [path.read_bytes() for path in empty.intake_folder.rglob("*") if path.is_file()] == [b"letter"]
    assert export_all(empty, tmp_path / "again.zip").digest == out.digest


@pytest.mark.parametrize("name", ["../../outside", "/etc/outside"])
def test_a_package_writes_nothing_outside_the_data_folder(desk: Desk, empty: Desk, tmp_path: Path, name: str) -> None:
    out = export_all(desk, tmp_path / "all.zip")
    with zipfile.ZipFile(out.file) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    said = json.loads(parts[MANIFEST])
    said["intake"] = {name: {"rows": 1, "sha256": hashlib.sha256(b"x").hexdigest()}}
    parts |= {f"intake/{name}": b"x", MANIFEST: json.dumps(said | {"digest": _digest(said)}).encode()}
    with zipfile.ZipFile(out.file, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    with pytest.raises(UnreadableFile, match="อยู่นอก"):
        import_all(empty, out.file)

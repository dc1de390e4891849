"""Two at once: first starts, equal rows, equal files."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest

from workflow.core.errors import NotFound, TryAgain
from workflow.store.engine import Store, open_store
from workflow.store.files import OriginalFiles
from workflow.store.matters import matter
from workflow.store.migrate import upgrade
from workflow.store.tables import MatterRow


def test_first_starts_at_once_make_one_schema(empty_database_url: str) -> None:
    together, stores = Barrier(4), [open_store(empty_database_url) for _ in range(4)]

    def start(store: Store) -> None:
        together.wait()
        upgrade(store)
        store.engine.dispose()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(start, stores))


def test_the_same_row_twice_is_told_in_thai(store: Store) -> None:
    def add() -> None:
        with store.write() as session:
            opened = datetime(2019, 11, 11, tzinfo=UTC)
            session.add(MatterRow(office="x", unit="x", subject="x", state="received", sha256="0", file_name="x", opened_at=opened))  # fmt: skip

    add()
    with pytest.raises(TryAgain, match="ในขณะเดียวกัน"):
        add()


def test_a_number_too_large_for_the_database_is_a_matter_that_does_not_exist(store: Store) -> None:
    with pytest.raises(NotFound), store.read() as session:
        matter(session, 99999999999999999999)


def test_one_file_kept_by_many_at_once_is_kept_once(tmp_path: Path) -> None:
    source, originals = tmp_path / "letter.pdf", OriginalFiles(tmp_path / "originals")
    source.write_bytes(b"x" * 2_000_000)
    with ThreadPoolExecutor(8) as pool:
        kept = set(pool.map(lambda _: originals.keep(source), range(16)))
    assert [p.name for p in originals.folder.rglob("*") if p.is_file()] == sorted(kept)


def test_a_file_kept_already_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, originals = tmp_path / "letter.pdf", OriginalFiles(tmp_path / "originals")
    source.write_bytes(b"x" * 2_000_000)
    first = originals.keep(source)
    monkeypatch.setattr(originals.__class__, "take_in", lambda *_: pytest.fail("written again"))
    assert originals.keep(source) == first

"""The record of personal data leaves out no table, counts what there is, and shows no datum."""

from pathlib import Path

from sqlmodel import SQLModel

from tests import build
from workflow.services.privacy_report import FOLDERS, NOBODY, TABLES, privacy_report
from workflow.store.engine import Store


def test_every_table_is_told_or_known_to_name_nobody(store: Store) -> None:
    mine = {name for name in SQLModel.metadata.tables if name not in {"seal", "checkpoint"}}
    assert mine - TABLES.keys() - NOBODY == set()
    assert set(TABLES) & NOBODY == set()


def test_what_there_is_is_counted_and_no_datum_is_shown(store: Store, tmp_path: Path) -> None:
    build.matter(build.desk(store, tmp_path))
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals/x").write_bytes(b"x")
    held = {one.place: one for one in privacy_report(store, tmp_path)}
    assert (held["ตาราง matter"].count, held["ตาราง event"].count, held["โฟลเดอร์ originals"].count) == (1, 3, 1)
    assert len(held) == len(TABLES) + len(FOLDERS)
    assert build.SUBJECT not in str(held)
    assert all(one.kept and one.seen_by and one.purpose for one in held.values())

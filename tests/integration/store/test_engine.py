"""The database keeps what it promised: its own driver, full syncing, zones, and the newest schema."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel, select

from workflow.core.errors import SarabanError
from workflow.store import engine, migrate
from workflow.store.engine import Store
from workflow.store.tables import MatterRow


def matter(opened_at: datetime) -> MatterRow:
    return MatterRow(
        office="police",
        unit="สทส.",
        subject="ทดสอบ",
        state="received",
        sha256="0",
        file_name="x.pdf",
        opened_at=opened_at,
    )


def test_times_come_back_with_their_zone(store: Store) -> None:
    bangkok = datetime(2019, 11, 11, 14, 50, tzinfo=timezone(timedelta(hours=7)))
    with store.write() as session:
        session.add(matter(bangkok))
    with store.read() as session:
        opened = session.exec(select(MatterRow)).one().opened_at
    assert opened == bangkok and opened.tzinfo == UTC


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="time without a zone"), store.write() as session:
        session.add(matter(datetime(2019, 11, 11)))  # noqa: DTZ001


def test_the_migrations_make_exactly_the_tables(store: Store) -> None:
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_upgrading_twice_changes_nothing(store: Store) -> None:
    migrate.upgrade(store)


def test_sqlite_writes_are_synced_in_full(sqlite_store: Store) -> None:
    with sqlite_store.engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("journal_mode", "synchronous")
        ]
    assert pragmas == ["wal", 2]


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "SAFE_SQLITE", (99, 0, 0))
    with pytest.raises(SarabanError, match="ไม่ปลอดภัย"):
        engine.open_store("sqlite://")

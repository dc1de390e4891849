"""The program's own role in PostgreSQL does its work, and cannot alter or delete what is only ever added."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from tests import build
from tests.newest import empty_database
from workflow.core.errors import UsageError
from workflow.core.register import Book, RegisterKey
from workflow.services.seal_record import seal_new
from workflow.store.engine import Store, open_store
from workflow.store.grants import ONLY_ADDED, grants_for
from workflow.store.migrate import upgrade
from workflow.store.registers import EntryDraft, Registers

ROLE = "saraban_app"
AT = datetime(2019, 12, 6, tzinfo=UTC)


@pytest.fixture(scope="module")
def as_role(postgres_url: str) -> Iterator[Store]:
    """A store of a database that its owner brought to the newest schema, opened by the program's role."""
    url = empty_database(postgres_url)
    owner = open_store(url)
    upgrade(owner)
    with owner.engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {ROLE} LOGIN PASSWORD 'app'"))
        for statement in grants_for(ROLE):
            connection.execute(text(statement))
    owner.engine.dispose()
    opened = open_store(make_url(url).set(username=ROLE, password="app").render_as_string(hide_password=False))
    yield opened
    opened.engine.dispose()
    with create_engine(make_url(url).set(drivername="postgresql+psycopg")).begin() as connection:
        connection.execute(text(f"DROP OWNED BY {ROLE}"))
        connection.execute(text(f"DROP ROLE {ROLE}"))


def test_the_role_numbers_and_sends_and_seals(as_role: Store, tmp_path: Path) -> None:
    upgrade(as_role)  # nothing is missing, and the role may ask
    desk = build.desk(as_role, tmp_path)
    matter = build.matter(desk)
    build.sent(desk, matter, build.memo(desk, matter), "ผบช.สงป.")
    with as_role.write() as session:
        key = RegisterKey("สทส.", Book.OUTGOING, 2562)
        assert Registers(session, "test", {}).issue(key, EntryDraft(key="k", at=AT)).number == 1
    assert seal_new(as_role, at=AT) == 1


@pytest.mark.parametrize("table", ONLY_ADDED)
@pytest.mark.parametrize("act", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_role_cannot_alter_what_is_only_added(as_role: Store, table: str, act: str) -> None:
    column = "rows" if table in {"seal", "seal_batch"} else "id"
    with pytest.raises(ProgrammingError, match="permission denied"), as_role.engine.begin() as connection:
        connection.execute(text(act.format(table, column, column)))


def test_not_even_the_owner_alters_it_by_a_slip(store: Store, tmp_path: Path) -> None:
    build.matter(build.desk(store, tmp_path))
    with pytest.raises(DBAPIError, match="only ever added"), store.engine.begin() as connection:
        connection.execute(text("UPDATE event SET text = ''"))


def test_a_role_with_a_strange_name_is_refused() -> None:
    with pytest.raises(UsageError):
        grants_for("app; DROP TABLE event")

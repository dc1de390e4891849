"""Every table is under the seal or said to be no record; whatever the program does to one stays sound, whatever else is done is found."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlmodel import Session, SQLModel

from tests.integration.services import acts, intake_desk, police
from tests.newest import new_database, sqlite_at
from tests.tampering import CHAIN, open_the_safe, spoil, spoilt_cells, tamper
from workflow.services.desk import Desk
from workflow.services.seal_record import seal_new
from workflow.services.verify_record import Finding, Verified, verify
from workflow.store.engine import open_store
from workflow.store.no_record import NO_RECORD
from workflow.store.sealed import DELETED, FOLLOWS, NOTED, SECRET, kept
from workflow.store.seals import head, snapshot

AT = datetime(2025, 12, 30, tzinfo=UTC)
Play = Callable[[Desk, Path], Iterator[acts.Act]]


def at_the_door(desk: Desk, _: Path) -> Iterator[acts.Act]:
    return acts.at_the_door(replace(desk, vault_key=lambda: b"k" * 32))


PLAYED: dict[str, Play] = {"matter": acts.of_a_matter, "door": at_the_door}


def judged(desk: Desk) -> Verified:
    with snapshot(desk.store) as session:
        return verify(session)


def last_seal(desk: Desk) -> tuple[int, str]:
    with snapshot(desk.store) as session:
        return head(session)


def wrong_after(desk: Desk, play: Iterator[acts.Act]) -> list[tuple[str, Finding]]:
    """Play acts, seal and look after every one of them."""
    wrong = []
    for name, act in play:
        act()
        seal_new(desk.store, at=AT)
        wrong += [(name, finding) for finding in judged(desk).findings]
    return wrong


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes one database after the other, with the newest schema."""
    if request.param == "sqlite":
        return lambda: sqlite_at(tmp_path_factory.mktemp("played") / "saraban.sqlite3")
    server = request.getfixturevalue("postgres_url")
    return lambda: new_database(server)


@pytest.fixture(scope="module", params=list(PLAYED))
def played(
    url: Callable[[], str], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Desk, list[tuple[str, Finding]]]]:
    folder = tmp_path_factory.mktemp("acts")
    desk = (
        police.police_desk(url(), folder) if request.param == "matter" else intake_desk.desk(open_store(url()), folder)
    )
    wrong = wrong_after(desk, PLAYED[request.param](desk, folder))
    yield desk, wrong
    desk.store.engine.dispose()


def test_every_table_is_sealed_or_said_to_be_no_record() -> None:
    told = [*FOLLOWS, *NOTED, *NO_RECORD]
    assert sorted(told) == sorted(SQLModel.metadata.tables)
    assert all(reason for reason in NO_RECORD.values())


def test_what_is_left_out_of_the_words_and_what_is_secret_are_columns() -> None:
    for name, columns in (*FOLLOWS.items(), *NOTED.items(), *SECRET.items()):
        assert columns <= set(SQLModel.metadata.tables[name].c.keys()), name
    assert FOLLOWS.keys() >= DELETED


def test_every_kind_of_act_stays_sound(played: tuple[Desk, list[tuple[str, Finding]]]) -> None:
    assert played[1] == []
    assert judged(played[0]).unsealed == 0


def test_no_password_and_no_login_is_noted_in_the_clear(played: tuple[Desk, list[tuple[str, Finding]]]) -> None:
    with played[0].store.engine.connect() as connection:
        said = " ".join(connection.execute(text("SELECT CAST(said AS VARCHAR(9999)) FROM row_change")).scalars())
    assert "argon2" not in said and acts.PASSWORD not in said and "Secret99" not in said


def test_whatever_is_tampered_with_afterwards_is_found(played: tuple[Desk, list[tuple[str, Finding]]]) -> None:
    missed, checkpoint = [], last_seal(played[0])  # somebody outside knows where the chain stood
    for seed in range(40):
        with played[0].store.engine.connect() as connection, connection.begin() as transaction:
            open_the_safe(connection)
            done = tamper(connection, random.Random(seed))
            unseen = verify(Session(connection)).sound and head(Session(connection)) == checkpoint
            missed += [done] if unseen else []
            transaction.rollback()
    assert missed == []


def spoilt_unseen(desk: Desk, wanted: Callable[[int], bool]) -> tuple[int, list[tuple[str, str, str]]]:
    """Spoil one cell after the other, each alone; return how many were, and which of them nobody was told of."""
    with desk.store.engine.connect() as connection:
        cells = [cell for n, cell in enumerate(spoilt_cells(connection)) if wanted(n)]
    done, missed = 0, []
    for cell in cells:
        with desk.store.engine.connect() as connection, connection.begin() as transaction:
            open_the_safe(connection)
            if spoil(connection, cell):
                done += 1
                missed += [cell] if verify(Session(connection)).sound and says_otherwise(desk, connection, cell) else []
            transaction.rollback()
    return done, missed


def says_otherwise(desk: Desk, connection: Connection, cell: tuple[str, str, str]) -> bool:
    """Whether the spoilt cell counts, and says something else than before in the words that are sealed."""
    name, column, _ = cell
    if name in CHAIN:
        return True
    with desk.store.read() as session:
        before = kept(name).all(session)
    return column in kept(name).columns and kept(name).all(Session(connection)) != before


def test_a_cell_that_cannot_be_read_is_a_finding_and_stops_nobody(
    played: tuple[Desk, list[tuple[str, Finding]]],
) -> None:
    done, missed = spoilt_unseen(played[0], lambda n: n % 31 == 0)
    assert missed == []
    assert done > 5

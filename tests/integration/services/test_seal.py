"""The chain of seals: what the program does stays sound, what anybody else does is found."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from tests.integration.services import police
from tests.newest import new_database
from tests.tampering import open_the_safe, tamper
from workflow.core.when import When
from workflow.services.answer import AckRequest, StampRequest, acknowledge, forward, stamp_receipt
from workflow.services.desk import Desk
from workflow.services.dispatch_memo import DispatchRequest, dispatch_memo
from workflow.services.seal_record import seal_new
from workflow.services.verify_record import Verified, verify
from workflow.store.seals import snapshot

AT = datetime(2025, 12, 9, tzinfo=UTC)
QUICK = 150


def walked(url: str, folder: Path) -> Desk:
    """A desk where a matter went all the way, sealed after every step, then once more under way and sealed at the end."""
    desk = police.police_desk(url, folder)
    for step in (
        lambda: police.submitted(desk),
        lambda: police.ordered(desk, 1),
        lambda: dispatch_memo(desk, DispatchRequest(1, (police.EVERYONE,), When.day(date(2025, 12, 3)))),
        lambda: stamp_receipt(desk, StampRequest(1, "สงป.", When.day(date(2025, 12, 8), "10:15"))),
        lambda: acknowledge(desk, AckRequest(1, "สงป.", When.day(date(2025, 12, 9), "13:00"), by_post="รอง ผบช.สงป.")),
        lambda: forward(desk, DispatchRequest(1, ("ผบก.ในสังกัด สงป.",), When.day(date(2025, 12, 9), "14:00"), unit="สงป.")),
    ):  # fmt: skip
        step()
        seal_new(desk.store, at=AT)
    return desk


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)])
def sealed_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("sealed")
    own = f"sqlite:///{folder / 'saraban.sqlite3'}"
    desk = walked(own if request.param == "sqlite" else new_database(request.getfixturevalue("postgres_url")), folder)
    yield desk
    desk.store.engine.dispose()


def judged(desk: Desk) -> Verified:
    with snapshot(desk.store) as session:
        return verify(session)


def unseen(desk: Desk, seeds: range) -> list[str]:
    """Tamper once for every seed, each time on what was sealed, and return what verify did not find."""
    missed = []
    for seed in seeds:
        with desk.store.engine.connect() as connection, connection.begin() as transaction:
            open_the_safe(connection)
            done = tamper(connection, random.Random(seed))
            if verify(Session(connection)).sound:
                missed.append(f"{seed}: {done}")
            transaction.rollback()
    return missed


def test_what_the_program_does_stays_sound(sealed_desk: Desk) -> None:
    found = judged(sealed_desk)
    assert (found.findings, found.unsealed, found.seals) == ((), 0, 6)


def test_nothing_altered_deleted_or_moved_stays_unseen(sealed_desk: Desk) -> None:
    assert unseen(sealed_desk, range(QUICK)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM seal WHERE number = 6",  # what it took still lies there
        "UPDATE seal_batch SET position = position + 7 WHERE seal = 6 AND position = 0",
        """UPDATE row_change SET said = '{"state": 1}' WHERE id = 1""",
        "UPDATE row_change SET said = '[1]' WHERE id = 1",
    ],
)
def test_what_leaves_no_gap_and_what_is_no_change_any_more_is_found(sealed_desk: Desk, statement: str) -> None:
    with sealed_desk.store.engine.connect() as connection, connection.begin() as transaction:
        open_the_safe(connection)
        assert connection.execute(text(statement)).rowcount == 1
        assert not verify(Session(connection)).sound
        transaction.rollback()

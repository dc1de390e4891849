"""The police desk on both databases, once a module; and one after what a test begins with, copied for each."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.begun import Play, begun, built
from tests.integration.services import police
from tests.newest import new_database, without
from workflow.services.desk import Desk


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def police_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An empty police desk on each kind of database."""
    folder = tmp_path_factory.mktemp("police")
    at_hand = request.param == "sqlite"
    url = (
        f"sqlite:///{folder / 'saraban.sqlite3'}" if at_hand else new_database(request.getfixturevalue("postgres_url"))
    )
    desk = police.police_desk(url, folder)
    yield desk
    desk.store.engine.dispose()
    without(url)


@pytest.fixture
def server(kind: str, request: pytest.FixtureRequest) -> str:
    """The server of PostgreSQL; nothing where the test lies on SQLite."""
    return str(request.getfixturevalue("postgres_url")) if kind == "postgresql" else ""


@pytest.fixture
def police_after(server: str, tmp_path: Path) -> Iterator[Callable[[Play], Desk]]:
    """Call it with what was done on the police desk before the test begins (`tests/begun.py`)."""
    yield from _after(begun, tmp_path, server)


@pytest.fixture
def built_after(server: str, tmp_path: Path) -> Iterator[Callable[[Play], Desk]]:
    """Call it with what was done at the small office of `tests/build.py` before the test begins."""
    yield from _after(built, tmp_path, server)


def _after(lay: Callable[[Play, Path, str], Desk], folder: Path, server: str) -> Iterator[Callable[[Play], Desk]]:
    laid: list[Desk] = []

    def begin(play: Play) -> Desk:
        laid.append(lay(play, folder, server))
        return laid[-1]

    yield begin
    for desk in laid:
        desk.store.engine.dispose()
        without(desk.store.engine.url.render_as_string(hide_password=False))


@pytest.fixture
def waiting_for_order(tmp_path: Path) -> Iterator[Desk]:
    """Matter 1 is submitted and waits for an order."""
    desk = begun(police.submitted, tmp_path / "data")
    yield desk
    desk.store.engine.dispose()


@pytest.fixture
def unchanged(waiting_for_order: Desk) -> Iterator[Callable[[], None]]:
    """Call it to take the state of now as the one that must be found at the end of the test."""
    taken: list[object] = [police.rows(waiting_for_order)]
    yield lambda: taken.__setitem__(0, police.rows(waiting_for_order))
    assert police.rows(waiting_for_order) == taken[0]

"""One Chromium a process, the seeded office served once a module, and visitors whose consoles must stay clean."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.chromium import Visitor, visit
from tests.browser.seeded import NOW, seeded_desk
from tests.browser.served import served
from workflow.services.desk import Desk

Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; the tests say that they were skipped, and why, on a machine that has none."""
    path = chromium.chromium_path()
    if path is None:
        pytest.skip(chromium.ABSENT)
    with sync_playwright() as playwright:
        started = chromium.start(playwright, path)
        yield started
        started.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The seeded office."""
    laid = seeded_desk(tmp_path_factory.mktemp("office"))
    yield laid
    laid.store.engine.dispose()


@pytest.fixture(scope="module")
def base(desk: Desk) -> Iterator[str]:
    """Where the seeded office is served."""
    with served(desk, lambda: NOW) as address:
        yield address


@pytest.fixture
def come(browser: Browser, base: str) -> Iterator[Visit]:
    """Call it for a new visitor; when the test ends no console may hold an error, of the content policy or another."""
    came: list[Visitor] = []

    def visitor(*, phone: bool = False, scripts: bool = True) -> Visitor:
        came.append(visit(browser, base, phone=phone, scripts=scripts))
        return came[-1]

    yield visitor
    for one in came:
        one.context.close()
    assert [trouble for one in came for trouble in one.troubles] == []


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """A folder for files that a test uploads."""
    return tmp_path

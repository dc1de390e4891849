"""Chromium and the seeded office once a module, and visitors whose consoles must stay clean."""

from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.chromium import Visitor, visit
from tests.browser.seeded import NOW, seeded_desk
from tests.browser.served import listening
from tests.integration.web.signed_in import as_
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.desk import Desk

Visit = Callable[..., Visitor]


# longer, Playwright's event loop would still run in this process under the tests of other files
@pytest.fixture(scope="module")
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
def app(desk: Desk) -> FastAPI:
    """The application on the seeded office."""
    return make_app(desk, now=lambda: NOW)


@pytest.fixture(scope="module")
def base(app: FastAPI) -> Iterator[str]:
    """Where the seeded office is served."""
    with listening(app) as address:
        yield address


@pytest.fixture
def come(browser: Browser, base: str, app: FastAPI, desk: Desk) -> Iterator[Visit]:
    """Call it for a new visitor, logged in at a desk when a role is given; when the test ends no console may hold an error."""
    came: list[Visitor] = []

    def visitor(role: Role | None = None, unit: str = "สทส.", *, post: str = "", **how: bool) -> Visitor:
        one = visit(browser, base, **how)
        came.append(one)
        if role is not None:
            named = as_(desk, app, role, unit, post=post, office="police")
            one.log_in(app.state.cookie, named.cookies.get(app.state.cookie))
        return one

    yield visitor
    for one in came:
        one.context.close()
    assert [trouble for one in came for trouble in one.troubles] == []

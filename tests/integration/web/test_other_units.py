"""Whoever has no part in a thing is told that there is no such thing, at every address of the application, and changes nothing by asking."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.integration.web.conftest import PRESSED_HERE, Site
from tests.integration.web.signed_in import TestClient, as_
from tests.integration.web.strangers import (
    ADMINISTRATORS,
    BY_NAME,
    OTHER,
    SECRETS,
    SHARED,
    TWIN,
    Asked,
    Theirs,
    seed,
)
from workflow.core.working_as import Role

OFFICES = pytest.mark.parametrize("office", ["test", TWIN])
PAPERS = (Role.REGISTRY, Role.DRAFTER, Role.OFFICER)


@pytest.fixture
def theirs(site: Site, tmp_path: Path) -> Theirs:
    """One of everything, none of it the askers'."""
    return seed(site, tmp_path)


def browser(theirs: Theirs, office: str, role: Role) -> TestClient:
    unit, post = (OTHER, "ผบก.ค.") if office == "test" else ("สทส.", "ผบช.สทส.")
    held = post if role == Role.OFFICER else ""
    return as_(theirs.site.desk, theirs.site.app, role, unit, post=held, office=office)


def answer(page: TestClient, asked: Asked) -> int:
    given = {"data": asked.form, "files": asked.files} if asked.method == "POST" else {}
    got = page.request(
        asked.method, asked.address, params=asked.query, headers=PRESSED_HERE, follow_redirects=False, **given
    )
    return int(got.status_code)


def is_others(asked: Asked, office: str) -> bool:
    """Whether what is asked for is somebody else's: chart and board are the office's, accounts its administrator's."""
    if office == TWIN:
        return asked.path not in SHARED | BY_NAME
    return asked.path not in SHARED and not asked.path.startswith(ADMINISTRATORS)


def tells_nothing(asked: Asked, role: Role) -> set[int]:
    """Not found; only where such a desk has no business at all, whatever its form names, it is told so."""
    if asked.path.startswith(ADMINISTRATORS):
        return {404} if role == Role.ADMIN else {403}
    return {404} if "{" in asked.path and not asked.path.endswith(("/reports", "/words")) else {403, 404}


def wrong(page: TestClient, role: Role, listed: Iterable[Asked], missing: Iterable[Asked]) -> dict[str, object]:
    """What is answered otherwise than it should be, or refused although a thing that never was is not."""
    never = {asked.name: asked for asked in missing}
    odd: dict[str, object] = {}
    for asked in listed:
        got = answer(page, asked)
        if got not in tells_nothing(asked, role) or (got == 403 and answer(page, never[asked.name]) != 403):
            odd[f"{role} {asked.name}"] = got
    return odd


@OFFICES
def test_what_is_another_units_is_not_found_by_any_desk(theirs: Theirs, office: str) -> None:
    pages = {role: browser(theirs, office, role) for role in Role}
    listed = [asked for asked in theirs.asked(theirs.ids) if is_others(asked, office)]
    missing, before = [*theirs.asked(theirs.missing)], theirs.unchanged()
    assert [odd for role, page in pages.items() if (odd := wrong(page, role, listed, missing))] == []
    assert len(listed) > 50
    assert theirs.unchanged() == before


def test_a_desks_own_matter_opens_no_paper_of_another(theirs: Theirs) -> None:
    pages = {role: browser(theirs, "test", role) for role in PAPERS}
    listed, missing = ([*theirs.asked({**ids, "matter": theirs.own})] for ids in (theirs.ids, theirs.missing))
    within = [asked for asked in listed if asked.path.startswith("/matters/{matter}/") and asked.names_a_paper]
    before = theirs.unchanged()
    assert [odd for role, page in pages.items() if (odd := wrong(page, role, within, missing))] == []
    assert len(within) > 10
    assert theirs.unchanged() == before


@OFFICES
def test_no_list_names_what_is_another_units(theirs: Theirs, office: str) -> None:
    lists = [path for path, methods in theirs.openapi["paths"].items() if "get" in methods and "{" not in path]
    pages = {role: browser(theirs, office, role) for role in Role}
    told = {(role, path): pages[role].get(path, params={"find": "สำรวจ"}).text for role in Role for path in lists}
    assert [asked for asked, text in told.items() for secret in SECRETS if secret in text] == []
    assert {"/", "/matters", "/intake", "/orders", "/org/acting", "/reminders"} <= set(lists)

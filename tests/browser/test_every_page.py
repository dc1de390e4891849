"""Every page of the application, as people with a reader's voice, a phone, or 400 % of zoom meet it."""

import pytest
from fastapi import FastAPI

from tests.browser.chromium import Visitor
from tests.browser.conftest import Visit
from tests.browser.seeded import letters_on_their_way
from tests.integration.web.test_promises import paths
from workflow.core.working_as import Role
from workflow.services.desk import Desk

VALUES = {
    "matter": 1, "dispatch": 1, "memo": 2, "unit": "สทส.", "year": 2568, "book": "ส่ง", "promise": 1, "ending": "csv", "suffix": "pdf",
    "weight": "bold", "secret": "x", "token": "x", "choice": 1, "page": 1, "paper": 1, "version": 1, "place": 1, "number": 1,
    "intake": 1, "step": 3,
}  # fmt: skip
FURTHER = ({"matter": 2, "intake": 2, "book": "รับ"}, {"matter": 3, "intake": 3, "unit": "สงป."}, {"dispatch": 4})
"""A drafted matter and its entered file; a submitted one, a file that could not be read, another unit; the paper sent to it."""
COMMANDER = "ผู้ช่วย ผบ.ตร.(ปร 3)"
DESKS = [
    (Role.DRAFTER, "สทส."),
    pytest.param(
        Role.REGISTRY, "สงป.", marks=pytest.mark.soak
    ),  # most of its pages are the drafter's and the officer's too
    (Role.OFFICER, COMMANDER),
    (Role.ADMIN, ""),
]
MET = {
    Role.DRAFTER: {"/", "/intake", "/intake/1", "/intake/2", "/matters/2/draft", "/matters/3/draft", "/matters/1/dispatch", "/sendings/2"},
    Role.REGISTRY: {"/", "/inbox", "/intake", "/matters/1/recipients/4", "/registers"},
    Role.OFFICER: {"/", "/inbox", "/orders", "/branch"},
    Role.ADMIN: {"/admin/accounts", "/org"},
}  # fmt: skip
"""Pages that the walk must have met, so that it cannot pass by meeting none."""
NARROW = {"phone": 390, "zoom-400": 320}  # a window of 1,280 pixels at 400 % is 320 pixels wide


class Parts(dict[str, object]):
    """Values for the parts of an address; 1 for a part that nobody named here."""

    def __missing__(self, key: str) -> int:
        return 1


@pytest.fixture(scope="module", autouse=True)
def _at_work(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    letters_on_their_way(desk, tmp_path_factory.mktemp("letters"))


@pytest.fixture(scope="module")
def known() -> dict[tuple[Role, str], list[str]]:
    """Which pages each desk has: asked for once."""
    return {}


def came(come: Visit, role: Role, at: str, **how: bool) -> Visitor:
    """Somebody at a desk: an officer by the post, others by the unit."""
    return come(role, "", post=at, **how) if role == Role.OFFICER else come(role, at, **how)


def pages(visitor: Visitor, app: FastAPI) -> list[str]:
    """The addresses of the application that answer this visitor with a page; files, and what is not his, are passed over."""
    found = []
    sets = [Parts(VALUES), *(Parts(VALUES | more) for more in FURTHER)]
    for path in dict.fromkeys(path.format_map(values) for values in sets for path in paths(app)):
        answer = visitor.context.request.get(visitor.base + path, max_redirects=0)
        if answer.ok and answer.headers.get("content-type", "").startswith("text/html") and "<title>" in answer.text():
            found.append(path)
    return found


@pytest.mark.parametrize(("role", "at"), DESKS)
def test_axe_finds_nothing_serious_on_any_page_of_a_desk(
    come: Visit, app: FastAPI, known: dict[tuple[Role, str], list[str]], role: Role, at: str
) -> None:
    visitor = came(come, role, at)
    walked = known[role, at] = pages(visitor, app)
    broken = {}
    for path in walked:
        visitor.goto(path)
        broken[path] = visitor.serious()
    assert MET[role] | ({"/orders/3"} if at == COMMANDER else set()) <= set(walked)
    assert {path: told for path, told in broken.items() if told} == {}


@pytest.mark.parametrize(("role", "at"), DESKS)
def test_no_page_scrolls_sideways_on_a_phone_or_at_400_percent_of_zoom(
    come: Visit, app: FastAPI, known: dict[tuple[Role, str], list[str]], role: Role, at: str
) -> None:
    visitor = came(come, role, at, phone=True)
    wide = {}
    for path in known.get((role, at)) or pages(visitor, app):
        visitor.goto(path)
        for name, width in NARROW.items():
            visitor.page.set_viewport_size({"width": width, "height": 844})
            wide[path, name] = visitor.overflow()
    assert {where: by for where, by in wide.items() if by > 0} == {}


@pytest.mark.parametrize("path", ["/login", "/nowhere"])
def test_axe_finds_nothing_serious_before_the_log_in(come: Visit, path: str) -> None:
    visitor = come()
    visitor.goto(path)
    assert visitor.serious() == []


def test_the_focus_is_seen_and_leads_past_the_menu(come: Visit) -> None:
    visitor = come(Role.DRAFTER)
    visitor.goto("/registers")
    visitor.page.keyboard.press("Tab")
    skip = visitor.page.evaluate(
        "() => [document.activeElement.className, getComputedStyle(document.activeElement).outlineStyle]"
    )
    assert skip == ["skip", "solid"]


def test_a_chart_s_slider_is_there_with_scripts_and_the_field_alone_without(come: Visit) -> None:
    for scripts in (True, False):
        visitor = come(Role.DRAFTER, scripts=scripts)
        visitor.goto("/org?unit=สทส.")
        assert visitor.page.locator("#slide").is_visible() is scripts
        assert visitor.page.locator("#on").is_visible()

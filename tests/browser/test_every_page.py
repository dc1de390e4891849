"""Every page of the application, as people with a reader's voice, a phone, or 400 % of zoom meet it."""

import pytest
from fastapi import FastAPI

from tests.browser.chromium import Visitor
from tests.browser.conftest import Visit
from tests.integration.web.test_promises import paths
from workflow.core.working_as import Role

VALUES = {
    "matter": 1, "dispatch": 1, "memo": 2, "unit": "สทส.", "year": 2568, "book": "ส่ง", "promise": 1, "ending": "csv", "suffix": "pdf",
    "weight": "bold", "secret": "x", "token": "x", "choice": 1, "page": 1, "paper": 1, "version": 1, "place": 1, "number": 1,
}  # fmt: skip
DESKS = [(Role.DRAFTER, "สทส."), (Role.REGISTRY, "สงป."), (Role.ADMIN, "")]


class Parts(dict[str, object]):
    """Values for the parts of an address; 1 for a part that nobody named here."""

    def __missing__(self, key: str) -> int:
        return 1


def pages(visitor: Visitor, app: FastAPI) -> list[str]:
    """The addresses of the application that answer this visitor with a page; files, and what is not his, are passed over."""
    found = []
    for path in dict.fromkeys(path.format_map(Parts(VALUES)) for path in paths(app)):
        answer = visitor.context.request.get(visitor.base + path)
        if answer.ok and answer.headers.get("content-type", "").startswith("text/html") and "<title>" in answer.text():
            found.append(path)
    return found


@pytest.mark.parametrize(("role", "unit"), DESKS)
def test_axe_finds_nothing_serious_on_any_page_of_a_desk(come: Visit, app: FastAPI, role: Role, unit: str) -> None:
    visitor = come(role, unit)
    walked = pages(visitor, app)
    broken = {}
    for path in walked:
        visitor.goto(path)
        broken[path] = visitor.serious()
    assert len(walked) >= 7
    assert {path: told for path, told in broken.items() if told} == {}


@pytest.mark.parametrize(("role", "unit"), DESKS)
@pytest.mark.parametrize("width", [390, 320], ids=["phone", "zoom-400"])
def test_no_page_scrolls_sideways(come: Visit, app: FastAPI, role: Role, unit: str, width: int) -> None:
    """A window of 1,280 pixels at 400 % is 320 pixels wide."""
    visitor = come(role, unit, phone=True)
    visitor.page.set_viewport_size({"width": width, "height": 844})
    wide = {}
    for path in pages(visitor, app):
        visitor.goto(path)
        wide[path] = visitor.overflow()
    assert {path: by for path, by in wide.items() if by > 0} == {}


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

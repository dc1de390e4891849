"""The pages in English: by a switch that needs no script, no wider than a phone, and fine for axe."""

import pytest

from tests.browser.chromium import Visitor
from tests.browser.conftest import Visit
from workflow.core.working_as import Role

PAGES = (
    "/", "/matters/1", "/matters/1/recipients", "/matters/1/dispatch", "/matters/1/recipients/1", "/registers/สทส./2568/ส่ง", "/rounds/2568",
)  # fmt: skip


def english(come: Visit, **how: bool) -> Visitor:
    """A drafter who pressed the switch on the list of matters."""
    visitor = come(Role.DRAFTER, **how)
    visitor.goto("/matters?find=a")
    visitor.click(".tongue button")
    return visitor


@pytest.mark.parametrize("scripts", [True, False])
def test_the_switch_stays_on_the_page_with_scripts_and_without(come: Visit, scripts: bool) -> None:
    visitor = english(come, scripts=scripts)
    assert visitor.page.url.endswith("/matters?find=a")
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    visitor.click(".tongue button")
    assert visitor.page.locator("html").get_attribute("lang") == "th"


def test_no_english_page_scrolls_sideways_or_breaks_a_serious_rule_of_axe(come: Visit) -> None:
    visitor = english(come)
    visitor.page.set_viewport_size({"width": 320, "height": 844})
    for path in PAGES:
        visitor.goto(path)
        visitor.fine()
    assert visitor.page.locator("html").get_attribute("lang") == "en"

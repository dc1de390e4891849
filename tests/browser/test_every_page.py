"""Every page of the application, as people with a reader's voice, a phone, or 400 % of zoom meet it."""

import pytest

from tests.browser.conftest import Visit

PAGES = [
    "/",
    "/matters/1",
    "/matters/1/units",
    "/matters/1/recipients/1",
    "/registers/สทส./2568/ส่ง",
    "/reminders",
    "/nowhere",
]


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_serious(come: Visit, address: str) -> None:
    visitor = come()
    visitor.goto(address)
    assert visitor.serious() == []


@pytest.mark.parametrize("address", PAGES)
def test_a_phone_never_scrolls_sideways(come: Visit, address: str) -> None:
    visitor = come(phone=True)
    visitor.goto(address)
    assert visitor.overflow() <= 0

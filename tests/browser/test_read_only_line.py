"""The line on every page when nothing can be kept: it is there, it can be read, and it keeps no page from being one."""

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import visit
from tests.browser.served import listening
from tests.integration.web.conftest import Site, site
from workflow.core.read_only import WORDS, Why

__all__ = ["site"]


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_the_red_line_can_be_read_on_a_desk_and_on_a_phone(browser: Browser, site: Site, phone: bool) -> None:
    site.desk.store.read_only = Why.FULL
    with listening(site.app) as base:
        visitor = visit(browser, base, phone=phone)
        visitor.goto("/login")
        assert visitor.page.get_by_role("alert").inner_text().startswith(WORDS[Why.FULL][0])
        assert (visitor.serious(), visitor.overflow() <= 0, visitor.troubles) == ([], True, [])
        visitor.context.close()

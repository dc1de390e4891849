"""The line on every page when nothing can be kept: it is there, it can be read, and it keeps no page from being one."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import AXE, DESK, PHONE, SERIOUS, WCAG
from tests.browser.served import listening
from tests.integration.web.conftest import Site, site
from workflow.core.read_only import WORDS, Why

__all__ = ["site"]


def test_the_red_line_can_be_read_on_a_desk_and_on_a_phone(browser: Browser, site: Site, tmp_path: Path) -> None:
    site.desk.store.read_only = Why.FULL
    with listening(site.app) as base:
        for name, size in (("desk", DESK), ("phone", PHONE)):
            page = browser.new_page(viewport=size)  # type: ignore[arg-type]
            page.goto(f"{base}/login")
            assert page.get_by_role("alert").inner_text().startswith(WORDS[Why.FULL][0])
            page.evaluate(AXE)
            found = page.evaluate("tags => axe.run(document, {runOnly: tags})", WCAG)
            assert [one["id"] for one in found["violations"] if one["impact"] in SERIOUS] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            page.screenshot(path=str(tmp_path / f"{name}.png"))
            page.close()

"""Pictures of the main pages for docs/pictures: `python -m tests.browser.pictures FOLDER` (a Chromium is needed)."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.chromium import ABSENT, Visitor, chromium_path, start, visit
from tests.browser.seeded import NOW, seeded_desk
from tests.browser.served import listening
from tests.integration.web.signed_in import as_
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app

PAGES = {
    "home": "/", "matters": "/matters", "matter": "/matters/1", "recipients": "/matters/1/recipients", "dispatch": "/matters/1/dispatch",
    "branch": "/branch", "shelf": "/registers", "register": "/registers/สทส./2568/ส่ง", "round": "/rounds/2568", "org": "/org?unit=สทส.",
    "acting": "/org/acting",
}  # fmt: skip
ON_A_PHONE = {"inbox-phone": "/inbox", "register-phone": "/registers/สทส./2568/ส่ง"}


def main(folder: Path) -> None:
    """Write a PNG of each page that is there."""
    path = chromium_path()
    if path is None:
        raise SystemExit(ABSENT)
    with TemporaryDirectory() as data, sync_playwright() as playwright:
        desk = seeded_desk(Path(data))
        app = make_app(desk, now=lambda: NOW)
        with listening(app) as base:
            browser = start(playwright, path)
            for phone, pages, (role, unit) in (
                (False, PAGES, (Role.DRAFTER, "สทส.")),
                (True, ON_A_PHONE, (Role.REGISTRY, "สทส.")),
            ):
                visitor = visit(browser, base, phone=phone)
                named = as_(desk, app, role, unit, office="police", person="ส.ต.ต. ตัวอย่าง ใจดี")
                cookie = {"name": app.state.cookie, "value": str(named.cookies.get(app.state.cookie)), "url": base}
                visitor.context.add_cookies([cookie])  # type: ignore[list-item]
                for name, address in pages.items():
                    _take(visitor, address, folder / f"web-{name}.png")
            browser.close()


def _take(visitor: Visitor, address: str, out: Path) -> None:
    answer = visitor.page.goto(visitor.base + address)
    if answer is not None and answer.ok:
        visitor.page.evaluate("() => document.fonts.ready")
        visitor.page.screenshot(path=str(out), clip=None, full_page=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

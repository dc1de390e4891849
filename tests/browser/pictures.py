"""Pictures of the main pages for docs/pages.md: `python -m tests.browser.pictures FOLDER` (a Chromium is needed)."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import FastAPI
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import ABSENT, Visitor, chromium_path, start, visit
from tests.browser.seeded import CLERK, NOW, letters_on_their_way, seeded_desk
from tests.browser.served import listening
from tests.integration.services import police
from tests.integration.web.signed_in import as_
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.web.app import make_app
from workflow.services.desk import Desk

COLOURS = 128  # of a picture: enough for a page, and a third of its size


@dataclass(frozen=True)
class Shown:
    """A page as somebody at a desk sees it; `first` is what they do on it before the picture is taken."""

    name: str
    path: str
    role: Role = Role.DRAFTER
    at: str = "สทส."
    phone: bool = False
    first: Callable[[Visitor], object] = lambda _: None


PAGES = (
    Shown("home", "/"),
    Shown("intake", "/intake"),
    Shown("review", "/intake/1", first=lambda who: who.page.locator(".edit .place:visible").first.click()),
    Shown("draft", "/matters/2/draft"),
    Shown("order", "/orders/3", Role.OFFICER, "ผู้ช่วย ผบ.ตร.(ปร 3)"),
    Shown("dispatch", "/matters/4/dispatch", first=lambda who: who.click("p.ending button")),
    Shown("inbox-phone", "/inbox", Role.OFFICER, "ผบช.ภ.1", phone=True),
    Shown("matter", "/matters/1"),
    Shown("branch", "/branch", Role.OFFICER, "ผบ.ตร."),
    Shown("register", "/registers/สทส./2568/ส่ง", Role.REGISTRY),
    Shown("round", "/rounds/2568"),
    Shown("org", "/org?unit=สทส."),
)  # fmt: skip


def main(folder: Path) -> None:
    """Write a PNG of each page."""
    path = chromium_path()
    if path is None:
        raise SystemExit(ABSENT)
    with TemporaryDirectory() as data, sync_playwright() as playwright:
        desk = seeded_desk(Path(data))
        letters_on_their_way(desk, Path(data))
        police.ordered(desk, 4, When(NOW))
        app = make_app(desk, now=lambda: NOW)
        with listening(app) as base:
            browser = start(playwright, path)
            for shown in PAGES:
                _take(_come(browser, base, app, desk, shown), shown, folder / f"web-{shown.name}.png")
            browser.close()


def _come(browser: Browser, base: str, app: FastAPI, desk: Desk, shown: Shown) -> Visitor:
    visitor = visit(browser, base, phone=shown.phone)
    officer = shown.role == Role.OFFICER
    unit, post, person = ("", shown.at, "") if officer else (shown.at, "", CLERK)
    named = as_(desk, app, shown.role, unit, post=post, office="police", person=person)
    visitor.log_in(app.state.cookie, named.cookies.get(app.state.cookie))
    return visitor


def _take(visitor: Visitor, shown: Shown, out: Path) -> None:
    visitor.goto(shown.path)
    shown.first(visitor)
    visitor.page.wait_for_load_state("networkidle")
    visitor.page.evaluate("() => document.fonts.ready")
    visitor.page.screenshot(path=str(out))
    Image.open(out).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(out, optimize=True)
    visitor.context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

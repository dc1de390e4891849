"""Where a Chromium is that Playwright can drive, how it is started, and the two things every page is asked: axe and the console."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Response

AXE = (Path(__file__).parent / "vendor/axe-core-4.14.1.min.js").read_text("utf-8")
NAMES = ("chromium", "chromium-browser", "google-chrome")
ABSENT = "no Chromium here: `apt-get install chromium` as root (scripts/setup.sh does it), or set SARABAN_CHROMIUM to its path"
QUIET = [  # a browser that asks nothing of the network
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
]  # fmt: skip
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SERIOUS = {"serious", "critical"}


def chromium_path() -> str | None:
    """Return the program to drive; None when this machine has none."""
    named = os.environ.get("SARABAN_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


def start(playwright: Playwright, path: str) -> Browser:
    """Start the browser without a window."""
    return playwright.chromium.launch(executable_path=path, args=QUIET)


@dataclass
class Visitor:
    """Somebody before a browser: one context (its cookies), one page, and what went wrong on the way."""

    context: BrowserContext
    page: Page
    base: str
    scripts: bool = True
    troubles: list[str] = field(default_factory=list)
    clicks: int = 0

    def log_in(self, cookie: str, token: str | None) -> None:
        """Hold the cookie of a session that was opened elsewhere."""
        self.context.add_cookies([{"name": cookie, "value": str(token), "url": self.base}])

    def goto(self, path: str) -> None:
        """Open an address of the application."""
        answer = self.page.goto(self.base + path)
        if answer is not None and answer.status >= 500:
            self.troubles.append(f"{path}: {answer.status}")

    def home(self) -> None:
        """Be on the queue: where a log-in lands, and where the first place of the menu leads."""
        if self.page.url != f"{self.base}/":
            self.goto("/")

    def click(self, selector: str) -> None:
        """Press what a selector finds first, counted as a person's click, and wait for what follows."""
        self.clicks += 1
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()

    def until(self, selector: str, again: Callable[[], None]) -> None:
        """Do something again, as a person without scripts does, until what is waited for is on the page."""
        for _ in range(40):
            again()
            if self.page.locator(selector).count():
                return
            time.sleep(0.25)

    def drawn(self, selector: str) -> int:
        """Return how many of these pictures are really there, once the page is loaded."""
        self.page.wait_for_load_state("load")
        shown = "all => all.filter(one => one.complete && one.naturalWidth > 1).length"
        return int(self.page.locator(selector).evaluate_all(shown))

    def fine(self) -> None:
        """Keep as trouble what axe finds serious on this page, and text that must be scrolled for sideways; without scripts nothing is asked."""
        if self.scripts:
            self.troubles += [f"{self.page.url}: {told}" for told in self.serious()]
            self.troubles += [f"{self.page.url}: {self.overflow()} px too wide"] if self.overflow() > 0 else []

    def serious(self) -> list[str]:
        """Return the rules of axe that this page breaks seriously, each with the first places."""
        self.page.evaluate(AXE)
        asked = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
        found: dict[str, Any] = self.page.evaluate("options => axe.run(document, options)", asked)
        return [_told(broken) for broken in found["violations"] if broken["impact"] in SERIOUS]

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window: text that one must scroll sideways for."""
        return int(
            self.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        )

    def lack(self, answer: Response) -> None:
        """Keep a part of a page (a picture, a style, a piece fetched later) that was refused; a page that answers 4xx on purpose is none."""
        if answer.status >= 400 and answer.request.resource_type != "document":
            self.troubles.append(f"{answer.url}: {answer.status}")

    def note(self, message: ConsoleMessage) -> None:
        """Keep an error of the console; a page that answers 4xx on purpose is none."""
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.troubles.append(f"{self.page.url}: {message.text}")


def visit(browser: Browser, base: str, *, phone: bool = False, scripts: bool = True) -> Visitor:
    """Return a visitor with a fresh context; `scripts` False turns JavaScript off, as some offices do."""
    context = browser.new_context(
        viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
        java_script_enabled=scripts,
        locale="th-TH",
        timezone_id="Asia/Bangkok",
        is_mobile=phone,
        has_touch=phone,
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    visitor = Visitor(context, page, base, scripts)
    page.on("console", visitor.note)
    page.on("response", visitor.lack)
    page.on("pageerror", lambda error: visitor.troubles.append(f"{page.url}: {error}"))
    return visitor


def _told(broken: dict[str, Any]) -> str:
    places = "; ".join(f"{node['target'][0]} {node['html'][:120]}" for node in broken["nodes"][:3])
    return f"{broken['impact']} {broken['id']}: {broken['help']} ({len(broken['nodes'])}): {places}"

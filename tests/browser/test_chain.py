"""The chain from an ordered memo to its acknowledgements in a real browser: a drafter, two commanders, a registry, a commander's phone."""

from datetime import date
from pathlib import Path

import pytest

from tests.browser.chromium import Visitor
from tests.browser.conftest import Visit
from tests.browser.seeded import LETTER
from tests.integration.services import police
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.services.accounts import DeskGiven, add_account, set_by_link
from workflow.services.desk import Desk
from workflow.services.show_status import show_status

DAY = When.day(date(2025, 12, 18), "09:30")
PASSWORD = "ม้าน้ำ-สีฟ้า-เดินช้า-๗๗"


@pytest.fixture
def ordered(desk: Desk, tmp_path: Path) -> int:
    """A second letter whose memo has its order, and an account of the drafter."""
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER.read_text("utf-8") + f"\n{tmp_path.name}\n", "utf-8")
    matter = police.submitted(desk, letter, DAY)
    police.ordered(desk, matter, DAY)
    token = add_account(desk, f"clerk{matter}", "ส.ต.ต. ตัวอย่าง", (DeskGiven("police", Role.DRAFTER, "สทส."),), DAY)
    set_by_link(desk, token, PASSWORD, DAY)
    return matter


def dispatched(clerk: Visitor, matter: int) -> int:
    """Log in and send the memo to every command; return the clicks it took."""
    clerk.goto("/login")
    clerk.page.fill("input[name=login]", f"clerk{matter}")
    clerk.page.fill("input[name=password]", PASSWORD)
    clerk.click("main button")
    clerk.click("nav.menu a[href='/matters']")
    clerk.click(f"main a[href='/matters/{matter}']")
    clerk.click(f"a[href='/matters/{matter}/dispatch']")
    assert clerk.page.locator(f"input[value='{police.EVERYONE}']").is_checked()  # as usual
    clerk.click("p.ending button")
    clerk.click("#h-send ~ form button")
    return clerk.clicks


def acknowledge(officer: Visitor, matter: int) -> None:
    """Open the inbox and press the one button of the matter's paper."""
    officer.goto("/inbox")
    officer.click(f"li:has(a[href^='/matters/{matter}/']) button[value=acknowledge]")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_circular_goes_out_is_acknowledged_passed_on_and_followed(
    come: Visit, desk: Desk, ordered: int, scripts: bool
) -> None:
    assert dispatched(come(scripts=scripts), ordered) <= 12
    acknowledge(come(Role.OFFICER, post="ผบช.สงป.", phone=True, scripts=scripts), ordered)
    acknowledge(come(Role.OFFICER, post="ผบช.สกบ.", scripts=scripts), ordered)
    passed_on(come(Role.REGISTRY, "สงป.", scripts=scripts), ordered)
    follows(come(Role.DRAFTER, "สทส.", scripts=scripts), ordered)
    counts = show_status(desk, ordered, today=DAY.on).counts
    assert (counts.acknowledged >= 1, counts.forwarded >= 1) == (True, True)


def passed_on(registry: Visitor, matter: int) -> None:
    """สงป.'s registry passes the paper to a division below."""
    registry.goto("/inbox?tray=done")
    registry.click(f"a[href^='/matters/{matter}/dispatch?parent=']")
    registry.click("fieldset.ticks input[type=checkbox]")
    registry.click("p.ending button")
    registry.click("#h-send ~ form button")


def follows(clerk: Visitor, matter: int) -> None:
    """The drafter sees who has answered."""
    clerk.goto(f"/matters/{matter}")
    words = clerk.page.inner_text("main")
    assert "รับทราบ" in words and "ส่งต่อ" in words

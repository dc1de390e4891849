"""The whole chain of 2562 in a real browser: a letter is handed in, checked, drafted, ordered, sent, acknowledged, passed on, followed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Visitor
from tests.browser.conftest import Visit
from tests.browser.letters import born_digital
from tests.browser.seeded import NOW
from tests.integration.services import police
from workflow.core.thai_digits import to_thai
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.durable.worker import Worker
from workflow.services.accounts import DeskGiven, add_account, set_by_link
from workflow.services.desk import Desk
from workflow.services.durable_work import works
from workflow.services.show_status import show_status

PASSWORD = "ม้าน้ำ-สีฟ้า-เดินช้า-๗๗"
MOST_CLICKS = 12
LOGGING_IN = 1  # the press of a clerk who comes by the log-in's page
COMMANDER = "ผู้ช่วย ผบ.ตร.(ปร 3)"


@pytest.fixture(scope="module", autouse=True)
def _working(desk: Desk) -> Iterator[None]:
    """Files are read in the background, as where it is served."""
    worker = Worker(desk.store, works(desk, lambda: NOW), "browser")
    worker.start()
    yield
    worker.stop()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_letter_goes_from_the_upload_to_the_last_unit_and_is_followed(
    come: Visit, desk: Desk, tmp_path: Path, scripts: bool
) -> None:
    clerk = come(Role.REGISTRY, "สทส.", scripts=scripts)
    officer = come(Role.DRAFTER, "สทส.", scripts=scripts)
    letter = born_digital(tmp_path, "๒๖๐๑" if scripts else "๒๖๐๒")
    matter = entered(handed_in(clerk, letter))
    submitted(drafting(officer, matter))
    ordered(come(Role.OFFICER, post=COMMANDER, scripts=scripts), matter)
    sent(officer)
    assert clerk.clicks + officer.clicks + LOGGING_IN <= MOST_CLICKS  # without scripts as with them
    acknowledged(come(Role.OFFICER, post="ผบช.สงป.", phone=True, scripts=scripts), matter)
    acknowledged(come(Role.OFFICER, post="ผบช.สกบ.", scripts=scripts), matter)
    passed_on(come(Role.REGISTRY, "สงป.", scripts=scripts), matter)
    assert "ส่งต่อแล้ว" in followed(officer, matter) and counted(desk, matter) == (2, 2, 1)


def test_a_new_clerk_comes_from_the_log_in_to_a_dispatched_circular_in_twelve_clicks(
    come: Visit, desk: Desk, tmp_path: Path
) -> None:
    clerk = come()
    logged_in(desk, clerk)
    handed_in(clerk, born_digital(tmp_path, "๒๖๐๓"))
    clerk.click("form.fields button[value=enter]")
    clerk.click(".next-step a[href$='/draft']")
    clerk.click("#draft-form button[value=submit]")
    matter = int(clerk.page.url.split("/matters/")[1].split("/")[0])
    police.ordered(desk, matter, When(NOW))
    clerk.click(".done a[href='/']")
    sent(clerk)
    assert show_status(desk, matter, today=NOW.date()).counts.sent == 34
    assert clerk.clicks <= MOST_CLICKS


def logged_in(desk: Desk, clerk: Visitor) -> None:
    """Somebody whose account was opened today logs in with the password they chose, and lands on the queue."""
    token = add_account(
        desk, "clerk", "ส.ต.ต. ตัวอย่าง", (DeskGiven("police", Role.DRAFTER, "สทส."),), When(NOW)
    )  # fmt: skip
    set_by_link(desk, token, PASSWORD, When(NOW))
    clerk.goto("/")
    clerk.page.fill("input[name=login]", "clerk")
    clerk.page.fill("input[name=password]", PASSWORD)
    clerk.click("main button")


def handed_in(clerk: Visitor, letter: Path) -> Visitor:
    """From the queue to the letter's page, read; choosing the file counts as a click."""
    clerk.home()
    clerk.click("main a[href='/intake']")
    clerk.page.set_input_files("#files", letter)
    clerk.clicks += 1
    clerk.click("form.drop button")
    line = f"li.came-read:has-text('{letter.name}')"
    if not clerk.scripts:  # the page that asks again by itself needs scripts; a person presses the link beside it
        clerk.until(line, lambda: clerk.page.click("#list p[role=status] a"))
    clerk.page.wait_for_selector(line)
    clerk.click(f"{line} a.go")
    return clerk


def entered(clerk: Visitor) -> int:
    """The letter is checked beside its page, a field the reader could not know is filled, and it is entered."""
    if clerk.scripts:
        clerk.page.click(".edit:has-text('วันที่') .place")
        assert clerk.page.locator(".mark-at.lit").count() == 1
    clerk.page.fill("input[name='1:urgency']", "ด่วน")
    clerk.fine()
    clerk.click("form.fields button[value=enter]")
    assert "เลขรับ" in clerk.page.inner_text(".done") and not clerk.page.locator("main a[href$='/draft']").count()
    clerk.fine()
    return int(clerk.page.locator(".done a").get_attribute("href").rpartition("/")[2])  # type: ignore[union-attr]


def drafting(officer: Visitor, matter: int) -> Visitor:
    """From the queue to the draft, whose pages are seen."""
    officer.home()
    officer.click(f"a.work-row[href='/matters/{matter}/draft']")
    assert officer.drawn("#pages .leaf-img") >= 1
    return officer


def submitted(officer: Visitor) -> None:
    """It goes up under a number, and the page says who has it now."""
    officer.click("#draft-form button[value=submit]")
    assert "ผู้ช่วย ผบ.ตร." in officer.page.inner_text(".done")
    assert officer.drawn(".seen .leaf-img") >= 1
    officer.fine()


def ordered(commander: Visitor, matter: int) -> None:
    """The commander reads it as it is printed, picks the words and orders."""
    commander.home()
    commander.click(f"a.work-row:has-text('เรื่องที่ {to_thai(matter)} ')")
    assert "ด่วน" in commander.page.inner_text(".title")
    commander.drawn(".seen .leaf-img")
    commander.page.locator("input[name=phrase]").first.check()
    commander.fine()
    commander.click("button[value=decide]")
    assert "สั่งการแล้ว" in commander.page.inner_text(".done")
    commander.fine()


def sent(clerk: Visitor) -> None:
    """From the queue: to whom, what that comes to, and sent."""
    clerk.home()
    clerk.click("a.work-row[href$='/dispatch']")
    assert clerk.page.locator(f"input[value='{police.EVERYONE}']").is_checked()  # as usual
    clerk.click("p.ending button")
    clerk.fine()
    clerk.click("#h-send ~ form button")
    assert "๓๔ จาก ๓๔" in clerk.page.inner_text("#job")


def acknowledged(head: Visitor, matter: int) -> None:
    """The paper is read, and one button says so."""
    head.home()
    head.click(f"a.work-row[href^='/matters/{matter}/recipients/']")
    head.fine()
    head.goto("/inbox")
    head.click(f"li:has(a[href^='/matters/{matter}/']) button[value=acknowledge]")
    assert "เรียบร้อยแล้ว" in head.page.inner_text(".done")
    head.fine()


def passed_on(registry: Visitor, matter: int) -> None:
    """What the head has acknowledged waits in the registry's queue to be passed on, and is."""
    registry.home()
    registry.click(f"a.work-row[href^='/matters/{matter}/dispatch?parent=']")
    registry.click("fieldset.ticks input[type=checkbox]")
    registry.click("p.ending button")
    registry.fine()
    registry.click("#h-send ~ form button")


def followed(officer: Visitor, matter: int) -> str:
    """What the owner of the matter sees of it, by the link that the sending ended with."""
    officer.click(f"p.links a[href='/matters/{matter}']")
    officer.fine()
    return officer.page.inner_text("#recipients")


def counted(desk: Desk, matter: int) -> tuple[int, int, int]:
    """How many received, acknowledged and passed on."""
    counts = show_status(desk, matter, today=NOW.date()).counts
    return counts.received, counts.acknowledged, counts.forwarded

"""The page of reminders only looks; a calendar opens by its secret alone, until it is revoked."""

from datetime import date

import pytest

from tests import build
from tests.integration.web.conftest import TODAY, Site
from workflow.core.when import When
from workflow.services.calendar_feed import badge, revoke_feed
from workflow.services.send_reminders import sweep_reminders


def test_the_page_says_whom_the_next_sweeps_write_to(site: Site) -> None:
    page = site.page.get("/reminders").text
    assert "ศุกร์ ๒๐ ธ.ค.๖๒ ๐๘.๓๐ น.: ๒ คน ผู้บังคับบัญชา ๐" in page
    assert "จันทร์ ๒๓ ธ.ค.๖๒ ๐๘.๓๐ น.: ๒ คน" in page
    assert "ไม่มีที่อยู่ ๒ คน" in page


def test_where_very_many_are_due_the_page_counts_papers_and_looks_nobody_up(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workflow.entrypoints.web.reminders.LISTED", 1)
    page = site.page.get("/reminders").text
    assert "ศุกร์ ๒๐ ธ.ค.๖๒ ๐๘.๓๐ น.: ไม่เกิน ๒ ฉบับ" in page
    assert "ดูรายชื่อที่หน้าผู้รับของแต่ละเรื่อง" in page and "ไม่มีที่อยู่" not in page


def test_the_page_says_what_became_of_the_messages_and_what_to_do(site: Site) -> None:
    sweep_reminders(site.desk, at=build.at(TODAY, 1))
    page = site.page.get("/reminders").text
    assert "ส่งไม่ได้" in page and "แก้ที่อยู่ในผังหน่วย" in page


def test_a_calendar_holds_the_due_dates_of_its_post_until_it_is_answered(site: Site) -> None:
    answer = site.page.get(f"/calendar/{site.feed()}.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "DTSTART;VALUE=DATE:20191216" in answer.text and answer.text.count("BEGIN:VEVENT") == 1
    assert f"UID:dispatch-{site.to['ผบก.ก.']}@saraban" in answer.text


def test_a_revoked_and_an_unknown_calendar_are_alike_not_found(site: Site) -> None:
    secret = site.feed()
    assert revoke_feed(site.desk, "test", "ผบก.ก.", When(build.at(TODAY))) == 1
    answers = {site.page.get(f"/calendar/{name}.ics").status_code for name in (secret, "x" * 32)}
    assert answers == {404}


def test_the_database_does_not_know_the_secret(site: Site) -> None:
    secret = site.feed()
    assert not any(secret in str(row) for rows in site.rows().values() for row in rows)


def test_a_badge_counts_what_waits_for_a_post(site: Site) -> None:
    found = badge(site.desk, "test", ("ผบก.ก.",), today=date(2019, 12, 16))
    assert (found.waiting, found.overdue, found.today) == (1, 0, 1)

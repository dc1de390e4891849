"""When nothing can be kept, pages are shown all the same, each says so in one sentence, and a button answers 503 and when to try again."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pysqlite3.dbapi2 as sqlite_driver
import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from tests import build
from tests.integration.store.test_read_only import failing
from tests.integration.web.conftest import PRESSED_HERE, TODAY, Site
from tests.unit.entrypoints.test_steady_clock import Watch
from workflow.core.clock_doubt import Doubt
from workflow.core.read_only import WORDS, Why
from workflow.core.thai_date import BANGKOK, be_year
from workflow.core.when import When
from workflow.core.working_as import Role
from workflow.entrypoints.believing import believe
from workflow.entrypoints.pulse import Pulse
from workflow.services import pulse
from workflow.services.health import Places, look
from workflow.services.pulse import accept_clock, beat, last_beat
from workflow.store.engine import Store

NOW = build.at(TODAY, 1)
PAGES = ("/", "/matters", "/inbox", "/registers", "/reminders", "/account", "/login", "/nowhere")


def alarms(store: Store, folder: Path) -> set[str]:
    signs = look(store, Places(folder, folder / "b", folder / "c"), NOW)
    return {sign.name for sign in signs if not sign.well} & {"writable", "clock"}


@pytest.mark.parametrize("why", Why)
def test_every_page_is_shown_and_says_that_nothing_is_kept(site: Site, why: Why) -> None:
    pages = (*PAGES, f"/matters/{site.matter}", site.recipient("ผบก.ก."))
    assert [page for page in pages if WORDS[why][0] in site.page.get(page).text] == []
    site.desk.store.read_only = why
    assert [
        page for page in pages if f'role="alert"><p class="frame"><b>{WORDS[why][0]}' not in site.page.get(page).text
    ] == []
    assert WORDS[why][1] in site.page.get("/").text


def test_a_look_that_would_note_when_it_was_is_answered_all_the_same(site: Site) -> None:
    site.app.state.now = lambda: NOW + timedelta(minutes=6)  # a look after five minutes moves the session's own moment
    with refused_by_the_disk(site.desk.store):
        answer = site.page.get("/matters")
    assert (answer.status_code, "ดิสก์เต็ม" in site.page.get("/matters").text) == (200, True)


def test_who_works_on_while_nothing_can_be_kept_stays_logged_in_and_who_left_does_not(site: Site) -> None:
    leaves = site.as_(Role.REGISTRY, "กอง ก.")
    with refused_by_the_disk(site.desk.store):
        for minutes in (20, 40, 60):
            site.app.state.now = lambda at=NOW + timedelta(minutes=minutes): at
            assert site.page.get("/matters", follow_redirects=False).status_code == 200, minutes
    assert leaves.get("/matters", follow_redirects=False).headers["location"].startswith("/login")
    assert (site.page.get("/matters").status_code, site.desk.unkept) == (200, {})  # kept again as soon as it can be


def test_a_button_pressed_on_a_full_disk_answers_503_keeps_nothing_and_works_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, before = site.as_(Role.REGISTRY, "กอง ก."), site.rows()
    button = f"{site.recipient('ผบก.ก.')}/receipt"
    with refused_by_the_disk(site.desk.store):
        answer = page.post(button, headers=PRESSED_HERE)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert "ดิสก์เต็ม: ดูได้ บันทึกไม่ได้ ครั้งนี้จึงยังไม่ได้บันทึกอะไร" in answer.text
    assert f'role="alert"><p class="frame"><b>{WORDS[Why.FULL][0]}' in answer.text  # on the page that found it out, too
    assert (site.rows(), site.desk.store.read_only) == (before, Why.FULL)
    beat(site.desk.store, Path("/"), NOW)
    assert (site.desk.store.read_only, page.post(button, headers=PRESSED_HERE, follow_redirects=False).status_code) == (
        None,
        303,
    )


def test_a_file_that_the_disk_does_not_take_is_refused_and_leaves_nothing(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, files = site.rows(), set(tmp_path.rglob("*"))
    monkeypatch.setattr("os.fsync", failing(errno.ENOSPC))
    answer = site.page.post("/intake", files={"files": ("หนังสือ.txt", b"x" * 50)}, headers=PRESSED_HERE)
    assert (answer.status_code, "ดิสก์เต็ม" in answer.text) == (503, True)
    left = {path for path in set(tmp_path.rglob("*")) - files if path.is_file() and "sqlite3" not in path.name}
    assert (site.rows(), left) == (before, set())


def test_readyz_says_so_and_a_change_is_one_line_of_the_log(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = site.desk.store
    heart = Pulse(store, tmp_path, Watch(NOW.astimezone(BANGKOK)).clock)
    monkeypatch.setattr(pulse, "ROOM_AGAIN", 0)
    with capture_logs() as log:
        heart.beat()
        with refused_by_the_disk(store):
            heart.beat()
            heart.beat()
        assert alarms(store, tmp_path) == {"writable"}
        heart.beat()
    assert [(line["read_only"], line["clock"]) for line in log] == [("full", "believed"), ("no", "believed")]
    assert alarms(store, tmp_path) == set()


@contextmanager
def refused_by_the_disk(store: Store) -> Iterator[None]:
    """SQLite says that the disk is full when anything is to be written."""

    def refuse(connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("INSERT", "UPDATE")):
            error = sqlite_driver.OperationalError("database or disk is full")
            error.sqlite_errorcode = 13
            raise error

    event.listen(store.engine, "before_cursor_execute", refuse)
    yield
    event.remove(store.engine, "before_cursor_execute", refuse)


def pulse_at(store: Store, watch: Watch) -> Doubt | None:
    return believe(store, watch.clock)


def test_a_process_that_starts_on_a_clock_set_back_goes_on_where_the_last_one_was(site: Site, tmp_path: Path) -> None:
    store, year_end = site.desk.store, datetime(2025, 12, 31, 23, 50, tzinfo=BANGKOK)
    beat(store, tmp_path, year_end + timedelta(minutes=15))
    watch = Watch(year_end)
    assert pulse_at(store, watch) is Doubt.BACK
    assert be_year(When(watch.clock.now()).on) == 2569
    assert (store.read_only, alarms(store, tmp_path)) == (None, {"clock"})


def test_a_clock_more_than_a_day_back_keeps_nothing_until_it_is_right_or_a_person_says_it_is(
    site: Site, tmp_path: Path
) -> None:
    store, page = site.desk.store, site.as_(Role.REGISTRY, "กอง ก.")
    beat(store, tmp_path, NOW + timedelta(days=400))
    assert pulse_at(store, Watch(NOW)) is Doubt.FAR_BACK
    answer = page.post(f"{site.recipient('ผบก.ก.')}/receipt", headers=PRESSED_HERE)
    assert (answer.status_code, "นาฬิกาเครื่องผิด" in answer.text) == (503, True)
    accept_clock(store, NOW)
    assert (pulse_at(store, Watch(NOW)), store.read_only, last_beat(store)) == (None, None, NOW)


def test_a_session_does_not_live_longer_by_a_clock_set_back(site: Site) -> None:
    assert site.page.get("/account", follow_redirects=False).status_code == 200
    site.app.state.now = lambda: NOW - timedelta(minutes=10)
    assert site.page.get("/account", follow_redirects=False).status_code == 303

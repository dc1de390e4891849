"""What a watcher asks: whether the process answers, whether it is well, and the numbers; none of it tells of any person."""

import contextlib
import http.client
import json
import os
import socket
import urllib.request
from datetime import timedelta
from pathlib import Path

import pytest

from tests import build
from tests.integration.web.conftest import TODAY, Site, client
from workflow.entrypoints.metrics import LOOPBACK, serve_metrics
from workflow.entrypoints.web.app import make_app
from workflow.services.health import Look, Places, Sign, look
from workflow.store.engine import Store
from workflow.store.reminder_tables import OutboxRow

NOW = build.at(TODAY, 9)


@pytest.fixture(autouse=True)
def _roomy(monkeypatch: pytest.MonkeyPatch) -> None:
    """However full the disk of this machine is."""
    monkeypatch.setattr("workflow.services.health.shutil.disk_usage", lambda _: (100 * 10**9, 10 * 10**9, 90 * 10**9))


def places(folder: Path) -> Places:
    return Places(folder, folder / "backups", folder / "checkpoints")


def kept(folder: Path, hours: float) -> None:
    """A file written that many hours before NOW."""
    folder.mkdir(exist_ok=True)
    (folder / "file").write_bytes(b"x")
    at = (NOW - timedelta(hours=hours)).timestamp()
    os.utime(folder / "file", (at, at))


def alarms(signs: tuple[Sign, ...]) -> set[str]:
    return {sign.name for sign in signs if not sign.well}


def test_an_empty_office_on_a_roomy_disk_is_well(store: Store, tmp_path: Path) -> None:
    assert alarms(look(store, places(tmp_path), NOW)) == set()


def test_a_register_without_backup_and_checkpoint_for_a_day_is_an_alarm(store: Store, tmp_path: Path) -> None:
    build.matter(build.desk(store, tmp_path))
    assert alarms(look(store, places(tmp_path), NOW)) == {"backup_age_seconds", "checkpoint_age_seconds"}
    kept(tmp_path / "backups", 25)
    kept(tmp_path / "checkpoints", 27)
    assert alarms(look(store, places(tmp_path), NOW)) == {"checkpoint_age_seconds"}


def test_a_message_due_for_more_than_two_hours_is_an_alarm(store: Store, tmp_path: Path) -> None:
    with store.write() as session:
        row = OutboxRow(message_id="<1@x>", sender="a@x.example", address="b@x.example", subject="s", body="b")
        row.next_try = NOW - timedelta(hours=1, minutes=59)
        session.add(row)
    assert alarms(look(store, places(tmp_path), NOW)) == set()
    assert alarms(look(store, places(tmp_path), NOW + timedelta(minutes=2))) == {"outbox_oldest_seconds"}


def test_a_full_disk_is_an_alarm(sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.services.health.shutil.disk_usage", lambda _: (100 * 10**9, 96 * 10**9, 4 * 10**9))
    assert alarms(look(sqlite_store, places(tmp_path), NOW)) == {"disk_used_ratio"}


def test_a_database_that_cannot_be_written_is_an_alarm(tmp_path: Path, sqlite_store: Store) -> None:
    sqlite_store.engine.dispose()
    for file in tmp_path.glob("saraban.sqlite3*"):
        file.unlink() if file.is_file() else None
    (tmp_path / "saraban.sqlite3").mkdir()
    assert alarms(look(sqlite_store, places(tmp_path), NOW)) == {"database"}


def test_the_process_answers_without_a_log_in(site: Site) -> None:
    answer = client(site.app).get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok")


@pytest.mark.parametrize(("well", "status"), [(True, 200), (False, 503)])
def test_readiness_tells_the_signs_and_nothing_else(site: Site, well: bool, status: int) -> None:
    app = make_app(
        site.desk, now=lambda: NOW, look=lambda now: (Sign("database", True), Sign("disk_used_ratio", well, 0.99))
    )
    answer = client(app).get("/readyz")
    told = {"database": "ok", "disk_used_ratio": "ok" if well else "alarm"}
    assert (answer.status_code, answer.json()) == (status, {"ready": well, "signs": told})


def test_a_thousand_questions_ask_the_database_once(site: Site) -> None:
    asked: list[object] = []

    def counted(now: object) -> tuple[Sign, ...]:
        asked.append(now)
        return (Sign("database", True),)

    page = client(make_app(site.desk, now=lambda: NOW, look=counted))
    assert {page.get("/readyz").status_code for _ in range(50)} == {200}
    assert len(asked) == 1


@pytest.mark.parametrize(("alive", "status"), [(True, 200), (False, 503)])
def test_a_worker_says_on_the_loopback_whether_it_is_stuck(sqlite_store: Store, alive: bool, status: int) -> None:
    server = serve_metrics(sqlite_store, lambda now: (), lambda: NOW, 0, lambda: alive)
    with contextlib.closing(http.client.HTTPConnection(LOOPBACK, server.server_address[1], timeout=10)) as asked:
        asked.request("GET", "/healthz")
        assert asked.getresponse().status == status
    server.shutdown()


def test_looking_waits_for_no_writers_turn_while_others_write(sqlite_store: Store, tmp_path: Path) -> None:
    with sqlite_store.write():
        pass
    with sqlite_store.write():  # somebody holds the turn; without it, looking would wait for half a minute
        assert alarms(look(sqlite_store, places(tmp_path), NOW)) == set()


def scraped(store: Store, seen: Look) -> str:
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    server = serve_metrics(store, seen, lambda: NOW, port)
    try:
        with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/metrics", timeout=20) as answer:
            assert server.server_address[0] == LOOPBACK
            return str(answer.read().decode())
    finally:
        server.shutdown()
        server.server_close()


def test_the_numbers_tell_books_states_and_routes(site: Site, tmp_path: Path) -> None:
    site.page.get(f"/matters/{site.matter}")
    told = scraped(site.desk.store, lambda now: look(site.desk.store, places(tmp_path), now))
    assert 'saraban_well{sign="backup_age_seconds"} 0.0' in told
    assert 'saraban_requests_total{method="GET",route="/matters/{matter}",status="200"}' in told
    assert 'saraban_dispatches{how_far="total"} 3.0' in told
    assert "saraban_outbox_oldest_seconds 0.0" in told


def test_the_numbers_name_nobody(site: Site, tmp_path: Path) -> None:
    site.page.get("/matters/1", params={"q": "นายลับ"})
    site.page.get("/นายสมชาย-ใจดี")
    told = scraped(site.desk.store, lambda now: look(site.desk.store, places(tmp_path), now))
    assert [word for word in ("สมชาย", "นายลับ", "ตัวอย่าง", "สงป.", build.SUBJECT) if word in told] == []


def test_the_numbers_are_not_on_the_public_port(site: Site) -> None:
    assert site.page.get("/metrics").status_code == 404
    assert json.dumps(client(site.app).get("/readyz").json())

"""`saraban doctor` says what is wrong with a machine and what to type."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests import build
from tests.conftest import ROOT
from tests.integration.web.conftest import TODAY
from workflow.core.errors import ConfigError
from workflow.entrypoints.cli import checkup_machine
from workflow.entrypoints.cli.checkup import checkup
from workflow.settings import Settings
from workflow.store.engine import Store, open_store
from workflow.store.migrate import upgrade

NOW = build.at(TODAY, 9) + timedelta(days=365 * 8)


def settings(folder: Path, **more: str) -> Settings:
    return Settings.from_environment({"SARABAN_DATA": str(folder), "SARABAN_CONFIG": str(ROOT / "config"), **more})


def test_both_databases_tell_version_and_what_keeps_numbers_through_a_power_cut(
    database_url: str, tmp_path: Path
) -> None:
    told = checkup_machine.database(settings(tmp_path, SARABAN_DATABASE_URL=database_url))
    assert "synchronous=FULL" in told or "UTF8" in told


def test_a_postgresql_that_does_not_wait_for_the_disk_is_refused(postgres_url: str, tmp_path: Path) -> None:
    url = f"{postgres_url}{'&' if '?' in postgres_url else '?'}options=-csynchronous_commit%3Doff"
    with pytest.raises(ConfigError, match="synchronous_commit"):
        checkup_machine.database(settings(tmp_path, SARABAN_DATABASE_URL=url))


@pytest.mark.parametrize("name", ["link.key", "vault.key", "backup.key"])
def test_a_key_that_others_may_read_is_told_with_the_command_that_mends_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"k" * 32)
    (tmp_path / name).chmod(0o644)
    with pytest.raises(ConfigError) as caught:
        checkup_machine.keys(settings(tmp_path))
    assert caught.value.next_step == f"พิมพ์ chmod 600 {tmp_path / name}"
    (tmp_path / name).chmod(0o600)
    assert name in checkup_machine.keys(settings(tmp_path))


@pytest.mark.parametrize("name", ["LINK", "VAULT", "SEAL", "BACKUP"])
def test_a_key_that_lies_elsewhere_is_looked_at_too(tmp_path: Path, name: str) -> None:
    key = tmp_path / "elsewhere" / "a.key"
    key.parent.mkdir()
    key.write_bytes(b"k" * 32)
    key.chmod(0o644)
    with pytest.raises(ConfigError, match=str(key)):
        checkup_machine.keys(settings(tmp_path, **{f"SARABAN_{name}_KEY_FILE": str(key)}))


def test_a_clock_before_this_programs_time_is_told() -> None:
    with pytest.raises(ConfigError, match="นาฬิกา"):
        checkup_machine.clock(build.at(TODAY, 9))


def test_a_clock_that_nothing_sets_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tmp_path / "timedatectl"
    said.write_text("#!/bin/sh\necho no\n")
    said.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(ConfigError, match="เวลามาตรฐาน"):
        checkup_machine.clock(NOW)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({}, False),
        ({"SARABAN_URL": "https://saraban.example.go.th"}, False),
        ({"SARABAN_URL": "http://saraban.example.go.th"}, True),
        ({"SARABAN_DATABASE_URL": "postgresql://a@db.example/x"}, True),
        ({"SARABAN_DATABASE_URL": "postgresql://a@db.example/x?sslmode=verify-full"}, False),
    ],
)
def test_what_goes_over_a_net_in_the_clear_is_told(tmp_path: Path, more: dict[str, str], wrong: bool) -> None:
    try:
        checkup_machine.secured(settings(tmp_path, **more))
    except ConfigError as error:
        assert wrong and error.next_step
    else:
        assert not wrong


def test_every_row_that_fails_says_what_to_do(tmp_path: Path) -> None:
    made = settings(tmp_path, SARABAN_FONTS=str(tmp_path))
    store: Store = open_store(made.database_url)
    upgrade(store)
    build.matter(build.desk(store, tmp_path))
    failed = {name: text for well, name, text in checkup(made, NOW) if not well}
    assert {"ฟอนต์ไทย", "สำเนาสำรอง", "จุดตรวจทะเบียน"} <= failed.keys()
    assert all(len(text) > 15 for text in failed.values())

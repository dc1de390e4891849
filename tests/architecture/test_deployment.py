"""What is shipped to run the program elsewhere: little power, no secret inside, and every alarm and unit told in the runbook."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT
from workflow.entrypoints.cli.checkup_machine import _WORDS as SIGNS
from workflow.settings import Settings

DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [path for path in UNITS if path.suffix == ".service"]
HARD = (
    "NoNewPrivileges=yes", "DynamicUser=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes",
    "RestrictSUIDSGID=yes", "RestrictNamespaces=yes", "LockPersonality=yes", "CapabilityBoundingSet=", "UMask=0077",
    "SystemCallFilter=@system-service", "LimitCORE=0", "StateDirectory=saraban", "User=saraban",
)  # fmt: skip


def compose() -> dict[str, Any]:
    made: dict[str, Any] = YAML(typ="safe").load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return made


@pytest.mark.parametrize("unit", SERVICES, ids=lambda path: path.name)
def test_a_unit_has_little_power(unit: Path) -> None:
    lines = unit.read_text("utf-8").splitlines()
    assert [want for want in HARD if want not in lines] == []


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_reckons_the_server_little_exposed() -> None:
    asked = ["systemd-analyze", "security", "--offline=yes", str(DEPLOY / "systemd/saraban.service")]
    said = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60).stdout
    found = re.search(r"exposure level for \S+: ([\d.]+)", said)
    assert found and float(found[1]) <= 2.0


@pytest.mark.parametrize("unit", SERVICES, ids=lambda path: path.name)
def test_a_unit_runs_a_command_that_the_runbook_tells(unit: Path) -> None:
    (command,) = re.findall(r"^ExecStart=\S+/saraban (\S+)", unit.read_text("utf-8"), re.M)
    assert f"saraban {command}" in (ROOT / "docs/runbook.md").read_text("utf-8")


def test_every_timer_has_its_service() -> None:
    timers = [path for path in UNITS if path.suffix == ".timer"]
    assert len(timers) == 2
    assert all(path.with_suffix(".service") in SERVICES for path in timers)


@pytest.mark.parametrize("name", ["web", "worker"])
def test_a_container_of_ours_can_write_nothing_but_its_papers(name: str) -> None:
    service = compose()["services"][name]
    assert (service["read_only"], service["cap_drop"], service["restart"]) == (True, ["ALL"], "unless-stopped")
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["volumes"] == ["papers:/data"]
    assert set(service["depends_on"]) == {"database"}


def test_only_the_loopback_reaches_the_page_and_nothing_reaches_the_database() -> None:
    services = compose()["services"]
    assert services["web"]["ports"] == ["127.0.0.1:8000:8000"]
    assert "ports" not in services["database"] and services["database"]["networks"] == ["inside"]
    assert compose()["networks"]["inside"] == {"internal": True}


def test_no_password_is_in_compose_and_every_setting_is_one_of_ours(tmp_path: Path) -> None:
    environment = compose()["services"]["web"]["environment"]
    known = (ROOT / "workflow/settings.py").read_text("utf-8")
    assert [name for name in environment if name.removesuffix("_FILE") not in known and name not in known] == []
    assert "password@" not in (DEPLOY / "compose.yaml").read_text("utf-8")
    (tmp_path / "url").write_text("postgresql://a:b@database/saraban\n")
    made = Settings.from_environment({"SARABAN_DATABASE_URL_FILE": str(tmp_path / "url")})
    assert made.database_url == "postgresql://a:b@database/saraban"


def test_the_database_waits_for_the_disk_and_can_search_thai() -> None:
    database = compose()["services"]["database"]
    assert "synchronous_commit=on" in database["command"]
    assert "C.UTF-8" in database["environment"]["POSTGRES_INITDB_ARGS"]


def test_the_image_ends_without_root_and_looks_at_its_own_health() -> None:
    lines = (DEPLOY / "Dockerfile").read_text("utf-8").splitlines()
    last = next(n for n, line in reversed([*enumerate(lines)]) if line.startswith("FROM"))
    final = "\n".join(lines[last:])
    assert re.search(r"^USER 10001", final, re.M) and "/healthz" in final
    assert not re.search(r"apt-get|curl|ADD |latest|--privileged", "\n".join(lines))
    assert "--require-hashes" in "\n".join(lines)
    copied = {word for line in lines if line.startswith("COPY") and "--from" not in line for word in line.split()[1:-1]}
    assert [name for name in copied if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("sign", SIGNS)
def test_every_alarm_is_told_in_the_runbook_in_both_languages(sign: str) -> None:
    book = (ROOT / "docs/runbook.md").read_text("utf-8")
    _, _, told = book.partition(f"### {sign}\n")
    told = told.split("\n### ")[0]
    assert len(re.findall("[ก-๙]{4,}", told)) > 3 and len(re.findall("[a-z]{4,}", told)) > 10
    assert re.search(r"`(?:saraban|df|systemctl|docker|pg_isready|timedatectl)[^`]*`", told)


def test_a_credential_of_systemd_may_show_a_groups_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workflow.store.key_file import read_by_others

    key = tmp_path / "link.key"
    key.write_bytes(b"k" * 32)
    key.chmod(0o440)
    assert read_by_others(key)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert not read_by_others(key)
    key.chmod(0o444)
    assert read_by_others(key)

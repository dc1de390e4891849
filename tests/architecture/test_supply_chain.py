"""What is installed is above every known advisory, has its hashes, and is told in a bill of materials."""

import csv
import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import pytest
from packaging.version import Version
from pysqlite3 import dbapi2

from scripts.sbom import bill, components
from tests.conftest import ROOT
from workflow.store.engine import SAFE_SQLITE

RUN, DEV = ((ROOT / f"requirements/{name}.txt").read_text("utf-8") for name in ("run", "dev"))
FLOORS = list(csv.DictReader((ROOT / "requirements/advisories.csv").open(encoding="utf-8")))


def locked() -> dict[str, Version]:
    return {part["name"]: Version(part["version"]) for part in (*components(DEV), *components(RUN))}


@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: floor["package"])
def test_nothing_locked_or_installed_is_below_an_advisory(floor: dict[str, str]) -> None:
    least, name = Version(floor["at_least"]), floor["package"]
    assert locked()[name] >= least
    try:
        assert Version(version(name)) >= least
    except PackageNotFoundError:
        pytest.fail(f"{name} is locked but not installed")


def test_the_sqlite_inside_is_above_its_advisory() -> None:
    assert dbapi2.sqlite_version_info >= SAFE_SQLITE


@pytest.mark.parametrize("lock", [RUN, DEV], ids=["run", "dev"])
def test_every_pinned_package_has_a_hash(lock: str) -> None:
    parts = components(lock)
    assert len(parts) > 60
    assert [part["name"] for part in parts if not part["properties"]] == []


def test_the_bill_of_materials_names_every_run_time_package_and_is_the_same_every_time() -> None:
    made = [
        subprocess.run([sys.executable, "-m", "scripts.sbom"], cwd=ROOT, capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    told: dict[str, Any] = json.loads(made[0])
    names = {part["name"] for part in told["components"]}
    assert made[0] == made[1] and (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    wanted = {line.split("#")[0].strip() for line in (ROOT / "requirements/run.in").read_text("utf-8").splitlines()}
    plain = {
        name.split("<")[0].split("=")[0].split(">")[0].split("[")[0].lower().replace(".", "-")
        for name in wanted
        if name
    }
    assert plain <= names
    assert [p for p in told["components"] if not p["purl"].startswith("pkg:pypi/")] == []


def test_a_bill_refers_only_to_what_it_holds() -> None:
    told = bill(RUN, {"name": "saraban", "version": "1"})
    held = {part["bom-ref"] for part in told["components"]}
    assert set(told["dependencies"][0]["dependsOn"]) == held and len(held) == len(told["components"])

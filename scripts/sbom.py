"""Prints a software bill of materials (CycloneDX 1.6, JSON) of the locked run-time dependencies: `make sbom`.

Made from the lock file alone, so that the same lock gives the same bytes; each part carries its package URL and the hashes it is installed by.
"""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).parent.parent
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)", re.M)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(lock: str) -> list[dict[str, Any]]:
    """Return a part for each pinned requirement of a lock file."""
    found = list(_PIN.finditer(lock))
    ends = [*(one.start() for one in found[1:]), len(lock)]
    return [_component(one, lock[one.end() : end]) for one, end in zip(found, ends, strict=True)]


def _component(pin: re.Match[str], rest: str) -> dict[str, Any]:
    name, version = re.sub(r"[-_.]+", "-", pin["name"]).lower(), pin["version"]
    url = f"pkg:pypi/{name}@{version}"
    evidence = [{"name": "sha256", "value": value} for value in _HASH.findall(rest)]
    return {"type": "library", "bom-ref": url, "name": name, "version": version, "purl": url, "properties": evidence}


def bill(lock: str, project: dict[str, Any]) -> dict[str, Any]:
    """Return the bill of the project with this lock."""
    parts = components(lock)
    own = f"pkg:generic/{project['name']}@{project['version']}"
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, lock)}",
        "metadata": {"component": {"type": "application", "bom-ref": own, "name": project["name"], "version": project["version"]}},
        "components": parts,
        "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in parts]}],
    }  # fmt: skip


def main() -> None:
    """Print the bill."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    json.dump(bill((ROOT / "requirements/run.txt").read_text("utf-8"), project), sys.stdout, indent=1)


if __name__ == "__main__":
    main()

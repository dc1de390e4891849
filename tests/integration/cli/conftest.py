"""The command `saraban` as a person types it: a process of its own, its data in a folder of the test.

Forked from one that has loaded the program (tests/forked_server.py); `cold` starts it as a shell does, which takes a second more.
`test_cold.py` holds the two against each other, command group by command group.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests import forked
from tests.conftest import ROOT
from tests.newest import sqlite_at


@dataclass(frozen=True)
class Said:
    """What a call answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as JSON: the whole of stdout is one JSON value."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Terminal:
    """A terminal whose data lie in one folder."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)
    cold: bool = False

    def __call__(self, *words: str, **settings: str) -> Said:
        """Run `saraban` with these words."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("SARABAN_")}
        environment = {
            "SARABAN_DATA": str(self.data),
            "SARABAN_CONFIG": str(ROOT / "config"),
            **self.settings,
            **settings,
        }
        done = (_cold if self.cold else forked.run)(list(words), {**kept, **environment}, ROOT, 60)
        return Said(done.returncode, done.stdout, done.stderr)

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything in the database."""
        from tests.integration.services import police

        desk = police.police_desk(f"sqlite:///{self.data / 'saraban.sqlite3'}", self.data)
        found = police.rows(desk)
        desk.store.engine.dispose()
        return found

    def files(self) -> set[str]:
        """Every file under the data folder but the database's own."""
        kept = (p for p in self.data.rglob("*") if p.is_file() and "sqlite3" not in p.name)
        return {str(p.relative_to(self.data)) for p in kept}


def _cold(
    words: list[str], environment: dict[str, str], folder: Path, timeout: float
) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("saraban")), *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=timeout, cwd=folder
    )


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on an empty office (its database has the newest schema), the same for all tests of a module."""
    data = tmp_path_factory.mktemp("data")
    sqlite_at(data / "saraban.sqlite3")
    return Terminal(data)

"""The command `saraban` as a person types it: a process of its own, its data in a folder of the test."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT


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

    def __call__(self, *words: str, **settings: str) -> Said:
        """Run `saraban` with these words."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("SARABAN_")}
        environment = {
            "SARABAN_DATA": str(self.data),
            "SARABAN_CONFIG": str(ROOT / "config"),
            **self.settings,
            **settings,
        }
        command = [str(Path(sys.executable).with_name("saraban")), *words]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**kept, **environment}, timeout=60, cwd=ROOT
        )
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


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on an empty folder, the same for all tests of a module."""
    return Terminal(tmp_path_factory.mktemp("data"))

"""Runs the driver of the failpoints and sums up what it printed."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.promises import Seen

Line = dict[str, Any]


def broken(url: str, folder: Path, *more: str, timeout: float = 280) -> list[Line]:
    """Break every scenario and return a line for each fault."""
    command = [sys.executable, "-m", "tests.faults.driver", url, str(folder), *more]
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def seen(lines: list[Line]) -> Seen:
    """Return what was seen; a fault that did not strike was not seen."""
    lost, doubled = (sum(len(line[name]) for line in lines) for name in ("lost", "doubled"))
    unseen = sum(len(line["unseen"]) + (not line["struck"]) for line in lines)
    return Seen(len(lines), len(lines), lost, doubled, unseen)


def told(lines: list[Line]) -> list[Line]:
    """Return the faults that left something, or never struck."""
    return [line for line in lines if not line["struck"] or line["lost"] or line["doubled"] or line["unseen"]]

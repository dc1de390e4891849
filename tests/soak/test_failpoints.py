"""Every place a scenario passes, on SQLite every time it is passed: killed, broken off, held up; on both databases."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.faults.broken import Line, broken, seen, told
from tests.promises import saw
from workflow import failpoints

pytestmark = [pytest.mark.soak, pytest.mark.timeout(2400)]
OF = {"number": "P1", "numbers": "P1", "words": "P3", "reminders": "P4", "outbox": "P4", "mail": "P4", "original": "P7", "file": "P7",
      "backup": "P8", "restore": "P8", "import": "P13", "intake": "P14"}  # fmt: skip


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_whatever_happens_at_any_failpoint_nothing_is_lost_doubled_or_unseen(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    url = kind if kind == "sqlite" else request.getfixturevalue("postgres_url")
    lines = broken(url, tmp_path, *(("--all",) if kind == "sqlite" else ()), timeout=2000)
    by: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by[OF.get(str(line["point"]).partition(".")[0], "P2")].append(line)
    struck: dict[str, set[Any]] = defaultdict(set)
    for line in lines:
        struck[line["point"]] |= {line["how"]} if line["struck"] else set()
    never = {point for point in failpoints.POINTS if struck[point] != {"kill", "raise", "sleep"}}
    print(told(lines))
    for promise, some in sorted(by.items()):
        saw(promise, seen(some))
    assert never == (set() if kind == "sqlite" else {"number.stepped"})

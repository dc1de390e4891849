"""The promises P1 to P15 (README.md), and what the proofs saw of each: runs, faults, and what was lost, doubled or unseen.

A proof says what it saw through the fixture `saw`; `make soak` lays all of it out in one table (`python -m tests.soak.table`).
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

PROMISES: Final[Mapping[str, str]] = {
    "P1": "numbers are gapless and unique, by book and year",
    "P2": "what was confirmed survives kill -9 and power cuts",
    "P3": "pressed twice, one effect",
    "P4": "no notice is silently lost or sent anew",
    "P5": "only a person's press acknowledges",
    "P6": "nobody alters the record unnoticed",
    "P7": "originals are kept to the byte",
    "P8": "a backup restores",
    "P9": "an upgrade loses nothing",
    "P10": "a hostile file is refused, the service stays up",
    "P11": "another unit's letter is invisible",
    "P12": "clocks that jump do no harm",
    "P13": "an office leaves with everything",
    "P14": "classified letters are refused and not kept",
    "P15": "it says when it is unwell",
}
REPORT = "SARABAN_SOAK_REPORT"


@dataclass(frozen=True)
class Seen:
    """What one proof saw; the last three are counted, never assumed."""

    runs: int
    faults: int
    lost: int = 0
    doubled: int = 0
    unseen: int = 0

    def __add__(self, other: "Seen") -> "Seen":
        return Seen(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def clean(self) -> bool:
        """Whether nothing was lost, doubled or unseen."""
        return not (self.lost or self.doubled or self.unseen)


def saw(promise: str, seen: Seen) -> None:
    """Add what a proof saw to the report, where `make soak` asks for one; AssertionError when anything was lost, doubled or unseen."""
    assert promise in PROMISES, promise
    assert seen.runs > 0, "a proof that did nothing proves nothing"
    if file := os.environ.get(REPORT):
        with Path(file).open("a") as report:
            report.write(f"{json.dumps({'promise': promise, **asdict(seen)})}\n")
    assert seen.clean, f"{promise}: {seen}"

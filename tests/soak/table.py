"""Lays out what the proofs saw: `python -m tests.soak.table REPORT…`; ends with 1 when a promise has no proof, or not a clean one."""

import json
import sys
from collections import defaultdict
from pathlib import Path

from tests.promises import PROMISES, Seen

COLUMNS = ("runs", "faults", "lost", "duplicated", "unseen")


def gathered(reports: list[Path]) -> dict[str, Seen]:
    """Return the sum of what was seen of each promise."""
    found: dict[str, Seen] = defaultdict(lambda: Seen(0, 0))
    for line in (line for report in reports if report.exists() for line in report.read_text().splitlines()):
        told = json.loads(line)
        found[told.pop("promise")] += Seen(**told)
    return dict(found)


def table(found: dict[str, Seen]) -> str:
    """Return the table as text, a line for each promise."""
    lines = [f"{'':5}{'promise':54}" + "".join(f"{name:>12}" for name in COLUMNS)]
    for name, words in PROMISES.items():
        seen = found.get(name)
        cells = "".join(f"{value:>12,}" for value in vars(seen).values()) if seen else f"{'not run':>12}"
        lines.append(f"{name:5}{words:54}{cells}")
    return "\n".join(lines)


def main(reports: list[Path]) -> int:
    """Print the table."""
    found = gathered(reports)
    print(table(found))
    return int(not all(name in found and found[name].clean for name in PROMISES))


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))

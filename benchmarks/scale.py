"""What saraban does at scale, beside the bars it must keep and a reference of the same run:
`python -m benchmarks.scale [--only publish|numbers|acks|tracking|growth|kills] [--database sqlite|postgresql] [--quick]`.

Each part is a module `benchmarks/scale_<part>.py`: publish, growth and kills get an empty database and yield rows; numbers, acks and tracking
lay their own databases and print their own tables, each in a process of its own.
Speeds are of this machine and its load, which is printed; ratios are what to compare.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.scale_rows import Row, as_json, new_database, postgres, show

PARTS = ("publish", "numbers", "acks", "tracking", "growth", "kills")
QUICKLY = {
    "numbers": ("--quick",),
    "acks": ("--people", "20000", "--seconds", "3"),
    "tracking": ("--people", "20000"),
}
"""The parts that print tables of their own, and what makes each of them quick."""
DATABASES = ("sqlite", "postgresql")


def main() -> int:
    """Measure, print, and return 0 when every bar is kept."""
    asked = _asked()
    _say(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    kept, everything = True, []
    with ExitStack() as stack:
        server = stack.enter_context(postgres()) if "postgresql" in asked.database else ""
        for part, database, rows in _measured(asked, server):
            everything += rows
            kept &= show(f"{part} on {database}", rows)
    _say(f"load {os.getloadavg()[0]:.1f} after")
    if asked.json:
        Path(asked.json).write_text(as_json(everything), encoding="utf-8")
    return 0 if kept else 1


def _measured(asked: argparse.Namespace, server: str) -> Iterator[tuple[str, str, list[Row]]]:
    for part in asked.only or PARTS:
        if part in QUICKLY:
            _say(f"-- {part}")
            command = [sys.executable, "-m", f"benchmarks.scale_{part}", *(QUICKLY[part] if asked.quick else ())]
            subprocess.run(command, check=True)
            continue
        module = import_module(f"benchmarks.scale_{part}")
        for database in asked.database:
            with TemporaryDirectory(prefix="saraban-scale-") as folder:
                url = new_database(server) if database == "postgresql" else f"sqlite:///{folder}/saraban.sqlite3"
                yield part, database, list(module.measure(url, Path(folder), asked.quick))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS)
    parser.add_argument("--database", action="append", choices=DATABASES)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size")
    parser.add_argument("--json", help="write the rows to a file too")
    asked = parser.parse_args()
    asked.database = asked.database or list(DATABASES)
    return asked


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

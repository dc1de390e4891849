"""How the command speaks: answers on stdout, everything else on stderr, JSON when asked."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import Any

from rich.console import Console
from rich.table import Table

from workflow.core.thai_digits import to_thai

PIPE_WIDTH = 160  # where nobody tells how wide a line may be
out = Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)
err = Console(stderr=True, highlight=False)


def as_json(value: Any) -> None:
    """Print one JSON value on stdout and nothing else."""
    print(json.dumps(plain(value), ensure_ascii=False, default=_text))  # noqa: T201


def plain(value: Any) -> Any:
    """Return dataclasses as dictionaries, all the way down."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return [plain(v) for v in value] if isinstance(value, list | tuple) else value


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def answer(text: str) -> None:
    """Print a line of the answer."""
    out.print(text, soft_wrap=True)


def note(text: str) -> None:
    """Print a line about progress on stderr."""
    err.print(text, style="dim", soft_wrap=True)


def table(title: str, columns: list[str], rows: list[list[str]]) -> None:
    """Print a table, or its title alone when it would be empty."""
    if not rows:
        out.print(title, soft_wrap=True)
        return
    drawn = Table(title=title, title_justify="left", header_style="bold")
    for name in columns:
        drawn.add_column(name, overflow="fold")
    for row in rows:
        drawn.add_row(*row)
    out.print(drawn)


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far a long work has come, on stderr; a pipe gets nothing but the last line."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err) as shown:
        task = shown.add_task(title, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


class Steps:
    """Numbered lines of progress: `[๑] …`."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, text: str) -> None:
        """Print the next step."""
        self._count += 1
        err.print(f"[bold cyan]{to_thai(self._count):>2}[/] {text}", soft_wrap=True)

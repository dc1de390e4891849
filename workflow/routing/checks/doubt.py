"""A doubt about a chart, and the row it is about."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from workflow.core.thai_digits import to_thai

DAY = timedelta(days=1)


@dataclass(frozen=True)
class ChartDoubt:
    """A doubt: the code of its check, a Thai sentence, what to do, and the row of which table (`key`: the cells that name it).

    `info` is worth knowing and needs nothing; `warning` needs somebody.
    """

    code: str
    severity: Literal["warning", "info"]
    message: str
    next_step: str
    table: str
    key: tuple[str, ...]


def warning(code: str, message: str, next_step: str, table: str, *key: str) -> ChartDoubt:
    """Return a doubt that somebody has to look at; its digits are written in Thai."""
    return ChartDoubt(code, "warning", to_thai(message), next_step, table, key)


def info(code: str, message: str, next_step: str, table: str, *key: str) -> ChartDoubt:
    """Return a doubt that is only worth knowing; its digits are written in Thai."""
    return ChartDoubt(code, "info", to_thai(message), next_step, table, key)


class Spanned(Protocol):
    """Whatever has a first and a last day."""

    @property
    def valid_from(self) -> date | None: ...

    @property
    def valid_to(self) -> date | None: ...


def overlap(one: Spanned, other: Spanned) -> bool:
    """Whether two spans share a day."""
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_to or date.max, other.valid_to or date.max)


def over(spanned: Spanned, on: date) -> bool:
    """Whether a span ended before that day."""
    return spanned.valid_to is not None and spanned.valid_to < on

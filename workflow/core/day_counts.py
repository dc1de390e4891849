"""How many papers took how many working days: counts that add up exactly, so that a median over a branch is that of its papers."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Days = Mapping[int, int]
"""Working days, and how many papers took them; nothing is rounded or put into classes."""
UNKNOWN = -1
"""In the place of days that nobody can count, for the calendar does not cover the year."""
Key = TypeVar("Key", bound=Hashable)


def plus(one: Days, other: Days) -> dict[int, int]:
    """Return both together; what comes to nothing is left out."""
    whole = dict(one)
    for days, count in other.items():
        whole[days] = whole.get(days, 0) + count
    return {days: count for days, count in whole.items() if count}


def minus(one: Days, other: Days) -> dict[int, int]:
    """Return what must be added to `other` to make it `one`."""
    return plus(one, {days: -count for days, count in other.items()})


def added(parts: Iterable[tuple[Key, Days]]) -> dict[Key, dict[int, int]]:
    """Return the counts of each key together."""
    found: dict[Key, dict[int, int]] = {}
    for key, days in parts:
        whole = found.setdefault(key, {})
        for value, count in days.items():
            whole[value] = whole.get(value, 0) + count
    return found


def counted(days: Days) -> dict[int, int]:
    """Return the counts without the days that nobody could count."""
    return {value: count for value, count in days.items() if value != UNKNOWN}


def median(days: Days) -> int:
    """Return the lower median of days counted (`{days: how many}`); ValueError for none."""
    half, passed = (sum(days.values()) + 1) // 2, 0
    for value, count in sorted(days.items()):
        passed += count
        if passed >= half:
            return value
    raise ValueError("no days at all")

"""The rules that a survey's counts obey, and the single changes that would make them obey again. Pure.

Groups add up to the total, surveyed and answered alike; a percentage is what its two numbers give, to half of its last digit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from workflow.core.reading import Count

GROUPS = ("central", "provincial", "local")
ROUNDING = 0.051  # percent: a figure with one decimal, cut or rounded
MISREAD = 2  # digits: more than this are another number, not a misread one
Counts = Mapping[str, Count]


@dataclass(frozen=True)
class Change:
    """One number of a group and what it would have to be."""

    group: str
    part: str
    printed: float
    value: float

    @property
    def field(self) -> str:
        """Its place in the reading."""
        return f"survey.counts.{self.group}.{self.part}"


def share(count: Count) -> float | None:
    """Return the percentage two numbers give, None when one is missing."""
    return 100 * count.answered / count.surveyed if count.surveyed and count.answered is not None else None


def share_holds(count: Count) -> bool:
    """Whether the printed percentage is what the two numbers give; one that cannot be told holds."""
    true = share(count)
    return true is None or count.pct is None or abs(true - count.pct) <= ROUNDING + 1e-9


def sum_holds(counts: Counts, part: str) -> bool:
    """Whether the groups add up to the total; counts with a group missing hold."""
    parts = [getattr(counts[g], part) for g in GROUPS if g in counts]
    total = getattr(counts["total"], part) if "total" in counts else None
    return len(parts) < len(GROUPS) or total is None or None in parts or sum(parts) == total


def proven(counts: Counts) -> bool:
    """Whether all groups and numbers are there, so that every number stands under two rules."""
    whole = all(group in counts for group in ("total", *GROUPS))
    return whole and not any(None in (c.surveyed, c.answered, c.pct) for c in counts.values())


def holds(counts: Counts) -> bool:
    """Whether all rules hold, and nobody answered who was not asked."""
    pairs = all(c.surveyed is None or c.answered is None or c.answered <= c.surveyed for c in counts.values())
    return (
        pairs and all(map(share_holds, counts.values())) and all(sum_holds(counts, p) for p in ("surveyed", "answered"))
    )


def single_changes(counts: Counts) -> list[Change]:
    """Return every change of one misread number after which all rules hold."""
    found = []
    for change in dict.fromkeys(_proposals(counts)):
        if change.value != change.printed and _misread(change) and holds(changed(counts, change)):
            found.append(change)
    return found


def changed(counts: Counts, change: Change) -> dict[str, Count]:
    """Return the counts with one number changed."""
    old, value = counts[change.group], change.value
    match change.part:
        case "surveyed":
            new = replace(old, surveyed=int(value))
        case "answered":
            new = replace(old, answered=int(value))
        case _:
            new = replace(old, pct=value)
    return {**counts, change.group: new}


def _proposals(counts: Counts) -> Iterator[Change]:
    for part in ("surveyed", "answered"):
        yield from _of_sums(counts, part)
    for group, count in counts.items():
        true = share(count)
        if count.pct is not None and true is not None:
            yield Change(group, "pct", count.pct, round(true, 1))
            yield Change(
                group, "answered", float(count.answered or 0), float(round((count.surveyed or 0) * count.pct / 100))
            )
            if count.pct:
                yield Change(
                    group, "surveyed", float(count.surveyed or 0), float(round((count.answered or 0) * 100 / count.pct))
                )


def _of_sums(counts: Counts, part: str) -> Iterator[Change]:
    values = {g: getattr(counts[g], part) for g in ("total", *GROUPS) if g in counts}
    if len(values) < len(GROUPS) + 1 or None in values.values():
        return
    parts = sum(values[g] for g in GROUPS)
    yield Change("total", part, float(values["total"]), float(parts))
    for group in GROUPS:
        yield Change(group, part, float(values[group]), float(values["total"] - parts + values[group]))


def _misread(change: Change) -> bool:
    """Whether a recogniser could have made the printed number of the true one: few digits differ."""
    if change.value < 0:
        return False
    printed, true = f"{change.printed:g}".replace(".", ""), f"{change.value:g}".replace(".", "")
    return Levenshtein.distance(printed, true) <= min(MISREAD, len(true))

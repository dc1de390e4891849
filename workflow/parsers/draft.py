"""A paper while it is being understood: the instrument so far, what could not be read as printed, and the doubts it came with."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workflow.core.reading import Box, Evidence, Finding, Instrument
from workflow.parsers.rows import Row, union


@dataclass(frozen=True)
class PrintedDate:
    """A date that is printed but that no calendar has, or that needs a check: which field, how it stands, where."""

    field: str
    printed: str
    page: int | None = None
    box: Box | None = None


@dataclass
class Draft:
    """The instrument, its dates as printed, its text, the clause its count points to, group numbers and counts, and findings so far.

    `seen` keeps for each field the rows that it was read from.
    `recognised` tells that its pages came through a recogniser.
    """

    instrument: Instrument
    text: str = ""
    dates: list[PrintedDate] = field(default_factory=list)
    clause: str | None = None
    group_numbers: dict[str, str] = field(default_factory=dict)
    group_counts: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    seen: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    recognised: bool = False
    certifier_lacks: tuple[str, ...] = ()  # of a certified copy: its certifier's name, post or day
    unread_text: str = ""  # the text without the advices taken from it

    def printed(self, name: str) -> PrintedDate | None:
        """Return how the date of a field is printed."""
        return next((d for d in self.dates if d.field == name), None)

    def see(self, name: str, rows: Sequence[Row]) -> None:
        """Keep where the value of a field stands and how it is printed."""
        if rows:
            printed = " ".join(" ".join(row.printed for row in rows).split())
            sure = min(row.confidence for row in rows)
            self.seen[name] = tuple(rows)
            self.instrument.evidence[name] = Evidence(rows[0].page, union(rows), printed, sure)

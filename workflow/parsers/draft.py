"""A paper while it is being understood: the instrument so far, what could not be read as printed, and the doubts it came with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workflow.core.reading import Box, Evidence, Finding, Instrument, Recommendation
from workflow.parsers.rows import Row, union

_ADVICE = "recommendations"
_ONE_ADVICE = re.compile(rf"{_ADVICE}\[(\d+)\](.*)$")


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

    def keep_advice(self, kept: Sequence[Recommendation]) -> None:
        """Keep only some of the advice; what was doubted about it goes with it, and what about the rest keeps to its new place."""
        given = self.instrument.recommendations
        if len(kept) < len(given):
            places = {n: list(kept).index(one) for n, one in enumerate(given) if one in kept}
            self.instrument = replace(self.instrument, recommendations=tuple(kept))
            self.findings = [told for finding in self.findings if (told := _moved(finding, places))]

    def see(self, name: str, rows: Sequence[Row]) -> None:
        """Keep where the value of a field stands and how it is printed."""
        if rows:
            printed = " ".join(" ".join(row.printed for row in rows).split())
            sure = min(row.confidence for row in rows)
            self.seen[name] = tuple(rows)
            self.instrument.evidence[name] = Evidence(rows[0].page, union(rows), printed, sure)


def _moved(finding: Finding, places: dict[int, int]) -> Finding | None:
    """Return a finding about advice at its new place; None of one about advice that is gone, or about all where none is left."""
    found = _ONE_ADVICE.match(finding.field or "")
    if found and int(found[1]) in places:
        return replace(finding, field=f"{_ADVICE}[{places[int(found[1])]}]{found[2]}")
    about = found or (not places and (finding.field or "").startswith(_ADVICE))
    return None if about else finding

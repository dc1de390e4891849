"""What is true everywhere in the service and kept as tables in `config/shared/`: days off, which ranks hold which posts, whose a code is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Almanac:
    """Holidays by day; ranks by the abbreviation of a post (`รอง ผบช.` → พล.ต.ต.); owners of the codes of
    letter numbers (`ชร` → เชียงราย). An empty one knows nothing and doubts nothing."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    ranks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)

    def day_off(self, on: date) -> str | None:
        """Return the name of the holiday on that day, None when it has none or is unknown."""
        return self.holidays.get(on)

    def ranks_of(self, position: str) -> frozenset[str] | None:
        """Return the ranks that may hold a position (`รอง ผบช.สทส.`), by the longest post it begins with; None when unknown."""
        packed = position.replace(" ", "")
        known = [post for post in self.ranks if packed.startswith(post.replace(" ", ""))]
        return self.ranks[max(known, key=len)] if known else None

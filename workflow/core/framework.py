"""A survey's framework of one year: its indicators (ตัวชี้วัด) and sub-indicators (ตัวชี้วัดย่อย) as far as they are known. Data, not code.

Read from `config/shared/frameworks/`; what is not known is left out, and a paper's indicators are taken as printed either way.
"""

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["printed", "published", "inferred"]
Known = Literal["some", "indicators", "all"]


@dataclass(frozen=True)
class Indicator:
    """An indicator (`2`) or sub-indicator (`2.4`): its code, the name as printed and other forms of it, and how it is known.

    `certainty`: `printed` on an official paper, `published` by the agency or the press, `inferred` from those.
    """

    code: str
    name: str
    others: tuple[str, ...] = ()
    certainty: Certainty = "printed"
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every form of its name, the printed one first."""
        return (self.name, *self.others)


@dataclass(frozen=True)
class Framework:
    """One survey in one year (Buddhist era), the forms its name takes, and how much of it is known.

    `known` tells what may be said of a code that is not listed: `some` nothing, `indicators` that no such first number exists,
    `all` that no such code exists.
    """

    survey: str
    year: int
    names: tuple[str, ...]
    indicators: tuple[Indicator, ...] = ()
    known: Known = "some"

    def find(self, code: str) -> Indicator | None:
        """Return the indicator with a code."""
        return next((i for i in self.indicators if i.code == code), None)

    def rules_out(self, code: str) -> bool:
        """Whether enough is known to say that there is no such code."""
        if self.known == "all":
            return self.find(code) is None
        return self.known == "indicators" and self.find(code.split(".")[0]) is None

"""A chain of papers to be played from a letter to the last acknowledgement: who passes it on to whom, and how many it must reach."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workflow.core.when import When


@dataclass(frozen=True)
class Chain:
    """สายหนังสือ: `to` are the owner's addressees; `pass_on` what a unit of a level passes the paper on to, `{unit}` its own code.

    `population` says how many units of a level the chain must reach, as its source states; a level that is not named is not counted.
    """

    title: str
    office: str
    letter: Path
    received: When
    order: str
    to: tuple[str, ...]
    pass_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    population: Mapping[str, int] = field(default_factory=dict)
    kind: str = "forwarding-note"

    def passed_on_to(self, level: str, unit: str) -> tuple[str, ...]:
        """Return the addressees of a unit that got the paper; () when units of its level keep it."""
        return tuple(predicate.replace("{unit}", unit) for predicate in self.pass_on.get(level, ()))

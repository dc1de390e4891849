"""What words after เรียน select on a chart; `predicate.py` reads them, `addressees.py` says who they are on a day."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OfClass:
    """Posts of one class, with their equals if said so, all over the office or belonging to a unit."""

    grade: str
    unit: str | None
    equals: bool


@dataclass(frozen=True)
class EveryUnit:
    """Every unit under a unit along the chain of command."""

    unit: str


@dataclass(frozen=True)
class ThePost:
    """A post named outright."""

    post: str


@dataclass(frozen=True)
class TheUnit:
    """A unit named outright: its head."""

    unit: str


@dataclass(frozen=True)
class EveryPerson:
    """Every person in a unit and in the units under it (ข้าราชการทุกคนในสังกัด สงป.): told one by one, not by posts of the chart."""

    unit: str


Selection = OfClass | EveryUnit | ThePost | TheUnit | EveryPerson

"""What words after เรียน select on a chart; `predicate.py` reads them, `selector.py` says who they are on a day."""

from dataclasses import dataclass

from workflow.core.org import CHAIN_OF_COMMAND, ParentKind


@dataclass(frozen=True)
class OfClass:
    """Posts of one class, with their equals if said so, all over the office or belonging to a unit.

    `everywhere` (ทุกแห่ง, ทุกจังหวัด, ทุกอำเภอ): along every line, and without a unit those of the sender's own province or department.
    """

    grade: str
    unit: str | None
    equals: bool
    everywhere: bool = False


@dataclass(frozen=True)
class EveryUnit:
    """Every unit under a unit along the chain of command; along another line those that answer to it there (ทุกหน่วยในสายงาน กรมที่ดิน)."""

    unit: str
    line: ParentKind = CHAIN_OF_COMMAND


@dataclass(frozen=True)
class ThePost:
    """A post named outright."""

    post: str


@dataclass(frozen=True)
class TheUnit:
    """A unit named outright: its head, a committee's secretary."""

    unit: str


@dataclass(frozen=True)
class Namesakes:
    """Posts, or else units, of one name in every place (คลังจังหวัดทุกจังหวัด, คณะกรรมการ PCIO ทุกจังหวัด)."""

    words: str
    posts: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True)
class EveryPerson:
    """Every person in a unit and in the units under it (ข้าราชการทุกคนในสังกัด สงป.): told one by one, not by posts of the chart."""

    unit: str


Selection = OfClass | EveryUnit | ThePost | TheUnit | Namesakes | EveryPerson

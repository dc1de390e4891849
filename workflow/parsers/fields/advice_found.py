"""A recommendation as it was found, before anything is put right. Pure."""

from dataclasses import dataclass

from workflow.core.reading import Recommendation
from workflow.parsers.certainty import Sureness

SURE = Sureness()


@dataclass(frozen=True)
class Found:
    """A recommendation as it stands, whether its code is whole, and how sure the letters of its parts were read.

    `recognised` tells that a recogniser read it.
    """

    given: Recommendation
    whole: bool = True
    recognised: bool = False
    code: Sureness = SURE
    name: Sureness = SURE
    indicator: Sureness = SURE
    text: Sureness = SURE

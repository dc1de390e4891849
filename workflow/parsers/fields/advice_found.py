"""A recommendation as it was found, before anything is put right. Pure."""

from dataclasses import dataclass

from workflow.core.reading import Recommendation


@dataclass(frozen=True)
class Found:
    """A recommendation as it stands, and how sure it is: whether its code is whole, how sure its name and its advice were read.

    A sureness of 1.0 says that no recogniser was at work.
    """

    given: Recommendation
    whole: bool = True
    sure_name: float = 1.0
    sure_text: float = 1.0

    @property
    def recognised(self) -> bool:
        """Whether a recogniser read it."""
        return self.sure_name < 1.0 or self.sure_text < 1.0

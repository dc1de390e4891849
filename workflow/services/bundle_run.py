"""A run of the main job, as its steps hand it on."""

from collections.abc import Callable
from dataclasses import dataclass

from workflow.core.office import Office
from workflow.core.reading import Reading
from workflow.core.when import When
from workflow.services.desk import Desk
from workflow.services.receive_letter import Received

Tell = Callable[[str], None]


@dataclass(frozen=True)
class BundleRun:
    """A run of the main job: the desk, the office, what was read, and where to tell what happens."""

    desk: Desk
    office: Office
    received: Received
    tell: Tell

    @property
    def reading(self) -> Reading:
        """What was read."""
        return self.received.reading

    @property
    def matter(self) -> int:
        """The matter opened."""
        return self.received.matter

    def later(self, when: When, working_days: int) -> When:
        """Return half past nine of so many working days after."""
        return When.day(self.desk.calendar().add(when.on, working_days), "09:30")

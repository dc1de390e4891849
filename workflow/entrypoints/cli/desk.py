"""The desk of a command line, laid when the first use case needs it (importing everything takes longer than `--help` should)."""

from functools import cache
from typing import TYPE_CHECKING

from workflow.settings import Settings

if TYPE_CHECKING:
    from workflow.services.desk import Desk


@cache
def desk() -> "Desk":
    """Return the desk of this process."""
    from workflow.bootstrap import make_desk
    from workflow.entrypoints.believing import believe

    made = make_desk(Settings.from_environment())
    believe(made.store)
    return made
